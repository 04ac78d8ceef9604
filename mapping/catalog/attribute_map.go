package catalog

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// AttributeMap says what becomes of the attributes of SalesPOS products, by their
// names. An empty map leaves the mappings as they are: what makes variants becomes
// an option. With a map only the attributes in it go to the shop.
type AttributeMap map[string]AttributeUse

// AttributeUse is what becomes of an attribute. It is a plain text, such as option
// or attribute(Origin), for your configuration. In a mapping file an AttributeMap is
// what Products and Variants make of it: rules, and OnlyNamed for the options.
type AttributeUse string

// AsOption makes an attribute an option of the variants. An attribute of which a
// product has several values has to be one, or its variants cannot be told apart.
const AsOption AttributeUse = "option"

// AsAttribute makes it the attribute of that name: attribute(Origin).
func AsAttribute(name string) AttributeUse { return AttributeUse("attribute(" + name + ")") }

// AsField makes it the value of a target field: field(subtitle).
func AsField(target string) AttributeUse { return AttributeUse("field(" + target + ")") }

// AttributeError is an entry of an AttributeMap that cannot work.
type AttributeError struct {
	Attribute string
	Use       AttributeUse
	// Remedy says what is allowed.
	Remedy string
}

// Error names the attribute, its use and what is allowed.
func (e *AttributeError) Error() string {
	return fmt.Sprintf("attribute %q is %q: %s", e.Attribute, e.Use, e.Remedy)
}

// target is the target field of a use, "" for an option. ok is false for what is no
// use at all.
func (u AttributeUse) target() (field string, ok bool) {
	if u == AsOption {
		return "", true
	}
	kind, name, found := strings.Cut(string(u), "(")
	name, closed := strings.CutSuffix(name, ")")
	switch {
	case !found || !closed || name == "":
		return "", false
	case kind == "attribute":
		return "attributes[" + name + "]", true
	default:
		return name, kind == "field"
	}
}

// Check lists the entries that cannot work, by attribute: a use that cannot be read,
// a target field that is unknown or takes no text, two attributes for one target, one
// attribute twice, a name that no rule can hold.
func (m AttributeMap) Check() []*AttributeError {
	var wrong []*AttributeError
	taken := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if remedy := m.problem(name, taken); remedy != "" {
			wrong = append(wrong, &AttributeError{name, m[name], remedy})
		}
	}
	return wrong
}

// problem says what is allowed instead of an entry; "" when it can work. taken are
// the attributes before it by name and by target.
func (m AttributeMap) problem(name string, taken map[string]string) string {
	target, ok := m[name].target()
	key := "name " + strings.ToLower(strings.TrimSpace(name))
	keys := []string{key}
	if target != "" {
		keys = append(keys, "target "+strings.ToLower(target))
	}
	switch {
	case key == "name ":
		return "give the name of an attribute of the POS"
	case !ok:
		return "give option, attribute(name) or field(target)"
	}
	for _, key := range keys {
		if other, twice := taken[key]; twice {
			return fmt.Sprintf("%q is the same attribute or has the same target: keep one of the two", other)
		}
		taken[key] = name
	}
	if target == "" {
		return ""
	}
	return ruleProblem(attributeRule(name, target))
}

// attributeRule leads the attribute of a name to a target field.
func attributeRule(name, target string) mapping.Rule {
	return mapping.To(target).From("attributes[" + name + "]").Policy(mapping.UnlessEdited(mapping.OnNoBaselineFill))
}

// ruleProblem is the first problem of a rule for products, and its remedy.
func ruleProblem(rule mapping.Rule) string {
	for _, p := range mapping.Check(mapping.Definition{Name: "attributes", Rules: []mapping.Rule{rule}}, ProductSchema()) {
		if p.Field == rule.Field() && !p.Warning {
			return p.Problem + ": " + p.Remedy
		}
	}
	return ""
}

// Products is a mapping of products with the map's rules: a rule for each attribute
// that becomes an attribute or a field, which follows the POS until somebody edits
// it in the shop; what products that are there already lack is filled in. It replaces
// the mapping's own rule for that field. The error joins what Check finds.
func (m AttributeMap) Products(def mapping.Definition) (mapping.Definition, error) {
	var errs []error
	for _, wrong := range m.Check() {
		errs = append(errs, wrong)
	}
	var rules []mapping.Rule
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if target, _ := m[name].target(); target != "" {
			rules = append(rules, attributeRule(name, target))
		}
	}
	return m.options(def.With(rules...)), errors.Join(errs...)
}

// Variants is a mapping of variants with the options of the map only.
func (m AttributeMap) Variants(def mapping.Definition) mapping.Definition { return m.options(def) }

// Attributes names the shop's attributes that the map writes, sorted: the shop's
// product types have to have them.
func (m AttributeMap) Attributes() []string {
	var names []string
	for _, use := range m {
		if name, ok := strings.CutPrefix(string(use), "attribute("); ok {
			names = append(names, strings.TrimSuffix(name, ")"))
		}
	}
	slices.Sort(names)
	return names
}

// Options are those of a variant that stay options. Without a map all do.
func (m AttributeMap) Options(of []Option) []Option {
	if len(m) == 0 {
		return of
	}
	names := m.optionNames()
	return slices.DeleteFunc(slices.Clone(of), func(o Option) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return sameText(name, o.Name) })
	})
}

func (m AttributeMap) optionNames() []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if m[name] == AsOption {
			names = append(names, name)
		}
	}
	return names
}

// options leaves out what is no option.
func (m AttributeMap) options(def mapping.Definition) mapping.Definition {
	if len(m) == 0 {
		return def
	}
	options, ok := def.Rule("options")
	if !ok {
		return def
	}
	return def.With(options.Transform(mapping.OnlyNamed(m.optionNames()...)))
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
