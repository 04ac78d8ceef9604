package ecwid

import "errors"

// Combination is a variation of a product: one value for each of its options.
// A nil pointer or "" means that the variation takes the product's. Without a
// SKU of its own it shares the stock of the product: Quantity, Unlimited and
// InStock then show the product's numbers.
type Combination struct {
	Extra
	ID CombinationID `json:"id"`
	// Number is the 1-based position in the control panel.
	Number  int           `json:"combinationNumber"`
	Options []OptionValue `json:"options"`
	// SKU is "" when the variation has none of its own.
	SKU string `json:"sku"`

	// Price is absolute: it replaces base price and modifiers.
	Price                          *Amount          `json:"price"`
	DefaultDisplayedPrice          *Amount          `json:"defaultDisplayedPrice"` // with tax
	DefaultDisplayedPriceFormatted string           `json:"defaultDisplayedPriceFormatted"`
	CostPrice                      *Amount          `json:"costPrice"`
	CompareToPrice                 *Amount          `json:"compareToPrice"`
	WholesalePrices                []WholesalePrice `json:"wholesalePrices"`
	LowestPrices
	LowestPriceSettings *LowestPriceSettings `json:"lowestPriceSettings"`

	// Quantity is nil when Unlimited.
	Quantity            *int            `json:"quantity"`
	Unlimited           *bool           `json:"unlimited"`
	InStock             *bool           `json:"inStock"`
	WarningLimit        *int            `json:"warningLimit"`
	OutOfStockBehaviour StockVisibility `json:"outOfStockVisibilityBehaviour"`
	MinPurchaseQuantity *int            `json:"minPurchaseQuantity"`
	MaxPurchaseQuantity *int            `json:"maxPurchaseQuantity"`
	LocationInventory   map[string]int  `json:"locationInventory"`

	Weight             *Amount          `json:"weight"`
	Volume             *Amount          `json:"volume"`
	Dimensions         *Dimensions      `json:"dimensions"`
	IsShippingRequired *bool            `json:"isShippingRequired"`
	Attributes         []AttributeValue `json:"attributes"`

	ExternalReferenceID  string                `json:"externalReferenceId"`
	CustomsTariffCode    string                `json:"customsHsTariffCode"`
	SubscriptionSettings *SubscriptionSettings `json:"subscriptionSettings"`

	ImageURLs
	Alt        *AltText    `json:"alt"`
	BorderInfo *BorderInfo `json:"borderInfo"`
}

func (c *Combination) check() error {
	if c.ID <= 0 {
		return errors.New("it has no combination id")
	}
	return nil
}

// OptionValue is the value of one option that identifies a variation. Name and
// Value are enough in a write.
type OptionValue struct {
	Name            string  `json:"name"`
	Value           string  `json:"value"`
	NameTranslated  TextMap `json:"nameTranslated,omitempty"`
	ValueTranslated TextMap `json:"valueTranslated,omitempty"`
}

// CombinationCreate is the body of a new variation. Options need a value for
// each option that distinguishes articles; an option or choice that does not
// exist yet is added to the product.
type CombinationCreate struct {
	Options []OptionValue `json:"options"`
	CombinationFields
}

// CombinationUpdate is a partial update of a variation: absent fields stay as
// they are. Options, when present, are replaced as a whole.
type CombinationUpdate struct {
	Options Opt[[]OptionValue] `json:"options,omitzero"`
	CombinationFields
}

// IsZero reports an update that changes nothing.
func (u CombinationUpdate) IsZero() bool { return isZero(u) }

// CombinationFields are the writable fields of a variation beside its options.
// WholesalePrices are replaced as a whole; send all Attributes that shall stay.
type CombinationFields struct {
	// SKU "" gives the variation the SKU, and the stock, of the product.
	SKU                 Opt[string]                   `json:"sku,omitzero"`
	Price               Opt[Amount]                   `json:"price,omitzero"`
	CostPrice           Opt[Amount]                   `json:"costPrice,omitzero"`
	CompareToPrice      Opt[Amount]                   `json:"compareToPrice,omitzero"`
	WholesalePrices     Opt[[]WholesalePrice]         `json:"wholesalePrices,omitzero"`
	LowestPriceSettings Opt[LowestPriceSettingsWrite] `json:"lowestPriceSettings,omitzero"`

	// Quantity needs a SKU of the variation's own, and Unlimited false when
	// stock was not tracked before.
	Quantity            Opt[int]             `json:"quantity,omitzero"`
	Unlimited           Opt[bool]            `json:"unlimited,omitzero"`
	WarningLimit        Opt[int]             `json:"warningLimit,omitzero"`
	OutOfStockBehaviour Opt[StockVisibility] `json:"outOfStockVisibilityBehaviour,omitzero"` // not StockHide
	MinPurchaseQuantity Opt[int]             `json:"minPurchaseQuantity,omitzero"`
	MaxPurchaseQuantity Opt[int]             `json:"maxPurchaseQuantity,omitzero"`

	Weight             Opt[Amount]                `json:"weight,omitzero"`
	Volume             Opt[Amount]                `json:"volume,omitzero"`
	Dimensions         Opt[Dimensions]            `json:"dimensions,omitzero"`
	IsShippingRequired Opt[bool]                  `json:"isShippingRequired,omitzero"`
	Attributes         Opt[[]AttributeValueWrite] `json:"attributes,omitzero"`

	ExternalReferenceID  Opt[string]                    `json:"externalReferenceId,omitzero"`
	CustomsTariffCode    Opt[string]                    `json:"customsHsTariffCode,omitzero"`
	SubscriptionSettings Opt[SubscriptionSettingsWrite] `json:"subscriptionSettings,omitzero"`
	Alt                  Opt[AltText]                   `json:"alt,omitzero"`
}
