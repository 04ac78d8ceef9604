package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// png is a picture of one pixel.
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// lifecycle is what the plain verbs do to one resource.
type lifecycle struct {
	list, one  string // paths: where it is posted and listed, and where it is found by id
	body       string
	want       map[string]string // of the answer to body
	patch      string            // "" when there is no PATCH
	after      map[string]string
	noList     bool
	noDelete   bool
	noGet      bool
	writeOnly  []string // keys that no answer may show
	badBodies  []string
	unlistedBy string
}

func lifecycles() map[string]lifecycle {
	photo := fmt.Sprintf(`{"file_type":"PNG","source":%q,"is_mainphoto":true}`, png)
	name := func(path string) lifecycle {
		return lifecycle{list: path, one: path, body: `{"name":"Acme"}`, want: map[string]string{"name": `"Acme"`,
			"parent.href": text(origin + "/api/rest/v1" + path + "/")}, patch: `{"name":"Apex"}`, after: map[string]string{"name": `"Apex"`},
			badBodies: []string{`{}`, `{"name":1}`, `{"name":"x","id":1}`}}
	}
	all := map[string]lifecycle{
		"brands": name("/brands"), "suppliers": name("/suppliers"), "conditions": name("/conditions"),
		"productphotos": {list: "/products/1/productphotos", one: "/productphotos", body: photo,
			want:  map[string]string{"filename": `"photo-11001.png"`, "is_mainphoto": "true", "alttext": `""`},
			patch: `{"alttext":"A mug"}`, after: map[string]string{"alttext": `"A mug"`}, writeOnly: []string{"source", "file_type"},
			badBodies: []string{`{"file_type":"png"}`, `{"file_type":"png","source":"data:image/png;base64,AAAA"}`}},
		"attributecombinationphotos": {list: "/attributecombinations/COMBO/attributecombinationphotos", one: "/attributecombinationphotos",
			body:  strings.Replace(photo, `"is_mainphoto"`, `"alt":"Red","is_mainphoto"`, 1),
			want:  map[string]string{"alt": `"Red"`, "is_mainphoto": "true"},
			patch: `{"alt":"Blue"}`, after: map[string]string{"alt": `"Blue"`}, writeOnly: []string{"source", "filename"}},
		"producttaxtariffexceptions": {list: "/products/1/producttaxtariffexceptions", one: "/producttaxtariffexceptions",
			body: `{"country":"BE","taxtariff":"low A"}`, want: map[string]string{"product_id": "1", "taxtariff": `"low A"`},
			patch: `{"taxtariff":"zero"}`, after: map[string]string{"taxtariff": `"zero"`},
			badBodies: []string{`{"country":"BEL","taxtariff":"zero"}`, `{"country":"BE","taxtariff":"high"}`}},
		"productattachments": {list: "/products/1/productattachments", one: "/productattachments",
			body: `{"displayname":"Manual","filename":"m.pdf","source":"AAAA"}`, want: map[string]string{"position": "1"},
			patch: `{"displayname":"Guide"}`, after: map[string]string{"displayname": `"Guide"`}, writeOnly: []string{"source"}},
		"productrelevant": {list: "/products/1/productrelevant", one: "/productrelevant", body: `{"child_product_id":2}`,
			want: map[string]string{"parent_product_id": "1", "child_product_id": "2"}, badBodies: []string{`{"child_product_id":99}`}},
		"productreviews": {list: "/products/1/productreviews", one: "/productreviews", body: `{"name":"Ann","points":9,"content":"Nice"}`,
			want: map[string]string{"approved": "false", "productid": "1"}, patch: `{"approved":true}`, after: map[string]string{"approved": "true"}, noDelete: true},
		"productstaggeredprices": {list: "/products/1/productstaggeredprices", one: "/productstaggeredprices",
			body: `{"quantity":10,"price":9.50,"discount":0.5}`, want: map[string]string{"sellprice": "9"},
			patch: `{"quantity":10,"price":8,"discount":0}`, after: map[string]string{"sellprice": "8"}},
		"productvideos": {list: "/products/1/productvideos", one: "/productvideos", body: `{"name":"How to","embedcode":"<iframe>"}`,
			want: map[string]string{"position": "1"}, patch: `{"position":3}`, after: map[string]string{"position": "3"}},
		"colors": {list: "/colors", one: "/colors", body: `{"name":"Red","hex":"#ff0000"}`, want: map[string]string{"type": `"color"`}, noDelete: true},
		"labels": {list: "/labels", one: "/labels", body: `{"image_location":"https://x.example/i.png"}`, want: map[string]string{"show_on_orders": "true"},
			patch: `{"tooltip":"exported"}`, after: map[string]string{"tooltip": `"exported"`}},
		"redirects": {list: "/redirects", one: "/redirects", body: `{"source_url":"/a","target_url":"/b","active":true}`,
			want: map[string]string{"source_url": `"/a"`}, patch: `{"active":false}`, after: map[string]string{"active": "false"}},
		"productpropertygroups": {list: "/productpropertygroups", one: "/productpropertygroups", body: `{"name":"Size"}`,
			want:  map[string]string{"productproperties": text(origin + "/api/rest/v1/productpropertygroups/502/productproperties/")},
			patch: `{"name":"Sizes"}`, after: map[string]string{"name": `"Sizes"`}},
		"productproperties": {list: "/productpropertygroups/501/productproperties", one: "/productproperties", body: `{"name":"Width","type":"Text"}`,
			want: map[string]string{"parent": "null", "children": "[]", "options.collection": "[]"}, patch: `{"parent":521}`, after: map[string]string{"parent": "521"},
			badBodies: []string{`{"name":"x","type":"text area"}`, `{"name":"x","parent":99}`}},
		"productpropertyoptions": {list: "/productproperties/521/productpropertyoptions", one: "/productpropertyoptions", body: `{"name":"Small"}`,
			want: map[string]string{"position": "1"}, patch: `{"name":"Large"}`, after: map[string]string{"name": `"Large"`}},
		"productpropertyvalues": {list: "/productpropertyvalues", one: "/productpropertyvalues", noList: true,
			body: `{"product_id":1,"product_property_id":521,"value":"10 cm"}`, want: map[string]string{"value": `"10 cm"`},
			patch: `{"value":"12 cm"}`, after: map[string]string{"value": `"12 cm"`},
			badBodies: []string{`{"product_id":99,"product_property_id":521,"value":""}`, `{"product_id":1,"product_property_id":99,"value":""}`}},
		"producttopropertygroups": {list: "/producttopropertygroups", one: "/producttopropertygroups", noList: true,
			body: `{"product_id":1,"product_property_group_id":501}`, want: map[string]string{"values.collection": "[]"}},
		"usergroups": {list: "/usergroups", one: "/usergroups", body: `{"groupname":"Trade","discount":10.0}`, want: map[string]string{"discount": "10", "default": "false"},
			patch: `{"default":true}`, after: map[string]string{"default": "true"}},
		"ordermessages": {list: "/orders/1/ordermessages", one: "/ordermessages", body: `{"message":"Thanks"}`, want: map[string]string{"message": `"Thanks"`}},
		"ordernotifications": {list: "/orders/1/ordernotifications", one: "/ordernotifications", body: `{"type":"customer_paymentlink"}`,
			want: map[string]string{"type": `"customer_paymentlink"`}, noDelete: true, badBodies: []string{`{"type":"paymentlink"}`}},
		"webhooks": {list: "/webhooks", one: "/webhooks", body: `{"event":"orders.created","address":"https://x.example/h?storeId=1"}`,
			want: map[string]string{"is_active": "true", "address": `"https://x.example/h?storeId=1"`}, patch: `{"is_active":false}`, after: map[string]string{"is_active": "false"},
			badBodies: []string{`{"event":"users.created","address":"https://x.example/"}`, `{"event":"orders.created","address":"/hook"}`}},
		"discountcoupons": {list: "/discountcoupons", one: "/discountcoupons",
			body: `{"code":"SALE#1","discount":10,"type":"Procent","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0,"products":[1]}`,
			want: map[string]string{"enddate": "null", "products": fmt.Sprintf(`[{"href":"%s/api/rest/v1/products/1/","product_id":1}]`, origin)},
			badBodies: []string{
				`{"code":"A B","discount":10,"type":"Price","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0}`,
				`{"code":"AB","discount":10,"type":"Price","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0,"products":[99]}`,
			}},
		"cashups": {list: "/cashups", one: "/cashups", body: `{}`, want: map[string]string{"status": `"OPEN"`, "balances": "[]"},
			patch: `{"status":"CLOSED"}`, after: map[string]string{"status": `"CLOSED"`}, noDelete: true},
		"fiscaltransactionsignatures": {list: "/orders/1/fiscaltransactionsignatures", one: "/fiscaltransactionsignatures",
			body: `{"create_date":"2025-01-01T00:00:00Z","signature_identifier":"s1","type":"sale","signature_data":"abc"}`,
			want: map[string]string{"signature_identifier": `"s1"`}, patch: `{"signature_data":"def"}`, after: map[string]string{"signature_data": `"def"`}, noDelete: true},
		"languages": {list: "/languages", body: `{"label":"Fries","base_language":"nl","flag_icon":"https://x.example/f.png"}`,
			want: map[string]string{"iso_code": `"c12"`, "active": "true"}, noDelete: true, noGet: true, badBodies: []string{`{"label":"x","base_language":"xx","flag_icon":""}`}},
		"productvariations": {list: "/products/1/productvariations", one: "/productvariations", body: `{"product_variation_id":2,"active":true}`,
			want: map[string]string{"auto_created": "false", "product_variation_id": "2"}, patch: `{"active":false}`, after: map[string]string{"active": "false"},
			badBodies: []string{`{"product_variation_id":1,"active":true}`, `{"product_variation_id":99,"active":true}`}},
	}
	return all
}

// seedForLifecycles adds the parents that the paths name.
func seedForLifecycles(s *salespostest.Server) (combination int64) {
	s.Add("products", `{"id":1,"name":"Mug"}`)
	s.Add("products", `{"id":2,"name":"Jug"}`)
	s.Add("orders", `{"id":1}`)
	s.Add("productpropertygroups", `{"id":501,"name":"Measures"}`)
	s.Add("productproperties", `{"id":521,"group_id":501,"name":"All","type":"Group"}`)
	value := s.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":"Red"}`, s.Add("attributes", `{"name":"Colour"}`)))
	s.Add("productattributevalues", fmt.Sprintf(`{"product_id":1,"optionvalue":%d}`, value))
	return 31001
}

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
