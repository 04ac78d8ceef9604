package sides

import (
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// What stands in the state for an article without a number of its own.
const (
	seenUnlimited = "unlimited" // the shop does not track it
	seenShared    = "shared"    // a variation that shares the product's stock
)

// wantedStock is what the shop should show; a nil quantity wants no number.
type wantedStock struct {
	quantity  *int
	unlimited bool
}

// atMost is what may be shown when the number must not rise.
func (w wantedStock) atMost(limit int) wantedStock {
	if w.quantity == nil || *w.quantity >= limit {
		return wantedStock{}
	}
	return w
}

// wanted decides what the shop should show, and why.
func (f *stockFlow) wanted(w *stockWork) (want wantedStock, reason string, err error) {
	art := w.Item.Record
	if catalog.SwitchedOff(art.combination) {
		return wantedStock{quantity: new(int)}, "the combination is switched off at the POS", nil
	}
	if f.Manage == StockUntrack {
		return wantedStock{unlimited: true}, "stock is not tracked in the shop", nil
	}
	tracked, known := art.tracked()
	switch {
	case !known:
		return want, "the POS does not say whether it tracks the article", nil
	case !tracked && f.Manage == StockFollowSource:
		return wantedStock{unlimited: true}, "the POS does not track the article", nil
	case !tracked:
		return want, "the POS does not track the article", nil
	}
	n, remarks, err := f.Availability.number(art)
	for _, remark := range remarks {
		w.Remark(remark)
	}
	quantity := int(n)
	return wantedStock{quantity: &quantity}, "on hand less reserved and pending", err
}

// patch compares what is wanted with what the shop has. A number is not written
// where the shop tracks none, unless the flow manages the flag too.
func (f *stockFlow) patch(now shopStock, want wantedStock, reason *string) stockPatch {
	switch {
	case now.shared:
		*reason = "the variation has no SKU and shares the product's stock"
	case want.unlimited && !now.unlimited:
		return stockPatch{unlimited: new(true)}
	case want.quantity == nil:
	case now.unlimited && (f.Manage == StockLeave || f.Manage == StockUntrack):
		*reason = "the shop does not track the article, and the flow leaves that alone"
	case now.unlimited:
		return stockPatch{quantity: want.quantity, unlimited: new(false)}
	case *want.quantity != now.quantity:
		return stockPatch{quantity: want.quantity}
	}
	return stockPatch{}
}

// stockChange shows the decision as a field of the step.
func stockChange(now shopStock, patch stockPatch, reason string) mapping.FieldChange {
	change := mapping.FieldChange{Field: "quantity", Decision: mapping.DecisionSame, Policy: "stock", Case: "stock", Reason: reason}
	if !now.unlimited {
		change.Old = mapping.Number(decimal.NewFromInt(int64(now.quantity)))
	}
	if patch.unlimited != nil {
		change.Field, change.Decision, change.New = "unlimited", mapping.DecisionWrite, mapping.Bool(*patch.unlimited)
	}
	if patch.quantity != nil {
		change.Field, change.Decision = "quantity", mapping.DecisionWrite
		change.New = mapping.Number(decimal.NewFromInt(int64(*patch.quantity)))
	}
	return change
}

// settleStock keeps what the shop has now, so that the next pass knows it
// without a read.
func settleStock(now shopStock, patch stockPatch) func(*state.Record, *shopStock) []state.Record {
	return func(row *state.Record, _ *shopStock) []state.Record {
		stock := state.Stock{Seen: seenAs(now), At: time.Now().UTC()}
		if row.Stock != nil {
			stock.Pushed = row.Stock.Pushed
		}
		if patch.unlimited != nil && *patch.unlimited {
			stock.Seen = seenUnlimited
		}
		if patch.quantity != nil {
			stock.Seen = strconv.Itoa(*patch.quantity)
			stock.Pushed = stock.Seen
		}
		row.Stock = &stock
		return nil
	}
}

func seenAs(now shopStock) string {
	switch {
	case now.shared:
		return seenShared
	case now.unlimited:
		return seenUnlimited
	default:
		return strconv.Itoa(now.quantity)
	}
}

// stale reports whether the shop sold some of the article in an order that the
// order flow has not read: its number fell, later than the orders were read.
func (f *stockFlow) stale(now *shopStock, row *state.Record) bool {
	if row.Stock == nil || f.ordersUntil.IsZero() || now.unlimited || now.shared {
		return false
	}
	at := now.updated
	if at.IsZero() {
		at = row.Stock.At
	}
	seen, err := strconv.Atoi(row.Stock.Seen)
	fell := err == nil && now.quantity < seen || row.Reason == RemarkStaleReading
	return fell && at.After(f.ordersUntil)
}

// settleStale remembers besides that the number fell, and when.
func settleStale(now shopStock, patch stockPatch) func(*state.Record, *shopStock) []state.Record {
	settle := settleStock(now, patch)
	return func(row *state.Record, after *shopStock) []state.Record {
		at := now.updated
		if at.IsZero() {
			at = row.Stock.At
		}
		parts := settle(row, after)
		row.Reason, row.Stock.At = RemarkStaleReading, at
		return parts
	}
}

// sameStock reports that the stored row says what the shop has, and nothing else.
func sameStock(row *state.Record, now shopStock) bool {
	return row.Stock != nil && row.Stock.Seen == seenAs(now) && row.Reason == ""
}
