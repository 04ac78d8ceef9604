package salespostest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// apiPath is the part of each URL between the host and the resource.
const apiPath = "/api/rest/v1"

// dateForm is how dates stand in documents.
const dateForm = "2006-01-02T15:04:05Z"

// The ids of the one shop of an account, its owner and its key.
const (
	webshopID    = 1
	merchantID   = 1
	credentialID = 1
)

// world is the state of the account. The server's lock guards it.
type world struct {
	cfg       *config
	resources []*resource // in the order of the root collection
	tables    map[string]*table
	rowInput  *schema // body of one order row
	rowsBody  *schema // body of a PUT of all
	orderNo   int64   // last order number given
	invoiceNo int64   // last invoice number given
	base      string  // of the URLs that the server sends by itself
	events    []event
	changes   []change // of the request that is being carried out
	mail      []*mail  // webhooks on their way, oldest first
}

func newWorld(cfg *config) *world {
	w := &world{cfg: cfg, tables: map[string]*table{}, base: cfg.host, events: events(cfg.readings[StockModifies]), rowInput: parseSchema(rowInputFields, nil)}
	w.rowsBody = parseSchema("orderrows arr:rowinput - R -", map[string]*schema{"rowinput": w.rowInput})
	for _, part := range [][]*resource{
		productResources(), variantResources(), propertyResources(), categoryResources(),
		orderResources(w.rowInput), documentResources(), peopleResources(), shopResources(), appResources(),
	} {
		w.resources = append(w.resources, part...)
	}
	for _, res := range w.resources {
		res.compile()
		w.tables[res.name] = newTable(res)
	}
	w.table("cashups").res.paged = w.reads(MorePaging)
	w.table("redirects").res.paged = w.reads(MorePaging)
	return w
}

// reads reports whether a reading is set.
func (w *world) reads(s Reading) bool { return w.cfg.readings[s] }

// now is the time of the server's own clock.
func (w *world) now() time.Time { return time.Now().Add(w.cfg.skew).UTC() }

func (w *world) stamp() string { return w.now().Format(dateForm) }

// table panics for names that are no resource: they come from this package or
// from a test.
func (w *world) table(name string) *table {
	t := w.tables[name]
	if t == nil {
		panic(fmt.Sprintf("salespostest: no resource %q: use one of %s", name, strings.Join(slices.Sorted(maps.Keys(w.tables)), ", ")))
	}
	return t
}

// hides reports whether this kind of shop has no such resource.
func (w *world) hides(name string) bool {
	t := w.tables[name]
	return t != nil && t.res.posOnly && !w.isPOS()
}

func (w *world) isPOS() bool {
	return flag(w.table("webshops").rows[webshopID].doc, "is_salespos", true)
}

// insert stores a new document under the id, or under the next one when id is
// 0, and fills in the keys whose default is the time of creation.
func (w *world) insert(name string, id int64, doc map[string]any) *record {
	t := w.table(name)
	if id == 0 {
		id = t.last + 1
	}
	for _, f := range t.res.schema.dated {
		if _, ok := doc[f.key]; !ok {
			doc[f.key] = w.stamp()
		}
	}
	rec := &record{id: id, doc: doc}
	t.insert(rec)
	w.note(name, rec, nil)
	return rec
}

// update merges a patch and reports whether it changed anything.
func (w *world) update(name string, rec *record, patch map[string]any) (changed bool) {
	t := w.table(name)
	before := maps.Clone(rec.doc)
	news := maps.Clone(patch)
	maps.DeleteFunc(news, func(key string, v any) bool {
		_, has := rec.doc[key]
		return !has && t.res.schema.isDefault(key, v)
	})
	t.change(rec, func() { changed = merge(rec.doc, news) })
	if changed {
		w.note(name, rec, before)
	}
	return changed
}

// remove takes a record away with all that belongs to it. Others that name it
// lose the reference.
func (w *world) remove(name string, rec *record) {
	for _, res := range w.resources {
		t := w.table(res.name)
		for _, p := range res.parents {
			if p.resource == name {
				for _, child := range t.where(p.key, rec.id) {
					w.remove(res.name, child)
				}
			}
		}
		for _, p := range res.refers {
			if p.resource == name {
				key, _, _ := strings.Cut(p.key, ".")
				for _, other := range t.where(p.key, rec.id) {
					w.update(res.name, other, map[string]any{key: nil})
				}
			}
		}
	}
	t := w.table(name)
	if t.rows[rec.id] != rec {
		return // it belonged to one of its own children
	}
	w.note(name, rec, rec.doc)
	t.remove(rec)
	w.touched(t.res, rec)
}

// touched does what else a change of a record brings about.
func (w *world) touched(res *resource, rec *record) {
	if res.touched != nil {
		res.touched(w, rec)
	}
}

// checkRefs refuses a body that names a record which does not exist.
func (w *world) checkRefs(res *resource, body map[string]any) *apiError {
	for _, list := range [][]parent{res.parents, res.refers} {
		for _, p := range list {
			for _, f := range res.schema.fields {
				if strings.Join(f.stored, ".") != p.key {
					continue
				}
				if err := w.refer(body, f.key, p.resource); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// setting is a key of the shop's settings, with its default.
func (w *world) setting(key string) any {
	t := w.table("settings")
	if v, ok := t.rows[webshopID].doc[key]; ok {
		return v
	}
	return t.res.schema.byKey[key].defaultValue()
}

// touch moves the modifydate of a product.
func (w *world) touch(product *record) {
	w.update("products", product, map[string]any{"modifydate": w.stamp()})
}

// touchStock moves it only when the server is set to do so for stock.
func (w *world) touchStock(productID int64) {
	if p := w.table("products").rows[productID]; p != nil && w.reads(StockModifies) {
		w.touch(p)
	}
}
