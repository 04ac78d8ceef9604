package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

func TestLifecycles(t *testing.T) {
	t.Parallel()
	for name, c := range lifecycles() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t)
			c.list = strings.Replace(c.list, "COMBO", fmt.Sprint(seedForLifecycles(w.s)), 1)
			before := len(w.s.Docs(name))
			for _, bad := range append(c.badBodies, `{"nonsense":1}`, `[]`) {
				w.want(400, "", "POST", c.list, bad)
			}
			a := w.post(c.list, c.body)
			check(t, a.doc, c.want)
			for _, key := range append(c.writeOnly, "nonsense") {
				if _, shown := a.doc[key]; shown {
					t.Errorf("%s is shown", key)
				}
			}
			if c.noGet {
				return
			}
			path := fmt.Sprintf("%s/%d", c.one, a.id())
			if d := cmp.Diff(a.body, w.get(path).body); d != "" {
				t.Errorf("read back: %s", d)
			}
			if !c.noList {
				items := w.get(c.list).items()
				if d := cmp.Diff(a.doc, items[len(items)-1]); d != "" {
					t.Errorf("in the list: %s", d)
				}
			}
			if c.patch == "" {
				w.want(405, "405.10", "PATCH", path, `{}`)
			} else {
				w.patch(path, c.patch)
				check(t, w.get(path).doc, c.after)
				w.want(400, "", "PATCH", path, `{"id":1}`)
			}
			if c.noDelete {
				w.want(405, "405.10", "DELETE", path, "")
				return
			}
			w.want(204, "", "DELETE", path, "")
			w.want(500, "500.24", "GET", path, "")
			if got := len(w.s.Docs(name)); got != before {
				t.Errorf("%d records are left, want %d", got, before)
			}
		})
	}
}

// Everything that belongs to a product goes with it, and nothing else.
func TestDeletionTakesAllChildrenAlong(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.WithoutLimits())
	combo := seedForLifecycles(w.s)
	for name, c := range lifecycles() {
		if name != "colors" {
			w.post(strings.Replace(c.list, "COMBO", fmt.Sprint(combo), 1), c.body)
		}
	}
	w.want(204, "", "DELETE", "/products/1", "")
	for name := range lifecycles() {
		below := strings.HasPrefix(name, "product") && name != "productpropertygroups" && name != "productproperties" && name != "productpropertyoptions"
		if docs := w.s.Docs(name); below && len(docs) != 0 {
			t.Errorf("%s are left: %v", name, docs)
		} else if !below && len(docs) == 0 && name != "colors" && name != "attributecombinationphotos" {
			t.Errorf("%s are gone too", name)
		}
	}
}

func TestOneMainPhoto(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug"}`)
	path := fmt.Sprintf("/products/%d/productphotos", p)
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"productmainphoto": "null"})
	photo := fmt.Sprintf(`{"file_type":"png","source":%q,"is_mainphoto":true}`, png)
	first := w.post(path, photo)
	second := w.post(path, photo)
	check(t, w.get(fmt.Sprintf("/productphotos/%d", first.id())).doc, map[string]string{"is_mainphoto": "false"})
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"productmainphoto": text(second.doc["deeplink"])})
	w.want(400, "", "PUT", path, `{"productphotos":[{"source":"AAAA"}]}`)
	if got := w.get(path).ids(); len(got) != 2 {
		t.Errorf("a refused PUT changed the photos: %v", got)
	}
	w.want(204, "", "PUT", path, `{"productphotos":[`+photo+`]}`)
	if got := w.get(path).ids(); len(got) != 1 || got[0] <= second.id() {
		t.Errorf("replaced: got %v", got)
	}
	w.want(204, "", "PUT", path, `{"productphotos":[]}`)
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"productmainphoto": "null"})
}

func TestFileErrors(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.WithFileLimits(10, 400))
	w.s.Add("products", `{"id":1,"name":"Mug"}`)
	for _, c := range []struct{ code, path, body string }{
		{"500.21", "/products/1/productphotos", fmt.Sprintf(`{"file_type":"png","source":%q}`, png)},
		{"500.22", "/products/1/productphotos", `{"file_type":"exe","source":"AAAA"}`},
		{"500.80", "/products/1/productphotos", fmt.Sprintf(`{"file_type":"png","source":%q}`, strings.Repeat("A", 400))},
		{"500.22", "/categories", `{"name":"A","photo_source":"AAAA","photo_file_type":"tiff"}`},
	} {
		w.want(500, c.code, "POST", c.path, c.body)
	}
	w.want(400, "", "POST", "/categories", `{"name":"A","photo_source":"AAAA"}`)
	w.want(400, "", "POST", "/categories", `{"name":"A","description_photo_source":"AAAA","description_photo_file_type":"png"}`)
	if docs := w.s.Docs("categories"); len(docs) != 0 {
		t.Errorf("refused categories were stored: %v", docs)
	}
	cat := w.post("/categories", `{"name":"A","photo_source":"AAAA","photo_file_type":"png"}`)
	if cat.doc["photo"] == "" {
		t.Errorf("no photo in %s", cat.body)
	}
	w.patch(fmt.Sprintf("/categories/%d", cat.id()), `{"photo_source":""}`)
	check(t, w.get(fmt.Sprintf("/categories/%d", cat.id())).doc, map[string]string{"photo": `""`})
}

func TestKeywordsAndLabels(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"id":1,"name":"Mug"}`)
	w.s.Add("orders", `{"id":1}`)
	one, two := w.s.Add("labels", `{"tooltip":"one"}`), w.s.Add("labels", `{"tooltip":"two"}`)
	if got := w.post("/products/1/productkeywords", `{"keyword":"cup"}`).body; got != `{"keyword":"cup"}` {
		t.Errorf("the answer is %s, want an echo", got)
	}
	w.post("/products/1/productkeywords", `{"keyword":"tea"}`)
	if got := w.get("/products/1/productkeywords").items(); len(got) != 2 || got[1]["keyword"] != "tea" {
		t.Errorf("keywords: got %v", got)
	}
	w.want(204, "", "DELETE", "/products/1/productkeywords", "")
	if got := w.get("/products/1/productkeywords").items(); len(got) != 0 {
		t.Errorf("keywords are left: %v", got)
	}
	for _, path := range []string{"/products/1/productlabels", "/orders/1/orderlabels"} {
		w.want(400, "", "PUT", path, `{"labels":["x"]}`)
		w.want(400, "", "PUT", path, fmt.Sprintf(`{"labels":[%d,99]}`, one))
		w.want(204, "", "PUT", path, fmt.Sprintf(`{"labels":[%d,%d]}`, one, two))
		items := w.get(path).items()
		if len(items) != 2 || num(items[1]["label_id"]) != two {
			t.Errorf("%s: got %v", path, items)
		}
	}
	w.want(204, "", "DELETE", fmt.Sprintf("/labels/%d", one), "")
	for _, path := range []string{"/products/1/productlabels", "/orders/1/orderlabels"} {
		if items := w.get(path).items(); len(items) != 1 || num(items[0]["label_id"]) != two {
			t.Errorf("%s after the label was deleted: %v", path, items)
		}
	}
}

func TestVariationsServeBothSides(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a, b := w.s.Add("products", `{"name":"Red mug"}`), w.s.Add("products", `{"name":"Blue mug"}`)
	link := w.post(fmt.Sprintf("/products/%d/productvariations", a), fmt.Sprintf(`{"product_variation_id":%d,"active":true}`, b))
	other := w.get(fmt.Sprintf("/products/%d/productvariations", b)).items()
	if len(other) != 1 || num(other[0]["product_variation_id"]) != a || num(other[0]["id"]) != link.id() {
		t.Errorf("seen from the other side: %v", other)
	}
	w.want(500, "500.40", "POST", fmt.Sprintf("/products/%d/productvariations", b), fmt.Sprintf(`{"product_variation_id":%d,"active":true}`, a))
	expanded := at(w.get(fmt.Sprintf("/products/%d?expand=productvariants", b)).doc, "productvariations", "collection").([]any)
	if len(expanded) != 1 {
		t.Errorf("expanded: %v", expanded)
	}
	auto := w.s.Add("productvariations", fmt.Sprintf(`{"product_id":%d,"product_variation_id":%d,"auto_created":true}`, a, w.s.Add("products", `{"name":"X"}`)))
	w.want(500, "500.70", "DELETE", fmt.Sprintf("/productvariations/%d", auto), "")
	w.want(204, "", "DELETE", fmt.Sprintf("/products/%d", b), "")
	if got := w.get(fmt.Sprintf("/products/%d/productvariations", a)).ids(); len(got) != 1 {
		t.Errorf("after the other product was deleted: %v", got)
	}
}

func TestProductQueries(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	combos := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()
	w.s.Edit("attributecombinations", combos[2], `{"sku_number":"S3","ean_number":"873"}`)
	mug := w.s.Add("products", `{"name":"Mug","productnumber":"M1","mpnnumber":"P1","eannumber":"873"}`)
	for query, want := range map[string][]int64{
		"?productnumber=M1": {mug}, "?mpnnumber=P1": {mug}, "?eannumber=873": {p, mug}, "?skunumber=S3": {p}, "?skunumber=M1": nil,
		"?eannumber=873&size=1": {p}, "?productnumber=M1&mpnnumber=P1": {mug},
	} {
		if d := cmp.Diff(want, w.get("/productqueries/"+query).ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", query, d)
		}
	}
	hit := w.get("/productqueries?skunumber=S3").items()[0]
	if got := at(hit, "attributecombinations", "collection").([]any); len(got) != 1 || num(got[0].(map[string]any)["id"]) != combos[2] {
		t.Errorf("got %v, want only the combination that matches", got)
	}
	w.want(400, "", "GET", "/productqueries?size=5", "")
}

func TestNamedLists(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	brand, supplier := w.s.Add("brands", `{"name":"Acme"}`), w.s.Add("suppliers", `{"name":"Wholesale"}`)
	condition := w.s.Add("conditions", `{"name":"Used"}`)
	p := w.s.Add("products", fmt.Sprintf(`{"name":"Mug","brand":{"id":%d},"supplier":{"id":%d},"condition":{"id":%d}}`, brand, supplier, condition))
	w.s.Add("products", `{"name":"Jug"}`)
	for _, path := range []string{fmt.Sprintf("/brands/%d", brand), fmt.Sprintf("/suppliers/%d", supplier), fmt.Sprintf("/conditions/%d", condition)} {
		if d := cmp.Diff([]int64{p}, w.get(path+"/products?size=10&active=true").ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", path, d)
		}
		w.want(204, "", "DELETE", path, "")
	}
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"brand": "null", "supplier": "null", "condition": "null"})
}

func TestMultishop(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	child := w.s.Add("webshops", `{"name":"Child","parent_id":1}`)
	plain := w.s.Add("products", `{"name":"Mug"}`)
	shared := w.s.Add("products", `{"name":"Jug","is_multishop_product":true}`)
	path := fmt.Sprintf("/products/%d/webshops", shared)
	w.want(500, "500.70", "POST", fmt.Sprintf("/products/%d/webshops", plain), fmt.Sprintf(`{"webshop_id":%d}`, child))
	w.want(400, "", "PUT", path, `{"webshops":[99]}`)
	w.post(path, fmt.Sprintf(`{"webshop_id":%d}`, child))
	if d := cmp.Diff([]int64{child}, w.get(path).ids()); d != "" {
		t.Errorf("shops of the product: -want +got\n%s", d)
	}
	if got := fmt.Sprint(w.get(fmt.Sprintf("/webshops/%d/products", child)).ids(), w.get("/webshops/1/products").ids()); got != fmt.Sprint([]int64{shared}, []int64{plain}) {
		t.Errorf("products of the shops: got %s", got)
	}
	w.want(204, "", "PUT", path, `{"webshops":[]}`)
	if got := w.get(path).ids(); len(got) != 0 {
		t.Errorf("cleared: got %v", got)
	}
	if got := w.get("/webshops/1/webshops").ids(); len(got) != 1 || got[0] != child {
		t.Errorf("child shops: got %v", got)
	}
	if got := w.get("/merchant/1/webshops").ids(); len(got) != 2 {
		t.Errorf("shops of the merchant: got %v", got)
	}
}

func TestPropertiesOfAProduct(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.s.Add("products", `{"id":1,"name":"Mug"}`)
	group := w.post("/productpropertygroups", `{"name":"Measures"}`).id()
	parent := w.post(fmt.Sprintf("/productpropertygroups/%d/productproperties", group), `{"name":"All","type":"Group"}`).id()
	width := w.post(fmt.Sprintf("/productpropertygroups/%d/productproperties", group), fmt.Sprintf(`{"name":"Width","type":"Option","parent":%d}`, parent)).id()
	w.post(fmt.Sprintf("/productproperties/%d/productpropertyoptions", width), `{"name":"Small"}`)
	tree := w.get(fmt.Sprintf("/productproperties/%d", parent)).doc["children"].([]any)
	if len(tree) != 1 || num(tree[0].(map[string]any)["id"]) != width {
		t.Errorf("children: got %v", tree)
	}
	w.want(400, "", "PATCH", fmt.Sprintf("/productproperties/%d", parent), fmt.Sprintf(`{"parent":%d}`, width)) // a circle
	value := fmt.Sprintf(`{"product_id":1,"product_property_id":%d,"value":"Small"}`, width)
	w.post("/productpropertyvalues", value)
	w.want(500, "500.40", "POST", "/productpropertyvalues", value)
	link := fmt.Sprintf(`{"product_id":1,"product_property_group_id":%d}`, group)
	got := w.post("/producttopropertygroups", link)
	if values := at(got.doc, "values", "collection").([]any); len(values) != 1 || values[0].(map[string]any)["value"] != "Small" {
		t.Errorf("values of the link: %s", got.body)
	}
	w.want(500, "500.40", "POST", "/producttopropertygroups", link)
	expanded := at(w.get("/products/1?expand=producttopropertygroups").doc, "producttopropertygroups", "collection").([]any)
	if len(expanded) != 1 || len(w.get("/products/1/producttopropertygroups").items()) != 1 {
		t.Errorf("expanded: got %v", expanded)
	}
}

func TestShopResources(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		check(t, w.get("/merchant").items()[0], map[string]string{"company": `"Demo shop"`, "id": "1"})
		w.patch("/merchant/1", `{"first_name":"Ann","last_name":"Zed","housenumber":"12a","street":"Kade"}`)
		check(t, w.get("/webshops/1/merchant").items()[0], map[string]string{"full_name": `"Ann Zed"`, "address_line": `"Kade 12a"`})
		check(t, w.get("/languages").items()[0], map[string]string{"iso_code": `"nl"`, "active": "true"})
		check(t, w.get("/webshops/1/domains").items()[0], map[string]string{"domainname": `"salespos.example.com"`})
		cat := w.s.Add("appstorecategories", `{"name":"Sync"}`)
		app := num(w.get("/apps").items()[0]["id"])
		w.s.Edit("apps", app, fmt.Sprintf(`{"category_id":%d}`, cat))
		w.patch(fmt.Sprintf("/apps/%d", app), `{"is_installed":true}`)
		check(t, w.get(fmt.Sprintf("/apps/%d", app)).doc, map[string]string{"is_installed": "true", "categories.collection": "[]"})
		if got := at(w.get(fmt.Sprintf("/appstorecategories/%d/apps?expand=categories&orderby=populair", cat)).items()[0], "categories", "collection").([]any); len(got) != 1 {
			t.Errorf("categories of the app: got %v", got)
		}
		check(t, w.get("/productreviews").doc, map[string]string{"items": "[]"})
		check(t, w.get("/colors?color=%23ff0000").doc, map[string]string{"items": "[]"})
	})
}

// The own key can be deleted, once.
func TestCredentials(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	if got := w.get("/credentials").ids(); len(got) != 1 {
		t.Fatalf("got %v, want the own key", got)
	}
	w.want(403, "", "POST", "/webshops/1/credentials", `{"label":"Other"}`)
	w.want(204, "", "DELETE", "/credentials/1", "")
	w.want(401, "", "GET", "/products", "")

	partner := newWire(t, salespostest.With(salespostest.PartnerKey))
	a := partner.post("/webshops/1/credentials", `{"label":"Other","api_public":"p","api_secret":"s","permissions":["a"]}`)
	if a.doc["api_secret"] != nil || len(partner.get("/credentials").ids()) != 1 {
		t.Errorf("got %s", a.body)
	}
}
