package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// CategoryNeedsDetails reports whether a mapping of categories reads a field that
// the category tree leaves out, so that POSCategory.Details has to be read.
func CategoryNeedsDetails(def mapping.Definition) bool {
	inTree := namesOf(posCategoryNode())
	return needs(def, CategorySchema(), func(f mapping.SourceField[POSCategory]) bool {
		return f.Origin == posCategoryOrigin && !slices.Contains(inTree, f.Name)
	})
}

// ProductExpand lists what a mapping of products reads of the records that hang on
// a product. They have to be read along with it, or the fields are absent.
func ProductExpand(def mapping.Definition) []salespos.ProductExpand {
	var expand []salespos.ProductExpand
	for _, f := range posProductLists() {
		if needs(def, ProductSchema(), func(s mapping.SourceField[POSProduct]) bool { return s.Name == f.Name }) {
			expand = append(expand, expansion(f.Name))
		}
	}
	if !slices.Contains(expand, salespos.ExpandPropertyGroups) && needsProperties(def) {
		expand = append(expand, salespos.ExpandPropertyGroups)
	}
	return expand
}

// expansion is the name under which the API expands a key, the same but for one.
func expansion(key string) salespos.ProductExpand {
	if key == "productvariations" {
		return salespos.ExpandVariations
	}
	return salespos.ProductExpand(key)
}

func needsProperties(def mapping.Definition) bool {
	full, less := ProductSchema(), ProductSchema()
	less.OpenSource = slices.DeleteFunc(less.OpenSource, func(o mapping.OpenSource[POSProduct]) bool { return o.Name == propertyName })
	return faults(def, less) > faults(def, full)
}

// needs reports whether a definition reads one of the fields: without them it does
// not compile.
func needs[S, T, P any](def mapping.Definition, schema mapping.Schema[S, T, P], field func(mapping.SourceField[S]) bool) bool {
	before := faults(def, schema)
	schema.Source = slices.DeleteFunc(schema.Source, field)
	return faults(def, schema) > before
}

// faults counts what is wrong with a definition over a schema.
func faults[S, T, P any](def mapping.Definition, schema mapping.Schema[S, T, P]) int {
	problems := mapping.Check(def, schema)
	return len(slices.DeleteFunc(problems, func(p *mapping.RuleError) bool { return p.Warning }))
}
