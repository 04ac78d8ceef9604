package ecwidtest_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestNewProductDefaults(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"sku":"00001"}`)
	id := ok(t, s, "POST", "/products", `{"name":"Tea","weight":2,"compareToPrice":0}`).id()
	p := get(t, s, path("/products/%d", id))
	for key, want := range map[string]string{
		"enabled": "true", "unlimited": "true", "inStock": "true", "price": "0", "costPrice": "0", "warningLimit": "1",
		"productClassId": "0", "isShippingRequired": "false", "productCondition": `"NEW"`, "options": "[]",
		"outOfStockVisibilityBehaviour": `"SHOW"`, "combinations": "[]", "categoryIds": "[]", "attributes": "[]",
		"showOnFrontpage": "1", "name": `"Tea"`, "nameTranslated": `{"en":"Tea"}`, "sku": `"00002"`,
		"defaultCombinationId": "0", "defaultDisplayedPrice": "0",
		// absent keys: what does not apply
		"quantity": "", "weight": "", "compareToPrice": "",
	} {
		p.is(want, key)
	}
	p.is("true", "tax", "taxable")
}

// TestDefaultsAreNotShared shows that what one product sets is not the default
// of the next.
func TestDefaultsAreNotShared(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Edit("products", s.Add("products", `{"tax":{"taxable":false}}`), `{"dimensions":{"length":5}}`)
	ok(t, s, "POST", "/products", `{"name":"n","dimensions":{"width":6},"tax":{"taxClassCode":"x"}}`)
	p := get(t, s, path("/products/%d", ok(t, s, "POST", "/products", `{"name":"n"}`).id()))
	p.is(`{"length":0,"width":0,"height":0}`, "dimensions")
	p.is("true", "tax", "taxable")
	p.is(`"default"`, "tax", "taxClassCode")
}

func TestIDsGrow(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	given := s.Add("products", `{"id":20000000}`)
	first := ok(t, s, "POST", "/products", `{"name":"Tea"}`).id()
	ok(t, s, "DELETE", path("/products/%d", first), "").is(`{"deleteCount":1}`)
	second := ok(t, s, "POST", "/products", `{"name":"Tea"}`).id()
	if given != 20000000 || first <= given || second <= first {
		t.Errorf("got ids %d, %d, %d: not growing", given, first, second)
	}
	refused(t, s, "GET", path("/products/%d", first), "", 404, "PRODUCT_NOT_FOUND")
	refused(t, s, "PUT", path("/products/%d", first), `{}`, 404, "PRODUCT_NOT_FOUND")
	refused(t, s, "DELETE", path("/products/%d", first), "", 404, "PRODUCT_NOT_FOUND")
}

func TestTimestamps(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		sleep(t, 1500*time.Millisecond)
		id := ok(t, s, "POST", "/products?saveCombinations=true", `{"name":"Tea","sku":"T","quantity":9,
			"combinations":[{"sku":"T-S","quantity":1,"options":[{"name":"Size","value":"S"}]}]}`).id()
		p := get(t, s, path("/products/%d", id))
		p.is(`"2000-01-01 00:00:01 +0000"`, "created") // whole seconds
		p.is(`946684801`, "createTimestamp")
		v := p.at("combinations", 0, "id")
		order := `{"email":"a@example.com","paymentStatus":"PAID","items":[{"productId":%d,"quantity":1}]}`
		writes := []struct{ method, path, body string }{
			{"PUT", path("/products/%d", id), `{"price":2}`},
			{"PUT", path("/products/%d", id), `{}`},
			{"PUT", path("/products/%d/inventory", id), `{"quantityDelta":1}`},
			{"PUT", path("/products/%d/combinations/%v", id, v), `{"price":3}`},
			{"PUT", path("/products/%d/combinations/%v/inventory", id, v), `{"quantityDelta":-1}`},
			{"POST", path("/products/%d/combinations", id), `{"options":[{"name":"Size","value":"L"}]}`},
			{"DELETE", path("/products/%d/combinations/%v", id, v), ``},
			{"POST", "/orders", path(order, id)},
		}
		for _, w := range writes {
			before := get(t, s, path("/products/%d", id)).at("updateTimestamp")
			sleep(t, time.Second)
			ok(t, s, w.method, w.path, w.body)
			after := get(t, s, path("/products/%d", id))
			if after.at("updateTimestamp") == before {
				t.Errorf("%s %s did not move updated", w.method, w.path)
			}
			after.is(`946684801`, "createTimestamp")
		}
	})
}

// TestPartialUpdate shows section 1.11: absent keys stay, scalars and lists
// are replaced, objects merged, nulls ignored.
func TestPartialUpdate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := s.Add("products", `{"sku":"T","name":"Tea","price":4.50,"dimensions":{"length":1,"width":2,"height":3},
		"googleProductCategory":77,"subtitle":"green","wholesalePrices":[{"quantity":5,"price":4},{"quantity":9,"price":3}],
		"options":[{"type":"TEXTFIELD","name":"Note"},{"name":"Size","choices":[{"text":"S"}]}]}`)
	p := path("/products/%d", id)
	get(t, s, p).is("4.50", "price") // numbers stay as they were written
	ok(t, s, "PUT", p, `{"price":0,"subtitle":"","enabled":false,"dimensions":{"width":9},"description":null,
		"wholesalePrices":[],"name":null,"options":[{"name":"Colour","choices":[{"text":"Red"}]}]}`)
	got := get(t, s, p)
	for key, want := range map[string]string{
		"sku": `"T"`, "name": `"Tea"`, "price": "0", "subtitle": `""`, "enabled": "false", "wholesalePrices": "[]",
		"dimensions": `{"length":1,"width":9,"height":3}`, "googleProductCategory": "77", "description": "",
	} {
		got.is(want, key)
	}
	got.is(`"Colour"`, "options", 0, "name")
	got.is("", "options", 1)
	got.is(`"SELECT"`, "options", 0, "type")
	got.is("0", "options", 0, "choices", 0, "priceModifier")
	ok(t, s, "PUT", p, `{"googleProductCategory":null}`)
	get(t, s, p).is("", "googleProductCategory")
}

func TestUniqueSKUs(t *testing.T) {
	t.Parallel()
	seed := func(s *ecwidtest.Server) {
		s.Add("products", `{"id":1,"sku":"A","externalReferenceId":"x1"}`)
		s.Add("products", `{"id":2,"sku":"B","combinations":[
			{"id":21,"sku":"B-S","externalReferenceId":"x21","options":[{"name":"Size","value":"S"}]},
			{"id":22,"sku":"B-L","options":[{"name":"Size","value":"L"}]}]}`)
	}
	tests := []struct{ method, path, body, code string }{
		{"POST", "/products", `{"name":"n","sku":"A"}`, "SKU_ALREADY_EXISTS"},
		{"POST", "/products", `{"name":"n","sku":"B-S"}`, "SKU_ALREADY_EXISTS"},
		{"PUT", "/products/1", `{"sku":"B-L"}`, "SKU_ALREADY_EXISTS"},
		{"PUT", "/products/2/combinations/21", `{"sku":"A"}`, "SKU_ALREADY_EXISTS"},
		{"PUT", "/products/2/combinations/21", `{"sku":"B-L"}`, "SKU_ALREADY_EXISTS"},
		{"POST", "/products/1/combinations", `{"sku":"B","options":[{"name":"Size","value":"S"}]}`, "SKU_ALREADY_EXISTS"},
		{"POST", "/products?saveCombinations=1", `{"name":"n","sku":"N","combinations":[
			{"sku":"N1","options":[{"name":"Size","value":"S"}]},
			{"sku":"N1","options":[{"name":"Size","value":"L"}]}]}`, "SKU_ALREADY_EXISTS"},
		{"POST", "/products", `{"name":"n","externalReferenceId":"x21"}`, "EXTERNAL_ID_ALREADY_USED"},
		{"PUT", "/products/2/combinations/22", `{"externalReferenceId":"x1"}`, "EXTERNAL_ID_ALREADY_USED"},
	}
	for _, tt := range tests {
		s := ecwidtest.New()
		seed(s)
		refused(t, s, tt.method, tt.path, tt.body, 409, tt.code)
		if got := s.Doc("products", 2); len(s.Docs("products")) != 2 || strings.Contains(got, `"sku":"A"`) {
			t.Errorf("%s %s left its mark: %s", tt.method, tt.path, got)
		}
		if tt.code == "SKU_ALREADY_EXISTS" {
			s = ecwidtest.New(ecwidtest.WithDuplicateSKUs())
			seed(s)
			ok(t, s, tt.method, tt.path, tt.body)
		}
	}
	s := ecwidtest.New()
	seed(s)
	ok(t, s, "PUT", "/products/1", `{"sku":"A","externalReferenceId":"x1"}`)              // its own
	ok(t, s, "POST", "/products", `{"name":"n","sku":"a"}`)                               // case matters
	ok(t, s, "DELETE", "/products/2", "")                                                 // frees its SKUs
	ok(t, s, "POST", "/products", `{"name":"n","sku":"B-S","externalReferenceId":"x21"}`) // taken again
}

func TestDuplicateAndFoldedSKUs(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithDuplicateSKUs())
	get(t, s, "/profile?responseFields=featureToggles(name,enabled)").
		is(`{"name":"ALLOW_EMPTY_AND_NON_UNIQUE_SKU","enabled":true}`, "featureToggles", 0)
	for id := range 2 {
		s.Add("products", path(`{"id":%d,"sku":"A"}`, id+1))
	}
	wantIDs(t, get(t, s, "/products?sku=A"), 1, 2)
	id := ok(t, s, "POST", "/products", `{"name":"n"}`).id()
	get(t, s, path("/products/%d", id)).is(`""`, "sku")

	s = ecwidtest.New(ecwidtest.With(ecwidtest.CaseInsensitiveSKUs))
	s.Add("products", `{"id":1,"sku":"Ab"}`)
	refused(t, s, "POST", "/products", `{"name":"n","sku":"aB"}`, 409, "SKU_ALREADY_EXISTS")
	wantIDs(t, get(t, s, "/products?sku=AB"), 1)
}

func TestPriceRules(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for body, code := range map[string]string{
		`{"name":"n","costPrice":-1}`:                                          "COST_PRICE_CANT_BE_NEGATIVE",
		`{"name":"n","price":9,"wholesalePrices":[{"quantity":2,"price":0}]}`:  "WHOLESALE_PRICES_CANT_BE_NULL",
		`{"name":"n","price":9,"wholesalePrices":[{"quantity":2}]}`:            "WHOLESALE_PRICES_CANT_BE_NULL",
		`{"name":"n","price":9,"wholesalePrices":[{"quantity":2,"price":-1}]}`: "WHOLESALE_PRICES_CANT_BE_NEGATIVE",
		`{"name":"n","price":9,"wholesalePrices":[{"quantity":2,"price":10}]}`: "WHOLESALE_PRICES_TOO_BIG",
		`{"name":"n","price":9,"wholesalePrices":[{"quantity":1,"price":8}]}`:  "WHOLESALE_PRICES_QUANTITY_TOO_SMALL",
		`{"name":"n","nameTranslated":{"nl":"thee"}}`:                          "LANGUAGES_NOT_ALLOWED",
	} {
		refused(t, s, "POST", "/products", body, 400, code)
	}
	refused(t, s, "POST", "/products", `{"name":"n","tax":{"enabledManualTaxes":[31]}}`, 409, "")
	refused(t, s, "POST", "/products", `{"name":"n","productClassId":9}`, 404, "")
	refused(t, s, "POST", "/products", `{"name":"n","categoryIds":[9]}`, 404, "CATEGORIES_NOT_FOUND")
	refused(t, s, "POST", "/products", `{"name":"n","showOnFrontpage":-1}`, 400, "WRONG_PARAMETER")
	s.Edit("profile", 0, `{"account":{"limitsAndRestrictions":{"maxProductLimit":1}}}`)
	ok(t, s, "POST", "/products", `{"name":"n"}`)
	refused(t, s, "POST", "/products", `{"name":"n"}`, 402, "")
}

func TestNetPricesShowTax(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithProfile(`{"taxSettings":{"pricesIncludeTax":false,"taxes":[
		{"id":31,"name":"VAT","enabled":true,"includeInPrice":false,"appliedByDefault":false,"defaultTax":21}]}}`))
	id := ok(t, s, "POST", "/products", `{"name":"n","price":9.99,"tax":{"enabledManualTaxes":[31]}}`).id()
	p := get(t, s, path("/products/%d", id))
	p.is("9.99", "price")
	p.is("12.09", "defaultDisplayedPrice")
}

func TestRewriteOnSave(t *testing.T) {
	t.Parallel()
	body := `{"name":"Tea","price":1.005,"costPrice":2.344,
		"description":"<p onclick=\"x()\">Tea</p><SCRIPT src=a>alert(1)</script > one"}`
	tests := map[string]struct {
		opts                     []ecwidtest.Option
		description, price, cost string
	}{
		"default": {nil, `"<p>Tea</p> one"`, "1.005", "2.344"},
		"raw and rounded": {
			[]ecwidtest.Option{ecwidtest.WithSanitizer(nil), ecwidtest.With(ecwidtest.RoundedPrices)},
			`"<p onclick=\"x()\">Tea</p><SCRIPT src=a>alert(1)</script > one"`, "1.01", "2.34",
		},
		"own": {[]ecwidtest.Option{ecwidtest.WithSanitizer(strings.ToUpper)},
			`"<P ONCLICK=\"X()\">TEA</P><SCRIPT SRC=A>ALERT(1)</SCRIPT > ONE"`, "1.005", "2.344"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New(tt.opts...)
			id := ok(t, s, "POST", "/products", body).id()
			for range 2 {
				p := get(t, s, path("/products/%d", id))
				p.is(tt.description, "description")
				p.is(tt.description, "descriptionTranslated", "en")
				p.is(tt.price, "price")
				p.is(tt.cost, "costPrice")
				ok(t, s, "PUT", path("/products/%d", id), body)
			}
		})
	}
}

func TestTranslations(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithProfile(`{"languages":{"enabledLanguages":["en","nl"],"defaultLanguage":"en"}}`))
	id := ok(t, s, "POST", "/products", `{"name":"Tea"}`).id()
	p := path("/products/%d", id)
	get(t, s, p).is(`{"en":"Tea","nl":""}`, "nameTranslated")
	ok(t, s, "PUT", p, `{"nameTranslated":{"nl":"Thee"}}`)
	get(t, s, p).is(`{"en":"Tea","nl":"Thee"}`, "nameTranslated")
	get(t, s, p+"?lang=nl").is(`"Thee"`, "name")
	get(t, s, p).is(`"Tea"`, "name")
	ok(t, s, "PUT", p, `{"nameTranslated":{"en":"Green tea"}}`)
	get(t, s, p).is(`"Green tea"`, "name")
}

func TestReturnItem(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	a := ok(t, s, "POST", "/products?returnItem=true", `{"name":"Tea"}`)
	a.is("", "item")
	a = ok(t, s, "PUT", path("/products/%d?returnItem=true", a.id()), `{"name":"Green tea"}`)
	a.is("1", "updateCount")
	a.is(`"Green tea"`, "item", "name")
	s = ecwidtest.New(ecwidtest.With(ecwidtest.CreateReturnsItem))
	ok(t, s, "POST", "/products?returnItem=true", `{"name":"Tea"}`).is(`"Tea"`, "item", "name")
	ok(t, s, "POST", "/products", `{"name":"Tea"}`).is("", "item")
}

// TestAttributes shows the merge of section 7 #2 and aliases, clearing and
// changes of class (#24, #51, #52).
func TestAttributes(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	class := s.Add("classes", `{"name":"Tea","attributes":[{"id":71,"name":"Origin","type":"CUSTOM","show":"PRICE"}]}`)
	id := ok(t, s, "POST", "/products", path(`{"name":"n","productClassId":%d,"attributes":[
		{"alias":"UPC","value":"4006381333931"},{"name":"Origin","value":"Assam"}]}`, class)).id()
	p := path("/products/%d", id)
	a := get(t, s, p)
	a.is(`{"id":5001,"name":"UPC","type":"UPC","value":"4006381333931","show":"DESCR"}`, "attributes", 0)
	a.is(`{"id":71,"name":"Origin","type":"CUSTOM","value":"Assam","show":"PRICE"}`, "attributes", 1)
	ok(t, s, "PUT", p, `{"attributes":[{"id":71,"value":"Ceylon"}]}`)
	a = get(t, s, p)
	a.is(`"UPC"`, "attributes", 0, "name")
	a.is(`"Ceylon"`, "attributes", 1, "value")
	ok(t, s, "PUT", p, `{"attributes":[{"alias":"UPC","value":""}]}`)
	get(t, s, p).is("", "attributes", 1)
	refused(t, s, "PUT", p, `{"attributes":[{"name":"Unknown","value":"x"}]}`, 400, "WRONG_PARAMETER")
	ok(t, s, "PUT", p, `{"productClassId":0,"attributes":[{"alias":"BRAND","value":"B"}]}`)
	a = get(t, s, p)
	a.is(`"Brand"`, "attributes", 0, "name")
	a.is("", "attributes", 1)
}

func TestProductSearch(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":3,"sku":"G-1","name":"Green tea","price":9,"externalReferenceId":"p3"}`)
	s.Add("products", `{"id":1,"sku":"B-1","name":"black tea","price":10,"enabled":false,"combinations":[
		{"sku":"B-1-S","externalReferenceId":"v1","options":[{"name":"Size","value":"Small"}]}]}`)
	s.Add("products", `{"id":2,"sku":"C-1","name":"Cups","price":2.5}`)
	for q, want := range map[string][]int64{
		"":                                   {1, 2, 3},
		"sortBy=NAME_ASC":                    {1, 2, 3},
		"sortBy=PRICE_DESC":                  {1, 3, 2},
		"enabled=false":                      {1},
		"enabled=true&sortBy=PRICE_ASC":      {2, 3},
		"sku=B-1-S":                          {1}, // of a variation: the product
		"sku=B-1-S&enabled=true":             {1}, // other filters are ignored
		"sku=b-1":                            {},
		"productId=3,1,99&sku=C-1&enabled=1": {1, 3},
		"externalReferenceId=v1":             {1},
		"externalReferenceId=p3":             {3},
		"keyword=tea":                        {1, 3},
		"keyword=te":                         {},
		"keyword=te*&enabled=true":           {3},
		"keyword=tea+small":                  {1},
		"keyword=B-1-S":                      {1},
	} {
		t.Run(q, func(t *testing.T) {
			t.Parallel()
			wantIDs(t, get(t, s, "/products?"+q), want...)
		})
	}
}

func TestImageOrder(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":1,"media":{"images":[{"id":"0","isMain":true,"orderBy":0,"imageOriginalUrl":"a"},
		{"id":"51","orderBy":1,"imageOriginalUrl":"b"}],"videos":[]}}`)
	ok(t, s, "PUT", "/products/1", `{"media":{"images":[{"id":"51","orderBy":0,"alt":{"main":"B"}},{"id":"0","orderBy":1}]}}`)
	p := get(t, s, "/products/1")
	p.is(`{"id":"0","isMain":true,"orderBy":0,"imageOriginalUrl":"b","alt":{"main":"B"}}`, "media", "images", 0)
	p.is(`"a"`, "media", "images", 1, "imageOriginalUrl")
	p.is(`false`, "media", "images", 1, "isMain")
	p.is(`[]`, "media", "videos")
	refused(t, s, "PUT", "/products/1", `{"media":{"images":[{"id":"99"}]}}`, 400, "WRONG_PARAMETER")
	refused(t, s, "POST", "/products", `{"name":"n","media":{"images":[]}}`, 400, "WRONG_PARAMETER")
}
