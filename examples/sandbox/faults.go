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

// rule is a fault of the command line, for either sandbox.
type rule struct {
	verb, path         string
	kind               int // from 1 on, in the order of faultKinds
	status             int // 0 is the usual one
	times, oneIn, skip int
	wait               time.Duration
}

func (o *options) fault(text string) error {
	parts := strings.Split(text, ":")
	if len(parts) < 4 || len(parts) > 6 {
		return errors.New("write SYSTEM:VERB:PATH:KIND, and perhaps :TIMES or :TIMES:SKIP behind it")
	}
	r := rule{verb: strings.ToUpper(parts[1]), path: parts[2], times: 1}
	err := r.readKind(parts[3])
	if err == nil && len(parts) > 4 {
		err = r.readTimes(parts[4])
	}
	if err == nil && len(parts) > 5 {
		err = r.readSkip(parts[5])
	}
	if err != nil {
		return err
	}
	switch parts[0] {
	case "salespos":
		o.posFaults = append(o.posFaults, salespostest.Fault{
			Method: r.verb, Path: r.path, Do: salespostest.FaultKind(r.kind), Status: r.status, Times: r.times, OneIn: r.oneIn, Skip: r.skip, Wait: r.wait,
		})
	case "ecwid":
		o.shopFaults = append(o.shopFaults, ecwidtest.Fault{
			Method: r.verb, Path: r.path, Do: ecwidtest.FaultKind(r.kind), Status: r.status, Times: r.times, OneIn: r.oneIn, Skip: r.skip, Wait: r.wait,
		})
	default:
		return fmt.Errorf("%q is neither salespos nor ecwid", parts[0])
	}
	return nil
}

func (r *rule) readKind(text string) error {
	name, status, hasStatus := strings.Cut(text, "=")
	if r.kind = slices.Index(faultKinds, name) + 1; r.kind == 0 {
		return fmt.Errorf("%q is none of %s", name, strings.Join(faultKinds, ", "))
	}
	if name == "slow" {
		r.wait = 5 * time.Second
	}
	if !hasStatus {
		return nil
	}
	var err error
	if r.status, err = strconv.Atoi(status); err != nil || r.status < 400 || r.status > 599 || !strings.HasPrefix(name, "status") {
		return fmt.Errorf("%q: only status and status-after take a number, from 400 to 599", text)
	}
	return nil
}

// readTimes reads a number, or the chance of a request as 1/4.
func (r *rule) readTimes(text string) error {
	var err error
	if chance, ok := strings.CutPrefix(text, "1/"); ok {
		r.times = -1
		if r.oneIn, err = strconv.Atoi(chance); err != nil || r.oneIn < 2 {
			return fmt.Errorf("%q is no chance: give 1/2, 1/3, …", text)
		}
		return nil
	}
	if r.times, err = strconv.Atoi(text); err != nil || r.times < -1 || r.times == 0 {
		return fmt.Errorf("%q is no number of times: give 1, 2, …, -1 for no end, or a chance such as 1/4", text)
	}
	return nil
}

func (r *rule) readSkip(text string) error {
	var err error
	if r.skip, err = strconv.Atoi(text); err != nil || r.skip < 0 {
		return fmt.Errorf("%q is no number of requests to let through", text)
	}
	return nil
}
