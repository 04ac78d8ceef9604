package ecwid

// ProductCreate is the body of a new product. Set Name, SKU and Price: the
// documents require them. Set what matters explicitly; the defaults of the
// store are not documented for all fields.
type ProductCreate struct {
	ProductFields
	// Combinations are the variations, at most 200. They need Options with all
	// their choices, and WriteOptions.SaveCombinations: without it the store would
	// ignore them, and Create is ErrInvalid.
	Combinations []CombinationCreate `json:"combinations,omitempty"`
}

// ProductUpdate is a partial update of a product: absent fields stay as they
// are. Variations are updated one by one with CombinationsService.
type ProductUpdate struct{ ProductFields }

// IsZero reports an update that changes nothing.
func (u ProductUpdate) IsZero() bool { return isZero(u) }

// ProductFields are the writable fields of a product.
//
// These are replaced as a whole, so send what you want to keep: CategoryIDs,
// Options, WholesalePrices, CustomPriceTiers, the ids in RelatedProducts and
// the list in Media. Whether Attributes are replaced or merged is not
// documented: send all that shall stay. Of Tax, Shipping, Dimensions and
// RelatedProducts set all fields you know; whether missing ones survive is not
// documented either.
type ProductFields struct {
	SKU                   Opt[string]  `json:"sku,omitzero"`
	Name                  Opt[string]  `json:"name,omitzero"`
	NameTranslated        Opt[TextMap] `json:"nameTranslated,omitzero"`
	Description           Opt[string]  `json:"description,omitzero"` // HTML; scripts are removed
	DescriptionTranslated Opt[TextMap] `json:"descriptionTranslated,omitzero"`
	Subtitle              Opt[string]  `json:"subtitle,omitzero"`
	SubtitleTranslated    Opt[TextMap] `json:"subtitleTranslated,omitzero"`
	Enabled               Opt[bool]    `json:"enabled,omitzero"`

	Price     Opt[Amount] `json:"price,omitzero"`
	CostPrice Opt[Amount] `json:"costPrice,omitzero"`
	// CompareToPrice 0 ends a sale.
	CompareToPrice       Opt[Amount]                   `json:"compareToPrice,omitzero"`
	WholesalePrices      Opt[[]WholesalePrice]         `json:"wholesalePrices,omitzero"`
	LowestPriceSettings  Opt[LowestPriceSettingsWrite] `json:"lowestPriceSettings,omitzero"`
	Tax                  Opt[ProductTaxWrite]          `json:"tax,omitzero"`
	DiscountsAllowed     Opt[bool]                     `json:"discountsAllowed,omitzero"`
	NameYourPriceEnabled Opt[bool]                     `json:"nameYourPriceEnabled,omitzero"`
	CustomPriceTiers     Opt[[]PriceTier]              `json:"customPriceTiers,omitzero"`
	PriceDefaultTier     Opt[int]                      `json:"priceDefaultTier,omitzero"`

	// Quantity only counts while the product is not Unlimited: to start
	// tracking send Unlimited false together with it.
	Quantity            Opt[int]             `json:"quantity,omitzero"`
	Unlimited           Opt[bool]            `json:"unlimited,omitzero"`
	WarningLimit        Opt[int]             `json:"warningLimit,omitzero"`
	OutOfStockBehaviour Opt[StockVisibility] `json:"outOfStockVisibilityBehaviour,omitzero"`
	MinPurchaseQuantity Opt[int]             `json:"minPurchaseQuantity,omitzero"`
	MaxPurchaseQuantity Opt[int]             `json:"maxPurchaseQuantity,omitzero"`

	// IsShippingRequired must be true for Weight to be kept.
	IsShippingRequired           Opt[bool]                 `json:"isShippingRequired,omitzero"`
	Weight                       Opt[Amount]               `json:"weight,omitzero"`
	Dimensions                   Opt[Dimensions]           `json:"dimensions,omitzero"`
	Volume                       Opt[Amount]               `json:"volume,omitzero"`
	VolumeUnit                   Opt[string]               `json:"volumeUnit,omitzero"`
	Shipping                     Opt[ProductShippingWrite] `json:"shipping,omitzero"`
	PreparationTime              Opt[PreparationTimeWrite] `json:"shippingPreparationTime,omitzero"`
	ShowDeliveryTimeInStorefront Opt[bool]                 `json:"showDeliveryTimeInStorefront,omitzero"`

	// ProductTypeID, when changed, drops the values of attributes that the new
	// type does not have.
	ProductTypeID     Opt[ProductTypeID]         `json:"productClassId,omitzero"`
	Attributes        Opt[[]AttributeValueWrite] `json:"attributes,omitzero"`
	Options           Opt[[]ProductOptionWrite]  `json:"options,omitzero"`
	CategoryIDs       Opt[[]CategoryID]          `json:"categoryIds,omitzero"` // at most 100; none: front page
	DefaultCategoryID Opt[CategoryID]            `json:"defaultCategoryId,omitzero"`
	ShowOnFrontpage   Opt[int]                   `json:"showOnFrontpage,omitzero"` // -1 removes
	RelatedProducts   Opt[RelatedProductsWrite]  `json:"relatedProducts,omitzero"`

	CustomSlug               Opt[string]     `json:"customSlug,omitzero"`
	SEOTitle                 Opt[string]     `json:"seoTitle,omitzero"`
	SEOTitleTranslated       Opt[TextMap]    `json:"seoTitleTranslated,omitzero"`
	SEODescription           Opt[string]     `json:"seoDescription,omitzero"`
	SEODescriptionTranslated Opt[TextMap]    `json:"seoDescriptionTranslated,omitzero"`
	Media                    Opt[MediaWrite] `json:"media,omitzero"`

	// ExternalReferenceID that is taken in the store is refused with 409.
	ExternalReferenceID Opt[string] `json:"externalReferenceId,omitzero"`
	// GoogleProductCategory is the one field that null clears.
	GoogleProductCategory    Nullable[int64]                `json:"googleProductCategory,omitzero"`
	Condition                Opt[ProductCondition]          `json:"productCondition,omitzero"`
	CustomsTariffCode        Opt[string]                    `json:"customsHsTariffCode,omitzero"`
	BatteryIncluded          Opt[bool]                      `json:"batteryIncluded,omitzero"`
	Ribbon                   Opt[Ribbon]                    `json:"ribbon,omitzero"`
	RibbonTranslated         Opt[TextMap]                   `json:"ribbonTranslated,omitzero"`
	SubscriptionSettings     Opt[SubscriptionSettingsWrite] `json:"subscriptionSettings,omitzero"`
	CompositeComponents      Opt[[]CompositeComponent]      `json:"compositeComponents,omitzero"` // create only
	ReviewsCollectingAllowed Opt[bool]                      `json:"reviewsCollectingAllowed,omitzero"`
}

// ProductOptionWrite is an option in a write. Type and Name are required. The
// list of options is replaced as a whole; a choice that a variation uses cannot
// be left out (409).
type ProductOptionWrite struct {
	Type             OptionType               `json:"type"`
	Name             string                   `json:"name"`
	NameTranslated   Opt[TextMap]             `json:"nameTranslated,omitzero"`
	Choices          Opt[[]OptionChoiceWrite] `json:"choices,omitzero"`
	DefaultChoice    Opt[int]                 `json:"defaultChoice,omitzero"` // 0-based
	Required         Opt[bool]                `json:"required,omitzero"`
	UseImageAsSwatch Opt[bool]                `json:"useImageAsSwatchSelector,omitzero"`
}

// OptionChoiceWrite is a choice in a write; Text is required.
type OptionChoiceWrite struct {
	Text              string            `json:"text"`
	TextTranslated    Opt[TextMap]      `json:"textTranslated,omitzero"`
	PriceModifier     Opt[Amount]       `json:"priceModifier,omitzero"`
	PriceModifierType Opt[ModifierType] `json:"priceModifierType,omitzero"`
	HexCodes          Opt[[]string]     `json:"hexCodes,omitzero"`
	ImageID           Opt[ImageID]      `json:"imageId,omitzero"`
}

// AttributeAlias selects a standard attribute without its id.
type AttributeAlias string

// Values of AttributeAlias.
const (
	AliasUPC            AttributeAlias = "UPC"
	AliasBrand          AttributeAlias = "BRAND"
	AliasPricePerUnit   AttributeAlias = "PRICE_PER_UNIT"
	AliasUnitsInProduct AttributeAlias = "UNITS_IN_PRODUCT"
)

// AttributeValueWrite sets the value of the attribute selected by ID, Alias or,
// when both are absent, Name. The value "" removes it.
type AttributeValueWrite struct {
	ID              Opt[AttributeID]         `json:"id,omitzero"`
	Alias           Opt[AttributeAlias]      `json:"alias,omitzero"`
	Name            Opt[string]              `json:"name,omitzero"`
	Value           Opt[string]              `json:"value,omitzero"`
	ValueTranslated Opt[TextMap]             `json:"valueTranslated,omitzero"`
	Show            Opt[AttributeVisibility] `json:"show,omitzero"`
}

// ProductTaxWrite sets how a product is taxed. A manual tax while automatic
// taxes are on, or a tax that is off, is refused with 409.
type ProductTaxWrite struct {
	Taxable            Opt[bool]    `json:"taxable,omitzero"`
	EnabledManualTaxes Opt[[]TaxID] `json:"enabledManualTaxes,omitzero"`
	TaxClassCode       Opt[string]  `json:"taxClassCode,omitzero"`
}

// LowestPriceSettingsWrite sets which 30-day lowest price is shown.
type LowestPriceSettingsWrite struct {
	Enabled     Opt[bool]   `json:"lowestPriceEnabled,omitzero"`
	ManualPrice Opt[Amount] `json:"manualLowestPrice,omitzero"` // products only
}

// ProductShippingWrite sets the shipping rule of a product.
type ProductShippingWrite struct {
	Type            Opt[ShippingRule] `json:"type,omitzero"`
	MethodMarkup    Opt[Amount]       `json:"methodMarkup,omitzero"`
	FlatRate        Opt[Amount]       `json:"flatRate,omitzero"`
	DisabledMethods Opt[[]string]     `json:"disabledMethods,omitzero"`
	EnabledMethods  Opt[[]string]     `json:"enabledMethods,omitzero"`
}

// PreparationTimeWrite sets how long goods need before they leave.
type PreparationTimeWrite struct {
	InStockDays          Opt[string] `json:"shippingPreparationTimeForInStockItemDays,omitzero"`
	OutOfStockDays       Opt[string] `json:"shippingPreparationTimeForOutOfStockItemDays,omitzero"`
	PickupMinutes        Opt[int]    `json:"pickupPreparationTimeForInStockItemInMinutes,omitzero"`
	LocalDeliveryMinutes Opt[int]    `json:"localDeliveryPreparationTimeForInStockItemInMinutes,omitzero"`
}

// RelatedProductsWrite sets what is shown beside a product, by id or by SKU.
type RelatedProductsWrite struct {
	ProductIDs  Opt[[]ProductID]     `json:"productIds,omitzero"`
	ProductSKUs Opt[[]string]        `json:"productSkus,omitzero"`
	Category    Opt[RelatedCategory] `json:"relatedCategory,omitzero"`
}

// MediaWrite sorts the images of a product and sets their texts. List every
// image; one moved to the first place becomes the main image with id "0", and
// the former one gets a new id.
type MediaWrite struct {
	Images []MediaImageWrite `json:"images"`
}

// MediaImageWrite is the place and text of one image.
type MediaImageWrite struct {
	ID      ImageID      `json:"id"`
	OrderBy Opt[int]     `json:"orderBy,omitzero"`
	Alt     Opt[AltText] `json:"alt,omitzero"`
}

// SubscriptionSettingsWrite sets whether a product is sold as a subscription.
type SubscriptionSettingsWrite struct {
	SubscriptionAllowed    Opt[bool]                   `json:"subscriptionAllowed,omitzero"`
	OneTimePurchaseAllowed Opt[bool]                   `json:"oneTimePurchaseAllowed,omitzero"`
	OneTimePrice           Opt[Amount]                 `json:"oneTimePurchasePrice,omitzero"`
	RecurringCharges       Opt[[]RecurringChargeWrite] `json:"recurringChargeSettings,omitzero"`
}

// RecurringChargeWrite sets one rhythm of a subscription.
type RecurringChargeWrite struct {
	Interval           RecurringInterval `json:"recurringInterval"`
	IntervalCount      int               `json:"recurringIntervalCount"`
	PriceWithSignUpFee Opt[Amount]       `json:"subscriptionPriceWithSignUpFee,omitzero"`
}
