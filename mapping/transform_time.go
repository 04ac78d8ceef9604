package mapping

import (
	"fmt"
	"time"
)

// ParseTime reads an instant from a text. layout is one of package time, such as
// 2006-01-02 15:04; zone is the IANA name of the zone in which a text without an
// offset is meant, such as Europe/Amsterdam. A time that a change of the clocks
// makes twice or skips is taken in one of the two offsets. Text form:
// ParseTime("2006-01-02 15:04","Europe/Amsterdam").
func ParseTime(layout, zone string) Transform {
	name := fmt.Sprintf("ParseTime(%q,%q)", layout, zone)
	location, err := checkTime(layout, zone)
	if err != nil {
		return invalid(name, "%w", err)
	}
	return fromText(name, KindInstant, func(s string) (Value, error) {
		t, err := time.ParseInLocation(layout, s, location)
		if err != nil {
			return Value{}, fmt.Errorf("the text is no time of the form %q", layout)
		}
		return Instant(t), nil
	})
}

// FormatTime writes an instant as text by a layout of package time, in the zone of
// that IANA name. Text form: FormatTime("02-01-2006","Europe/Amsterdam").
func FormatTime(layout, zone string) Transform {
	name := fmt.Sprintf("FormatTime(%q,%q)", layout, zone)
	location, err := checkTime(layout, zone)
	if err != nil {
		return invalid(name, "%w", err)
	}
	return from(name, KindInstant, KindText, func(v Value) (Value, error) {
		return Text(v.more.at.In(location).Format(layout)), nil
	})
}

// checkTime refuses layouts such as dd.mm.yyyy, which name no part of a time, and
// zones that depend on the machine.
func checkTime(layout, zone string) (*time.Location, error) {
	one := time.Date(2001, 1, 1, 1, 1, 1, 1, time.UTC)
	two := time.Date(2012, 12, 14, 14, 12, 12, 12e6, time.UTC)
	if one.Format(layout) == two.Format(layout) {
		return nil, fmt.Errorf("the layout %q has no part of a time: write the time 2006-01-02 15:04:05 in your form", layout)
	}
	if zone == "" || zone == "Local" {
		return nil, fmt.Errorf("the zone %q is none: give its IANA name, such as Europe/Amsterdam or UTC", zone)
	}
	location, err := time.LoadLocation(zone)
	if err != nil {
		return nil, fmt.Errorf("the zone %q is not known: give its IANA name, such as Europe/Amsterdam or UTC", zone)
	}
	return location, nil
}
