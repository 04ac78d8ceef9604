package flows

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/salespos"
)

// Direction says from which system to which a flow carries its records.
type Direction string

// The directions.
const (
	SalesPOSToEcwid Direction = "salespos>ecwid"
	EcwidToSalesPOS Direction = "ecwid>salespos"
)

// KeySize is the least number of secret bytes in a Key.
const KeySize = 32

// DefaultOverlap is how far before the last reading a flow reads again, for
// records that were committed late.
const DefaultOverlap = 5 * time.Minute

// PassOptions are about one pass of any flow. The zero value handles everything
// that is due or changed.
type PassOptions struct {
	// Full handles every record of the source, settled or not: it finds what
	// changed in the target only, and rolls out a changed mapping.
	Full bool
	// Only limits the pass to these source ids; the cursor stays where it is.
	Only []string
	// MaxRecords and MaxTime end the pass after a batch; the next pass goes on
	// there. 0 is no limit.
	MaxRecords int
	MaxTime    time.Duration
	// Concurrency is the number of records sent side by side; 0 is 4.
	Concurrency int
	// RetryFirst is how long a parked record waits at first, RetryMax at most;
	// the time doubles. 0 is an hour and a day.
	RetryFirst, RetryMax time.Duration
	Brakes               pass.Brakes
	// OnEvent is told what happens, in the order in which it happens; it must not
	// block for long.
	OnEvent func(pass.Event)
}

// SettingError is one setting that cannot work.
type SettingError struct {
	// Setting is the field's name, Problem what is wrong, Remedy what is allowed.
	Setting, Problem, Remedy string
}

// Error names the setting, what is wrong and what is allowed.
func (e *SettingError) Error() string {
	return fmt.Sprintf("flows: setting %s: %s: %s", e.Setting, e.Problem, e.Remedy)
}

// problems collects everything that is wrong with a configuration.
type problems []error

func (p *problems) add(wrong bool, setting, problem, remedy string) {
	if wrong {
		*p = append(*p, &SettingError{setting, problem, remedy})
	}
}

// err is a configuration error that names all problems.
func (p problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return &pass.Error{Class: pass.ClassConfig, Reason: "Config", Err: errors.Join(p...)}
}

// systems are what every flow works on.
type systems struct {
	pos   *salespos.Client
	shop  *ecwid.Client
	store state.Store
	key   []byte
}

// atMost are the systems with calls of no higher priority than p: what is less
// urgent leaves a share of the rates to orders.
func (s systems) atMost(p ecwid.Priority) systems {
	s.pos = s.pos.WithPriority(max(p, s.pos.Priority()))
	s.shop = s.shop.WithPriority(max(p, s.shop.Priority()))
	return s
}

func (s systems) check(p *problems) {
	p.add(s.pos == nil, "SalesPOS", "missing", "make one with salespos.New")
	p.add(s.shop == nil, "Ecwid", "missing", "make one with ecwid.New")
	p.add(s.store.Records == nil || s.store.Cursors == nil || s.store.Index == nil || s.store.Journal == nil,
		"State", "incomplete", "set Records, Cursors, Index and Journal; memstate.New and sqlstate.New do")
	p.add(len(s.key) < KeySize, "Key", fmt.Sprintf("has %d bytes", len(s.key)),
		fmt.Sprintf("give at least %d random secret bytes, the same in every process", KeySize))
}

// flow names the rows of a kind of record in the state: several shops may share
// one store.
func (s systems) flow(kind string, d Direction) string {
	return fmt.Sprintf("%s:%s:%d", kind, d, s.shop.StoreID())
}

func (o PassOptions) check(p *problems) {
	for _, n := range []struct {
		setting string
		value   int64
	}{
		{"Pass.MaxRecords", int64(o.MaxRecords)}, {"Pass.MaxTime", int64(o.MaxTime)}, {"Pass.Concurrency", int64(o.Concurrency)},
		{"Pass.RetryFirst", int64(o.RetryFirst)}, {"Pass.RetryMax", int64(o.RetryMax)},
		{"Pass.Brakes.MaxCreates", int64(o.Brakes.MaxCreates)}, {"Pass.Brakes.MaxUpdates", int64(o.Brakes.MaxUpdates)},
	} {
		p.add(n.value < 0, n.setting, fmt.Sprintf("is %d", n.value), "0 is the default, otherwise it is positive")
	}
	for setting, percent := range map[string]int{"Pass.Brakes.MaxDisables": o.Brakes.MaxDisables, "Pass.Brakes.MaxZeroed": o.Brakes.MaxZeroed} {
		p.add(percent < -1 || percent > 100, setting, fmt.Sprintf("is %d", percent), "a percentage, 0 for 20 or -1 for off")
	}
}

// direction checks the direction of a flow against those that it has.
func direction(p *problems, d Direction, allowed ...Direction) {
	names := make([]string, len(allowed))
	for i, a := range allowed {
		if names[i] = string(a); a == d {
			return
		}
	}
	p.add(true, "Direction", fmt.Sprintf("is %q", d), "one of "+strings.Join(names, ", "))
}

// newPass joins a pair with the options of a pass.
func newPass[S, T, P any](pair *engine.Pair[S, T, P], store state.Store, o PassOptions) *engine.Pass[S, T, P] {
	retry := engine.Retry{First: o.RetryFirst, Max: o.RetryMax}
	return &engine.Pass[S, T, P]{
		Pair: pair, Store: store, Full: o.Full, Only: o.Only, MaxRecords: o.MaxRecords, MaxTime: o.MaxTime,
		Concurrency: o.Concurrency, Retry: retry, Brakes: o.Brakes, Observe: o.OnEvent,
	}
}

// planStore is a store whose index is written in memory only: a plan needs the
// keys of both sides and writes nothing.
func planStore(store state.Store) state.Store {
	store.Index = engine.Overlay(store.Index)
	return store
}

// failed is the plan of a configuration that cannot work.
func failed[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}

// failedReport is the report of a pass that did not begin.
func failedReport(flow string, err error) (*pass.Report, error) {
	now := time.Now().UTC()
	return &pass.Report{Flow: flow, Started: now, Ended: now, State: pass.Stopped, Cause: pass.CauseConfig}, err
}
