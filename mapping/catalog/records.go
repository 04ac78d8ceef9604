package catalog

import (
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/salespos"
)

// POSProduct is a SalesPOS product on its way to Ecwid, with the ids of the shop
// that mapping cannot look up.
type POSProduct struct {
	Product *salespos.Product
	// Variants are the combinations that become variations; none: the product is
	// simple.
	Variants []POSVariant
	// Categories are the linked categories of the shop, in the POS's order.
	Categories []ecwid.CategoryID
	// CategoriesKnown false: they were not looked up, or not all have a category in
	// the shop. They are not sent then.
	CategoriesKnown bool
	// Taxes are the manual taxes of the shop for the product's VAT class.
	Taxes []ecwid.TaxID
	// TaxesKnown false: they were not looked up and are not sent. The shop may
	// have no taxes at all.
	TaxesKnown bool
	// Properties are the specifications by name, options as their text. nil: they
	// were not read.
	Properties []Option
	// Quantity is what the stock calculator says; nil: not tracked, or unknown. Of
	// a product with variants it only counts for one shared stock.
	Quantity *decimal.Decimal
	// Reference is the externalReferenceId that a create carries.
	Reference string
	// WeightUnit is the shop's unit of weight, such as ecwid's GRAM; "" is
	// KILOGRAM, the unit of the POS.
	WeightUnit string
}

// POSVariant is an attribute combination of a SalesPOS product on its way to
// Ecwid.
type POSVariant struct {
	Product     *salespos.Product
	Combination *salespos.AttributeCombination
	// Options are in the order of the product's attribute sets, trimmed, one
	// spelling for each choice.
	Options []Option
	// SKU is the number by which the variant is matched; "": it shares the
	// product's stock.
	SKU string
	// Quantity is what the stock calculator says; nil: not tracked, or unknown.
	Quantity *decimal.Decimal
}

// Option is one attribute of a variant and its value, such as Colour and Red.
type Option struct{ Name, Value string }

// POSCategory is a SalesPOS category on its way to Ecwid.
type POSCategory struct {
	Category *salespos.CategoryNode
	// Details has what the tree leaves out; nil when it was not read.
	Details *salespos.Category
	// Path are the names from the root to the category itself.
	Path []string
	// ParentID is the parent's id in the shop; 0 is the root.
	ParentID ecwid.CategoryID
	// ParentKnown false: the parent has no category in the shop yet. The flow binds
	// it when it has.
	ParentKnown bool
}

// ShopBuyer is the buyer of an Ecwid order, or an Ecwid customer, on the way to a
// SalesPOS user. It has no password: what is mapped stands in plans and reports.
// Who sends the create sets UserCreate.Password.
type ShopBuyer struct {
	Email string
	// Customer is the customer's own record; nil for the buyer of an order.
	Customer *ecwid.Customer
	// Billing and Shipping may be nil.
	Billing, Shipping *ecwid.Person
	TaxID             string
	// Business says that the buyer is a company (see CompanyName).
	Business bool
	// GroupID is the user group; nil: none is sent.
	GroupID *salespos.UserGroupID
}
