package catalog

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// AttributeMap says what becomes of the attributes of SalesPOS products, by their
// names. An empty map leaves the mappings as they are: what makes variants becomes
// an option. With a map only the attributes in it go to the shop.
type AttributeMap map[string]AttributeUse

// AttributeUse is what becomes of an attribute. Its text form stands in files.
type AttributeUse string

// AsOption makes an attribute an option of the variants. An attribute of which a
// product has several values has to be one, or its variants cannot be told apart.
const AsOption AttributeUse = "option"

// AsAttribute makes it the attribute of that name: attribute(Origin).
func AsAttribute(name string) AttributeUse { return AttributeUse("attribute(" + name + ")") }

// AsField makes it the value of a target field: field(subtitle).
func AsField(target string) AttributeUse { return AttributeUse("field(" + target + ")") }

// target is the target field of a use, "" for an option.
func (u AttributeUse) target() (string, error) {
	if u == AsOption {
		return "", nil
	}
	kind, name, ok := strings.Cut(string(u), "(")
	name, closed := strings.CutSuffix(name, ")")
	if !ok || !closed || name == "" {
		return "", fmt.Errorf("%q is not option, attribute(name) or field(target)", u)
	}
	switch kind {
	case "attribute":
		return "attributes[" + name + "]", nil
	case "field":
		return name, nil
	default:
		return "", fmt.Errorf("%q is not option, attribute(name) or field(target)", u)
	}
}

// Products is a mapping of products with the map's rules: a rule for each attribute
// that becomes an attribute or a field, which follows the POS until somebody edits
// it in the shop. It reports all uses that cannot be read.
func (m AttributeMap) Products(def mapping.Definition) (mapping.Definition, error) {
	var errs []error
	var rules []mapping.Rule
	for _, name := range slices.Sorted(maps.Keys(m)) {
		target, err := m[name].target()
		if err != nil {
			errs = append(errs, fmt.Errorf("attribute %q: %w", name, err))
		} else if target != "" {
			rules = append(rules, mapping.To(target).From("attributes["+name+"]").Policy(mapping.UnlessEdited()))
		}
	}
	return m.options(def.With(rules...)), errors.Join(errs...)
}

// Variants is a mapping of variants with the options of the map only.
func (m AttributeMap) Variants(def mapping.Definition) mapping.Definition { return m.options(def) }

// options leaves out what is no option.
func (m AttributeMap) options(def mapping.Definition) mapping.Definition {
	if len(m) == 0 {
		return def
	}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if m[name] == AsOption {
			names = append(names, name)
		}
	}
	for _, r := range def.Rules {
		if r.Field() == "options" {
			def = def.With(r.Transform(OnlyNamed(names...)))
		}
	}
	return def
}

// Unmapped are the attributes of a product that the map does not name, for a remark:
// they do not go to the shop. Without a map there are none.
func (m AttributeMap) Unmapped(s *POSProduct) []string {
	if len(m) == 0 {
		return nil
	}
	var names []string
	for _, set := range s.Product.AttributeSets.Collection {
		name := strings.TrimSpace(set.AttributeName)
		known := func(mapped string) bool { return sameText(mapped, name) }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(m)), known) {
			names = append(names, name)
		}
	}
	return names
}

// OnlyNamed keeps the elements of a list of {name, value} that have one of the
// names, whatever their letter case.
func OnlyNamed(names ...string) mapping.Transform {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return mapping.Transform{
		Name:  "OnlyNamed(" + strings.Join(quoted, ", ") + ")",
		Takes: mapping.KindList, Result: mapping.KindList,
		Func: func(v mapping.Value) (mapping.Value, error) {
			items, ok := v.AsList()
			if !ok {
				return mapping.Value{}, kindError(mapping.KindList, v)
			}
			return mapping.List(slices.DeleteFunc(items, func(item mapping.Value) bool {
				name, _ := item.Member("name").AsText()
				return !slices.ContainsFunc(names, func(n string) bool { return sameText(n, name) })
			})...), nil
		},
	}
}
