package sides

import (
	"context"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// lineResolver finds the articles of the POS for the lines of shop orders.
type lineResolver struct {
	client *salespos.Client
	links  links
	// combinations are those of each variant product, read once in a pass: their
	// ids do not last.
	combinations map[salespos.ProductID]map[string]*salespos.AttributeCombination
	// numbers are the products found by their number, for lines without a link.
	numbers        map[string]salespos.ProductID
	textForMissing bool
	pack           salespos.PackageID
}

func newLineResolver(o Orders) *lineResolver {
	return &lineResolver{
		client: o.SalesPOS, links: links{o.State.Records, o.ProductFlow},
		combinations: map[salespos.ProductID]map[string]*salespos.AttributeCombination{},
		numbers:      map[string]salespos.ProductID{}, textForMissing: o.TextForMissing, pack: o.Package,
	}
}

// resolve finds the articles of all lines of a batch. Of an order that cannot
// be resolved all failing lines are named.
func (r *lineResolver) resolve(ctx context.Context, works []*orderWork) error {
	var articles []string
	for _, w := range works {
		for i := range w.Item.Record.Order.Items {
			if item := &w.Item.Record.Order.Items[i]; item.ProductID > 0 {
				articles = append(articles, shopArticle(item))
			}
		}
	}
	linked, err := r.links.sources(ctx, articles)
	if err != nil {
		return err
	}
	return engine.Each(works, func(w *orderWork) error { return r.resolveOrder(ctx, w, linked) })
}

func (r *lineResolver) resolveOrder(ctx context.Context, w *orderWork, linked map[string]string) error {
	var failing []string
	record := &w.Item.Record
	for i := range record.Order.Items {
		item := &record.Order.Items[i]
		if item.Quantity == 0 {
			w.Remark(RemarkLineDropped)
			continue
		}
		line := catalog.ShopLine{Item: item, UnitPrice: item.Price.Decimal, Number: item.SKU}
		line.TaxRate, line.TaxRateKnown = record.taxRate(item.Taxes)
		found, err := r.resolveLine(ctx, item, linked, &line)
		if err != nil {
			return err
		}
		if !found && item.ProductID > 0 && !r.textForMissing {
			failing = append(failing, item.SKU)
			continue
		}
		record.lines = append(record.lines, line)
	}
	if len(failing) > 0 {
		return unknownSKUs(w.Item.Label, failing)
	}
	return nil
}

func unknownSKUs(order string, skus []string) error {
	return refusal(pass.ClassValidation, "UnknownSKU",
		fmt.Errorf("order %s has articles that the POS does not know: %s", order, strings.Join(skus, ", ")))
}

// resolveLine finds the product of a line by its link, else by its number.
func (r *lineResolver) resolveLine(ctx context.Context, item *ecwid.OrderItem, linked map[string]string, line *catalog.ShopLine) (bool, error) {
	if item.ProductID <= 0 {
		return false, nil
	}
	source, ok := linked[shopArticle(item)]
	if !ok {
		return r.byNumber(ctx, item, line)
	}
	product, _, isVariant := strings.Cut(source, "/")
	line.ProductID = salespos.ProductID(number(product))
	if !isVariant {
		return true, nil
	}
	combination, err := r.combination(ctx, line.ProductID, source)
	if combination == nil || err != nil {
		return false, err
	}
	if combination.ExtraPrice == nil {
		return false, extraUnknown(combination)
	}
	// The POS adds the extra prices of the chosen values to the price of the row.
	line.CombinationID = combination.ID
	line.UnitPrice = line.UnitPrice.Sub(combination.ExtraPrice.Decimal)
	return true, nil
}

func extraUnknown(c *salespos.AttributeCombination) error {
	return &pass.Error{Class: pass.ClassValidation, Reason: "PriceUnknown",
		Err:    fmt.Errorf("the POS does not tell the extra price of combination %d of product %d", c.ID, c.ProductID),
		Remedy: "give the combination an extra price at the POS, 0 for none"}
}

func (r *lineResolver) combination(ctx context.Context, product salespos.ProductID, source string) (*salespos.AttributeCombination, error) {
	known, ok := r.combinations[product]
	if !ok {
		combinations, err := r.client.AttributeCombinations.List(ctx, product)
		if err != nil {
			return nil, fault(fmt.Errorf("read the combinations of product %d: %w", product, err))
		}
		known = map[string]*salespos.AttributeCombination{}
		for i := range combinations {
			known[variantID(&combinations[i])] = &combinations[i]
		}
		r.combinations[product] = known
	}
	return known[source], nil
}

// byNumber looks up a simple product by its number, for shops whose products
// are not linked by a product flow. Several products with it are none.
func (r *lineResolver) byNumber(ctx context.Context, item *ecwid.OrderItem, line *catalog.ShopLine) (bool, error) {
	sku := strings.TrimSpace(item.SKU)
	if sku == "" || item.CombinationID > 0 {
		return false, nil
	}
	id, known := r.numbers[sku]
	if !known {
		page, err := r.client.Products.List(ctx, &salespos.ProductListOptions{ProductNumber: sku, Size: 2})
		if err != nil {
			return false, fault(fmt.Errorf("look up product %s: %w", sku, err))
		}
		if len(page.Items) == 1 && strings.TrimSpace(page.Items[0].ProductNumber) == sku {
			id = page.Items[0].ID
		}
		r.numbers[sku] = id
	}
	line.ProductID = id
	return id != 0, nil
}
