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
	CustomSurcharges        Opt[[]CustomSurchargeWrite] `json:"customSurcharges,omitzero"`
	GiftCardRedemption      Opt[Amount]                 `json:"giftCardRedemption,omitzero"`
	TotalBeforeGiftCard     Opt[Amount]                 `json:"totalBeforeGiftCardRedemption,omitzero"`

	Items           Opt[[]OrderItemWrite]    `json:"items,omitzero"`
	BillingPerson   Opt[PersonWrite]         `json:"billingPerson,omitzero"`
	ShippingPerson  Opt[PersonWrite]         `json:"shippingPerson,omitzero"`
	ShippingOption  Opt[ShippingOptionWrite] `json:"shippingOption,omitzero"`
	HandlingFee     Opt[HandlingFeeWrite]    `json:"handlingFee,omitzero"`
	TaxesOnShipping Opt[[]ShippingTaxWrite]  `json:"taxesOnShipping,omitzero"`

	PaymentMethod          Opt[string]  `json:"paymentMethod,omitzero"`
	PaymentModule          Opt[string]  `json:"paymentModule,omitzero"` // leave out for own orders
	PaymentParams          Opt[TextMap] `json:"paymentParams,omitzero"`
	PaymentMessage         Opt[string]  `json:"paymentMessage,omitzero"`
	PaymentReference       Opt[string]  `json:"paymentReference,omitzero"`
	ReferenceTransactionID Opt[string]  `json:"referenceTransactionId,omitzero"`
	ExternalTransactionID  Opt[string]  `json:"externalTransactionId,omitzero"`
	ExternalTransactionURL Opt[string]  `json:"externalTransactionUrl,omitzero"`

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
	ExternalFulfillment Opt[bool]    `json:"externalFulfillment,omitzero"`
	ExternalOrderID     Opt[string]  `json:"externalOrderId,omitzero"`
	CustomerMailsOff    Opt[bool]    `json:"disableAllCustomerNotifications,omitzero"`
	AcceptMarketing     Opt[bool]    `json:"acceptMarketing,omitzero"`
	Hidden              Opt[bool]    `json:"hidden,omitzero"` // INCOMPLETE only
	IPAddress           Opt[string]  `json:"ipAddress,omitzero"`
	Lang                Opt[string]  `json:"lang,omitzero"`
	AdditionalInfo      Opt[TextMap] `json:"additionalInfo,omitzero"`
}

// OrderItemWrite is a line in a write. Always set Name and Quantity. For a
// variation set CombinationID, its SKU and SelectedOptions.
type OrderItemWrite struct {
	// ID keeps a line in an update; without it the line is new.
	ID                         Opt[OrderItemID]   `json:"id,omitzero"`
	ProductID                  Opt[ProductID]     `json:"productId,omitzero"`
	CombinationID              Opt[CombinationID] `json:"combinationId,omitzero"`
	CategoryID                 Opt[CategoryID]    `json:"categoryId,omitzero"`
	SKU                        Opt[string]        `json:"sku,omitzero"`
	Name                       Opt[string]        `json:"name,omitzero"`
	NameTranslated             Opt[TextMap]       `json:"nameTranslated,omitzero"`
	ShortDescription           Opt[string]        `json:"shortDescription,omitzero"` // at most 120 characters
	ShortDescriptionTranslated Opt[TextMap]       `json:"shortDescriptionTranslated,omitzero"`
	Quantity                   Opt[int]           `json:"quantity,omitzero"`

	Price            Opt[Amount]                   `json:"price,omitzero"`
	ProductPrice     Opt[Amount]                   `json:"productPrice,omitzero"`
	Tax              Opt[Amount]                   `json:"tax,omitzero"`
	Taxes            Opt[[]OrderTaxWrite]          `json:"taxes,omitzero"`
	Taxable          Opt[bool]                     `json:"taxable,omitzero"`
	TaxClassCode     Opt[string]                   `json:"taxClassCode,omitzero"`
	Shipping         Opt[Amount]                   `json:"shipping,omitzero"`
	HandlingFee      Opt[Amount]                   `json:"handlingFee,omitzero"`
	CouponApplied    Opt[bool]                     `json:"couponApplied,omitzero"`
	CouponAmount     Opt[Amount]                   `json:"couponAmount,omitzero"`
	Discounts        Opt[[]OrderItemDiscountWrite] `json:"discounts,omitzero"`
	DiscountsAllowed Opt[bool]                     `json:"discountsAllowed,omitzero"`

	Weight             Opt[Amount]     `json:"weight,omitzero"`
	Dimensions         Opt[Dimensions] `json:"dimensions,omitzero"`
	IsShippingRequired Opt[bool]       `json:"isShippingRequired,omitzero"`
	QuantityInStock    Opt[int]        `json:"quantityInStock,omitzero"`
	TrackQuantity      Opt[bool]       `json:"trackQuantity,omitzero"`
	GiftCard           Opt[bool]       `json:"giftCard,omitzero"`
	Digital            Opt[bool]       `json:"digital,omitzero"`
	IsPreorder         Opt[bool]       `json:"isPreorder,omitzero"`

	SelectedOptions     Opt[[]SelectedOptionWrite] `json:"selectedOptions,omitzero"`
	IsCustomerSetPrice  Opt[bool]                  `json:"isCustomerSetPrice,omitzero"`
	SelectedPrice       Opt[PriceTier]             `json:"selectedPrice,omitzero"`
	ExternalReferenceID Opt[string]                `json:"externalReferenceId,omitzero"`
}

// SelectedOptionWrite is a chosen option in a write: Selections for choices,
// Value for texts and dates (YYYY-MM-DD). The store derives the rest from
// Selections when they are present.
type SelectedOptionWrite struct {
	Name       string                 `json:"name"`
	Type       SelectedOptionType     `json:"type"`
	Value      Opt[string]            `json:"value,omitzero"`
	Values     Opt[[]string]          `json:"valuesArray,omitzero"`
	Selections Opt[[]OptionSelection] `json:"selections,omitzero"`
}

// OrderTaxWrite is a tax line in a write.
type OrderTaxWrite struct {
	Name         Opt[string] `json:"name,omitzero"`
	Value        Opt[Amount] `json:"value,omitzero"` // percent
	Total        Opt[Amount] `json:"total,omitzero"`
	TaxClassCode Opt[string] `json:"taxClassCode,omitzero"`
	TaxClassName Opt[string] `json:"taxClassName,omitzero"`
	// IncludeInPrice is written by the vendor's own client only.
	IncludeInPrice Opt[bool] `json:"includeInPrice,omitzero"`
}

// OrderItemDiscountWrite is a line's share of a discount in a write.
type OrderItemDiscountWrite struct {
	Info  DiscountInfoWrite `json:"discountInfo"`
	Total Amount            `json:"total"`
}

// DiscountInfoWrite is a discount in a write.
type DiscountInfoWrite struct {
	Value       Opt[Amount]       `json:"value,omitzero"`
	Type        Opt[DiscountType] `json:"type,omitzero"`
	Base        Opt[DiscountBase] `json:"base,omitzero"`
	OrderTotal  Opt[Amount]       `json:"orderTotal,omitzero"`
	Description Opt[string]       `json:"description,omitzero"`
}

// CustomSurchargeWrite is an extra charge in a write.
type CustomSurchargeWrite struct {
	ID          Opt[string]          `json:"id,omitzero"`
	Value       Opt[Amount]          `json:"value,omitzero"`
	Type        Opt[ModifierType]    `json:"type,omitzero"`
	Total       Opt[Amount]          `json:"total,omitzero"`
	Description Opt[string]          `json:"description,omitzero"`
	Taxable     Opt[bool]            `json:"taxable,omitzero"`
	Taxes       Opt[[]OrderTaxWrite] `json:"taxes,omitzero"`
}

// ShippingOptionWrite is the way of delivery in a write. Carrier and pick-up
// instruction are not kept for pick-up orders.
type ShippingOptionWrite struct {
	MethodID          Opt[string]       `json:"shippingMethodId,omitzero"`
	MethodName        Opt[string]       `json:"shippingMethodName,omitzero"`
	CarrierName       Opt[string]       `json:"shippingCarrierName,omitzero"`
	Rate              Opt[Amount]       `json:"shippingRate,omitzero"`
	TransitTime       Opt[string]       `json:"estimatedTransitTime,omitzero"`
	IsPickup          Opt[bool]         `json:"isPickup,omitzero"`
	PickupInstruction Opt[string]       `json:"pickupInstruction,omitzero"`
	Kind              Opt[DeliveryKind] `json:"fulfillmentType,omitzero"`
	LocationID        Opt[string]       `json:"locationId,omitzero"`
}

// HandlingFeeWrite is a flat fee in a write.
type HandlingFeeWrite struct {
	Name        Opt[string]          `json:"name,omitzero"`
	Value       Opt[Amount]          `json:"value,omitzero"`
	Description Opt[string]          `json:"description,omitzero"`
	Taxes       Opt[[]OrderTaxWrite] `json:"taxes,omitzero"`
}

// ShippingTaxWrite is a tax on shipping in a write.
type ShippingTaxWrite struct {
	Name           Opt[string] `json:"name,omitzero"`
	Value          Opt[Amount] `json:"value,omitzero"` // percent
	Total          Opt[Amount] `json:"total,omitzero"`
	IncludeInPrice Opt[bool]   `json:"includeInPrice,omitzero"`
}

// OrderExtraFieldWrite is a field of an app in a write. Value has at most 255
// characters, all fields of an order together 8 KB.
type OrderExtraFieldWrite struct {
	ID                string      `json:"id"`
	Value             string      `json:"value"`
	Title             Opt[string] `json:"title,omitzero"`
	CustomerInputType Opt[string] `json:"customerInputType,omitzero"`
	// Section is shipping_info, billing_info, customer_info or order_comments;
	// "" hides the field.
	Section Opt[string] `json:"orderDetailsDisplaySection,omitzero"`
	OrderBy Opt[string] `json:"orderBy,omitzero"`
}
