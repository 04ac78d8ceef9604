package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopItemShares is the list of a line's shares of discounts.
func shopItemShares() shopItemField {
	members := discountMembers()
	return writable("discounts", mapping.KindList, "the line's shares of discounts, as {discountInfo, total}; discountInfo as in the order",
		func(p *shopItem) mapping.Value {
			return records(p.Discounts, func(d *ecwid.OrderItemDiscount) mapping.Value {
				return object(pair("discountInfo", itemDiscount(d, members)), pair("total", shopAmount(&d.Total)))
			})
		},
		func(v mapping.Value) ([]ecwid.OrderItemDiscountWrite, error) {
			return parseEach(v, func(v mapping.Value) (d ecwid.OrderItemDiscountWrite, err error) {
				if d.Info, err = members.parse(v.Member("discountInfo")); err != nil {
					return d, err
				}
				total, err := asNumber(v.Member("total"))
				d.Total = ecwid.NewAmount(total)
				return d, err
			})
		},
		func(w *shopItemPatch, v []ecwid.OrderItemDiscountWrite) { w.Discounts = present(v) })
}

// itemDiscount is the discount that a line has a share of. The documents show one
// for each share; of a list the first one counts.
func itemDiscount(d *ecwid.OrderItemDiscount, members elements[ecwid.DiscountInfo, ecwid.DiscountInfoWrite]) mapping.Value {
	if len(d.Info) == 0 {
		return mapping.Absent()
	}
	return members.object(&d.Info[0])
}

func selectedMembers() elements[ecwid.SelectedOption, ecwid.SelectedOptionWrite] {
	return elements[ecwid.SelectedOption, ecwid.SelectedOptionWrite]{
		textField("name", "",
			func(p *ecwid.SelectedOption) string { return p.Name }, func(w *ecwid.SelectedOptionWrite, v string) { w.Name = v }),
		textField("type", "",
			func(p *ecwid.SelectedOption) string { return string(p.Type) }, func(w *ecwid.SelectedOptionWrite, v string) { w.Type = ecwid.SelectedOptionType(v) }),
		textField("value", "",
			func(p *ecwid.SelectedOption) string { return string(p.Value) }, func(w *ecwid.SelectedOptionWrite, v string) { w.Value = present(v) }),
		textsField("valuesArray", "",
			func(p *ecwid.SelectedOption) []string { return p.Values }, func(w *ecwid.SelectedOptionWrite, v []string) { w.Values = present(v) }),
		listField("selections", "", selectionMembers(),
			func(p *ecwid.SelectedOption) []ecwid.OptionSelection { return p.Selections }, func(w *ecwid.SelectedOptionWrite, v []ecwid.OptionSelection) { w.Selections = present(v) }),
		namedTextsField("nameTranslated", "",
			func(p *ecwid.SelectedOption) ecwid.TextMap { return p.NameTranslated },
			func(w *ecwid.SelectedOptionWrite, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		namedTextsField("valueTranslated", "",
			func(p *ecwid.SelectedOption) ecwid.TextMap { return p.ValueTranslated },
			func(w *ecwid.SelectedOptionWrite, v ecwid.TextMap) { w.ValueTranslated = present(v) }),
	}
}

func selectionMembers() elements[ecwid.OptionSelection, ecwid.OptionSelection] {
	return elements[ecwid.OptionSelection, ecwid.OptionSelection]{
		textField("selectionTitle", "",
			func(p *ecwid.OptionSelection) string { return p.Title }, func(w *ecwid.OptionSelection, v string) { w.Title = v }),
		amountField("selectionModifier", "",
			func(p *ecwid.OptionSelection) *ecwid.Amount { return &p.Modifier },
			func(w *ecwid.OptionSelection, v ecwid.Amount) { w.Modifier = v }),
		textField("selectionModifierType", "",
			func(p *ecwid.OptionSelection) string { return string(p.ModifierType) },
			func(w *ecwid.OptionSelection, v string) { w.ModifierType = ecwid.ModifierType(v) }),
	}
}

func itemAttributeMembers() elements[ecwid.OrderItemAttribute, ecwid.OrderItemAttributeWrite] {
	return elements[ecwid.OrderItemAttribute, ecwid.OrderItemAttributeWrite]{
		wholeField("id", "",
			func(p *ecwid.OrderItemAttribute) mapping.Value { return id(p.ID) },
			func(w *ecwid.OrderItemAttributeWrite, v ecwid.AttributeID) { w.ID = present(v) }),
		textField("name", "",
			func(p *ecwid.OrderItemAttribute) string { return p.Name }, func(w *ecwid.OrderItemAttributeWrite, v string) { w.Name = v }),
		textField("value", "",
			func(p *ecwid.OrderItemAttribute) string { return string(p.Value) }, func(w *ecwid.OrderItemAttributeWrite, v string) { w.Value = v }),
		namedTextsField("nameTranslated", "",
			func(p *ecwid.OrderItemAttribute) ecwid.TextMap { return p.NameTranslated },
			func(w *ecwid.OrderItemAttributeWrite, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		namedTextsField("valueTranslated", "",
			func(p *ecwid.OrderItemAttribute) ecwid.TextMap { return p.ValueTranslated },
			func(w *ecwid.OrderItemAttributeWrite, v ecwid.TextMap) { w.ValueTranslated = present(v) }),
	}
}
