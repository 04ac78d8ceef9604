package salespostest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// The captured order of the reference: one row of 595 minus 10, shipping 5.
func TestOrderTotals(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t)
		p := w.s.Add("products", `{"name":"Table","price":595,"discount":10,"unit":"stuk","productnumber":"T1","weight":1.5,"stock":4}`)
		a := w.post("/orders", fmt.Sprintf(`{"customer":{},"total_shipping":5,"orderrows":[{"product_id":%d,"count":1}]}`, p))
		check(t, a.doc, map[string]string{
			"total_price": "590", "total_tax": "102.4", "total_orderrow_price": "590", "total_shipping": "5",
			"total_weight": "1.5", "is_completed": "true", "status": "1", "paid": "false", "ordernumber": "1",
			"ordernumber_prefix": `"2000-"`, "ordernumber_full": `"2000-1"`, "create_date": `"2000-01-01T00:00:00Z"`,
			"user.id": "null", "reservationnumber": `""`, "basket_href": "null", "currency": `"EUR"`,
			"customer.billingaddress.city": `""`, "customer.deliveryaddress.country_code": "null", "customer.email": `""`,
			"paymethod_id": "0", "discountcoupon.code": `""`, "deliver_method": `"shipping"`,
		})
		if !strings.Contains(a.body, `"total_price":590,`) || strings.Contains(a.body, `"note"`) {
			t.Errorf("whole amounts are not integers, or write keys are shown: %s", a.body)
		}
		row := w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0]
		check(t, row, map[string]string{
			"price": "595", "discount": "10", "selling_price": "585", "original_price": "585",
			"price_without_discount": "595", "price_without_discount_with_attributes": "595", "price_with_attributes": "585",
			"total_price": "585", "total_extra_option_price": "0", "total_price_with_attributes": "585", "tax": "21", "count": "1",
			"product_type": `"product"`, "unit": `"stuk"`, "custom_price": "false", "user_discount": "0",
			"sub_product_number": `""`, "attributes": "[]", "uploads": "[]", "product_number": `"T1"`, "package_name": `"Standard"`,
			"product_href": text(fmt.Sprintf("%s/api/rest/v1/products/%d", origin, p)), "order_id": fmt.Sprint(a.id()),
		})
	})
}

// 6.12: money is rounded half up to 2 decimals, the total once.
func TestOrderRounding(t *testing.T) {
	t.Parallel()
	textRow := `{"product_name":"Line","count":%s,"price":%s,"product_purchase_price":0,"discount":%s,"tax":%s,"unit":"","weight":0,"memo":"","package_id":1}`
	for _, c := range []struct {
		name, extra, rows, total, tax, firstRow string
	}{
		{"half up", ``, fmt.Sprintf(textRow, "1", "2.345", "0", "0"), "2.35", "0", "2.35"},
		{"negative half away from zero", ``, fmt.Sprintf(textRow, "-1", "2.345", "0", "0"), "-2.35", "0", "-2.35"},
		{"rounded once", ``, fmt.Sprintf(textRow, "1", "0.004", "0", "0") + "," + fmt.Sprintf(textRow, "1", "0.004", "0", "0"), "0.01", "0", "0"},
		{"no float noise", ``, fmt.Sprintf(textRow, "3", "0.1", "0", "0"), "0.3", "0", "0.3"},
		{"large", ``, fmt.Sprintf(textRow, "1000", "12345678901.23", "0", "0"), "12345678901230", "0", "12345678901230"},
		{"ex VAT", `"order_row_taxes_included":false,`, fmt.Sprintf(textRow, "1", "100", "0", "21"), "100", "21", "100"},
		{"incl VAT", ``, fmt.Sprintf(textRow, "2", "12.10", "0", "21"), "24.2", "4.2", "24.2"},
		{"taxes hidden", `"taxes_included":false,`, fmt.Sprintf(textRow, "1", "100", "0", "21"), "100", "0", "100"},
		{"intra community", `"is_intra_community_order":true,`, fmt.Sprintf(textRow, "1", "100", "0", "21"), "100", "0", "100"},
		{"costs", `"extra_costs":-1.5,"paymethod_costs":0.25,"total_shipping":4.95,"shipping_taxes_included":false,`,
			fmt.Sprintf(textRow, "1.5", "10", "1", "0"), "17.2", "0", "13.5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWire(t)
			a := w.post("/orders", `{"customer":{},`+c.extra+`"orderrows":[`+c.rows+`]}`)
			check(t, a.doc, map[string]string{"total_price": c.total, "total_tax": c.tax})
			row := w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0]
			check(t, row, map[string]string{"total_price_with_attributes": c.firstRow, "product_id": "null"})
		})
	}
}

func TestOrderRowOfVariant(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	combo := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()[3]
	w.s.Edit("attributecombinations", combo, `{"product_number":"B-XL","sku_number":"S1","ean_number":"871"}`)
	a := w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"attribute_combination_id":%d,"count":2}]}`, p, combo))
	check(t, a.doc, map[string]string{"total_price": "44"})
	row := w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0]
	check(t, row, map[string]string{
		"sub_product_number": `"B-XL"`, "sub_sku_number": `"S1"`, "sub_ean_number": `"871"`, "product_number": `"SHIRT"`,
		"total_price": "40", "total_extra_option_price": "4", "price_with_attributes": "22", "total_price_with_attributes": "44",
	})
	option := row["attributes"].([]any)[1].(map[string]any)
	check(t, option, map[string]string{"option_name": `"Size"`, "value_name": `"XL"`, "price": "1"})
	other := w.s.Add("products", `{"name":"Mug"}`)
	w.want(400, "", "POST", "/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"attribute_combination_id":%d,"count":1}]}`, other, combo))
	// A price of the row's own replaces the product's, its discount stays.
	w.s.Edit("products", other, `{"price":10,"discount":2}`)
	a = w.post("/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1,"price":9}]}`, other))
	row = w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0]
	check(t, row, map[string]string{"custom_price": "true", "price": "9", "selling_price": "7"})
}

func TestDepositRows(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Crate","price":10,"container_deposit_price":0.25}`)
	body := `{"customer":{},"orderrows":[{"product_id":%d,"count":4%s}]}`
	for extra, want := range map[string]string{"": "41", `,"auto_create_deposit_rows":false`: "40"} {
		check(t, w.post("/orders", fmt.Sprintf(body, p, extra)).doc, map[string]string{"total_price": want, "total_tax": "6.94"})
	}
}

// 6.12: stock goes down on completion and never up again.
func TestOrderStock(t *testing.T) {
	t.Parallel()
	for _, off := range []bool{false, true} {
		var opts []salespostest.Option
		if off {
			opts = append(opts, salespostest.With(salespostest.OrdersKeepStock))
		}
		w := newWire(t, opts...)
		p := variantProduct(w.s)
		combos := w.get(fmt.Sprintf("/products/%d/attributecombinations", p)).ids()
		mug := w.s.Add("products", `{"name":"Mug","stock":1.5}`)
		untracked := w.s.Add("products", `{"name":"Gift card","stock":5,"stockenabled":false}`)
		rows := fmt.Sprintf(`"orderrows":[{"product_id":%d,"attribute_combination_id":%d,"count":2},{"product_id":%d,"count":2},{"product_id":%d,"count":1}]`,
			p, combos[0], mug, untracked)
		open := w.post("/orders", `{"customer":{},"is_completed":false,`+rows+`}`)
		check(t, open.doc, map[string]string{"ordernumber": "null", "status": "null", "packing_slip_deeplink": "null"})
		if open.doc["checkout_href"] == nil {
			t.Error("an open order has no checkout_href")
		}
		stocks := func() [3]string {
			return [3]string{
				text(w.get(fmt.Sprintf("/attributecombinations/%d", combos[0])).doc["stock"]),
				text(w.get(fmt.Sprintf("/products/%d", mug)).doc["stock"]),
				text(w.get(fmt.Sprintf("/products/%d", untracked)).doc["stock"]),
			}
		}
		if got, want := stocks(), [3]string{"3", "1.5", "5"}; got != want {
			t.Errorf("an open order changed stock: got %v, want %v", got, want)
		}
		w.s.Edit("orders", open.id(), `{"is_completed":true}`)
		w.patch(fmt.Sprintf("/orders/%d", open.id()), `{"status":8}`)
		want := map[bool][3]string{false: {"1", "-0.5", "5"}, true: {"3", "1.5", "5"}}[off]
		if got := stocks(); got != want {
			t.Errorf("stock off %v: got %v, want %v", off, got, want)
		}
		check(t, w.get(fmt.Sprintf("/orders/%d", open.id())).doc, map[string]string{"ordernumber": "1", "status": "8"})
	}
}

// 6.12: the user's data are copied, `customer` overrides; user.id is a string.
func TestOrderOfUser(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	group := w.s.Add("usergroups", `{"groupname":"Trade","discount":12.5}`)
	user := w.s.Add("users", fmt.Sprintf(`{"username":"ann@example.com","group_id":%d,
		"userinfo":{"email":"ann@example.com","billingaddress":{"first_name":"Ann","city":"Utrecht"}}}`, group))
	a := w.post("/orders", fmt.Sprintf(`{"user_id":%d,"customer":{"reference":"R/1","billingaddress":{"city":"Delft"}},"orderrows":[]}`, user))
	check(t, a.doc, map[string]string{
		"user.id": fmt.Sprintf(`"%d"`, user), "user.discount_percentage": "12.5",
		"user.href":      text(fmt.Sprintf("%s/api/rest/v1/users/%d", origin, user)),
		"customer.email": `"ann@example.com"`, "customer.reference": `"R/1"`, "customer.email_invoice": `""`,
		"customer.billingaddress.first_name": `"Ann"`, "customer.billingaddress.city": `"Delft"`,
	})
	w.s.Edit("users", user, `{"userinfo":{"billingaddress":{"first_name":"Anna"}}}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", a.id())).doc, map[string]string{"customer.billingaddress.first_name": `"Ann"`})
	check(t, w.get(fmt.Sprintf("/users/%d", user)).doc, map[string]string{"userinfo.billingaddress.city": `"Utrecht"`})
	guest := w.post("/orders", `{"user_id":null,"customer":{},"orderrows":[]}`)
	check(t, guest.doc, map[string]string{"user.id": "null", "user.href": "null"})
}

func TestPatchOrder(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug","price":10,"stock":10}`)
	id := w.post("/orders", fmt.Sprintf(`{"customer":{"email":"a@example.com"},"orderrows":[{"product_id":%d,"count":1}]}`, p)).id()
	path := fmt.Sprintf("/orders/%d", id)
	w.patch(path, `{"status":5,"paid":true,"mail":true,"note":"sent","track_and_trace_code":"3S","customer":{"btw":"NL1"},"total_shipping":2.5}`)
	check(t, w.get(path).doc, map[string]string{
		"status": "5", "paid": "true", "track_and_trace_code": `"3S"`, "customer.btw": `"NL1"`, "customer.email": `"a@example.com"`,
		"total_price": "12.5", "note": "null",
	})
	w.patch(path, fmt.Sprintf(`{"orderrows":[{"product_id":%d,"count":3}]}`, p))
	check(t, w.get(path).doc, map[string]string{"total_price": "32.5"})
	w.want(204, "", "PUT", path+"/orderrows", fmt.Sprintf(`{"orderrows":[{"product_id":%d,"count":2},{"product_id":%d,"count":2}]}`, p, p))
	check(t, w.get(path).doc, map[string]string{"total_price": "42.5"})
	rows := w.get(path + "/orderrows?size=1")
	if len(rows.items()) != 1 || rows.doc["next"] == nil {
		t.Errorf("rows are not paged: %s", rows.body)
	}
	row := rows.items()[0]
	check(t, w.get(fmt.Sprintf("/orderrows/%d", num(row["id"]))).doc, map[string]string{"count": "2", "product_name_google": `"mug"`})
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stock": "9"})
}

func TestOrderLists(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	for _, doc := range []string{
		`{"id":1,"create_date":"2024-03-01T10:00:00Z","status":1,"paid":true,"ordernumber":30,"paymethod_id":2}`,
		`{"id":2,"create_date":"2024-03-02T23:59:59Z","status":14,"ordernumber":20,"transaction_id":"9"}`,
		`{"id":3,"create_date":"2024-03-03T00:00:00Z","status":14,"paid":true,"ordernumber":10,"deliver_date":"2024-03-05T08:00:00Z"}`,
		`{"id":4,"create_date":"2024-03-04T00:00:00Z","is_completed":false,"take_out_window":{"start":"2024-03-06T10:00:00Z","end":null}}`,
	} {
		w.s.Add("orders", doc)
	}
	for query, want := range map[string][]int64{
		"":                            {1, 2, 3}, // is_completed defaults to true
		"?is_completed=false":         {4},
		"?is_paid=true":               {1, 3},
		"?is_paid=false":              {2},
		"?status=14":                  {2, 3},
		"?status=14&is_paid=true":     {3},
		"?ordernumber=20":             {2},
		"?min_create_date=2024-03-02": {2, 3},
		"?max_create_date=2024-03-02": {1, 2},
		"?min_create_date=2024-03-02&max_create_date=2024-03-02": {2},
		"?min_create_date=2024-03-02T23:59:59Z":                  {2, 3},
		"?max_create_date=2024-03-01%2010:00:00":                 {1},
		"?paymethod_id=2":                                        {1},
		"?transaction_id=9":                                      {2},
		"?deliver_date=2024-03-05":                               {3},
		"?take_out_date=2024-03-06&is_completed=false":           {4},
		"?orderby=id_desc":                                       {3, 2, 1},
		"?orderby=create_date_desc":                              {3, 2, 1},
		"?orderby=ordernumber":                                   {3, 2, 1},
		"?orderby=ordernumber_desc&size=2":                       {1, 2},
	} {
		if d := cmp.Diff(want, w.get("/orders"+query).ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", query, d)
		}
	}
	w.want(400, "", "GET", "/orders?min_create_date=soon", "")
	w.want(400, "", "GET", "/orders?is_paid=1", "")
	// The next number follows the highest one that was seeded.
	check(t, w.post("/orders", `{"customer":{},"orderrows":[]}`).doc, map[string]string{"ordernumber": "31"})
}

func TestOrderNotes(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	order := w.s.Add("orders", `{}`)
	path := fmt.Sprintf("/orders/%d/ordernotes", order)
	note := w.post(path, `{"note":"Paid by iDEAL\n/ref"}`)
	check(t, note.doc, map[string]string{"note": `"Paid by iDEAL\n/ref"`, "type": `"internal"`})
	if got := w.get(path).items(); len(got) != 1 || num(got[0]["id"]) != note.id() {
		t.Errorf("got %v", got)
	}
	w.want(405, "405.10", "PATCH", fmt.Sprintf("/ordernotes/%d", note.id()), "{}")
	w.want(204, "", "DELETE", fmt.Sprintf("/ordernotes/%d", note.id()), "")
	if got := w.get(path).items(); len(got) != 0 {
		t.Errorf("got %v, want none", got)
	}
}

func TestUsers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	a := w.post("/users", `{"username":"bob@example.com","password":"secret-word","userinfo":{"customertype":"b2b",
		"billingaddress":{"first_name":"Bob","last_name":"Zed","housenumber":12,"country_code":null}}}`)
	check(t, a.doc, map[string]string{
		"status": "true", "approval_status": `"accepted"`, "group_id": "1", "password": "null",
		"userinfo.customertype": `"b2b"`, "userinfo.billingaddress.housenumber": "12", "userinfo.billingaddress.city": `""`,
		"userinfo.deliveryaddress.full_name": `""`, "userinfo.birthdate": "null",
	})
	if export, _ := w.s.Export(); strings.Contains(string(export), "secret-word") {
		t.Error("the password was kept")
	}
	path := fmt.Sprintf("/users/%d", a.id())
	w.patch(path, `{"userinfo":{"billingaddress":{"city":"Delft"}},"group_id":1}`)
	check(t, w.get(path).doc, map[string]string{"userinfo.billingaddress.city": `"Delft"`, "userinfo.billingaddress.first_name": `"Bob"`})
	w.s.Add("users", `{"id":5,"username":"al@example.com","approval_status":"pending","userinfo":{"billingaddress":{"first_name":"Al","last_name":"young"}}}`)
	w.want(500, "500.40", "PATCH", "/users/5", `{"username":"Bob@example.com"}`)
	w.patch("/users/5", `{"username":"AL@example.com"}`) // its own name in other letters
	for query, want := range map[string][]int64{
		"?orderby=id":               {5, a.id()},
		"?orderby=id_desc":          {a.id(), 5},
		"?orderby=last_name":        {5, a.id()},
		"?orderby=first_name_desc":  {a.id(), 5},
		"?approval_status=pending":  {5},
		"?username=bob@example.com": {5, a.id()}, // no such filter
	} {
		if d := cmp.Diff(want, w.get("/users"+query).ids()); d != "" {
			t.Errorf("%s: -want +got\n%s", query, d)
		}
	}
	w.patch("/users/5", `{"approval_status":"accepted"}`)
	w.want(400, "", "PATCH", "/users/5", `{"approval_status":"pending"}`)
	if got := w.get("/usergroups/1/users").ids(); len(got) != 1 || got[0] != a.id() {
		t.Errorf("users of the group: got %v", got)
	}
	check(t, w.get("/usergroups?orderby=groupname").items()[0], map[string]string{"groupname": `"Customers"`, "default": "true"})
	w.want(204, "", "DELETE", "/users/5", "")
	w.want(500, "500.24", "GET", "/users/5", "")
}

func TestCreateDateIsTheServersClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWire(t, salespostest.WithClockSkew(2*time.Minute))
		check(t, w.post("/orders", `{"customer":{},"orderrows":[]}`).doc, map[string]string{"create_date": `"2000-01-01T00:02:00Z"`})
	})
}

// 62: orders of the till may have neither customer nor rows with products.
func TestCounterSale(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	id := w.s.Add("orders", `{"customer":null,"paymethod":"Pin","paid":true,"orderrows":[{"product_name":"Sundries","count":1,"price":2.5,"tax":21}]}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", id)).doc, map[string]string{
		"customer": "null", "user.id": "null", "paymethod": `"Pin"`, "total_price": "2.5", "paid": "true", "status": "1",
	})
}

// Orders: discounts and credit points leave the total; rows are rounded half up.
func TestChecklistOrderTotals(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := w.s.Add("products", `{"name":"Mug","price":1.0025,"stock":5}`)
	a := w.post("/orders", fmt.Sprintf(`{"customer":{},"total_shipping":3,"orderrows":[{"product_id":%d,"count":2}]}`, p))
	check(t, a.doc, map[string]string{"total_orderrow_price": "5.01", "total_price": "5.01"})
	w.s.Edit("orders", a.id(), `{"total_discounts":1,"credit_point_discount":0.5}`)
	w.patch(fmt.Sprintf("/orders/%d", a.id()), `{"paymethod_costs":2}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", a.id())).doc, map[string]string{"total_price": "5.51"})
	check(t, w.get(fmt.Sprintf("/orders/%d/orderrows", a.id())).items()[0], map[string]string{"total_price_with_attributes": "2.01"})
	w.patch(fmt.Sprintf("/orders/%d", a.id()), `{"status":8}`)
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stock": "3"}) // back up never
}
