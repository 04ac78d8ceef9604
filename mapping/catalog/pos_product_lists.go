package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// posProductLists are the records that hang on a product, absent unless they were
// read along.
func posProductLists() []mapping.SourceField[posProduct] {
	return slices.Concat(posProductTies(), posProductMedia(), posProductTerms())
}

// sourceLinked declares a source field for records that hang on a product.
func sourceLinked[R any](name, doc string, get func(*posProduct) *salespos.Linked[R], record func(*R) mapping.Value) mapping.SourceField[posProduct] {
	f := source(name, mapping.KindList, doc, func(p *posProduct) mapping.Value {
		linked := get(p)
		if !linked.Expanded {
			return mapping.Absent()
		}
		return records(linked.Collection, record)
	})
	f.Origin = posProductOrigin + "/{id}/" + name
	return f
}

func posProductTies() []mapping.SourceField[posProduct] {
	return []mapping.SourceField[posProduct]{
		sourceLinked("productattributesets", "attributes, as {id, attributename, attributeposition, type, items}; items as {id, optionsname, price, position}",
			func(p *posProduct) *salespos.Linked[salespos.ProductAttributeSet] { return &p.AttributeSets }, attributeSet),
		sourceLinked("attributecombinations", "variants, as {id, product_number, sku_number, ean_number, stock, netto_extra_price, active, combination}",
			func(p *posProduct) *salespos.Linked[posVariant] { return &p.AttributeCombinations }, combination),
		sourceLinked("producttopropertygroups", "specifications by group, as {id, product_property_group_id, values}; values.collection as {id, product_property_id, value}",
			func(p *posProduct) *salespos.Linked[salespos.ProductPropertyGroup] { return &p.PropertyGroups }, propertyGroup),
		sourceLinked("producttocategories", "links to categories, as {id, category_id, position}",
			func(p *posProduct) *salespos.Linked[salespos.ProductCategory] { return &p.Categories },
			func(c *salespos.ProductCategory) mapping.Value {
				return object(pair("id", id(c.ID)), pair("category_id", id(c.CategoryID)), pair("position", maybeInt(c.Position)))
			}),
		sourceLinked("productvariations", "other products that are its variations, as {id, product_variation_id, auto_created, active}",
			func(p *posProduct) *salespos.Linked[salespos.ProductVariation] { return &p.Variations },
			func(v *salespos.ProductVariation) mapping.Value {
				return object(pair("id", id(v.ID)), pair("product_variation_id", id(v.VariationID)),
					pair("auto_created", mapping.Bool(v.AutoCreated)), pair("active", mapping.Bool(v.Active)))
			}),
		sourceLinked("productrelevant", "products shown along with it, as {id, child_product_id}",
			func(p *posProduct) *salespos.Linked[salespos.RelevantProduct] { return &p.Relevant },
			func(r *salespos.RelevantProduct) mapping.Value {
				return object(pair("id", id(r.ID)), pair("child_product_id", id(r.ChildID)))
			}),
	}
}

func attributeSet(s *salespos.ProductAttributeSet) mapping.Value {
	return object(pair("id", id(s.ID)), textPair("attributename", s.AttributeName),
		pair("attributeposition", integer(s.AttributePosition)), textPair("type", s.Type),
		pair("items", records(s.Items, func(r *salespos.ProductAttributeRow) mapping.Value {
			return object(pair("id", id(r.ID)), textPair("optionsname", r.Name),
				pair("price", posAmount(&r.Price)), pair("position", posAmount(&r.Position)))
		})))
}

func combination(c *posVariant) mapping.Value {
	return object(pair("id", id(c.ID)), textPair("product_number", c.ProductNumber), textPair("sku_number", c.SKUNumber),
		textPair("ean_number", c.EANNumber), pair("stock", posAmount(c.Stock)), pair("netto_extra_price", posAmount(c.ExtraPrice)),
		pair("active", maybeBool(c.Active)), pair("combination", records(c.Combination, combinationPart)))
}

func combinationPart(p *salespos.CombinationPart) mapping.Value {
	return object(
		pair("attribute", object(pair("id", id(p.Attribute.ID)), textPair("name", p.Attribute.Name))),
		pair("attribute_value", object(pair("id", id(p.AttributeValue.ID)), textPair("name", p.AttributeValue.Name))),
		pair("extra_price", posAmount(&p.ExtraPrice)))
}

func propertyGroup(g *salespos.ProductPropertyGroup) mapping.Value {
	values := records(g.Values.Collection, func(v *salespos.ProductPropertyValue) mapping.Value {
		return object(pair("id", id(v.ID)), pair("product_property_id", id(v.PropertyID)), textPair("value", v.Value))
	})
	return object(pair("id", id(g.ID)), pair("product_property_group_id", id(g.PropertyGroupID)),
		pair("values", object(pair("collection", values))))
}

func posProductMedia() []mapping.SourceField[posProduct] {
	return []mapping.SourceField[posProduct]{
		sourceLinked("productphotos", "photos, as {id, filename, alttext, is_mainphoto, deeplink}",
			func(p *posProduct) *salespos.Linked[salespos.ProductPhoto] { return &p.Photos },
			func(f *salespos.ProductPhoto) mapping.Value {
				return object(pair("id", id(f.ID)), textPair("filename", f.Filename), textPair("alttext", f.AltText),
					pair("is_mainphoto", mapping.Bool(f.IsMain)), textPair("deeplink", f.Deeplink))
			}),
		sourceLinked("productvideos", "embedded videos, as {id, name, position, embedcode}",
			func(p *posProduct) *salespos.Linked[salespos.ProductVideo] { return &p.Videos },
			func(v *salespos.ProductVideo) mapping.Value {
				return object(pair("id", id(v.ID)), textPair("name", v.Name), pair("position", maybeInt(v.Position)), textPair("embedcode", v.EmbedCode))
			}),
		sourceLinked("productattachments", "files for download, as {id, filename, displayname, position, deeplink}",
			func(p *posProduct) *salespos.Linked[salespos.ProductAttachment] { return &p.Attachments },
			func(a *salespos.ProductAttachment) mapping.Value {
				return object(pair("id", id(a.ID)), textPair("filename", a.Filename), textPair("displayname", a.DisplayName),
					pair("position", integer(a.Position)), textPair("deeplink", a.Deeplink))
			}),
		sourceLinked("productkeywords", "search words, as {keyword}",
			func(p *posProduct) *salespos.Linked[salespos.ProductKeyword] { return &p.Keywords },
			func(k *salespos.ProductKeyword) mapping.Value { return object(textPair("keyword", k.Keyword)) }),
		sourceLinked("productreviews", "reviews of shoppers, as {id, createdate, content, points, name, approved}",
			func(p *posProduct) *salespos.Linked[salespos.ProductReview] { return &p.Reviews },
			func(r *salespos.ProductReview) mapping.Value {
				return object(pair("id", id(r.ID)), pair("createdate", instant(r.Created.Time)), textPair("content", r.Content),
					pair("points", integer(r.Points)), textPair("name", r.Name), pair("approved", mapping.Bool(r.Approved)))
			}),
	}
}

func posProductTerms() []mapping.SourceField[posProduct] {
	return []mapping.SourceField[posProduct]{
		sourceLinked("productstaggeredprices", "prices from a quantity on, as {id, quantity, price, discount, sellprice}",
			func(p *posProduct) *salespos.Linked[salespos.StaggeredPrice] { return &p.StaggeredPrices },
			func(s *salespos.StaggeredPrice) mapping.Value {
				return object(pair("id", id(s.ID)), pair("quantity", posAmount(s.Quantity)), pair("price", posAmount(s.Price)),
					pair("discount", posAmount(s.Discount)), pair("sellprice", posAmount(s.SellPrice)))
			}),
		sourceLinked("producttaxtariffexceptions", "other VAT classes in other countries, as {id, country, taxtariff}",
			func(p *posProduct) *salespos.Linked[salespos.TaxTariffException] { return &p.TaxTariffExceptions },
			func(e *salespos.TaxTariffException) mapping.Value {
				return object(pair("id", id(e.ID)), textPair("country", e.Country), textPair("taxtariff", e.TaxTariff))
			}),
	}
}
