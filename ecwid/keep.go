package ecwid

import "reflect"

// Ecwid replaces many lists as a whole. The Keep methods turn what was read
// into what has to be sent so that it stays.

// isZero reports whether every field of an update is absent. Slices make the
// update types incomparable, hence reflection.
func isZero(update any) bool { return reflect.ValueOf(update).IsZero() }

// setUnless makes a present field of v unless v is its zero value, which in an
// answer stands for a missing key.
func setUnless[T comparable](v, missing T) Opt[T] {
	if v == missing {
		return Opt[T]{}
	}
	return Set(v)
}

// setMap makes a present field of m unless the answer had no such key.
func setMap(m TextMap) Opt[TextMap] {
	if m == nil {
		return Opt[TextMap]{}
	}
	return Set(m)
}

// setPointer makes a present field of what p points to.
func setPointer[T any](p *T) Opt[T] {
	if p == nil {
		return Opt[T]{}
	}
	return Set(*p)
}

// Keep is the option as it has to be sent to stay as it is.
func (o ProductOption) Keep() ProductOptionWrite {
	w := ProductOptionWrite{
		Type:             o.Type,
		Name:             o.Name,
		NameTranslated:   setMap(o.NameTranslated),
		DefaultChoice:    setPointer(o.DefaultChoice),
		Required:         Set(o.Required),
		UseImageAsSwatch: setPointer(o.UseImageAsSwatch),
	}
	if o.Choices == nil {
		return w
	}
	choices := make([]OptionChoiceWrite, 0, len(o.Choices))
	for _, choice := range o.Choices {
		choices = append(choices, choice.Keep())
	}
	w.Choices = Set(choices)
	return w
}

// Keep is the choice as it has to be sent to stay as it is.
func (c OptionChoice) Keep() OptionChoiceWrite {
	w := OptionChoiceWrite{
		Text:              c.Text,
		TextTranslated:    setMap(c.TextTranslated),
		PriceModifier:     Set(c.PriceModifier),
		PriceModifierType: setUnless(c.PriceModifierType, ""),
		ImageID:           setUnless(c.ImageID, ""),
	}
	if c.HexCodes != nil {
		w.HexCodes = Set(c.HexCodes)
	}
	return w
}

// Keep is the attribute value as it has to be sent to stay as it is.
func (v AttributeValue) Keep() AttributeValueWrite {
	w := AttributeValueWrite{
		ID:              setUnless(v.ID, 0),
		Value:           Set(string(v.Value)),
		ValueTranslated: setMap(v.ValueTranslated),
		Show:            setUnless(v.Show, ""),
	}
	if v.ID == 0 {
		w.Name = Set(v.Name)
	}
	return w
}

// Keep is the attribute as it has to be sent to stay as it is, values on
// products included.
func (a ProductTypeAttribute) Keep() ProductTypeAttributeWrite {
	return ProductTypeAttributeWrite{
		ID:             Set(a.ID),
		Name:           Set(a.Name),
		NameTranslated: setMap(a.NameTranslated),
		Type:           setUnless(a.Type, ""),
		Show:           setUnless(a.Show, ""),
	}
}
