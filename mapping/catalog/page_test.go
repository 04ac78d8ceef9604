package catalog_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

var update = flag.Bool("update", false, "write FIELDS.md anew")

const pageHead = `# Fields

All fields that rules can name, for each record and system. The page is made from
the catalogue; ` + "`go test ./mapping/catalog -run TestFieldsPage -update`" + ` makes it anew.

A field that can be read is a source path in ` + "`From`" + `, in conditions and in calls; a field
that can be written is a target in ` + "`To`" + `. Parts of lists and objects are reached with
` + "`name.member`, `name[member=value]` and `name[0]`" + `. A field that is both is compared with
what the target has, as its policy says. Fields that the merchant names stand with … in
the brackets: write ` + "`attributes[Colour]`" + `.
`

// fieldRow is a field on the page.
type fieldRow struct {
	name, kind, unit, doc, origin string
	read, write                   bool
	limits                        []string
}

// rows are the fields of a record in one system: as the source of one schema and as
// the target of the other.
func rows[S, T, P, S2, T2, P2 any](as mapping.Schema[S, T2, P2], into mapping.Schema[S2, T, P]) []fieldRow {
	var all []fieldRow
	for _, f := range as.Source {
		all = append(all, fieldRow{name: f.Name, kind: f.Kind.String(), unit: f.Unit, doc: f.Doc, origin: f.Origin, read: true})
	}
	for _, o := range as.OpenSource {
		all = append(all, fieldRow{name: o.Name + "[…]", kind: o.Field("x").Kind.String(), doc: o.Doc, origin: o.Origin, read: true})
	}
	for _, f := range into.Target {
		all = merge(all, fieldRow{
			name: f.Name, kind: f.Kind.String(), unit: f.Unit, doc: f.Doc, origin: f.Origin, write: true, limits: limits(f),
		})
	}
	for _, o := range into.OpenTarget {
		all = merge(all, fieldRow{name: o.Name + "[…]", kind: o.Field("x").Kind.String(), doc: o.Doc, origin: o.Origin, write: true})
	}
	return all
}

// merge adds a field that can be written to those that can be read.
func merge(all []fieldRow, row fieldRow) []fieldRow {
	at := slices.IndexFunc(all, func(r fieldRow) bool { return r.name == row.name && r.origin == row.origin })
	if at < 0 {
		return append(all, row)
	}
	row.read = true
	all[at] = row
	return all
}

func limits[T, P any](f mapping.TargetField[T, P]) []string {
	var out []string
	if f.Required {
		out = append(out, "required")
	}
	if f.MaxLength > 0 {
		out = append(out, fmt.Sprintf("at most %d characters", f.MaxLength))
	}
	if f.OneOf != nil {
		out = append(out, "one of "+strings.Join(f.OneOf, ", "))
	}
	if f.Empty.Kind() == mapping.KindNull {
		out = append(out, "cleared with null")
	} else if !f.Empty.IsAbsent() && f.Kind != mapping.KindText && f.Kind != mapping.KindList {
		out = append(out, "cleared with "+f.Empty.Reveal())
	}
	return out
}

// section prints the fields of a record by where they come from.
func section(page *strings.Builder, title string, fields []fieldRow) {
	fmt.Fprintf(page, "\n### %s\n", title)
	var origins []string
	for _, f := range fields {
		if !slices.Contains(origins, f.origin) {
			origins = append(origins, f.origin)
		}
	}
	for _, origin := range origins {
		fmt.Fprintf(page, "\n%s\n\n| field | kind | use | what it is |\n|---|---|---|---|\n", origin)
		for _, f := range fields {
			if f.origin == origin {
				fmt.Fprintf(page, "| `%s` | %s | %s | %s |\n", f.name, f.kind, f.use(), f.text())
			}
		}
	}
}

func (f fieldRow) use() string {
	switch {
	case f.read && f.write:
		return "read, write"
	case f.write:
		return "write"
	default:
		return "read"
	}
}

func (f fieldRow) text() string {
	parts := f.limits
	if f.unit != "" {
		parts = append([]string{"in " + f.unit}, parts...)
	}
	if len(parts) == 0 {
		return f.doc
	}
	return f.doc + " *(" + strings.Join(parts, "; ") + ")*"
}

// stock are the fields of a record that have to do with its stock.
func stock(fields []fieldRow) []fieldRow {
	names := []string{
		"stock", "stockenabled", "stocktype", "stocklocation", "ordering_without_stock", "stock_delivery_number", "stock_delivery_type",
		"stock_delivery_standard", "delivery_time", "delivery_time_type", "delivery_default_text", "quantity", "unlimited", "inStock",
		"warningLimit", "outOfStockVisibilityBehaviour", "locationInventory",
	}
	return slices.DeleteFunc(slices.Clone(fields), func(f fieldRow) bool {
		return !slices.Contains(names, f.name) || strings.HasPrefix(f.origin, "looked up")
	})
}

func fieldsPage() string {
	page := new(strings.Builder)
	page.WriteString(pageHead)
	both := func(title string, pos, shop []fieldRow) {
		fmt.Fprintf(page, "\n## %s\n", title)
		section(page, "SalesPOS", pos)
		section(page, "Ecwid", shop)
	}
	posProduct := rows(catalog.ProductSchema(), catalog.ShopProductSchema())
	shopProduct := rows(catalog.ShopProductSchema(), catalog.ProductSchema())
	posVariant := rows(catalog.VariantSchema(), catalog.ShopVariantSchema())
	shopVariant := rows(catalog.ShopVariantSchema(), catalog.VariantSchema())
	both("Products", posProduct, shopProduct)
	both("Variants", posVariant, shopVariant)
	both("Stock", stock(append(posProduct, posVariant...)), stock(append(shopProduct, shopVariant...)))
	both("Categories", rows(catalog.CategorySchema(), catalog.ShopCategorySchema()),
		rows(catalog.ShopCategorySchema(), catalog.CategorySchema()))
	both("Attributes", rows(catalog.AttributeSchema(), catalog.ShopAttributeSchema()),
		rows(catalog.ShopAttributeSchema(), catalog.AttributeSchema()))
	both("Customers", rows(catalog.POSUserSchema(), catalog.UserSchema()),
		rows(catalog.UserSchema(), catalog.POSUserSchema()))
	both("Addresses", rows(catalog.POSAddressSchema(), catalog.AddressSchema()),
		rows(catalog.AddressSchema(), catalog.POSAddressSchema()))
	both("Orders", rows(catalog.POSOrderSchema(), catalog.OrderSchema()),
		rows(catalog.OrderSchema(), catalog.POSOrderSchema()))
	both("Order lines", rows(catalog.POSOrderLineSchema(), catalog.OrderLineSchema()),
		rows(catalog.OrderLineSchema(), catalog.POSOrderLineSchema()))
	return page.String()
}

func TestFieldsPage(t *testing.T) {
	t.Parallel()
	got := fieldsPage()
	if *update {
		if err := os.WriteFile("FIELDS.md", []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("FIELDS.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("FIELDS.md is out of date, run with -update (-page +fields):\n%s", diff)
	}
}

func TestFieldsAreDocumented(t *testing.T) {
	t.Parallel()
	for line := range strings.Lines(fieldsPage()) {
		if strings.HasPrefix(line, "| `") && strings.HasSuffix(line, "|  |\n") {
			t.Errorf("no documentation: %s", line)
		}
	}
	if strings.Contains(fieldsPage(), "\n\n\n") {
		t.Error("there are fields without an origin")
	}
}
