package ecwid

import (
	"context"
	"errors"
)

// OrderStatusesService reads the statuses of the store and writes the custom
// ones.
type OrderStatusesService service

// OrderStatusType tells payment from fulfilment.
type OrderStatusType string

// Values of OrderStatusType.
const (
	StatusOfPayment     OrderStatusType = "PAYMENT_STATUS"
	StatusOfFulfillment OrderStatusType = "FULFILLMENT_STATUS"
)

// OrderStatus is a status that orders of the store can have.
type OrderStatus struct {
	Extra
	// ID is a PaymentStatus or a FulfillmentStatus, as Type says.
	ID      string          `json:"statusId"`
	Type    OrderStatusType `json:"orderStatusType"`
	Default bool            `json:"defaultStatus"`
	// Enabled has to be true before an order can get a custom status.
	Enabled bool `json:"enabled"`
	// SendsNotification: the customer gets a mail with the status.
	SendsNotification bool `json:"sendNotificationWhenStatusIsAssigned"`
	// Name and the two fields after it are of custom statuses only.
	Name               string  `json:"name"`
	NameTranslated     TextMap `json:"nameTranslated"`
	LastNameChangeDate Time    `json:"lastNameChangeDate"`
}

func (s *OrderStatus) check() error {
	if s.ID == "" {
		return errors.New("it has no status id")
	}
	return nil
}

// OrderStatusUpdate is a partial update of a custom status: absent fields stay
// as they are.
type OrderStatusUpdate struct {
	Enabled           Opt[bool]    `json:"enabled,omitzero"`
	SendsNotification Opt[bool]    `json:"sendNotificationWhenStatusIsAssigned,omitzero"`
	Name              Opt[string]  `json:"name,omitzero"`
	NameTranslations  Opt[TextMap] `json:"nameTranslations,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u OrderStatusUpdate) IsZero() bool { return isZero(u) }

// List returns all statuses of the store.
//
// Endpoint: GET /profile/order_statuses
// Scope: read_store_profile
func (s *OrderStatusesService) List(ctx context.Context, opts ...ReadOptions) ([]OrderStatus, error) {
	o := operation{op: "GET /profile/order_statuses", path: []string{"profile", "order_statuses"}, safe: true}
	answer, err := fetch[itemsAnswer[OrderStatus]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Items, nil
}

// Get returns one status, for example "CUSTOM_PAYMENT_STATUS_1".
//
// Endpoint: GET /profile/order_status/{statusId}
// Scope: read_store_profile
func (s *OrderStatusesService) Get(ctx context.Context, id string, opts ...ReadOptions) (*OrderStatus, error) {
	o := orderStatusCall("GET /profile/order_status/{statusId}", id)
	return fetch[OrderStatus](ctx, s.client, o.read(opts))
}

// Update changes the fields of a custom status that are present in update.
//
// Endpoint: PUT /profile/order_status/{statusId}
// Scope: update_store_profile
func (s *OrderStatusesService) Update(ctx context.Context, id string, update OrderStatusUpdate) (*UpdateResult, error) {
	o := orderStatusCall("PUT /profile/order_status/{statusId}", id)
	o.body = update
	return s.client.update(ctx, o)
}

// orderStatusCall is a repeatable call for one status, without a body.
func orderStatusCall(op, id string) operation {
	return operation{op: op, path: []string{"profile", "order_status", id}, safe: true}
}
