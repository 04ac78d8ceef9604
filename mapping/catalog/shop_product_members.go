package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

func wholesaleMembers() elements[ecwid.WholesalePrice, ecwid.WholesalePrice] {
	return elements[ecwid.WholesalePrice, ecwid.WholesalePrice]{
		wholeField("quantity", "",
			func(p *ecwid.WholesalePrice) mapping.Value { return integer(p.Quantity) }, func(w *ecwid.WholesalePrice, v int) { w.Quantity = v }),
		amountField("price", "",
			func(p *ecwid.WholesalePrice) *ecwid.Amount { return &p.Price },
			func(w *ecwid.WholesalePrice, v ecwid.Amount) { w.Price = v }),
	}
}

func priceTierMembers() elements[ecwid.PriceTier, ecwid.PriceTier] {
	return elements[ecwid.PriceTier, ecwid.PriceTier]{
		amountField("value", "",
			func(p *ecwid.PriceTier) *ecwid.Amount { return &p.Value },
			func(w *ecwid.PriceTier, v ecwid.Amount) { w.Value = v }),
	}
}

func dimensionMembers() elements[ecwid.Dimensions, ecwid.Dimensions] {
	return elements[ecwid.Dimensions, ecwid.Dimensions]{
		amountField("length", "",
			func(p *ecwid.Dimensions) *ecwid.Amount { return &p.Length },
			func(w *ecwid.Dimensions, v ecwid.Amount) { w.Length = v }),
		amountField("width", "",
			func(p *ecwid.Dimensions) *ecwid.Amount { return &p.Width },
			func(w *ecwid.Dimensions, v ecwid.Amount) { w.Width = v }),
		amountField("height", "",
			func(p *ecwid.Dimensions) *ecwid.Amount { return &p.Height },
			func(w *ecwid.Dimensions, v ecwid.Amount) { w.Height = v }),
	}
}

func componentMembers() elements[ecwid.CompositeComponent, ecwid.CompositeComponent] {
	return elements[ecwid.CompositeComponent, ecwid.CompositeComponent]{
		wholeField("productId", "",
			func(p *ecwid.CompositeComponent) mapping.Value { return id(p.ProductID) }, func(w *ecwid.CompositeComponent, v ecwid.ProductID) { w.ProductID = v }),
		wholeField("combinationId", "",
			func(p *ecwid.CompositeComponent) mapping.Value { return id(p.CombinationID) },
			func(w *ecwid.CompositeComponent, v ecwid.CombinationID) { w.CombinationID = v }),
		wholeField("quantity", "",
			func(p *ecwid.CompositeComponent) mapping.Value { return integer(p.Quantity) }, func(w *ecwid.CompositeComponent, v int) { w.Quantity = v }),
	}
}

func ribbonMembers() elements[ecwid.Ribbon, ecwid.Ribbon] {
	return elements[ecwid.Ribbon, ecwid.Ribbon]{
		textField("text", "",
			func(p *ecwid.Ribbon) string { return p.Text }, func(w *ecwid.Ribbon, v string) { w.Text = v }),
		textField("color", "",
			func(p *ecwid.Ribbon) string { return p.Color }, func(w *ecwid.Ribbon, v string) { w.Color = v }),
	}
}

func altMembers() elements[ecwid.AltText, ecwid.AltText] {
	return elements[ecwid.AltText, ecwid.AltText]{
		textField("main", "",
			func(p *ecwid.AltText) string { return p.Main }, func(w *ecwid.AltText, v string) { w.Main = v }),
		namedTextsField("translated", "",
			func(p *ecwid.AltText) ecwid.TextMap { return p.Translated }, func(w *ecwid.AltText, v ecwid.TextMap) { w.Translated = v }),
	}
}

func relatedCategoryMembers() elements[ecwid.RelatedCategory, ecwid.RelatedCategory] {
	return elements[ecwid.RelatedCategory, ecwid.RelatedCategory]{
		boolField("enabled", "",
			func(p *ecwid.RelatedCategory) *bool { return &p.Enabled }, func(w *ecwid.RelatedCategory, v bool) { w.Enabled = v }),
		wholeField("categoryId", "",
			func(p *ecwid.RelatedCategory) mapping.Value { return integer(p.CategoryID) },
			func(w *ecwid.RelatedCategory, v ecwid.CategoryID) { w.CategoryID = v }),
		wholeField("productCount", "",
			func(p *ecwid.RelatedCategory) mapping.Value { return integer(p.ProductCount) }, func(w *ecwid.RelatedCategory, v int) { w.ProductCount = v }),
	}
}

func recurringMembers() elements[ecwid.RecurringCharge, ecwid.RecurringChargeWrite] {
	return elements[ecwid.RecurringCharge, ecwid.RecurringChargeWrite]{
		textField("recurringInterval", "",
			func(p *ecwid.RecurringCharge) string { return string(p.Interval) },
			func(w *ecwid.RecurringChargeWrite, v string) { w.Interval = ecwid.RecurringInterval(v) }),
		wholeField("recurringIntervalCount", "",
			func(p *ecwid.RecurringCharge) mapping.Value { return integer(p.IntervalCount) }, func(w *ecwid.RecurringChargeWrite, v int) { w.IntervalCount = v }),
		amountField("subscriptionPriceWithSignUpFee", "",
			func(p *ecwid.RecurringCharge) *ecwid.Amount { return p.PriceWithSignUpFee },
			func(w *ecwid.RecurringChargeWrite, v ecwid.Amount) { w.PriceWithSignUpFee = present(v) }),
	}
}
