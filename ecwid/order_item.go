package ecwid

import "encoding/json"

// OrderItem is a line of an order.
type OrderItem struct {
	Extra
	ID            OrderItemID   `json:"id"`
	ProductID     ProductID     `json:"productId"`     // 0: a free-form line
	CombinationID CombinationID `json:"combinationId"` // 0: no variation
	CategoryID    CategoryID    `json:"categoryId"`
	// SKU is that of the variation where one matched.
	SKU                        string  `json:"sku"`
	Name                       string  `json:"name"`
	NameTranslated             TextMap `json:"nameTranslated"`
	ShortDescription           string  `json:"shortDescription"`
	ShortDescriptionTranslated TextMap `json:"shortDescriptionTranslated"`
	Quantity                   int     `json:"quantity"`

	// Price is for one piece with options and wholesale price, before
	// discounts; gross or net as Order.PricesIncludeTax says.
	Price           Amount  `json:"price"`
	ProductPrice    *Amount `json:"productPrice"` // without options
	PriceWithoutTax *Amount `json:"priceWithoutTax"`
	CostPrice       *Amount `json:"costPrice"`
	// Tax is that of the whole line.
	Tax                 *Amount             `json:"tax"`
	Taxes               []OrderTax          `json:"taxes"`
	Taxable             *bool               `json:"taxable"`
	TaxClassCode        string              `json:"taxClassCode"`
	TaxDeductedFromUnit *bool               `json:"taxAlreadyDeductedFromPrice"`
	TaxesOnShipping     []ShippingTax       `json:"taxesOnShipping"`
	RecurringTaxIDs     []Text              `json:"recurringTaxIds"`
	Shipping            *Amount             `json:"shipping"`    // share of the order's
	HandlingFee         *Amount             `json:"handlingFee"` // share of the order's
	CouponApplied       bool                `json:"couponApplied"`
	CouponAmount        *Amount             `json:"couponAmount"`
	Discounts           []OrderItemDiscount `json:"discounts"`
	DiscountsAllowed    *bool               `json:"discountsAllowed"`

	Weight                *Amount     `json:"weight"`
	Dimensions            *Dimensions `json:"dimensions"`
	IsShippingRequired    *bool       `json:"isShippingRequired"`
	FixedShippingRateOnly bool        `json:"fixedShippingRateOnly"`
	FixedShippingRate     *Amount     `json:"fixedShippingRate"`
	// QuantityInStock was the stock before the order; 0 when unlimited.
	QuantityInStock  *int  `json:"quantityInStock"`
	TrackQuantity    *bool `json:"trackQuantity"`
	GiftCard         bool  `json:"giftCard"`
	Digital          bool  `json:"digital"`
	ProductAvailable *bool `json:"productAvailable"`
	IsPreorder       *bool `json:"isPreorder"`

	SelectedOptions    []SelectedOption     `json:"selectedOptions"`
	Files              []OrderItemFile      `json:"files"`
	IsCustomerSetPrice bool                 `json:"isCustomerSetPrice"`
	SelectedPrice      *PriceTier           `json:"selectedPrice"`
	Attributes         []OrderItemAttribute `json:"attributes"`
	// ExternalReferenceID is a free marker of the line.
	ExternalReferenceID string                     `json:"externalReferenceId"`
	CompositeComponents []CompositeComponent       `json:"compositeComponents"`
	SubscriptionID      Text                       `json:"subscriptionId"`
	RecurringCharges    OneOrMany[RecurringCharge] `json:"recurringChargeSettings"`
	ImageURL            string                     `json:"imageUrl"`
	SmallThumbnailURL   string                     `json:"smallThumbnailUrl"`
	HDThumbnailURL      string                     `json:"hdThumbnailUrl"`
}

// OrderItemDiscount is a line's share of discounts.
type OrderItemDiscount struct {
	Extra
	Info  OneOrMany[DiscountInfo] `json:"discountInfo"`
	Total Amount                  `json:"total"`
}

// OrderItemAttribute is an attribute of the product at the time of the order.
type OrderItemAttribute struct {
	Extra
	ID              AttributeID `json:"id"`
	Name            string      `json:"name"`
	NameTranslated  TextMap     `json:"nameTranslated"`
	Value           Text        `json:"value"`
	ValueTranslated TextMap     `json:"valueTranslated"`
}

// OrderItemFile is a file that the buyer may download.
type OrderItemFile struct {
	Extra
	ProductFileID      FileID `json:"productFileId"`
	Name               string `json:"name"`
	Description        string `json:"description"`
	Size               int64  `json:"size"` // bytes
	MaxDownloads       int    `json:"maxDownloads"`
	RemainingDownloads int    `json:"remainingDownloads"`
	Expire             Time   `json:"expire"`
	AdminURL           string `json:"adminUrl"`
	CustomerURL        string `json:"customerUrl"`
}

// SelectedOption is an option with what the buyer chose.
type SelectedOption struct {
	Extra
	Name             string              `json:"name"`
	NameTranslated   TextMap             `json:"nameTranslated"`
	Type             SelectedOptionType  `json:"type"`
	Value            Text                `json:"value"` // several choices: joined by commas
	ValueTranslated  TextMap             `json:"valueTranslated"`
	Values           []string            `json:"valuesArray"`
	ValuesTranslated map[string][]string `json:"valuesArrayTranslated"`
	Selections       []OptionSelection   `json:"selections"`
	Files            []OptionFile        `json:"files"`
	HexCodes         []string            `json:"hexCodes"`
	ChangedTime      *int64              `json:"changedTime"`
}

// OptionSelection is one chosen choice. Its modifier is always sent, 0 and
// ABSOLUTE when the choice does not change the price.
type OptionSelection struct {
	Title        string       `json:"selectionTitle"`
	Modifier     Amount       `json:"selectionModifier"`
	ModifierType ModifierType `json:"selectionModifierType"`
}

// OptionFile is a file that the buyer sent.
type OptionFile struct {
	Extra
	ID   FileID `json:"id"`
	Name string `json:"name"`
	Size int64  `json:"size"` // bytes
	URL  string `json:"url"`
}

// ShippingOption is the way of delivery of an order.
type ShippingOption struct {
	Extra
	MethodID           string            `json:"shippingMethodId"`
	MethodName         string            `json:"shippingMethodName"`
	CarrierName        string            `json:"shippingCarrierName"`
	Rate               Amount            `json:"shippingRate"`
	RateWithoutTax     *Amount           `json:"shippingRateWithoutTax"`
	DiscountedRate     *Amount           `json:"discountedShippingRate"`
	TransitTime        Text              `json:"estimatedTransitTime"`
	IsPickup           bool              `json:"isPickup"`
	PickupInstruction  string            `json:"pickupInstruction"`
	Kind               DeliveryKind      `json:"fulfillmentType"`
	LocationID         Text              `json:"locationId"`
	TimeSlotMinutes    *int              `json:"timeSlotLengthInMinutes"`
	Scheduled          *bool             `json:"scheduled"`
	ScheduledPrecision string            `json:"scheduledTimePrecisionType"` // DATE, DATE_AND_TIME_SLOT
	PickupPrecision    string            `json:"pickupPrecisionType"`        // DATE_ONLY, DATE_AND_TIME
	IsShippingLimit    *bool             `json:"isShippingLimit"`
	LocalizedLabel     string            `json:"localizedLabel"`
	Discount           *ShippingDiscount `json:"discount"`
}

// ShippingDiscount is a discount on the shipping rate.
type ShippingDiscount struct {
	Extra
	ID                Text         `json:"id"`
	Value             Amount       `json:"value"`
	Type              ModifierType `json:"type"`
	Base              DiscountBase `json:"base"`
	OrderTotal        *Amount      `json:"orderTotal"`
	Description       string       `json:"description"`
	AppliesToMethodID Text         `json:"appliesToShippingMethodId"`
	// AppliesToItems and the two after it are kept as they come; their form is
	// not documented.
	AppliesToItems      json.RawMessage `json:"appliesToItems"`
	AppliesToOrderItems json.RawMessage `json:"appliesToOrderItems"`
	TriggeredByItems    json.RawMessage `json:"triggeredByOrderItems"`
}
