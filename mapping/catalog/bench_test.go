package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// BenchmarkPlan is the default mapping of products, for a new product and for one that
// did not change.
func BenchmarkPlan(b *testing.B) {
	m := newMapper(b, catalog.Products(), catalog.ProductSchema())
	source := fullProduct(b)
	created := plan(b, m, mapping.Input[catalog.POSProduct, shopProduct]{Source: source})
	current := stored(b, created.Patch)
	for name, in := range map[string]mapping.Input[catalog.POSProduct, shopProduct]{
		"create":    {Source: source},
		"unchanged": {Source: source, Current: current, Baselines: m.Baselines(created, current, nil)},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Plan(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
