package catalog

import (
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// POSOrderSchema are the fields of SalesPOS orders and of Ecwid orders. A patch
// becomes an OrderUpdate of its OrderFields when the order is there.
func POSOrderSchema() mapping.Schema[POSOrder, ecwid.Order, ecwid.OrderCreate] {
	own := within("", func(s *POSOrder) *posOrder { return s.Order }, leaving(posOrderSource(), "email"))
	return mapping.Schema[POSOrder, ecwid.Order, ecwid.OrderCreate]{
		Name: "orders SalesPOS → Ecwid", Source: append(own, posOrderContext()...), Target: shopOrderFields(),
		OpenTarget: openShopOrder(),
	}
}

// POSOrderLineSchema are the fields of the rows of SalesPOS orders and of the lines
// of Ecwid orders.
func POSOrderLineSchema() mapping.Schema[POSLine, ecwid.OrderItem, ecwid.OrderItemWrite] {
	own := within("", func(s *POSLine) *posRow { return s.Row }, posRowSource())
	return mapping.Schema[POSLine, ecwid.OrderItem, ecwid.OrderItemWrite]{
		Name: "order lines SalesPOS → Ecwid", Source: append(own, posLineContext()...), Target: shopItemFields(),
	}
}

// POSOrders is the default mapping of orders in the other direction. An order is
// written once and then belongs to the shop. The shop computes nothing, so all amounts
// are sent, also those that are 0. A paid order lowers the stock of the shop.
// Customers get no mails about it. The state of the handling is not carried over:
// shops rename theirs.
func POSOrders() mapping.Definition {
	rules := slices.Concat(
		posOrderMoneyRules(),
		shopAddressRules("billingPerson.", "billing."),
		[]mapping.Rule{mapping.To("shippingPerson.name").From("delivery.full_name")},
		shopAddressRules("shippingPerson.", "delivery.")[1:], // a delivery address has one name only
		[]mapping.Rule{
			mapping.To("email").From("email").Required(),
			mapping.To("items").From("items").Required(),
			mapping.To("paymentStatus").If(mapping.Is("paid", mapping.Bool(true)), mapping.Text(string(ecwid.PaymentPaid))).
				If(mapping.Otherwise(), mapping.Text(string(ecwid.PaymentAwaiting))),
			mapping.To("fulfillmentStatus").Force(mapping.Text(string(ecwid.FulfillmentAwaiting))),
			mapping.To("disableAllCustomerNotifications").Force(mapping.Bool(true)),
			mapping.To("createDate").From("create_date"),
			mapping.To("lang").From("orderedinlng"),
			mapping.To("paymentMethod").From("paymethod_label", "paymethod").SkipEmpty(),
			mapping.To("trackingNumber").From("track_and_trace_code"),
			mapping.To("customerTaxId").From("btw"),
			mapping.To("reversedTaxApplied").From("is_intra_community_order").ZeroIsEmpty(),
			mapping.To("b2b_b2c").
				If(mapping.Is("customertype", mapping.Text(string(salespos.Business))), mapping.Text(string(ecwid.KindBusiness))).
				If(mapping.Otherwise(), mapping.Text(string(ecwid.KindConsumer))),
		})
	return mapping.Definition{
		Name: "orders SalesPOS → Ecwid", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("order", mapping.CreateOnly, fieldsOf(rules)...)},
	}
}

func posOrderMoneyRules() []mapping.Rule {
	return []mapping.Rule{
		mapping.To("pricesIncludeTax").From("order_row_taxes_included").Required(),
		mapping.To("subtotal").From("subtotal").Required(),
		mapping.To("discount").From("order_discount").Required(),
		mapping.To("shippingOption.shippingRate").From("total_shipping").Required(),
		mapping.To("handlingFee.value").From("fee").ZeroIsEmpty(),
		mapping.To("handlingFee.name").If(mapping.Not(mapping.Is("fee", mapping.Int(0))), mapping.Path("fee_text")),
		mapping.To("tax").From("total_tax").Required(),
		mapping.To("total").From("total_price").Required(),
	}
}

// POSOrderLines is the default mapping of order rows in the other direction. A line
// without a product is a free text, which moves no stock. The price has the discount
// taken off and options in it.
func POSOrderLines() mapping.Definition {
	rules := []mapping.Rule{
		mapping.To("productId").From("shop_product_id"),
		mapping.To("combinationId").From("shop_combination_id"),
		mapping.To("name").From("product_name").Required(),
		mapping.To("sku").From("sub_sku_number", "sub_product_number", "product_number").SkipEmpty().MaxLength(maxShopText, mapping.Truncate),
		mapping.To("quantity").From("quantity").Required(),
		mapping.To("price").From("unit_price").Required(),
		mapping.To("tax").From("line_tax").Required(),
		mapping.To("taxes").From("line_taxes"),
		mapping.To("selectedOptions").From("chosen_options"),
	}
	return mapping.Definition{
		Name: "order lines SalesPOS → Ecwid", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("line", mapping.CreateOnly, fieldsOf(rules)...)},
	}
}

// posOrderContext is what the sender resolved.
func posOrderContext() []mapping.SourceField[POSOrder] {
	return fromSource("looked up or computed before mapping",
		source("email", mapping.KindText, "e-mail address in its normal form, or that for guests", func(s *POSOrder) mapping.Value { return emailValue(s.Email) }),
		source("items", mapping.KindList, "the mapped rows", func(s *POSOrder) mapping.Value { return records(s.Items, itemValue) }),
		sourceNumber("subtotal", "sum of price times quantity of the items", subtotal),
		sourceNumber("order_discount", "discount on the order as a whole", func(s *POSOrder) decimal.Decimal { return s.Discount }),
		sourceNumber("fee", "payment and extra costs", func(s *POSOrder) decimal.Decimal { return s.Fee }),
		sourceText("fee_text", "what the fee is", func(s *POSOrder) string { return s.FeeText }),
	)
}

func subtotal(s *POSOrder) decimal.Decimal {
	sum := decimal.Zero
	for i := range s.Items {
		price, quantity := s.Items[i].Price.Or(ecwid.Amount{}), s.Items[i].Quantity.Or(0)
		sum = sum.Add(price.Mul(decimal.NewFromInt(int64(quantity))))
	}
	return sum
}

// itemValue is a line as an object of what was written into it, and no more.
func itemValue(w *ecwid.OrderItemWrite) mapping.Value {
	var keys map[string]json.RawMessage
	var item ecwid.OrderItem
	text, err := json.Marshal(w)
	if err != nil || json.Unmarshal(text, &keys) != nil || json.Unmarshal(text, &item) != nil {
		return mapping.Absent() // cannot be: both are documents of one kind
	}
	var members []mapping.Pair
	for _, f := range shopItemFields() {
		if _, written := keys[f.Name]; written {
			members = append(members, pair(f.Name, f.Get(&item)))
		}
	}
	return mapping.Object(members...)
}

func posLineContext() []mapping.SourceField[POSLine] {
	return fromSource("looked up or computed before mapping",
		source("shop_product_id", mapping.KindNumber, "product in the shop, absent for a free text", func(s *POSLine) mapping.Value { return id(s.ProductID) }),
		source("shop_combination_id", mapping.KindNumber, "variation in the shop", func(s *POSLine) mapping.Value { return id(s.CombinationID) }),
		source("quantity", mapping.KindNumber, "whole pieces", func(s *POSLine) mapping.Value { return integer(s.Quantity) }),
		sourceNumber("unit_price", "price of a piece with options, after the discount", func(s *POSLine) decimal.Decimal { return s.UnitPrice }),
		sourceNumber("line_tax", "VAT of the whole line", func(s *POSLine) decimal.Decimal { return s.Tax }),
		source("line_taxes", mapping.KindList, "the VAT as a list, as {name, value, total}; absent where the rate is unknown", lineTaxes),
		source("chosen_options", mapping.KindList, "chosen options, as {name, type, value, valuesArray, selections}; absent without", chosenOptions),
	)
}

func lineTaxes(s *POSLine) mapping.Value {
	if s.Row.Tax == nil {
		return mapping.Absent()
	}
	return mapping.List(object(textPair("name", "VAT"), pair("value", posAmount(s.Row.Tax)), pair("total", mapping.Number(s.Tax))))
}

// chosenOptions are choices whose prices are in the price of the line already.
func chosenOptions(s *POSLine) mapping.Value {
	if len(s.Row.Attributes) == 0 {
		return mapping.Absent()
	}
	return records(s.Row.Attributes, func(a *salespos.OrderRowAttribute) mapping.Value {
		selection := object(textPair("selectionTitle", a.Value), pair("selectionModifier", mapping.Int(0)), textPair("selectionModifierType", ecwid.ModifierAbsolute))
		return object(textPair("name", a.Option), textPair("type", ecwid.SelectedChoice), textPair("value", a.Value),
			pair("valuesArray", mapping.Texts(a.Value)), pair("selections", mapping.List(selection)))
	})
}
