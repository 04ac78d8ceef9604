package ecwid

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
	TaxesOnShipping  Opt[[]ShippingTaxWrite]       `json:"taxesOnShipping,omitzero"`
	Shipping         Opt[Amount]                   `json:"shipping,omitzero"`
	HandlingFee      Opt[Amount]                   `json:"handlingFee,omitzero"`
	CouponApplied    Opt[bool]                     `json:"couponApplied,omitzero"`
	CouponAmount     Opt[Amount]                   `json:"couponAmount,omitzero"`
	Discounts        Opt[[]OrderItemDiscountWrite] `json:"discounts,omitzero"`
	DiscountsAllowed Opt[bool]                     `json:"discountsAllowed,omitzero"`

	Weight                Opt[Amount]     `json:"weight,omitzero"`
	Dimensions            Opt[Dimensions] `json:"dimensions,omitzero"`
	IsShippingRequired    Opt[bool]       `json:"isShippingRequired,omitzero"`
	FixedShippingRateOnly Opt[bool]       `json:"fixedShippingRateOnly,omitzero"`
	FixedShippingRate     Opt[Amount]     `json:"fixedShippingRate,omitzero"`
	QuantityInStock       Opt[int]        `json:"quantityInStock,omitzero"`
	TrackQuantity         Opt[bool]       `json:"trackQuantity,omitzero"`
	GiftCard              Opt[bool]       `json:"giftCard,omitzero"`
	Digital               Opt[bool]       `json:"digital,omitzero"`
	IsPreorder            Opt[bool]       `json:"isPreorder,omitzero"`

	SelectedOptions    Opt[[]SelectedOptionWrite] `json:"selectedOptions,omitzero"`
	IsCustomerSetPrice Opt[bool]                  `json:"isCustomerSetPrice,omitzero"`
	SelectedPrice      Opt[PriceTier]             `json:"selectedPrice,omitzero"`
	// Attributes are a snapshot of those of the product.
	Attributes          Opt[[]OrderItemAttributeWrite] `json:"attributes,omitzero"`
	ExternalReferenceID Opt[string]                    `json:"externalReferenceId,omitzero"`
}

// OrderItemAttributeWrite is an attribute of a line in a write.
type OrderItemAttributeWrite struct {
	ID              Opt[AttributeID] `json:"id,omitzero"`
	Name            string           `json:"name"`
	Value           string           `json:"value"`
	NameTranslated  Opt[TextMap]     `json:"nameTranslated,omitzero"`
	ValueTranslated Opt[TextMap]     `json:"valueTranslated,omitzero"`
}

// SelectedOptionWrite is a chosen option in a write: Selections for choices,
// Value for texts and dates (YYYY-MM-DD). The store derives the rest from
// Selections when they are present.
type SelectedOptionWrite struct {
	Name             string                   `json:"name"`
	Type             SelectedOptionType       `json:"type"`
	Value            Opt[string]              `json:"value,omitzero"`
	Values           Opt[[]string]            `json:"valuesArray,omitzero"`
	Selections       Opt[[]OptionSelection]   `json:"selections,omitzero"`
	NameTranslated   Opt[TextMap]             `json:"nameTranslated,omitzero"`
	ValueTranslated  Opt[TextMap]             `json:"valueTranslated,omitzero"`
	ValuesTranslated Opt[map[string][]string] `json:"valuesArrayTranslated,omitzero"`
}
