package catalog

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// Options are mapped as a flat list of {name, value}, one for each choice: so a
// list policy can add a choice and leave those that the shop added.

// named is one {name, value} of a list.
func named(name, value string) mapping.Value {
	return mapping.Object(
		mapping.Pair{Name: "name", Value: mapping.Text(name)},
		mapping.Pair{Name: "value", Value: mapping.Text(value)},
	)
}

// unnamed reads a {name, value}.
func unnamed(v mapping.Value) (name, value string, err error) {
	name, ok := v.Member("name").AsText()
	if !ok {
		return "", "", kindError(mapping.KindText, v.Member("name"))
	}
	value, ok = v.Member("value").AsText()
	if !ok {
		return "", "", kindError(mapping.KindText, v.Member("value"))
	}
	return name, value, nil
}

// SwitchedOff reports whether a variant cannot be chosen any more. Not to know is
// no reason to take it off sale.
func SwitchedOff(c *salespos.AttributeCombination) bool {
	return c != nil && c.Active != nil && !*c.Active
}

// productOptions are the choices of the active variants, in the order of the
// product's attribute sets as far as these were read.
func productOptions(s *POSProduct) mapping.Value {
	var found []Option
	for _, variant := range s.Variants {
		if SwitchedOff(variant.Combination) {
			continue
		}
		for _, o := range variant.Options {
			if !slices.Contains(found, o) {
				found = append(found, o)
			}
		}
	}
	if len(found) == 0 {
		return mapping.Absent()
	}
	slices.SortStableFunc(found, func(a, b Option) int {
		return cmp.Compare(choicePosition(s.Product, a), choicePosition(s.Product, b))
	})
	list := make([]mapping.Value, len(found))
	for i, o := range found {
		list[i] = named(o.Name, o.Value)
	}
	return mapping.List(list...)
}

// choicePosition is the place of a choice within the values of its attribute;
// the last one for what the attribute sets do not name. Options keep the order
// in which the variants have them.
func choicePosition(p *salespos.Product, o Option) int {
	for _, set := range p.AttributeSets.Collection {
		if !sameText(set.AttributeName, o.Name) {
			continue
		}
		items := slices.Clone(set.Items)
		slices.SortStableFunc(items, func(a, b salespos.ProductAttributeRow) int {
			return a.Position.Cmp(b.Position.Decimal)
		})
		at := slices.IndexFunc(items, func(item salespos.ProductAttributeRow) bool { return sameText(item.Name, o.Value) })
		if at >= 0 {
			return at
		}
		return len(items)
	}
	return 0
}

// sameText compares names as people read them.
func sameText(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// shopOptions are the choices of the options that make variations.
func shopOptions(options []ecwid.ProductOption) mapping.Value {
	var list []mapping.Value
	for _, o := range options {
		if !o.Type.DrivesVariations() {
			continue
		}
		for _, choice := range o.Choices {
			list = append(list, named(o.Name, choice.Text))
		}
	}
	return mapping.List(list...)
}

// optionsOf makes options of a list of {name, value}.
func optionsOf(v mapping.Value) ([]ecwid.ProductOptionWrite, error) {
	items, ok := v.AsList()
	if !ok {
		return nil, kindError(mapping.KindList, v)
	}
	options := []ecwid.ProductOptionWrite{}
	for _, item := range items {
		name, value, err := unnamed(item)
		if err != nil {
			return nil, err
		}
		options = addChoice(options, name, ecwid.OptionChoiceWrite{Text: value})
	}
	return options, nil
}

// addChoice adds a choice, and its option when there is none of that name. Another
// spelling of a choice is the same one: variations are matched so too.
func addChoice(options []ecwid.ProductOptionWrite, name string, choice ecwid.OptionChoiceWrite) []ecwid.ProductOptionWrite {
	at := slices.IndexFunc(options, func(o ecwid.ProductOptionWrite) bool { return SameName(o.Name, name) })
	if at < 0 {
		return append(options, ecwid.ProductOptionWrite{
			Type: ecwid.OptionSelect, Name: name, Choices: ecwid.Set([]ecwid.OptionChoiceWrite{choice}),
		})
	}
	o := &options[at]
	choices := o.Choices.Or(nil)
	known := slices.ContainsFunc(choices, func(c ecwid.OptionChoiceWrite) bool { return SameName(c.Text, choice.Text) })
	if o.Type.DrivesVariations() && !known {
		o.Choices = ecwid.Set(append(slices.Clip(choices), choice))
	}
	return options
}

// equalNames compares as the mapping does, which finds no difference between
// accents in one character or in two.
func equalNames(a, b string) bool { return mapping.Text(a).Equal(mapping.Text(b)) }

// SameName reports whether two names of options or choices are one to people: letter
// case, outer blanks and accents in one character or in two make no difference. An
// option of a product has a choice once in all its spellings.
func SameName(a, b string) bool { return sameText(a, b) || equalNames(a, b) }
