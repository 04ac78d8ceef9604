package ecwid

// OrderTaxWrite is a tax line in a write.
type OrderTaxWrite struct {
	Name         Opt[string] `json:"name,omitzero"`
	Value        Opt[Amount] `json:"value,omitzero"` // percent
	Total        Opt[Amount] `json:"total,omitzero"`
	TaxClassCode Opt[string] `json:"taxClassCode,omitzero"`
	TaxClassName Opt[string] `json:"taxClassName,omitzero"`
	// IncludeInPrice and what follows are written by the vendor's own client
	// only.
	IncludeInPrice       Opt[bool]   `json:"includeInPrice,omitzero"`
	OnDiscountedSubtotal Opt[Amount] `json:"taxOnDiscountedSubtotal,omitzero"`
	OnShipping           Opt[Amount] `json:"taxOnShipping,omitzero"`
	OnHandlingFee        Opt[Amount] `json:"taxOnHandlingFee,omitzero"`
	SourceTaxRateType    Opt[string] `json:"sourceTaxRateType,omitzero"`
	TaxType              Opt[string] `json:"taxType,omitzero"`
}

// OrderItemDiscountWrite is a line's share of a discount in a write.
type OrderItemDiscountWrite struct {
	Info  DiscountInfoWrite `json:"discountInfo"`
	Total Amount            `json:"total"`
}

// DiscountInfoWrite is a discount in a write.
type DiscountInfoWrite struct {
	Value             Opt[Amount]          `json:"value,omitzero"`
	Type              Opt[DiscountType]    `json:"type,omitzero"`
	Base              Opt[DiscountBase]    `json:"base,omitzero"`
	OrderTotal        Opt[Amount]          `json:"orderTotal,omitzero"`
	MembershipID      Opt[CustomerGroupID] `json:"membershipId,omitzero"`
	Description       Opt[string]          `json:"description,omitzero"`
	AppliesToItems    Opt[[]OrderItemID]   `json:"appliesToItems,omitzero"`
	AppliesToProducts Opt[[]ProductID]     `json:"appliesToProducts,omitzero"`
}

// DiscountCouponWrite is a coupon in a write.
type DiscountCouponWrite struct {
	ID                 Opt[int64]              `json:"id,omitzero"`
	Name               Opt[string]             `json:"name,omitzero"`
	Code               Opt[string]             `json:"code,omitzero"`
	DiscountType       Opt[DiscountType]       `json:"discountType,omitzero"`
	Status             Opt[string]             `json:"status,omitzero"`
	Discount           Opt[Amount]             `json:"discount,omitzero"`
	LaunchDate         Opt[Time]               `json:"launchDate,omitzero"`
	ExpirationDate     Opt[Time]               `json:"expirationDate,omitzero"`
	TotalLimit         Opt[Amount]             `json:"totalLimit,omitzero"`
	UsesLimit          Opt[string]             `json:"usesLimit,omitzero"`
	ApplicationLimit   Opt[string]             `json:"applicationLimit,omitzero"`
	RepeatCustomerOnly Opt[bool]               `json:"repeatCustomerOnly,omitzero"`
	CreationDate       Opt[Time]               `json:"creationDate,omitzero"`
	UpdateDate         Opt[Time]               `json:"updateDate,omitzero"`
	OrderCount         Opt[int]                `json:"orderCount,omitzero"`
	CatalogLimit       Opt[CatalogLimitWrite]  `json:"catalogLimit,omitzero"`
	ShippingLimit      Opt[ShippingLimitWrite] `json:"shippingLimit,omitzero"`
}

// CatalogLimitWrite restricts a coupon to products and categories.
type CatalogLimitWrite struct {
	Products   Opt[[]ProductID]  `json:"products,omitzero"`
	Categories Opt[[]CategoryID] `json:"categories,omitzero"`
}

// ShippingLimitWrite restricts a coupon to shipping methods.
type ShippingLimitWrite struct {
	ShippingMethods Opt[[]string] `json:"shippingMethods,omitzero"`
}

// StoreCreditWrite is what an order took from or gave to the credit of a
// customer.
type StoreCreditWrite struct {
	Redemption Opt[RedemptionWrite] `json:"redemption,omitzero"`
	Balance    Opt[Amount]          `json:"balance,omitzero"`
	Refund     Opt[Amount]          `json:"refund,omitzero"`
}

// LoyaltyWrite are the points of an order.
type LoyaltyWrite struct {
	Earned     Opt[Amount]          `json:"earned,omitzero"`
	Redemption Opt[RedemptionWrite] `json:"redemption,omitzero"`
	Balance    Opt[Amount]          `json:"balance,omitzero"`
}

// RedemptionWrite is credit or points that were used.
type RedemptionWrite struct {
	ID        Opt[string] `json:"id,omitzero"`
	Amount    Opt[Amount] `json:"amount,omitzero"`
	Cancelled Opt[bool]   `json:"cancelled,omitzero"`
}

// CreditCardStatusWrite are the messages of a card payment.
type CreditCardStatusWrite struct {
	AVSMessage Opt[string] `json:"avsMessage,omitzero"`
	CVVMessage Opt[string] `json:"cvvMessage,omitzero"`
}

// CustomSurchargeWrite is an extra charge in a write.
type CustomSurchargeWrite struct {
	ID          Opt[string]       `json:"id,omitzero"`
	Value       Opt[Amount]       `json:"value,omitzero"`
	Type        Opt[ModifierType] `json:"type,omitzero"`
	Total       Opt[Amount]       `json:"total,omitzero"`
	Description Opt[string]       `json:"description,omitzero"`
	// DescriptionTranslated is a plain text here.
	DescriptionTranslated Opt[string]          `json:"descriptionTranslated,omitzero"`
	Taxable               Opt[bool]            `json:"taxable,omitzero"`
	Taxes                 Opt[[]OrderTaxWrite] `json:"taxes,omitzero"`
}

// ShippingOptionWrite is the way of delivery in a write. Carrier and pick-up
// instruction are not kept for pick-up orders.
type ShippingOptionWrite struct {
	MethodID           Opt[string]       `json:"shippingMethodId,omitzero"`
	MethodName         Opt[string]       `json:"shippingMethodName,omitzero"`
	CarrierName        Opt[string]       `json:"shippingCarrierName,omitzero"`
	Rate               Opt[Amount]       `json:"shippingRate,omitzero"`
	TransitTime        Opt[string]       `json:"estimatedTransitTime,omitzero"`
	IsPickup           Opt[bool]         `json:"isPickup,omitzero"`
	PickupInstruction  Opt[string]       `json:"pickupInstruction,omitzero"`
	Kind               Opt[DeliveryKind] `json:"fulfillmentType,omitzero"`
	LocationID         Opt[string]       `json:"locationId,omitzero"`
	TimeSlotMinutes    Opt[int]          `json:"timeSlotLengthInMinutes,omitzero"`
	Scheduled          Opt[bool]         `json:"scheduled,omitzero"`
	ScheduledPrecision Opt[string]       `json:"scheduledTimePrecisionType,omitzero"`
	PickupPrecision    Opt[string]       `json:"pickupPrecisionType,omitzero"`
	LocalizedLabel     Opt[string]       `json:"localizedLabel,omitzero"` // written by the vendor's own client only
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
	ID                string                 `json:"id"`
	Value             string                 `json:"value"`
	Title             Opt[string]            `json:"title,omitzero"`
	CustomerInputType Opt[CustomerInputType] `json:"customerInputType,omitzero"`
	// Section is shipping_info, billing_info, customer_info or order_comments;
	// "" hides the field.
	Section Opt[string] `json:"orderDetailsDisplaySection,omitzero"`
	OrderBy Opt[string] `json:"orderBy,omitzero"`
}

// ExternalOrderDataWrite tells where an order of a sales channel came from.
type ExternalOrderDataWrite struct {
	ExternalOrderID     Opt[string]  `json:"externalOrderId,omitzero"`
	ExternalFulfillment Opt[bool]    `json:"externalFulfillment,omitzero"`
	RefererChannel      Opt[string]  `json:"refererChannel,omitzero"`
	RefererID           Opt[string]  `json:"refererId,omitzero"`
	PlatformFields      Opt[TextMap] `json:"platformSpecificFields,omitzero"`
}
