package salespostest

import (
	"fmt"
	"time"
)

// apiPath is the part of each URL between the host and the resource.
const apiPath = "/api/rest/v1"

// dateForm is how dates stand in documents.
const dateForm = "2006-01-02T15:04:05Z"

// webshopID is the id of the one shop of an account.
const webshopID = 1

// world is the state of the account. The server's lock guards it.
type world struct {
	cfg       *config
	resources []*resource // in the order of the root collection
	tables    map[string]*table
	rowInput  *schema
	rowsBody  *schema
	orderNo   int64 // last order number given
}

func newWorld(cfg *config) *world {
	w := &world{cfg: cfg, tables: map[string]*table{}}
	w.rowInput = parseSchema(rowInputFields, nil)
	w.rowsBody = parseSchema(rowsFields, map[string]*schema{"rowinput": w.rowInput})
	w.resources = append(catalogResources(), saleResources(w.rowInput)...)
	w.resources = append(w.resources, shopResources()...)
	for _, res := range w.resources {
		w.tables[res.name] = newTable(res)
	}
	return w
}

// now is the time of the server's own clock.
func (w *world) now() time.Time { return time.Now().Add(w.cfg.skew).UTC() }

func (w *world) stamp() string { return w.now().Format(dateForm) }

// table panics for names that are no resource: they come from this package or
// from a test.
func (w *world) table(name string) *table {
	t := w.tables[name]
	if t == nil {
		panic(fmt.Sprintf("salespostest: no resource %q", name))
	}
	return t
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
	return rec
}

// update merges a patch and reports whether it changed anything.
func (w *world) update(name string, rec *record, patch map[string]any) (changed bool) {
	w.table(name).change(rec, func() { changed = merge(rec.doc, patch) })
	return changed
}

// settings are the shop's settings with their defaults.
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
	if p := w.table("products").rows[productID]; p != nil && w.cfg.stockModifies {
		w.touch(p)
	}
}
