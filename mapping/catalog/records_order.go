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
