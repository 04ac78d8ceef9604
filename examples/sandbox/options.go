package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// options are the flags of the command.
type options struct {
	posAddr, shopAddr string
	pace              float64
	posReadings       []salespostest.Reading
	shopReadings      []ecwidtest.Reading
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
	flags.Func("reading", "another `SYSTEM:READING` of what the documentation leaves open, such as\nsalespos:text-numbers; may be repeated (list: -reading help)", o.reading)
	flags.Func("fault", "let requests go wrong: `SYSTEM:VERB:PATH:KIND[:TIMES]`, such as\nsalespos:POST:/orders:timeout-after:2; VERB and PATH may be empty, PATH may\nend in *, TIMES -1 has no end; KIND is one of\n"+strings.Join(faultKinds, ", "), o.fault)
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

func (o *options) reading(text string) error {
	system, name, _ := strings.Cut(text, ":")
	switch {
	case system == "salespos" && slices.Contains(salespostest.Readings(), salespostest.Reading(name)):
		o.posReadings = append(o.posReadings, salespostest.Reading(name))
	case system == "ecwid" && slices.Contains(ecwidtest.Readings(), ecwidtest.Reading(name)):
		o.shopReadings = append(o.shopReadings, ecwidtest.Reading(name))
	default:
		return fmt.Errorf("use one of %s", strings.Join(readings(), ", "))
	}
	return nil
}

func readings() []string {
	var all []string
	for _, r := range salespostest.Readings() {
		all = append(all, "salespos:"+string(r))
	}
	for _, r := range ecwidtest.Readings() {
		all = append(all, "ecwid:"+string(r))
	}
	return all
}

func (o *options) fault(text string) error {
	parts := strings.Split(text, ":")
	if len(parts) == 4 {
		parts = append(parts, "1")
	}
	if len(parts) != 5 {
		return errors.New("write SYSTEM:VERB:PATH:KIND or SYSTEM:VERB:PATH:KIND:TIMES")
	}
	kind := slices.Index(faultKinds, parts[3]) + 1
	if kind == 0 {
		return fmt.Errorf("%q is none of %s", parts[3], strings.Join(faultKinds, ", "))
	}
	times, err := strconv.Atoi(parts[4])
	if err != nil || times < -1 || times == 0 {
		return fmt.Errorf("%q is no number of times: give 1, 2, … or -1 for no end", parts[4])
	}
	verb, path := strings.ToUpper(parts[1]), parts[2]
	switch parts[0] {
	case "salespos":
		o.posFaults = append(o.posFaults, salespostest.Fault{Method: verb, Path: path, Do: salespostest.FaultKind(kind), Times: times, Wait: slow(parts[3])})
	case "ecwid":
		o.shopFaults = append(o.shopFaults, ecwidtest.Fault{Method: verb, Path: path, Do: ecwidtest.FaultKind(kind), Times: times, Wait: slow(parts[3])})
	default:
		return fmt.Errorf("%q is neither salespos nor ecwid", parts[0])
	}
	return nil
}

// slow is how late a slow answer comes.
func slow(kind string) time.Duration {
	if kind == "slow" {
		return 5 * time.Second
	}
	return 0
}
