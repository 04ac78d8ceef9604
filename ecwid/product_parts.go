package ecwid

// StockVisibility is what the shop does with an article that is out of stock.
type StockVisibility string

// Values of StockVisibility.
const (
	StockShow          StockVisibility = "SHOW"           // visible, cannot be bought
	StockHide          StockVisibility = "HIDE"           // products only
	StockAllowPreorder StockVisibility = "ALLOW_PREORDER" // needs a store setting
)

// ProductCondition is the condition of the goods.
type ProductCondition string

// Values of ProductCondition.
const (
	ConditionNew         ProductCondition = "NEW"
	ConditionUsed        ProductCondition = "USED"
	ConditionRefurbished ProductCondition = "REFURBISHED"
)

// OptionType is the kind of a product option.
type OptionType string

// Values of OptionType. Only the first four can drive variations.
const (
	OptionSelect    OptionType = "SELECT"
	OptionRadio     OptionType = "RADIO"
	OptionSize      OptionType = "SIZE"
	OptionSwatches  OptionType = "SWATCHES"
	OptionCheckbox  OptionType = "CHECKBOX"
	OptionTextField OptionType = "TEXTFIELD"
	OptionTextArea  OptionType = "TEXTAREA"
	OptionDate      OptionType = "DATE"
	OptionFiles     OptionType = "FILES"
)

// DrivesVariations reports whether options of this type make variations.
func (t OptionType) DrivesVariations() bool {
	switch t {
	case OptionSelect, OptionRadio, OptionSize, OptionSwatches:
		return true
	default:
		return false
	}
}

// ModifierType tells how a modifier, discount or surcharge counts.
type ModifierType string

// Values of ModifierType.
const (
	ModifierAbsolute ModifierType = "ABSOLUTE" // an amount
	ModifierPercent  ModifierType = "PERCENT"  // percent of the base price
)

// ProductOption is something the buyer chooses. It has no id: its name, unique
// within the product, is its identity.
type ProductOption struct {
	Extra
	Type           OptionType `json:"type"`
	Name           string     `json:"name"`
	NameTranslated TextMap    `json:"nameTranslated"`
	// Choices is nil for types without choices.
	Choices []OptionChoice `json:"choices"`
	// DefaultChoice is a 0-based index; nil: none.
	DefaultChoice *int `json:"defaultChoice"`
	Required      bool `json:"required"`
	// UseImageAsSwatch: a swatch shows its image instead of its colours.
	UseImageAsSwatch *bool `json:"useImageAsSwatchSelector"`
}

// OptionChoice is one choice of an option; its text is its identity.
type OptionChoice struct {
	Extra
	Text              string       `json:"text"`
	TextTranslated    TextMap      `json:"textTranslated"`
	PriceModifier     Amount       `json:"priceModifier"`
	PriceModifierType ModifierType `json:"priceModifierType"`
	HexCodes          []string     `json:"hexCodes"`
	ImageID           ImageID      `json:"imageId"`
	ChangeTime        *int64       `json:"changeTime"`
}

// AttributeVisibility tells where an attribute is shown.
type AttributeVisibility string

// Values of AttributeVisibility. DESCR and PRICE have the same effect.
const (
	ShowNowhere     AttributeVisibility = "NOTSHOW"
	ShowDescription AttributeVisibility = "DESCR"
	ShowPrice       AttributeVisibility = "PRICE"
)

// AttributeValue is the value of an attribute of a product or a variation; only
// attributes with a value are listed. The barcode is the value of type UPC, the
// brand that of type BRAND; the merchant may rename both, so go by Type.
type AttributeValue struct {
	Extra
	ID              AttributeID         `json:"id"`
	Name            string              `json:"name"`
	NameTranslated  TextMap             `json:"nameTranslated"`
	Type            AttributeType       `json:"type"`
	Value           Text                `json:"value"`
	ValueTranslated TextMap             `json:"valueTranslated"`
	Show            AttributeVisibility `json:"show"`
}

// ProductTax tells how a product is taxed.
type ProductTax struct {
	Extra
	Taxable bool `json:"taxable"`
	// EnabledManualTaxes lists taxes of the profile that apply to this product
	// although they do not apply to all.
	EnabledManualTaxes []TaxID `json:"enabledManualTaxes"`
	// TaxClassCode is "default" or a class of automatic taxes.
	TaxClassCode string `json:"taxClassCode"`
	// DefaultLocationIncludedTaxRate is the percentage inside of the price at
	// the location of the store.
	DefaultLocationIncludedTaxRate Amount `json:"defaultLocationIncludedTaxRate"`
}

// WholesalePrice is the price of one piece when at least Quantity (2 or more)
// are bought. It must be above 0 and not above the base price.
type WholesalePrice struct {
	Quantity int    `json:"quantity"`
	Price    Amount `json:"price"`
}

// LowestPriceSettings tell which 30-day lowest price is shown.
type LowestPriceSettings struct {
	Extra
	Enabled                       bool    `json:"lowestPriceEnabled"`
	ManualPrice                   *Amount `json:"manualLowestPrice"`
	AutomaticPrice                *Amount `json:"automaticLowestPrice"`
	DisplayedPrice                *Amount `json:"defaultDisplayedLowestPrice"`
	DisplayedManualPrice          *Amount `json:"defaultDisplayedManualLowestPrice"`
	DisplayedManualFormatted      string  `json:"defaultDisplayedManualLowestPriceFormatted"`
	DisplayedAutomaticPrice       *Amount `json:"defaultDisplayedAutomaticLowestPrice"`
	DisplayedAutomaticFormatted   string  `json:"defaultDisplayedAutomaticLowestPriceFormatted"`
	DisplayedLowestPriceFormatted string  `json:"defaultDisplayedLowestPriceFormatted"`
}

// ShippingRule tells what the shipping of a product costs.
type ShippingRule string

// Values of ShippingRule.
const (
	ShippingGlobal   ShippingRule = "GLOBAL_METHODS"
	ShippingSelected ShippingRule = "SELECTED_METHODS"
	ShippingFlatRate ShippingRule = "FLAT_RATE"
	ShippingFree     ShippingRule = "FREE_SHIPPING"
)

// ProductShipping is the shipping rule of a product; methods are ids of the
// store's shipping options.
type ProductShipping struct {
	Extra
	Type            ShippingRule `json:"type"`
	MethodMarkup    Amount       `json:"methodMarkup"`
	FlatRate        Amount       `json:"flatRate"`
	DisabledMethods []string     `json:"disabledMethods"`
	EnabledMethods  []string     `json:"enabledMethods"`
}

// PreparationTime is how long goods need before they leave: in days as text
// such as "1-3" for shipping, in minutes for pick-up and local delivery.
type PreparationTime struct {
	Extra
	InStockDays          Text `json:"shippingPreparationTimeForInStockItemDays"`
	OutOfStockDays       Text `json:"shippingPreparationTimeForOutOfStockItemDays"`
	PickupMinutes        *int `json:"pickupPreparationTimeForInStockItemInMinutes"`
	LocalDeliveryMinutes *int `json:"localDeliveryPreparationTimeForInStockItemInMinutes"`
}

// Dimensions are in the store's unit of length; all three are always sent.
type Dimensions struct {
	Length Amount `json:"length"`
	Width  Amount `json:"width"`
	Height Amount `json:"height"`
}

// PriceTier is one proposal of a product whose price the buyer chooses.
type PriceTier struct {
	Value Amount `json:"value"`
}

// Ribbon is a badge on the picture of a product.
type Ribbon struct {
	Text  string `json:"text"`
	Color string `json:"color"`
}

// ProductCategory is a category of a product as a product read shows it.
type ProductCategory struct {
	Extra
	ID   CategoryID `json:"id"`
	Name string     `json:"name"`
	// NameTranslated is a plain text here; see TextMap.
	NameTranslated TextMap      `json:"nameTranslated"`
	Enabled        bool         `json:"enabled"`
	AncestorIDs    []CategoryID `json:"ancestorIds"`
}

// RelatedProducts are shown beside a product.
type RelatedProducts struct {
	Extra
	ProductIDs []ProductID     `json:"productIds"`
	Category   RelatedCategory `json:"relatedCategory"`
}

// RelatedCategory shows random products of a category; id 0 is the whole store.
type RelatedCategory struct {
	Enabled      bool       `json:"enabled"`
	CategoryID   CategoryID `json:"categoryId"`
	ProductCount int        `json:"productCount"`
}

// Favorites counts how often a product was marked by visitors.
type Favorites struct {
	Extra
	Count          int  `json:"count"`
	DisplayedCount Text `json:"displayedCount"`
}

// ProductFile is a downloadable file of a digital product. AdminURL needs the
// token.
type ProductFile struct {
	Extra
	ID          FileID `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
	Size        int64  `json:"size"` // bytes
	AdminURL    string `json:"adminUrl"`
}

// CompositeComponent is a part of a bundle.
type CompositeComponent struct {
	ProductID     ProductID     `json:"productId"`
	CombinationID CombinationID `json:"combinationId,omitzero"`
	Quantity      int           `json:"quantity"`
}

// SubscriptionSettings tell whether a product is sold as a subscription.
type SubscriptionSettings struct {
	Extra
	SubscriptionAllowed           bool              `json:"subscriptionAllowed"`
	OneTimePurchaseAllowed        bool              `json:"oneTimePurchaseAllowed"`
	OneTimePrice                  *Amount           `json:"oneTimePurchasePrice"`
	OneTimePriceFormatted         string            `json:"oneTimePurchasePriceFormatted"`
	OneTimeMarkup                 *Amount           `json:"oneTimePurchaseMarkup"`
	OneTimeMarkupFormatted        string            `json:"oneTimePurchaseMarkupFormatted"`
	OneTimeMarkupPercent          *Amount           `json:"oneTimePurchaseMarkupPercent"`
	OneTimeMarkupPercentFormatted string            `json:"oneTimePurchaseMarkupPercentFormatted"`
	RecurringCharges              []RecurringCharge `json:"recurringChargeSettings"`
}

// RecurringInterval is the unit of a subscription's rhythm.
type RecurringInterval string

// Values of RecurringInterval.
const (
	EveryDay   RecurringInterval = "DAY"
	EveryWeek  RecurringInterval = "WEEK"
	EveryMonth RecurringInterval = "MONTH"
	EveryYear  RecurringInterval = "YEAR"
)

// RecurringCharge is one rhythm of a subscription.
type RecurringCharge struct {
	Extra
	Interval              RecurringInterval `json:"recurringInterval"`
	IntervalCount         int               `json:"recurringIntervalCount"`
	PriceWithSignUpFee    *Amount           `json:"subscriptionPriceWithSignUpFee"`
	PriceWithFeeFormatted string            `json:"subscriptionPriceWithSignUpFeeFormatted"`
	SignUpFee             *Amount           `json:"signUpFee"`
	SignUpFeeFormatted    string            `json:"signUpFeeFormatted"`
}
