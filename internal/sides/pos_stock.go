package sides

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/salespos"
)

// posStock reads the stock of all articles: whether a change of stock moves a
// product's modification time is unknown, so every reading reads all pages.
type posStock struct {
	client *salespos.Client
	// started is when this pass began to compare the shop's numbers.
	started time.Time
}

// stockCursor is how far a reading got, and since when the shop's numbers are
// known.
type stockCursor struct {
	Offset int `json:"offset,omitzero"`
	Count  int `json:"count,omitzero"`
	// Shop is the start of the last pass that got through.
	Shop time.Time `json:"shop,omitzero"`
}

func parseStockCursor(token string) (stockCursor, error) {
	var c stockCursor
	if token == "" {
		return c, nil
	}
	if err := json.Unmarshal([]byte(token), &c); err != nil {
		return c, &pass.Error{Class: pass.ClassConfig, Reason: "CursorUnreadable",
			Err:    fmt.Errorf("the stored cursor of the stock is none of ours: %w", err),
			Remedy: "remove it from the state; the next pass reads everything"}
	}
	return c, nil
}

func (c stockCursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // times and numbers always encode
	}
	return string(text)
}

// Read yields the articles of all products, 100 products to a batch.
func (s *posStock) Read(ctx context.Context, token string) iter.Seq2[engine.Batch[article], error] {
	return func(yield func(engine.Batch[article], error) bool) {
		cursor, err := parseStockCursor(token)
		if err != nil {
			yield(engine.Batch[article]{}, err)
			return
		}
		seen := 0
		for fresh, err := range scan(ctx, cursor.Offset, productID, s.page) {
			if err != nil {
				yield(engine.Batch[article]{}, fault(err))
				return
			}
			offset := fresh.end - len(fresh.rows)
			for products := range slices.Chunk(fresh.rows, engine.BatchSize) {
				offset, seen = offset+len(products), seen+len(products)
				at := stockCursor{Offset: offset, Count: cursor.Count, Shop: cursor.Shop}
				if !yield(engine.Batch[article]{Items: articleItems(products), Cursor: at.String(), Total: cursor.Count}, nil) {
					return
				}
			}
		}
		if seen == 0 && cursor.Offset == 0 && cursor.Count > 0 {
			yield(engine.Batch[article]{}, engine.EmptySource())
			return
		}
		yield(engine.Batch[article]{Cursor: stockCursor{Count: cursor.Offset + seen, Shop: s.started}.String()}, nil)
	}
}

func (s *posStock) page(ctx context.Context, offset int) ([]salespos.Product, bool, error) {
	page, err := s.client.Products.List(ctx, &salespos.ProductListOptions{
		Start: offset, OrderBy: salespos.ProductsByID,
		Expand: []salespos.ProductExpand{salespos.ExpandAttributeCombinations},
	})
	if err != nil {
		return nil, false, err
	}
	return page.Items, page.Next != "", nil
}

// articleItems lists what has a stock of its own: a product, or each of its
// combinations.
func articleItems(products []salespos.Product) []engine.Item[article] {
	var items []engine.Item[article]
	for i := range products {
		p := &products[i]
		own := engine.Item[article]{ID: idText(p.ID), Label: labelOf(*p), Record: article{product: p, sku: strings.TrimSpace(p.ProductNumber)}}
		switch {
		case !p.AttributeCombinations.Expanded:
			own.Err = incompleteRead()
			items = append(items, own)
		case len(p.AttributeCombinations.Collection) == 0 || sharedStock(p):
			items = append(items, own)
		default:
			for j := range p.AttributeCombinations.Collection {
				c := &p.AttributeCombinations.Collection[j]
				sku := variantSKU(p, c)
				items = append(items, engine.Item[article]{ID: variantID(c), Label: sku, Record: article{product: p, combination: c, sku: sku}})
			}
		}
	}
	return items
}

// Get reads the products of articles again.
func (s *posStock) Get(ctx context.Context, ids []string) ([]engine.Item[article], error) {
	var items []engine.Item[article]
	read := map[string]bool{}
	for _, id := range ids {
		product, _, _ := strings.Cut(id, "/")
		number, err := strconv.ParseInt(product, 10, 64)
		if err != nil || read[product] {
			continue
		}
		read[product] = true
		p, err := s.client.Products.Get(ctx, salespos.ProductID(number), salespos.ExpandAttributeCombinations)
		if errors.Is(err, salespos.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fault(err)
		}
		for _, item := range articleItems([]salespos.Product{*p}) {
			if slices.Contains(ids, item.ID) {
				items = append(items, item)
			}
		}
	}
	return items, nil
}
