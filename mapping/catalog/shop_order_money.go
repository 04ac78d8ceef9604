package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

func shopOrderTotals() []shopOrderField {
	return []shopOrderField{
		needed(amountField("subtotal", "price times quantity of all items",
			func(p *shopOrder) *ecwid.Amount { return &p.Subtotal },
			func(w *shopOrderPatch, v ecwid.Amount) { w.Subtotal = present(v) })),
		needed(amountField("total", "what the buyer pays; the shop computes nothing",
			func(p *shopOrder) *ecwid.Amount { return &p.Total },
			func(w *shopOrderPatch, v ecwid.Amount) { w.Total = present(v) })),
		amountField("tax", "all taxes",
			func(p *shopOrder) *ecwid.Amount { return p.Tax }, func(w *shopOrderPatch, v ecwid.Amount) { w.Tax = present(v) }),
		boolField("pricesIncludeTax", "the prices of the items are gross",
			func(p *shopOrder) *bool { return p.PricesIncludeTax }, func(w *shopOrderPatch, v bool) { w.PricesIncludeTax = present(v) }),
		amountField("totalBeforeGiftCardRedemption", "total before a gift card",
			func(p *shopOrder) *ecwid.Amount { return p.TotalBeforeGiftCard },
			func(w *shopOrderPatch, v ecwid.Amount) { w.TotalBeforeGiftCard = present(v) }),
		amountField("giftCardRedemption", "amount of a gift card; lowers what is due, not what was sold",
			func(p *shopOrder) *ecwid.Amount { return p.GiftCardRedemption },
			func(w *shopOrderPatch, v ecwid.Amount) { w.GiftCardRedemption = present(v) }),
	}
}

func shopOrderDiscounts() []shopOrderField {
	return []shopOrderField{
		amountField("discount", "discount of promotions, without coupons",
			func(p *shopOrder) *ecwid.Amount { return p.Discount },
			func(w *shopOrderPatch, v ecwid.Amount) { w.Discount = present(v) }),
		amountField("couponDiscount", "discount of the coupon",
			func(p *shopOrder) *ecwid.Amount { return p.CouponDiscount },
			func(w *shopOrderPatch, v ecwid.Amount) { w.CouponDiscount = present(v) }),
		amountField("volumeDiscount", "part of discount: by amount",
			func(p *shopOrder) *ecwid.Amount { return p.VolumeDiscount },
			func(w *shopOrderPatch, v ecwid.Amount) { w.VolumeDiscount = present(v) }),
		amountField("membershipBasedDiscount", "part of discount: by customer group",
			func(p *shopOrder) *ecwid.Amount { return p.MembershipDiscount },
			func(w *shopOrderPatch, v ecwid.Amount) { w.MembershipDiscount = present(v) }),
		amountField("totalAndMembershipBasedDiscount", "part of discount: by both",
			func(p *shopOrder) *ecwid.Amount { return p.TotalMembershipDiscount },
			func(w *shopOrderPatch, v ecwid.Amount) { w.TotalMembershipDiscount = present(v) }),
		amountsField("customDiscount", "discounts of apps", func(p *shopOrder) []ecwid.Amount { return p.CustomDiscount },
			func(w *shopOrderPatch, v []ecwid.Amount) { w.CustomDiscount = present(v) }),
		listField("discountInfo", "single discounts, as {value, type, base, orderTotal, membershipId, description, appliesToItems, appliesToProducts}", discountMembers(),
			func(p *shopOrder) []ecwid.DiscountInfo { return p.DiscountInfo }, func(w *shopOrderPatch, v []ecwid.DiscountInfoWrite) { w.DiscountInfo = present(v) }),
		objectField("discountCoupon", "coupon, as {id, name, code, discountType, status, discount, launchDate, expirationDate, totalLimit, usesLimit, applicationLimit, repeatCustomerOnly, orderCount}", append(couponMembers(), couponTerms()...),
			func(p *shopOrder) *ecwid.DiscountCoupon { return p.DiscountCoupon }, func(w *shopOrderPatch, v ecwid.DiscountCouponWrite) { w.DiscountCoupon = present(v) }),
		listField("customSurcharges", "surcharges such as tips, as {id, value, type, total, description, taxable, taxes}", surchargeMembers(),
			func(p *shopOrder) []ecwid.CustomSurcharge { return p.CustomSurcharges }, func(w *shopOrderPatch, v []ecwid.CustomSurchargeWrite) { w.CustomSurcharges = present(v) }),
	}
}

func shopOrderPayment() []shopOrderField {
	return []shopOrderField{
		textField("paymentMethod", "title of the payment method",
			func(p *shopOrder) string { return p.PaymentMethod }, func(w *shopOrderPatch, v string) { w.PaymentMethod = present(v) }),
		textField("paymentModule", "id of the payment processor; leave it out for own orders",
			func(p *shopOrder) string { return p.PaymentModule }, func(w *shopOrderPatch, v string) { w.PaymentModule = present(v) }),
		textField("paymentReference", "reference of the payment",
			func(p *shopOrder) string { return p.PaymentReference }, func(w *shopOrderPatch, v string) { w.PaymentReference = present(v) }),
		textField("referenceTransactionId", "id of a transaction that this one refers to",
			func(p *shopOrder) string { return p.ReferenceTransactionID }, func(w *shopOrderPatch, v string) { w.ReferenceTransactionID = present(v) }),
		textField("externalTransactionId", "id of the transaction at the payment provider",
			func(p *shopOrder) string { return p.ExternalTransactionID }, func(w *shopOrderPatch, v string) { w.ExternalTransactionID = present(v) }),
		textField("externalTransactionUrl", "web address of the transaction",
			func(p *shopOrder) string { return p.ExternalTransactionURL }, func(w *shopOrderPatch, v string) { w.ExternalTransactionURL = present(v) }),
		objectField("creditCardStatus", "messages of a card payment, as {avsMessage, cvvMessage}", cardMembers(),
			func(p *shopOrder) *ecwid.CreditCardStatus { return p.CreditCardStatus }, func(w *shopOrderPatch, v ecwid.CreditCardStatusWrite) { w.CreditCardStatus = present(v) }),
	}
}

// shopOrderCards are written by the vendor's own client only.
func shopOrderCards() []shopOrderField {
	return []shopOrderField{
		textField("giftCardCode", "code of the gift card",
			func(p *shopOrder) string { return p.GiftCardCode }, func(w *shopOrderPatch, v string) { w.GiftCardCode = present(v) }),
		shopGiftCard(),
		textField("giftCardUuid", "id of the gift card as a text",
			func(p *shopOrder) string { return p.GiftCardUUID }, func(w *shopOrderPatch, v string) { w.GiftCardUUID = present(v) }),
		boolField("giftCardDoubleSpending", "the gift card was spent twice",
			func(p *shopOrder) *bool { return p.GiftCardDoubleSpent }, func(w *shopOrderPatch, v bool) { w.GiftCardDoubleSpent = present(v) }),
		objectField("storeCredit", "credit of the customer, as {redemption, balance, refund}; redemption as {id, amount, cancelled}", creditMembers(),
			func(p *shopOrder) *ecwid.StoreCredit { return p.StoreCredit }, func(w *shopOrderPatch, v ecwid.StoreCreditWrite) { w.StoreCredit = present(v) }),
		objectField("loyalty", "points, as {earned, redemption, balance}; redemption as {id, amount, cancelled}", loyaltyMembers(),
			func(p *shopOrder) *ecwid.Loyalty { return p.Loyalty }, func(w *shopOrderPatch, v ecwid.LoyaltyWrite) { w.Loyalty = present(v) }),
		objectField("externalOrderData", "where an order of a sales channel came from, as {externalOrderId, externalFulfillment, refererChannel, refererId, platformSpecificFields}", externalMembers(),
			func(p *shopOrder) *ecwid.ExternalOrderData { return p.ExternalOrderData }, func(w *shopOrderPatch, v ecwid.ExternalOrderDataWrite) { w.ExternalOrderData = present(v) }),
	}
}

func shopGiftCard() shopOrderField {
	return wholeField("giftCardId", "id of the gift card",
		func(p *shopOrder) mapping.Value { return numberIn(string(p.GiftCardID)) },
		func(w *shopOrderPatch, v int64) { w.GiftCardID = present(v) })
}
