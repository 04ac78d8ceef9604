package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
)

// CompleteProduct adds to the patch of an existing product what Ecwid would drop
// otherwise: it replaces options, and may replace attributes and the parts of tax,
// shipping and related products, as a whole. Parts that the patch does not write stay out of it. current is the
// read that the patch was planned on; it is not changed.
func CompleteProduct(patch *ecwid.ProductFields, current *ecwid.Product) {
	if options, ok := patch.Options.Get(); ok {
		patch.Options = ecwid.Set(completeOptions(options, current.Options))
	}
	if values, ok := patch.Attributes.Get(); ok {
		patch.Attributes = ecwid.Set(completeAttributes(values, current.Attributes))
	}
	if tax, ok := patch.Tax.Get(); ok {
		patch.Tax = ecwid.Set(completeTax(tax, current.Tax))
	}
	if rule, ok := patch.Shipping.Get(); ok {
		patch.Shipping = ecwid.Set(completeShipping(rule, current.Shipping))
	}
	if related, ok := patch.RelatedProducts.Get(); ok {
		patch.RelatedProducts = ecwid.Set(completeRelated(related, current.RelatedProducts))
	}
}

// CompleteVariant is CompleteProduct for the patch of an existing variation.
func CompleteVariant(patch *ecwid.CombinationUpdate, current *ecwid.Combination) {
	if values, ok := patch.Attributes.Get(); ok {
		patch.Attributes = ecwid.Set(completeAttributes(values, current.Attributes))
	}
}

// completeOptions adds the wanted choices to the shop's options. What the shop has
// keeps its place, type, translations and prices.
func completeOptions(wanted []ecwid.ProductOptionWrite, current []ecwid.ProductOption) []ecwid.ProductOptionWrite {
	options := make([]ecwid.ProductOptionWrite, 0, len(current)+len(wanted))
	for _, o := range current {
		options = append(options, o.Keep())
	}
	for _, o := range wanted {
		for _, choice := range o.Choices.Or(nil) {
			options = addChoice(options, o.Name, choice)
		}
	}
	return options
}

// completeAttributes adds the shop's other attributes before the wanted ones.
func completeAttributes(wanted []ecwid.AttributeValueWrite, current []ecwid.AttributeValue) []ecwid.AttributeValueWrite {
	values := make([]ecwid.AttributeValueWrite, 0, len(current)+len(wanted))
	for _, a := range current {
		if !slices.ContainsFunc(wanted, func(w ecwid.AttributeValueWrite) bool { return selects(w, a) }) {
			values = append(values, a.Keep())
		}
	}
	return append(values, wanted...)
}

// selects tells whether a write is about the attribute.
func selects(w ecwid.AttributeValueWrite, a ecwid.AttributeValue) bool {
	if id, ok := w.ID.Get(); ok {
		return id == a.ID
	}
	if alias, ok := w.Alias.Get(); ok {
		return string(alias) == string(a.Type)
	}
	return equalNames(w.Name.Or(""), a.Name)
}

func completeShipping(rule ecwid.ProductShippingWrite, current ecwid.ProductShipping) ecwid.ProductShippingWrite {
	if current.Type == "" {
		return rule
	}
	keep(&rule.Type, current.Type)
	keep(&rule.MethodMarkup, current.MethodMarkup)
	keep(&rule.FlatRate, current.FlatRate)
	keep(&rule.DisabledMethods, listed(current.DisabledMethods))
	keep(&rule.EnabledMethods, listed(current.EnabledMethods))
	return rule
}

func completeRelated(related ecwid.RelatedProductsWrite, current ecwid.RelatedProducts) ecwid.RelatedProductsWrite {
	if related.ProductSKUs.IsZero() {
		keep(&related.ProductIDs, listed(current.ProductIDs))
	}
	keep(&related.Category, current.Category)
	return related
}

// listed is a list that is sent as [] when it has no elements.
func listed[V any](list []V) []V { return append([]V{}, list...) }

// keep sets a part that the patch does not write to what it is.
func keep[V any](field *optional[V], current V) {
	if field.IsZero() {
		*field = present(current)
	}
}

func completeTax(tax ecwid.ProductTaxWrite, current ecwid.ProductTax) ecwid.ProductTaxWrite {
	if tax.Taxable.IsZero() {
		tax.Taxable = ecwid.Set(current.Taxable)
	}
	if tax.TaxClassCode.IsZero() && current.TaxClassCode != "" {
		tax.TaxClassCode = ecwid.Set(current.TaxClassCode)
	}
	return tax
}

// CompleteCustomer adds to the patch of an existing customer the fields of the
// merchant that it does not write: Ecwid replaces the list as a whole.
func CompleteCustomer(patch *ecwid.CustomerFields, current *ecwid.Customer) {
	wanted, ok := patch.ExtraFields.Get()
	if !ok {
		return
	}
	var fields []ecwid.CustomerExtraFieldWrite
	for _, f := range current.ExtraFields {
		if !slices.ContainsFunc(wanted, func(w ecwid.CustomerExtraFieldWrite) bool { return w.Key == f.Key }) {
			fields = append(fields, ecwid.CustomerExtraFieldWrite{Key: f.Key, Value: string(f.Value)})
		}
	}
	patch.ExtraFields = ecwid.Set(append(fields, wanted...))
}

// CompleteOrder adds to the patch of an existing order the fields of apps that it
// does not write: Ecwid replaces the list as a whole.
func CompleteOrder(patch *ecwid.OrderFields, current *ecwid.Order) {
	wanted, ok := patch.OrderExtraFields.Get()
	if !ok {
		return
	}
	var fields []ecwid.OrderExtraFieldWrite
	for _, f := range current.OrderExtraFields {
		if !slices.ContainsFunc(wanted, func(w ecwid.OrderExtraFieldWrite) bool { return w.ID == f.ID }) {
			fields = append(fields, ecwid.OrderExtraFieldWrite{
				ID: f.ID, Value: string(f.Value), Title: filled(f.Title), CustomerInputType: filled(f.CustomerInputType),
				Section: present(f.Section), OrderBy: filled(string(f.OrderBy)),
			})
		}
	}
	patch.OrderExtraFields = ecwid.Set(append(fields, wanted...))
}

// filled is a text that is there unless it is empty.
func filled[V ~string](text V) optional[V] {
	if text == "" {
		return optional[V]{}
	}
	return present(text)
}
