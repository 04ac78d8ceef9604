package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// setting is a reading with a value.
type setting struct {
	form string // of the value
	set  func(o *options, value string) error
}

// settings are the readings with a value, by their names.
func settings() map[string]setting {
	return map[string]setting{
		"ecwid:index-lag":          duration(func(o *options, d time.Duration) { o.addShop(ecwidtest.WithIndexLag(d)) }),
		"ecwid:batch-step":         duration(func(o *options, d time.Duration) { o.addShop(ecwidtest.WithBatchStep(d)) }),
		"ecwid:clock-skew":         skew(func(o *options, d time.Duration) { o.addShop(ecwidtest.WithClockSkew(d)) }),
		"ecwid:scopes":             list(func(o *options, names []string) { o.addShop(ecwidtest.WithScopes(names...)) }),
		"salespos:clock-skew":      skew(func(o *options, d time.Duration) { o.addPOS(salespostest.WithClockSkew(d)) }),
		"salespos:page-size":       number(func(o *options, n int) { o.addPOS(salespostest.WithPageSize(n)) }),
		"salespos:page-cap":        number(func(o *options, n int) { o.addPOS(salespostest.WithPageCap(n)) }),
		"salespos:total-limit":     number(func(o *options, n int) { o.addPOS(salespostest.WithLimits(salespostest.Limits{Total: n})) }),
		"salespos:file-limit":      number(func(o *options, n int) { o.addPOS(salespostest.WithFileLimits(n, 0)) }),
		"salespos:without-access":  list(func(o *options, names []string) { o.addPOS(salespostest.WithoutAccess(names...)) }),
		"salespos:bad-credentials": refusal(salespostest.BadCredentials),
		"salespos:bad-body":        refusal(salespostest.BadBody),
		"salespos:unknown-id":      refusal(salespostest.UnknownID),
		"salespos:no-permission":   refusal(salespostest.NoPermission),
		"salespos:post-answer":     {"200|201|204|500", postAnswer},
		"salespos:date-zone":       {"ZONE", dateZone},
	}
}

func (o *options) addPOS(option salespostest.Option) { o.posOptions = append(o.posOptions, option) }

func (o *options) addShop(option ecwidtest.Option) { o.shopOptions = append(o.shopOptions, option) }

func (o *options) set(name, value string) error {
	s, found := settings()[name]
	if !found {
		return errNoReading
	}
	if err := s.set(o, value); err != nil {
		return fmt.Errorf("%s=%s: %w", name, s.form, err)
	}
	return nil
}

func skew(add func(*options, time.Duration)) setting {
	return setting{"DURATION", func(o *options, value string) error {
		d, err := time.ParseDuration(value)
		if err == nil {
			add(o, d)
		}
		return err
	}}
}

// duration is a skew that cannot be negative.
func duration(add func(*options, time.Duration)) setting {
	return setting{"DURATION", func(o *options, value string) error {
		d, err := time.ParseDuration(value)
		if err == nil && d < 0 {
			err = errors.New("it is negative")
		}
		if err == nil {
			add(o, d)
		}
		return err
	}}
}

func number(add func(*options, int)) setting {
	return setting{"NUMBER", func(o *options, value string) error {
		n, err := strconv.Atoi(value)
		if err == nil && n < 1 {
			err = errors.New("it is below 1")
		}
		if err == nil {
			add(o, n)
		}
		return err
	}}
}

func list(add func(*options, []string)) setting {
	return setting{"NAME,NAME", func(o *options, value string) error {
		add(o, strings.Split(value, ","))
		return nil
	}}
}

// refusal reads a status and, behind a slash, a code.
func refusal(r salespostest.Refusal) setting {
	return setting{"STATUS[/CODE]", func(o *options, value string) error {
		status, code, _ := strings.Cut(value, "/")
		n, err := strconv.Atoi(status)
		if err == nil && (n < 400 || n > 599) {
			err = errors.New("the status is not one of an error")
		}
		if err == nil {
			o.addPOS(salespostest.WithRefusal(r, n, code))
		}
		return err
	}}
}

func postAnswer(o *options, value string) error {
	answer := slices.Index([]string{"201", "200", "204", "500"}, value) // in the order of the constants
	if answer < 0 {
		return errors.New("it is none of them")
	}
	o.addPOS(salespostest.WithPostAnswer(salespostest.PostAnswer(answer)))
	return nil
}

func dateZone(o *options, value string) error {
	zone, err := time.LoadLocation(value)
	if err == nil {
		o.addPOS(salespostest.WithDateZone(zone))
	}
	return err
}
