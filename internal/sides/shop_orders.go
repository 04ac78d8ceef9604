package sides

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// shopOrder is an order of Ecwid with what was looked up for it.
type shopOrder struct {
	catalog.ShopOrder
	lines []catalog.ShopLine
}

// shopOrders reads orders of Ecwid. They cannot be sorted, so a window of
// update times is frozen and read as a whole, in slices of at most 1,000.
type shopOrders struct {
	client *ecwid.Client
	// since begins the first reading.
	since   time.Time
	overlap time.Duration
}

// maxSlice is the number of orders that are read as one slice.
const maxSlice = 1000

// searchLag is how long the shop's search may not show a write.
const searchLag = 2 * time.Minute

// orderCursor is the instant up to which updates are handled.
type orderCursor struct {
	Until time.Time `json:"until"`
	// First says that this is inside the first window.
	First bool `json:"first,omitempty"`
}

// firstReading reports whether the first window was never read to its end.
func firstReading(token string) bool {
	var c orderCursor
	return token == "" || json.Unmarshal([]byte(token), &c) == nil && c.First
}

func (c orderCursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // a time always encodes
	}
	return string(text)
}

func (s *shopOrders) parse(token string) (time.Time, error) {
	if token == "" {
		return s.since, nil
	}
	until, err := parseOrderCursor(token)
	return until.Add(-s.overlap), err
}

// parseOrderCursor is the instant up to which orders were read.
func parseOrderCursor(token string) (time.Time, error) {
	var c orderCursor
	if err := json.Unmarshal([]byte(token), &c); err != nil {
		return time.Time{}, &pass.Error{Class: pass.ClassConfig, Reason: "CursorUnreadable",
			Err:    fmt.Errorf("the stored cursor of the orders is none of ours: %w", err),
			Remedy: "remove it from the state and set Since"}
	}
	return c.Until, nil
}

// Read yields the orders updated since the cursor, oldest slice first.
func (s *shopOrders) Read(ctx context.Context, token string) iter.Seq2[engine.Batch[shopOrder], error] {
	return func(yield func(engine.Batch[shopOrder], error) bool) {
		from, err := s.parse(token)
		if err != nil {
			yield(engine.Batch[shopOrder]{}, err)
			return
		}
		r := &orderReading{shopOrders: s, until: time.Now().UTC().Truncate(time.Second), first: firstReading(token), cursor: token, yield: yield}
		if err := r.window(ctx, from, r.until); err != nil && !errors.Is(err, errEnough) {
			yield(engine.Batch[shopOrder]{}, fault(err))
		}
	}
}

// orderReading is one reading of a frozen window.
type orderReading struct {
	*shopOrders
	until  time.Time
	first  bool
	cursor string
	yield  func(engine.Batch[shopOrder], error) bool
}

// window reads the orders updated in [from, to], halved while it has too many.
func (r *orderReading) window(ctx context.Context, from, to time.Time) error {
	first, err := r.page(ctx, from, to, 0)
	if err != nil {
		return err
	}
	if middle := from.Add(to.Sub(from) / 2).Truncate(time.Second); first.Total > maxSlice && middle.After(from) && middle.Before(to) {
		if err := r.window(ctx, from, middle); err != nil {
			return err
		}
		return r.window(ctx, middle.Add(time.Second), to)
	}
	orders, err := r.rest(ctx, from, to, first)
	if err != nil {
		return err
	}
	return r.hand(orders, to)
}

func (r *orderReading) page(ctx context.Context, from, to time.Time, offset int) (*ecwid.Page[ecwid.Order], error) {
	return r.client.Orders.List(ctx, &ecwid.OrderListOptions{UpdatedFrom: from, UpdatedTo: to, Offset: offset, Limit: shopPage})
}

// rest reads the slice behind its first page.
func (r *orderReading) rest(ctx context.Context, from, to time.Time, first *ecwid.Page[ecwid.Order]) ([]ecwid.Order, error) {
	page := func(ctx context.Context, offset int) ([]ecwid.Order, bool, error) {
		page := first
		if offset > 0 {
			var err error
			if page, err = r.page(ctx, from, to, offset); err != nil {
				return nil, false, err
			}
		}
		return page.Items, offset+len(page.Items) < page.Total, nil
	}
	var orders []ecwid.Order
	for fresh, err := range scan(ctx, 0, func(o *ecwid.Order) int64 { return o.InternalID }, page) {
		if err != nil {
			return nil, err
		}
		orders = append(orders, fresh.rows...)
	}
	slices.SortFunc(orders, func(a, b ecwid.Order) int { return int(a.InternalID - b.InternalID) })
	return orders, nil
}

// hand yields a slice in batches. The cursor moves behind the last of them, and
// never into the time that the search may not show yet.
func (r *orderReading) hand(orders []ecwid.Order, to time.Time) error {
	until := to
	if limit := r.until.Add(-searchLag); until.After(limit) {
		until = limit
	}
	batches := slices.Collect(slices.Chunk(orderItems(orders), engine.BatchSize))
	for i, items := range batches {
		if i == len(batches)-1 {
			break
		}
		if !r.yield(engine.Batch[shopOrder]{Items: items, Cursor: r.cursor}, nil) {
			return errEnough
		}
	}
	r.cursor = orderCursor{Until: until, First: r.first && to.Before(r.until)}.String()
	last := engine.Batch[shopOrder]{Cursor: r.cursor}
	if len(batches) > 0 {
		last.Items = batches[len(batches)-1]
	}
	if !r.yield(last, nil) {
		return errEnough
	}
	return nil
}

func orderItems(orders []ecwid.Order) []engine.Item[shopOrder] {
	items := make([]engine.Item[shopOrder], len(orders))
	for i := range orders {
		items[i] = orderItem(&orders[i])
	}
	return items
}

func orderItem(o *ecwid.Order) engine.Item[shopOrder] {
	return engine.Item[shopOrder]{ID: idText(o.InternalID), Label: string(o.ID), Record: shopOrder{ShopOrder: catalog.ShopOrder{Order: o}}}
}

// Get reads orders again: a page of them by the search, and by id what it does
// not show.
func (s *shopOrders) Get(ctx context.Context, ids []string) ([]engine.Item[shopOrder], error) {
	found := map[string]*ecwid.Order{}
	for some := range slices.Chunk(ids, shopPage) {
		opts := &ecwid.OrderListOptions{Limit: shopPage}
		for _, id := range some {
			opts.IDs = append(opts.IDs, ecwid.OrderID(id))
		}
		page, err := s.client.Orders.List(ctx, opts)
		if err != nil {
			return nil, fault(err)
		}
		for i := range page.Items {
			found[idText(page.Items[i].InternalID)] = &page.Items[i]
		}
	}
	var items []engine.Item[shopOrder]
	for _, id := range ids {
		order := found[id]
		if order == nil {
			var err error
			if order, err = s.client.Orders.Get(ctx, ecwid.OrderID(id)); errors.Is(err, ecwid.ErrNotFound) {
				continue
			} else if err != nil {
				return nil, fault(err)
			}
		}
		items = append(items, orderItem(order))
	}
	return items, nil
}
