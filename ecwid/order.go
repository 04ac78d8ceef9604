package ecwid

import (
	"encoding/json"
	"errors"
)

// Order is an order as the store returns it. Amounts are in the currency of the
// store. Total, TotalWithoutTax and Tax are authoritative. Usually, with net
// prices,
//
//	Total = Subtotal - Discount - CouponDiscount + Tax + shipping rate
//	        + handling fee + surcharges - GiftCardRedemption
//
// and with gross prices the same without Tax, which is inside. A mismatch is no
// reason to refuse an order.
type Order struct {
	Extra
	// ID is the public id, the reference that everybody sees.
	ID OrderID `json:"id"`
	// InternalID is the numeric key; webhooks name it.
	InternalID        int64  `json:"internalId"`
	OrderNumber       int64  `json:"orderNumber"`       // = InternalID
	VendorOrderNumber string `json:"vendorOrderNumber"` // = ID
	PublicUID         string `json:"publicUid"`         // = ID

	// Email may be "" on orders that were made in the control panel.
	Email             string            `json:"email"`
	CustomerID        CustomerID        `json:"customerId"` // 0: none
	CustomerGroup     string            `json:"customerGroup"`
	CustomerGroupID   CustomerGroupID   `json:"customerGroupId"`
	PaymentStatus     PaymentStatus     `json:"paymentStatus"`
	FulfillmentStatus FulfillmentStatus `json:"fulfillmentStatus"`

	CreateDate      Time `json:"createDate"`
	UpdateDate      Time `json:"updateDate"`
	CreateTimestamp Time `json:"createTimestamp"`
	UpdateTimestamp Time `json:"updateTimestamp"`

	// Subtotal is the sum of price times quantity of the items.
	Subtotal           Amount  `json:"subtotal"`
	Total              Amount  `json:"total"`
	SubtotalWithoutTax *Amount `json:"subtotalWithoutTax"`
	TotalWithoutTax    *Amount `json:"totalWithoutTax"`
	// Tax is the sum of all taxes; edits of the order do not change it.
	Tax *Amount `json:"tax"`
	// PricesIncludeTax: the prices of the items are gross.
	PricesIncludeTax *bool `json:"pricesIncludeTax"`

	// Discount is that of promotions, without coupons; the three fields after
	// CouponDiscount are its parts.
	Discount                *Amount           `json:"discount"`
	CouponDiscount          *Amount           `json:"couponDiscount"`
	VolumeDiscount          *Amount           `json:"volumeDiscount"`
	MembershipDiscount      *Amount           `json:"membershipBasedDiscount"`
	TotalMembershipDiscount *Amount           `json:"totalAndMembershipBasedDiscount"`
	CustomDiscount          []Amount          `json:"customDiscount"`
	DiscountInfo            []DiscountInfo    `json:"discountInfo"`
	DiscountCoupon          *DiscountCoupon   `json:"discountCoupon"`
	CustomSurcharges        []CustomSurcharge `json:"customSurcharges"`

	// GiftCardRedemption lowers what is due, not what was sold.
	GiftCardRedemption  *Amount      `json:"giftCardRedemption"`
	TotalBeforeGiftCard *Amount      `json:"totalBeforeGiftCardRedemption"`
	GiftCardCode        string       `json:"giftCardCode"`
	GiftCardID          Text         `json:"giftCardId"`
	GiftCardUUID        string       `json:"giftCardUuid"`
	GiftCardDoubleSpent *bool        `json:"giftCardDoubleSpending"`
	StoreCredit         *StoreCredit `json:"storeCredit"`
	Loyalty             *Loyalty     `json:"loyalty"`
	USDTotal            *Amount      `json:"usdTotal"`
	RefundedAmount      *Amount      `json:"refundedAmount"`
	Refunds             []Refund     `json:"refunds"`

	// PaymentMethod is the title at checkout.
	PaymentMethod          string            `json:"paymentMethod"`
	PaymentModule          string            `json:"paymentModule"`
	PaymentSubtype         string            `json:"paymentSubtype"`
	PaymentParams          TextMap           `json:"paymentParams"`
	PaymentMessage         string            `json:"paymentMessage"`
	PaymentReference       string            `json:"paymentReference"`
	ReferenceTransactionID string            `json:"referenceTransactionId"`
	ExternalTransactionID  string            `json:"externalTransactionId"`
	ExternalTransactionURL string            `json:"externalTransactionUrl"`
	CreditCardStatus       *CreditCardStatus `json:"creditCardStatus"`

	CustomerTaxExempt        bool         `json:"customerTaxExempt"`
	CustomerTaxID            string       `json:"customerTaxId"`
	CustomerTaxIDValid       bool         `json:"customerTaxIdValid"`
	ReversedTaxApplied       bool         `json:"reversedTaxApplied"`
	Kind                     CustomerKind `json:"b2b_b2c"`
	RequestedInvoice         bool         `json:"customerRequestedInvoice"`
	FiscalCode               string       `json:"customerFiscalCode"`
	ElectronicInvoiceEmail   string       `json:"electronicInvoicePecEmail"`
	ElectronicInvoiceSDICode string       `json:"electronicInvoiceSdiCode"`

	Items         []OrderItem `json:"items"`
	BillingPerson *Person     `json:"billingPerson"`
	// ShippingPerson is nil for pick-up and digital goods.
	ShippingPerson           *Person          `json:"shippingPerson"`
	ShippingOption           *ShippingOption  `json:"shippingOption"`
	AvailableShippingOptions []ShippingOption `json:"availableShippingOptions"`
	AvailableTaxes           []Tax            `json:"availableTaxes"`
	HandlingFee              *HandlingFee     `json:"handlingFee"`
	TaxesOnShipping          []ShippingTax    `json:"taxesOnShipping"`

	OrderComments     string `json:"orderComments"`     // the buyer's
	PrivateAdminNotes string `json:"privateAdminNotes"` // the staff's
	TrackingNumber    string `json:"trackingNumber"`
	TrackingURL       string `json:"trackingUrl"`
	LatestShipDate    Time   `json:"latestShipDate"`
	LatestDelivery    Time   `json:"latestDeliveryDate"`
	PickupTime        Time   `json:"pickupTime"`

	Shipments        []Shipment         `json:"shipments"`
	PredictedPackage OneOrMany[Package] `json:"predictedPackage"`
	// ExtraFields are the checkout fields by name.
	ExtraFields      TextMap           `json:"extraFields"`
	OrderExtraFields []OrderExtraField `json:"orderExtraFields"`

	// RefererID is a free text by which orders can be searched.
	RefererID     string `json:"refererId"`
	RefererURL    string `json:"refererUrl"`
	GlobalReferer string `json:"globalReferer"`
	AffiliateID   string `json:"affiliateId"`
	// ExternalFulfillment hides the store's own controls for fulfilment.
	ExternalFulfillment bool               `json:"externalFulfillment"`
	ExternalOrderID     string             `json:"externalOrderId"`
	ExternalOrderData   *ExternalOrderData `json:"externalOrderData"`
	// CustomerMailsOff: the customer gets no mails about this order.
	CustomerMailsOff bool      `json:"disableAllCustomerNotifications"`
	AcceptMarketing  *bool     `json:"acceptMarketing"`
	Hidden           bool      `json:"hidden"`
	IPAddress        string    `json:"ipAddress"`
	Lang             string    `json:"lang"`
	AdditionalInfo   TextMap   `json:"additionalInfo"`
	Invoices         []Invoice `json:"invoices"`
	// UTMData and UTMDataSets tell which campaign brought the buyer.
	UTMData                OneOrMany[UTMData] `json:"utmData"`
	UTMDataSets            []UTMData          `json:"utmDataSets"`
	EbayID                 Text               `json:"ebayId"`
	WithdrawalRequested    bool               `json:"withdrawalRequested"`
	Ticket                 int64              `json:"ticket"` // a signed hash
	CustomerUserAgent      string             `json:"customerUserAgent"`
	ShippingLabelAvailable bool               `json:"shippingLabelAvailableForShipment"`
}

func (o *Order) check() error {
	if o.ID == "" {
		return errors.New("it has no order id")
	}
	return nil
}

// Invoice is a tax invoice of an order.
type Invoice struct {
	Extra
	InternalID Text   `json:"internalId"`
	ID         Text   `json:"id"`
	Created    Time   `json:"created"`
	Link       string `json:"link"`
	Type       string `json:"type"` // SALE, FULL_CANCEL
}

// OrderExtraField is a field that an app added to an order.
type OrderExtraField struct {
	Extra
	ID                string            `json:"id"`
	Value             Text              `json:"value"`
	Title             string            `json:"title"`
	CustomerInputType CustomerInputType `json:"customerInputType"`
	// Section is where it is shown; "" hides it.
	Section             string `json:"orderDetailsDisplaySection"`
	OrderBy             Text   `json:"orderBy"`
	ShowInNotifications bool   `json:"showInNotifications"`
	ShowInInvoice       bool   `json:"showInInvoice"`
}

// ExternalOrderData tells where an order of a sales channel came from.
type ExternalOrderData struct {
	Extra
	ExternalOrderID     string  `json:"externalOrderId"`
	ExternalFulfillment bool    `json:"externalFulfillment"`
	RefererChannel      string  `json:"refererChannel"`
	RefererID           string  `json:"refererId"`
	PlatformFields      TextMap `json:"platformSpecificFields"`
}

// UTMData names the campaign of a visit.
type UTMData struct {
	Extra
	Timestamp Text   `json:"timestamp"`
	Source    string `json:"source"`
	Campaign  string `json:"campaign"`
	Medium    string `json:"medium"`
	MCEID     string `json:"mcEid"`
	MCCID     string `json:"mcCid"`
}

// Package is what the store expects to send.
type Package struct {
	Extra
	Height        Amount `json:"height"`
	Width         Amount `json:"width"`
	Length        Amount `json:"length"`
	Weight        Amount `json:"weight"`
	DeclaredValue Amount `json:"declaredValue"`
}

// Shipment is a shipping label that the merchant bought. Its parts differ from
// carrier to carrier and are kept as they come.
type Shipment struct {
	Extra
	ID              Text            `json:"id"`
	Created         Text            `json:"created"`
	ShipTo          *Person         `json:"shipTo"`
	ShipFrom        *Person         `json:"shipFrom"`
	Parcel          json.RawMessage `json:"parcel"`
	ShippingService json.RawMessage `json:"shippingService"`
	Tracking        json.RawMessage `json:"tracking"`
	ShippingLabel   json.RawMessage `json:"shippingLabel"`
	Label           json.RawMessage `json:"label"`
}
