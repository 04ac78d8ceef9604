package engine_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
)

// article, product and patch are the records of a toy pair of systems.
type (
	article struct{ ID, SKU, Name string }
	product struct{ ID, SKU, Name, Ref string }
	patch   struct{ SKU, Name, Ref string }
)

// world is a toy source and a toy target. Its target neither refuses a second
// record with a SKU nor knows transactions: only the engine prevents doubles.
type world struct {
	mu       sync.Mutex
	articles []article
	products map[string]product
	next     int
	calls    []string
	writes   int
	// fault decides about each call by its number and name: an error before or
	// after the effect.
	fault func(n int, call string) (before, after error)
	// unique makes the target refuse a second product with a SKU.
	unique bool
	// latency is how long the n-th call takes; nil is no time.
	latency func(n int) time.Duration
}

func newWorld(articles ...article) *world {
	return &world{articles: articles, products: map[string]product{}, next: 100}
}

func (w *world) call(name string, write bool, effect func()) error {
	w.mu.Lock()
	w.calls = append(w.calls, name)
	n := len(w.calls)
	w.mu.Unlock()
	if w.latency != nil {
		time.Sleep(w.latency(n))
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	var before, after error
	if w.fault != nil {
		before, after = w.fault(n, name)
	}
	if before != nil {
		return before
	}
	if effect(); write {
		w.writes++
	}
	return after
}

func (w *world) Read(ctx context.Context, cursor string) iter.Seq2[engine.Batch[article], error] {
	return func(yield func(engine.Batch[article], error) bool) {
		start, _ := strconv.Atoi(cursor)
		var all []article
		if err := w.call("read", false, func() { all = slices.Clone(w.articles) }); err != nil {
			yield(engine.Batch[article]{}, err)
			return
		}
		for start < len(all) {
			end := min(start+3, len(all))
			batch := engine.Batch[article]{Items: items(all[start:end]), Cursor: strconv.Itoa(end)}
			if start = end; !yield(batch, nil) {
				return
			}
		}
		yield(engine.Batch[article]{Cursor: "0"}, nil)
	}
}

func items(articles []article) []engine.Item[article] {
	var out []engine.Item[article]
	for _, a := range articles {
		out = append(out, engine.Item[article]{ID: a.ID, Label: a.SKU, Record: a})
	}
	return out
}

func (w *world) Get(_ context.Context, ids []string) ([]engine.Item[article], error) {
	var found []article
	err := w.call("get", false, func() {
		for _, a := range w.articles {
			if slices.Contains(ids, a.ID) {
				found = append(found, a)
			}
		}
	})
	return items(found), err
}

func (w *world) Load(_ context.Context, ids []string) (map[string]*product, error) {
	found := map[string]*product{}
	err := w.call("load", false, func() {
		for _, id := range ids {
			if p, ok := w.products[id]; ok {
				found[id] = &p
			}
		}
	})
	return found, err
}

func (w *world) Create(_ context.Context, p *patch) (id string, after *product, err error) {
	var taken bool
	err = w.call("create "+p.SKU, true, func() {
		for _, other := range w.products {
			taken = taken || w.unique && other.SKU == p.SKU
		}
		if taken {
			return
		}
		w.next++
		id = strconv.Itoa(w.next)
		w.products[id] = product{ID: id, SKU: p.SKU, Name: p.Name, Ref: p.Ref}
	})
	if taken && err == nil {
		err = &pass.Error{Class: pass.ClassDuplicate, Reason: "SKUTaken", Err: errors.New("SKU taken")}
	}
	return id, nil, err
}

func (w *world) Update(_ context.Context, id string, p *patch) (*product, error) {
	var after product
	err := w.call("update "+id, true, func() {
		after = w.products[id]
		after.Name = p.Name
		w.products[id] = after
	})
	return &after, err
}

// bySKU counts the products of each SKU.
func (w *world) bySKU() map[string]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	counts := map[string]int{}
	for _, p := range w.products {
		counts[p.SKU]++
	}
	return counts
}

// key stands for the caller's secret.
var key = []byte("0123456789abcdef0123456789abcdef")

// pair is the toy flow: it creates, updates names and matches by SKU.
func (w *world) pair(store state.Store) *engine.Pair[article, product, patch] {
	return &engine.Pair[article, product, patch]{
		Flow: "articles", Fingerprint: "f1", Origin: "till", Source: w, Target: w, Timeout: time.Minute,
		Version:   func(a *article) (string, error) { return a.SKU + "/" + a.Name, nil },
		Reference: func(a *article) string { return "ref-" + a.ID },
		Probe:     w.probe,
		Match: &engine.Matcher[article, product]{
			Hasher: mapping.NewHasher(key), Index: store.Index, Kind: "SKU",
			SourceIndex: "articles", TargetIndex: "products",
			SourceKeys: func(a *article) []string { return []string{a.SKU} },
			TargetKeys: func(p *product) []string { return []string{p.SKU} },
			Search:     w.search,
		},
		Map: mapArticle,
	}
}

func mapArticle(work *engine.Work[article, product, patch]) (engine.Decision[product, patch], error) {
	a := work.Item.Record
	if a.Name == "broken" {
		return engine.Decision[product, patch]{}, errors.New("field name: cannot be mapped")
	}
	d := engine.Decision[product, patch]{Patch: patch{SKU: a.SKU, Name: a.Name, Ref: "ref-" + a.ID}}
	d.Writes = work.Current != nil && work.Current.Name != a.Name
	if work.Current != nil && a.Name == "" {
		d.Guard, d.Base = pass.BrakeZeroed, []pass.BrakeName{pass.BrakeZeroed}
	}
	return d, nil
}

func (w *world) probe(_ context.Context, works []*engine.Work[article, product, patch]) (map[string]string, map[string]bool, error) {
	found := map[string]string{}
	err := w.call("probe", false, func() {
		for _, work := range works {
			for id, p := range w.products {
				if p.Ref == "ref-"+work.Item.ID {
					found[work.Item.ID] = id
				}
			}
		}
	})
	return found, nil, err
}

func (w *world) search(_ context.Context, sku string) ([]string, error) {
	var ids []string
	err := w.call("search", false, func() {
		for id, p := range w.products {
			if p.SKU == sku {
				ids = append(ids, id)
			}
		}
	})
	sort.Strings(ids)
	return ids, err
}

func (w *world) pass(store state.Store) *engine.Pass[article, product, patch] {
	return &engine.Pass[article, product, patch]{Pair: w.pair(store), Store: store}
}

func some(n int) []article {
	var out []article
	for i := range n {
		out = append(out, article{ID: fmt.Sprint(i + 1), SKU: fmt.Sprintf("S-%d", i+1), Name: fmt.Sprintf("Name %d", i+1)})
	}
	return out
}

func mustRun(t *testing.T, p *engine.Pass[article, product, patch]) *pass.Report {
	t.Helper()
	report, err := p.Run(t.Context())
	if err != nil {
		t.Fatalf("Run: %v", err)
	}
	return report
}

var (
	errTimeout     = &pass.Error{Class: pass.ClassUnavailable, Unknown: true, Reason: "NoAnswer", Err: errors.New("no answer")}
	errUnavailable = &pass.Error{Class: pass.ClassUnavailable, Reason: "NoAnswer", Err: errors.New("connection refused")}
)
