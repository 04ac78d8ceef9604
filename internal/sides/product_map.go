package sides

import (
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// Remarks on products.
const (
	// RemarkTypeChanged: a simple product has become one with variants, or back.
	RemarkTypeChanged = "TypeChanged"
	// RemarkVariantWithoutSKU: a variant has no number and was left out.
	RemarkVariantWithoutSKU = "VariantWithoutSKU"
)

// mapProduct decides about a product and its variants.
func (f *productFlow) mapProduct(w *productWork) (productDecision, error) {
	change, err := f.products.Plan(productInput(w))
	if err != nil {
		return productDecision{}, mappingFault(err)
	}
	if change.Parked() {
		return productDecision{}, parkedByPolicy(change.Fields())
	}
	if w.Current != nil {
		catalog.CompleteProduct(&change.Patch, w.Current)
	}
	plan, err := f.mapVariants(w)
	if err != nil {
		return productDecision{}, err
	}
	d := productDecision{
		Patch:  productPatch{fields: change.Patch, variations: plan.send},
		Writes: change.Writes() || len(plan.send) > 0,
		Fields: append(change.Fields(), plan.fields...), Remarks: plan.remarks,
	}
	for _, name := range f.Attributes.Unmapped(&w.Item.Record) {
		d.Remarks = append(d.Remarks, remarkUnmapped(name))
	}
	f.guard(w, &d)
	d.Settle = func(row *state.Record, after *ecwid.Product) []state.Record {
		row.Baselines = f.products.Baselines(change, after, w.Row.Baselines)
		return f.settleVariants(w, row.TargetID, after, plan.all)
	}
	return d, nil
}

func productInput(w *productWork) mapping.Input[catalog.POSProduct, ecwid.Product] {
	return mapping.Input[catalog.POSProduct, ecwid.Product]{
		Source: &w.Item.Record, Current: w.Current, Baselines: w.Row.Baselines, Finish: w.Finish(),
	}
}

// parkedByPolicy names the fields whose policy wants somebody's decision.
func parkedByPolicy(fields []mapping.FieldChange) error {
	var names []string
	for _, f := range fields {
		if f.Decision == mapping.DecisionPark {
			names = append(names, f.Field+" ("+f.Reason+")")
		}
	}
	return refusal(pass.ClassMapping, "DecisionNeeded", fmt.Errorf("somebody has to decide about %s", strings.Join(names, ", ")))
}

// guard lets the brake decide about a step that disables a product.
func (f *productFlow) guard(w *productWork, d *productDecision) {
	if w.Current == nil || !w.Current.Enabled {
		return
	}
	d.Base = append(d.Base, pass.BrakeDisables)
	for _, field := range d.Fields {
		if on, isBool := field.New.AsBool(); field.Field == "enabled" && field.Writes() && isBool && !on {
			d.Guard = pass.BrakeDisables
		}
	}
}
