package sides

import (
	"context"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// Availability knows how much of each article may be sold: the stock of the POS
// less what is reserved there and what the shop has sold but the POS does not
// know yet.
type Availability struct {
	Rule    catalog.StockRule
	Records state.Records
	// Reservations reads the orders that reserve; nil: the rule does not need
	// them.
	Reservations *Reservations
	// OrderFlow names the rows of the shop's orders; "": there is no order flow.
	OrderFlow string

	loaded   bool
	reserved quantities
	pending  quantities
}

// quantities are sums by article; nil means unknown.
type quantities map[string]decimal.Decimal

func (q quantities) of(articles ...string) *decimal.Decimal {
	if q == nil {
		return nil
	}
	var sum decimal.Decimal
	for _, article := range articles {
		sum = sum.Add(q[article])
	}
	return &sum
}

func (q quantities) add(holds []state.Hold) error {
	for _, hold := range holds {
		quantity, err := decimal.NewFromString(hold.Quantity)
		if err != nil {
			return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("stored quantity of %s: %w", hold.Article, err)}
		}
		q[hold.Article] = q[hold.Article].Add(quantity)
	}
	return nil
}

// load reads reservations and pending orders, once in a pass.
func (a *Availability) load(ctx context.Context) error {
	if a.loaded {
		return nil
	}
	if a.Reservations != nil {
		reserved, err := a.Reservations.read(ctx)
		if err != nil {
			return err
		}
		a.reserved = reserved
	}
	a.pending = quantities{}
	if a.OrderFlow != "" {
		if err := a.loadPending(ctx); err != nil {
			return err
		}
	}
	a.loaded = true
	return nil
}

func (a *Availability) loadPending(ctx context.Context) error {
	for after := ""; ; {
		rows, err := a.Records.Holding(ctx, a.OrderFlow, after, holdingPage)
		if err != nil {
			return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load pending orders: %w", err)}
		}
		if len(rows) == 0 {
			return nil
		}
		for _, row := range rows {
			if err := a.pending.add(row.Holds); err != nil {
				return err
			}
		}
		after = rows[len(rows)-1].SourceID
	}
}

// holdingPage is how many rows with held quantities are loaded at once.
const holdingPage = 500

// article is one thing with a stock of its own.
type article struct {
	product     *salespos.Product
	combination *salespos.AttributeCombination // nil: the product itself
	sku         string
	// target is its id in the shop, "" while it has none.
	target string
}

// tracked reports whether the POS tracks the article's stock; known is false
// when it does not say.
func (a article) tracked() (tracked, known bool) {
	if a.product.StockEnabled == nil {
		return false, false
	}
	return *a.product.StockEnabled, true
}

// onHand is the article's stock at the POS, nil when unknown.
func (a article) onHand() *decimal.Decimal {
	stock := a.product.Stock
	if a.combination != nil {
		stock = a.combination.Stock
	}
	if stock == nil {
		return nil
	}
	return &stock.Decimal
}

// number calculates what the shop may show for an article, once load has run.
func (a *Availability) number(art article) (int64, []string, error) {
	n, remarks, err := a.Rule.Number(catalog.StockReading{
		SKU: art.sku, OnHand: art.onHand(), Reserved: a.reserved.of(a.reservedAs(art)...), Pending: a.pending.of(art.target),
	})
	if err != nil {
		return 0, nil, refusal(pass.ClassValidation, "StockUnknown", err)
	}
	return n, remarks, nil
}

// reservedAs are the keys under which an article can stand in reserving orders.
// One shared stock is reserved under every variant.
func (a *Availability) reservedAs(art article) []string {
	id := art.product.ID
	if art.combination != nil {
		return []string{reservedKey(id, art.combination.SKUNumber, art.combination.ProductNumber)}
	}
	keys := map[string]bool{reservedKey(id, "", ""): true}
	for _, c := range art.product.AttributeCombinations.Collection {
		keys[reservedKey(id, c.SKUNumber, c.ProductNumber)] = true
	}
	var all []string
	for key := range keys {
		all = append(all, key)
	}
	return all
}

// reservedKey names an article as the rows of an order do: by product and, for
// a variant, by its number.
func reservedKey(id salespos.ProductID, sku, number string) string {
	if sku = strings.TrimSpace(sku); sku == "" {
		sku = strings.TrimSpace(number)
	}
	return idText(id) + "|" + sku
}

// fill gives a product that is created, or variants of it that are, their first
// numbers. What the POS does not track is created without one; where it does not
// know the number nothing is created, for it could be sold without limit.
func (a *Availability) fill(ctx context.Context, record *catalog.POSProduct, fresh []*catalog.POSVariant) error {
	own := article{product: record.Product, sku: strings.TrimSpace(record.Product.ProductNumber)}
	if tracked, _ := own.tracked(); !tracked {
		return nil
	}
	if err := a.load(ctx); err != nil {
		return err
	}
	if len(record.Variants) == 0 || sharedStock(record.Product) {
		n, _, err := a.number(own)
		record.Quantity = quantityOf(n)
		return err
	}
	for _, v := range fresh {
		n, _, err := a.number(article{product: record.Product, combination: v.Combination, sku: v.SKU})
		if err != nil {
			return err
		}
		v.Quantity = quantityOf(n)
	}
	return nil
}

func quantityOf(n int64) *decimal.Decimal {
	d := decimal.NewFromInt(n)
	return &d
}
