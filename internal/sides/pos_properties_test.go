package sides

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func TestPropertiesOfAProduct(t *testing.T) {
	t.Parallel()
	known := &properties{
		names:   map[salespos.PropertyID]string{1: "Material", 2: "Volume"},
		options: map[salespos.PropertyID]map[string]string{1: {"7": "Stoneware"}},
	}
	product := new(salespos.Product)
	product.PropertyGroups.Collection = []salespos.ProductPropertyGroup{{
		Values: salespos.ProductPropertyList{Collection: []salespos.ProductPropertyValue{
			{PropertyID: 1, Value: "7"}, {PropertyID: 2, Value: "350 ml"}, {PropertyID: 3, Value: "gone"},
		}},
	}}
	want := []catalog.Option{{Name: "Material", Value: "Stoneware"}, {Name: "Volume", Value: "350 ml"}}
	if diff := cmp.Diff(want, known.of(product)); diff != "" {
		t.Errorf("properties differ (-want +got):\n%s", diff)
	}
}
