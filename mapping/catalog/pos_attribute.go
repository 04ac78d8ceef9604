package catalog

import (
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posAttribute      = salespos.Attribute
	posAttributePatch = salespos.AttributeUpdate
	posAttributeField = mapping.TargetField[posAttribute, posAttributePatch]
)

const posAttributeOrigin = "SalesPOS /attributes"

// posAttributeFields are the fields of a SalesPOS attribute that can be written.
func posAttributeFields() []posAttributeField {
	kind := wordField("type", "kind; only the two option_menu make variants, the shop knows more",
		func(p *posAttribute) string { return string(p.Type) },
		func(w *posAttributePatch, v string) { w.Type = salespos.AttributeType(v) })
	return intoTarget(posAttributeOrigin,
		needed(wordField("name", "name",
			func(p *posAttribute) string { return p.Name }, func(w *posAttributePatch, v string) { w.Name = v })),
		needed(kind))
}

// posAttributeSource are all fields of a SalesPOS attribute.
func posAttributeSource() []mapping.SourceField[posAttribute] {
	return append(readable(posAttributeFields()), fromSource(posAttributeOrigin,
		source("id", mapping.KindNumber, "id of the attribute", func(p *posAttribute) mapping.Value { return id(p.ID) }))...)
}
