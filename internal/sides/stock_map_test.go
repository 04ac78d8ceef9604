package sides

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/salespos"
)

func TestStockPatch(t *testing.T) {
	t.Parallel()
	five, none, unlimited, limited := stockPatch{quantity: new(5)}, stockPatch{}, stockPatch{unlimited: new(true)}, stockPatch{quantity: new(5), unlimited: new(false)}
	tests := []struct {
		name   string
		manage ManageStock
		now    shopStock
		want   wantedStock
		patch  stockPatch
	}{
		{"same number", StockLeave, shopStock{quantity: 5}, wantedStock{quantity: new(5)}, none},
		{"another number", StockLeave, shopStock{quantity: 4}, wantedStock{quantity: new(5)}, five},
		{"nothing wanted", StockLeave, shopStock{quantity: 4}, wantedStock{}, none},
		{"untracked, left", StockLeave, shopStock{unlimited: true}, wantedStock{quantity: new(5)}, none},
		{"untracked, tracked from now on", StockTrack, shopStock{unlimited: true}, wantedStock{quantity: new(5)}, limited},
		{"untracked, as the POS", StockFollowSource, shopStock{unlimited: true}, wantedStock{quantity: new(5)}, limited},
		{"untracked, and a combination is off", StockUntrack, shopStock{unlimited: true}, wantedStock{quantity: new(5)}, none},
		{"not to be tracked", StockUntrack, shopStock{quantity: 4}, wantedStock{unlimited: true}, unlimited},
		{"not tracked already", StockUntrack, shopStock{unlimited: true}, wantedStock{unlimited: true}, none},
		{"shared", StockTrack, shopStock{shared: true}, wantedStock{quantity: new(5)}, none},
		{"shared and untracked", StockTrack, shopStock{shared: true, unlimited: true}, wantedStock{quantity: new(5)}, none},
	}
	for _, tt := range tests {
		reason := ""
		f := &stockFlow{Stock: Stock{Manage: tt.manage}}
		if diff := cmp.Diff(tt.patch, f.patch(tt.now, tt.want, &reason), cmp.AllowUnexported(stockPatch{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStockWanted(t *testing.T) {
	t.Parallel()
	amount := func(n int64) *salespos.Amount { a := salespos.NewAmount(decimalOf(n)); return &a }
	tracked := &salespos.Product{StockEnabled: new(true), Stock: amount(8)}
	untracked := &salespos.Product{StockEnabled: new(false), Stock: amount(8)}
	tests := []struct {
		name   string
		manage ManageStock
		art    article
		want   wantedStock
		fails  bool
	}{
		{"tracked", StockLeave, article{product: tracked}, wantedStock{quantity: new(8)}, false},
		{"tracked, none to be", StockUntrack, article{product: tracked}, wantedStock{unlimited: true}, false},
		{"untracked", StockTrack, article{product: untracked}, wantedStock{}, false},
		{"untracked, as the POS", StockFollowSource, article{product: untracked}, wantedStock{unlimited: true}, false},
		{"unknown whether", StockFollowSource, article{product: &salespos.Product{Stock: amount(8)}}, wantedStock{}, false},
		{"unknown number", StockTrack, article{product: &salespos.Product{StockEnabled: new(true)}}, wantedStock{}, true},
	}
	for _, tt := range tests {
		f := &stockFlow{Stock: Stock{Manage: tt.manage, Availability: &Availability{reserved: quantities{}, pending: quantities{}}}}
		w := &stockWork{Job: &engine.Job{}}
		w.Item.Record = tt.art
		got, reason, err := f.wanted(w)
		if (err != nil) != tt.fails || reason == "" {
			t.Errorf("%s: %q, %v; want a reason, and an error: %t", tt.name, reason, err, tt.fails)
		}
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(wantedStock{})); diff != "" && !tt.fails {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStaleReading(t *testing.T) {
	t.Parallel()
	read := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	later, earlier := read.Add(time.Second), read.Add(-time.Second)
	ten := state.Record{Stock: &state.Stock{Seen: "10", At: earlier}}
	known := state.Record{Stock: &state.Stock{Seen: "8", At: later}, Reason: RemarkStaleReading}
	tests := []struct {
		name string
		read time.Time
		now  shopStock
		row  state.Record
		want bool
	}{
		{"fell after the orders were read", read, shopStock{quantity: 8, updated: later}, ten, true},
		{"fell before", read, shopStock{quantity: 8, updated: earlier}, ten, false},
		{"rose", read, shopStock{quantity: 12, updated: later}, ten, false},
		{"same", read, shopStock{quantity: 10, updated: later}, ten, false},
		{"no order flow", time.Time{}, shopStock{quantity: 8, updated: later}, ten, false},
		{"first pass", read, shopStock{quantity: 8, updated: later}, state.Record{}, false},
		{"was not tracked", read, shopStock{quantity: 8, updated: later}, state.Record{Stock: &state.Stock{Seen: seenUnlimited}}, false},
		{"is not tracked", read, shopStock{unlimited: true, updated: later}, ten, false},
		{"fell in an earlier pass", read, shopStock{quantity: 8}, known, true},
		{"fell in an earlier pass, orders read since", later, shopStock{quantity: 8}, known, false},
	}
	for _, tt := range tests {
		if got := (&stockFlow{ordersUntil: tt.read}).stale(&tt.now, &tt.row); got != tt.want {
			t.Errorf("%s: stale = %t, want %t", tt.name, got, tt.want)
		}
	}
}

func TestStockIsKnownAgainAsItWasSeen(t *testing.T) {
	t.Parallel()
	for _, stock := range []shopStock{{quantity: 7}, {quantity: 0}, {quantity: -2}, {unlimited: true}, {shared: true}} {
		row := &state.Record{}
		settleStock(stock, stockPatch{})(row, nil)
		shop := &shopNumbers{refreshed: true}
		if got := shop.known("1", row.Stock); got == nil || *got != stock || !sameStock(row, stock) {
			t.Errorf("known = %+v after %+v was seen", got, stock)
		}
		if got := (&shopNumbers{}).known("1", row.Stock); got != nil {
			t.Errorf("known = %+v before the shop's changes were read, want nothing", got)
		}
	}
}
