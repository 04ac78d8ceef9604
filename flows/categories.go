package flows

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/sides"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// CategoryConfig configures [SyncCategories].
type CategoryConfig struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Key are 32 secret bytes or more, the same in every process and flow.
	Key       []byte
	Direction Direction // SalesPOSToEcwid
	Pass      PassOptions
	// Mapping is [catalog.Categories] when it has no rules.
	Mapping mapping.Definition
}

func (c CategoryConfig) systems() systems {
	return systems{c.SalesPOS, c.Ecwid, c.State, c.Key}
}

func (c CategoryConfig) check() error {
	var p problems
	c.systems().check(&p)
	c.Pass.check(&p)
	direction(&p, c.Direction, SalesPOSToEcwid)
	return p.err()
}

// SyncCategories creates and updates the categories of the POS in the shop, from
// the root down. They are matched by their path of names. What the shop has
// beside them stays.
//
// It costs one read of the POS and, when something is new, one read for each 100
// categories of the shop.
func SyncCategories(ctx context.Context, c CategoryConfig) (*pass.Report, error) {
	p, err := c.pass(c.State, nil)
	if err != nil {
		return failedReport("categories", err)
	}
	return p.Run(ctx)
}

// PlanCategories yields what SyncCategories would do, and writes nothing. Step.Trace
// explains it.
func PlanCategories(ctx context.Context, c CategoryConfig) iter.Seq2[pass.Step, error] {
	p, err := c.pass(planStore(c.State), nil)
	if err != nil {
		return failed[pass.Step](err)
	}
	return p.Plan(ctx)
}

// ImpactCategories yields what the next full pass would do otherwise with c than with
// the mapping of before: which fields of which categories, named by their source
// ids. It writes nothing. mapping.Summarise counts the differences.
func ImpactCategories(ctx context.Context, before, c CategoryConfig) iter.Seq2[mapping.Difference, error] {
	c.Pass.Full = true
	p, err := c.pass(planStore(c.State), new(before.mapping()))
	if err != nil {
		return failed[mapping.Difference](err)
	}
	return p.Impact(ctx)
}

func (c CategoryConfig) mapping() mapping.Definition {
	return orDefault(c.Mapping, catalog.Categories())
}

func (c CategoryConfig) pass(store state.Store, before *mapping.Definition) (*sides.CategoryPass, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	s := c.systems().atMost(ecwid.PriorityBulk)
	pair, err := sides.Categories{
		SalesPOS: s.pos, Ecwid: s.shop, State: store, Key: c.Key,
		Flow:    s.flow("categories", c.Direction),
		Mapping: c.mapping(), Before: before, Recreate: c.Pass.Full,
	}.Pair()
	if err != nil {
		return nil, configError(err)
	}
	return newPass(pair, store, c.Pass), nil
}

// orDefault is the definition, or another one when it has no rules.
func orDefault(d, other mapping.Definition) mapping.Definition {
	if len(d.Rules) == 0 {
		return other
	}
	return d
}

// configError marks a mapping that does not compile.
func configError(err error) error {
	return &pass.Error{Class: pass.ClassConfig, Reason: "Mapping", Err: err}
}
