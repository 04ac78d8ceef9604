package convert

import (
	"errors"
	"fmt"

	"github.com/nyaruka/phonenumbers"

	"github.com/tillsync/tillsync/mapping"
)

// Phone makes the international form of a telephone number (E.164, +31612345678).
// country is the ISO 3166-1 alpha-2 code of the country that numbers without one
// belong to. A text that holds more than a number, or one that is not in use, is an
// error. Text form: Phone("NL").
func Phone(country string) mapping.Transform {
	name := fmt.Sprintf("Phone(%q)", country)
	if !phonenumbers.GetSupportedRegions()[country] {
		return invalid(name, "%q is no country: give its ISO 3166-1 alpha-2 code", country)
	}
	return onText(name, func(s string) (string, error) {
		number, err := phonenumbers.Parse(s, country)
		if err != nil || !phonenumbers.IsValidNumber(number) || number.GetExtension() != "" {
			return "", errPhone
		}
		return phonenumbers.Format(number, phonenumbers.E164), nil
	})
}

var errPhone = errors.New("the text is no telephone number")
