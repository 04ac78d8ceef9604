package catalog

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/salespos"
)

// ShopOrder is an Ecwid order on its way to SalesPOS. Lines, money and buyer were
// resolved before.
type ShopOrder struct {
	Order *ecwid.Order
	// Reference is the text for reservationnumber, by which the order is found
	// again: "ecwid:<store>:<internal id> <order id>".
	Reference string
	// Currency is ISO 4217; "": it is not sent and the POS takes its own.
	Currency string
	// GrossRows says that the prices of the rows contain VAT.
	GrossRows bool
	// TaxFree says that the shop took no tax and owes none.
	TaxFree bool
	// Rows are the mapped lines (see OrderLines) in order, with those of discounts
	// and fees.
	Rows []salespos.OrderRowInput
	Paid bool
	// Shipping is booked as total_shipping; 0 is free.
	Shipping decimal.Decimal
	// ExtraCosts is a rounding difference, or a discount on the order; 0: none is
	// sent.
	ExtraCosts decimal.Decimal
	// ExtraCostsText says what ExtraCosts are.
	ExtraCostsText string
}

// POSOrder is a SalesPOS order on its way to Ecwid. Lines, money and buyer were
// resolved before. The reference of the order (refererId) is not mapped: who sends
// the create sets it.
type POSOrder struct {
	Order *salespos.Order
	// Email is the buyer's address in its normal form, or the one for guests: the shop
	// takes no order without.
	Email string
	// Items are the mapped rows (see POSOrderLines) in order.
	Items []ecwid.OrderItemWrite
	// Discount is taken off the order as a whole, such as loyalty points or negative
	// extra costs; 0 is sent, too.
	Discount decimal.Decimal
	// Fee are payment and extra costs, on the tax basis of the rows; 0: none is sent.
	Fee decimal.Decimal
	// FeeText says what Fee is.
	FeeText string
}

// POSLine is a row of a SalesPOS order with the product that it resolved to.
type POSLine struct {
	Row *salespos.OrderRow
	// ProductID 0 is a free text.
	ProductID ecwid.ProductID
	// CombinationID 0: no variation.
	CombinationID ecwid.CombinationID
	// Quantity are whole pieces: the shop has no others.
	Quantity int
	// UnitPrice is for one piece with its options, after the discount of the row.
	UnitPrice decimal.Decimal
	// Tax is that of the whole line.
	Tax decimal.Decimal
}

// ShopLine is a line of an Ecwid order with the article that it resolved to.
type ShopLine struct {
	Item *ecwid.OrderItem
	// ProductID 0 is a text line.
	ProductID salespos.ProductID
	// CombinationID 0: no variant.
	CombinationID salespos.CombinationID
	// PackageID is needed for text lines.
	PackageID salespos.PackageID
	// TaxRate is a percentage; it counts when TaxRateKnown.
	TaxRate      decimal.Decimal
	TaxRateKnown bool
	// UnitPrice is before UnitDiscount; both are for one piece.
	UnitPrice, UnitDiscount decimal.Decimal
	// Number is the article number of a text line.
	Number string
}
