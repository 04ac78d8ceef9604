package catalog_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func TestShopProducts(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.ShopProducts(3), catalog.ShopProductSchema())
	source := decoded[ecwid.Product](t, `{"id": 1, "name": " Mug ", "subtitle": "Cup", "description": "<p>Blue</p>", "sku": "M1", "price": 12.1, "enabled": true,
		"quantity": 4, "unlimited": false, "tax": {"defaultLocationIncludedTaxRate": 21}, "attributes": [{"name": "UPC", "type": "UPC", "value": "4006381333931"}]}`)
	wantJSON(t, plan(t, m, mapping.Input[ecwid.Product, salespos.Product]{Source: source}).Patch, `{"name": "Mug", "shortdescription": "Cup", "description": "<p>Blue</p>",
		"productnumber": "M1", "eannumber": "4006381333931", "price": 12.1, "discount": 0, "taxtariff": "normal", "package_id": 3, "active": true,
		"stockenabled": true, "stock": 4}`)

	current := decoded[salespos.Product](t, `{"id": 7, "name": "Mug", "shortdescription": "Cup", "description": "<p>Blue</p>", "productnumber": "M2", "eannumber": "1",
		"price": 99, "discount": 5, "taxtariff": "zero", "package": {"id": 9}, "active": true, "stock": 1}`)
	c := plan(t, m, mapping.Input[ecwid.Product, salespos.Product]{Source: source, Current: current})
	wantJSON(t, c.Patch, `{}`) // what the POS owns stays

	source.Tax.DefaultLocationIncludedTaxRate = ecwid.NewAmount(source.Price.Sub(source.Price.Decimal))
	_, err := m.Plan(mapping.Input[ecwid.Product, salespos.Product]{Source: source})
	if err == nil || !strings.Contains(err.Error(), `field "taxtariff"`) {
		t.Errorf("a rate without a class: error %v", err)
	}
}

func TestShopVariants(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.ShopVariants(), catalog.ShopVariantSchema())
	source := decoded[ecwid.Combination](t, `{"id": 1, "sku": " M1-L ", "price": 3}`)
	current := decoded[salespos.AttributeCombination](t, `{"id": 2, "sku_number": "", "stock": 3}`)
	wantJSON(t, plan(t, m, mapping.Input[ecwid.Combination, salespos.AttributeCombination]{Source: source, Current: current}).Patch, `{"sku_number": "M1-L"}`)
}

func TestShopCategories(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.ShopCategories(), catalog.ShopCategorySchema())
	source := decoded[ecwid.Category](t, `{"id": 1, "name": "Cups", "description": "<p>All</p>", "enabled": true, "orderBy": 20}`)
	wantJSON(t, plan(t, m, mapping.Input[ecwid.Category, salespos.Category]{Source: source}).Patch,
		`{"name": "Cups", "description": "<p>All</p>", "show_on_website": true, "position": 20}`)
}

func TestPOSUsers(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.POSUsers(), catalog.POSUserSchema())
	for doc, want := range map[string]string{
		`{"username": "Ann@example.com", "userinfo": {"customertype": "b2b", "btw": "NL004495445B01", "billingaddress": {"first_name": "Ann", "last_name": "de Wit", "company": "Wit BV",
			"street": "Kade", "housenumber": 12, "housenumber_suffix": "a", "zipcode": "1011 AB", "city": "Amsterdam", "country_code": "nl", "mobile": "0612345678"}}}`: `{
			"email": "ann@example.com", "b2b_b2c": "b2b", "taxId": "NL004495445B01", "billingPerson": {"name": "Ann de Wit", "companyName": "Wit BV",
			"street": "Kade 12a", "postalCode": "1011 AB", "city": "Amsterdam", "countryCode": "NL", "phone": "0612345678"}}`,
		`{"username": "x@example.com", "userinfo": {"billingaddress": {"last_name": "Wit", "address_line_1": "Farm 3", "address_line_2": "behind the mill"}}}`: `{
			"email": "x@example.com", "b2b_b2c": "b2c", "billingPerson": {"name": "Wit", "street": "Farm 3\nbehind the mill"}}`,
	} {
		wantJSON(t, plan(t, m, mapping.Input[salespos.User, ecwid.Customer]{Source: decoded[salespos.User](t, doc)}).Patch, want)
	}
}
