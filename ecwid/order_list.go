package ecwid

import "time"

// OrderListOptions filters a list of orders; the filters combine with AND.
// Orders cannot be sorted, and lists are served from an index that lags behind
// writes by up to minutes.
type OrderListOptions struct {
	// IDs are public ids or internal numbers.
	IDs []OrderID
	// Keywords are searched in ids, addresses, e-mail addresses, tracking
	// numbers, items, transactions and notes.
	Keywords string

	// CreatedFrom and the five after it have a resolution of one second;
	// whether they include their second is not documented.
	CreatedFrom, CreatedTo       time.Time
	UpdatedFrom, UpdatedTo       time.Time
	PickupTimeFrom, PickupTimeTo time.Time
	TotalFrom, TotalTo           *Amount

	// PaymentStatus and FulfillmentStatus match any of their values. Abandoned
	// carts come only when PaymentIncomplete is one of them.
	PaymentStatus     []PaymentStatus
	FulfillmentStatus []FulfillmentStatus
	// PaymentMethod and ShippingMethod are names as the buyer sees them.
	PaymentMethod, ShippingMethod string
	// PaymentModule is "CUSTOM_PAYMENT_APP-" with the client id of an app.
	PaymentModule    string
	PaymentReference string

	// RefererID is the marker that was written to the order.
	RefererID  string
	Email      string
	CustomerID CustomerID
	// CustomerIDOrEmail is for CustomerID together with Email; its effect is
	// not documented.
	CustomerIDOrEmail bool
	// CustomerName is an older filter, like the two after it: internal numbers,
	// which switch all other filters off, and a public id.
	CustomerName      string
	OrderNumbers      []int64
	VendorOrderNumber string

	ProductIDs            []ProductID
	CouponCode            string
	SubscriptionIDs       []int64
	AcceptMarketing       *bool
	ContainsPreorderItems *bool

	Offset int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,updateTimestamp)".
	ResponseFields string
}

func (o *OrderListOptions) listing() listing {
	l := newListing("GET /orders", "orders")
	if o == nil {
		return l
	}
	var f filters
	list(&f, "ids", o.IDs)
	f.text("keywords", o.Keywords)
	o.addTimes(&f)
	o.addPayment(&f)
	o.addCustomer(&f)
	list(&f, "productId", o.ProductIDs)
	f.text("couponCode", o.CouponCode)
	list(&f, "subscriptionId", o.SubscriptionIDs)
	f.flag("acceptMarketing", o.AcceptMarketing)
	f.flag("containsPreorderItems", o.ContainsPreorderItems)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

func (o *OrderListOptions) addTimes(f *filters) {
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.instant("pickupTimeFrom", o.PickupTimeFrom)
	f.instant("pickupTimeTo", o.PickupTimeTo)
}

// addPayment adds the filters for how the order is paid and delivered.
func (o *OrderListOptions) addPayment(f *filters) {
	f.amount("totalFrom", o.TotalFrom)
	f.amount("totalTo", o.TotalTo)
	list(f, "paymentStatus", o.PaymentStatus)
	list(f, "fulfillmentStatus", o.FulfillmentStatus)
	f.text("paymentMethod", o.PaymentMethod)
	f.text("shippingMethod", o.ShippingMethod)
	f.text("paymentModule", o.PaymentModule)
	f.text("paymentReference", o.PaymentReference)
}

// addCustomer adds the filters for where the order came from.
func (o *OrderListOptions) addCustomer(f *filters) {
	f.text("refererId", o.RefererID)
	f.text("email", o.Email)
	if o.CustomerID != 0 {
		f.text("customerId", segment(o.CustomerID))
	}
	f.on("customerIdOrEmail", o.CustomerIDOrEmail)
	f.text("customer", o.CustomerName)
	list(f, "orderNumber", o.OrderNumbers)
	f.text("vendorOrderNumber", o.VendorOrderNumber)
}
