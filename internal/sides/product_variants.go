package sides

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// variantPlan is what the variants of one product need.
type variantPlan struct {
	all, send []*variationPatch
	fields    []mapping.FieldChange
	remarks   []string
}

// mapVariants decides about the active variants of a product. The number of one
// that was switched off is the business of the stock flow; its variation stays.
func (f *productFlow) mapVariants(w *productWork) (variantPlan, error) {
	record := &w.Item.Record
	var plan variantPlan
	if w.Current != nil && f.hasOptions(record) != (len(w.Current.Combinations) > 0) {
		plan.remarks = append(plan.remarks, RemarkTypeChanged)
	}
	variants, numberless := f.sellable(record)
	if err := f.distinct(variants); err != nil {
		return plan, err
	}
	for _, v := range variants {
		if err := f.mapVariant(w, v, &plan); err != nil {
			return plan, err
		}
	}
	if numberless > 0 {
		plan.remarks = append(plan.remarks, RemarkVariantWithoutSKU)
	}
	if numberless > 0 && len(plan.all) == 0 {
		return plan, &pass.Error{Class: pass.ClassValidation, Reason: "NoSKU",
			Err:    errors.New("no variant of the product has a number"),
			Remedy: "give each combination a SKU or an article number"}
	}
	return plan, nil
}

// sellable are the variants that become variations: active ones that have a number
// of their own or one stock in common. numberless counts those without one.
func (f *productFlow) sellable(s *catalog.POSProduct) (variants []*catalog.POSVariant, numberless int) {
	if !f.hasOptions(s) {
		return nil, 0
	}
	for i := range s.Variants {
		v := &s.Variants[i]
		switch {
		case catalog.SwitchedOff(v.Combination):
		case v.SKU == "" && !sharedStock(s.Product):
			numberless++
		default:
			variants = append(variants, v)
		}
	}
	return variants, numberless
}

func (f *productFlow) variantInput(w *productWork, v *catalog.POSVariant) mapping.Input[catalog.POSVariant, ecwid.Combination] {
	row := w.Parts[variantID(v.Combination)]
	return mapping.Input[catalog.POSVariant, ecwid.Combination]{
		Source: v, Current: combinationOf(w.Current, row.TargetID, f.optionValues(v)), Baselines: row.Baselines, Finish: w.Finish(),
	}
}

// ofVariant stands before the fields of a variant in plans.
func ofVariant(v *catalog.POSVariant) string { return "variant " + variantLabel(v) + ": " }

func (f *productFlow) mapVariant(w *productWork, v *catalog.POSVariant, plan *variantPlan) error {
	patch := &variationPatch{part: variantID(v.Combination), options: f.optionValues(v)}
	in := f.variantInput(w, v)
	var err error
	if patch.change, err = f.variants.Plan(in); err != nil {
		return mappingFault(fmt.Errorf("variant %s: %w", variantLabel(v), err))
	}
	current := in.Current
	if patch.change.Parked() {
		return parkedByPolicy(patch.change.Fields())
	}
	patch.fields = patch.change.Patch
	plan.all = append(plan.all, patch)
	if current != nil {
		patch.id = current.ID
		catalog.CompleteVariant(&patch.fields, current)
	}
	if current == nil || patch.change.Writes() {
		plan.send = append(plan.send, patch)
	}
	for _, field := range patch.change.Fields() {
		field.Field = ofVariant(v) + field.Field
		plan.fields = append(plan.fields, field)
	}
	return nil
}

// settleVariants returns the rows of the product's variants: each is linked to
// the variation that has its options now.
func (f *productFlow) settleVariants(w *productWork, productID string, after *ecwid.Product, variants []*variationPatch) []state.Record {
	var rows []state.Record
	for _, v := range variants {
		row, known := w.Parts[v.part]
		if !known {
			row = state.Record{SourceID: v.part, Origin: originSalesPOS}
		}
		held := combinationOf(after, "", v.options)
		if held != nil {
			v.id = held.ID
		}
		if v.id == 0 {
			continue
		}
		row.TargetID = productID + "/" + idText(v.id)
		row.Baselines = f.variants.Baselines(v.change, held, row.Baselines)
		rows = append(rows, row)
	}
	return rows
}

// combinationOf finds the variation of a variant: the linked one, or the one
// with the same options.
func combinationOf(p *ecwid.Product, targetID string, options []ecwid.OptionValue) *ecwid.Combination {
	if p == nil {
		return nil
	}
	for i := range p.Combinations {
		if c := &p.Combinations[i]; targetID != "" && targetID == idText(p.ID)+"/"+idText(c.ID) {
			return c
		}
	}
	for i := range p.Combinations {
		if c := &p.Combinations[i]; sameOptions(c.Options, options) {
			return c
		}
	}
	return nil
}

// sameOptions compares two sets of options without regard to order and spelling.
func sameOptions(a, b []ecwid.OptionValue) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(o ecwid.OptionValue) bool {
		return !slices.ContainsFunc(b, func(other ecwid.OptionValue) bool {
			return catalog.SameName(o.Name, other.Name) && catalog.SameName(o.Value, other.Value)
		})
	})
}

func variantLabel(v *catalog.POSVariant) string {
	if v.SKU != "" {
		return v.SKU
	}
	values := make([]string, len(v.Options))
	for i, o := range v.Options {
		values[i] = o.Value
	}
	return strings.Join(values, "/")
}

// sharedStock reports that the variants of a product draw on one stock.
func sharedStock(p *salespos.Product) bool {
	return len(p.AttributeCombinations.Collection) > 0 && p.StockType.Equal(salespos.StockOfProduct)
}
