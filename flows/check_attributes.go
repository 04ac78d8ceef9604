package flows

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// attributes looks for the attributes of an AttributeMap in both systems.
func (r *checking) attributes(ctx context.Context, c CheckConfig) {
	r.posAttributes(ctx, c.SalesPOS, slices.Sorted(maps.Keys(c.Products.AttributeMap)))
	if written := c.Products.AttributeMap.Attributes(); len(written) > 0 {
		r.shopAttributes(ctx, c.Ecwid, written)
	}
}

// posAttributes looks for attributes that the map names and no product can have.
func (r *checking) posAttributes(ctx context.Context, client *salespos.Client, names []string) {
	all, err := client.Attributes.List(ctx)
	if !r.try("SalesPOS", "attributes", err) {
		return
	}
	known := make([]string, len(all))
	for i := range all {
		known[i] = strings.TrimSpace(all[i].Name)
	}
	for _, name := range names {
		same := func(other string) bool { return strings.EqualFold(strings.TrimSpace(name), other) }
		if !slices.ContainsFunc(known, same) {
			r.warn("SalesPOS", fmt.Sprintf("there is no attribute %q, which AttributeMap names", name), mapping.Suggest(name, known))
		}
	}
}

// shopAttributes looks for attributes in the shop's general product type, which new
// products have: the shop refuses a product with any other.
func (r *checking) shopAttributes(ctx context.Context, client *ecwid.Client, names []string) {
	types, err := client.ProductTypes.List(ctx)
	if !r.try("Ecwid", "product types", err) {
		return
	}
	known := map[string]bool{}
	for _, t := range types {
		for _, a := range t.Attributes {
			if t.ID == 0 {
				known[a.Name] = true
			}
		}
	}
	for _, name := range names {
		if !known[name] {
			r.warn("Ecwid", fmt.Sprintf("the general product type has no attribute %q, which AttributeMap writes", name),
				"add it to the product type in the shop: new products are refused until it is there")
		}
	}
}
