package ecwid

import "encoding/json"

// CreditCardStatus are the messages of a card payment.
type CreditCardStatus struct {
	Extra
	AVSMessage string `json:"avsMessage"`
	CVVMessage string `json:"cvvMessage"`
}

// DiscountInfo is one discount of an order or a line.
type DiscountInfo struct {
	Extra
	ID                Text            `json:"id"`
	Value             Amount          `json:"value"`
	Type              DiscountType    `json:"type"`
	Base              DiscountBase    `json:"base"`
	OrderTotal        *Amount         `json:"orderTotal"`
	MembershipID      CustomerGroupID `json:"membershipId"`
	Description       string          `json:"description"`
	AppliesToItems    []OrderItemID   `json:"appliesToItems"`
	AppliesToProducts []ProductID     `json:"appliesToProducts"`
	// AppliesToOrderItems is kept as it comes; its form is not documented.
	AppliesToOrderItems json.RawMessage `json:"appliesToOrderItems"`
}

// DiscountCoupon is the coupon of an order.
type DiscountCoupon struct {
	Extra
	ID                 Text           `json:"id"`
	Name               string         `json:"name"`
	Code               string         `json:"code"`
	DiscountType       DiscountType   `json:"discountType"`
	Status             string         `json:"status"` // ACTIVE, PAUSED, EXPIRED, USEDUP
	Discount           *Amount        `json:"discount"`
	LaunchDate         Time           `json:"launchDate"`
	ExpirationDate     Time           `json:"expirationDate"`
	TotalLimit         *Amount        `json:"totalLimit"`
	UsesLimit          string         `json:"usesLimit"`        // UNLIMITED, ONCEPERCUSTOMER, SINGLE
	ApplicationLimit   string         `json:"applicationLimit"` // UNLIMITED, NEW_CUSTOMER_ONLY, REPEAT_CUSTOMER_ONLY
	RepeatCustomerOnly bool           `json:"repeatCustomerOnly"`
	CreationDate       Time           `json:"creationDate"`
	UpdateDate         Time           `json:"updateDate"`
	OrderCount         int            `json:"orderCount"`
	CatalogLimit       *CatalogLimit  `json:"catalogLimit"`
	ShippingLimit      *ShippingLimit `json:"shippingLimit"`
}

// CatalogLimit restricts a coupon to products and categories.
type CatalogLimit struct {
	Extra
	Products   []ProductID  `json:"products"`
	Categories []CategoryID `json:"categories"`
}

// ShippingLimit restricts a coupon to shipping methods.
type ShippingLimit struct {
	Extra
	ShippingMethods []string `json:"shippingMethods"`
}

// CustomSurcharge is an extra charge such as a tip.
type CustomSurcharge struct {
	Extra
	ID              string       `json:"id"`
	Value           Amount       `json:"value"`
	Type            ModifierType `json:"type"`
	Total           Amount       `json:"total"`
	TotalWithoutTax *Amount      `json:"totalWithoutTax"`
	Description     string       `json:"description"`
	// DescriptionTranslated is a plain text here; see TextMap.
	DescriptionTranslated TextMap    `json:"descriptionTranslated"`
	Taxable               bool       `json:"taxable"`
	Taxes                 []OrderTax `json:"taxes"`
}

// StoreCredit is what an order took from or gave to the credit of a customer.
type StoreCredit struct {
	Extra
	Redemption *Redemption `json:"redemption"`
	Balance    *Amount     `json:"balance"`
	Refund     *Amount     `json:"refund"`
}

// Loyalty are the points of an order.
type Loyalty struct {
	Extra
	Earned          *Amount     `json:"earned"`
	Redemption      *Redemption `json:"redemption"`
	Balance         *Amount     `json:"balance"`
	CustomerEnabled bool        `json:"customerEnabled"`
}

// Redemption is credit or points that were used.
type Redemption struct {
	Extra
	ID        Text   `json:"id"`
	Amount    Amount `json:"amount"`
	Cancelled bool   `json:"cancelled"`
}

// Refund is money that was given back.
type Refund struct {
	Extra
	Date   Time   `json:"date"`
	Source string `json:"source"` // CP, API, External
	Reason string `json:"reason"`
	Amount Amount `json:"amount"`
}

// HandlingFee is a flat fee of an order.
type HandlingFee struct {
	Extra
	Name            string     `json:"name"`
	Value           Amount     `json:"value"`
	ValueWithoutTax *Amount    `json:"valueWithoutTax"`
	Description     string     `json:"description"`
	Taxes           []OrderTax `json:"taxes"`
}

// ShippingTax is a tax on the shipping of an order.
type ShippingTax struct {
	Extra
	Name           string `json:"name"`
	Value          Amount `json:"value"` // percent
	Total          Amount `json:"total"`
	IncludeInPrice *bool  `json:"includeInPrice"`
}

// OrderTax is one tax on a line, a fee or a surcharge.
type OrderTax struct {
	Extra
	Name                 string  `json:"name"`
	Value                Amount  `json:"value"` // percent
	Total                Amount  `json:"total"`
	TaxClassCode         string  `json:"taxClassCode"`
	TaxClassName         string  `json:"taxClassName"`
	OnDiscountedSubtotal *Amount `json:"taxOnDiscountedSubtotal"`
	OnShipping           *Amount `json:"taxOnShipping"`
	OnHandlingFee        *Amount `json:"taxOnHandlingFee"`
	// IncludeInPrice: the tax is inside of the price.
	IncludeInPrice    *bool  `json:"includeInPrice"`
	SourceTaxRateID   TaxID  `json:"sourceTaxRateId"` // 0: no manual tax
	SourceTaxRateType string `json:"sourceTaxRateType"`
	TaxType           string `json:"taxType"`
}
