package mappingfile_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

var update = flag.Bool("update", false, "write the generated files anew")

func key() []byte { return bytes.Repeat([]byte("k"), 32) }

func TestDefaults(t *testing.T) {
	t.Parallel()
	testDefault(t, "products", catalog.Products(), catalog.ProductSchema())
	testDefault(t, "variants", catalog.Variants(), catalog.VariantSchema())
	testDefault(t, "categories", catalog.Categories(), catalog.CategorySchema())
	testDefault(t, "orders", catalog.Orders(), catalog.OrderSchema())
	testDefault(t, "order_lines", catalog.OrderLines(), catalog.OrderLineSchema())
	testDefault(t, "users", catalog.Users(), catalog.UserSchema())
	testDefault(t, "addresses", catalog.Addresses(), catalog.AddressSchema())
	testDefault(t, "shop_products", catalog.ShopProducts(1), catalog.ShopProductSchema())
	testDefault(t, "shop_variants", catalog.ShopVariants(), catalog.ShopVariantSchema())
	testDefault(t, "shop_categories", catalog.ShopCategories(), catalog.ShopCategorySchema())
	testDefault(t, "pos_users", catalog.POSUsers(), catalog.POSUserSchema())
	testDefault(t, "pos_addresses", catalog.POSAddresses(), catalog.POSAddressSchema())
	testDefault(t, "pos_orders", catalog.POSOrders(), catalog.POSOrderSchema())
	testDefault(t, "pos_order_lines", catalog.POSOrderLines(), catalog.POSOrderLineSchema())
}

// TestAttributeMapInAFile proves that what an AttributeMap makes of a mapping can stand
// in a file.
func TestAttributeMapInAFile(t *testing.T) {
	t.Parallel()
	attributes := catalog.AttributeMap{
		"Colour": catalog.AsOption, "Size": catalog.AsOption, "Origin": catalog.AsAttribute("Made in"), "Hint": catalog.AsField("subtitle"),
	}
	products, err := attributes.Products(catalog.Products())
	if err != nil {
		t.Fatal(err)
	}
	testSameInAFile(t, products, catalog.ProductSchema())
	testSameInAFile(t, attributes.Variants(catalog.Variants()), catalog.VariantSchema())
}

func testSameInAFile[S, T, P any](t *testing.T, def mapping.Definition, schema mapping.Schema[S, T, P]) {
	t.Helper()
	text, err := mappingfile.Format(def, mappingfile.Own{})
	if err != nil {
		t.Fatalf("%s: Format: %v", def.Name, err)
	}
	m, err := mappingfile.New("attributes.yaml", text, mappingfile.Own{}, schema, key())
	if err != nil {
		t.Fatalf("%s: New: %v", def.Name, err)
	}
	if got, want := m.Identity(), def.Identity(); got != want {
		t.Errorf("%s: the file is %v, want %v", def.Name, got, want)
	}
}

// testDefault proves that a file holds the mapping that code has.
func testDefault[S, T, P any](t *testing.T, name string, def mapping.Definition, schema mapping.Schema[S, T, P]) {
	t.Helper()
	file := filepath.Join("defaults", name+".yaml")
	text, err := mappingfile.Format(def, mappingfile.Own{})
	if err != nil {
		t.Errorf("%s: Format: %v", name, err)
		return
	}
	golden(t, file, text)
	inCode, err := mapping.New(def, schema, key())
	if err != nil {
		t.Fatalf("%s: mapping.New: %v", name, err)
	}
	inFile, err := mappingfile.New(file, text, mappingfile.Own{}, schema, key())
	if err != nil {
		t.Errorf("New: %v", err)
		return
	}
	if got, want := inFile.Fingerprint(), inCode.Fingerprint(); got != want {
		t.Errorf("%s: fingerprint of the file %s, want %s", name, got, want)
	}
	if diff := cmp.Diff(inCode.Fields(), inFile.Fields()); diff != "" {
		t.Errorf("%s: fields (-code +file):\n%s", name, diff)
	}
	for _, p := range mappingfile.Check(file, text, mappingfile.Own{}, schema) {
		t.Error(p)
	}
	read, err := mappingfile.Parse(file, text, mappingfile.Own{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := mappingfile.Format(read, mappingfile.Own{})
	if err != nil {
		t.Fatalf("%s: Format: %v", name, err)
	}
	if diff := cmp.Diff(string(text), string(again)); diff != "" {
		t.Errorf("%s: written again (-first +second):\n%s", name, diff)
	}
}

// golden compares a file of the repository with what it is to hold, or writes it.
func golden(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is out of date, run go test ./mapping/mappingfile -update (-want +file):\n%s", file, diff)
	}
}
