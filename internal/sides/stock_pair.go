package sides

import (
	"context"
	"fmt"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// ManageStock says what a stock flow does about the shop's tracking flag.
type ManageStock int

// What a stock flow does about the flag.
const (
	// StockLeave writes numbers only where the shop tracks them.
	StockLeave ManageStock = iota
	// StockTrack turns tracking on together with the number.
	StockTrack
	// StockUntrack turns tracking off and writes no number.
	StockUntrack
	// StockFollowSource does as the POS does.
	StockFollowSource
)

// Stock are the settings of the stock of SalesPOS on its way to Ecwid.
type Stock struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Flow names the rows of the stock, ProductFlow those with the links.
	Flow, ProductFlow string
	Availability      *Availability
	Manage            ManageStock
	// Overlap is how far before the last pass the shop's changes are read again.
	Overlap time.Duration
}

// shopStock is the stock of one product or variation in the shop.
type shopStock struct {
	quantity  int
	unlimited bool
	// shared variations have no number of their own.
	shared bool
	// updated is when the shop last changed the product; zero: not since the last
	// pass.
	updated time.Time
}

// stockPatch is what the shop has to be told; nil leaves a value alone.
type stockPatch struct {
	quantity  *int
	unlimited *bool
}

type (
	stockWork     = engine.Work[article, shopStock, stockPatch]
	stockPair     = engine.Pair[article, shopStock, stockPatch]
	stockDecision = engine.Decision[shopStock, stockPatch]
)

type stockFlow struct {
	Stock
	links  links
	shop   *shopNumbers
	source *posStock
	// ordersUntil is the instant up to which the order flow has read, once it is
	// known; zero when there is no order flow.
	ordersUntil time.Time
	ordersKnown bool
}

// RemarkStaleReading: the shop sold some of the article in an order that the order
// flow has yet to read, so that the POS cannot know of it. The number rises not before
// then.
const RemarkStaleReading = "StaleReading"

// Pair joins the articles of SalesPOS with their numbers in Ecwid.
func (s Stock) Pair() *stockPair {
	f := &stockFlow{Stock: s, links: links{s.State.Records, s.ProductFlow},
		shop:   &shopNumbers{client: s.Ecwid, changed: map[string]*shopStock{}},
		source: &posStock{client: s.SalesPOS, started: time.Now().UTC()}}
	return &stockPair{
		Flow: s.Flow, Fingerprint: "stock", Standing: true, Source: f.source, Target: f.shop, Timeout: s.Ecwid.Timeout(),
		Enrich: f.enrich, Map: f.mapStock, Prepare: f.prepare,
	}
}

// enrich links the articles as the product flow did, and takes the shop's
// numbers from the last pass and from what changed in the shop since.
func (f *stockFlow) enrich(ctx context.Context, works []*stockWork) error {
	ids := make([]string, len(works))
	for i, w := range works {
		ids[i] = w.Item.ID
	}
	linked, err := f.links.targets(ctx, ids)
	if err != nil {
		return err
	}
	if err := f.refresh(ctx); err != nil {
		return err
	}
	for _, w := range works {
		target, ok := linked[w.Item.ID]
		if !ok {
			w.Skip("unlinked", "the article has no product in the shop")
			continue
		}
		if w.Row.TargetID != target {
			w.Row.TargetID, w.Row.Stock = target, nil
		}
		w.Item.Record.target = target
		w.Current = f.shop.known(target, w.Row.Stock)
	}
	return nil
}

// refresh reads once what changed in the shop since the last pass. In the first
// pass there is nothing to compare with, and the numbers are read in batches.
func (f *stockFlow) refresh(ctx context.Context) error {
	token, ok, err := f.State.Cursors.Cursor(ctx, f.Flow)
	if err != nil {
		return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load cursor of the stock: %w", err)}
	}
	if !ok || f.shop.refreshed {
		return nil
	}
	cursor, err := parseStockCursor(token)
	if err != nil || cursor.Shop.IsZero() {
		return err
	}
	return f.shop.refresh(ctx, cursor.Shop.Add(-f.Overlap))
}

func (f *stockFlow) prepare(ctx context.Context, _ []*stockWork) error {
	if err := f.readOrdersUntil(ctx); err != nil {
		return err
	}
	return f.Availability.load(ctx)
}

func (f *stockFlow) readOrdersUntil(ctx context.Context) error {
	if f.ordersKnown || f.Availability.OrderFlow == "" {
		return nil
	}
	token, ok, err := f.State.Cursors.Cursor(ctx, f.Availability.OrderFlow)
	if err != nil {
		return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load cursor of the orders: %w", err)}
	}
	if ok {
		f.ordersUntil, err = parseOrderCursor(token)
	}
	f.ordersKnown = err == nil
	return err
}

// mapStock decides about the number of one article.
func (f *stockFlow) mapStock(w *stockWork) (stockDecision, error) {
	now := w.Current
	d := stockDecision{}
	if now == nil {
		return d, &pass.Error{Class: pass.ClassNotFound, Reason: "TargetGone",
			Err: fmt.Errorf("%s is gone in the shop", w.TargetID()), Remedy: "run a full product pass"}
	}
	if now.quantity > 0 {
		d.Base = append(d.Base, pass.BrakeZeroed)
	}
	want, reason, err := f.wanted(w)
	if err != nil {
		return d, err
	}
	stale := f.stale(now, &w.Row)
	if stale {
		w.Remark(RemarkStaleReading)
		want, reason = want.atMost(now.quantity), "orders that are not read yet took some off: the number only falls"
	}
	d.Patch = f.patch(*now, want, &reason)
	d.Writes = d.Patch != stockPatch{}
	d.Fields = []mapping.FieldChange{stockChange(*now, d.Patch, reason)}
	if d.Patch.quantity != nil && *d.Patch.quantity == 0 && now.quantity > 0 {
		d.Guard = pass.BrakeZeroed
	}
	d.Settle, d.Keep = settleStock(*now, d.Patch), !d.Writes && sameStock(&w.Row, *now)
	if stale {
		d.Settle, d.Keep = settleStale(*now, d.Patch), !d.Writes && now.updated.IsZero()
	}
	return d, nil
}
