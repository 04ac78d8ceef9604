package ecwid

// PaymentStatus is the payment state of an order. Any transition is accepted.
type PaymentStatus string

// Values of PaymentStatus. CANCELLED and REFUNDED put the items back into
// stock, PARTIALLY_REFUNDED does not. INCOMPLETE is an abandoned cart and no
// order. Three custom states exist beside these.
const (
	PaymentAwaiting          PaymentStatus = "AWAITING_PAYMENT"
	PaymentPaid              PaymentStatus = "PAID"
	PaymentCancelled         PaymentStatus = "CANCELLED"
	PaymentRefunded          PaymentStatus = "REFUNDED"
	PaymentPartiallyRefunded PaymentStatus = "PARTIALLY_REFUNDED"
	PaymentIncomplete        PaymentStatus = "INCOMPLETE"
	PaymentCustom1           PaymentStatus = "CUSTOM_PAYMENT_STATUS_1"
	PaymentCustom2           PaymentStatus = "CUSTOM_PAYMENT_STATUS_2"
	PaymentCustom3           PaymentStatus = "CUSTOM_PAYMENT_STATUS_3"
)

// FulfillmentStatus is the delivery state of an order.
type FulfillmentStatus string

// Values of FulfillmentStatus. It is independent of the payment.
const (
	FulfillmentAwaiting       FulfillmentStatus = "AWAITING_PROCESSING"
	FulfillmentProcessing     FulfillmentStatus = "PROCESSING"
	FulfillmentShipped        FulfillmentStatus = "SHIPPED"
	FulfillmentDelivered      FulfillmentStatus = "DELIVERED"
	FulfillmentWillNotDeliver FulfillmentStatus = "WILL_NOT_DELIVER"
	FulfillmentReturned       FulfillmentStatus = "RETURNED"
	FulfillmentReadyForPickup FulfillmentStatus = "READY_FOR_PICKUP"
	FulfillmentOutForDelivery FulfillmentStatus = "OUT_FOR_DELIVERY"
	FulfillmentCustom1        FulfillmentStatus = "CUSTOM_FULFILLMENT_STATUS_1"
	FulfillmentCustom2        FulfillmentStatus = "CUSTOM_FULFILLMENT_STATUS_2"
	FulfillmentCustom3        FulfillmentStatus = "CUSTOM_FULFILLMENT_STATUS_3"
)

// DeliveryKind is how an order reaches the buyer.
type DeliveryKind string

// Values of DeliveryKind.
const (
	DeliveryShipping DeliveryKind = "SHIPPING"
	DeliveryPickup   DeliveryKind = "PICKUP"
	DeliveryLocal    DeliveryKind = "DELIVERY"
)

// DiscountType tells how a discount counts.
type DiscountType string

// Values of DiscountType. DiscountAbsolute is an older name of DiscountAmount.
const (
	DiscountAmount             DiscountType = "ABS"
	DiscountPercent            DiscountType = "PERCENT"
	DiscountFixedPrice         DiscountType = "FIXED_PRICE"
	DiscountShipping           DiscountType = "SHIPPING"
	DiscountAmountAndShipping  DiscountType = "ABS_AND_SHIPPING"
	DiscountPercentAndShipping DiscountType = "PERCENT_AND_SHIPPING"
	DiscountAbsolute           DiscountType = "ABSOLUTE"
)

// DiscountBase is what a discount is granted for.
type DiscountBase string

// Values of DiscountBase.
const (
	BaseTotal              DiscountBase = "ON_TOTAL"
	BaseMembership         DiscountBase = "ON_MEMBERSHIP"
	BaseTotalAndMembership DiscountBase = "ON_TOTAL_AND_MEMBERSHIP"
	BaseShipping           DiscountBase = "SHIPPING"
	BaseItem               DiscountBase = "ITEM"
	BaseSubtotal           DiscountBase = "SUBTOTAL"
	BaseCustom             DiscountBase = "CUSTOM"
)

// SelectedOptionType is the kind of an option that the buyer chose. These are
// other names than those of OptionType.
type SelectedOptionType string

// Values of SelectedOptionType.
const (
	SelectedChoice       SelectedOptionType = "CHOICE"
	SelectedSwatchChoice SelectedOptionType = "SWATCH_CHOICE"
	SelectedChoices      SelectedOptionType = "CHOICES"
	SelectedText         SelectedOptionType = "TEXT"
	SelectedDate         SelectedOptionType = "DATE"
	SelectedFiles        SelectedOptionType = "FILES"
)

// CustomerInputType is how a buyer fills in an extra field.
type CustomerInputType string

// Values of CustomerInputType.
const (
	InputText          CustomerInputType = "TEXT"
	InputTextArea      CustomerInputType = "TEXTAREA"
	InputSelect        CustomerInputType = "SELECT"
	InputCheckbox      CustomerInputType = "CHECKBOX"
	InputToggleButtons CustomerInputType = "TOGGLE_BUTTON_GROUP"
	InputRadioButtons  CustomerInputType = "RADIO_BUTTONS"
	InputDateTime      CustomerInputType = "DATETIME"
	InputLabel         CustomerInputType = "LABEL"
)
