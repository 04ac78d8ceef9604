package ecwidtest_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func TestCustomerCreate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	id := ok(t, s, "POST", "/customers", `{"email":"Ada@example.org","password":"x","primaryPhone":"+49 30",
		"billingPerson":{"name":"Ada Example Two","companyName":"Example"},
		"shippingAddresses":[{"street":"Dock 3"},{"street":"Dock 4"}]}`).id()
	p := path("/customers/%d", id)
	a := get(t, s, p)
	for key, want := range map[string]string{
		"email": `"Ada@example.org"`, "name": `"Ada Example Two"`, "customerGroupId": "0", "customerGroupName": `"General"`,
		"b2b_b2c": `"b2c"`, "taxExempt": "false", "password": "", "primaryPhone": "", "totalOrderCount": "0",
		"stats": `{"numberOfOrders":0,"salesValue":0,"averageOrderValue":0}`,
	} {
		a.is(want, key)
	}
	a.is(`"Example Two"`, "billingPerson", "lastName")
	a.is("true", "shippingAddresses", 0, "defaultAddress")
	a.is("false", "shippingAddresses", 1, "defaultAddress")
	a.is(`"EMAIL"`, "contacts", 0, "type")
	a.is(`"PHONE"`, "contacts", 1, "type")
	refused(t, s, "POST", "/customers", `{"email":"ada@EXAMPLE.org"}`, 409, "")
	refused(t, s, "POST", "/customers", `{}`, 400, "WRONG_PARAMETER")
	refused(t, s, "POST", "/customers", `{"email":"b@example.org","customerGroupId":7}`, 404, "")
	refused(t, s, "GET", "/customers/9", "", 404, "")
}

func TestCustomerUpdate(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("customers", `{"id":1,"email":"a@example.org","taxId":"X","billingPerson":{"name":"Ada Example","city":"Berlin"},
		"shippingAddresses":[{"id":11,"street":"One","city":"Ulm"},{"id":12,"street":"Two"}]}`)
	s.Add("customers", `{"id":2,"email":"b@example.org"}`)
	refused(t, s, "PUT", "/customers/2", `{"email":"A@example.org"}`, 409, "")
	ok(t, s, "PUT", "/customers/1", `{"email":"A@example.org","taxId":null,"billingPerson":{"name":"Solo"},
		"shippingAddresses":[{"street":"New"},{"id":11,"street":"Won"}]}`)
	a := get(t, s, "/customers/1")
	a.is(`"X"`, "taxId")
	a.is(`"Berlin"`, "billingPerson", "city") // merged
	a.is("", "billingPerson", "firstName")    // one word has no first name
	a.is(`"Solo"`, "name")
	a.is(`"New"`, "shippingAddresses", 0, "street") // without id: new
	a.is(`11`, "shippingAddresses", 1, "id")        // with id: updated
	a.is(`"Won"`, "shippingAddresses", 1, "street")
	a.is(`"Ulm"`, "shippingAddresses", 1, "city")
	a.is("", "shippingAddresses", 2) // missing: removed
	refused(t, s, "PUT", "/customers/1", `{"shippingAddresses":[{"id":12}]}`, 404, "")
	ok(t, s, "DELETE", "/customers/1", "").is(`{"deleteCount":1}`)
	refused(t, s, "PUT", "/customers/1", `{}`, 404, "")
}

func TestCustomerSearch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithIndexLag(time.Hour)) // customers are never late
		for i, c := range []string{
			`"id":5,"email":"zoe@example.org","billingPerson":{"name":"Bob"}`,
			`"id":3,"email":"ann@example.com","billingPerson":{"name":"carl"}`,
			`"id":4,"email":"joann@example.com","billingPerson":{"name":"Ann"}`,
		} {
			s.Add("customers", path(`{%s,"registered":"1999-01-0%d 00:00:00 +0000","updated":"1999-02-01 00:00:00 +0000"}`, c, i+1))
		}
		ok(t, s, "PUT", "/customers/3", `{"taxId":"X"}`)
		a := get(t, s, "/customers?limit=2")
		wantIDs(t, a, 4, 5) // by name
		a.is("3", "total")
		a.is("3", "allCustomerCount")
		for q, want := range map[string][]int64{
			"email=ann@example.com":                                 {4, 3}, // a search term
			"email=ANN@example.com&useExactEmailMatch=true":         {3},
			"email=nobody@example.com&useExactEmailMatch=true":      {},
			"email=ann@example.com&useExactEmailMatch=true&city=x":  {},
			"updatedFrom=2000-01-01":                                {3},
			"updatedFrom=1999-02-01&sortBy=UPDATED_DATE_ASC":        {4, 5, 3},
			"updatedTo=1999-02-01&sortBy=UPDATED_DATE_ASC&limit=1":  {4},
			"createdFrom=1999-01-02&sortBy=REGISTERED_DATE_DESC":    {4, 3},
			"sortBy=EMAIL_ASC":                                      {3, 4, 5},
			"createdTo=1999-01-02+00:00:00&sortBy=UPDATED_DATE_ASC": {5, 3},
		} {
			wantIDs(t, get(t, s, "/customers?"+q), want...)
		}
		get(t, s, "/customers?email=nobody@example.com&useExactEmailMatch=true").is("3", "allCustomerCount")
	})
}
