package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posVariant      = salespos.AttributeCombination
	posVariantPatch = salespos.CombinationUpdate
	posVariantField = mapping.TargetField[posVariant, posVariantPatch]
)

const posVariantOrigin = "SalesPOS /products/{id}/attributecombinations"

// posVariantSource are all fields of a SalesPOS variant.
func posVariantSource() []mapping.SourceField[posVariant] {
	return append(readable(posVariantFields()), fromSource(posVariantOrigin, posVariantFacts()...)...)
}

// posVariantFields are the fields of a SalesPOS variant that can be written.
func posVariantFields() []posVariantField {
	return intoTarget(posVariantOrigin, slices.Concat(posVariantNumbers(), posVariantStock())...)
}

func posVariantNumbers() []posVariantField {
	return []posVariantField{
		textField("product_number", "article number of the variant",
			func(p *posVariant) string { return p.ProductNumber }, func(w *posVariantPatch, v string) { w.ProductNumber = present(v) }),
		textField("sku_number", "SKU of the variant",
			func(p *posVariant) string { return p.SKUNumber }, func(w *posVariantPatch, v string) { w.SKUNumber = present(v) }),
		textField("ean_number", "barcode",
			func(p *posVariant) string { return p.EANNumber }, func(w *posVariantPatch, v string) { w.EANNumber = present(v) }),
		textField("note", "free text",
			func(p *posVariant) string { return p.Note }, func(w *posVariantPatch, v string) { w.Note = present(v) }),
		boolField("active", "can be chosen",
			func(p *posVariant) *bool { return p.Active }, func(w *posVariantPatch, v bool) { w.Active = present(v) }),
	}
}

func posVariantStock() []posVariantField {
	return []posVariantField{
		measured("sales units", amountField("stock", "quantity on hand, decimals allowed; counts where the product's stocktype is Attribute",
			func(p *posVariant) *salespos.Amount { return p.Stock },
			func(w *posVariantPatch, v salespos.Amount) { w.Stock = present(v) })),
		wholeField("delivery_time", "lead time, in units of delivery_time_type",
			func(p *posVariant) mapping.Value { return integer(p.DeliveryTime) }, func(w *posVariantPatch, v int) { w.DeliveryTime = present(v) }),
		oneOf(wordField("delivery_time_type", "unit of the lead time, or why there is none",
			func(p *posVariant) string { return string(p.DeliveryTimeType) },
			func(w *posVariantPatch, v string) { w.DeliveryTimeType = present(salespos.DeliveryType(v)) }),
			deliveryTypes()...),
		textField("delivery_default_text", "lead time as a text",
			func(p *posVariant) string { return p.DeliveryDefaultText }, func(w *posVariantPatch, v string) { w.DeliveryDefaultText = present(v) }),
	}
}

// posVariantFacts are the fields that only the POS writes.
func posVariantFacts() []mapping.SourceField[posVariant] {
	return []mapping.SourceField[posVariant]{
		source("id", mapping.KindNumber, "id of the variant; the POS may make variants anew with other ids", func(p *posVariant) mapping.Value { return id(p.ID) }),
		source("product_id", mapping.KindNumber, "id of the product", func(p *posVariant) mapping.Value { return id(p.ProductID) }),
		sourceAmount("netto_extra_price", "added to the product's price, may be negative", func(p *posVariant) *salespos.Amount { return p.ExtraPrice }),
		sourceText("ordering_without_stock", "whether it is sold without stock; global_setting follows the shop", func(p *posVariant) string { return p.OrderingWithoutStock }),
		sourceList("combination", "attributes and values, as {attribute, attribute_value, extra_price}; the first two as {id, name}",
			func(p *posVariant) []salespos.CombinationPart { return p.Combination }, combinationPart),
		posVariantPhotos(),
	}
}

func posVariantPhotos() mapping.SourceField[posVariant] {
	return source("attributecombinationphotos", mapping.KindList, "photos, as {id, alt, is_mainphoto, deeplink}; absent unless they were read along",
		func(p *posVariant) mapping.Value {
			if !p.Photos.Expanded {
				return mapping.Absent()
			}
			return records(p.Photos.Collection, func(f *salespos.CombinationPhoto) mapping.Value {
				return object(pair("id", id(f.ID)), textPair("alt", f.Alt), pair("is_mainphoto", mapping.Bool(f.IsMain)), textPair("deeplink", f.Deeplink))
			})
		})
}
