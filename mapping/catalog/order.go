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
		Target: slices.Concat(
			intoTarget("SalesPOS /orders", orderTarget()...),
			intoTarget("SalesPOS /orders", orderMoneyTarget()...),
			infoTarget(
				func(o *salespos.Order) *salespos.PersonalInfo { return o.Customer },
				func(p *salespos.OrderCreate, change func(*salespos.PersonalInfoInput)) { change(&p.Customer) }),
		),
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
		mapping.To("order_row_taxes_included").From("prices_include_tax"),
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

func orderSource() []mapping.SourceField[ShopOrder] {
	text := func(name, doc string, get func(*ecwid.Order) string) mapping.SourceField[ShopOrder] {
		return sourceText(name, doc, func(s *ShopOrder) string { return get(s.Order) })
	}
	return slices.Concat(
		fromSource("Ecwid /orders",
			text("id", "public id, with prefix and suffix", func(o *ecwid.Order) string { return string(o.ID) }),
			source("internal_id", mapping.KindNumber, "numeric key", func(s *ShopOrder) mapping.Value { return id(s.Order.InternalID) }),
			source("email", mapping.KindText, "e-mail address in its normal form (see Email)", func(s *ShopOrder) mapping.Value { return emailValue(s.Order.Email) }),
			text("tax_id", "VAT number of the buyer", func(o *ecwid.Order) string { return o.CustomerTaxID }),
			text("lang", "language of the buyer", func(o *ecwid.Order) string { return o.Lang }),
			text("comments", "what the buyer wrote", func(o *ecwid.Order) string { return o.OrderComments }),
			text("payment_method", "title of the payment method", func(o *ecwid.Order) string { return o.PaymentMethod }),
			text("payment_status", "state of the payment", func(o *ecwid.Order) string { return string(o.PaymentStatus) }),
			text("fulfillment_status", "state of the handling", func(o *ecwid.Order) string { return string(o.FulfillmentStatus) }),
			source("shipping_method", mapping.KindText, "title of the shipping method", func(s *ShopOrder) mapping.Value {
				if s.Order.ShippingOption == nil {
					return mapping.Absent()
				}
				return mapping.Text(s.Order.ShippingOption.MethodName)
			}),
			source("prices_include_tax", mapping.KindBool, "the prices of the lines are gross", func(s *ShopOrder) mapping.Value {
				return maybeBool(s.Order.PricesIncludeTax)
			}),
			sourceNumber("total", "what the buyer pays", func(s *ShopOrder) decimal.Decimal { return s.Order.Total.Decimal }),
		),
		orderContext(),
		personSource("billing.", func(s *ShopOrder) *ecwid.Person {
			return billingPerson(s.Order.BillingPerson, s.Order.ShippingPerson)
		}),
		personSource("delivery.", func(s *ShopOrder) *ecwid.Person {
			return deliveryPerson(s.Order.BillingPerson, s.Order.ShippingPerson)
		}),
	)
}

// orderContext is what the flow resolved.
func orderContext() []mapping.SourceField[ShopOrder] {
	return fromSource("looked up or computed before mapping",
		sourceText("reference", "our mark, by which the order is found again", func(s *ShopOrder) string { return s.Reference }),
		sourceText("currency", "ISO 4217", func(s *ShopOrder) string { return s.Currency }),
		sourceBool("paid", "paid, by the payment method and status", func(s *ShopOrder) bool { return s.Paid }),
		source("rows", mapping.KindList, "the mapped lines", func(s *ShopOrder) mapping.Value { return rowValues(s.Rows) }),
		sourceNumber("shipping", "shipping to book", func(s *ShopOrder) decimal.Decimal { return s.Shipping }),
		sourceNumber("extra_costs", "rounding difference, or discount on the order", func(s *ShopOrder) decimal.Decimal { return s.ExtraCosts }),
		sourceText("extra_costs_text", "what the extra costs are", func(s *ShopOrder) string { return s.ExtraCostsText }),
	)
}

type (
	orderField = mapping.TargetField[salespos.Order, salespos.OrderCreate]
	posOrder   = salespos.Order
	orderPatch = salespos.OrderCreate
)

func orderTarget() []orderField {
	return []orderField{
		{
			Name: "orderrows", Kind: mapping.KindList, Required: true,
			Doc: "the rows; they are read apart from the order",
			Set: func(p *orderPatch, v mapping.Value) (err error) {
				p.Rows, err = rowInputs(v)
				return err
			},
		},
		textField("reservationnumber", "free reference, may be printed on the invoice",
			func(o *posOrder) string { return o.ReservationNumber }, func(p *orderPatch) *optional[string] { return &p.ReservationNumber }),
		textField("orderedinlng", "language of the buyer",
			func(o *posOrder) string { return o.Language }, func(p *orderPatch) *optional[string] { return &p.Language }),
		textField("deliver_method", "how the goods leave; only shipping is known to the letter",
			func(o *posOrder) string { return o.DeliverMethod }, func(p *orderPatch) *optional[string] { return &p.DeliverMethod }),
		wholeField("status", "state of the handling, 1 to 14",
			func(o *posOrder) mapping.Value { return id(o.Status) },
			func(p *orderPatch) *optional[salespos.OrderStatus] { return &p.Status }),
		boolField("is_completed", "false is an open basket",
			func(o *posOrder) mapping.Value { return maybeBool(o.IsCompleted) }, func(p *orderPatch) *optional[bool] { return &p.IsCompleted }),
		boolField("paid", "payment received",
			func(o *posOrder) mapping.Value { return mapping.Bool(o.Paid) }, func(p *orderPatch) *optional[bool] { return &p.Paid }),
	}
}

func orderMoneyTarget() []orderField {
	amount := func(name, doc string, get func(*posOrder) salespos.Amount, field func(*orderPatch) *optional[salespos.Amount]) orderField {
		return amountField(name, doc, func(o *posOrder) mapping.Value { return mapping.Number(get(o).Decimal) }, salespos.NewAmount, field)
	}
	flag := func(name, doc string, get func(*posOrder) bool, field func(*orderPatch) *optional[bool]) orderField {
		return boolField(name, doc, func(o *posOrder) mapping.Value { return mapping.Bool(get(o)) }, field)
	}
	return []orderField{
		textField("currency", "ISO 4217",
			func(o *posOrder) string { return o.Currency }, func(p *orderPatch) *optional[string] { return &p.Currency }),
		flag("taxes_included", "false hides all taxes",
			func(o *posOrder) bool { return o.TaxesIncluded }, func(p *orderPatch) *optional[bool] { return &p.TaxesIncluded }),
		flag("order_row_taxes_included", "the prices of the rows are gross",
			func(o *posOrder) bool { return o.RowTaxesIncluded }, func(p *orderPatch) *optional[bool] { return &p.RowTaxesIncluded }),
		flag("shipping_taxes_included", "shipping counts in the tax of the order",
			func(o *posOrder) bool { return o.ShippingTaxesIncluded }, func(p *orderPatch) *optional[bool] { return &p.ShippingTaxesIncluded }),
		amount("total_shipping", "shipping; absent lets the POS compute it, 0 is free",
			func(o *posOrder) salespos.Amount { return o.TotalShipping }, func(p *orderPatch) *optional[salespos.Amount] { return &p.TotalShipping }),
		amount("paymethod_costs", "fee of the payment method",
			func(o *posOrder) salespos.Amount { return o.PayMethodCosts }, func(p *orderPatch) *optional[salespos.Amount] { return &p.PayMethodCosts }),
		amount("extra_costs", "extra amount; negative is a discount on the order",
			func(o *posOrder) salespos.Amount { return o.ExtraCosts }, func(p *orderPatch) *optional[salespos.Amount] { return &p.ExtraCosts }),
		textField("extra_costs_description", "what the extra costs are, on the invoice",
			func(o *posOrder) string { return o.ExtraCostsDescription }, func(p *orderPatch) *optional[string] { return &p.ExtraCostsDescription }),
	}
}
