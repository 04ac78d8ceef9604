package catalog_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// renamed are parts that stand under another name, by the place in the field tables.
var renamed = map[string]string{
	"product.options": "product.all_options", "product.options.choices": "product.all_options.choices",
	"product.attributes": "product.all_attributes", "product.tax": "product",
}

// excused are the members that no field shows, and why.
var excused = map[string]string{
	"order.discountInfo.appliesToOrderItems": "its form is not documented",
}

// TestShopMembersAreRead: the fields show every key that the reference gives to the
// parts of a document. The golden documents have them all.
func TestShopMembersAreRead(t *testing.T) {
	t.Parallel()
	shown := map[string]bool{}
	product := goldenRecord[ecwid.Product](t, readGolden(t, shopDocuments+"product.json"))
	shows(shown, "product", product, catalog.ShopProductSchema().Source)
	customer := goldenRecord[ecwid.Customer](t, readGolden(t, shopDocuments+"customer.json"))
	shows(shown, "customer", &catalog.ShopBuyer{Customer: customer}, catalog.UserSchema().Source)
	order := goldenRecord[ecwid.Order](t, readGolden(t, shopDocuments+"order.json"))
	shows(shown, "order", &catalog.ShopOrder{Order: order}, catalog.OrderSchema().Source)
	shows(shown, "order.items", &catalog.ShopLine{Item: &order.Items[0]}, catalog.OrderLineSchema().Source)
	for part, keys := range shopParts(t) {
		for _, key := range keys {
			at := cmp.Or(renamed[part], part) + "." + key
			if _, ok := excused[at]; ok == shown[at] {
				t.Errorf("%s: shown %t, excused %t", at, shown[at], ok)
			}
		}
	}
}

// shows notes the places of the fields that a record has, and of their members.
func shows[S any](shown map[string]bool, within string, record *S, fields []mapping.SourceField[S]) {
	for _, f := range fields {
		showsValue(shown, within+"."+f.Name, f.Get(record))
	}
}

func showsValue(shown map[string]bool, at string, v mapping.Value) {
	if v.IsAbsent() {
		return
	}
	shown[at] = true
	items, _ := v.AsList()
	for _, item := range items {
		showsValue(shown, at, item)
	}
	members, _ := v.AsObject()
	for _, m := range members {
		showsValue(shown, at+"."+m.Name, m.Value)
	}
}

// shopParts are the keys of the parts of products, customers and orders.
func shopParts(t *testing.T) map[string][]string {
	t.Helper()
	table, err := os.ReadFile(shopDocuments + "fields.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]string{}
	for line := range strings.Lines(string(table)) {
		head, keys, _ := strings.Cut(line, ":")
		part, column, _ := strings.Cut(head, " ")
		top, _, isPart := strings.Cut(part, ".")
		if column == "R" && isPart && slices.Contains([]string{"product", "customer", "order"}, top) {
			parts[part] = strings.Fields(keys)
		}
	}
	return parts
}
