package salespostest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const textRow = `{"product_name":"Line","count":%s,"price":%s,"product_purchase_price":0,"discount":0,"tax":21,"unit":"","weight":0,"memo":"","package_id":1}`

func TestOrderRowVerbs(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	order := w.post("/orders", `{"customer":{},"is_completed":false,"orderrows":[`+fmt.Sprintf(textRow, "1", "10")+`]}`).id()
	path := fmt.Sprintf("/orders/%d/orderrows", order)
	row := w.post(path, fmt.Sprintf(textRow, "2", "5.50"))
	check(t, row.doc, map[string]string{"count": "2", "total_price": "11"})
	total := func(want string) {
		t.Helper()
		check(t, w.get(fmt.Sprintf("/orders/%d", order)).doc, map[string]string{"total_price": want})
	}
	total("21")
	one := fmt.Sprintf("/orderrows/%d", row.id())
	w.patch(one, `{"count":3,"discount":0.5}`)
	check(t, w.get(one).doc, map[string]string{"selling_price": "5", "total_price_with_attributes": "15"})
	total("25")
	w.want(400, "", "PATCH", one, `{"product_name":"x"}`)
	w.want(400, "", "POST", path, `{"product_name":"x","count":1}`)
	w.want(204, "", "DELETE", one, "")
	total("10")
	w.s.Edit("orders", order, `{"is_completed":true}`)
	left := w.get(path).ids()
	w.want(500, "500.70", "PATCH", fmt.Sprintf("/orderrows/%d", left[0]), `{"count":3}`)
}

func TestOrderRowOptions(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	order := w.post("/orders", `{"customer":{},"orderrows":[`+fmt.Sprintf(textRow, "2", "10")+`]}`).id()
	row := w.get(fmt.Sprintf("/orders/%d/orderrows", order)).ids()[0]
	path := fmt.Sprintf("/orderrows/%d/orderrowattributevalues", row)
	option := w.post(path, `{"option_name":"Engraving","value_name":"Ann","price":2.5}`)
	check(t, w.get(fmt.Sprintf("/orderrowattributevalues/%d", option.id())).doc, map[string]string{"value_name": `"Ann"`, "price": "2.5"})
	got := w.get(fmt.Sprintf("/orderrows/%d", row)).doc
	check(t, got, map[string]string{"price_with_attributes": "12.5", "total_extra_option_price": "5", "total_price_with_attributes": "25", "total_price": "20"})
	if attributes := got["attributes"].([]any); len(attributes) != 1 || num(attributes[0].(map[string]any)["id"]) != option.id() {
		t.Errorf("attributes: got %v", attributes)
	}
	check(t, w.get(fmt.Sprintf("/orders/%d", order)).doc, map[string]string{"total_price": "25"})
	w.want(204, "", "PUT", path, `{"attributes":[{"option_name":"A","value_name":"1","price":1},{"option_name":"B","value_name":"2"}]}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", order)).doc, map[string]string{"total_price": "22"})
	w.want(400, "", "PUT", path, `{"attributes":[{"option_name":"A"}]}`)
	w.want(204, "", "PUT", path, `{"attributes":[]}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", order)).doc, map[string]string{"total_price": "20"})
}

// An invoice carries what the order is ahead of its invoices so far.
func TestInvoices(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug","productnumber":"M1","price":12.10}`)
	order := w.post("/orders", fmt.Sprintf(`{"customer":{"email":"ann@example.com"},"total_shipping":5,"orderrows":[{"product_id":%d,"count":2}]}`, p))
	path := fmt.Sprintf("/orders/%d/invoices", order.id())
	first := w.post(path, "")
	check(t, first.doc, map[string]string{
		"invoicenumber": "1", "ordernumber": "1", "status": `"unpaid"`, "type": `"debit"`, "total_price": "29.2", "total_price_inc_tax": "29.2",
		"total_price_exc_tax": "24.13", "total_tax": "5.07", "total_shipping": "5", "customer.email": `"ann@example.com"`, "user.id": "null",
		"order": text(fmt.Sprintf("%s/api/rest/v1/orders/%d/", origin, order.id())),
	})
	check(t, w.get(fmt.Sprintf("/orders/%d", order.id())).doc, map[string]string{"invoicenumber": "1"})
	rows := w.get(fmt.Sprintf("/invoices/%d/invoicerows", first.id())).items()
	check(t, rows[0], map[string]string{"invoice_id": fmt.Sprintf(`"%d"`, first.id()), "count": "2", "product_number": `"M1"`, "total_price": "24.2"})
	w.want(500, "500.50", "POST", path, `{"external_reference":"B7"}`)
	w.want(204, "", "PUT", fmt.Sprintf("/orders/%d/orderrows", order.id()), fmt.Sprintf(`{"orderrows":[{"product_id":%d,"count":3}]}`, p))
	w.s.Edit("orders", order.id(), `{"paid":true}`)
	second := w.post(path, `{"external_reference":"B7"}`)
	check(t, second.doc, map[string]string{"total_price": "12.1", "total_shipping": "0", "external_reference": `"B7"`, "status": `"paid"`, "invoicenumber": "2"})
	w.patch(fmt.Sprintf("/invoices/%d", second.id()), `{"status":"reimbursed"}`)
	w.want(400, "", "PATCH", fmt.Sprintf("/invoices/%d", second.id()), `{"total_price":1}`)
	for query, want := range map[string][]int64{
		"?status=unpaid": {first.id()}, "?invoicenumber=2": {second.id()}, "?invoicenumber_full=1": {first.id()},
		"?ordernumber=1&orderby=total_price": {second.id(), first.id()}, "?min_create_date=2999-01-01": nil,
	} {
		if d := cmp.Diff(want, w.get("/invoices"+query).ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", query, d)
		}
	}
	open := w.post("/orders", `{"customer":{},"is_completed":false,"orderrows":[]}`)
	w.want(500, "500.70", "POST", fmt.Sprintf("/orders/%d/invoices", open.id()), "")
	note := w.post(fmt.Sprintf("/invoices/%d/invoicenotifications", first.id()), `{"type":"customer_invoice"}`)
	check(t, note.doc, map[string]string{"invoice_id": fmt.Sprint(first.id())})
}

func TestReturns(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	order := w.s.Add("orders", `{"ordernumber":7}`)
	id := w.s.Add("returns", fmt.Sprintf(`{"order_id":%d,"returnnumber":3,"returnnumber_prefix":"R-","ordernumber":7,"ordernumber_full":"2025-7","status":"processing"}`, order))
	w.s.Add("returnrows", fmt.Sprintf(`{"return_id":%d,"product_name":"Mug","count":1,"price":10}`, id))
	check(t, w.get(fmt.Sprintf("/returns/%d", id)).doc, map[string]string{"returnnumber_full": `"R-3"`, "status_name": `"processing"`, "user.id": "null"})
	check(t, w.get(fmt.Sprintf("/returns/%d/returnrows", id)).items()[0], map[string]string{"product_name": `"Mug"`, "return_id": fmt.Sprint(id)})
	for _, query := range []string{"?returnnumber=3", "?returnnumber_full=R-3", "?ordernumber=7", "?ordernumber_full=2025-7", "?status=processing", "?orderby=returnnumber_full_desc"} {
		if got := w.get("/returns" + query).ids(); len(got) != 1 {
			t.Errorf("%s: got %v", query, got)
		}
	}
	w.want(405, "405.10", "POST", "/returns", `{}`)
}

// A key that is unknown shows whatever else is wrong with the body, also inside.
func TestUnknownKeysComeFirst(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	order := w.post("/orders", `{"customer":{},"orderrows":[]}`).id()
	for _, c := range []struct{ method, path, body string }{
		{"POST", "/orders", `{"customer":{"customertype":"x"},"orderrows":[{"count":1},{"colour":"red"}]}`},
		{"PATCH", fmt.Sprintf("/orders/%d", order), `{"customer":{"billingaddress":{"colour":"red"},"customertype":"x"}}`},
		{"PUT", fmt.Sprintf("/orders/%d/orderrows", order), `{"orderrows":[{"count":"x"},{"colour":"red"}]}`},
	} {
		if a := w.want(400, "", c.method, c.path, c.body); !strings.Contains(a.body, `unknown property \"colour\"`) {
			t.Errorf("%s %s: got %s", c.method, c.path, a.body)
		}
	}
}
