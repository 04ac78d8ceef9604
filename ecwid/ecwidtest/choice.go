package ecwidtest

import (
	"encoding/json"
	"math/big"
	"net/http"
	"slices"
	"strings"
)

// drives reports whether options of a type can distinguish variations.
func drives(optionType string) bool {
	return slices.Contains([]string{"SELECT", "RADIO", "SIZE", "SWATCHES"}, optionType)
}

// checkOptions completes and checks the options of a patch.
func checkOptions(patch object) error {
	seen := map[string]bool{}
	for _, o := range objectsOf(patch, "options") {
		name := textOf(o, "name")
		if name == "" || seen[name] {
			return wrong("An option has no name, or one that another has")
		}
		seen[name] = true
		fill(o, object{"type": "SELECT", "required": false})
		if !drives(textOf(o, "type")) && textOf(o, "type") != "CHECKBOX" {
			delete(o, "choices")
			continue
		}
		fill(o, object{"choices": []any{}})
		if err := checkChoices(o); err != nil {
			return err
		}
	}
	return nil
}

func checkChoices(o object) error {
	seen := map[string]bool{}
	for _, choice := range objectsOf(o, "choices") {
		label := textOf(choice, "text")
		if label == "" || seen[label] {
			return wrong("A choice of %s has no text, or one that another has", textOf(o, "name"))
		}
		seen[label] = true
		fill(choice, object{"priceModifier": number(0), "priceModifierType": "ABSOLUTE"})
	}
	if i := intOf(o, "defaultChoice"); has(o, "defaultChoice") && (i < 0 || i >= int64(len(seen))) {
		return wrong("The default choice of %s does not exist", textOf(o, "name"))
	}
	return nil
}

func findOption(d object, name string) object {
	for _, o := range objectsOf(d, "options") {
		if textOf(o, "name") == name {
			return o
		}
	}
	return nil
}

func findChoice(option object, label string) object {
	for _, c := range objectsOf(option, "choices") {
		if textOf(c, "text") == label {
			return c
		}
	}
	return nil
}

// checkUsedOptions refuses a product that lost what its variations use.
func checkUsedOptions(d object) error {
	for _, v := range objectsOf(d, "combinations") {
		for _, o := range objectsOf(v, "options") {
			option := findOption(d, textOf(o, "name"))
			if option == nil {
				return fail(http.StatusConflict, "COMBINATION_CONTAINS_REMOVED_OPTION",
					"Option %s is used by a variation", textOf(o, "name"))
			}
			if findChoice(option, textOf(o, "value")) == nil {
				return fail(http.StatusConflict, "COMBINATION_CONTAINS_REMOVED_OPTION_VALUE",
					"Choice %s is used by a variation", textOf(o, "value"))
			}
		}
	}
	return nil
}

// ensureChoices adds the options and choices of a variation that the product
// has not, as SELECT.
func ensureChoices(d object, wanted []object) error {
	for _, w := range wanted {
		name, label := textOf(w, "name"), textOf(w, "value")
		option := findOption(d, name)
		if option == nil {
			option = object{"type": "SELECT", "name": name, "required": false, "choices": []any{}}
			d["options"] = append(listOf(d, "options"), option)
		}
		if !drives(textOf(option, "type")) {
			return wrong("Option %s cannot distinguish variations", name)
		}
		if findChoice(option, label) == nil {
			option["choices"] = append(listOf(option, "choices"), object{
				"text": label, "priceModifier": number(0), "priceModifierType": "ABSOLUTE",
			})
		}
	}
	return nil
}

// optionSet names a set of options whatever their order.
func optionSet(v object) string {
	var pairs []string
	for _, o := range objectsOf(v, "options") {
		pairs = append(pairs, textOf(o, "name")+"\x00"+textOf(o, "value"))
	}
	slices.Sort(pairs)
	return strings.Join(pairs, "\x01")
}

// variationPrice is the variation's own price, or the product's with the
// modifiers of its choices.
func variationPrice(d, v object) *big.Rat {
	if has(v, "price") {
		return ratOf(v, "price")
	}
	base := ratOf(d, "price")
	price := new(big.Rat).Set(base)
	for _, o := range objectsOf(v, "options") {
		choice := findChoice(findOption(d, textOf(o, "name")), textOf(o, "value"))
		modifier := ratOf(choice, "priceModifier")
		if textOf(choice, "priceModifierType") == "PERCENT" {
			modifier.Mul(modifier, base).Quo(modifier, big.NewRat(100, 1))
		}
		price.Add(price, modifier)
	}
	return price
}

// defaultVariation is the id of the first variation that the default choices
// of the options select, 0 for none.
func defaultVariation(d object) json.Number {
	chosen := map[string]string{}
	for _, o := range objectsOf(d, "options") {
		choices := objectsOf(o, "choices")
		if i := intOf(o, "defaultChoice"); has(o, "defaultChoice") && i >= 0 && i < int64(len(choices)) {
			chosen[textOf(o, "name")] = textOf(choices[i], "text")
		}
	}
	for _, v := range objectsOf(d, "combinations") {
		fits := func(o object) bool { return chosen[textOf(o, "name")] == textOf(o, "value") }
		if !slices.ContainsFunc(objectsOf(v, "options"), func(o object) bool { return !fits(o) }) {
			return number(intOf(v, "id"))
		}
	}
	return number(0)
}
