package catalog

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// OrderSchema are the fields of Ecwid orders and of SalesPOS orders. The user of
// an order is bound into the patch when it is sent.
func OrderSchema() mapping.Schema[ShopOrder, salespos.Order, salespos.OrderCreate] {
	return mapping.Schema[ShopOrder, salespos.Order, salespos.OrderCreate]{
		Name: "orders Ecwid → SalesPOS", Source: orderSource(),
		Target: posOrderFields(), OpenSource: []mapping.OpenSource[ShopOrder]{
			openTexts("orderExtraFields", orderExtraDoc, shopOrderOrigin, func(s *ShopOrder, id string) mapping.Value { return orderExtra(s.Order, id) }),
			openTexts("extraFields", checkoutDoc, shopOrderOrigin, func(s *ShopOrder, name string) mapping.Value { return checkoutField(s.Order, name) }),
		},
	}
}

// Orders is the default mapping of orders. An order is written once and then
// belongs to the POS. Shipping is always sent, because the POS would compute what
// is missing; other amounts that are 0 are not.
func Orders() mapping.Definition {
	rules := append(infoRules(),
		mapping.To("reservationnumber").From("reference").Required(),
		mapping.To("orderrows").From("rows").Required(),
		mapping.To("currency").From("currency"),
		mapping.To("paid").From("paid"),
		mapping.To("is_completed").Force(mapping.Bool(true)),
		mapping.To("orderedinlng").From("lang"),
		mapping.To("taxes_included").Force(mapping.Bool(true)),
		mapping.To("order_row_taxes_included").From("gross_rows"),
		mapping.To("shipping_taxes_included").If(mapping.Is("tax_free", mapping.Bool(true)), mapping.Bool(false)),
		mapping.To("is_intra_community_order").From("reversedTaxApplied").ZeroIsEmpty(),
		mapping.To("total_shipping").From("shipping"),
		mapping.To("extra_costs").From("extra_costs").ZeroIsEmpty(),
		mapping.To("extra_costs_description").
			If(mapping.Not(mapping.Is("extra_costs", mapping.Int(0))), mapping.Path("extra_costs_text")),
		mapping.To("email").From("email").MaxLength(maxPersonText, mapping.Reject),
		customerTypeRule(mapping.Filled("billing.company")),
	)
	return mapping.Definition{
		Name: "orders Ecwid → SalesPOS", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("order", mapping.CreateOnly, fieldsOf(rules)...)},
	}
}

// orderSource are the fields of an Ecwid order. The e-mail address is the one in its
// normal form.
func orderSource() []mapping.SourceField[ShopOrder] {
	own := within("", func(s *ShopOrder) *shopOrder { return s.Order }, leaving(shopOrderSource(), "email"))
	return slices.Concat(own, orderContext(),
		personSource("billing.", "billingPerson.", func(s *ShopOrder) *ecwid.Person {
			return billingPerson(s.Order.BillingPerson, s.Order.ShippingPerson)
		}),
		personSource("delivery.", "shippingPerson.", func(s *ShopOrder) *ecwid.Person {
			return deliveryPerson(s.Order.BillingPerson, s.Order.ShippingPerson)
		}),
	)
}

// orderContext is what the flow resolved.
func orderContext() []mapping.SourceField[ShopOrder] {
	return fromSource("looked up or computed before mapping",
		source("email", mapping.KindText, "e-mail address in its normal form (see Email)", func(s *ShopOrder) mapping.Value { return emailValue(s.Order.Email) }),
		sourceText("tax_id", "VAT number of the buyer", func(s *ShopOrder) string { return s.Order.CustomerTaxID }),
		sourceText("reference", "our mark, by which the order is found again", func(s *ShopOrder) string { return s.Reference }),
		sourceText("currency", "ISO 4217", func(s *ShopOrder) string { return s.Currency }),
		sourceBool("gross_rows", "the prices of the rows contain VAT", func(s *ShopOrder) bool { return s.GrossRows }),
		sourceBool("tax_free", "the shop took no tax and owes none", func(s *ShopOrder) bool { return s.TaxFree }),
		sourceBool("paid", "paid, by the payment method and status", func(s *ShopOrder) bool { return s.Paid }),
		source("rows", mapping.KindList, "the mapped lines", func(s *ShopOrder) mapping.Value { return rowValues(s.Rows) }),
		sourceNumber("shipping", "shipping to book", func(s *ShopOrder) decimal.Decimal { return s.Shipping }),
		sourceNumber("extra_costs", "rounding difference, or discount on the order", func(s *ShopOrder) decimal.Decimal { return s.ExtraCosts }),
		sourceText("extra_costs_text", "what the extra costs are", func(s *ShopOrder) string { return s.ExtraCostsText }),
	)
}
