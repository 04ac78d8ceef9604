package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

const shopDocuments = "../../ecwid/testdata/"

func TestShopProductFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, shopDocuments+"product.json"),
		at: map[string]string{
			"enabledManualTaxes": "tax.enabledManualTaxes", "taxable": "tax.taxable", "taxClassCode": "tax.taxClassCode",
			"defaultLocationIncludedTaxRate": "tax.defaultLocationIncludedTaxRate",
			"ean":                            "attributes", "brand": "attributes",
			"all_options": "options", "all_attributes": "attributes",
		},
		converted: []string{"ean", "brand", "attributes", "options", "all_attributes"},
		along:     map[string]string{"quantity": "unlimited", "weight": "isShippingRequired"},
		unread: []string{
			// an older form of productCondition, and texts of numbers that are fields
			"googleItemCondition",
			"compareToPriceFormatted", "compareToPriceDiscountFormatted", "compareToPriceDiscountPercentFormatted",
			"defaultDisplayedCompareToPriceFormatted", "defaultDisplayedCompareToPriceDiscountFormatted",
			"defaultDisplayedCompareToPriceDiscountPercentFormatted",
		},
		unwritten: []string{"media"}, // images are uploaded
	}
	image := g.doc["media"].(map[string]any)["images"].([]any)[0].(map[string]any)
	image["alt"] = map[string]any{"main": "A tin", "translated": map[string]any{"de": "Eine Dose"}} // the document has the other name of translated
	product := goldenRecord[ecwid.Product](t, g.doc)
	wantSame(t, "all_attributes", fieldOf(catalog.ShopProductSchema().Source, "all_attributes").Get(product), g.doc["attributes"])
	product.Attributes = append(product.Attributes, ecwid.AttributeValue{ID: 72, Name: "Brand", Type: ecwid.AttributeBrand, Value: "Acme"},
		ecwid.AttributeValue{ID: 73, Name: "Origin", Type: ecwid.AttributeCustom, Value: "NL"})
	testReads(t, g, product, catalog.ShopProductSchema().Source)
	testWrites(t, g, product, catalog.ProductSchema().Target)
}

func fieldOf[S any](fields []mapping.SourceField[S], name string) mapping.SourceField[S] {
	return fields[slices.IndexFunc(fields, func(f mapping.SourceField[S]) bool { return f.Name == name })]
}

func TestShopVariantFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, shopDocuments+"combination.json"), at: map[string]string{"ean": "attributes"},
		converted: []string{"ean"},
		along:     map[string]string{"quantity": "unlimited"},
	}
	g.doc["lowestPriceSettings"] = readGolden(t, shopDocuments+"product.json", "lowestPriceSettings")
	g.doc["subscriptionSettings"] = readGolden(t, shopDocuments+"product.json", "subscriptionSettings")
	variant := goldenRecord[ecwid.Combination](t, g.doc)
	testReads(t, g, variant, catalog.ShopVariantSchema().Source)
	testWrites(t, g, variant, catalog.VariantSchema().Target)
}

func TestShopCategoryFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, shopDocuments+"category.json")}
	category := goldenRecord[ecwid.Category](t, g.doc)
	testReads(t, g, category, catalog.ShopCategorySchema().Source)
	testWrites(t, g, category, catalog.CategorySchema().Target)
}

func TestShopAttributeFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, shopDocuments+"classes.json", 1, "attributes", 0)}
	attribute := goldenRecord[ecwid.ProductTypeAttribute](t, g.doc)
	testReads(t, g, attribute, catalog.ShopAttributeSchema().Source)
	testWrites(t, g, attribute, catalog.AttributeSchema().Target)
}

func TestShopPersonFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, shopDocuments+"customer.json", "billingPerson")}
	testWrites(t, g, goldenRecord[ecwid.Person](t, g.doc), catalog.POSAddressSchema().Target)
}

// ownFields are the fields that stand in the record itself; the names and streets
// of persons are split and joined.
func ownFields[S any](fields []mapping.SourceField[S]) []mapping.SourceField[S] {
	return slices.DeleteFunc(fields, func(f mapping.SourceField[S]) bool {
		return strings.HasPrefix(f.Name, "billing.") || strings.HasPrefix(f.Name, "delivery.")
	})
}

func TestShopCustomerFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, shopDocuments+"customer.json")}
	customer := goldenRecord[ecwid.Customer](t, g.doc)
	g.unread = []string{"email"} // read in its normal form
	testReads(t, g, &catalog.ShopBuyer{Customer: customer}, ownFields(catalog.UserSchema().Source))
	testWrites(t, g, customer, catalog.POSUserSchema().Target)
}

func TestShopOrderFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, shopDocuments+"order.json")}
	g.doc["shippingPerson"] = g.doc["billingPerson"]
	g.doc["items"] = []any{itemDocument(t)}
	g.doc["availableShippingOptions"] = []any{g.doc["shippingOption"]}
	g.doc["availableTaxes"] = []any{readGolden(t, shopDocuments+"profile.json", "taxes", 0)}
	g.doc["externalOrderData"].(map[string]any)["platformSpecificFields"] = map[string]any{"k": "v"}
	order := goldenRecord[ecwid.Order](t, g.doc)
	g.unread = append(g.unread, "email") // read in its normal form
	testReads(t, g, &catalog.ShopOrder{Order: order}, ownFields(catalog.OrderSchema().Source))
	testWrites(t, g, order, catalog.POSOrderSchema().Target)
}

// itemDocument is a line with one discount that says all.
func itemDocument(t *testing.T) map[string]any {
	t.Helper()
	doc := readGolden(t, shopDocuments+"order.json", "items", 0)
	share := doc["discounts"].([]any)[0].(map[string]any)
	share["discountInfo"] = readGolden(t, shopDocuments+"order.json", "discountInfo", 0)
	doc["discounts"] = []any{share}
	return doc
}

func TestShopItemFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: itemDocument(t)}
	item := goldenRecord[ecwid.OrderItem](t, g.doc)
	testReads(t, g, &catalog.ShopLine{Item: item}, catalog.OrderLineSchema().Source)
	testWrites(t, g, item, catalog.POSOrderLineSchema().Target)
}
