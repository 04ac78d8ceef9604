package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
)

// tree seeds Tea with Green and Black below it, and Tea's own twin elsewhere.
func (h *house) tree() {
	h.pos.Add("categories", `{"id":700,"name":"Tea","show_on_website":true}`)
	h.pos.Add("categories", `{"id":701,"name":"Green","show_on_website":true,"parentcategory":{"id":700}}`)
	h.pos.Add("categories", `{"id":702,"name":"Black","show_on_website":true,"parentcategory":{"id":700}}`)
	h.pos.Add("categories", `{"id":703,"name":"Sencha","show_on_website":true,"parentcategory":{"id":701}}`)
}

// categoryIDs are the shop's categories by name.
func (h *house) categoryIDs() map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, c := range docs(h.t, h.shop.Docs("categories")) {
		out[c["name"].(string)] = c
	}
	return out
}

func TestCategoriesKeepTheirTree(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.shop.Add("categories", `{"id":50,"name":"Tea"}`)
		h.wants(h.categories(), map[pass.Outcome]int{pass.Created: 3, pass.Unchanged: 1})
		c := h.categoryIDs()
		if len(docs(t, h.shop.Docs("categories"))) != 4 {
			t.Errorf("categories = %v, want the shop's own Tea to be used", c)
		}
		if c["Green"]["parentId"] != 50.0 || c["Sencha"]["parentId"] != c["Green"]["id"] {
			t.Errorf("Green is below %v, Sencha below %v", c["Green"]["parentId"], c["Sencha"]["parentId"])
		}
		time.Sleep(time.Hour)
		h.quiet()
		h.wants(h.categories(), map[pass.Outcome]int{pass.Unchanged: 4})
		if got := len(h.pos.Requests()) + len(h.shop.Requests()); got > 2 {
			t.Errorf("%d calls in an unchanged pass, want at most 2", got)
		}
	})
}

func TestProductsGoIntoTheLinkedCategories(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.articles(1)
		h.pos.Add("producttocategories", `{"product_id":1001,"category_id":703}`)
		h.categories()
		h.products()
		sencha := h.categoryIDs()["Sencha"]["id"]
		if ids := h.bySKU("S-1")["categoryIds"].([]any); len(ids) != 1 || ids[0] != sencha {
			t.Errorf("categoryIds = %v, want %v", ids, sencha)
		}
	})
}
