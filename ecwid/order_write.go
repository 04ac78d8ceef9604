package ecwid

// OrderCreate is the body of a new order. Set Email, PaymentStatus,
// FulfillmentStatus, Subtotal, Total and, on each item, Name and Quantity. The
// store computes and checks no sums.
//
// An order that is PAID, names valid products and has an e-mail address or a
// customer lowers the stock of the shop. An unknown e-mail address makes a new
// customer. Mails go out unless CustomerMailsOff is set.
type OrderCreate struct {
	OrderFields
	// CreateDate may lie in the past.
	CreateDate Opt[Time] `json:"createDate,omitzero"`
	// ExtraFields are checkout fields by name.
	ExtraFields Opt[TextMap] `json:"extraFields,omitzero"`
}

// OrderUpdate is a partial update of an order: absent fields stay as they are.
// Items, when present, are replaced as a whole: give each line to keep with its
// ID; lines that are missing are dropped. Totals, taxes and discounts are not
// computed again.
type OrderUpdate struct{ OrderFields }

// IsZero reports an update that changes nothing.
func (u OrderUpdate) IsZero() bool { return isZero(u) }

// OrderFields are the writable fields of an order. Lists are replaced as a
// whole.
type OrderFields struct {
	Email             Opt[string]            `json:"email,omitzero"`
	CustomerID        Opt[CustomerID]        `json:"customerId,omitzero"`
	PaymentStatus     Opt[PaymentStatus]     `json:"paymentStatus,omitzero"`
	FulfillmentStatus Opt[FulfillmentStatus] `json:"fulfillmentStatus,omitzero"`

	Subtotal                Opt[Amount]                 `json:"subtotal,omitzero"`
	Total                   Opt[Amount]                 `json:"total,omitzero"`
	Tax                     Opt[Amount]                 `json:"tax,omitzero"`
	PricesIncludeTax        Opt[bool]                   `json:"pricesIncludeTax,omitzero"`
	Discount                Opt[Amount]                 `json:"discount,omitzero"`
	CouponDiscount          Opt[Amount]                 `json:"couponDiscount,omitzero"`
	VolumeDiscount          Opt[Amount]                 `json:"volumeDiscount,omitzero"`
	MembershipDiscount      Opt[Amount]                 `json:"membershipBasedDiscount,omitzero"`
	TotalMembershipDiscount Opt[Amount]                 `json:"totalAndMembershipBasedDiscount,omitzero"`
	CustomDiscount          Opt[[]Amount]               `json:"customDiscount,omitzero"`
	DiscountInfo            Opt[[]DiscountInfoWrite]    `json:"discountInfo,omitzero"`
	DiscountCoupon          Opt[DiscountCouponWrite]    `json:"discountCoupon,omitzero"`
	CustomSurcharges        Opt[[]CustomSurchargeWrite] `json:"customSurcharges,omitzero"`
	GiftCardRedemption      Opt[Amount]                 `json:"giftCardRedemption,omitzero"`
	TotalBeforeGiftCard     Opt[Amount]                 `json:"totalBeforeGiftCardRedemption,omitzero"`
	// GiftCardCode to Loyalty are written by the vendor's own client only.
	GiftCardCode        Opt[string]           `json:"giftCardCode,omitzero"`
	GiftCardID          Opt[int64]            `json:"giftCardId,omitzero"`
	GiftCardUUID        Opt[string]           `json:"giftCardUuid,omitzero"`
	GiftCardDoubleSpent Opt[bool]             `json:"giftCardDoubleSpending,omitzero"`
	StoreCredit         Opt[StoreCreditWrite] `json:"storeCredit,omitzero"`
	Loyalty             Opt[LoyaltyWrite]     `json:"loyalty,omitzero"`

	Items           Opt[[]OrderItemWrite]    `json:"items,omitzero"`
	BillingPerson   Opt[PersonWrite]         `json:"billingPerson,omitzero"`
	ShippingPerson  Opt[PersonWrite]         `json:"shippingPerson,omitzero"`
	ShippingOption  Opt[ShippingOptionWrite] `json:"shippingOption,omitzero"`
	HandlingFee     Opt[HandlingFeeWrite]    `json:"handlingFee,omitzero"`
	TaxesOnShipping Opt[[]ShippingTaxWrite]  `json:"taxesOnShipping,omitzero"`

	PaymentMethod          Opt[string]                `json:"paymentMethod,omitzero"`
	PaymentModule          Opt[string]                `json:"paymentModule,omitzero"` // leave out for own orders
	PaymentParams          Opt[TextMap]               `json:"paymentParams,omitzero"`
	PaymentMessage         Opt[string]                `json:"paymentMessage,omitzero"`
	PaymentReference       Opt[string]                `json:"paymentReference,omitzero"`
	ReferenceTransactionID Opt[string]                `json:"referenceTransactionId,omitzero"`
	ExternalTransactionID  Opt[string]                `json:"externalTransactionId,omitzero"`
	ExternalTransactionURL Opt[string]                `json:"externalTransactionUrl,omitzero"`
	CreditCardStatus       Opt[CreditCardStatusWrite] `json:"creditCardStatus,omitzero"`

	CustomerTaxExempt        Opt[bool]         `json:"customerTaxExempt,omitzero"`
	CustomerTaxID            Opt[string]       `json:"customerTaxId,omitzero"`
	CustomerTaxIDValid       Opt[bool]         `json:"customerTaxIdValid,omitzero"`
	ReversedTaxApplied       Opt[bool]         `json:"reversedTaxApplied,omitzero"`
	Kind                     Opt[CustomerKind] `json:"b2b_b2c,omitzero"`
	RequestedInvoice         Opt[bool]         `json:"customerRequestedInvoice,omitzero"`
	FiscalCode               Opt[string]       `json:"customerFiscalCode,omitzero"`
	ElectronicInvoiceEmail   Opt[string]       `json:"electronicInvoicePecEmail,omitzero"`
	ElectronicInvoiceSDICode Opt[string]       `json:"electronicInvoiceSdiCode,omitzero"`

	OrderComments     Opt[string]                 `json:"orderComments,omitzero"`
	PrivateAdminNotes Opt[string]                 `json:"privateAdminNotes,omitzero"`
	TrackingNumber    Opt[string]                 `json:"trackingNumber,omitzero"`
	TrackingURL       Opt[string]                 `json:"trackingUrl,omitzero"`
	LatestShipDate    Opt[Time]                   `json:"latestShipDate,omitzero"`
	LatestDelivery    Opt[Time]                   `json:"latestDeliveryDate,omitzero"`
	PickupTime        Opt[Time]                   `json:"pickupTime,omitzero"`
	OrderExtraFields  Opt[[]OrderExtraFieldWrite] `json:"orderExtraFields,omitzero"`

	// RefererID is the marker by which an order is found again.
	RefererID     Opt[string] `json:"refererId,omitzero"`
	RefererURL    Opt[string] `json:"refererUrl,omitzero"`
	GlobalReferer Opt[string] `json:"globalReferer,omitzero"`
	AffiliateID   Opt[string] `json:"affiliateId,omitzero"`
	// ExternalOrderID needs ExternalFulfillment.
	ExternalFulfillment Opt[bool]   `json:"externalFulfillment,omitzero"`
	ExternalOrderID     Opt[string] `json:"externalOrderId,omitzero"`
	// ExternalOrderData and EbayID are written by the vendor's own client only.
	ExternalOrderData Opt[ExternalOrderDataWrite] `json:"externalOrderData,omitzero"`
	EbayID            Opt[string]                 `json:"ebayId,omitzero"`
	CustomerMailsOff  Opt[bool]                   `json:"disableAllCustomerNotifications,omitzero"`
	AcceptMarketing   Opt[bool]                   `json:"acceptMarketing,omitzero"`
	Hidden            Opt[bool]                   `json:"hidden,omitzero"` // INCOMPLETE only
	IPAddress         Opt[string]                 `json:"ipAddress,omitzero"`
	Lang              Opt[string]                 `json:"lang,omitzero"`
	AdditionalInfo    Opt[TextMap]                `json:"additionalInfo,omitzero"`
}
