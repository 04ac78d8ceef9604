package flows

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/sides"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// ManageStock says what a stock flow does about the shop's tracking flag.
type ManageStock string

// What a stock flow does about the flag.
const (
	// StockLeave writes numbers only where the shop tracks them. It is the
	// default.
	StockLeave ManageStock = ""
	// StockTrack turns tracking on together with the number.
	StockTrack ManageStock = "track"
	// StockUntrack turns tracking off and writes no number.
	StockUntrack ManageStock = "untrack"
	// StockFollowSource does as the POS does.
	StockFollowSource ManageStock = "follow source"
)

// StockConfig configures [SyncStock].
type StockConfig struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Key are 32 secret bytes or more, the same in every process and flow.
	Key       []byte
	Direction Direction // SalesPOSToEcwid: stock has one direction only
	Pass      PassOptions
	// Rule calculates the number that the shop shows.
	Rule catalog.StockRule
	// ReservingStatuses are the order states that reserve stock; nil is
	// salespos.OrderReserved.
	ReservingStatuses []salespos.OrderStatus
	ManageStock       ManageStock
}

func (c StockConfig) systems() systems {
	return systems{c.SalesPOS, c.Ecwid, c.State, c.Key}
}

func (c StockConfig) check() error {
	var p problems
	c.systems().check(&p)
	c.Pass.check(&p)
	direction(&p, c.Direction, SalesPOSToEcwid)
	checkStockRule(&p, c.Rule)
	_, known := manageStock[c.ManageStock]
	p.add(!known, "ManageStock", fmt.Sprintf("is %q", c.ManageStock), `one of "", track, untrack, follow source`)
	return p.err()
}

var manageStock = map[ManageStock]sides.ManageStock{
	StockLeave: sides.StockLeave, StockTrack: sides.StockTrack, StockUntrack: sides.StockUntrack, StockFollowSource: sides.StockFollowSource,
}

func checkStockRule(p *problems, r catalog.StockRule) {
	p.add(r.SharePercent < 0 || r.SharePercent > 100, "SharePercent", fmt.Sprintf("is %d", r.SharePercent), "a percentage from 1 to 100, or 0 for all")
	p.add(r.PerUnit.IsNegative(), "PerUnit", "is negative", "how many pieces of the POS one piece of the shop is, or 0 for one")
	p.add(r.Cap < 0, "Cap", fmt.Sprintf("is %d", r.Cap), "the highest number shown, or 0 for none")
}

// SyncStock writes the stock of the POS to the products and variations of the
// shop that [SyncProducts] linked: what is on hand, less what is reserved at the
// POS and what web orders took that the POS does not know yet. Only numbers that
// differ are written. More than a fifth of the articles falling to zero trips
// the brake MaxZeroed, and none of those is written.
//
// A number that fell in the shop later than the orders were read does not rise
// (remark StaleReading) until an order pass has read on: so run orders before
// stock. Without an order flow in the same state every number of the POS wins; an
// order flow that is given up has to be removed from the state, cursor included.
//
// It reads all pages of the POS, because whether a change of stock moves a
// product's modification time is unknown, and of the shop what changed since the
// last pass.
func SyncStock(ctx context.Context, c StockConfig) (*pass.Report, error) {
	p, reservations, err := c.pass(c.State)
	if err != nil {
		return failedReport("stock", err)
	}
	report, err := p.Run(ctx)
	return report, errors.Join(err, reservations.Save(ctx))
}

// PlanStock yields what SyncStock would do, and writes nothing.
func PlanStock(ctx context.Context, c StockConfig) iter.Seq2[pass.Step, error] {
	p, _, err := c.pass(planStore(c.State))
	if err != nil {
		return failed[pass.Step](err)
	}
	return p.Plan(ctx)
}

func (c StockConfig) pass(store state.Store) (*sides.StockPass, *sides.Reservations, error) {
	if err := c.check(); err != nil {
		return nil, nil, err
	}
	s := c.systems().atMost(ecwid.PriorityNormal)
	stock := s.availability(store, c.Rule, c.ReservingStatuses)
	pair := sides.Stock{
		SalesPOS: s.pos, Ecwid: s.shop, State: store,
		Flow: s.flow("stock", c.Direction), ProductFlow: s.flow("products", c.Direction),
		Availability: stock, Manage: manageStock[c.ManageStock], Overlap: DefaultOverlap,
	}.Pair()
	return newPass(pair, store, c.Pass), stock.Reservations, nil
}

// availability joins the stock rule with the reservations of the POS and the
// pending orders of the shop.
func (s systems) availability(store state.Store, rule catalog.StockRule, statuses []salespos.OrderStatus) *sides.Availability {
	if statuses == nil {
		statuses = []salespos.OrderStatus{salespos.OrderReserved}
	}
	return &sides.Availability{
		Rule: rule, Records: store.Records,
		Reservations: &sides.Reservations{
			Client: s.pos, Records: store.Records, Hasher: mapping.NewHasher(s.key),
			Flow: s.flow("reservations", SalesPOSToEcwid), Statuses: statuses,
		},
		OrderFlow: s.flow("orders", EcwidToSalesPOS),
	}
}
