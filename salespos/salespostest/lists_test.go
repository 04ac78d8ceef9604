package salespostest_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// seedProducts adds n products with the ids 1 to n, each a minute younger.
func seedProducts(s *salespostest.Server, n int) {
	for i := 1; i <= n; i++ {
		s.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":"SKU-%d","name":"Product %c","price":%d,"stock":%d,
			"createdate":"2020-01-01T00:%02d:00Z","modifydate":"2021-01-01T00:%02d:00Z","is_active":%v}`,
			i, i, 'A'+(i*7)%26, i, i, 59-i%60, i%60, i%2 == 1))
	}
}

func TestPagedEnvelope(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	seedProducts(w.s, 7)
	base := origin + "/api/rest/v1/products/"
	for _, c := range []struct{ query, start, size, previous, next string }{
		{"?size=3", "0", "3", "null", base + "?start=3&size=3"},
		{"?start=3&size=3&orderby=id", "3", "3", base + "?start=0&size=3&orderby=id", base + "?start=6&size=3&orderby=id"},
		{"?start=6&size=3", "6", "3", base + "?start=3&size=3", "null"},
		{"?start=4&size=3", "4", "3", base + "?start=1&size=3", "null"},
		{"?start=1&size=3", "1", "3", base + "?start=0&size=3", base + "?start=4&size=3"},
		{"?start=99&size=3", "99", "3", base + "?start=96&size=3", "null"},
		{"?size=3&productname=pro%64&x=a%2Fb", "0", "3", "null", base + "?start=3&size=3&productname=pro%64&x=a%2Fb"},
	} {
		a := w.get("/products" + c.query)
		got := map[string]string{}
		for _, key := range []string{"start", "size", "previous", "next", "href"} {
			got[key] = strings.Trim(strings.ReplaceAll(text(a.doc[key]), `\u0026`, "&"), `"`)
		}
		want := map[string]string{"start": c.start, "size": c.size, "previous": c.previous, "next": c.next, "href": base}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.query, d)
		}
		if first, _ := a.doc["first"].(string); !strings.HasPrefix(first, base+"?start=0&size=3") {
			t.Errorf("%s: first is %q", c.query, first)
		}
	}
}

// Following next, cut from /api/ on as clients do, meets each row once.
func TestNextLeadsThroughAll(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	seedProducts(w.s, 60)
	var got []int64
	for path := "/products?orderby=modifydate_desc&expand=productphotos%2Cproducttocategories"; path != ""; {
		a := w.get(path)
		got = append(got, a.ids()...)
		next, _ := a.doc["next"].(string)
		_, path, _ = strings.Cut(next, "/api/rest/v1")
	}
	if len(got) != 60 || len(slices.Compact(slices.Sorted(slices.Values(got)))) != 60 {
		t.Errorf("got %d rows %v", len(got), got)
	}
}

func TestPageSize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, query string
		opts        []salespostest.Option
		want        int // 0: refused
	}{
		{"default", "", nil, 25},
		{"largest", "?size=250", nil, 250},
		{"over the cap", "?size=1000", nil, 250},
		{"smaller cap", "?size=250", []salespostest.Option{salespostest.WithPageCap(100)}, 100},
		{"refusal", "?size=250", []salespostest.Option{salespostest.WithPageCap(100), salespostest.With(salespostest.PageRefusal)}, 0},
		{"at the cap", "?size=100", []salespostest.Option{salespostest.WithPageCap(100), salespostest.With(salespostest.PageRefusal)}, 100},
		{"zero", "?size=0", nil, 0},
		{"text", "?size=x", nil, 0},
		{"negative start", "?start=-1", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t, c.opts...)
			seedProducts(w.s, 300)
			a := w.call("GET", "/products"+c.query, "")
			if c.want == 0 {
				if a.status != 400 || a.code() != "" {
					t.Errorf("got %d %s, want 400", a.status, a.body)
				}
				return
			}
			if len(a.items()) != c.want || num(a.doc["size"]) != int64(c.want) || a.doc["next"] == nil {
				t.Errorf("got %d items, size %v, next %v; want %d", len(a.items()), a.doc["size"], a.doc["next"], c.want)
			}
		})
	}
}

func TestEmptyLastPage(t *testing.T) {
	t.Parallel()
	for _, extra := range []bool{false, true} {
		var opts []salespostest.Option
		if extra {
			opts = append(opts, salespostest.With(salespostest.EmptyLastPage))
		}
		w := newWire(t, opts...)
		seedProducts(w.s, 4)
		a := w.get("/products?start=2&size=2")
		if (a.doc["next"] != nil) != extra {
			t.Errorf("empty last page %v: next is %v", extra, a.doc["next"])
		}
		if a := w.get("/products?start=4&size=2"); len(a.items()) != 0 || a.doc["next"] != nil {
			t.Errorf("got %s, want an empty page without next", a.body)
		}
	}
}

func TestProductOrderAndFilters(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	seedProducts(w.s, 4)
	w.s.Edit("products", 2, `{"productnumber":"SKU-1","eannumber":"871","mpnnumber":"M2","discount":1}`)
	for query, want := range map[string][]int64{
		"":                         {1, 2, 3, 4}, // 6.12: id ascending when nothing is said
		"?orderby=id_desc":         {4, 3, 2, 1},
		"?orderby=modifydate":      {1, 3, 4, 2},
		"?orderby=modifydate_desc": {2, 4, 3, 1},
		"?orderby=createdate":      {4, 3, 2, 1},
		"?orderby=name":            {4, 1, 2, 3}, // C H O V
		"?orderby=stock_desc":      {1, 2, 3, 4}, // not offered: ignored
		"?productnumber=SKU-1":     {1, 2},       // not unique
		"?productnumber=SKU-1&orderby=modifydate_desc": {2, 1},
		"?productnumber=sku-1":                         nil,
		"?eannumber=871":                               {2},
		"?mpnnumber=M2":                                {2},
		"?active=true":                                 {1, 3},
		"?active=false":                                {2, 4},
		"?active=false&productnumber=SKU-1":            {2}, // combined with AND
		"?active=false&size=1&start=1":                 {4},
		"?productname=DUCT%20h":                        {1},
		"?minprice=2&maxprice=3":                       {2, 3},
		"?minsellprice=2":                              {3, 4},
		"?stock=3":                                     {3},
		"?minstock=3":                                  {3, 4},
		"?mindiscount=1":                               {2},
		"?colour=red&nonsense":                         {1, 2, 3, 4}, // unknown: ignored
	} {
		if d := cmp.Diff(want, w.get("/products"+query).ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", query, d)
		}
	}
	for _, query := range []string{"?active=1", "?productname=ab", "?minprice=cheap"} {
		w.want(400, "", "GET", "/products"+query, "")
	}
}

// 6.12: surplus parameters on lists that are not paged are ignored.
func TestUnpagedLists(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for i := range 30 {
		w.s.Add("attributes", fmt.Sprintf(`{"name":"Attribute %d"}`, i))
	}
	a := w.get("/attributes/?start=10&size=5&orderby=id_desc")
	if len(a.items()) != 30 || a.doc["href"] != origin+"/api/rest/v1/attributes/" {
		t.Errorf("got %d items, href %v", len(a.items()), a.doc["href"])
	}
	for _, key := range []string{"start", "size", "first", "previous", "next"} {
		if _, ok := a.doc[key]; ok {
			t.Errorf("an unpaged list has %q", key)
		}
	}
}

// Offset pages shift while rows change: what moved to the front pushes a row
// over the edge, so that it comes twice; a deleted row makes one go missing.
func TestPagesShift(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	seedProducts(w.s, 6)
	first := w.get("/products?orderby=modifydate_desc&size=3").ids()
	w.s.Edit("products", 1, `{"name":"Touched"}`)
	second := w.get("/products?orderby=modifydate_desc&size=3&start=3").ids()
	if d := cmp.Diff([][]int64{{6, 5, 4}, {4, 3, 2}}, [][]int64{first, second}); d != "" {
		t.Errorf("after an edit: -want +got\n%s", d)
	}
	first = w.get("/products?orderby=id&size=3").ids()
	w.want(204, "", "DELETE", "/products/2", "")
	second = w.get("/products?orderby=id&size=3&start=3").ids()
	if d := cmp.Diff([][]int64{{1, 2, 3}, {5, 6}}, [][]int64{first, second}); d != "" {
		t.Errorf("after a delete: -want +got\n%s", d)
	}
}

// 6.12: unexpanded links carry an empty collection, so that a client that
// misreads it fails its tests.
func TestExpand(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	id := variantProduct(w.s)
	w.s.Add("productphotos", fmt.Sprintf(`{"product_id":%d,"filename":"a.jpg","is_mainphoto":true}`, id))
	cat := w.s.Add("categories", `{"name":"Shirts"}`)
	w.s.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, id, cat))
	names := []string{"attributecombinations", "productattributesets", "producttocategories", "productphotos", "productvideos"}
	counts := func(a answer) (out []int) {
		for _, name := range names {
			collection, ok := at(a.doc, name, "collection").([]any)
			if !ok {
				t.Fatalf("%s has no collection in %s", name, a.body)
			}
			out = append(out, len(collection))
		}
		return out
	}
	path := fmt.Sprintf("/products/%d", id)
	for query, want := range map[string][]int{
		"": {0, 0, 0, 0, 0},
		"?expand=attributecombinations%2Cproductattributesets": {4, 2, 0, 0, 0},
		"?expand=" + strings.Join(names, ","):                  {4, 2, 1, 1, 0},
		"?expand=nonsense,productphotos":                       {0, 0, 0, 1, 0},
	} {
		if d := cmp.Diff(want, counts(w.get(path+query))); d != "" {
			t.Errorf("%q: -want +got\n%s", query, d)
		}
	}
	// Not recursive, and the same objects as the sub-collection shows.
	expanded := at(w.get(path+"?expand=attributecombinations").doc, "attributecombinations", "collection")
	if d := cmp.Diff(w.get(path + "/attributecombinations").doc["items"], expanded); d != "" {
		t.Errorf("expanded and listed differ: %s", d)
	}
	list := w.get("/products?expand=producttocategories").items()[0]
	if got := at(list, "producttocategories", "collection").([]any); len(got) != 1 {
		t.Errorf("expand in a list: got %v", got)
	}
}

func TestHrefOnlyLinks(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.With(salespostest.HrefOnlyLinks))
	w.s.Add("products", `{"id":5,"name":"Mug"}`)
	want := map[string]any{"href": origin + "/api/rest/v1/products/5/productphotos/"}
	if d := cmp.Diff(want, w.get("/products/5").doc["productphotos"]); d != "" {
		t.Error(d)
	}
	if _, ok := at(w.get("/products/5?expand=productphotos").doc, "productphotos", "collection").([]any); !ok {
		t.Error("an expanded link has no collection")
	}
}

func TestQueryIsRecorded(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.get("/products/?unknown=" + url.QueryEscape("a b"))
	r := w.s.Requests()[0]
	if r.Path != "/products" || r.Query != "unknown=a+b" || r.Status != 200 || r.Method != "GET" {
		t.Errorf("got %+v", r)
	}
}
