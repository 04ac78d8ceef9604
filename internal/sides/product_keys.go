package sides

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// keysComplete marks an index that has seen all records of its side once.
const keysComplete = "complete"

// productKeyScan reads the keys of all products of both sides into the index,
// once in the life of a flow, so that two records with one SKU are known before
// either of them is written.
type productKeyScan struct {
	pos     *salespos.Client
	shop    shopProducts
	matcher *engine.Matcher[catalog.POSProduct, ecwid.Product]
	total   int
}

// count is the number of products in the source, 0 when this pass did not count.
func (k *productKeyScan) count() int { return k.total }

func (k *productKeyScan) run(ctx context.Context) error {
	for _, side := range []struct {
		index string
		read  func(context.Context) error
	}{{k.matcher.SourceIndex, k.readPOS}, {k.matcher.TargetIndex, k.readShop}} {
		mark, _, err := k.matcher.Index.Mark(ctx, side.index)
		if err != nil {
			return storeFault(err)
		}
		if mark == keysComplete {
			continue
		}
		if err := side.read(ctx); err != nil {
			return err
		}
		if err := k.matcher.Index.Add(ctx, side.index, nil, keysComplete); err != nil {
			return storeFault(err)
		}
	}
	return nil
}

func storeFault(err error) error {
	return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("index of keys: %w", err)}
}

func (k *productKeyScan) readPOS(ctx context.Context) error {
	page := func(ctx context.Context, offset int) ([]salespos.Product, bool, error) {
		page, err := k.pos.Products.List(ctx, &salespos.ProductListOptions{
			Start: offset, OrderBy: salespos.ProductsByID,
			Expand: []salespos.ProductExpand{salespos.ExpandAttributeCombinations},
		})
		if err != nil {
			return nil, false, err
		}
		return page.Items, page.Next != "", nil
	}
	for fresh, err := range scan(ctx, 0, productID, page) {
		if err != nil {
			return fault(err)
		}
		k.total += len(fresh.rows)
		var entries []state.Entry
		for i := range fresh.rows {
			p := &fresh.rows[i]
			keys := articleKeys(&catalog.POSProduct{Product: p, Variants: variantsOf(p)})
			entries = append(entries, k.matcher.Entries(idText(p.ID), keys)...)
		}
		if err := k.matcher.Index.Add(ctx, k.matcher.SourceIndex, entries, ""); err != nil {
			return storeFault(err)
		}
	}
	return nil
}

func (k *productKeyScan) readShop(ctx context.Context) error {
	opts := ecwid.ProductListOptions{ResponseFields: "total,count,offset,limit,items(id,sku,created,combinations(id,sku))"}
	return k.shop.scan(ctx, opts, func(products []ecwid.Product, _ int) error {
		var entries []state.Entry
		for i := range products {
			entries = append(entries, k.matcher.Entries(idText(products[i].ID), productKeys(&products[i]))...)
		}
		if err := k.matcher.Index.Add(ctx, k.matcher.TargetIndex, entries, ""); err != nil {
			return storeFault(err)
		}
		return nil
	})
}
