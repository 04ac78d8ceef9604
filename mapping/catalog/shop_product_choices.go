package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopProductChoices are options and attributes with all that the shop says of them;
// options and attributes are the flat lists that can be written.
func shopProductChoices() []mapping.SourceField[shopProduct] {
	return []mapping.SourceField[shopProduct]{
		sourceList("all_options", "options of every kind, as {type, name, nameTranslated, required, defaultChoice, useImageAsSwatchSelector, choices}; "+
			"choices as {text, textTranslated, priceModifier, priceModifierType, hexCodes, imageId, changeTime}",
			func(p *shopProduct) []ecwid.ProductOption { return p.Options }, wholeOption),
		sourceList("all_attributes", "attributes, barcode and brand too, as {id, name, nameTranslated, type, value, valueTranslated, show}",
			func(p *shopProduct) []ecwid.AttributeValue { return p.Attributes }, wholeAttribute),
	}
}

func wholeOption(o *ecwid.ProductOption) mapping.Value {
	return object(textPair("type", o.Type), textPair("name", o.Name), pair("nameTranslated", namedTexts(o.NameTranslated)),
		pair("required", mapping.Bool(o.Required)), pair("defaultChoice", maybeInt(o.DefaultChoice)),
		pair("useImageAsSwatchSelector", maybeBool(o.UseImageAsSwatch)), pair("choices", records(o.Choices, wholeChoice)))
}

func wholeChoice(c *ecwid.OptionChoice) mapping.Value {
	return object(textPair("text", c.Text), pair("textTranslated", namedTexts(c.TextTranslated)), pair("priceModifier", shopAmount(&c.PriceModifier)),
		textPair("priceModifierType", c.PriceModifierType), pair("hexCodes", mapping.Texts(c.HexCodes...)), textPair("imageId", c.ImageID),
		pair("changeTime", maybeInt(c.ChangeTime)))
}

func wholeAttribute(a *ecwid.AttributeValue) mapping.Value {
	return object(pair("id", id(a.ID)), textPair("name", a.Name), pair("nameTranslated", namedTexts(a.NameTranslated)), textPair("type", a.Type),
		textPair("value", a.Value), pair("valueTranslated", namedTexts(a.ValueTranslated)), textPair("show", a.Show))
}
