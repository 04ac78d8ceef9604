package salespostest_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

func TestCategories(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	root := w.post("/categories", `{"name":"Clothes"}`)
	check(t, root.doc, map[string]string{"parentcategory.id": "null", "parentcategory.href": "null", "position": "1", "orderby": `"position"`})
	id := root.id()
	shirts := w.post("/categories", fmt.Sprintf(`{"name":"Shirts","parentcategory_id":%d}`, id)).id()
	socks := w.post("/categories", fmt.Sprintf(`{"name":"Socks","parentcategory_id":%d,"show_on_website":false}`, id))
	check(t, socks.doc, map[string]string{
		"position": "2", "parentcategory.id": fmt.Sprint(id), "show_on_website": "false",
		"parentcategory.href": text(fmt.Sprintf("%s/api/rest/v1/categories/%d/", origin, id)),
	})
	w.patch(fmt.Sprintf("/categories/%d", shirts), `{"position":9}`)
	tree := w.get("/categorytree").doc["root_categories"].([]any)[0].(map[string]any)
	var names []string
	for _, child := range tree["children"].([]any) {
		names = append(names, child.(map[string]any)["name"].(string))
	}
	if d := cmp.Diff([]string{"Socks", "Shirts"}, names); d != "" {
		t.Errorf("tree: -want +got\n%s", d)
	}
	if d := cmp.Diff([]int64{shirts, socks.id()}, w.get(fmt.Sprintf("/categories/%d/categories", id)).ids()); d != "" {
		t.Errorf("children: -want +got\n%s", d)
	}
	if a := w.get("/categories?size=2&start=1"); len(a.items()) != 2 || a.doc["next"] != nil {
		t.Errorf("categories are not paged: %s", a.body)
	}
	w.patch(fmt.Sprintf("/categories/%d", shirts), `{"parentcategory_id":null}`)
	check(t, w.get(fmt.Sprintf("/categories/%d", shirts)).doc, map[string]string{"parentcategory.id": "null"})
	w.want(204, "", "DELETE", fmt.Sprintf("/categories/%d", id), "")
	if d := cmp.Diff([]int64{shirts}, w.get("/categories").ids()); d != "" {
		t.Errorf("after deleting the root: -want +got\n%s", d)
	}
}

func TestCategoryLinks(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p, q := w.s.Add("products", `{"name":"Mug"}`), w.s.Add("products", `{"name":"Jug"}`)
	cat := w.s.Add("categories", `{"name":"Kitchen"}`)
	link := w.post("/producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, p, cat))
	check(t, link.doc, map[string]string{
		"position": "1", "product_id": fmt.Sprint(p), "category_id": fmt.Sprint(cat),
		"product_href": text(fmt.Sprintf("%s/api/rest/v1/products/%d", origin, p)),
	})
	check(t, w.post("/producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, q, cat)).doc, map[string]string{"position": "2"})
	path := fmt.Sprintf("/producttocategories/%d", link.id())
	w.patch(path, `{"position":5}`)
	w.want(400, "", "PATCH", path, `{"category_id":1}`) // moved by delete and post
	if got := w.get(fmt.Sprintf("/products/%d/producttocategories", p)).items(); len(got) != 1 || text(got[0]["position"]) != "5" {
		t.Errorf("links of the product: got %v", got)
	}
	if got := w.get(fmt.Sprintf("/categories/%d/producttocategories", cat)).ids(); len(got) != 2 {
		t.Errorf("links of the category: got %v", got)
	}
	if d := cmp.Diff([]int64{q, p}, w.get(fmt.Sprintf("/categories/%d/products?orderby=id_desc", cat)).ids()); d != "" {
		t.Errorf("products of the category: -want +got\n%s", d)
	}
	w.want(204, "", "DELETE", path, "")
	if got := w.get(fmt.Sprintf("/categories/%d/products", cat)).ids(); len(got) != 1 {
		t.Errorf("after deleting the link: got %v", got)
	}
}

func TestShop(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	root := w.get("/")
	if uri := root.items()[0]["uri"]; len(root.items()) < 10 || uri != "/api/rest/v1/products/" {
		t.Errorf("root: got %s", root.body)
	}
	shop := w.get("/webshops").items()[0]
	check(t, shop, map[string]string{
		"id": "1", "is_salespos": "true", "product_limit": "-1", "product_limit_left": "-1", "api_root": text(origin + "/api/rest/v1/"),
	})
	check(t, w.get("/webshops/1/settings").doc, map[string]string{"currency": `"EUR"`, "prices_include_vat": "true", "webshop_enabled": "true"})
	w.want(204, "", "PUT", "/webshops/1/settings", `{"webshop_disabled_title":"Closed"}`)
	w.s.Edit("settings", 1, `{"prices_include_vat":false}`)
	settings := w.get("/webshops/1/settings").doc
	check(t, settings, map[string]string{"webshop_disabled_title": `"Closed"`, "webshop_enabled": "true", "prices_include_vat": "false"})
	if got := settings["order_status"].([]any); len(got) != 14 || text(at(got[13].(map[string]any), "id")) != "14" {
		t.Errorf("order_status: got %v", got)
	}
	zone := w.get("/webshops/1/geozonecountries").items()[0]
	check(t, zone, map[string]string{"code": `"NL"`})
	check(t, zone["tariffs"].([]any)[0].(map[string]any), map[string]string{"type": `"normal"`, "percentage": "21"})
	w.want(500, "500.24", "GET", "/webshops/2/geozonecountries", "")
	w.want(500, "500.24", "GET", "/webshops/2/settings", "")
	if got := w.get("/paymethods").items(); len(got) != 3 || got[0]["combined_name"] != "BankTransfer" {
		t.Errorf("paymethods: got %v", got)
	}
	box := w.post("/packages", `{"name":"Box"}`).id()
	w.patch(fmt.Sprintf("/packages/%d", box), `{"name":"Crate"}`)
	check(t, w.get("/packages").items()[1], map[string]string{"name": `"Crate"`})
	w.want(405, "405.10", "DELETE", fmt.Sprintf("/packages/%d", box), "")
}

// The VAT of a row comes from the country's table, which a shop can empty.
func TestTaxTariffs(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	low := w.s.Add("products", `{"name":"Book","price":10.90,"taxtariff":"low A"}`)
	order := fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1}]}`, low)
	check(t, w.post("/orders", order).doc, map[string]string{"total_tax": "0.9", "order_row_taxes_included": "true"})
	w.s.Edit("geozonecountries", 1, `{"tariffs":[]}`)
	w.s.Edit("settings", 1, `{"prices_include_vat":false,"currency":"GBP"}`)
	check(t, w.post("/orders", order).doc, map[string]string{
		"total_tax": "0", "shipping_tax_percentage": "0", "order_row_taxes_included": "false", "currency": `"GBP"`,
	})
	byRate := w.post("/products", `{"name":"Mug","price":1,"discount":0,"package_id":1,"vatrate":21}`)
	check(t, byRate.doc, map[string]string{"vatrate": "21", "taxtariff": `"normal"`})
}

func TestPostAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		answer salespostest.PostAnswer
		status int
		code   string
		body   bool
	}{
		{"created", salespostest.PostCreated, 201, "", true},
		{"ok", salespostest.PostOK, 200, "", true},
		{"no content", salespostest.PostNoContent, 204, "", false},
		{"stored but 500.20", salespostest.PostStoredBut500, 500, "500.20", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t, salespostest.WithPostAnswer(c.answer))
			req := w.request("POST", "/packages", `{"name":"Box"}`)
			a, err := w.send(req)
			if err != nil || a.status != c.status || a.code() != c.code || (a.body != "") != c.body {
				t.Errorf("got %d %s %v", a.status, a.body, err)
			}
			if w.verify(req, a) != (c.status < 300) {
				t.Errorf("signature of a %d: %q", a.status, a.header.Get("x-hash"))
			}
			if len(w.s.Docs("packages")) != 2 {
				t.Error("the object was not stored")
			}
			w.want(400, "", "POST", "/packages", `{}`) // a failure stays a failure
		})
	}
}
