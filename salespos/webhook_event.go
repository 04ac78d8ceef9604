package salespos

// EventType names what happened, as Webhook.Event does. Unknown ones are kept as
// they are.
type EventType string

// The events that are known to exist. There is none for stock or for users.
const (
	OrdersCreated       EventType = "orders.created"
	OrdersDeleted       EventType = "orders.deleted"
	OrdersPaid          EventType = "orders.updated.ispaid"
	OrdersStatus        EventType = "orders.updated.status"
	OrdersTrackAndTrace EventType = "orders.updated.trackandtrace"
	ProductsCreated     EventType = "products.created"
	ProductsUpdated     EventType = "products.updated"
	ProductsDeleted     EventType = "products.deleted"
	CategoriesCreated   EventType = "categories.created"
	CategoriesUpdated   EventType = "categories.updated"
	CategoriesDeleted   EventType = "categories.deleted"
	ReturnsCreated      EventType = "returns.created"
	ReturnsUpdated      EventType = "returns.updated"
	ReturnsDeleted      EventType = "returns.deleted"
	InvoicesStatus      EventType = "invoices.updated.status"
)
