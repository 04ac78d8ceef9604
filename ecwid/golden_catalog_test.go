package ecwid_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// catalogDocuments are the records that fill a few lines only.
type catalogDocuments struct {
	Brand        ecwid.Brand          `json:"brand"`
	Swatches     []ecwid.Swatch       `json:"swatches"`
	Filters      ecwid.ProductFilters `json:"filters"`
	Cart         ecwid.Cart           `json:"cart"`
	Subscription ecwid.Subscription   `json:"subscription"`
}

// TestCatalogReadDocumentsKeepEverything: what was read and is stored as JSON
// comes back as it was.
func TestCatalogReadDocumentsKeepEverything(t *testing.T) {
	t.Parallel()
	keepsAll[ecwid.Product](t, "product.json")
	keepsAll[ecwid.Combination](t, "combination.json")
	keepsAll[ecwid.Category](t, "category.json")
	keepsAll[[]ecwid.ProductType](t, "classes.json")
	keepsAll[catalogDocuments](t, "catalog_small.json")
}

// TestCatalogWriteDocuments: each document has every key that its write type
// has, and is written as it was read.
func TestCatalogWriteDocuments(t *testing.T) {
	t.Parallel()
	writes[ecwid.ProductCreate](t, "product_create.json")
	writes[ecwid.CombinationCreate](t, "combination_create.json")
	writes[ecwid.CategoryCreate](t, "category_create.json")
	writes[ecwid.ProductTypeCreate](t, "class_create.json")
}
