package ecwid

import (
	"context"
	"errors"
)

// OrderCalculation is a cart whose sums the store shall compute. Items need at
// least Name, Price and Quantity, or a ProductID. Everything is optional;
// ShippingPerson defaults to BillingPerson.
type OrderCalculation struct {
	Email             Opt[string]                 `json:"email,omitzero"`
	CustomerID        Opt[CustomerID]             `json:"customerId,omitzero"`
	CustomerTaxExempt Opt[bool]                   `json:"customerTaxExempt,omitzero"`
	IPAddress         Opt[string]                 `json:"ipAddress,omitzero"`
	Items             Opt[[]OrderItemWrite]       `json:"items,omitzero"`
	BillingPerson     Opt[PersonWrite]            `json:"billingPerson,omitzero"`
	ShippingPerson    Opt[PersonWrite]            `json:"shippingPerson,omitzero"`
	DiscountCoupon    Opt[DiscountCouponWrite]    `json:"discountCoupon,omitzero"`
	DiscountInfo      Opt[[]DiscountInfoWrite]    `json:"discountInfo,omitzero"`
	CustomSurcharges  Opt[[]CustomSurchargeWrite] `json:"customSurcharges,omitzero"`
	GiftCardCode      Opt[string]                 `json:"giftCardCode,omitzero"`
	HandlingFee       Opt[HandlingFeeWrite]       `json:"handlingFee,omitzero"`
	ShippingOption    Opt[ShippingOptionWrite]    `json:"shippingOption,omitzero"`
	PaymentOption     Opt[CalculationPayment]     `json:"paymentOptionsDetails,omitzero"`
}

// CalculationPayment chooses the payment option, whose surcharge counts.
type CalculationPayment struct {
	PaymentID PaymentOptionID `json:"paymentId"`
}

// calculationAnswer is an order that was not stored: it has no id.
type calculationAnswer struct{ Order }

func (a *calculationAnswer) check() error {
	if a.PaymentStatus == "" {
		return errors.New("it is no order")
	}
	return nil
}

// Calculate returns the order that a cart would be: totals, taxes,
// AvailableShippingOptions and AvailableTaxes. Nothing is stored.
//
// Endpoint: POST /order/calculate
// Scope: read_store_profile
func (s *OrdersService) Calculate(ctx context.Context, cart OrderCalculation) (*Order, error) {
	o := operation{op: "POST /order/calculate", path: []string{"order", "calculate"}, body: cart, safe: true}
	answer, err := fetch[calculationAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return &answer.Order, nil
}
