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
	p, err := c.pass(c.State)
	if err != nil {
		return failedReport("categories", err)
	}
	return p.Run(ctx)
}

// PlanCategories yields what SyncCategories would do, and writes nothing.
func PlanCategories(ctx context.Context, c CategoryConfig) iter.Seq2[pass.Step, error] {
	p, err := c.pass(planStore(c.State))
	if err != nil {
		return failedPlan(err)
	}
	return p.Plan(ctx)
}

func (c CategoryConfig) pass(store state.Store) (*sides.CategoryPass, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	pair, err := sides.Categories{
		SalesPOS: c.SalesPOS, Ecwid: c.Ecwid, State: store, Key: c.Key,
		Flow:       c.systems().flow("categories", c.Direction),
		Definition: orDefault(c.Mapping, catalog.Categories()),
		Recreate:   c.Pass.Full,
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
