package sides

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strconv"
	"time"

	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// productExpansions are the sub-resources that a product is read with, so that
// no variant, option or category costs a read of its own.
var productExpansions = []salespos.ProductExpand{
	salespos.ExpandAttributeCombinations, salespos.ExpandAttributeSets, salespos.ExpandCategories,
}

// POSProducts reads products of SalesPOS, newest change first: the API has no
// filter by modification date.
type POSProducts struct {
	Client *salespos.Client
	// Overlap is how far below the floor a reading goes on, for records that were
	// committed late.
	Overlap time.Duration
	// Expand is what the mapping reads beside productExpansions.
	Expand []salespos.ProductExpand
	// Total is the number of products, 0 while unknown; nil: never known.
	Total func() int
}

// Read yields the products changed since the cursor.
func (s *POSProducts) Read(ctx context.Context, token string) iter.Seq2[engine.Batch[catalog.POSProduct], error] {
	return func(yield func(engine.Batch[catalog.POSProduct], error) bool) {
		cursor, err := parsePOSCursor(token)
		if err != nil {
			yield(engine.Batch[catalog.POSProduct]{}, err)
			return
		}
		r := &productReading{POSProducts: s, cursor: cursor, began: time.Now().UTC(), yield: yield}
		if err := r.run(ctx); err != nil && !errors.Is(err, errEnough) {
			yield(engine.Batch[catalog.POSProduct]{}, fault(err))
		}
	}
}

// errEnough ends a reading whose consumer wants no more.
var errEnough = errors.New("enough")

// productReading is one reading from the newest product down.
type productReading struct {
	*POSProducts
	cursor posCursor
	began  time.Time
	yield  func(engine.Batch[catalog.POSProduct], error) bool

	top     time.Time          // modification time of the newest product
	first   salespos.ProductID // the newest product
	newer   int                // products above a cut
	count   int                // products seen from the top on
	pending []engine.Item[catalog.POSProduct]
	token   posCursor // behind the last pending item
}

func (r *productReading) run(ctx context.Context) error {
	start := 0
	if r.cursor.Cut != nil {
		if err := r.readAboveCut(ctx); err != nil {
			return err
		}
		start = max(0, r.cursor.Cut.Offset-1) + r.newer
		r.count = r.cursor.Cut.Count + r.newer
	}
	return r.readDown(ctx, start)
}

// readAboveCut handles what changed while a reading was cut off. Its batches
// leave the cursor alone: cut off again, they are simply read once more.
func (r *productReading) readAboveCut(ctx context.Context) error {
	r.token = r.cursor
	for page, err := range scan(ctx, 0, productID, r.page) {
		if err != nil {
			return err
		}
		if err := r.begin(page); err != nil {
			return err
		}
		for _, p := range page.rows {
			if !p.Modified.After(r.cursor.Cut.Top) {
				return r.flush()
			}
			r.newer++
			if err := r.add(p, r.cursor); err != nil {
				return err
			}
		}
	}
	return r.flush()
}

// readDown handles the products from an offset down to the floor or the end.
func (r *productReading) readDown(ctx context.Context, start int) error {
	floor := r.cursor.Floor.Add(-r.Overlap)
	for page, err := range scan(ctx, start, productID, r.page) {
		if err != nil {
			return err
		}
		if err := r.begin(page); err != nil {
			return err
		}
		quiet := r.quiet()
		if quiet && r.cursor.At.Sub(r.top) > r.Overlap {
			return r.emit(nil, r.cursor) // the last reading has seen all there was
		}
		if start > 0 && r.movedUp(page) {
			return r.readDown(ctx, max(0, start-salespos.DefaultPageSize))
		}
		offset := page.end - len(page.rows)
		for i, p := range page.rows {
			if r.cut() && p.Modified.After(r.cursor.Cut.Bottom) {
				continue
			}
			if !r.cursor.Floor.IsZero() && p.Modified.Before(floor) {
				return r.finish(0)
			}
			r.count++
			at := r.cursor
			at.Cut = &posCut{Top: r.top, First: r.first, Bottom: p.Modified.Time, Offset: offset + i + 1, Count: r.count}
			if err := r.add(p, at); err != nil {
				return err
			}
		}
		if quiet {
			return r.finish(0) // what was committed late stands on the first page
		}
	}
	if r.cursor.Floor.IsZero() {
		return r.finish(r.count)
	}
	return r.finish(0)
}

// movedUp reports that the row where a cut reading ended is no longer where this
// page begins, so that rows between them would be missed.
func (r *productReading) movedUp(page freshRows[salespos.Product]) bool {
	return r.cut() && r.count == r.cursor.Cut.Count+r.newer &&
		(len(page.rows) == 0 || page.rows[0].Modified.Before(r.cursor.Cut.Bottom))
}

func (r *productReading) cut() bool { return r.cursor.Cut != nil }

// begin notes the newest product. A list that had products and has none now is
// no list to act on.
func (r *productReading) begin(page freshRows[salespos.Product]) error {
	if !r.top.IsZero() {
		return nil
	}
	if len(page.rows) == 0 {
		if r.cursor.Count > 0 || r.cursor.Cut != nil || !r.cursor.Floor.IsZero() {
			return engine.EmptySource()
		}
		return nil
	}
	r.top, r.first = page.rows[0].Modified.Time, page.rows[0].ID
	return nil
}

// quiet reports that the newest product is the one of the last reading and too old
// for anything to appear below it any more.
func (r *productReading) quiet() bool {
	return !r.cut() && r.first == r.cursor.First && r.first != 0 && r.top.Equal(r.cursor.Floor) &&
		r.top.Before(time.Now().Add(-r.Overlap))
}

func (r *productReading) finish(count int) error {
	r.token = r.cursor.finished(r.began, r.top, r.first, count)
	return r.emit(r.pending, r.token)
}

// add puts a product into the pending batch and hands it out when it is full.
func (r *productReading) add(p salespos.Product, behind posCursor) error {
	r.pending = append(r.pending, productItem(p))
	r.token = behind
	if len(r.pending) < engine.BatchSize {
		return nil
	}
	return r.flush()
}

func (r *productReading) flush() error {
	if len(r.pending) == 0 {
		return nil
	}
	items := r.pending
	r.pending = nil
	return r.emit(items, r.token)
}

func (r *productReading) emit(items []engine.Item[catalog.POSProduct], behind posCursor) error {
	batch := engine.Batch[catalog.POSProduct]{Items: items, Cursor: behind.String()}
	if r.Total != nil {
		batch.Total = r.Total()
	}
	if !r.yield(batch, nil) {
		return errEnough
	}
	return nil
}

func (r *productReading) page(ctx context.Context, offset int) ([]salespos.Product, bool, error) {
	page, err := r.Client.Products.List(ctx, &salespos.ProductListOptions{
		Start: offset, OrderBy: salespos.ProductsByModifiedDesc, Expand: r.expand(),
	})
	if err != nil {
		return nil, false, err
	}
	return page.Items, page.Next != "", nil
}

func productID(p *salespos.Product) int64 { return int64(p.ID) }

// Get reads products again by id.
func (s *POSProducts) Get(ctx context.Context, ids []string) ([]engine.Item[catalog.POSProduct], error) {
	var items []engine.Item[catalog.POSProduct]
	for _, id := range ids {
		number, err := strconv.ParseInt(id, 10, 64)
		if err != nil {
			continue // not an id of ours: such a record does not exist
		}
		p, err := s.Client.Products.Get(ctx, salespos.ProductID(number), s.expand()...)
		switch {
		case errors.Is(err, salespos.ErrNotFound):
		case err != nil:
			return nil, fault(err)
		default:
			items = append(items, productItem(*p))
		}
	}
	return items, nil
}

// expand are the sub-resources that products are read with.
func (s *POSProducts) expand() []salespos.ProductExpand {
	expand := slices.Concat(productExpansions, s.Expand)
	slices.Sort(expand)
	return slices.Compact(expand)
}
