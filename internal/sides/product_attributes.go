package sides

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// remarkUnmapped stands at a product for an attribute that the map does not name.
func remarkUnmapped(attribute string) string { return "AttributeUnmapped(" + attribute + ")" }

// optionValues are the options by which the shop knows a variant.
func (f *productFlow) optionValues(v *catalog.POSVariant) []ecwid.OptionValue {
	options := f.Attributes.Options(v.Options)
	values := make([]ecwid.OptionValue, len(options))
	for i, o := range options {
		values[i] = ecwid.OptionValue{Name: o.Name, Value: o.Value}
	}
	return values
}

// hasOptions reports whether the product has variants in the shop. One active
// combination that says nothing but what is no option, and has neither a price nor
// a stock of its own, is the product itself.
func (f *productFlow) hasOptions(s *catalog.POSProduct) bool {
	var active []*catalog.POSVariant
	for i := range s.Variants {
		if v := &s.Variants[i]; !catalog.SwitchedOff(v.Combination) {
			active = append(active, v)
		}
	}
	if len(f.Attributes) == 0 || len(active) != 1 || len(f.optionValues(active[0])) > 0 {
		return len(s.Variants) > 0
	}
	extra := active[0].Combination.ExtraPrice
	return !sharedStock(s.Product) || extra == nil || !extra.IsZero()
}

// distinct refuses variants that the shop could not tell apart: they differ in the
// spelling of a value only, or in what is no option.
func (f *productFlow) distinct(variants []*catalog.POSVariant) error {
	seen := make([][]ecwid.OptionValue, 0, len(variants))
	for _, v := range variants {
		options := f.optionValues(v)
		switch {
		case len(options) == 0 && len(f.Attributes) > 0:
			return f.alike(v, "has a price or stock of its own and no option")
		case slices.ContainsFunc(seen, func(other []ecwid.OptionValue) bool { return sameOptions(other, options) }):
			return f.alike(v, "has the same options as another one")
		}
		seen = append(seen, options)
	}
	return nil
}

func (f *productFlow) alike(v *catalog.POSVariant, problem string) error {
	err := fmt.Errorf("variant %s %s", variantLabel(v), problem)
	if names := f.noOptions(v); len(names) > 0 {
		err = fmt.Errorf("%w; no options are %s", err, strings.Join(names, ", "))
	}
	return refusal(pass.ClassValidation, "VariantsAlike", err)
}

// noOptions names the attributes of a variant that are no options.
func (f *productFlow) noOptions(v *catalog.POSVariant) []string {
	kept := f.Attributes.Options(v.Options)
	var names []string
	for _, o := range v.Options {
		if !slices.Contains(kept, o) {
			names = append(names, o.Name)
		}
	}
	return names
}
