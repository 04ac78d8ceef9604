package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopAttribute      = ecwid.ProductTypeAttribute
	shopAttributePatch = ecwid.ProductTypeAttributeWrite
	shopAttributeField = mapping.TargetField[shopAttribute, shopAttributePatch]
)

// shopAttributeDefinition are the fields of an attribute of an Ecwid product type.
func shopAttributeDefinition() []shopAttributeField {
	return intoTarget("Ecwid /classes, attributes", shopAttributeTexts()...)
}

func shopAttributeTexts() []shopAttributeField {
	return []shopAttributeField{
		wholeField("id", "id of the attribute; with it an attribute is kept, without it one is added",
			func(p *shopAttribute) mapping.Value { return id(p.ID) }, func(w *shopAttributePatch, v ecwid.AttributeID) { w.ID = present(v) }),
		limited(maxShopText, textField("name", "name",
			func(p *shopAttribute) string { return p.Name }, func(w *shopAttributePatch, v string) { w.Name = present(v) })),
		namedTextsField("nameTranslated", "name by language code",
			func(p *shopAttribute) ecwid.TextMap { return p.NameTranslated }, func(w *shopAttributePatch, v ecwid.TextMap) { w.NameTranslated = present(v) }),
		wordField("type", "kind; CUSTOM unless it is one of the shop's own",
			func(p *shopAttribute) string { return string(p.Type) }, func(w *shopAttributePatch, v string) { w.Type = present(ecwid.AttributeType(v)) }),
		oneOf(wordField("show", "where it is shown; DESCR and PRICE have the same effect",
			func(p *shopAttribute) string { return string(p.Show) }, func(w *shopAttributePatch, v string) { w.Show = present(ecwid.AttributeVisibility(v)) }),
			ecwid.ShowNowhere, ecwid.ShowDescription, ecwid.ShowPrice),
	}
}
