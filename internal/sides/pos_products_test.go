package sides

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// till has 250 products, of which each was changed a second after the one before it.
func till() *salespostest.Server {
	pos := salespostest.New(salespostest.WithoutLimits(), salespostest.WithPageCap(90))
	for i := range 250 {
		pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":"P-%d","name":"Product","price":1,"modifydate":%q}`,
			i+1, i+1, time.Now().Add(time.Duration(i-1000)*time.Second).Format(time.RFC3339)))
	}
	return pos
}

// reader keeps the price of each product as it was read last.
type reader struct {
	source *POSProducts
	prices map[string]string
	cursor string
	twice  int
}

func newReader(pos *salespostest.Server) *reader {
	return &reader{source: &POSProducts{Client: pos.Client(), Overlap: 5 * time.Minute}, prices: map[string]string{}}
}

// read goes on at the cursor for at most n batches; 0 is to the end.
func (r *reader) read(t *testing.T, n int) {
	t.Helper()
	here := map[string]bool{}
	for batch, err := range r.source.Read(t.Context(), r.cursor) {
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range batch.Items {
			if here[item.ID] {
				r.twice++
			}
			here[item.ID] = true
			r.prices[item.ID] = item.Record.Product.Price.String()
		}
		r.cursor = batch.Cursor
		if n--; n == 0 {
			return
		}
	}
}

func TestReadingThatIsCutMissesNoChange(t *testing.T) {
	t.Parallel()
	edits := map[string][]int64{
		"nothing": nil, "a handled product": {240}, "one to come": {3}, "many of both": {7, 47, 87, 127, 167, 207, 247}, "the newest": {250}, "the oldest": {1},
	}
	for name, ids := range edits {
		for batches := 1; batches <= 2; batches++ {
			t.Run(fmt.Sprint(name, " after ", batches), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { cutAndResume(t, batches, ids) })
			})
		}
	}
}

// cutAndResume cuts a first reading and the one after it. Behind each some products
// are changed and one is added.
func cutAndResume(t *testing.T, batches int, edited []int64) {
	t.Helper()
	pos := till()
	r := newReader(pos)
	for round := range 2 {
		r.read(t, batches)
		time.Sleep(time.Hour)
		for _, id := range edited {
			pos.Edit("products", id, fmt.Sprintf(`{"price":%d}`, round+2))
		}
		pos.Add("products", fmt.Sprintf(`{"productnumber":"NEW-%d","name":"New","price":9}`, round))
		time.Sleep(time.Hour)
	}
	r.read(t, 0)
	want := map[string]string{}
	for item, err := range pos.Client().Products.All(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		want[idText(item.ID)] = item.Price.String()
	}
	if diff := cmp.Diff(want, r.prices); diff != "" || r.twice > 0 {
		t.Errorf("%d products came twice in a reading; prices (-want +got):\n%s", r.twice, diff)
	}
	pos.ResetRequests()
	if r.read(t, 0); len(pos.Requests()) != 1 {
		t.Errorf("%d requests when nothing changed, want 1", len(pos.Requests()))
	}
}

func TestBudgetOfOneBatchReachesTheLastProduct(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newReader(till())
		for range 3 {
			r.read(t, 1)
		}
		if len(r.prices) != 250 {
			t.Errorf("%d products after three readings of a batch, want 250", len(r.prices))
		}
	})
}

func TestListThatIsEmptyAllOfASuddenIsNone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for _, batches := range []int{0, 2} {
			r := newReader(till())
			r.read(t, batches)
			r.source.Client = salespostest.New().Client()
			var last error
			for _, err := range r.source.Read(t.Context(), r.cursor) {
				last = err
			}
			if fault, ok := errors.AsType[*pass.Error](last); !ok || fault.Class != pass.ClassBrake {
				t.Errorf("after %d batches: %v, want the brake", batches, last)
			}
		}
	})
}

func TestForeignCursorsAreRefused(t *testing.T) {
	t.Parallel()
	for name, parse := range map[string]func(string) error{
		"products": func(token string) error { _, err := parsePOSCursor(token); return err },
		"stock":    func(token string) error { _, err := parseStockCursor(token); return err },
		"orders":   func(token string) error { _, err := parseOrderCursor(token); return err },
	} {
		if fault, ok := errors.AsType[*pass.Error](parse("somebody else's")); !ok || fault.Reason != "CursorUnreadable" || fault.Remedy == "" {
			t.Errorf("%s: %v, want CursorUnreadable with a remedy", name, fault)
		}
	}
}
