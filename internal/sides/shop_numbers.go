package sides

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/state"
)

// stockFields are the parts of a product that a stock flow reads.
const stockFields = "total,count,offset,limit,items(id,sku,created,updated,quantity,unlimited,combinations(id,sku,quantity,unlimited))"

// shopNumbers reads and writes the stock of Ecwid. Its ids are "product" or
// "product/variation".
type shopNumbers struct {
	client *ecwid.Client
	// changed are the numbers of products that changed since the last pass.
	changed   map[string]*shopStock
	refreshed bool
}

// refresh reads the numbers of products that changed in the shop since an
// instant, a page at a time.
func (s *shopNumbers) refresh(ctx context.Context, since time.Time) error {
	opts := ecwid.ProductListOptions{UpdatedFrom: since, ResponseFields: stockFields}
	err := shopProducts{s.client}.scan(ctx, opts, func(products []ecwid.Product, _ int) error {
		for i := range products {
			s.note(&products[i], s.changed)
		}
		return nil
	})
	s.refreshed = err == nil
	return err
}

// note files the numbers of a product and of its variations.
func (s *shopNumbers) note(p *ecwid.Product, into map[string]*shopStock) {
	id := idText(p.ID)
	into[id] = stockOf(p.Quantity, p.Unlimited, p.Updated.Time)
	for _, c := range p.Combinations {
		unlimited := c.Unlimited != nil && *c.Unlimited
		stock := stockOf(c.Quantity, unlimited, p.Updated.Time)
		stock.shared = strings.TrimSpace(c.SKU) == ""
		into[id+"/"+idText(c.ID)] = stock
	}
}

func stockOf(quantity *int, unlimited bool, updated time.Time) *shopStock {
	stock := &shopStock{unlimited: unlimited || quantity == nil, updated: updated}
	if quantity != nil {
		stock.quantity = *quantity
	}
	return stock
}

// known is the number of an article without a read of its own: what changed
// since the last pass, else what the last pass saw; nil when neither is known.
func (s *shopNumbers) known(target string, seen *state.Stock) *shopStock {
	if now := s.changed[target]; now != nil {
		return now
	}
	if seen == nil || !s.refreshed {
		return nil
	}
	switch seen.Seen {
	case seenUnlimited:
		return &shopStock{unlimited: true}
	case seenShared:
		return &shopStock{shared: true}
	}
	quantity, err := strconv.Atoi(seen.Seen)
	if err != nil {
		return nil
	}
	return &shopStock{quantity: quantity}
}

// Load reads the numbers of articles, a page of products at a time.
func (s *shopNumbers) Load(ctx context.Context, ids []string) (map[string]*shopStock, error) {
	var products []string
	listed := map[string]bool{}
	for _, id := range ids {
		product, _, _ := strings.Cut(id, "/")
		if !listed[product] {
			listed[product], products = true, append(products, product)
		}
	}
	found := make(map[string]*shopStock, len(ids))
	for start := 0; start < len(products); start += shopPage {
		page, err := s.client.Products.List(ctx, &ecwid.ProductListOptions{
			ProductIDs: productIDs(products[start:min(start+shopPage, len(products))]), Limit: shopPage, ResponseFields: stockFields,
		})
		if err != nil {
			return nil, fault(err)
		}
		for i := range page.Items {
			s.note(&page.Items[i], found)
		}
	}
	return found, nil
}

var errNoStockCreate = errors.New("stock is only written to products that exist")

// Create is never needed: an article without a product is skipped.
func (s *shopNumbers) Create(context.Context, *stockPatch) (string, *shopStock, error) {
	return "", nil, errNoStockCreate
}

// Update writes a number, the tracking flag, or both in one request.
func (s *shopNumbers) Update(ctx context.Context, id string, p *stockPatch) (*shopStock, error) {
	productText, combinationText, isVariation := strings.Cut(id, "/")
	product := productIDs([]string{productText})[0]
	if isVariation {
		combination, err := strconv.ParseInt(combinationText, 10, 64)
		if err != nil {
			return nil, errNoStockCreate
		}
		var update ecwid.CombinationUpdate
		update.Quantity, update.Unlimited = optional(p.quantity), optional(p.unlimited)
		_, err = s.client.Combinations.Update(ctx, product, ecwid.CombinationID(combination), update)
		return nil, fault(err)
	}
	var update ecwid.ProductUpdate
	update.Quantity, update.Unlimited = optional(p.quantity), optional(p.unlimited)
	_, err := s.client.Products.Update(ctx, product, update, nil)
	return nil, fault(err)
}

func optional[V any](v *V) ecwid.Opt[V] {
	if v == nil {
		return ecwid.Opt[V]{}
	}
	return ecwid.Set(*v)
}
