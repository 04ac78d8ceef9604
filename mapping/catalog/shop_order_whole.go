package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// wholeOrderParts are the lists and records of an order with what only the shop
// writes.
func wholeOrderParts() []mapping.SourceField[shopOrder] {
	discount, surcharge, coupon, extra := discountMembers(), surchargeMembers(), wholeCoupon(), orderExtraMembers()
	return slices.Concat([]mapping.SourceField[shopOrder]{
		sourceList("discountInfo", "discounts, as {id, value, type, base, orderTotal, membershipId, description, appliesToItems, appliesToProducts}",
			func(p *shopOrder) []ecwid.DiscountInfo { return p.DiscountInfo },
			func(d *ecwid.DiscountInfo) mapping.Value { return extended(discount.object(d), textPair("id", d.ID)) }),
		sourceObject("discountCoupon", "coupon, as {id, name, code, discountType, status, discount, launchDate, expirationDate, totalLimit, usesLimit, applicationLimit, "+
			"repeatCustomerOnly, creationDate, updateDate, orderCount, catalogLimit, shippingLimit}",
			func(p *shopOrder) *ecwid.DiscountCoupon { return p.DiscountCoupon }, coupon),
		sourceList("customSurcharges", "surcharges such as tips, as {id, value, type, total, totalWithoutTax, description, descriptionTranslated, taxable, taxes}",
			func(p *shopOrder) []ecwid.CustomSurcharge { return p.CustomSurcharges },
			func(c *ecwid.CustomSurcharge) mapping.Value {
				return extended(surcharge.object(c), pair("totalWithoutTax", shopAmount(c.TotalWithoutTax)), pair("descriptionTranslated", namedTexts(c.DescriptionTranslated)))
			}),
		sourceList("orderExtraFields", "fields of apps, as {id, value, title, customerInputType, orderDetailsDisplaySection, orderBy, showInNotifications, showInInvoice}",
			func(p *shopOrder) []ecwid.OrderExtraField { return p.OrderExtraFields },
			func(f *ecwid.OrderExtraField) mapping.Value {
				return extended(extra.object(f), pair("showInNotifications", mapping.Bool(f.ShowInNotifications)), pair("showInInvoice", mapping.Bool(f.ShowInInvoice)))
			}),
	}, within("shippingOption.", func(p *shopOrder) *ecwid.ShippingOption { return p.ShippingOption }, shippingOptionFacts()),
		within("handlingFee.", func(p *shopOrder) *ecwid.HandlingFee { return p.HandlingFee }, []mapping.SourceField[ecwid.HandlingFee]{
			sourceAmount("valueWithoutTax", "amount without tax", func(p *ecwid.HandlingFee) *ecwid.Amount { return p.ValueWithoutTax }),
		}))
}

// shippingOptionFacts are what only the shop says of a delivery.
func shippingOptionFacts() []mapping.SourceField[ecwid.ShippingOption] {
	return []mapping.SourceField[ecwid.ShippingOption]{
		sourceAmount("shippingRateWithoutTax", "cost of shipping without tax", func(p *ecwid.ShippingOption) *ecwid.Amount { return p.RateWithoutTax }),
		sourceAmount("discountedShippingRate", "cost of shipping after discounts", func(p *ecwid.ShippingOption) *ecwid.Amount { return p.DiscountedRate }),
		sourceFlag("isShippingLimit", "a coupon is limited to the method", func(p *ecwid.ShippingOption) *bool { return p.IsShippingLimit }),
		sourceObject("discount", "discount on shipping, as {id, value, type, base, orderTotal, description, appliesToShippingMethodId}",
			func(p *ecwid.ShippingOption) *ecwid.ShippingDiscount { return p.Discount },
			func(d *ecwid.ShippingDiscount) mapping.Value {
				return object(textPair("id", d.ID), pair("value", shopAmount(&d.Value)), textPair("type", d.Type), textPair("base", d.Base),
					pair("orderTotal", shopAmount(d.OrderTotal)), textPair("description", d.Description), textPair("appliesToShippingMethodId", d.AppliesToMethodID))
			}),
	}
}

// wholeShippingOption makes an object of a way of delivery.
func wholeShippingOption() func(*ecwid.ShippingOption) mapping.Value {
	fields := slices.Concat(readable(shippingOptionFields()), readable(shippingTimeFields()), shippingOptionFacts())
	return func(o *ecwid.ShippingOption) mapping.Value {
		var members []mapping.Pair
		for _, f := range fields {
			members = append(members, pair(f.Name, f.Get(o)))
		}
		return object(members...)
	}
}

// wholeCoupon makes an object of a coupon.
func wholeCoupon() func(*ecwid.DiscountCoupon) mapping.Value {
	written := append(couponMembers(), couponTerms()...)
	return func(c *ecwid.DiscountCoupon) mapping.Value {
		v := written.object(c)
		if l := c.CatalogLimit; l != nil {
			v = extended(v, pair("catalogLimit", object(pair("products", ids(l.Products)), pair("categories", ids(l.Categories)))))
		}
		if l := c.ShippingLimit; l != nil {
			v = extended(v, pair("shippingLimit", object(pair("shippingMethods", mapping.Texts(l.ShippingMethods...)))))
		}
		return v
	}
}

// wholeItemLists are the lists of a line with what only the shop writes.
func wholeItemLists() []mapping.SourceField[shopItem] {
	tax, selected := orderTaxMembers(), selectedMembers()
	return []mapping.SourceField[shopItem]{
		sourceList("taxes", "taxes of the line, as {name, value, total, taxClassCode, taxClassName, includeInPrice, taxOnDiscountedSubtotal, taxOnShipping, taxOnHandlingFee, "+
			"sourceTaxRateId, sourceTaxRateType, taxType}", func(p *shopItem) []ecwid.OrderTax { return p.Taxes },
			func(t *ecwid.OrderTax) mapping.Value {
				return extended(tax.object(t), pair("sourceTaxRateId", id(t.SourceTaxRateID)))
			}),
		sourceList("selectedOptions", "what the buyer chose, as {name, nameTranslated, type, value, valueTranslated, valuesArray, valuesArrayTranslated, selections, files, hexCodes, changedTime}; "+
			"selections as {selectionTitle, selectionModifier, selectionModifierType}, files as {id, name, size, url}",
			func(p *shopItem) []ecwid.SelectedOption { return p.SelectedOptions },
			func(o *ecwid.SelectedOption) mapping.Value {
				return extended(selected.object(o), pair("valuesArrayTranslated", translatedLists(o.ValuesTranslated)), pair("files", records(o.Files, optionFile)),
					pair("hexCodes", mapping.Texts(o.HexCodes...)), pair("changedTime", maybeInt(o.ChangedTime)))
			}),
	}
}

func optionFile(f *ecwid.OptionFile) mapping.Value {
	return object(pair("id", id(f.ID)), textPair("name", f.Name), pair("size", integer(f.Size)), textPair("url", f.URL))
}
