package flows_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// object decodes a JSON object.
func object(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return doc
}

// shopBody is the body of the one write that the shop received.
func (h *house) shopBody() map[string]any {
	h.t.Helper()
	writes := slices.DeleteFunc(h.shop.Requests(), func(r ecwidtest.Request) bool { return r.Method == "GET" })
	if len(writes) != 1 {
		h.t.Fatalf("%d writes in the shop, want one", len(writes))
	}
	return object(h.t, writes[0].Body)
}

// posBody is the body of the one POST to a path of the POS.
func (h *house) posBody(path string) map[string]any {
	h.t.Helper()
	posts := slices.DeleteFunc(h.pos.Requests(), func(r salespostest.Request) bool { return r.Method != "POST" || r.Path != path })
	if len(posts) != 1 {
		h.t.Fatalf("%d posts to %s, want one", len(posts), path)
	}
	return object(h.t, posts[0].Body)
}

func (h *house) equal(got map[string]any, want string) {
	h.t.Helper()
	if diff := cmp.Diff(object(h.t, []byte(want)), got); diff != "" {
		h.t.Errorf("body (-want +got):\n%s", diff)
	}
}

// TestProductBodiesHaveOnlyWhatARuleProduced looks at the requests themselves.
func TestProductBodiesHaveOnlyWhatARuleProduced(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.pos.Add("products", `{"id":1001,"productnumber":"TEA","name":"Tea","price":4.5,"stockenabled":false,"is_active":true}`)
		h.products()
		h.equal(h.shopBody(), `{"sku":"TEA","name":"Tea","price":4.5,"compareToPrice":0,"enabled":true,"categoryIds":[],"externalReferenceId":"salespos:1001"}`)

		for change, want := range map[string]string{
			`{"price":5}`:         `{"price":5}`,
			`{"name":"Tea bags"}`: `{"name":"Tea bags"}`,
			`{"is_active":false}`: `{"enabled":false}`,
		} {
			time.Sleep(time.Hour)
			h.quiet()
			h.pos.Edit("products", 1001, change)
			h.products()
			h.equal(h.shopBody(), want)
		}
	})
}

func TestStockBodiesHaveOnlyTheNumber(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1)
		h.products()
		h.pos.Edit("products", 1001, `{"stock":500}`)
		h.quiet()
		h.stock()
		h.equal(h.shopBody(), `{"quantity":500}`)
	})
}

// TestOrderBodiesHaveOnlyWhatARuleProduced: the buyer is a company with a VAT number.
func TestOrderBodiesHaveOnlyWhatARuleProduced(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		h.products()
		h.shop.PlaceOrder(fmt.Sprintf(`{"id":"W-1","email":"ada@example.com","pricesIncludeTax":true,"paymentMethod":"iDEAL","lang":"nl",
			"billingPerson":{"name":"Ada van der Example","companyName":"Example BV","street":"Main Street 12a","city":"Utrecht","postalCode":"3511 AB",
			"countryCode":"NL","phone":"030 123"},"customerTaxId":"NL001234567B01",
			"items":[{"productId":%d,"quantity":2,"taxes":[{"name":"VAT","value":21,"total":3.64,"includeInPrice":true}]}]}`, h.shopID("S-10")))
		h.orders()

		person := `{"customertype":"b2b","email":"ada@example.com","btw":"NL001234567B01","billingaddress":{
			"company":"Example BV","first_name":"Ada","last_name":"van der Example","street":"Main Street","housenumber":12,
			"housenumber_suffix":"a","zipcode":"3511 AB","city":"Utrecht","country_code":"NL","telephone":"030 123"}}`
		user := h.posBody("/users")
		if password, _ := user["password"].(string); len(password) < 20 {
			t.Errorf("password has %d characters, want a long random one", len(password))
		}
		delete(user, "password")
		h.equal(user, `{"username":"ada@example.com","userinfo":`+person+`}`)
		id := docs(t, h.pos.Docs("users"))[0]["id"]
		h.equal(h.posBody("/orders"), fmt.Sprintf(`{"reservationnumber":"ecwid:1003:%d W-1","user_id":%v,"customer":%s,"currency":"EUR","paid":true,"is_completed":true,
			"orderedinlng":"nl","taxes_included":true,"order_row_taxes_included":true,"total_shipping":0,
			"orderrows":[{"product_id":1010,"count":2,"price":10.5,"tax":21,"discount":0,"auto_create_deposit_rows":false}]}`, h.onlyOrder(), id, person))
		h.equal(h.posBody(fmt.Sprintf("/orders/%v/ordernotes", docs(t, h.pos.Docs("orders"))[0]["id"])),
			`{"note":"Ecwid order W-1; paid; payment: iDEAL"}`)
	})
}
