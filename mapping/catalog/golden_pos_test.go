package catalog_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

const posDocuments = "../../salespos/testdata/"

func TestPOSProductFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, posDocuments+"product.json"),
		at: map[string]string{
			"brand": "brand.name", "condition": "condition.name", "supplier": "supplier.name",
			"brand_id": "brand.id", "condition_id": "condition.id", "supplier_id": "supplier.id",
			"package_id": "package.id", "color_id": "color.id", "active": "is_active",
		},
		// The weight is read in the shop's unit.
		unread: []string{"href", "productlabels", "webshops", "weight"},
	}
	product := goldenRecord[salespos.Product](t, g.doc)
	testReads(t, g, &catalog.POSProduct{Product: product}, catalog.ProductSchema().Source)
	g.at = nil
	testWrites(t, g, product, catalog.ShopProductSchema().Target)
}

func TestPOSVariantFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc:    readGolden(t, posDocuments+"attributecombinations.json", "items", 0),
		unread: []string{"href", "attributes", "attributevalues", "parent"},
	}
	variant := goldenRecord[salespos.AttributeCombination](t, g.doc)
	testReads(t, g, &catalog.POSVariant{Combination: variant}, catalog.VariantSchema().Source)
	testWrites(t, g, variant, catalog.ShopVariantSchema().Target)
}

func TestPOSCategoryFields(t *testing.T) {
	t.Parallel()
	tree := golden{
		doc:    readGolden(t, posDocuments+"categorytree.json", "root_categories", 0),
		unread: []string{"href", "children"},
	}
	g := golden{
		doc:    readGolden(t, posDocuments+"category.json"),
		at:     map[string]string{"parentcategory_id": "parentcategory.id", "layout_of_products_id": "layout_of_products.id"},
		unread: []string{"href", "producttocategories", "categories", "parent"},
	}
	details := goldenRecord[salespos.Category](t, g.doc)
	record := &catalog.POSCategory{Category: goldenRecord[salespos.CategoryNode](t, tree.doc), Details: details}
	fields := catalog.CategorySchema().Source
	isNode := func(f mapping.SourceField[catalog.POSCategory]) bool { return strings.HasSuffix(f.Origin, "tree") }
	testReads(t, tree, record, slices.DeleteFunc(slices.Clone(fields), func(f mapping.SourceField[catalog.POSCategory]) bool { return !isNode(f) }))
	g.unread = slices.AppendSeq(g.unread, maps.Keys(tree.doc))
	testReads(t, g, record, slices.DeleteFunc(fields, isNode))
	g.at = nil
	testWrites(t, g, details, catalog.ShopCategorySchema().Target)
}

func TestPOSAttributeFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc:    readGolden(t, posDocuments+"attributes.json", "items", 0),
		unread: []string{"href", "attribute_type", "attribute_values", "parent"},
	}
	attribute := goldenRecord[salespos.Attribute](t, g.doc)
	testReads(t, g, attribute, catalog.AttributeSchema().Source)
	testWrites(t, g, attribute, catalog.ShopAttributeSchema().Target)
}

// personPlaces is where personal data stands in a user or an order.
func personPlaces(within string) map[string]string {
	at := map[string]string{"billing.": within + ".billingaddress.", "delivery.": within + ".deliveryaddress."}
	for _, key := range []string{
		"email", "customertype", "btw", "kvk", "reference", "costcentre", "branch", "income", "website", "findus",
		"bankaccount", "iban", "bic", "bankname", "cardnumber", "birthdate", "birthtime", "birthplace", "ssnnumber", "zzppass",
		"clubname", "clubcity", "clubcomment", "fair", "booth", "carbrand", "cartype", "carweight",
		"email_invoice", "email_invoice_company", "email_invoice_union",
	} {
		at[key] = within + "." + key
	}
	return at
}

func TestPOSUserFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, posDocuments+"user.json"), at: personPlaces("userinfo"),
		unread:    []string{"href", "creditpoints", "creditpointmutations", "disabledpaymethods", "parent"},
		unwritten: []string{"password"},
	}
	g.at["reservationnumber"] = "userinfo.reservationnumber"
	g.doc["userinfo"] = readGolden(t, posDocuments+"order.json", "customer") // it has more
	user := goldenRecord[salespos.User](t, g.doc)
	testReads(t, g, user, catalog.POSUserSchema().Source)
	testWrites(t, g, user, catalog.UserSchema().Target)
}

func TestPOSPersonalInfoIsComplete(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, posDocuments+"user.json", "userinfo"),
		// Deprecated names of bankaccount, bankname, branch, fair and booth.
		unread: []string{"bank", "tenname", "branche", "beurs", "stand", "billingaddress", "deliveryaddress"},
	}
	read := map[string]bool{}
	for _, f := range catalog.POSUserSchema().Source {
		read[f.Name] = true
	}
	for _, key := range g.unread {
		read[key] = true
	}
	for key := range maps.Keys(g.doc) {
		if !read[key] {
			t.Errorf("no field reads userinfo.%s", key)
		}
	}
}

func TestPOSAddressFields(t *testing.T) {
	t.Parallel()
	g := golden{doc: readGolden(t, posDocuments+"user.json", "userinfo", "billingaddress")}
	address := goldenRecord[salespos.Address](t, g.doc)
	testReads(t, g, address, catalog.POSAddressSchema().Source)
	testWrites(t, g, address, catalog.AddressSchema().Target)
}

func TestPOSOrderFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc: readGolden(t, posDocuments+"order.json"), at: personPlaces("customer"),
		unread: []string{
			"href", "orderrows", "ordernotes", "ordermessages", "ordernotifications", "orderaffiliatenetworks", "orderlabels",
			"invoices", "terminalreceipts", "fiscaltransactionsignatures",
		},
		converted: []string{"orderrows"},
	}
	order := goldenRecord[salespos.Order](t, g.doc)
	g.at["user_id"] = "user.id"
	g.unread = append(g.unread, "email") // read in its normal form
	testReads(t, g, &catalog.POSOrder{Order: order}, catalog.POSOrderSchema().Source)
	delete(g.at, "user_id")
	testWrites(t, g, order, catalog.OrderSchema().Target)
}

func TestPOSOrderRowFields(t *testing.T) {
	t.Parallel()
	g := golden{
		doc:    readGolden(t, posDocuments+"orderrows.json", "items", 0),
		unread: []string{"href", "product_href", "parent", "calculator_href"},
	}
	row := goldenRecord[salespos.OrderRow](t, g.doc)
	testReads(t, g, &catalog.POSLine{Row: row}, catalog.POSOrderLineSchema().Source)
	testWrites(t, g, row, catalog.OrderLineSchema().Target)
}
