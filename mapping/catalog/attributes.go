package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopAttributeFields are the attributes of an Ecwid product.
func shopAttributeFields() []shopProductField {
	return []shopProductField{
		shopStandardAttribute("ean", "barcode: the attribute of type UPC", ecwid.AttributeUPC, ecwid.AliasUPC),
		shopStandardAttribute("brand", "the attribute of type BRAND", ecwid.AttributeBrand, ecwid.AliasBrand),
		{
			Name: "attributes", Kind: mapping.KindList, Unordered: true,
			Doc: "attributes of the product's type but barcode and brand, as {name, value}; the patch needs CompleteProduct",
			Get: func(p *shopProduct) mapping.Value { return shopAttributes(p.Attributes) },
			Set: setAttributes,
		},
	}
}

// shopStandardAttribute is an attribute that has a type of its own.
func shopStandardAttribute(name, doc string, kind ecwid.AttributeType, alias ecwid.AttributeAlias) shopProductField {
	return shopProductField{
		Name: name, Kind: mapping.KindText, Doc: doc, Empty: mapping.Text(""),
		Get: func(p *shopProduct) mapping.Value { return attributeOf(p.Attributes, kind) },
		Set: func(w *shopProductPatch, v mapping.Value) error { return setAlias(&w.Attributes, alias, v) },
	}
}

// attributeOf is the value of the attribute of a type; names are the merchant's.
func attributeOf(attributes []ecwid.AttributeValue, kind ecwid.AttributeType) mapping.Value {
	for _, a := range attributes {
		if a.Type == kind {
			return mapping.Text(string(a.Value))
		}
	}
	return mapping.Absent()
}

// setAlias sets a standard attribute and leaves the others of the patch.
func setAlias(attributes *optional[[]ecwid.AttributeValueWrite], alias ecwid.AttributeAlias, v mapping.Value) error {
	text, ok := v.AsText()
	if !ok {
		return kindError(mapping.KindText, v)
	}
	*attributes = ecwid.Set(append(slices.Clip(attributes.Or(nil)),
		ecwid.AttributeValueWrite{Alias: ecwid.Set(alias), Value: ecwid.Set(text)}))
	return nil
}

// shopAttributes are the attributes that have no field of their own.
func shopAttributes(attributes []ecwid.AttributeValue) mapping.Value {
	var list []mapping.Value
	for _, a := range attributes {
		if a.Type != ecwid.AttributeUPC && a.Type != ecwid.AttributeBrand {
			list = append(list, named(a.Name, string(a.Value)))
		}
	}
	return mapping.List(list...)
}

// setAttributes sets attributes by name. Of two values for one name the first one
// counts: it is the shop's, when somebody changed ours there.
func setAttributes(p *ecwid.ProductFields, v mapping.Value) error {
	items, ok := v.AsList()
	if !ok {
		return kindError(mapping.KindList, v)
	}
	values := slices.Clip(p.Attributes.Or([]ecwid.AttributeValueWrite{}))
	for _, item := range items {
		name, value, err := unnamed(item)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(values, func(a ecwid.AttributeValueWrite) bool { return equalNames(a.Name.Or(""), name) }) {
			values = append(values, ecwid.AttributeValueWrite{Name: ecwid.Set(name), Value: ecwid.Set(value)})
		}
	}
	p.Attributes = ecwid.Set(values)
	return nil
}
