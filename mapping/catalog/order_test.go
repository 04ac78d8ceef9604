package catalog_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

const orderDocument = `{
	"id": "XJ12H", "internalId": 4711, "email": " Ada@Example.org ", "lang": "nl",
	"paymentStatus": "PAID", "pricesIncludeTax": true, "total": 24.5, "customerTaxId": "NL000000000B00",
	"billingPerson": {"name": "Ada van der Berg", "companyName": " Example B.V. ", "street": "Kerkstraat 12-a",
		"city": "Utrecht", "postalCode": "3511 AA", "countryCode": "nl", "stateOrProvinceName": "Utrecht", "phone": "+31 30 0000000"},
	"shippingPerson": {"name": "Ada van der Berg", "street": "Dock 3\nGate B", "city": "Antwerpen", "postalCode": "2000", "countryName": "België"}
}`

func fullOrder(t *testing.T) *catalog.ShopOrder {
	t.Helper()
	return &catalog.ShopOrder{
		Order:     decoded[ecwid.Order](t, orderDocument),
		Reference: "ecwid:1003:4711 XJ12H", Currency: "EUR", GrossRows: true, Paid: true,
		Rows: []salespos.OrderRowInput{
			{Count: amount("2"), ProductID: salespos.Set(salespos.ProductID(17)), Price: salespos.Set(amount("9.99")), Discount: salespos.Set(amount("0"))},
			{Count: amount("1"), ProductName: salespos.Set("Tip"), Memo: salespos.Set(""), AutoDepositRows: salespos.Set(false)},
		},
		Shipping: *number("4.95"), ExtraCosts: *number("-0.01"), ExtraCostsText: "Rounding",
	}
}

const fullOrderJSON = `{
	"reservationnumber": "ecwid:1003:4711 XJ12H", "currency": "EUR", "paid": true, "is_completed": true,
	"orderedinlng": "nl", "taxes_included": true, "order_row_taxes_included": true,
	"total_shipping": 4.95, "extra_costs": -0.01, "extra_costs_description": "Rounding",
	"orderrows": [
		{"count": 2, "product_id": 17, "price": 9.99, "discount": 0},
		{"count": 1, "product_name": "Tip", "memo": "", "auto_create_deposit_rows": false}
	],
	"customer": {
		"email": "ada@example.org", "customertype": "b2b", "btw": "NL000000000B00",
		"billingaddress": {"first_name": "Ada", "last_name": "van der Berg", "company": "Example B.V.",
			"street": "Kerkstraat", "housenumber": 12, "housenumber_suffix": "a", "zipcode": "3511 AA", "city": "Utrecht",
			"province": "Utrecht", "country_code": "NL", "telephone": "+31 30 0000000"},
		"deliveryaddress": {"full_name": "Ada van der Berg", "address_line_1": "Dock 3", "address_line_2": "Gate B",
			"zipcode": "2000", "city": "Antwerpen", "country_code": "BE"}
	}
}`

func TestOrderCreate(t *testing.T) {
	t.Parallel()
	minimal := func(order string) *catalog.ShopOrder {
		return &catalog.ShopOrder{
			Order: decoded[ecwid.Order](t, order), Reference: "ecwid:1:2 A",
			Rows: []salespos.OrderRowInput{{Count: amount("1")}},
		}
	}
	const net = `"order_row_taxes_included":false,`
	const rest = `"reservationnumber":"ecwid:1:2 A","orderrows":[{"count":1}],"paid":false,"is_completed":true,"taxes_included":true,"total_shipping":0}`
	tests := []struct {
		name   string
		source *catalog.ShopOrder
		want   string
	}{
		{"full", fullOrder(t), fullOrderJSON},
		{"minimal", minimal(`{}`), `{"customer":{"customertype":"b2c"},` + net + rest},
		{"no valid e-mail", minimal(`{"email":"-"}`), `{"customer":{"customertype":"b2c"},` + net + rest},
		{"empty person", minimal(`{"billingPerson":{"name":" ","companyName":"-","street":"\n","countryCode":""}}`),
			`{"customer":{"customertype":"b2c"},` + net + rest},
		{"company without contact", minimal(`{"billingPerson":{"companyName":"Example GmbH"}}`),
			`{"customer":{"customertype":"b2b","billingaddress":{"company":"Example GmbH"}},` + net + rest},
		{"receiver only", minimal(`{"shippingPerson":{"name":"Ada Example"}}`),
			`{"customer":{"customertype":"b2c","billingaddress":{"first_name":"Ada","last_name":"Example"}},` + net + rest},
		{"receiver pays", minimal(`{"billingPerson":{"name":"Ada","city":"Utrecht"},"shippingPerson":{"name":"Ada ","city":"Utrecht"}}`),
			`{"customer":{"customertype":"b2c","billingaddress":{"last_name":"Ada","city":"Utrecht"}},` + net + rest},
		{"gross prices", with(minimal(`{}`), func(o *catalog.ShopOrder) { o.GrossRows = true }),
			`{"customer":{"customertype":"b2c"},"order_row_taxes_included":true,` + rest},
		{"EU company", with(minimal(`{"reversedTaxApplied":true}`), func(o *catalog.ShopOrder) { o.TaxFree = true }),
			`{"customer":{"customertype":"b2c"},"order_row_taxes_included":false,"shipping_taxes_included":false,"is_intra_community_order":true,` + rest},
	}
	m := newMapper(t, catalog.Orders(), catalog.OrderSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.source.ExtraCostsText = "Rounding" // stands there also without costs
			c := plan(t, m, mapping.Input[catalog.ShopOrder, posOrder]{Source: tt.source})
			wantJSON(t, c.Patch, tt.want)
			current := decoded[posOrder](t, `{}`)
			again := plan(t, m, mapping.Input[catalog.ShopOrder, posOrder]{Source: tt.source, Current: current, Baselines: m.Baselines(c, current, nil)})
			if again.Writes() {
				t.Errorf("the second pass writes %v", again.Written())
			}
		})
	}
}

func TestOrderRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*catalog.ShopOrder)
	}{
		{"no reference", func(o *catalog.ShopOrder) { o.Reference = "" }},
		{"no rows", func(o *catalog.ShopOrder) { o.Rows = nil }},
		{"unknown country", func(o *catalog.ShopOrder) { o.Order.BillingPerson.CountryCode = "Atlantis" }},
	}
	m := newMapper(t, catalog.Orders(), catalog.OrderSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := fullOrder(t)
			tt.change(o)
			if c, err := m.Plan(mapping.Input[catalog.ShopOrder, posOrder]{Source: o}); err == nil {
				t.Errorf("got %v, want an error", c.Written())
			}
		})
	}
}

func TestOrderRowsSurvive(t *testing.T) {
	t.Parallel()
	row := salespos.OrderRowInput{
		Count: amount("1.50"), ProductID: salespos.Set(salespos.ProductID(1)), CombinationID: salespos.Set(salespos.CombinationID(2)),
		ProductType: salespos.Set("product"), AutoDepositRows: salespos.Set(true), ProductName: salespos.Set("Tea"),
		ProductNumber: salespos.Set("T-1"), Price: salespos.Set(amount("0.1")), PurchasePrice: salespos.Set(amount("0")),
		Discount: salespos.Set(amount("-1")), Tax: salespos.Set(amount("21")), Unit: salespos.Set("kg"),
		Weight: salespos.Set(amount("1e-3")), Memo: salespos.Set(""), PackageID: salespos.Set(salespos.PackageID(3)),
	}
	for name := range parsed(t, encoded(t, row)).(map[string]any) {
		if !containsField(catalog.OrderLineSchema().Target, name) {
			t.Errorf("rows have no field %q", name)
		}
	}
	o := fullOrder(t)
	o.Rows = []salespos.OrderRowInput{row, {}}
	m := newMapper(t, catalog.Orders(), catalog.OrderSchema())
	got := plan(t, m, mapping.Input[catalog.ShopOrder, posOrder]{Source: o}).Patch.Rows
	if diff := cmp.Diff(string(encoded(t, o.Rows)), string(encoded(t, got))); diff != "" {
		t.Errorf("rows differ (-want +got):\n%s", diff)
	}
}

func containsField[T, P any](fields []mapping.TargetField[T, P], name string) bool {
	for _, f := range fields {
		if f.Name == name {
			return true
		}
	}
	return false
}

func TestOrderLines(t *testing.T) {
	t.Parallel()
	item := func(doc string) *ecwid.OrderItem { return decoded[ecwid.OrderItem](t, doc) }
	tests := []struct {
		name string
		line catalog.ShopLine
		want string
	}{
		{"product", catalog.ShopLine{
			Item: item(`{"name":"Tea","sku":"T-1","quantity":3}`), ProductID: 17, PackageID: 9, Number: "T-1",
			UnitPrice: *number("9.99"), TaxRate: *number("21"), TaxRateKnown: true,
		}, `{"count":3,"product_id":17,"price":9.99,"discount":0,"tax":21,"auto_create_deposit_rows":false}`},
		{"variant with an engraving", catalog.ShopLine{
			Item: item(`{"name":"Mug","quantity":1,"selectedOptions":[
				{"name":"Size","type":"CHOICE","value":"L"},{"name":"Text","type":"TEXT","value":"Ada"}]}`),
			ProductID: 17, CombinationID: 5, UnitPrice: *number("5"), UnitDiscount: *number("0.5"),
		}, `{"count":1,"product_id":17,"attribute_combination_id":5,"price":5,"discount":0.5,"memo":"Text: Ada","auto_create_deposit_rows":false}`},
		{"text line", catalog.ShopLine{
			Item:      item(`{"name":"Tip","quantity":1,"selectedOptions":[{"name":"For","type":"CHOICES","valuesArray":["Ada","Bob"]}]}`),
			PackageID: 9, Number: "TIP", UnitPrice: *number("2"), TaxRateKnown: true,
		}, `{"count":1,"product_name":"Tip","product_number":"TIP","price":2,"discount":0,"tax":0,"memo":"For: Ada, Bob",
			"package_id":9,"product_purchase_price":0,"unit":"stuk","weight":0,"auto_create_deposit_rows":false}`},
		{"minimal text line", catalog.ShopLine{Item: item(`{"quantity":1}`)}, `{"count":1,"price":0,"discount":0,"memo":"",
			"product_purchase_price":0,"unit":"stuk","weight":0,"auto_create_deposit_rows":false}`},
	}
	m := newMapper(t, catalog.OrderLines(), catalog.OrderLineSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[catalog.ShopLine, salespos.OrderRow]{Source: &tt.line})
			wantJSON(t, c.Patch, tt.want)
		})
	}
}

func with(o *catalog.ShopOrder, change func(*catalog.ShopOrder)) *catalog.ShopOrder {
	change(o)
	return o
}
