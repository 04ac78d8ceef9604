package sides

import (
	"net/url"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// readOrders reads from a cursor to the end, or to the nth batch, and returns the
// ids and the last cursor.
func readOrders(t *testing.T, s *shopOrders, token string, batches int) (ids []string, cursor string) {
	t.Helper()
	cursor = token
	for batch, err := range s.Read(t.Context(), token) {
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range batch.Items {
			ids = append(ids, item.ID)
		}
		if cursor = batch.Cursor; batches == 1 {
			break
		}
		batches--
	}
	return ids, cursor
}

// TestOrderWindowIsHalvedUntilItFits: beyond 1,000 orders the pages of an unsorted
// list are too many to be read as one.
func TestOrderWindowIsHalvedUntilItFits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop := ecwidtest.New(ecwidtest.WithoutLimits())
		since := time.Now()
		const orders = 1100
		for range orders {
			shop.PlaceOrder(`{"items":[{"name":"Tea","price":1,"quantity":1}]}`)
			time.Sleep(time.Second)
		}
		ids, _ := readOrders(t, &shopOrders{client: shop.Client(), since: since}, "", 0)
		seen := map[string]bool{}
		for _, id := range ids {
			seen[id] = true
		}
		if len(ids) != orders || len(seen) != orders {
			t.Errorf("%d orders read, %d different ones; want each of %d once", len(ids), len(seen), orders)
		}
		for _, r := range shop.Requests() {
			query, err := url.ParseQuery(r.Query)
			if err != nil {
				t.Fatal(err)
			}
			if offset, _ := strconv.Atoi(query.Get("offset")); offset >= maxSlice {
				t.Errorf("a slice was read from offset %d, want at most %d orders in each", offset, maxSlice)
			}
		}
	})
}

// TestFirstReadingLastsToItsEnd: between two slices records are still looked for, since
// the state may be lost.
func TestFirstReadingLastsToItsEnd(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop := ecwidtest.New(ecwidtest.WithoutLimits())
		source := &shopOrders{client: shop.Client(), since: time.Now()}
		for range 1100 {
			shop.PlaceOrder(`{"items":[{"name":"Tea","price":1,"quantity":1}]}`)
			time.Sleep(time.Second)
		}
		cursor := ""
		for _, slice := range []struct {
			batches int
			first   bool
		}{{6, true}, {0, false}} {
			if _, cursor = readOrders(t, source, cursor, slice.batches); cursor == "" || firstReading(cursor) != slice.first {
				t.Errorf("cursor %q after %d batches, want one of the first reading %t", cursor, slice.batches, slice.first)
			}
		}
	})
}

// TestOrdersCutOffBetweenBatches: the cursor stays before the slice until its last
// batch is handed out.
func TestOrdersCutOffBetweenBatches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shop := ecwidtest.New(ecwidtest.WithoutLimits())
		source := &shopOrders{client: shop.Client(), since: time.Now(), overlap: time.Minute}
		for range 150 {
			shop.PlaceOrder(`{"items":[{"name":"Tea","price":1,"quantity":1}]}`)
		}
		time.Sleep(time.Hour)
		first, cursor := readOrders(t, source, "", 1)
		if len(first) != 100 || cursor != "" || !firstReading(cursor) {
			t.Errorf("%d orders and cursor %q, want 100 and none", len(first), cursor)
		}
		all, cursor := readOrders(t, source, cursor, 0)
		if len(all) != 150 || firstReading(cursor) {
			t.Errorf("%d orders and cursor %q, want all 150 and the end of the first reading", len(all), cursor)
		}
		if again, _ := readOrders(t, source, cursor, 0); len(again) != 0 {
			t.Errorf("%d orders came again, want none", len(again))
		}
	})
}

func TestOrderCursorOfSomebodyElse(t *testing.T) {
	t.Parallel()
	source := &shopOrders{client: ecwidtest.New().Client()}
	for _, err := range source.Read(t.Context(), "not ours") {
		if err == nil {
			t.Error("a foreign cursor was read")
		}
	}
}

func TestOrdersAreReadAgainByID(t *testing.T) {
	t.Parallel()
	shop := ecwidtest.New(ecwidtest.WithIndexLag(time.Hour))
	source := &shopOrders{client: shop.Client()}
	order, err := shop.Client().Orders.Get(t.Context(), ecwid.OrderID(shop.PlaceOrder(`{"items":[{"name":"Tea","price":1}]}`)))
	if err != nil {
		t.Fatal(err)
	}
	items, err := source.Get(t.Context(), []string{idText(order.InternalID), "999"})
	if err != nil || len(items) != 1 || items[0].Label != string(order.ID) {
		t.Errorf("items = %v, %v; want the order that the search does not show yet", items, err)
	}
}
