package flows

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/sides"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// ProductConfig configures [SyncProducts].
type ProductConfig struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Key are 32 secret bytes or more, the same in every process and flow.
	Key       []byte
	Direction Direction // SalesPOSToEcwid
	Pass      PassOptions
	// Mapping and Variants are [catalog.Products] and [catalog.Variants] when they
	// have no rules.
	Mapping  mapping.Definition
	Variants mapping.Definition
	// AttributeMap says what becomes of the attributes of the POS: options of the
	// variants, product attributes or other fields. Empty leaves it to the mappings,
	// which make options of what makes variants. Attributes that are not in it do not
	// go to the shop and are counted as remarks, such as AttributeUnmapped(Origin).
	// Product attributes have to be part of the shop's product type. Settle what is an
	// option before the first pass: options of products in the shop are not removed.
	AttributeMap catalog.AttributeMap
	// Filter leaves products of the POS out; nil takes all.
	Filter func(*salespos.Product) bool
	// FallbackCategory is the shop category of products without one; 0 is none.
	FallbackCategory ecwid.CategoryID
	// Stock calculates the number that a new product is created with; later the
	// number belongs to [SyncStock], whose configuration should say the same.
	Stock catalog.StockRule
	// ReservingStatuses are the order states that reserve stock; nil is
	// salespos.OrderReserved.
	ReservingStatuses []salespos.OrderStatus
}

func (c ProductConfig) systems() systems {
	return systems{c.SalesPOS, c.Ecwid, c.State, c.Key}
}

func (c ProductConfig) check() error {
	var p problems
	c.systems().check(&p)
	c.Pass.check(&p)
	direction(&p, c.Direction, SalesPOSToEcwid)
	p.add(c.FallbackCategory < 0, "FallbackCategory", "is negative", "the id of a category of the shop, or 0")
	checkStockRule(&p, c.Stock)
	for _, wrong := range c.AttributeMap.Check() {
		p.add(true, fmt.Sprintf("AttributeMap[%q]", wrong.Attribute), fmt.Sprintf("is %q", wrong.Use), wrong.Remedy)
	}
	return p.err()
}

// SyncProducts creates and updates the products of the POS in the shop, with
// variants, options, categories, prices and texts; each field as its policy
// says. Products are matched by SKU. What was edited in the shop stays, unless
// the field's policy is Always.
//
// Run [SyncCategories] before it: a product whose category has no counterpart
// yet is created without categories and gets them later. Between full passes a
// changed combination is only sure to be seen when its product changes too.
//
// The first pass of n products costs 2·n/249 reads of the POS and, in the shop,
// one write for each product and one read for each 100. Later ones read what
// changed.
//
// Both systems must tell one and the same currency, or the pass stops before it
// writes: nothing is converted. Currencies and taxes are read when the first product
// may have something to write.
func SyncProducts(ctx context.Context, c ProductConfig) (*pass.Report, error) {
	p, reservations, err := c.pass(c.State, nil)
	if err != nil {
		return failedReport("products", err)
	}
	report, err := p.Run(ctx)
	return report, errors.Join(err, reservations.Save(ctx))
}

// PlanProducts yields what SyncProducts would do, and writes nothing. Step.Trace
// explains it.
func PlanProducts(ctx context.Context, c ProductConfig) iter.Seq2[pass.Step, error] {
	p, _, err := c.pass(planStore(c.State), nil)
	if err != nil {
		return failed[pass.Step](err)
	}
	return p.Plan(ctx)
}

// ImpactProducts yields what the next full pass would do otherwise with c than with
// the mappings of before: which fields of which products, named by their source ids.
// It writes nothing. mapping.Summarise counts the differences.
func ImpactProducts(ctx context.Context, before, c ProductConfig) iter.Seq2[mapping.Difference, error] {
	c.Pass.Full = true
	compared, err := before.mapping()
	if err != nil {
		return failed[mapping.Difference](configError(fmt.Errorf("before: %w", err)))
	}
	p, _, err := c.pass(planStore(c.State), &compared)
	if err != nil {
		return failed[mapping.Difference](err)
	}
	return p.Impact(ctx)
}

// mapping is what the two mappings and the attribute map make together.
func (c ProductConfig) mapping() (sides.ProductMapping, error) {
	products, err := c.AttributeMap.Products(orDefault(c.Mapping, catalog.Products()))
	return sides.ProductMapping{
		Products: products, Variants: c.AttributeMap.Variants(orDefault(c.Variants, catalog.Variants())),
	}, err
}

func (c ProductConfig) pass(store state.Store, before *sides.ProductMapping) (*sides.ProductPass, *sides.Reservations, error) {
	if err := c.check(); err != nil {
		return nil, nil, err
	}
	maps, err := c.mapping()
	if err != nil {
		return nil, nil, configError(err)
	}
	s := c.systems().atMost(ecwid.PriorityBulk)
	stock := s.availability(store, c.Stock, c.ReservingStatuses)
	pair, err := sides.Products{
		SalesPOS: s.pos, Ecwid: s.shop, State: store, Key: c.Key,
		Flow: s.flow("products", c.Direction), CategoryFlow: s.flow("categories", c.Direction),
		Mapping: maps, Before: before, Attributes: c.AttributeMap,
		Filter: c.Filter, Fallback: c.FallbackCategory, Recreate: c.Pass.Full, Overlap: DefaultOverlap, Stock: stock,
	}.Pair()
	if err != nil {
		return nil, nil, configError(err)
	}
	return newPass(pair, store, c.Pass), stock.Reservations, nil
}
