package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

const posOrderDocument = `{
	"id": 501, "ordernumber_full": "2026-17", "create_date": "2026-03-01T10:00:00Z", "orderedinlng": "nl", "status": 7, "paid": true,
	"paymethod": "Pin", "paymethod_label": "Pinnen", "order_row_taxes_included": true, "total_price": 28.45, "total_tax": 4.94,
	"total_shipping": 4.95, "paymethod_costs": 0.5, "credit_point_discount": 1, "extra_costs": -1, "track_and_trace_code": "3SABC",
	"customer": {"email": " Ada@Example.org ", "customertype": "b2b", "btw": "NL000000000B00",
		"billingaddress": {"first_name": "Ada", "last_name": "van der Berg", "company": "Example B.V.", "street": "Kerkstraat", "housenumber": 12,
			"housenumber_suffix": "a", "zipcode": "3511 AA", "city": "Utrecht", "country_code": "NL", "telephone": "030 0000000"},
		"deliveryaddress": {"full_name": "Dock", "address_line_1": "Dock 3", "address_line_2": "Gate B", "zipcode": "2000", "city": "Antwerpen", "country_code": "BE"}}}`

func backOrder(t *testing.T) *catalog.POSOrder {
	t.Helper()
	return &catalog.POSOrder{
		Order: decoded[salespos.Order](t, posOrderDocument), Email: "ada@example.org", Discount: *number("2"), Fee: *number("0.5"), FeeText: "Pinnen",
		Items: []ecwid.OrderItemWrite{
			{ProductID: ecwid.Set(ecwid.ProductID(77)), Name: ecwid.Set("Tea"), Quantity: ecwid.Set(2), Price: ecwid.Set(ecwid.NewAmount(*number("9.95")))},
			{Name: ecwid.Set("Gift wrap"), Quantity: ecwid.Set(1), Price: ecwid.Set(ecwid.NewAmount(*number("5.1")))},
		},
	}
}

const backOrderJSON = `{
	"email": "ada@example.org", "paymentStatus": "PAID", "fulfillmentStatus": "AWAITING_PROCESSING", "disableAllCustomerNotifications": true,
	"createDate": "2026-03-01 10:00:00 +0000", "lang": "nl", "paymentMethod": "Pinnen", "trackingNumber": "3SABC", "customerTaxId": "NL000000000B00", "b2b_b2c": "b2b",
	"pricesIncludeTax": true, "subtotal": 25, "discount": 2, "tax": 4.94, "total": 28.45,
	"shippingOption": {"shippingRate": 4.95}, "handlingFee": {"name": "Pinnen", "value": 0.5},
	"items": [{"productId": 77, "name": "Tea", "quantity": 2, "price": 9.95}, {"name": "Gift wrap", "quantity": 1, "price": 5.1}],
	"billingPerson": {"name": "Ada van der Berg", "companyName": "Example B.V.", "street": "Kerkstraat 12a", "postalCode": "3511 AA", "city": "Utrecht",
		"countryCode": "NL", "phone": "030 0000000"},
	"shippingPerson": {"name": "Dock", "street": "Dock 3\nGate B", "postalCode": "2000", "city": "Antwerpen", "countryCode": "BE"}}`

func TestPOSOrderCreate(t *testing.T) {
	t.Parallel()
	sale := backOrder(t)
	sale.Order = decoded[salespos.Order](t, `{"id": 502, "paid": false, "total_price": 25}`)
	sale.Discount, sale.Fee, sale.FeeText = sale.Discount.Sub(sale.Discount), sale.Fee.Sub(sale.Fee), ""
	m := newMapper(t, catalog.POSOrders(), catalog.POSOrderSchema())
	for name, tt := range map[string]struct {
		source *catalog.POSOrder
		want   string
	}{
		"everything": {backOrder(t), backOrderJSON},
		"a sale of the till, unpaid": {sale, `{"email": "ada@example.org", "paymentStatus": "AWAITING_PAYMENT", "fulfillmentStatus": "AWAITING_PROCESSING",
			"disableAllCustomerNotifications": true, "b2b_b2c": "b2c", "pricesIncludeTax": false, "subtotal": 25, "discount": 0, "tax": 0, "total": 25,
			"shippingOption": {"shippingRate": 0},
			"items": [{"productId": 77, "name": "Tea", "quantity": 2, "price": 9.95}, {"name": "Gift wrap", "quantity": 1, "price": 5.1}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[catalog.POSOrder, ecwid.Order]{Source: tt.source})
			wantJSON(t, c.Patch, tt.want)
			current := decoded[ecwid.Order](t, `{}`)
			again := plan(t, m, mapping.Input[catalog.POSOrder, ecwid.Order]{Source: tt.source, Current: current, Baselines: m.Baselines(c, current, nil)})
			if again.Writes() {
				t.Errorf("the second pass writes %v", again.Written())
			}
		})
	}
}

func TestPOSOrderRefused(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.POSOrders(), catalog.POSOrderSchema())
	for field, change := range map[string]func(*catalog.POSOrder){
		"email":                     func(o *catalog.POSOrder) { o.Email = "" },
		"items":                     func(o *catalog.POSOrder) { o.Items = nil },
		"billingPerson.countryCode": func(o *catalog.POSOrder) { o.Order.Customer.BillingAddress.CountryCode = "Atlantis" },
	} {
		o := backOrder(t)
		change(o)
		if _, err := m.Plan(mapping.Input[catalog.POSOrder, ecwid.Order]{Source: o}); err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("%s: error %v", field, err)
		}
	}
}

func TestPOSOrderLines(t *testing.T) {
	t.Parallel()
	row := func(doc string) *salespos.OrderRow { return decoded[salespos.OrderRow](t, doc) }
	m := newMapper(t, catalog.POSOrderLines(), catalog.POSOrderLineSchema())
	for name, tt := range map[string]struct {
		line catalog.POSLine
		want string
	}{
		"product": {
			catalog.POSLine{Row: row(`{"product_name": "Tea", "product_number": "T-1", "tax": 9}`), ProductID: 77, Quantity: 3, UnitPrice: *number("9.99"), Tax: *number("2.47")},
			`{"productId": 77, "name": "Tea", "sku": "T-1", "quantity": 3, "price": 9.99, "tax": 2.47, "taxes": [{"name": "VAT", "value": 9, "total": 2.47}]}`,
		},
		"variant": {
			catalog.POSLine{Row: row(`{"product_name": "Mug", "product_number": "M-1", "sub_sku_number": "M-1-L", "tax": 21,
				"attributes": [{"option_name": "Size", "value_name": "L", "price": 1}]}`), ProductID: 78, CombinationID: 5, Quantity: 1, UnitPrice: *number("6"), Tax: *number("1.04")},
			`{"productId": 78, "combinationId": 5, "name": "Mug", "sku": "M-1-L", "quantity": 1, "price": 6, "tax": 1.04, "taxes": [{"name": "VAT", "value": 21, "total": 1.04}],
				"selectedOptions": [{"name": "Size", "type": "CHOICE", "value": "L", "valuesArray": ["L"],
					"selections": [{"selectionTitle": "L", "selectionModifier": 0, "selectionModifierType": "ABSOLUTE"}]}]}`,
		},
		"free text without a rate": {
			catalog.POSLine{Row: row(`{"product_name": "Gift wrap"}`), Quantity: 1}, `{"name": "Gift wrap", "quantity": 1, "price": 0, "tax": 0}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wantJSON(t, plan(t, m, mapping.Input[catalog.POSLine, ecwid.OrderItem]{Source: &tt.line}).Patch, tt.want)
		})
	}
	if _, err := m.Plan(mapping.Input[catalog.POSLine, ecwid.OrderItem]{Source: &catalog.POSLine{Row: row(`{}`), Quantity: 1}}); err == nil {
		t.Error("a line without a name is not refused")
	}
}

// TestPOSOrderItemsSurvive: the order's mapping sends lines as they were mapped, with
// every field that a line can have and none more.
func TestPOSOrderItemsSurvive(t *testing.T) {
	t.Parallel()
	var full ecwid.OrderItemWrite
	item := goldenRecord[ecwid.OrderItem](t, itemDocument(t))
	for _, f := range catalog.POSOrderLineSchema().Target {
		if err := f.Set(&full, f.Get(item)); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	o := backOrder(t)
	o.Items = []ecwid.OrderItemWrite{full, {Name: ecwid.Set("")}}
	m := newMapper(t, catalog.POSOrders(), catalog.POSOrderSchema())
	got := plan(t, m, mapping.Input[catalog.POSOrder, ecwid.Order]{Source: o}).Patch.Items.Or(nil)
	if diff := cmp.Diff(parsed(t, encoded(t, o.Items)), parsed(t, encoded(t, got))); diff != "" {
		t.Errorf("items differ (-want +got):\n%s", diff)
	}
}

// TestPOSOrderInTheShop: the shop takes what is mapped, keeps the amounts and takes
// the goods of a paid order off its stock.
func TestPOSOrderInTheShop(t *testing.T) {
	t.Parallel()
	for paid, want := range map[bool]float64{true: 8, false: 10} {
		shop := ecwidtest.New()
		shop.Add("products", `{"id": 77, "sku": "T-1", "name": "Tea", "price": 9.95, "quantity": 10, "unlimited": false}`)
		source := backOrder(t)
		source.Order.Paid = paid
		m := newMapper(t, catalog.POSOrders(), catalog.POSOrderSchema())
		patch := plan(t, m, mapping.Input[catalog.POSOrder, ecwid.Order]{Source: source}).Patch
		patch.RefererID = ecwid.Set("salespos:501 2026-17")
		if _, err := shop.Client().Orders.Create(t.Context(), patch); err != nil {
			t.Fatal(err)
		}
		order := parsed(t, []byte(shop.Docs("orders")[0])).(map[string]any)
		if order["total"] != parsed(t, []byte("28.45")) || order["refererId"] != "salespos:501 2026-17" {
			t.Errorf("total %v and refererId %v in the shop", order["total"], order["refererId"])
		}
		if got := parsed(t, []byte(shop.Docs("products")[0])).(map[string]any)["quantity"]; got != parsed(t, encoded(t, want)) {
			t.Errorf("paid %t: %v pieces left, want %v", paid, got, want)
		}
	}
}
