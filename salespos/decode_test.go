package salespos_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos"
)

// TestGolden decodes documents with every documented key: none may be unknown
// to the type, and no field of the type may stay empty.
func TestGolden(t *testing.T) {
	t.Parallel()
	t.Run("product", complete[salespos.Product])
	t.Run("attributecombinations", complete[salespos.Page[salespos.AttributeCombination]])
	t.Run("attributes", complete[salespos.Page[salespos.Attribute]])
	t.Run("attributevalues", complete[salespos.Page[salespos.AttributeValue]])
	t.Run("productattributevalues", complete[salespos.Page[salespos.ProductAttributeValue]])
	t.Run("category", complete[salespos.Category])
	t.Run("categorytree", complete[salespos.CategoryTree])
	t.Run("producttocategories", complete[salespos.Page[salespos.ProductCategory]])
	t.Run("order", complete[salespos.Order])
	t.Run("orderrows", complete[salespos.Page[salespos.OrderRow]])
	t.Run("ordernotes", complete[salespos.Page[salespos.OrderNote]])
	t.Run("user", complete[salespos.User])
	t.Run("paymethods", complete[salespos.Page[salespos.PayMethod]])
	t.Run("packages", complete[salespos.Page[salespos.Package]])
	t.Run("webshops", complete[salespos.Page[salespos.Webshop]])
	t.Run("geozonecountries", complete[salespos.Page[salespos.GeoZoneCountry]])
	t.Run("settings", complete[salespos.Settings])
}

// complete decodes the document that the subtest is named after.
func complete[T any](t *testing.T) {
	t.Parallel()
	_, name, _ := strings.Cut(t.Name(), "/")
	decoder := json.NewDecoder(strings.NewReader(golden(t, name)))
	decoder.DisallowUnknownFields()
	var got T
	if err := decoder.Decode(&got); err != nil {
		t.Fatal(err)
	}
	checkComplete(t, got)
	checkLossless(t, golden(t, name), got)
}

// checkComplete looks for fields that stayed empty.
func checkComplete(t *testing.T, got any) {
	t.Helper()
	for _, path := range emptyFields(reflect.ValueOf(got), "") {
		if !knownEmpty(path) {
			t.Errorf("%s is empty after decoding a complete document", path)
		}
	}
}

// knownEmpty names what a complete document lacks by nature: unknown keys, the
// client's own marks, the paging of lists without pages, names that delivery addresses do
// not have, keys that only orders have, the leaves of the tree.
func knownEmpty(path string) bool {
	if strings.HasSuffix(path, ".Extra") || strings.HasSuffix(path, ".Expanded") || strings.HasSuffix(path, ".Children") {
		return true
	}
	switch path {
	case ".Start", ".Size", ".First", ".Previous", ".Next",
		".Customer.DeliveryAddress.FirstName", ".Info.DeliveryAddress.FirstName",
		".Customer.DeliveryAddress.LastName", ".Info.DeliveryAddress.LastName",
		".Customer.DeliveryAddress.Fax", ".Info.DeliveryAddress.Fax",
		".Info.EmailInvoice", ".Info.EmailInvoiceCompany", ".Info.EmailInvoiceUnion":
		return true
	}
	return false
}

// emptyFields lists the paths of zero values.
func emptyFields(v reflect.Value, path string) []string {
	if v.IsZero() {
		return []string{path}
	}
	var empty []string
	switch v.Kind() {
	case reflect.Pointer:
		return emptyFields(v.Elem(), path)
	case reflect.Slice:
		for i := range v.Len() {
			empty = append(empty, emptyFields(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && !isValue(v.Type()) {
				empty = append(empty, emptyFields(v.Field(i), path+"."+field.Name)...)
			}
		}
	default:
	}
	return empty
}

// isValue reports types that are one value, not a document.
func isValue(t reflect.Type) bool {
	return t == reflect.TypeFor[salespos.Amount]() || t == reflect.TypeFor[salespos.Time]()
}

// TestLooseTypes: numbers and flags as text and text as numbers give the same
// product, and an unknown key survives.
func TestLooseTypes(t *testing.T) {
	t.Parallel()
	expand := []salespos.ProductExpand{salespos.ExpandAttributeCombinations}
	read := func(name string) *salespos.Product {
		client, _ := serve(t, ok(golden(t, name)))
		product, err := client.Products.Get(t.Context(), 501, expand...)
		if err != nil {
			t.Fatal(err)
		}
		return product
	}
	loose := read("product_loose")
	diff(t, `{"a":[1]}`, canonical(t, string(loose.Unknown["unknown_key_of_tomorrow"])))
	loose.Extra = salespos.Extra{}
	diff(t, read("product"), loose)
}

// TestUnknownWords: values of enumerations that came after this package survive.
func TestUnknownWords(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(`{"id":5,"taxtariff":"mega","stocktype":"Moon","stock_delivery_type":"decades"}`))
	got, err := client.Products.Get(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, &salespos.Product{ID: 5, TaxTariff: "mega", StockType: "Moon", StockDeliveryType: "decades"}, got)
}

// TestLooseFalse: a flag that is false stays known when another value has to be
// bent.
func TestLooseFalse(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(`{"id":5,"invoicenumber":"41","is_completed":false}`))
	got, err := client.Orders.Get(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, &salespos.Order{ID: 5, InvoiceNumber: 41, IsCompleted: new(false)}, got)
}

// TestLooseObjects: the ways of the API to say that there is nothing, or only a
// name.
func TestLooseObjects(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]salespos.NamedRef[salespos.BrandID]{
		`null`:                       {},
		`""`:                         {},
		`[]`:                         {},
		`{}`:                         {},
		`"Acme"`:                     {Name: "Acme"},
		`{"id":"7","name":"Acme"}`:   {ID: 7, Name: "Acme"},
		`{"id":7,"name":null}`:       {ID: 7},
		`{"href":"x","id":null}`:     {Href: "x"},
		`{"id":"","name":"A \"B\""}`: {Name: `A "B"`},
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			body := fmt.Sprintf(`{"id":5,"brand":%s,"color":[],"package":"","productphotos":[],"attributecombinations":null}`, text)
			client, _ := serve(t, ok(body))
			got, err := client.Products.Get(t.Context(), 5)
			if err != nil {
				t.Fatal(err)
			}
			diff(t, &salespos.Product{ID: 5, Brand: want}, got)
		})
	}
}

// TestSaleOfTheTill: an order may lack nearly everything; what is unknown is
// nil, not zero.
func TestSaleOfTheTill(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(golden(t, "order_till")))
	got, err := client.Orders.Get(t.Context(), 7002)
	if err != nil {
		t.Fatal(err)
	}
	created, err := salespos.ParseTime("2025-01-15T11:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, &salespos.Order{
		Href: apiRoot + "/orders/7002/", ID: 7002, Created: created, Paid: true,
		TotalPrice:     amount(t, "12.5"),
		DiscountCoupon: salespos.OrderCoupon{OneTimeUse: new(false), MinimumPrice: new(amount(t, "0"))},
		Rows:           salespos.Link{Href: apiRoot + "/orders/7002/orderrows/"},
	}, got)
}

// TestCapturedOrder: the quirks of real orders, to the cent.
func TestCapturedOrder(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(golden(t, "order")))
	got, err := client.Orders.Get(t.Context(), 7001)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, salespos.UserID(44), got.User.ID) // text in the document
	diff(t, salespos.OrderInProcess, got.Status)
	diff(t, amount(t, "590"), got.TotalPrice)
	diff(t, amount(t, "102.40"), got.TotalTax)
	diff(t, amount(t, "-2.5"), got.ExtraCosts)
	diff(t, 12, *got.Customer.BillingAddress.HouseNumber)
}

// TestExpansion: a collection counts only when this request asked for it.
func TestExpansion(t *testing.T) {
	t.Parallel()
	const (
		missing = `{"id":5}`
		noList  = `{"id":5,"attributecombinations":{"href":"x"}}`
		null    = `{"id":5,"attributecombinations":{"href":"x","collection":null}}`
		empty   = `{"id":5,"attributecombinations":{"href":"x","collection":[]}}`
		filled  = `{"id":5,"attributecombinations":{"href":"x","collection":[{"id":9}]}}`
	)
	asked := []salespos.ProductExpand{salespos.ExpandPhotos, salespos.ExpandAttributeCombinations}
	other := []salespos.ProductExpand{salespos.ExpandPhotos}
	cases := []struct {
		name   string
		body   string
		expand []salespos.ProductExpand
		want   bool
	}{
		{"not asked", empty, nil, false},
		{"not asked, filled", filled, nil, false},
		{"other asked", empty, other, false},
		{"missing", missing, asked, false},
		{"no list", noList, asked, false},
		{"null", null, asked, false},
		{"none", empty, asked, true},
		{"one", filled, asked, true},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, ok(tc.body))
			got, err := client.Products.Get(t.Context(), 5, tc.expand...)
			if err != nil {
				t.Fatal(err)
			}
			diff(t, tc.want, got.AttributeCombinations.Expanded)

			client, _ = serve(t, ok(`{"href":"x","items":[`+tc.body+`]}`))
			page, err := client.Products.List(t.Context(), &salespos.ProductListOptions{Expand: tc.expand})
			if err != nil {
				t.Fatal(err)
			}
			diff(t, tc.want, page.Items[0].AttributeCombinations.Expanded)
		})
	}
}

// TestEveryExpansion: each name marks its own sub-resource and no other.
func TestEveryExpansion(t *testing.T) {
	t.Parallel()
	fields := map[salespos.ProductExpand]string{
		salespos.ExpandAttributeCombinations: "AttributeCombinations", salespos.ExpandAttributeSets: "AttributeSets",
		salespos.ExpandAttachments: "Attachments", salespos.ExpandCategories: "Categories",
		salespos.ExpandKeywords: "Keywords", salespos.ExpandPhotos: "Photos",
		salespos.ExpandPropertyGroups: "PropertyGroups", salespos.ExpandRelevant: "Relevant",
		salespos.ExpandReviews: "Reviews", salespos.ExpandShippingCosts: "ShippingCosts",
		salespos.ExpandStaggeredPrices: "StaggeredPrices", salespos.ExpandTaxTariffExceptions: "TaxTariffExceptions",
		salespos.ExpandVariations: "Variations", salespos.ExpandVideos: "Videos",
	}
	for name, field := range fields {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, ok(golden(t, "product")))
			got, err := client.Products.Get(t.Context(), 501, name)
			if err != nil {
				t.Fatal(err)
			}
			diff(t, []string{field}, expandedFields(*got))
		})
	}
}

// expandedFields lists the sub-resources of p that are marked as expanded.
func expandedFields(p salespos.Product) []string {
	var names []string
	v := reflect.ValueOf(p)
	for i := range v.NumField() {
		field := reflect.Indirect(v.Field(i))
		if field.Kind() != reflect.Struct {
			continue
		}
		if mark := field.FieldByName("Expanded"); mark.IsValid() && mark.Bool() {
			names = append(names, v.Type().Field(i).Name)
		}
	}
	return names
}

// TestCombinationPhotos: expansions of variants are marked like those of
// products.
func TestCombinationPhotos(t *testing.T) {
	t.Parallel()
	for _, expand := range [][]salespos.CombinationExpand{nil, {salespos.ExpandCombinationPhotos}} {
		client, _ := serve(t, ok(golden(t, "attributecombinations")))
		got, err := client.AttributeCombinations.List(t.Context(), 501, expand...)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 1 || got[0].Photos.Expanded != (expand != nil) {
			t.Errorf("expand %v: got %+v", expand, got)
		}
	}
}

// TestUndecodable: the error names the place and not what stands there.
func TestUndecodable(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"empty amount": `{"id":5,"price":""}`,
		"word":         `{"id":5,"price":"canary"}`,
		"object":       `{"id":5,"name":{"canary":1}}`,
		"date":         `{"id":5,"createdate":"canary"}`,
		"flag":         `{"id":5,"is_active":"canary"}`,
		"fraction":     `{"id":5,"decimal_amount":1.5}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, ok(body))
			err := readOne(client)
			checkKinds(t, err, "BadAnswer")
			if strings.Contains(fmt.Sprintf("%v %+v", err, err), "canary") {
				t.Errorf("the error repeats the answer: %v", err)
			}
		})
	}
}

// TestReadTypesRoundTrip: what was read can be written to a file and read
// again.
func TestReadTypesRoundTrip(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(golden(t, "order")))
	want, err := client.Orders.Get(t.Context(), 7001)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got salespos.Order
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(*want, got); d != "" {
		t.Errorf("difference (-want +got):\n%s", d)
	}
}
