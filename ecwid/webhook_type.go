package ecwid

import "strings"

// EventType names what happened, as "order.created". Unknown ones are kept as
// they are.
type EventType string

// The events of the vendor, with the scope that an app needs to get them. There
// is none for stock alone and none for variations, which come as changes of
// their product.
const (
	// read_orders; EntityID is the internal number, Data.OrderID the public id.
	EventOrderCreated EventType = "order.created"
	EventOrderUpdated EventType = "order.updated"
	EventOrderDeleted EventType = "order.deleted"
	// read_orders; EntityID is -1 in newer stores, see Data.CartID.
	EventUnfinishedOrderCreated EventType = "unfinished_order.created"
	EventUnfinishedOrderUpdated EventType = "unfinished_order.updated"
	EventUnfinishedOrderDeleted EventType = "unfinished_order.deleted"
	// read_catalog
	EventProductCreated      EventType = "product.created"
	EventProductUpdated      EventType = "product.updated"
	EventProductDeleted      EventType = "product.deleted"
	EventCategoryCreated     EventType = "category.created"
	EventCategoryUpdated     EventType = "category.updated"
	EventCategoryDeleted     EventType = "category.deleted"
	EventProductClassCreated EventType = "product_class.created"
	EventProductClassUpdated EventType = "product_class.updated"
	EventProductClassDeleted EventType = "product_class.deleted"
	// read_customers
	EventCustomerCreated      EventType = "customer.created"
	EventCustomerUpdated      EventType = "customer.updated"
	EventCustomerDeleted      EventType = "customer.deleted"
	EventCustomerGroupCreated EventType = "customer_group.created"
	EventCustomerGroupUpdated EventType = "customer_group.updated"
	EventCustomerGroupDeleted EventType = "customer_group.deleted"
	// read_store_profile
	EventCustomerDataRemovalRequest EventType = "customer.personalDataRemovalRequest"
	EventCustomerDataExportRequest  EventType = "customer.personalDataExportRequest"
	// read_discount_coupons, read_promotion
	EventDiscountCouponCreated EventType = "discount_coupon.created"
	EventDiscountCouponUpdated EventType = "discount_coupon.updated"
	EventDiscountCouponDeleted EventType = "discount_coupon.deleted"
	EventPromotionCreated      EventType = "promotion.created"
	EventPromotionUpdated      EventType = "promotion.updated"
	EventPromotionDeleted      EventType = "promotion.deleted"
	// read_reviews
	EventReviewCreated EventType = "review.created"
	EventReviewUpdated EventType = "review.updated"
	EventReviewDeleted EventType = "review.deleted"
	// read_invoices
	EventInvoiceCreated EventType = "invoice.created"
	EventInvoiceDeleted EventType = "invoice.deleted"
	// The scope is not documented.
	EventSizeChartCreated EventType = "size_chart.created"
	EventSizeChartUpdated EventType = "size_chart.updated"
	EventSizeChartDeleted EventType = "size_chart.deleted"
	// read_store_profile; EntityID is the id of the store.
	EventProfileUpdated                 EventType = "profile.updated"
	EventProfileSubscriptionChanged     EventType = "profile.subscriptionStatusChanged"
	EventProfileDataRemovalRequest      EventType = "profile.personalDataRemovalRequest"
	EventProfileDataExportRequest       EventType = "profile.personalDataExportRequest"
	EventApplicationInstalled           EventType = "application.installed"
	EventApplicationUninstalled         EventType = "application.uninstalled"
	EventApplicationSubscriptionChanged EventType = "application.subscriptionStatusChanged"
	EventApplicationStorageChanged      EventType = "application.storageChanged"
)

// camelCased are the events whose names come in two spellings, the other being
// "application.storage_changed".
var camelCased = []EventType{
	EventCustomerDataRemovalRequest, EventCustomerDataExportRequest,
	EventProfileSubscriptionChanged, EventProfileDataRemovalRequest, EventProfileDataExportRequest,
	EventApplicationSubscriptionChanged, EventApplicationStorageChanged,
}

// newEventType reads a name. Of the known ones neither the case nor underscores
// in the second part say anything.
func newEventType(name string) EventType {
	subject, action, _ := strings.Cut(name, ".")
	flat := strings.ToLower(subject + "." + strings.ReplaceAll(action, "_", ""))
	switch _, verb, _ := strings.Cut(flat, "."); verb {
	case "created", "updated", "deleted", "installed", "uninstalled":
		return EventType(flat)
	}
	for _, known := range camelCased {
		if strings.EqualFold(string(known), flat) {
			return known
		}
	}
	return EventType(name)
}
