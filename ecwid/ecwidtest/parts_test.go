package ecwidtest_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestContacts(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := ok(t, s, "POST", "/customers", `{"email":"a@example.org"}`).id()
	at := path("/customers/%d/contacts", id)
	ok(t, s, "POST", at, `{"contact":"+49 1","type":"PHONE"}`).is(`{"createCount":1}`)
	ok(t, s, "POST", at, `{"contact":"+49 2","type":"PHONE","default":true}`)
	a := get(t, s, at)
	a.is(`"EMAIL"`, "items", 0, "type")
	a.is(`false`, "items", 1, "default") // a type has one default
	a.is(`true`, "items", 2, "default")
	contact := at + "/" + path("%v", a.at("items", 1, "id"))
	ok(t, s, "PUT", contact, `{"note":"mornings","default":true}`)
	get(t, s, contact).is(`"mornings"`, "note")
	get(t, s, at).is(`false`, "items", 2, "default")
	ok(t, s, "DELETE", contact, "").is(`{"deleteCount":1}`)
	refused(t, s, "GET", contact, "", 404, "")
	refused(t, s, "POST", at, `{"contact":"x"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "POST", at, `{"contact":"x","type":"FAX"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/customers/1/contacts", "", 404, "")
}

func TestGroups(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := ok(t, s, "POST", "/customer_groups", `{"name":"Gold","externalReferenceId":"g"}`).id()
	at := path("/customer_groups/%d", id)
	a := get(t, s, "/customer_groups")
	a.is("2", "total")
	a.is(`{"id":0,"name":"General"}`, "items", 0)
	wantIDs(t, get(t, s, "/customer_groups?keyword=gold"), id)
	wantIDs(t, get(t, s, "/customer_groups?customerGroupIds=0"), 0)
	wantIDs(t, get(t, s, path("/customer_groups?customerGroupId=%d", id)), id)
	customer := ok(t, s, "POST", "/customers", path(`{"email":"a@example.org","customerGroupId":%d}`, id)).id()
	ok(t, s, "PUT", at, `{"name":"Silver"}`)
	get(t, s, at).is(`"Silver"`, "name")
	get(t, s, path("/customers/%d", customer)).is(`"Silver"`, "customerGroupName")
	refused(t, s, "POST", "/customers", `{"email":"b@example.org","customerGroupId":77}`, 404, "")
	refused(t, s, "POST", "/customer_groups", `{}`, 400, "WRONG_PARAMETER")
	refused(t, s, "DELETE", "/customer_groups/0", "", 400, "WRONG_PARAMETER")
	ok(t, s, "DELETE", at, "")
	get(t, s, path("/customers/%d", customer)).is(`"General"`, "customerGroupName")
	refused(t, s, "GET", at, "", 404, "")
	plain := ecwidtest.New(ecwidtest.WithProfile(`{"account":{"availableFeatures":["API"]}}`))
	refused(t, plain, "POST", "/customer_groups", `{"name":"g"}`, 402, "NOT_AVAILABLE_ON_CURRENT_PLAN")
}

// Resources that are kept as they are sent.
func TestShelves(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ body, change, bad, code string }{
		"/profile/shippingOptions": {`{"title":"Post","enabled":true}`, `{"title":"Mail"}`, `{}`, "SHIPPING_OPTION_TITLE_REQUIRED"},
		"/profile/paymentOptions":  {`{"checkoutTitle":"Cash"}`, `{"checkoutTitle":"Card"}`, `{}`, "PAYMENT_OPTION_TITLE_REQUIRED"},
		"/profile/extrafields":     {`{"title":"Gift note"}`, `{"title":"Note"}`, `{}`, "WRONG_PARAMETER"},
		"/store_extrafields/customers": {
			`{"title":"Card","type":"TEXT"}`, `{"title":"Loyalty"}`, `{"title":"x","type":"BOOL"}`, "WRONG_PARAMETER",
		},
	}
	for at, tt := range tests {
		t.Run(at, func(t *testing.T) {
			t.Parallel()
			s := ecwidtest.New()
			made := ok(t, s, "POST", at, tt.body)
			id, isText := made.at("id").(string)
			if !isText {
				id, _ = made.at("key").(string)
				made.is("1", "createCount")
			}
			list := get(t, s, at)
			if list.at(0) == nil && list.at("items", 0) == nil {
				t.Errorf("the list is empty: %s", list.raw)
			}
			ok(t, s, "PUT", at+"/"+id, tt.change).is(`{"updateCount":1}`)
			if changed := get(t, s, at); changed.raw == list.raw {
				t.Errorf("nothing changed: %s", list.raw)
			}
			if at != "/profile/shippingOptions" { // which are only listed
				get(t, s, at+"/"+id)
			}
			refused(t, s, "POST", at, tt.bad, 400, tt.code)
			ok(t, s, "DELETE", at+"/"+id, "").is(`{"deleteCount":1}`)
			if a := send(t, s, "DELETE", at+"/"+id, ""); a.status != 404 {
				t.Errorf("deleted twice: %d", a.status)
			}
		})
	}
}

func TestSettingsInProfile(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	ok(t, s, "POST", "/profile/shippingOptions", `{"title":"Post"}`)
	get(t, s, "/profile").is(`"Post"`, "shipping", "shippingOptions", 0, "title")
	refused(t, s, "POST", "/profile/shippingOptions", `{"title":"`+strings.Repeat("x", 101)+`"}`, 400, "SHIPPING_BAD_TITLE_LENGTH")
	refused(t, s, "POST", "/profile/shippingOptions", `{"title":"x","ratesCalculationType":"carrier-calculated"}`, 400,
		"SHIPPING_CARRIER_NAME_REQUIRED")
	refused(t, s, "POST", "/profile/paymentOptions", `{"checkoutTitle":"`+strings.Repeat("x", 65)+`"}`, 400,
		"PAYMENT_OPTION_BAD_TITLE_LENGTH")
	refused(t, s, "PUT", "/profile/shippingOptions/none", `{}`, 404, "SHIPPING_NOT_FOUND")
}

func TestProfileUpdate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	ok(t, s, "PUT", "/profile", `{"company":{"city":"Bonn"},"taxSettings":{"taxes":[{"name":"VAT","defaultTax":19}]}}`)
	a := get(t, s, "/profile")
	a.is(`"Bonn"`, "company", "city")
	a.is(`"DE"`, "company", "countryCode")
	a.is(`"VAT"`, "taxes", 0, "name")
	if a.at("taxes", 0, "id") == nil {
		t.Error("the tax has no id")
	}
	for _, body := range []string{
		`{"featureToggles":[]}`, `{"account":{"suspended":true}}`, `{"generalInfo":{"storeId":4}}`, `{"payment":{}}`,
		`{"formatsAndUnits":{"weightUnit":"STONE"}}`, `{"formatsAndUnits":{"orderNumberMinDigitsAmount":20}}`,
		`{"formatsAndUnits":{"orderNumberPrefix":"` + strings.Repeat("x", 21) + `"}}`,
	} {
		refused(t, s, "PUT", "/profile", body, 400, "WRONG_PARAMETER")
	}
	for _, logo := range []string{"logo", "invoicelogo", "emaillogo"} {
		for _, verb := range []string{"PUT", "POST"} {
			ok(t, s, verb, "/profile/"+logo+"?externalUrl=https://a.example/l.png", "")
		}
		ok(t, s, "DELETE", "/profile/"+logo, "")
	}
}

func TestOrderFields(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"A","internalId":1}`)
	const field = `{"id":"till","value":"7","title":"Till","orderDetailsDisplaySection":"order_comments","showInInvoice":true}`
	ok(t, s, "POST", "/orders/A/extraFields", field).is(`{"createCount":1}`)
	a := get(t, s, "/orders/A/extraFields")
	a.is(`"7"`, 0, "value")
	a.is(`"TEXT"`, 0, "customerInputType")
	ok(t, s, "PUT", "/orders/1/extraFields/till", `{"value":"8"}`)
	get(t, s, "/orders/A").is(`"8"`, "orderExtraFields", 0, "value")
	refused(t, s, "PUT", "/orders/A/extraFields/till", `{"customerInputType":"SELECT"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", "/orders/A/extraFields/none", `{}`, 404, "")
	refused(t, s, "POST", "/orders/A/extraFields", field, 409, "")
	refused(t, s, "POST", "/orders/A/extraFields", `{"id":"x"}`, 400, "WRONG_PARAMETER")
	refused(t, s, "PUT", "/orders/A/extraFields/till", `{"value":"`+strings.Repeat("x", 256)+`"}`, 400, "WRONG_PARAMETER")
	ok(t, s, "DELETE", "/orders/A/extraFields/till", "").is(`{"deleteCount":1}`)
	get(t, s, "/orders/A/extraFields").is(`[]`)
}

func TestOrderStatuses(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	get(t, s, "/profile/order_statuses").is(`"AWAITING_PAYMENT"`, "items", 0, "statusId")
	const at = "/profile/order_status/CUSTOM_FULFILLMENT_STATUS_1"
	get(t, s, at).is(`false`, "enabled")
	order := ok(t, s, "POST", "/orders", `{}`).id()
	refused(t, s, "PUT", path("/orders/%d", order), `{"fulfillmentStatus":"CUSTOM_FULFILLMENT_STATUS_1"}`, 400, "WRONG_PARAMETER")
	ok(t, s, "PUT", at, `{"enabled":true,"name":"Packed","nameTranslations":{"en":"Packed"}}`)
	get(t, s, at).is(`{"en":"Packed"}`, "nameTranslated")
	ok(t, s, "PUT", path("/orders/%d", order), `{"fulfillmentStatus":"CUSTOM_FULFILLMENT_STATUS_1"}`)
	refused(t, s, "PUT", "/profile/order_status/PAID", `{"enabled":false}`, 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/profile/order_status/NONE", "", 404, "")
}

func TestInvoices(t *testing.T) {
	t.Parallel()
	s := hooked()
	s.Add("orders", `{"id":"A<b>","internalId":1}`)
	s.Add("orders", `{"id":"CART","internalId":2,"paymentStatus":"INCOMPLETE"}`)
	id := ok(t, s, "POST", "/orders/1/invoices/create-invoice", "").id()
	a := get(t, s, "/orders/1/invoices?responseFields=invoices(internalId,type)")
	a.is(path(`{"invoices":[{"internalId":%d,"type":"SALE"}]}`, id))
	refused(t, s, "POST", "/orders/CART/invoices/create-invoice", "", 422, "")
	if a := get(t, s, "/orders/1/invoice-pdf"); a.header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(a.raw, "%PDF") {
		t.Errorf("PDF: got %q", a.raw)
	}
	if a := get(t, s, "/orders/1/invoice"); a.raw != "<h1>Order A&lt;b&gt;</h1>" {
		t.Errorf("receipt: got %q", a.raw)
	}
	get(t, s, "/orders/1/repeatURL").is(`"https://shop.example.com/repeat/1"`, "repeatOrderUrl")
	types := receive(t, 200).types(s)
	if strings.Join(types, " ") != "invoice.created order.updated" {
		t.Errorf("got events %v", types)
	}
}

func TestLastOrder(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	refused(t, s, "GET", "/orders/last", "", 404, "ORDER_NOT_FOUND")
	s.Add("orders", `{"id":"A","internalId":1,"email":"a@example.org","createDate":"2026-01-02 00:00:00 +0000"}`)
	s.Add("orders", `{"id":"B","internalId":2,"createDate":"2026-01-01 00:00:00 +0000"}`)
	get(t, s, "/orders/last?withAddress=true").is(`"A"`, "id")
	refused(t, s, "GET", "/orders/last?customerEmail=b@example.org", "", 404, "ORDER_NOT_FOUND")
}

func TestOptionFiles(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"A","internalId":1,"items":[{"id":9,"name":"Mug","selectedOptions":[
		{"name":"Your/photo","type":"FILES"},{"name":"Size","type":"CHOICE"}]}]}`)
	const at = "/orders/A/items/9/options/Your%2Fphoto"
	id := raw(t, s, "POST", at+"?fileName=p.gif", "application/octet-stream", gif).id()
	ok(t, s, "POST", at+"?externalUrl=https://a.example/q.gif", "")
	get(t, s, "/orders/A").is(`"p.gif"`, "items", 0, "selectedOptions", 0, "files", 0, "name")
	ok(t, s, "DELETE", path("%s/files/%d", at, id), "").is(`{"deleteCount":1}`)
	refused(t, s, "DELETE", path("%s/files/%d", at, id), "", 404, "")
	ok(t, s, "DELETE", at+"/files", "").is(`{"deleteCount":1}`)
	refused(t, s, "POST", "/orders/A/items/9/options/Size?externalUrl=https://a.example", "", 400, "OPTIONS_IS_NOT_FILES_TYPE")
	refused(t, s, "POST", "/orders/A/items/8/options/Size", "", 404, "")
	refused(t, s, "POST", at, "", 400, "WRONG_PARAMETER")
}

func TestCalculate(t *testing.T) {
	t.Parallel()
	const taxes = `"taxes":[{"id":3,"name":"VAT","enabled":true,"includeInPrice":%s,"defaultTax":19,"appliedByDefault":true}]`
	for gross, want := range map[string]string{"true": "19.04", "false": "22.66"} {
		s := ecwidtest.New(ecwidtest.WithProfile(`{"taxSettings":{"pricesIncludeTax":` + gross + `,` +
			strings.Replace(taxes, "%s", gross, 1) + `}}`))
		s.Add("products", `{"id":5,"name":"Tea","price":9.52}`)
		ok(t, s, "POST", "/profile/shippingOptions", `{"title":"Post","enabled":true,"flatRate":{"rate":4.9}}`)
		a := ok(t, s, "POST", "/order/calculate", `{"items":[{"productId":5,"quantity":2}],"billingPerson":{"countryCode":"DE"}}`)
		a.is(want, "total")
		a.is("19.04", "subtotal")
		a.is(`"INCOMPLETE"`, "paymentStatus")
		a.is(`"DE"`, "shippingPerson", "countryCode")
		a.is(`4.9`, "availableShippingOptions", 0, "shippingRate")
		a.is(`"VAT"`, "items", 0, "taxes", 0, "name")
		get(t, s, "/orders?paymentStatus=INCOMPLETE").is("0", "total") // nothing is stored
		ok(t, s, "POST", "/order/calculate", `{"customerTaxExempt":true,"items":[{"productId":5}]}`).is("9.52", "total")
		refused(t, s, "POST", "/order/calculate", `{"items":[{"productId":6}]}`, 404, "PRODUCT_NOT_FOUND")
	}
}

func TestCarts(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"C","internalId":7,"paymentStatus":"INCOMPLETE","email":"a@example.org"}`)
	cart, _ := get(t, s, "/carts").at("items", 0, "cartId").(string)
	ok(t, s, "PUT", "/carts/"+cart, `{"hidden":true}`)
	get(t, s, "/carts").is("0", "total")
	get(t, s, "/carts?showHidden=true").is("1", "total")
	get(t, s, "/carts/"+cart).is("true", "hidden")
	a := ok(t, s, "POST", "/carts/"+cart+"/place", "")
	a.is(`7`, "orderNumber")
	a.is(`"C"`, "id")
	get(t, s, "/orders/C").is(`"AWAITING_PAYMENT"`, "paymentStatus")
	refused(t, s, "GET", "/carts/"+cart, "", 404, "CHECKOUT_NOT_FOUND")
}

func TestSubscriptions(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		s.Add("subscriptions", `{"subscriptionId":7,"customerId":9,"nextCharge":"2026-02-01 00:00:00 +0000",
			"orders":[{"id":5}],"orderTemplate":{"email":"a@example.org","items":[{"productId":3}]}}`)
		s.Add("subscriptions", `{"subscriptionId":8,"status":"CANCELLED"}`)
		for query, want := range map[string]string{
			"customerId=9": "7", "email=a@example.org": "7", "productId=3": "7", "orderId=5": "7", "status=CANCELLED": "8",
			"nextChargeFrom=2026-01-31&nextChargeTo=2026-02-02": "7",
		} {
			a := get(t, s, "/subscriptions?"+query)
			a.is("1", "total")
			a.is(want, "items", 0, "subscriptionId")
		}
		get(t, s, "/subscriptions?createdTo=2000-01-01&updatedFrom=2000-01-01").is("2", "total")
		get(t, s, "/subscriptions?cancelledFrom=2000-01-01").is("0", "total")
		ok(t, s, "PUT", "/subscriptions/7", `{"status":"CANCELLED","chargeSettings":{"recurringInterval":"MONTH"}}`)
		a := get(t, s, "/subscriptions/7")
		a.is(`"2000-01-01 00:00:00 +0000"`, "cancelled")
		a.is("946684800000", "updateTimestamp")
		refused(t, s, "GET", "/subscriptions/9", "", 404, "")
		refused(t, s, "GET", "/subscriptions?status=x", "", 400, "WRONG_PARAMETER")
	})
}

func TestStorage(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	raw(t, s, "PUT", "/storage/a%2Fb", "text/plain", `{"raw":"text"}`).is(`{"updateCount":1}`)
	raw(t, s, "POST", "/storage/public", "application/json", `v`).is(`{"updateCount":1}`)
	get(t, s, "/storage").is(`[{"key":"a/b","value":"{\"raw\":\"text\"}"},{"key":"public","value":"v"}]`)
	raw(t, s, "PUT", "/storage/"+strings.Repeat("%C3%A4", 1024), "text/plain", "v").is(`{"updateCount":1}`)
	if a := raw(t, s, "PUT", "/storage/"+strings.Repeat("k", 1025), "text/plain", "v"); a.status != 400 {
		t.Errorf("a long key: got %d", a.status)
	}
	get(t, s, "/storage/a%2Fb").is(`"{\"raw\":\"text\"}"`, "value")
	if a := raw(t, s, "PUT", "/storage/public", "text/plain", strings.Repeat("x", 256<<10+1)); a.status != 400 {
		t.Errorf("a large public value: got %d", a.status)
	}
	ok(t, s, "DELETE", "/storage/public", "").is(`{"deleteCount":1}`)
	a := send(t, s, "GET", "/storage/public", "")
	a.t = t
	a.is(`"Key not found"`, "errorMessage")
	if a.status != 404 {
		t.Errorf("got %d", a.status)
	}
}

func TestDictionaries(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.WithScopes()) // they need no scope
	get(t, s, "/countries?withStates=true").is(`{"code":"BE","name":"Berlin"}`, 2, "states", 0)
	get(t, s, "/countries").is("", 2, "states")
	get(t, s, "/states?countryCode=US").is(`{"code":"AL","name":"Alabama"}`, 0)
	get(t, s, "/currencies").is(`{"code":"EUR","name":"Euro"}`, 1)
	get(t, s, "/currencyByCountry?countryCode=DE").is(`"EUR"`, "currencyCode")
	get(t, s, "/currencyByCountry?countryCode=JP").is(`0`, "decimalPlaces")
	get(t, s, "/taxClasses?countryCode=NL").is(`"21"`, 0, "taxClassRate")
	for _, p := range []string{"/states", "/currencyByCountry", "/taxClasses"} {
		refused(t, s, "GET", p+"?countryCode=XX", "", 400, "WRONG_PARAMETER")
	}
}

func TestApplication(t *testing.T) {
	t.Parallel()
	s := hooked(ecwidtest.WithScopes("read_catalog", "update_store_profile"))
	get(t, s, "/application").is(`"ACTIVE"`, "subscriptionStatus")
	get(t, s, "/application/token").is(`["read_store_profile","read_catalog","update_store_profile"]`, "permissions")
	refused(t, s, "DELETE", "/application?namespace=other", "", 400, "WRONG_PARAMETER")
	ok(t, s, "DELETE", "/application?namespace="+s.ClientID(), "")
	refused(t, s, "GET", "/profile", "", 403, "INVALID_API_TOKEN")
	if got := receive(t, 200).types(s); len(got) != 1 || got[0] != "application.uninstalled" {
		t.Errorf("got events %v", got)
	}
}

func TestReports(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.PlaceOrder(`{}`)
	a := get(t, s, "/reports/orders?startedFrom=0&endedAt=9999999999")
	a.is(`"orders"`, "reportType")
	a.is(`1`, "aggregatedData", 0, "dataValue")
	refused(t, s, "GET", "/reports/orders?startedFrom=x", "", 400, "WRONG_PARAMETER")
}
