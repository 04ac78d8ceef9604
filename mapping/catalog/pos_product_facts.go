package catalog

import (
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// posProductFacts are the fields that only the POS writes.
func posProductFacts() []mapping.SourceField[posProduct] {
	return []mapping.SourceField[posProduct]{
		source("id", mapping.KindNumber, "id of the product", func(p *posProduct) mapping.Value { return id(p.ID) }),
		sourceFlag("is_active", "on sale; written as active", func(p *posProduct) *bool { return p.Active }),
		source("createdate", mapping.KindInstant, "made at", func(p *posProduct) mapping.Value { return instant(p.Created.Time) }),
		source("modifydate", mapping.KindInstant, "last change; whether stock moves it is unknown", func(p *posProduct) mapping.Value { return instant(p.Modified.Time) }),
		sourceAmount("vatrate", "VAT percentage; deprecated and often missing", func(p *posProduct) *salespos.Amount { return p.VATRate }),
		sourceText("brand", "name of the brand", func(p *posProduct) string { return p.Brand.Name }),
		sourceText("condition", "name of the condition", func(p *posProduct) string { return p.Condition.Name }),
		sourceText("supplier", "name of the supplier", func(p *posProduct) string { return p.Supplier.Name }),
		source("credit_points_calculated", mapping.KindNumber, "loyalty points as computed", func(p *posProduct) mapping.Value { return maybeInt(p.CreditPoints) }),
		sourceText("productmainphoto", "web address of the main photo", func(p *posProduct) string { return p.MainPhoto }),
		sourceText("deeplink", "web address of the product", func(p *posProduct) string { return p.Deeplink }),
		sourceBool("is_visible", "visible, as the shop computes it", func(p *posProduct) bool { return p.IsVisible }),
		sourceBool("can_be_ordered", "can be ordered, as the shop computes it", func(p *posProduct) bool { return p.CanBeOrdered }),
		sourceBool("is_multishop_product", "belongs to a parent shop, which owns some of its fields", func(p *posProduct) bool { return p.IsMultishop }),
		sourceText("multishop_href", "address of the product at the parent shop", func(p *posProduct) string { return p.MultishopHref }),
		source("multishop_product_id", mapping.KindNumber, "id of the product at the parent shop", func(p *posProduct) mapping.Value { return id(p.MultishopProductID) }),
	}
}

// posProductObjects are those with parts.
func posProductObjects() []mapping.SourceField[posProduct] {
	return []mapping.SourceField[posProduct]{
		sourceObject("productshippingcosts", "what shipping costs, as {costs, default_country, quantity}",
			func(p *posProduct) *salespos.ProductShippingCosts { return p.ShippingCosts },
			func(c *salespos.ProductShippingCosts) mapping.Value {
				return object(pair("costs", posAmount(&c.Costs)), textPair("default_country", c.DefaultCountry), pair("quantity", posAmount(&c.Quantity)))
			}),
		sourceObject("color", "colour, as {id, name, type, hex}",
			func(p *posProduct) *salespos.ProductColor { return p.Color },
			func(c *salespos.ProductColor) mapping.Value {
				return object(pair("id", id(c.ID)), textPair("name", c.Name), textPair("type", c.Type), textPair("hex", c.Hex))
			}),
		sourceObject("tradecodesystem", "customs data, as {id, description, codesystem, code, coo}; coo is the country of origin",
			func(p *posProduct) *salespos.TradeCodeSystem { return p.TradeCodeSystem },
			func(s *salespos.TradeCodeSystem) mapping.Value {
				return object(pair("id", id(s.ID)), textPair("description", s.Description), textPair("codesystem", s.CodeSystem),
					textPair("code", s.Code), textPair("coo", s.CountryOfOrigin))
			}),
	}
}
