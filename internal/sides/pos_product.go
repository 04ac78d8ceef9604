package sides

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// productItem makes a product ready for the engine. A product whose
// sub-resources were not expanded is incompletely read and fails.
func productItem(p salespos.Product) engine.Item[catalog.POSProduct] {
	item := engine.Item[catalog.POSProduct]{ID: strconv.FormatInt(int64(p.ID), 10), Label: labelOf(p)}
	if !p.AttributeCombinations.Expanded || !p.AttributeSets.Expanded || !p.Categories.Expanded {
		item.Err = incompleteRead()
		return item
	}
	item.Record = catalog.POSProduct{Product: &p, Variants: variantsOf(&p)}
	return item
}

func incompleteRead() error {
	return &pass.Error{Class: pass.ClassUnavailable, Reason: "IncompleteRead",
		Err: errors.New("the answer left out sub-resources of the product that were asked for")}
}

func labelOf(p salespos.Product) string {
	if number := strings.TrimSpace(p.ProductNumber); number != "" {
		return number
	}
	return p.Name
}

// variantsOf lists the active combinations of a product with their options in
// the product's own order of attributes.
func variantsOf(p *salespos.Product) []catalog.POSVariant {
	positions := attributePositions(p)
	spelling := map[string]string{}
	var variants []catalog.POSVariant
	for i := range p.AttributeCombinations.Collection {
		c := &p.AttributeCombinations.Collection[i]
		variants = append(variants, catalog.POSVariant{
			Product: p, Combination: c, SKU: variantSKU(p, c), Options: optionsOf(c, positions, spelling),
		})
	}
	return variants
}

// attributePositions is the place of each attribute of the product by name.
func attributePositions(p *salespos.Product) map[string]int {
	sets := slices.Clone(p.AttributeSets.Collection)
	slices.SortStableFunc(sets, func(a, b salespos.ProductAttributeSet) int {
		return cmp.Compare(a.AttributePosition, b.AttributePosition)
	})
	positions := map[string]int{}
	for i, set := range sets {
		positions[strings.TrimSpace(set.AttributeName)] = i
	}
	return positions
}

// optionsOf are the options of a combination. Choices that differ only in case
// and blanks are one choice, in the spelling that comes first.
func optionsOf(c *salespos.AttributeCombination, positions map[string]int, spelling map[string]string) []catalog.Option {
	var options []catalog.Option
	for _, part := range c.Combination {
		option := catalog.Option{Name: strings.TrimSpace(part.Attribute.Name), Value: strings.TrimSpace(part.AttributeValue.Name)}
		folded := strings.ToLower(option.Name + "\x00" + option.Value)
		if first, ok := spelling[folded]; ok {
			option.Value = first
		} else {
			spelling[folded] = option.Value
		}
		options = append(options, option)
	}
	slices.SortStableFunc(options, func(a, b catalog.Option) int {
		return cmp.Compare(positions[a.Name], positions[b.Name])
	})
	return options
}

// variantSKU is the number of a combination: its SKU, else its article number;
// none where the combinations share one stock.
func variantSKU(p *salespos.Product, c *salespos.AttributeCombination) string {
	if sharedStock(p) {
		return ""
	}
	if sku := strings.TrimSpace(c.SKUNumber); sku != "" {
		return sku
	}
	return strings.TrimSpace(c.ProductNumber)
}

// variantID names a variant in the state: by its product and its set of values,
// because the id of a combination does not last.
func variantID(c *salespos.AttributeCombination) string {
	ids := make([]string, len(c.Combination))
	for i, part := range c.Combination {
		ids[i] = strconv.FormatInt(int64(part.AttributeValue.ID), 10)
	}
	slices.Sort(ids)
	return strconv.FormatInt(int64(c.ProductID), 10) + "/" + strings.Join(ids, "-")
}
