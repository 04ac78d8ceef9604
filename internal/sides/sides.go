// Package sides has the records of SalesPOS and Ecwid as sources and targets of
// the engine: how each kind is listed, looked up, created, updated and found
// again, and the pairs that join two of them.
package sides

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// The passes over the pairs of this package.
type (
	CategoryPass = engine.Pass[posCategory, shopCategory, ecwid.CategoryFields]
	ProductPass  = engine.Pass[catalog.POSProduct, ecwid.Product, productPatch]
	StockPass    = engine.Pass[article, shopStock, stockPatch]
	OrderPass    = engine.Pass[shopOrder, salespos.Order, orderPatch]
)
