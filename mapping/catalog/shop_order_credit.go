package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
)

func cardMembers() elements[ecwid.CreditCardStatus, ecwid.CreditCardStatusWrite] {
	return elements[ecwid.CreditCardStatus, ecwid.CreditCardStatusWrite]{
		textField("avsMessage", "",
			func(p *ecwid.CreditCardStatus) string { return p.AVSMessage }, func(w *ecwid.CreditCardStatusWrite, v string) { w.AVSMessage = present(v) }),
		textField("cvvMessage", "",
			func(p *ecwid.CreditCardStatus) string { return p.CVVMessage }, func(w *ecwid.CreditCardStatusWrite, v string) { w.CVVMessage = present(v) }),
	}
}

func redemptionMembers() elements[ecwid.Redemption, ecwid.RedemptionWrite] {
	return elements[ecwid.Redemption, ecwid.RedemptionWrite]{
		textField("id", "",
			func(p *ecwid.Redemption) string { return string(p.ID) }, func(w *ecwid.RedemptionWrite, v string) { w.ID = present(v) }),
		amountField("amount", "",
			func(p *ecwid.Redemption) *ecwid.Amount { return &p.Amount },
			func(w *ecwid.RedemptionWrite, v ecwid.Amount) { w.Amount = present(v) }),
		boolField("cancelled", "",
			func(p *ecwid.Redemption) *bool { return &p.Cancelled }, func(w *ecwid.RedemptionWrite, v bool) { w.Cancelled = present(v) }),
	}
}

func creditMembers() elements[ecwid.StoreCredit, ecwid.StoreCreditWrite] {
	return elements[ecwid.StoreCredit, ecwid.StoreCreditWrite]{
		objectField("redemption", "", redemptionMembers(),
			func(p *ecwid.StoreCredit) *ecwid.Redemption { return p.Redemption }, func(w *ecwid.StoreCreditWrite, v ecwid.RedemptionWrite) { w.Redemption = present(v) }),
		amountField("balance", "",
			func(p *ecwid.StoreCredit) *ecwid.Amount { return p.Balance },
			func(w *ecwid.StoreCreditWrite, v ecwid.Amount) { w.Balance = present(v) }),
		amountField("refund", "",
			func(p *ecwid.StoreCredit) *ecwid.Amount { return p.Refund },
			func(w *ecwid.StoreCreditWrite, v ecwid.Amount) { w.Refund = present(v) }),
	}
}

func loyaltyMembers() elements[ecwid.Loyalty, ecwid.LoyaltyWrite] {
	return elements[ecwid.Loyalty, ecwid.LoyaltyWrite]{
		amountField("earned", "",
			func(p *ecwid.Loyalty) *ecwid.Amount { return p.Earned },
			func(w *ecwid.LoyaltyWrite, v ecwid.Amount) { w.Earned = present(v) }),
		objectField("redemption", "", redemptionMembers(),
			func(p *ecwid.Loyalty) *ecwid.Redemption { return p.Redemption }, func(w *ecwid.LoyaltyWrite, v ecwid.RedemptionWrite) { w.Redemption = present(v) }),
		amountField("balance", "",
			func(p *ecwid.Loyalty) *ecwid.Amount { return p.Balance },
			func(w *ecwid.LoyaltyWrite, v ecwid.Amount) { w.Balance = present(v) }),
	}
}

func externalMembers() elements[ecwid.ExternalOrderData, ecwid.ExternalOrderDataWrite] {
	return elements[ecwid.ExternalOrderData, ecwid.ExternalOrderDataWrite]{
		textField("externalOrderId", "",
			func(p *ecwid.ExternalOrderData) string { return p.ExternalOrderID },
			func(w *ecwid.ExternalOrderDataWrite, v string) { w.ExternalOrderID = present(v) }),
		boolField("externalFulfillment", "",
			func(p *ecwid.ExternalOrderData) *bool { return &p.ExternalFulfillment },
			func(w *ecwid.ExternalOrderDataWrite, v bool) { w.ExternalFulfillment = present(v) }),
		textField("refererChannel", "",
			func(p *ecwid.ExternalOrderData) string { return p.RefererChannel },
			func(w *ecwid.ExternalOrderDataWrite, v string) { w.RefererChannel = present(v) }),
		textField("refererId", "",
			func(p *ecwid.ExternalOrderData) string { return p.RefererID }, func(w *ecwid.ExternalOrderDataWrite, v string) { w.RefererID = present(v) }),
		namedTextsField("platformSpecificFields", "",
			func(p *ecwid.ExternalOrderData) ecwid.TextMap { return p.PlatformFields },
			func(w *ecwid.ExternalOrderDataWrite, v ecwid.TextMap) { w.PlatformFields = present(v) }),
	}
}

func orderExtraMembers() elements[ecwid.OrderExtraField, ecwid.OrderExtraFieldWrite] {
	return elements[ecwid.OrderExtraField, ecwid.OrderExtraFieldWrite]{
		textField("id", "",
			func(p *ecwid.OrderExtraField) string { return p.ID }, func(w *ecwid.OrderExtraFieldWrite, v string) { w.ID = v }),
		textField("value", "",
			func(p *ecwid.OrderExtraField) string { return string(p.Value) }, func(w *ecwid.OrderExtraFieldWrite, v string) { w.Value = v }),
		textField("title", "",
			func(p *ecwid.OrderExtraField) string { return p.Title }, func(w *ecwid.OrderExtraFieldWrite, v string) { w.Title = present(v) }),
		textField("customerInputType", "",
			func(p *ecwid.OrderExtraField) string { return string(p.CustomerInputType) },
			func(w *ecwid.OrderExtraFieldWrite, v string) {
				w.CustomerInputType = present(ecwid.CustomerInputType(v))
			}),
		textField("orderDetailsDisplaySection", "",
			func(p *ecwid.OrderExtraField) string { return p.Section }, func(w *ecwid.OrderExtraFieldWrite, v string) { w.Section = present(v) }),
		textField("orderBy", "",
			func(p *ecwid.OrderExtraField) string { return string(p.OrderBy) }, func(w *ecwid.OrderExtraFieldWrite, v string) { w.OrderBy = present(v) }),
	}
}
