package ecwidtest_test

import (
	"regexp"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestOrderCreate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	a := ok(t, s, "POST", "/orders", `{"email":"ada@example.org","paymentStatus":"AWAITING_PAYMENT","subtotal":99,"total":1,
		"tax":0.25,"createDate":"2026-01-31 11:02:00 UTC","refererId":"till:S-1","items":[
		{"productId":1,"combinationId":11,"sku":"S-S","quantity":2,"price":7.90},{"name":"Gift wrap","quantity":1}]}`)
	id := a.id()
	public, _ := a.at("orderId").(string)
	if !regexp.MustCompile(`^[A-Z0-9]{5}$`).MatchString(public) {
		t.Errorf("public id %q is not five letters and digits", public)
	}
	o := get(t, s, "/orders/"+public)
	for key, want := range map[string]string{
		"id": path("%q", public), "vendorOrderNumber": path("%q", public), "publicUid": path("%q", public),
		"internalId": path("%d", id), "orderNumber": path("%d", id),
		"subtotal": "99", "total": "1", "totalWithoutTax": "0.75", // stored unchecked
		"fulfillmentStatus": `"AWAITING_PROCESSING"`, "createDate": `"2026-01-31 11:02:00 +0000"`,
		"createTimestamp": "1769857320", "pricesIncludeTax": "true", "discount": "0",
	} {
		o.is(want, key)
	}
	o.is("7.90", "items", 0, "price")
	o.is(`"Gift wrap"`, "items", 1, "name")
	if o.at("items", 0, "id") == nil || o.at("items", 0, "id") == o.at("items", 1, "id") {
		t.Errorf("lines without ids of their own: %s", o.raw)
	}
	get(t, s, path("/orders/%d", id)).is(path("%q", public), "id")
	refused(t, s, "GET", "/orders/NONE1", "", 404, "ORDER_NOT_FOUND")
	refused(t, s, "PUT", "/orders/NONE1", `{}`, 404, "ORDER_NOT_FOUND")
	for body, code := range map[string]string{
		`{"customerId":9}`: "", `{"items":[{"productId":9}]}`: "PRODUCT_NOT_FOUND",
		`{"items":[{"productId":1,"combinationId":9}]}`: "COMBINATION_NOT_FOUND",
	} {
		refused(t, s, "POST", "/orders", body, 404, code)
	}
	refused(t, s, "POST", "/orders", `{"externalOrderId":"S-1"}`, 400, "WRONG_PARAMETER")
	ok(t, s, "POST", "/orders", `{"externalOrderId":"S-1","externalFulfillment":true}`)
	ok(t, s, "POST", "/orders", `{}`) // the API takes less than it documents
}

func TestCompleteOrders(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.With(ecwidtest.CompleteOrders))
	refused(t, s, "POST", "/orders", `{"email":"a@example.org"}`, 400, "WRONG_PARAMETER")
	full := `{"email":"a@example.org","subtotal":0,"total":0,"paymentStatus":"PAID","fulfillmentStatus":"DELIVERED","items":[%s]}`
	refused(t, s, "POST", "/orders", path(full, `{"name":"n"}`), 400, "WRONG_PARAMETER")
	ok(t, s, "POST", "/orders", path(full, `{"name":"n","quantity":1}`))
}

func TestOrderIDStyles(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithProfile(`{"formatsAndUnits":{"orderNumberPrefix":"A/","orderNumberSuffix":"+",
		"orderNumberMinDigitsAmount":4,"orderNumberNextNumber":7},
		"featureToggles":[{"name":"CONSECUTIVE_ORDER_IDS","enabled":true}]}`))
	ok(t, s, "POST", "/orders", `{"total":1}`).is(`"A/0007+"`, "orderId")
	ok(t, s, "POST", "/orders", `{"total":2}`).is(`"A/0008+"`, "orderId")
	for _, p := range []string{"/orders/A%2F0008%2B", "/orders/0008"} { // with and without the frame
		get(t, s, p).is("2", "total")
	}
	get(t, s, "/orders?ids=0007,A/0008%2B,9999").is("2", "total")
}

func TestOrderUpdate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		s.Add("orders", `{"id":"X","internalId":1,"email":"a@example.org","total":5,"billingPerson":{"name":"Ada Example","city":"Ulm"},
			"items":[{"id":11,"name":"One","quantity":1,"price":2},{"id":12,"name":"Two","quantity":1}]}`)
		sleep(t, time.Minute)
		ok(t, s, "PUT", "/orders/X", `{"trackingNumber":"T","billingPerson":{"city":"Bonn"},
			"items":[{"id":11,"quantity":3},{"name":"New","quantity":1}]}`).is(`{"updateCount":1}`)
		o := get(t, s, "/orders/1")
		o.is("5", "total") // nothing is recalculated
		o.is(`"Ada"`, "billingPerson", "firstName")
		o.is(`"Bonn"`, "billingPerson", "city")
		o.is(`"One"`, "items", 0, "name") // with its id the line is kept
		o.is("3", "items", 0, "quantity")
		o.is(`"New"`, "items", 1, "name")
		o.is("", "items", 2) // missing lines are dropped
		o.is(`"2000-01-01 00:00:00 +0000"`, "createDate")
		o.is(`"2000-01-01 00:01:00 +0000"`, "updateDate")
		o.is("946684860", "updateTimestamp")
		refused(t, s, "PUT", "/orders/X", `{"items":[{"id":12}]}`, 400, "WRONG_PARAMETER")
		ok(t, s, "DELETE", "/orders/X", "").is(`{"deleteCount":1}`)
		refused(t, s, "DELETE", "/orders/X", "", 404, "ORDER_NOT_FOUND")
	})
}

func TestOrderLinksCustomer(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("customers", `{"id":1,"email":"ada@example.org"}`)
	order := func(body string) answer {
		return get(t, s, path("/orders/%d", ok(t, s, "POST", "/orders", body).id()))
	}
	order(`{"email":"ADA@example.org","total":10}`).is("1", "customerId")
	order(`{"email":"ada@example.org","total":5.5,"paymentStatus":"CANCELLED"}`).is("1", "customerId")
	order(`{"email":"ada@example.org","total":7,"paymentStatus":"INCOMPLETE"}`)
	order(`{"customerId":1,"total":0.01}`).is("1", "customerId")
	order(`{"customerId":1,"total":100,"paymentStatus":"INCOMPLETE"}`)
	order(`{}`).is("", "customerId")
	order(`{"email":"cart@example.org","paymentStatus":"INCOMPLETE"}`).is("", "customerId")
	a := get(t, s, "/customers/1")
	a.is("3", "stats", "numberOfOrders") // every order but INCOMPLETE ones
	a.is("15.51", "stats", "salesValue")
	a.is("5.17", "stats", "averageOrderValue")
	a.is("3", "totalOrderCount")

	id := order(`{"email":"new@example.org","billingPerson":{"name":"New Buyer","street":"Main 1"}}`).at("customerId")
	a = get(t, s, path("/customers/%v", id))
	a.is(`"new@example.org"`, "email")
	a.is("", "billingPerson") // a bare account
	ok(t, s, "DELETE", "/customers/1", "")
	get(t, s, "/orders?customerId=1").is("3", "total") // the orders stay
	cart := order(`{"email":"late@example.org","paymentStatus":"INCOMPLETE"}`).at("id").(string)
	ok(t, s, "PUT", "/orders/"+cart, `{"paymentStatus":"PAID"}`)
	if get(t, s, "/orders/"+cart).at("customerId") == nil {
		t.Error("a cart that became an order has no customer")
	}
}

// TestOrderStock shows section 7 #6 and its switches.
func TestOrderStock(t *testing.T) {
	t.Parallel()
	const paid, unpaid = "PAID", "AWAITING_PAYMENT"
	tests := map[string]struct {
		opts    []ecwidtest.Option
		create  string // payment status
		more    string
		update  []string
		own     string // stock of the variation with a SKU, 3 before
		product string // stock of the product, 7 before
	}{
		"paid takes":             {nil, paid, mail, nil, "-1", "5"},
		"paid without buyer":     {nil, paid, "", nil, "3", "7"},
		"unpaid takes nothing":   {nil, unpaid, mail, nil, "3", "7"},
		"later paid":             {nil, unpaid, mail, []string{paid}, "3", "7"},
		"cancelled":              {nil, paid, mail, []string{"CANCELLED"}, "3", "7"},
		"restocked once":         {nil, paid, mail, []string{"CANCELLED", paid, "REFUNDED"}, "3", "7"},
		"partly refunded":        {nil, paid, mail, []string{"PARTIALLY_REFUNDED"}, "-1", "5"},
		"unpaid cancelled":       {nil, unpaid, mail, []string{"CANCELLED"}, "3", "7"},
		"all: unpaid":            {stock(ecwidtest.StockOfAll), unpaid, "", nil, "-1", "5"},
		"all: cart":              {stock(ecwidtest.StockOfAll), "INCOMPLETE", mail, nil, "3", "7"},
		"none":                   {stock(ecwidtest.StockOfNone), paid, mail, nil, "3", "7"},
		"when paid: later":       {stock(ecwidtest.StockOfPaid), unpaid, mail, []string{paid, unpaid, paid}, "-1", "5"},
		"when paid: from create": {stock(ecwidtest.StockOfPaid), paid, mail, []string{unpaid, paid}, "-1", "5"},
		"no restock":             {stock(ecwidtest.RestockNever), paid, mail, []string{"CANCELLED"}, "-1", "5"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New(tt.opts...)
			s.Add("products", shirt)
			s.Add("products", `{"id":2,"unlimited":true}`)
			id := ok(t, s, "POST", "/orders", path(`{%s"paymentStatus":%q,"items":[
				{"productId":1,"combinationId":11,"quantity":4},{"productId":1,"combinationId":12,"quantity":1},
				{"productId":1,"quantity":1},{"productId":2,"quantity":1},{"sku":"S","quantity":1}]}`, tt.more, tt.create)).id()
			for _, status := range tt.update {
				ok(t, s, "PUT", path("/orders/%d", id), path(`{"paymentStatus":%q}`, status))
			}
			get(t, s, "/products/1/combinations/11").is(tt.own, "quantity")
			get(t, s, "/products/1").is(tt.product, "quantity")
			get(t, s, "/products/2").is("", "quantity")
		})
	}
}

// TestOrderStockOfOtherChanges shows that a seeded order, which took nothing,
// takes nothing when something but its status changes.
func TestOrderStockOfOtherChanges(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(stock(ecwidtest.StockOfPaid)...)
	s.Add("products", shirt)
	s.Add("orders", `{"id":"X","paymentStatus":"PAID","items":[{"productId":1,"quantity":2}]}`)
	ok(t, s, "PUT", "/orders/X", `{"trackingNumber":"T"}`)
	get(t, s, "/products/1").is("7", "quantity")
}

const mail = `"email":"a@example.org",`

func stock(r ecwidtest.Reading) []ecwidtest.Option {
	return []ecwidtest.Option{ecwidtest.With(r)}
}

func TestOrderSearch(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	for i, o := range []string{
		`"id":"OLD","paymentStatus":"PAID","email":"a@example.org","refererId":"till:1","items":[{"productId":7}]`,
		`"id":"NEW","paymentStatus":"AWAITING_PAYMENT","email":"b@example.org","refererId":"till:1 12"`,
		`"id":"CART","paymentStatus":"INCOMPLETE","email":"a@example.org"`,
	} {
		s.Add("orders", path(`{"internalId":%d,"createDate":"2026-01-0%d 00:00:00 +0000","updateDate":"2026-02-0%d 00:00:00 +0000",%s}`,
			i+1, i+1, 3-i, o))
	}
	for q, want := range map[string][]string{
		"":                                        {"NEW", "OLD"}, // newest first, INCOMPLETE hidden
		"paymentStatus=INCOMPLETE,PAID":           {"CART", "OLD"},
		"paymentStatus=PAID":                      {"OLD"},
		"fulfillmentStatus=SHIPPED":               {},
		"ids=NEW,1":                               {"NEW", "OLD"},
		"ids=CART":                                {},
		"refererId=till:1":                        {"OLD"},
		"refererId=till:1+12":                     {"NEW"},
		"refererId=till":                          {},
		"email=A@example.org":                     {"OLD"},
		"createdFrom=2026-01-02":                  {"NEW"},
		"updatedFrom=2026-02-03":                  {"OLD"},
		"updatedTo=2026-02-02":                    {"NEW"},
		"updatedFrom=1&offset=1&limit=1":          {"OLD"},
		"productId=7,8":                           {"OLD"},
		"refererId=till:1&updatedFrom=2027-01-01": {},
	} {
		a := get(t, s, "/orders?responseFields=items(id)&"+q)
		got := []string{}
		for i := 0; a.at("items", i) != nil; i++ {
			got = append(got, a.at("items", i, "id").(string))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", q, diff)
		}
	}
	refused(t, s, "GET", "/orders?paymentStatus=QUEUED", "", 400, "WRONG_PARAMETER")
}

func TestPlaceOrder(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", shirt)
	for _, status := range []string{"PAID", "AWAITING_PAYMENT", "INCOMPLETE"} { // a shopper's order takes stock, paid or not
		s.PlaceOrder(path(`{"id":%q,"paymentStatus":%q,"email":"Ada@example.org","shippingOption":{"shippingRate":4.95},
			"discount":1,"items":[{"productId":1,"combinationId":11},{"productId":1,"quantity":2}]}`, "W-"+status, status))
	}
	get(t, s, "/products/1/combinations/11").is("1", "quantity")
	get(t, s, "/products/1").is("3", "quantity")
	o := get(t, s, "/orders/W-PAID")
	o.is("32.5", "subtotal")
	o.is("36.45", "total")
	o.is(`"S-S"`, "items", 0, "sku")
	o.is(`12.5`, "items", 0, "price")
	o.is(`"S"`, "items", 0, "selectedOptions", 0, "value")
	o.is(`"Shirt"`, "items", 1, "name")
	o.is(`7`, "items", 1, "quantityInStock")
	get(t, s, path("/customers/%v", o.at("customerId"))).is("2", "totalOrderCount")
	if s.Writes() != 0 {
		t.Error("a checkout counts as a request")
	}

	guest := s.PlaceOrder(`{"items":[{"sku":"NO-SUCH","name":"Lost","price":3,"quantity":2},{"productId":99}]}`)
	o = get(t, s, "/orders/"+guest)
	o.is("", "customerId")
	o.is(`"PAID"`, "paymentStatus")
	o.is("6", "total")
	s.Edit("orders", 700000001, `{"paymentStatus":"CANCELLED"}`) // by the merchant: restocks too
	get(t, s, "/products/1").is("5", "quantity")
}
