package ecwidtest_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// endpoints are those of the reference, sections 1.14 and 2.1 to 2.12, and the
// carts and subscriptions of 2.8, each with its scopes. Scopes that every token has are left out.
const endpoints = `
GET /products read_catalog
GET /products/5 read_catalog
POST /products create_catalog
PUT /products/5 update_catalog
DELETE /products/5 update_catalog
DELETE /products update_catalog_batch_delete
PUT /products/5/inventory update_catalog
POST /products/filters read_catalog
GET /products/filters read_catalog
GET /brands read_brands
GET /swatches read_catalog
GET /swatches/recent-colors read_catalog
GET /products/sort read_catalog
PUT /products/sort update_catalog
GET /products/deleted read_catalog
GET /products/5/combinations read_catalog
GET /products/5/combinations/9 read_catalog
POST /products/5/combinations create_catalog
PUT /products/5/combinations/9 read_catalog update_catalog
DELETE /products/5/combinations/9 read_catalog update_catalog
DELETE /products/5/combinations read_catalog update_catalog
PUT /products/5/combinations/9/inventory read_catalog update_catalog
POST /products/5/combinations/9/image read_catalog update_catalog
POST /products/5/combinations/9/image/async read_catalog update_catalog
DELETE /products/5/combinations/9/image read_catalog update_catalog
POST /products/5/image update_catalog
POST /products/5/image/async update_catalog
DELETE /products/5/image update_catalog
POST /products/5/gallery update_catalog
POST /products/5/gallery/async update_catalog
DELETE /products/5/gallery/1 update_catalog
DELETE /products/5/gallery update_catalog update_catalog_batch_delete
PUT /products/5/media update_catalog
POST /products/5/video update_catalog
DELETE /products/5/video update_catalog
POST /products/5/gallery/video update_catalog
PUT /products/5/gallery/video/1 update_catalog
GET /products/5/gallery/video/1 update_catalog
POST /products/5/files create_catalog
GET /products/5/files/1 read_catalog
PUT /products/5/files/1 update_catalog
DELETE /products/5/files/1 update_catalog
DELETE /products/5/files update_catalog
GET /classes read_catalog
GET /classes/0 read_catalog
POST /classes create_catalog
PUT /classes/1 update_catalog
DELETE /classes/1 update_catalog
GET /categories read_catalog
GET /categories/7 read_catalog
GET /categoriesByPath read_catalog
POST /categories create_catalog
PUT /categories/7 update_catalog
DELETE /categories/7 update_catalog
POST /categories/7/assignProducts update_catalog
POST /categories/7/unassignProducts update_catalog
GET /categories/sort read_catalog
PUT /categories/sort read_catalog update_catalog
POST /categories/7/image update_catalog
POST /categories/7/image/async update_catalog
DELETE /categories/7/image update_catalog
GET /customers read_customers
GET /customers/1 read_customers
POST /customers create_customers
PUT /customers/1 read_customers update_customers
DELETE /customers/1 read_customers update_customers
GET /customers/1/contacts read_customers
POST /customers/1/contacts create_customers
GET /customers/1/contacts/2 read_customers
PUT /customers/1/contacts/2 update_customers
DELETE /customers/1/contacts/2 update_customers
GET /customer_groups read_customers
POST /customer_groups create_customers
GET /customer_groups/0 read_customers
PUT /customer_groups/1 update_customers
DELETE /customer_groups/1 update_customers
GET /store_extrafields/customers read_customers_extrafields
POST /store_extrafields/customers update_customers_extrafields
GET /store_extrafields/customers/k read_customers_extrafields
PUT /store_extrafields/customers/k update_customers_extrafields
DELETE /store_extrafields/customers/k delete_customers_extrafields
GET /customers/deleted read_customers
GET /orders read_orders
GET /orders/A read_orders
GET /orders/last read_orders
POST /orders create_orders
PUT /orders/A update_orders
DELETE /orders/A update_orders
POST /order/calculate
GET /orders/A/extraFields read_orders
POST /orders/A/extraFields update_orders
PUT /orders/A/extraFields/f update_orders
DELETE /orders/A/extraFields/f update_orders
GET /orders/A/invoices read_orders read_invoices
POST /orders/A/invoices/create-invoice create_orders
GET /orders/A/invoice-pdf read_orders
GET /orders/A/invoice read_orders
GET /orders/A/repeatURL read_orders
POST /orders/A/items/1/options/o update_orders
DELETE /orders/A/items/1/options/o/files/1 update_orders
DELETE /orders/A/items/1/options/o/files update_orders
GET /profile/order_statuses
GET /profile/order_status/PAID
PUT /profile/order_status/CUSTOM_PAYMENT_STATUS_1 update_store_profile
GET /orders/deleted read_orders
GET /carts read_orders
GET /carts/c read_orders
PUT /carts/c update_orders
POST /carts/c/place create_orders
GET /subscriptions read_subscriptions
GET /subscriptions/1 read_subscriptions
PUT /subscriptions/1 update_subscriptions
GET /coupons/deleted read_discount_coupons
GET /discount_coupons/deleted read_discount_coupons
GET /reviews/deleted read_reviews
GET /profile
PUT /profile update_store_profile
PUT /profile/logo update_store_profile
POST /profile/invoicelogo update_store_profile
DELETE /profile/emaillogo update_store_profile
GET /latest-stats
GET /reports/orders read_store_stats
GET /profile/extrafields
POST /profile/extrafields update_store_profile
GET /profile/extrafields/k
PUT /profile/extrafields/k update_store_profile
DELETE /profile/extrafields/k update_store_profile
GET /profile/shippingOptions
POST /profile/shippingOptions update_store_profile
PUT /profile/shippingOptions/s update_store_profile
DELETE /profile/shippingOptions/s update_store_profile
GET /profile/paymentOptions add_payment_method
POST /profile/paymentOptions update_store_profile add_payment_method
GET /profile/paymentOptions/p add_payment_method
PUT /profile/paymentOptions/p update_store_profile add_payment_method
DELETE /profile/paymentOptions/p add_payment_method
GET /countries
GET /states
GET /currencies
GET /currencyByCountry
GET /taxClasses
GET /storage
GET /storage/k
POST /storage/k update_store_profile
PUT /storage/k update_store_profile
DELETE /storage/k update_store_profile
GET /application
DELETE /application update_store_profile
GET /application/token
POST /batch
GET /batch
POST /batch/cancel-group`

// Each endpoint is served to a token with just its scopes, and refused as soon
// as one of them is missing.
func TestEndpoints(t *testing.T) {
	t.Parallel()
	for _, line := range strings.Split(strings.TrimSpace(endpoints), "\n") {
		fields := strings.Fields(line)
		method, target, scopes := fields[0], fields[1], fields[2:]
		s := ecwidtest.New(ecwidtest.WithScopes(scopes...))
		a := send(t, s, method, target, "")
		served := a.status != http.StatusForbidden && a.status != http.StatusMethodNotAllowed &&
			!strings.Contains(a.raw, "serves no such path")
		if !served {
			t.Errorf("%s: got %d %s", line, a.status, a.raw)
		}
		for i := range scopes {
			rest := slices.Delete(slices.Clone(scopes), i, i+1)
			refused(t, ecwidtest.New(ecwidtest.WithScopes(rest...)), method, target, "", 403, "INSUFFICIENT_APP_SCOPE")
		}
	}
}
