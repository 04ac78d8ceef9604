// Quickstart shows tillsync at work between two running systems: sandboxes of
// SalesPOS and of Ecwid on this machine, with a demo shop, or with the catalogue
// and the web orders of an order-line file.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
)

// options are the flags of the command.
type options struct {
	orders string
	dump   string
	state  string
	pace   float64
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.StringVar(&o.orders, "orders", "", "build catalogue and web orders from this order-line `FILE.csv`")
	flags.StringVar(&o.dump, "dump", "", "write salespos.json, ecwid.json and report.json into this `DIR`")
	flags.StringVar(&o.state, "state", "", "keep the state in this `FILE` between runs (with -orders)")
	flags.Float64Var(&o.pace, "pace", 100, "run at `N` times the documented rates")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	switch {
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q: all settings are flags, see -help", flags.Arg(0))
	case !(o.pace > 0) || math.IsInf(o.pace, 0):
		return o, fmt.Errorf("-pace is %v: give a number above 0", o.pace)
	case o.state != "" && o.orders == "":
		return o, fmt.Errorf("-state needs -orders: the demo shop always starts anew")
	}
	return o, nil
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if err := dumpable(o.dump); err != nil {
		return err
	}
	h, err := open(ctx, o, out)
	if err != nil {
		return err
	}
	defer h.close()
	if o.orders == "" {
		err = h.demo(ctx)
	} else {
		err = h.retail(ctx, o.orders)
	}
	h.summary()
	return errors.Join(err, h.dump(o.dump))
}
