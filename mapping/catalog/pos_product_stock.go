package catalog

import (
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

func posProductStock() []posProductField {
	return []posProductField{
		boolField("stockenabled", "stock is tracked",
			func(p *posProduct) *bool { return p.StockEnabled }, func(w *posProductPatch, v bool) { w.StockEnabled = present(v) }),
		oneOf(anyCase(wordField("stocktype", "where the stock is: of the product, or of each variant",
			func(p *posProduct) string { return string(p.StockType) },
			func(w *posProductPatch, v string) { w.StockType = present(salespos.StockType(v)) })), salespos.StockOfProduct, salespos.StockOfCombinations),
		measured("sales units", amountField("stock", "quantity on hand, decimals allowed; counts where stocktype is Product",
			func(p *posProduct) *salespos.Amount { return p.Stock },
			func(w *posProductPatch, v salespos.Amount) { w.Stock = present(v) })),
		limited(maxPOSText, textField("stocklocation", "place in the store",
			func(p *posProduct) string { return p.StockLocation }, func(w *posProductPatch, v string) { w.StockLocation = present(v) })),
		wordField("ordering_without_stock", "whether it is sold without stock; global_setting follows the shop",
			func(p *posProduct) string { return p.OrderingWithoutStock }, func(w *posProductPatch, v string) { w.OrderingWithoutStock = present(v) }),
		measured("kg", amountField("weight", "weight of a piece",
			func(p *posProduct) *salespos.Amount { return &p.Weight },
			func(w *posProductPatch, v salespos.Amount) { w.Weight = present(v) })),
		wholeField("decimal_amount", "decimals that an ordered quantity may have, 0 for whole pieces",
			func(p *posProduct) mapping.Value { return integer(p.DecimalAmount) }, func(w *posProductPatch, v int) { w.DecimalAmount = present(v) }),
		amountField("minimal_order_amount", "least quantity of an order, at least 1",
			func(p *posProduct) *salespos.Amount { return &p.MinimalOrderAmount },
			func(w *posProductPatch, v salespos.Amount) { w.MinimalOrderAmount = present(v) }),
		amountField("amount_sold", "pieces sold",
			func(p *posProduct) *salespos.Amount { return p.AmountSold },
			func(w *posProductPatch, v salespos.Amount) { w.AmountSold = present(v) }),
		wholeField("stock_delivery_number", "lead time, 1 to 31, in units of stock_delivery_type",
			func(p *posProduct) mapping.Value { return integer(p.StockDeliveryNumber) }, func(w *posProductPatch, v int) { w.StockDeliveryNumber = present(v) }),
		oneOf(wordField("stock_delivery_type", "unit of the lead time, or why there is none",
			func(p *posProduct) string { return string(p.StockDeliveryType) },
			func(w *posProductPatch, v string) { w.StockDeliveryType = present(salespos.DeliveryType(v)) }),
			deliveryTypes()...),
		textField("stock_delivery_standard", "lead time as a text",
			func(p *posProduct) string { return p.StockDeliveryStandard }, func(w *posProductPatch, v string) { w.StockDeliveryStandard = present(v) }),
	}
}

// deliveryTypes are the units of a lead time, and the reasons why there is none.
func deliveryTypes() []salespos.DeliveryType {
	return []salespos.DeliveryType{
		salespos.DeliverDays, salespos.DeliverWeeks, salespos.DeliverMonths, salespos.DeliverQuarters, salespos.DeliverYears,
		salespos.DeliverOutOfStock, salespos.DeliverTemporarilySoldOut, salespos.DeliverWhenOrdered, salespos.DeliverOnRequest,
		salespos.DeliverUnknown,
	}
}
