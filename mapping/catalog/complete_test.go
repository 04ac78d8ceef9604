package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping/catalog"
)

const currentDocument = `{
	"options": [
		{"type": "RADIO", "name": "Size", "required": true, "choices": [{"text": "S", "priceModifier": 1, "priceModifierType": "PERCENT"}]},
		{"type": "TEXTFIELD", "name": "Text", "required": false},
		{"type": "CHECKBOX", "name": "Gift", "required": false, "choices": [{"text": "Yes", "priceModifier": 0, "priceModifierType": "ABSOLUTE"}]}
	],
	"attributes": [
		{"id": 71, "name": "Barcode", "type": "UPC", "value": "1", "show": "DESCR"},
		{"id": 72, "name": "Origin", "type": "CUSTOM", "value": "NL", "show": "NOTSHOW"}
	],
	"tax": {"taxable": false, "enabledManualTaxes": [5], "taxClassCode": "default"},
	"shipping": {"type": "SELECTED_METHODS", "methodMarkup": 1.5, "flatRate": 0, "disabledMethods": ["a"], "enabledMethods": []},
	"relatedProducts": {"productIds": [3], "relatedCategory": {"enabled": true, "categoryId": 4, "productCount": 5}}
}`

func TestCompleteProduct(t *testing.T) {
	t.Parallel()
	choices := func(texts ...string) ecwid.Opt[[]ecwid.OptionChoiceWrite] {
		var list []ecwid.OptionChoiceWrite
		for _, text := range texts {
			list = append(list, ecwid.OptionChoiceWrite{Text: text})
		}
		return ecwid.Set(list)
	}
	tests := []struct {
		name  string
		patch ecwid.ProductFields
		want  string
	}{
		{"other fields", ecwid.ProductFields{Name: ecwid.Set("Tea")}, `{"name":"Tea"}`},
		{"options", ecwid.ProductFields{Options: ecwid.Set([]ecwid.ProductOptionWrite{
			{Type: ecwid.OptionSelect, Name: " Size", Choices: choices("M", "S")},
			{Type: ecwid.OptionSelect, Name: "Gift", Choices: choices("No")},
			{Type: ecwid.OptionSelect, Name: "Colour", Choices: choices("Red")},
		})}, `{"options":[
			{"type":"RADIO","name":"Size","required":true,"choices":[{"text":"S","priceModifier":1,"priceModifierType":"PERCENT"},{"text":"M"}]},
			{"type":"TEXTFIELD","name":"Text","required":false},
			{"type":"CHECKBOX","name":"Gift","required":false,"choices":[{"text":"Yes","priceModifier":0,"priceModifierType":"ABSOLUTE"}]},
			{"type":"SELECT","name":"Colour","choices":[{"text":"Red"}]}]}`},
		{"barcode", ecwid.ProductFields{Attributes: ecwid.Set([]ecwid.AttributeValueWrite{{Alias: ecwid.Set(ecwid.AliasUPC), Value: ecwid.Set("2")}})},
			`{"attributes":[{"id":72,"value":"NL","show":"NOTSHOW"},{"alias":"UPC","value":"2"}]}`},
		{"attribute by name", ecwid.ProductFields{Attributes: ecwid.Set([]ecwid.AttributeValueWrite{{Name: ecwid.Set("Origin"), Value: ecwid.Set("BE")}})},
			`{"attributes":[{"id":71,"value":"1","show":"DESCR"},{"name":"Origin","value":"BE"}]}`},
		{"attribute by id", ecwid.ProductFields{Attributes: ecwid.Set([]ecwid.AttributeValueWrite{{ID: ecwid.Set(ecwid.AttributeID(71)), Value: ecwid.Set("2")}})},
			`{"attributes":[{"id":72,"value":"NL","show":"NOTSHOW"},{"id":71,"value":"2"}]}`},
		{"taxes", ecwid.ProductFields{Tax: ecwid.Set(ecwid.ProductTaxWrite{EnabledManualTaxes: ecwid.Set([]ecwid.TaxID{6})})},
			`{"tax":{"taxable":false,"enabledManualTaxes":[6],"taxClassCode":"default"}}`},
		{"shipping", ecwid.ProductFields{Shipping: ecwid.Set(ecwid.ProductShippingWrite{FlatRate: ecwid.Set(shopAmount("2"))})},
			`{"shipping":{"type":"SELECTED_METHODS","methodMarkup":1.5,"flatRate":2,"disabledMethods":["a"],"enabledMethods":[]}}`},
		{"related products by id", ecwid.ProductFields{RelatedProducts: ecwid.Set(ecwid.RelatedProductsWrite{ProductIDs: ecwid.Set([]ecwid.ProductID{9})})},
			`{"relatedProducts":{"productIds":[9],"relatedCategory":{"enabled":true,"categoryId":4,"productCount":5}}}`},
		{"related products by number", ecwid.ProductFields{RelatedProducts: ecwid.Set(ecwid.RelatedProductsWrite{ProductSKUs: ecwid.Set([]string{"A"})})},
			`{"relatedProducts":{"productSkus":["A"],"relatedCategory":{"enabled":true,"categoryId":4,"productCount":5}}}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			current := decoded[ecwid.Product](t, currentDocument)
			catalog.CompleteProduct(&tt.patch, current)
			wantJSON(t, tt.patch, tt.want)
			wantJSON(t, current, string(encoded(t, decoded[ecwid.Product](t, currentDocument))))
		})
	}
}

func TestCompleteVariant(t *testing.T) {
	t.Parallel()
	current := decoded[ecwid.Combination](t, currentDocument)
	patch := ecwid.CombinationUpdate{}
	catalog.CompleteVariant(&patch, current)
	wantJSON(t, patch, `{}`)
	patch.Attributes = ecwid.Set([]ecwid.AttributeValueWrite{{Alias: ecwid.Set(ecwid.AliasUPC), Value: ecwid.Set("2")}})
	catalog.CompleteVariant(&patch, current)
	wantJSON(t, patch, `{"attributes":[{"id":72,"value":"NL","show":"NOTSHOW"},{"alias":"UPC","value":"2"}]}`)
}
