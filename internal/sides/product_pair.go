package sides

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// Origins in the rows of the state: the side that created a record first.
const (
	originSalesPOS = "salespos"
	originEcwid    = "ecwid"
)

// Products are the settings of the products of SalesPOS on their way to Ecwid.
type Products struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Key is the caller's secret for all hashes.
	Key []byte
	// Flow and CategoryFlow name the rows of products and of categories.
	Flow, CategoryFlow string
	Mapping            ProductMapping
	// Before is the mapping that Impact compares with; nil where nobody asks.
	Before *ProductMapping
	// Attributes is the map that Mapping was made with.
	Attributes catalog.AttributeMap
	// Filter leaves products out; nil keeps all.
	Filter func(*salespos.Product) bool
	// Fallback is the shop category of products without one; 0 is none.
	Fallback ecwid.CategoryID
	// Recreate creates linked products again that are gone in the shop.
	Recreate bool
	// Overlap is how far below the last modification a reading goes on.
	Overlap time.Duration
	// Stock gives new products their first number; nil creates them without.
	Stock *Availability
}

// ProductMapping maps products and their variants.
type ProductMapping struct{ Products, Variants mapping.Definition }

// productMappers are a compiled ProductMapping.
type productMappers struct {
	products *mapping.Mapper[catalog.POSProduct, ecwid.Product, ecwid.ProductFields]
	variants *mapping.Mapper[catalog.POSVariant, ecwid.Combination, ecwid.CombinationUpdate]
}

func (m ProductMapping) compile(key []byte) (c productMappers, err error) {
	var errProducts, errVariants error
	c.products, errProducts = mapping.New(m.Products, catalog.ProductSchema(), key)
	c.variants, errVariants = mapping.New(m.Variants, catalog.VariantSchema(), key)
	return c, errors.Join(errProducts, errVariants)
}

// productFlow is the pair of SalesPOS products and Ecwid products at work.
type productFlow struct {
	Products
	productMappers
	before productMappers
	hasher *mapping.Hasher
	shop   shopProducts
	links  links
	taxes  *taxTable
	keys   *productKeyScan
	// properties is nil where the mapping reads no specifications.
	properties *properties
}

type (
	productWork     = engine.Work[catalog.POSProduct, ecwid.Product, productPatch]
	productPair     = engine.Pair[catalog.POSProduct, ecwid.Product, productPatch]
	productDecision = engine.Decision[ecwid.Product, productPatch]
)

// Pair joins the products of SalesPOS with those of Ecwid.
func (p Products) Pair() (*productPair, error) {
	f := &productFlow{Products: p, hasher: mapping.NewHasher(p.Key), shop: shopProducts{p.Ecwid},
		links: links{p.State.Records, p.CategoryFlow}, taxes: &taxTable{pos: p.SalesPOS, shop: p.Ecwid}}
	var err error
	if f.productMappers, err = p.Mapping.compile(p.Key); err != nil {
		return nil, err
	}
	expand := catalog.ProductExpand(p.Mapping.Products)
	if p.Before != nil {
		if f.before, err = p.Before.compile(p.Key); err != nil {
			return nil, err
		}
		expand = slices.Concat(expand, catalog.ProductExpand(p.Before.Products))
		slices.Sort(expand)
		expand = slices.Compact(expand)
	}
	if slices.Contains(expand, salespos.ExpandPropertyGroups) {
		f.properties = &properties{pos: p.SalesPOS}
	}
	matcher := f.matcher()
	f.keys = &productKeyScan{pos: p.SalesPOS, shop: f.shop, matcher: matcher}
	matcher.Refresh = f.keys.run
	return &productPair{
		Flow: p.Flow, Fingerprint: f.products.Fingerprint() + f.variants.Fingerprint(), Origin: originSalesPOS,
		Mapping: nameMappings(f.products.Identity(), f.variants.Identity()),
		Source: &POSProducts{
			Client: p.SalesPOS, Overlap: p.Overlap, Expand: expand, Total: f.keys.count,
		},
		Target:  f.shop,
		Timeout: p.Ecwid.Timeout(), Recreate: p.Recreate, ReadBack: true, Standing: true,
		Parts: variantIDs, Gate: f.gate, Enrich: f.enrich, Version: f.version, Match: matcher,
		Probe: f.probe, Prepare: f.prepare, Map: f.mapProduct, Trace: f.trace, Impact: f.impact,
		Reference: func(s *catalog.POSProduct) string { return s.Reference }, Remedy: remedyOf,
	}, nil
}

func (f *productFlow) matcher() *engine.Matcher[catalog.POSProduct, ecwid.Product] {
	return &engine.Matcher[catalog.POSProduct, ecwid.Product]{
		Hasher: f.hasher, Index: f.State.Index, Kind: "SKU",
		SourceIndex: f.Flow + ":source", TargetIndex: f.Flow + ":target",
		SourceKeys: articleKeys, TargetKeys: productKeys, Parts: true,
		Search: f.shop.bySKU, Refuses: f.taxes.uniqueSKUs,
	}
}

// articleKeys are the numbers of a product: its own first, then those of its
// variants.
func articleKeys(s *catalog.POSProduct) []string {
	keys := []string{strings.TrimSpace(s.Product.ProductNumber)}
	for _, v := range s.Variants {
		if v.SKU != "" {
			keys = append(keys, v.SKU)
		}
	}
	return keys
}

func variantIDs(s *catalog.POSProduct) []string {
	ids := make([]string, len(s.Variants))
	for i, v := range s.Variants {
		ids[i] = variantID(v.Combination)
	}
	return ids
}

func (f *productFlow) gate(w *productWork) engine.Verdict {
	if f.Filter != nil && !f.Filter(w.Item.Record.Product) {
		return engine.Verdict{Outcome: pass.Skipped, Reason: "filter"}
	}
	return engine.Verdict{}
}

// enrich replaces the categories of the products by the shop's, as far as they
// are linked. One that is not linked yet leaves the field alone.
func (f *productFlow) enrich(ctx context.Context, works []*productWork) error {
	var ids []string
	for _, w := range works {
		for _, link := range w.Item.Record.Product.Categories.Collection {
			ids = append(ids, idText(link.CategoryID))
		}
	}
	linked, err := f.links.targets(ctx, ids)
	if err != nil {
		return err
	}
	if f.properties != nil {
		if err := f.properties.load(ctx); err != nil {
			return err
		}
	}
	for _, w := range works {
		record := &w.Item.Record
		if f.properties != nil {
			record.Properties = f.properties.of(record.Product)
		}
		record.Reference = productReference(record.Product.ID)
		record.Categories, record.CategoriesKnown = f.categories(record.Product, linked)
	}
	return nil
}

// productReference is what a product that we create carries in the shop.
func productReference(id salespos.ProductID) string { return "salespos:" + idText(id) }

func (f *productFlow) categories(p *salespos.Product, linked map[string]string) ([]ecwid.CategoryID, bool) {
	var ids []ecwid.CategoryID
	for _, link := range p.Categories.Collection {
		id, ok := linked[idText(link.CategoryID)]
		if !ok {
			return nil, false
		}
		ids = append(ids, ecwid.CategoryID(number(id)))
	}
	if len(ids) == 0 && f.Fallback != 0 {
		ids = append(ids, f.Fallback)
	}
	return ids, true
}

// version covers what an update may write. The VAT class stands for the shop's
// taxes, which are only looked up for products that are mapped.
func (f *productFlow) version(s *catalog.POSProduct) (string, error) {
	own, err := f.products.Version(s)
	if err != nil {
		return "", mappingFault(err)
	}
	all := append([]byte(s.Product.TaxTariff), own[:]...)
	for i := range s.Variants {
		v := &s.Variants[i]
		part, err := f.variants.Version(v)
		if err != nil {
			return "", mappingFault(err)
		}
		all = append(append(all, part[:]...), fmt.Sprint(variantID(v.Combination), catalog.SwitchedOff(v.Combination), v.Options)...)
	}
	sum := f.hasher.Sum("version", all)
	return hex.EncodeToString(sum[:8]), nil
}

func mappingFault(err error) error {
	return refusal(pass.ClassMapping, "MappingFailed", err)
}

// probe looks for announced products by the reference that they carry.
func (f *productFlow) probe(ctx context.Context, works []*productWork) (map[string]string, map[string]bool, error) {
	found := map[string]string{}
	for _, w := range works {
		ids, err := f.shop.byReference(ctx, productReference(w.Item.Record.Product.ID))
		if err != nil {
			return nil, nil, err
		}
		if len(ids) > 0 {
			found[w.Item.ID] = ids[0]
		}
	}
	return found, nil, nil
}

// prepare looks up the taxes of the products that are mapped and the first
// stock number of those that are created.
func (f *productFlow) prepare(ctx context.Context, works []*productWork) error {
	if err := f.taxes.checkCurrency(ctx); err != nil {
		return err
	}
	return engine.Each(works, func(w *productWork) error { return f.prepareOne(ctx, w) })
}

func (f *productFlow) prepareOne(ctx context.Context, w *productWork) error {
	record := &w.Item.Record
	taxes, known, err := f.taxes.of(ctx, record.Product.TaxTariff)
	if err != nil {
		return err
	}
	record.Taxes, record.TaxesKnown = taxes, known
	record.WeightUnit = f.taxes.profile.FormatsAndUnits.WeightUnit
	fresh := freshVariants(w)
	if f.Stock == nil || w.TargetID() != "" && len(fresh) == 0 {
		return nil
	}
	return f.Stock.fill(ctx, record, fresh)
}

// freshVariants are the variants with a stock of their own that are created.
func freshVariants(w *productWork) []*catalog.POSVariant {
	record := &w.Item.Record
	if sharedStock(record.Product) {
		return nil
	}
	var fresh []*catalog.POSVariant
	for i := range record.Variants {
		v := &record.Variants[i]
		if w.Parts[variantID(v.Combination)].TargetID == "" && !catalog.SwitchedOff(v.Combination) {
			fresh = append(fresh, v)
		}
	}
	return fresh
}
