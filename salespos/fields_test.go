package salespos_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos"
)

// TestGoldenDocumentsAreComplete: the golden documents have every key that the
// reference gives to their resources. TestGolden reads them without an unknown
// key, so the read types have all of them too.
func TestGoldenDocumentsAreComplete(t *testing.T) {
	t.Parallel()
	files := map[string]string{ // where the name of the resource is not that of its document
		"products": "product", "categories": "category", "orders": "order", "users": "user", "invoices": "invoice", "returns": "return",
		"productpropertyvalues": "productpropertyvalue", "orderrowattributevalues": "orderrowattributevalue",
		"root_categories": "categorytree", "userinfo": "user",
	}
	for resource, keys := range listedFields(t, "GET") {
		file, ok := files[resource]
		if !ok {
			file = resource
		}
		document := tree(t, golden(t, file))
		if resource == "root_categories" || resource == "userinfo" { // parts of it
			document = document.(map[string]any)[resource]
		}
		has := documentKeys(document)
		for _, key := range keys {
			if !has[key] {
				t.Errorf("testdata/%s.json lacks %q", file, key)
			}
		}
	}
}

// documentKeys are the keys of a document, or of all items of a collection.
func documentKeys(document any) map[string]bool {
	var items []any
	switch d := document.(type) {
	case []any:
		items = d
	case map[string]any:
		items = []any{d}
		if list, ok := d["items"].([]any); ok {
			items = list
		}
	}
	keys := make(map[string]bool)
	for _, item := range items {
		for key := range item.(map[string]any) {
			keys[key] = true
		}
	}
	return keys
}

// deprecated has the keys that the write types leave to their successors. A
// brand and a condition are written by id: whether a name makes a new one is not
// known.
var deprecated = map[string][]string{
	"products":               {"vatrate", "brand", "condition"},
	"productattributevalues": {"enable"},
	"users":                  {"encryption", "gender"},
	"billingaddress":         {"full_name", "country"},
	"deliveryaddress":        {"country"},
	"personalinfo":           {"bank", "tenname", "branche", "beurs", "stand"},
}

// TestWriteTypesAreComplete: the write types have just the keys that the
// reference lets a request have.
func TestWriteTypesAreComplete(t *testing.T) {
	t.Parallel()
	for verb, types := range bodyTypes() {
		listed := listedFields(t, verb)
		for resource, typ := range types {
			want := slices.DeleteFunc(listed[resource], func(key string) bool { return slices.Contains(deprecated[resource], key) })
			if d := cmp.Diff(want, jsonKeys(typ)); d != "" {
				t.Errorf("%s of %s (-want +got):\n%s", verb, resource, d)
			}
			delete(listed, resource)
		}
		delete(listed, "fiscaltransactionsignatures") // SetData has a single key
		for resource := range listed {
			t.Errorf("no type for %s of %s", verb, resource)
		}
	}
}

func bodyTypes() map[string]map[string]reflect.Type {
	return map[string]map[string]reflect.Type{
		"POST": {
			"products":                    reflect.TypeFor[salespos.ProductCreate](),
			"productattributevalues":      reflect.TypeFor[salespos.ProductAttributeValueCreate](),
			"attributecombinationphotos":  reflect.TypeFor[salespos.CombinationPhotoCreate](),
			"attributes":                  reflect.TypeFor[salespos.AttributeCreate](),
			"attributevalues":             reflect.TypeFor[salespos.AttributeValueCreate](),
			"productpropertygroups":       reflect.TypeFor[salespos.PropertyGroupCreate](),
			"productproperties":           reflect.TypeFor[salespos.PropertyCreate](),
			"productpropertyoptions":      reflect.TypeFor[salespos.PropertyOptionCreate](),
			"productpropertyvalues":       reflect.TypeFor[salespos.ProductPropertyValueCreate](),
			"producttopropertygroups":     reflect.TypeFor[salespos.ProductPropertyGroupCreate](),
			"producttocategories":         reflect.TypeFor[salespos.ProductCategoryCreate](),
			"productphotos":               reflect.TypeFor[salespos.ProductPhotoCreate](),
			"brands":                      reflect.TypeFor[salespos.BrandCreate](),
			"packages":                    reflect.TypeFor[salespos.PackageCreate](),
			"categories":                  reflect.TypeFor[salespos.CategoryCreate](),
			"orders":                      reflect.TypeFor[salespos.OrderCreate](),
			"orderrow_input":              reflect.TypeFor[salespos.OrderRowInput](),
			"billingaddress":              reflect.TypeFor[salespos.BillingAddressInput](),
			"deliveryaddress":             reflect.TypeFor[salespos.DeliveryAddressInput](),
			"personalinfo":                reflect.TypeFor[salespos.PersonalInfoInput](),
			"users":                       reflect.TypeFor[salespos.UserCreate](),
			"usergroups":                  reflect.TypeFor[salespos.UserGroupCreate](),
			"webhooks":                    reflect.TypeFor[salespos.WebhookCreate](),
			"ordernotes":                  reflect.TypeFor[salespos.OrderNoteCreate](),
			"ordermessages":               reflect.TypeFor[salespos.OrderMessageCreate](),
			"invoices":                    reflect.TypeFor[salespos.InvoiceCreate](),
			"fiscaltransactionsignatures": reflect.TypeFor[salespos.FiscalSignatureCreate](),
			"discountcoupons":             reflect.TypeFor[salespos.DiscountCouponCreate](),
			"languages":                   reflect.TypeFor[salespos.LanguageCreate](),
			"productvariations":           reflect.TypeFor[salespos.ProductVariationCreate](),
			"producttaxtariffexceptions":  reflect.TypeFor[salespos.TaxTariffExceptionCreate](),
			"suppliers":                   reflect.TypeFor[salespos.SupplierCreate](),
			"conditions":                  reflect.TypeFor[salespos.ConditionCreate](),
			"colors":                      reflect.TypeFor[salespos.ColorCreate](),
			"credentials":                 reflect.TypeFor[salespos.CredentialCreate](),
			"productkeywords":             reflect.TypeFor[salespos.ProductKeywordCreate](),
			"ordernotifications":          reflect.TypeFor[salespos.OrderNotificationCreate](),
			"orderrowattributevalues":     reflect.TypeFor[salespos.OrderRowAttributeInput](),
		},
		"PATCH": {
			"products":                   reflect.TypeFor[salespos.ProductUpdate](),
			"productattributevalues":     reflect.TypeFor[salespos.ProductAttributeValueUpdate](),
			"attributecombinations":      reflect.TypeFor[salespos.CombinationUpdate](),
			"attributecombinationphotos": reflect.TypeFor[salespos.CombinationPhotoUpdate](),
			"attributes":                 reflect.TypeFor[salespos.AttributeUpdate](),
			"attributevalues":            reflect.TypeFor[salespos.AttributeValueUpdate](),
			"productpropertygroups":      reflect.TypeFor[salespos.PropertyGroupUpdate](),
			"productproperties":          reflect.TypeFor[salespos.PropertyUpdate](),
			"productpropertyoptions":     reflect.TypeFor[salespos.PropertyOptionUpdate](),
			"productpropertyvalues":      reflect.TypeFor[salespos.ProductPropertyValueUpdate](),
			"producttocategories":        reflect.TypeFor[salespos.ProductCategoryUpdate](),
			"productphotos":              reflect.TypeFor[salespos.ProductPhotoUpdate](),
			"brands":                     reflect.TypeFor[salespos.BrandUpdate](),
			"packages":                   reflect.TypeFor[salespos.PackageUpdate](),
			"categories":                 reflect.TypeFor[salespos.CategoryUpdate](),
			"orders":                     reflect.TypeFor[salespos.OrderUpdate](),
			"orderrows":                  reflect.TypeFor[salespos.OrderRowUpdate](),
			"users":                      reflect.TypeFor[salespos.UserUpdate](),
			"usergroups":                 reflect.TypeFor[salespos.UserGroupUpdate](),
			"webhooks":                   reflect.TypeFor[salespos.WebhookUpdate](),
			"invoices":                   reflect.TypeFor[salespos.InvoiceUpdate](),
			"merchant":                   reflect.TypeFor[salespos.MerchantUpdate](),
			"productvariations":          reflect.TypeFor[salespos.ProductVariationUpdate](),
			"producttaxtariffexceptions": reflect.TypeFor[salespos.TaxTariffExceptionUpdate](),
			"suppliers":                  reflect.TypeFor[salespos.SupplierUpdate](),
			"conditions":                 reflect.TypeFor[salespos.ConditionUpdate](),
		},
		"PUT": {
			"settings": reflect.TypeFor[salespos.SettingsUpdate](),
		},
	}
}

// jsonKeys are the keys of a type, sorted.
func jsonKeys(t reflect.Type) []string {
	var keys []string
	for _, field := range reflect.VisibleFields(t) {
		if key, _, _ := strings.Cut(field.Tag.Get("json"), ","); !field.Anonymous && key != "-" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// listedFields are the lines of testdata/fields.txt for a verb: the sorted keys
// of each resource.
func listedFields(t *testing.T, verb string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "fields.txt"))
	if err != nil {
		t.Fatal(err)
	}
	fields := make(map[string][]string)
	for line := range strings.Lines(string(data)) {
		if head, keys, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			if resource, of, _ := strings.Cut(head, " "); of == verb {
				fields[resource] = strings.Fields(keys)
				slices.Sort(fields[resource])
			}
		}
	}
	return fields
}
