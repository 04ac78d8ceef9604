package demoshop

import (
	"fmt"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// SeedShop fills a shop with two products of the demo shop, for those who look at
// the shop alone.
func SeedShop(s *ecwidtest.Server) {
	s.Add("products", `{"sku":"TEA-GREEN","name":"Sencha","price":4.95,"quantity":25}`)
	s.Add("products", `{"sku":"TEA-BLACK","name":"Assam","price":4.5,"quantity":40}`)
}

// Order lets shoppers order: a person, a company, a guest, one who has not paid,
// and one who buys what only the shop knows. productID finds the shop's products
// by their SKU.
func Order(s *ecwidtest.Server, productID func(sku string) int64) {
	shop := shoppers{s, productID}
	s.Add("products", `{"sku":"SHOP-ONLY","name":"Gift box that only the shop has","price":12.5}`)
	person := `{"name":"Anna van der Test","street":"Dorpsstraat 12 b","city":"Utrecht","postalCode":"3511 AB","countryCode":"NL","phone":"+31 30 000 00 00"}`
	company := `{"name":"Bo Example","companyName":"Example Trading BV","street":"Kade 7","city":"Rotterdam","postalCode":"3011 AA","countryCode":"NL"}`
	shop.place("anna@example.com", "TEA-GREEN", 2, person, `,"paymentMethod":"iDEAL","shippingOption":{"shippingMethodName":"Parcel","shippingRate":4.95}`)
	shop.place("office@example.org", "POT-1", 1, company, `,"paymentMethod":"Credit card","customerTaxId":"NL000000000B00"`)
	shop.place("", "TIMER", 1, person, `,"paymentMethod":"iDEAL"`)
	shop.place("carl@example.com", "STRAINER", 3, person, `,"paymentMethod":"Bank transfer","paymentStatus":"AWAITING_PAYMENT"`)
	shop.place("dora@example.com", "SHOP-ONLY", 1, person, `,"paymentMethod":"iDEAL"`)
}

type shoppers struct {
	*ecwidtest.Server
	productID func(sku string) int64
}

func (s shoppers) place(email, sku string, quantity int, person, more string) {
	s.PlaceOrder(fmt.Sprintf(`{"email":%q,"pricesIncludeTax":true,"billingPerson":%s,"shippingPerson":%s,
		"items":[{"productId":%d,"quantity":%d}]%s}`, email, person, person, s.productID(sku), quantity, more))
}
