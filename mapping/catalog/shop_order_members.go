package catalog

import (
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// orderTaxMembers are one tax on a line, a fee or a surcharge.
func orderTaxMembers() elements[ecwid.OrderTax, ecwid.OrderTaxWrite] {
	return elements[ecwid.OrderTax, ecwid.OrderTaxWrite]{
		textField("name", "",
			func(p *ecwid.OrderTax) string { return p.Name }, func(w *ecwid.OrderTaxWrite, v string) { w.Name = present(v) }),
		amountField("value", "",
			func(p *ecwid.OrderTax) *ecwid.Amount { return &p.Value },
			func(w *ecwid.OrderTaxWrite, v ecwid.Amount) { w.Value = present(v) }),
		amountField("total", "",
			func(p *ecwid.OrderTax) *ecwid.Amount { return &p.Total },
			func(w *ecwid.OrderTaxWrite, v ecwid.Amount) { w.Total = present(v) }),
		textField("taxClassCode", "",
			func(p *ecwid.OrderTax) string { return p.TaxClassCode }, func(w *ecwid.OrderTaxWrite, v string) { w.TaxClassCode = present(v) }),
		textField("taxClassName", "",
			func(p *ecwid.OrderTax) string { return p.TaxClassName }, func(w *ecwid.OrderTaxWrite, v string) { w.TaxClassName = present(v) }),
		boolField("includeInPrice", "",
			func(p *ecwid.OrderTax) *bool { return p.IncludeInPrice }, func(w *ecwid.OrderTaxWrite, v bool) { w.IncludeInPrice = present(v) }),
		amountField("taxOnDiscountedSubtotal", "",
			func(p *ecwid.OrderTax) *ecwid.Amount { return p.OnDiscountedSubtotal },
			func(w *ecwid.OrderTaxWrite, v ecwid.Amount) { w.OnDiscountedSubtotal = present(v) }),
		amountField("taxOnShipping", "",
			func(p *ecwid.OrderTax) *ecwid.Amount { return p.OnShipping },
			func(w *ecwid.OrderTaxWrite, v ecwid.Amount) { w.OnShipping = present(v) }),
		amountField("taxOnHandlingFee", "",
			func(p *ecwid.OrderTax) *ecwid.Amount { return p.OnHandlingFee },
			func(w *ecwid.OrderTaxWrite, v ecwid.Amount) { w.OnHandlingFee = present(v) }),
		textField("sourceTaxRateType", "",
			func(p *ecwid.OrderTax) string { return p.SourceTaxRateType }, func(w *ecwid.OrderTaxWrite, v string) { w.SourceTaxRateType = present(v) }),
		textField("taxType", "",
			func(p *ecwid.OrderTax) string { return p.TaxType }, func(w *ecwid.OrderTaxWrite, v string) { w.TaxType = present(v) }),
	}
}

func shippingTaxMembers() elements[ecwid.ShippingTax, ecwid.ShippingTaxWrite] {
	return elements[ecwid.ShippingTax, ecwid.ShippingTaxWrite]{
		textField("name", "",
			func(p *ecwid.ShippingTax) string { return p.Name }, func(w *ecwid.ShippingTaxWrite, v string) { w.Name = present(v) }),
		amountField("value", "",
			func(p *ecwid.ShippingTax) *ecwid.Amount { return &p.Value },
			func(w *ecwid.ShippingTaxWrite, v ecwid.Amount) { w.Value = present(v) }),
		amountField("total", "",
			func(p *ecwid.ShippingTax) *ecwid.Amount { return &p.Total },
			func(w *ecwid.ShippingTaxWrite, v ecwid.Amount) { w.Total = present(v) }),
		boolField("includeInPrice", "",
			func(p *ecwid.ShippingTax) *bool { return p.IncludeInPrice },
			func(w *ecwid.ShippingTaxWrite, v bool) { w.IncludeInPrice = present(v) }),
	}
}

func discountMembers() elements[ecwid.DiscountInfo, ecwid.DiscountInfoWrite] {
	return elements[ecwid.DiscountInfo, ecwid.DiscountInfoWrite]{
		amountField("value", "",
			func(p *ecwid.DiscountInfo) *ecwid.Amount { return &p.Value },
			func(w *ecwid.DiscountInfoWrite, v ecwid.Amount) { w.Value = present(v) }),
		textField("type", "",
			func(p *ecwid.DiscountInfo) string { return string(p.Type) }, func(w *ecwid.DiscountInfoWrite, v string) { w.Type = present(ecwid.DiscountType(v)) }),
		textField("base", "",
			func(p *ecwid.DiscountInfo) string { return string(p.Base) }, func(w *ecwid.DiscountInfoWrite, v string) { w.Base = present(ecwid.DiscountBase(v)) }),
		amountField("orderTotal", "",
			func(p *ecwid.DiscountInfo) *ecwid.Amount { return p.OrderTotal },
			func(w *ecwid.DiscountInfoWrite, v ecwid.Amount) { w.OrderTotal = present(v) }),
		wholeField("membershipId", "",
			func(p *ecwid.DiscountInfo) mapping.Value { return id(p.MembershipID) },
			func(w *ecwid.DiscountInfoWrite, v ecwid.CustomerGroupID) { w.MembershipID = present(v) }),
		textField("description", "",
			func(p *ecwid.DiscountInfo) string { return p.Description }, func(w *ecwid.DiscountInfoWrite, v string) { w.Description = present(v) }),
		idsField("appliesToItems", "",
			func(p *ecwid.DiscountInfo) []ecwid.OrderItemID { return p.AppliesToItems },
			func(w *ecwid.DiscountInfoWrite, v []ecwid.OrderItemID) { w.AppliesToItems = present(v) }),
		idsField("appliesToProducts", "",
			func(p *ecwid.DiscountInfo) []ecwid.ProductID { return p.AppliesToProducts },
			func(w *ecwid.DiscountInfoWrite, v []ecwid.ProductID) { w.AppliesToProducts = present(v) }),
	}
}

func couponMembers() elements[ecwid.DiscountCoupon, ecwid.DiscountCouponWrite] {
	return elements[ecwid.DiscountCoupon, ecwid.DiscountCouponWrite]{
		couponID(),
		textField("name", "",
			func(p *ecwid.DiscountCoupon) string { return p.Name }, func(w *ecwid.DiscountCouponWrite, v string) { w.Name = present(v) }),
		textField("code", "",
			func(p *ecwid.DiscountCoupon) string { return p.Code }, func(w *ecwid.DiscountCouponWrite, v string) { w.Code = present(v) }),
		textField("discountType", "",
			func(p *ecwid.DiscountCoupon) string { return string(p.DiscountType) },
			func(w *ecwid.DiscountCouponWrite, v string) { w.DiscountType = present(ecwid.DiscountType(v)) }),
		textField("status", "",
			func(p *ecwid.DiscountCoupon) string { return p.Status }, func(w *ecwid.DiscountCouponWrite, v string) { w.Status = present(v) }),
		amountField("discount", "",
			func(p *ecwid.DiscountCoupon) *ecwid.Amount { return p.Discount },
			func(w *ecwid.DiscountCouponWrite, v ecwid.Amount) { w.Discount = present(v) }),
	}
}

// couponTerms are when and for whom a coupon counts.
func couponTerms() elements[ecwid.DiscountCoupon, ecwid.DiscountCouponWrite] {
	return elements[ecwid.DiscountCoupon, ecwid.DiscountCouponWrite]{
		instantField("launchDate", "",
			func(p *ecwid.DiscountCoupon) time.Time { return p.LaunchDate.Time },
			func(w *ecwid.DiscountCouponWrite, v time.Time) { w.LaunchDate = present(ecwid.NewTime(v)) }),
		instantField("expirationDate", "",
			func(p *ecwid.DiscountCoupon) time.Time { return p.ExpirationDate.Time },
			func(w *ecwid.DiscountCouponWrite, v time.Time) { w.ExpirationDate = present(ecwid.NewTime(v)) }),
		amountField("totalLimit", "",
			func(p *ecwid.DiscountCoupon) *ecwid.Amount { return p.TotalLimit },
			func(w *ecwid.DiscountCouponWrite, v ecwid.Amount) { w.TotalLimit = present(v) }),
		textField("usesLimit", "",
			func(p *ecwid.DiscountCoupon) string { return p.UsesLimit }, func(w *ecwid.DiscountCouponWrite, v string) { w.UsesLimit = present(v) }),
		textField("applicationLimit", "",
			func(p *ecwid.DiscountCoupon) string { return p.ApplicationLimit }, func(w *ecwid.DiscountCouponWrite, v string) { w.ApplicationLimit = present(v) }),
		boolField("repeatCustomerOnly", "",
			func(p *ecwid.DiscountCoupon) *bool { return &p.RepeatCustomerOnly },
			func(w *ecwid.DiscountCouponWrite, v bool) { w.RepeatCustomerOnly = present(v) }),
		instantField("creationDate", "",
			func(p *ecwid.DiscountCoupon) time.Time { return p.CreationDate.Time },
			func(w *ecwid.DiscountCouponWrite, v time.Time) { w.CreationDate = present(ecwid.NewTime(v)) }),
		instantField("updateDate", "",
			func(p *ecwid.DiscountCoupon) time.Time { return p.UpdateDate.Time },
			func(w *ecwid.DiscountCouponWrite, v time.Time) { w.UpdateDate = present(ecwid.NewTime(v)) }),
		wholeField("orderCount", "",
			func(p *ecwid.DiscountCoupon) mapping.Value { return integer(p.OrderCount) }, func(w *ecwid.DiscountCouponWrite, v int) { w.OrderCount = present(v) }),
	}
}

func couponID() mapping.TargetField[ecwid.DiscountCoupon, ecwid.DiscountCouponWrite] {
	return wholeField("id", "", func(p *ecwid.DiscountCoupon) mapping.Value { return numberIn(string(p.ID)) },
		func(w *ecwid.DiscountCouponWrite, v int64) { w.ID = present(v) })
}

func surchargeMembers() elements[ecwid.CustomSurcharge, ecwid.CustomSurchargeWrite] {
	return elements[ecwid.CustomSurcharge, ecwid.CustomSurchargeWrite]{
		textField("id", "",
			func(p *ecwid.CustomSurcharge) string { return p.ID }, func(w *ecwid.CustomSurchargeWrite, v string) { w.ID = present(v) }),
		amountField("value", "",
			func(p *ecwid.CustomSurcharge) *ecwid.Amount { return &p.Value },
			func(w *ecwid.CustomSurchargeWrite, v ecwid.Amount) { w.Value = present(v) }),
		textField("type", "",
			func(p *ecwid.CustomSurcharge) string { return string(p.Type) },
			func(w *ecwid.CustomSurchargeWrite, v string) { w.Type = present(ecwid.ModifierType(v)) }),
		amountField("total", "",
			func(p *ecwid.CustomSurcharge) *ecwid.Amount { return &p.Total },
			func(w *ecwid.CustomSurchargeWrite, v ecwid.Amount) { w.Total = present(v) }),
		textField("description", "",
			func(p *ecwid.CustomSurcharge) string { return p.Description }, func(w *ecwid.CustomSurchargeWrite, v string) { w.Description = present(v) }),
		boolField("taxable", "",
			func(p *ecwid.CustomSurcharge) *bool { return &p.Taxable },
			func(w *ecwid.CustomSurchargeWrite, v bool) { w.Taxable = present(v) }),
		listField("taxes", "", orderTaxMembers(),
			func(p *ecwid.CustomSurcharge) []ecwid.OrderTax { return p.Taxes }, func(w *ecwid.CustomSurchargeWrite, v []ecwid.OrderTaxWrite) { w.Taxes = present(v) }),
	}
}
