package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// options are the flags of the command.
type options struct {
	posAddr, shopAddr string
	pace              float64
	posOptions        []salespostest.Option
	shopOptions       []ecwidtest.Option
	listReadings      bool
	posFaults         []salespostest.Fault
	shopFaults        []ecwidtest.Fault
}

// faultKinds are the faults of the command line. Both sandboxes have the same
// ones in the same order, from 1 on.
var faultKinds = []string{"timeout-before", "timeout-after", "status", "status-after", "truncate", "rate-limit", "foreign", "slow"}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("sandbox", flag.ContinueOnError)
	flags.StringVar(&o.posAddr, "salespos", "127.0.0.1:8071", "serve SalesPOS on this loopback `ADDRESS`")
	flags.StringVar(&o.shopAddr, "ecwid", "127.0.0.1:8072", "serve Ecwid on this loopback `ADDRESS`")
	flags.Float64Var(&o.pace, "pace", 1, "run the rate limits `N` times faster than documented")
	flags.Func("webhook", "send the events of Ecwid to this loopback `URL`; those of SalesPOS go where its API was told to", o.webhook)
	flags.Func("reading", "another `SYSTEM:READING[=VALUE]` of what the documentation leaves open, such as\nsalespos:text-numbers or ecwid:index-lag=5s; may be repeated (list: -reading help)", o.reading)
	flags.Func("fault", "let requests go wrong: `SYSTEM:VERB:PATH:KIND[:TIMES[:SKIP]]`, such as\nsalespos:POST:/orders:timeout-after:2 or ecwid:::status=503:1/4; VERB and PATH\nmay be empty, PATH may end in *; TIMES -1 has no end, 1/4 is about one in four,\nalways the same ones; SKIP lets so many requests through first; KIND is one of\n"+strings.Join(faultKinds, ", ")+",\nthe status ones with a number such as status=449", o.fault)
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	switch {
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q: all settings are flags, see -help", flags.Arg(0))
	case !(o.pace > 0) || math.IsInf(o.pace, 0):
		return o, fmt.Errorf("-pace is %v: give a number above 0", o.pace)
	}
	return o, nil
}

func (o *options) webhook(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return errors.New("give an address such as http://127.0.0.1:8080/hooks")
	}
	o.shopOptions = append(o.shopOptions, ecwidtest.WithWebhooks(ecwidtest.Webhooks{URL: address}))
	return nil
}

func (o *options) reading(text string) error {
	name, value, hasValue := strings.Cut(text, "=")
	system, reading, _ := strings.Cut(name, ":")
	switch {
	case text == "help":
		o.listReadings = true
	case hasValue:
		return o.set(name, value)
	case system == "salespos" && slices.Contains(salespostest.Readings(), salespostest.Reading(reading)):
		o.posOptions = append(o.posOptions, salespostest.With(salespostest.Reading(reading)))
	case system == "ecwid" && slices.Contains(ecwidtest.Readings(), ecwidtest.Reading(reading)):
		o.shopOptions = append(o.shopOptions, ecwidtest.With(ecwidtest.Reading(reading)))
	default:
		return errNoReading
	}
	return nil
}

var errNoReading = errors.New("there is no such reading: -reading help lists them")

func readings() []string {
	var all []string
	for _, r := range salespostest.Readings() {
		all = append(all, "salespos:"+string(r))
	}
	for _, r := range ecwidtest.Readings() {
		all = append(all, "ecwid:"+string(r))
	}
	for name, s := range settings() {
		all = append(all, name+"="+s.form)
	}
	slices.Sort(all)
	return all
}
