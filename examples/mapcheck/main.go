// Mapcheck checks a mapping file against the fields of both systems, for the
// command line and for CI:
//
//	go run ./examples/mapcheck orders.yaml
//
// It prints every problem with line and column and ends with 1 when the file cannot
// be used. Which record the file maps it sees by the fields, unless -record says so.
// With a sample of source records it explains how they would be mapped as new records,
// all fields or those that are named, and tells what changes against another file:
//
//	go run ./examples/mapcheck -sample products.json products.yaml name price
//	go run ./examples/mapcheck -sample products.json -against old.yaml products.yaml
//
// Go functions of the program that will load the file are named with -own; they are
// not run:
//
//	go run ./examples/mapcheck -own dealerPrice products.yaml
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

func main() {
	var out strings.Builder
	err := run(os.Args[1:], &out)
	fmt.Print(out.String())
	if err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "mapcheck:", err)
		}
		os.Exit(1)
	}
}

// options are the flags and arguments of the command.
type options struct {
	record  string
	sample  string
	against string
	own     mapping.Functions
	reveal  bool
	file    string
	fields  []string
}

func parse(args []string) (options, error) {
	o := options{own: mapping.Functions{}}
	names := strings.Join(slices.Sorted(maps.Keys(catalogues())), ", ")
	flags := flag.NewFlagSet("mapcheck", flag.ContinueOnError)
	flags.StringVar(&o.record, "record", "", "the `RECORD` that the file maps: one of "+names+" (default: the one that the file fits best)")
	flags.StringVar(&o.sample, "sample", "", "source records as the API gives them, one or a list, in this `FILE.json`")
	flags.StringVar(&o.against, "against", "", "tell what changes for the sample if this `FILE` was used before")
	flags.Func("own", "the file may use the Go function `NAME`; it is not run; may be repeated", o.addOwn)
	flags.BoolVar(&o.reveal, "reveal", false, "show values in explanations; they may be personal data")
	flags.Usage = func() {
		_, _ = fmt.Fprintln(flags.Output(), "Usage: mapcheck [flags] FILE [FIELD ...]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() == 0 {
		return o, errors.New("name a mapping file, see -help")
	}
	o.file, o.fields = flags.Arg(0), flags.Args()[1:]
	if at := slices.IndexFunc(o.fields, func(s string) bool { return strings.HasPrefix(s, "-") }); at >= 0 {
		return o, fmt.Errorf("flags stand before the file: %s", o.fields[at])
	}
	if _, ok := catalogues()[o.record]; !ok && o.record != "" {
		return o, fmt.Errorf("-record is %q: give one of %s", o.record, names)
	}
	if o.sample == "" && (o.against != "" || len(o.fields) > 0) {
		return o, errors.New("fields and -against need records: give -sample")
	}
	return o, nil
}

// addOwn declares a function that only the caller's program has.
func (o *options) addOwn(name string) error {
	o.own[name] = mapping.Function{Func: func(...mapping.Value) (mapping.Value, error) {
		return mapping.Value{}, fmt.Errorf("mapcheck cannot run %q, a function of your program", name)
	}}
	_, err := o.own.Transform(name)
	return err
}

func run(args []string, out *strings.Builder) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(o.file) // once: it may be a pipe
	if err != nil {
		return err
	}
	if o.record == "" {
		o.record = o.fitting(text)
	}
	return catalogues()[o.record].run(o, text, out)
}

// fitting is the record that the file misses least, products when in doubt.
func (o options) fitting(text []byte) (record string) {
	all := catalogues()
	misses := func(name string) int { return misfit(all[name].check(o, o.file, text)) }
	record, fewest := "products", misses("products")
	for _, name := range slices.SortedFunc(maps.Keys(all), shorter) {
		if n := misses(name); n < fewest {
			record, fewest = name, n
		}
	}
	return record
}

// misfit counts the problems that tell a file for another record from one with mistakes.
func misfit(problems []*mappingfile.Problem) (n int) {
	for _, p := range problems {
		switch {
		case p.Warning, errors.Is(p, mapping.ErrNoRule):
			// a file for this record may well have it
		case errors.Is(p, mapping.ErrUnknownField):
			n += 2 // the rest of its rule goes unchecked
		default:
			n++
		}
	}
	return n
}

// shorter sorts orders before pos_orders.
func shorter(a, b string) int {
	return cmp.Or(strings.Count(a, "_")-strings.Count(b, "_"), strings.Compare(a, b))
}
