package salespos

// OrderStatus is the state of handling an order. Shops rename them, see
// Settings.OrderStatus; 0 means that the order is not completed.
type OrderStatus int

// The states of an order.
const (
	OrderNew                    OrderStatus = 1
	OrderInProcess              OrderStatus = 2
	OrderWaitingForManufacturer OrderStatus = 3
	OrderWaitingForPayment      OrderStatus = 4
	OrderSent                   OrderStatus = 5
	OrderDelivered              OrderStatus = 6
	OrderCompleted              OrderStatus = 7
	OrderCancelled              OrderStatus = 8
	OrderWaitingForSupplier     OrderStatus = 9
	OrderBeingPackaged          OrderStatus = 10
	OrderReadyForCollection     OrderStatus = 11
	OrderBeingAssembled         OrderStatus = 12
	OrderBackorder              OrderStatus = 13
	OrderReserved               OrderStatus = 14
)

// DeliverByShipping is the only delivery method that is known to the letter.
const DeliverByShipping = "shipping"

// Order is an order of the shop or a sale of the till. Of a sale any key may be
// missing. Numbers and flags that the API may leave out are pointers, nil when
// it did.
type Order struct {
	Extra
	Href string `json:"href"`
	// ID is the key of the order. The number that people see comes later.
	ID OrderID `json:"id"`
	// Number, NumberPrefix and NumberFull are empty until the order is
	// completed. Show NumberFull; do not compose it.
	Number        int64  `json:"ordernumber"`
	NumberPrefix  string `json:"ordernumber_prefix"`
	NumberFull    string `json:"ordernumber_full"`
	InvoiceNumber int64  `json:"invoicenumber"`
	// TransactionID is the latest transaction at the PSP.
	TransactionID string        `json:"transaction_id"`
	Created       Time          `json:"create_date"`
	DeliverMethod string        `json:"deliver_method"`
	DeliverDate   Time          `json:"deliver_date"`
	TakeOutWindow TakeOutWindow `json:"take_out_window"`
	// IsPlatformSale and IsIntraCommunity orders have rows with 0 % VAT.
	IsPlatformSale   *bool       `json:"is_platform_sale"`
	IsIntraCommunity bool        `json:"is_intra_community_order"`
	Language         string      `json:"orderedinlng"`
	Status           OrderStatus `json:"status"`
	// IsCompleted false is an open basket; nil means unknown.
	IsCompleted           *bool  `json:"is_completed"`
	BasketHref            string `json:"basket_href"`
	CheckoutHref          string `json:"checkout_href"`
	Paid                  bool   `json:"paid"`
	SafetyDepositReturned bool   `json:"safety_deposit_returned"`

	// PayMethodID is 0 for orders made through the API.
	PayMethodID PayMethodID `json:"paymethod_id"`
	// PayMethod is the machine name, PayMethod.CombinedName of PayMethods.List.
	PayMethod      string `json:"paymethod"`
	PayMethodLabel string `json:"paymethod_label"`

	// TaxesIncluded false hides all taxes.
	TaxesIncluded bool `json:"taxes_included"`
	// RowTaxesIncluded: the prices of the rows include VAT.
	RowTaxesIncluded      bool   `json:"order_row_taxes_included"`
	ShippingTaxesIncluded bool   `json:"shipping_taxes_included"`
	ShippingTaxPercentage Amount `json:"shipping_tax_percentage"`

	// TotalRows contains shipping in captured orders, whatever its name says:
	// add the rows up instead.
	TotalRows      Amount `json:"total_orderrow_price"`
	TotalShipping  Amount `json:"total_shipping"`
	TotalDiscounts Amount `json:"total_discounts"`
	// TotalPrice is what the shopper pays, TotalTax the VAT in it.
	TotalPrice  Amount `json:"total_price"`
	Currency    string `json:"currency"`
	TotalTax    Amount `json:"total_tax"`
	TotalWeight Amount `json:"total_weight"`

	ExtraPaymentOption             string  `json:"extra_payment_option"`
	ExtraPaymentOptionPrice        *Amount `json:"extra_payment_option_price"`
	ExtraPaymentOptionFreeShipping bool    `json:"extra_payment_option_no_sentprice"`
	ExtraPaymentOptionPayOnPickup  bool    `json:"extra_payment_option_pay_on_pickup"`
	// ExtraPrice is deprecated.
	ExtraPrice          Amount `json:"extra_price"`
	PayMethodCosts      Amount `json:"paymethod_costs"`
	CreditPointDiscount Amount `json:"credit_point_discount"`
	// ExtraCosts may be negative, a discount on the order.
	ExtraCosts            Amount `json:"extra_costs"`
	ExtraCostsDescription string `json:"extra_costs_description"`

	TrackingCode    string `json:"track_and_trace_code"`
	TrackingCarrier string `json:"track_and_trace_carrier"`
	TrackingLink    string `json:"track_and_trace_deeplink"`
	// ReservationNumber is a free reference and may be printed on the invoice.
	ReservationNumber string      `json:"reservationnumber"`
	DeliveryOption    string      `json:"delivery_option"`
	User              OrderUser   `json:"user"`
	DiscountCoupon    OrderCoupon `json:"discountcoupon"`
	// Customer is nil when the API left it out, as it may for sales of the till.
	Customer        *PersonalInfo  `json:"customer"`
	PickupAddress   *PickupAddress `json:"pickup_address"`
	PackingSlipLink string         `json:"packing_slip_deeplink"`

	Rows              Link `json:"orderrows"`
	Notes             Link `json:"ordernotes"`
	Messages          Link `json:"ordermessages"`
	Notifications     Link `json:"ordernotifications"`
	AffiliateNetworks Link `json:"orderaffiliatenetworks"`
	Labels            Link `json:"orderlabels"`
	Invoices          Link `json:"invoices"`
	TerminalReceipts  Link `json:"terminalreceipts"`
	FiscalSignatures  Link `json:"fiscaltransactionsignatures"`
}

// TakeOutWindow is when an order is delivered or picked up; zero when it is
// shipped.
type TakeOutWindow struct {
	Start Time `json:"start"`
	End   Time `json:"end"`
}

// OrderUser is the shop user who ordered; ID 0 is a guest.
type OrderUser struct {
	Href               string  `json:"href"`
	ID                 UserID  `json:"id"`
	DiscountPercentage *Amount `json:"discount_percentage"`
}

// OrderCoupon is the coupon used for an order; Code "" means none.
type OrderCoupon struct {
	Code     string     `json:"code"`
	Discount Amount     `json:"discount"`
	Type     CouponType `json:"type"`
	EndDate  Time       `json:"enddate"`
	// OneTimeUse and MinimumPrice can be nil, unknown, in invoices.
	OneTimeUse        *bool   `json:"onetimeuse"`
	GivesFreeShipping bool    `json:"givesfreeshipping"`
	MinimumPrice      *Amount `json:"minimumprice"`
}

// PickupAddress is where the carrier holds the parcel.
type PickupAddress struct {
	City        string `json:"city"`
	Code        string `json:"code"`
	Company     string `json:"company"`
	Country     string `json:"country"`
	HouseNumber string `json:"housenumber"`
	Suffix      string `json:"housenumber_suffix"`
	Street      string `json:"street"`
	Zipcode     string `json:"zipcode"`
}
