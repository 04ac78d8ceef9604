package ecwid

import "context"

// OrderExtraFieldsService reads and writes the extra fields of single orders.
// They also come with every order.
type OrderExtraFieldsService service

// OrderExtraFieldCreate is the body of a new extra field. ID, which is yours,
// Value and Title are required. Value has at most 255 characters, all fields of
// an order together 8 KB.
type OrderExtraFieldCreate struct {
	ID    string `json:"id"`
	Value string `json:"value"`
	Title string `json:"title"`
	// CustomerInputType is TEXT without it.
	CustomerInputType Opt[CustomerInputType] `json:"customerInputType,omitzero"`
	// Section is shipping_info, billing_info, customer_info or order_comments;
	// "" hides the field.
	Section             Opt[string] `json:"orderDetailsDisplaySection,omitzero"`
	OrderBy             Opt[string] `json:"orderBy,omitzero"`
	ShowInNotifications Opt[bool]   `json:"showInNotifications,omitzero"`
	ShowInInvoice       Opt[bool]   `json:"showInInvoice,omitzero"`
}

// OrderExtraFieldUpdate is a partial update of an extra field: absent fields
// stay as they are. The input type cannot be changed.
type OrderExtraFieldUpdate struct {
	Value               Opt[string] `json:"value,omitzero"`
	Title               Opt[string] `json:"title,omitzero"`
	Section             Opt[string] `json:"orderDetailsDisplaySection,omitzero"`
	OrderBy             Opt[string] `json:"orderBy,omitzero"`
	ShowInNotifications Opt[bool]   `json:"showInNotifications,omitzero"`
	ShowInInvoice       Opt[bool]   `json:"showInInvoice,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u OrderExtraFieldUpdate) IsZero() bool { return isZero(u) }

// List returns all extra fields of an order.
//
// Endpoint: GET /orders/{orderId}/extraFields
// Scope: read_orders
func (s *OrderExtraFieldsService) List(ctx context.Context, order OrderID, opts ...ReadOptions) ([]OrderExtraField, error) {
	o, err := orderCall("GET /orders/{orderId}/extraFields", order, "extraFields")
	if err != nil {
		return nil, err
	}
	answer, err := fetch[arrayAnswer[OrderExtraField]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Create adds an extra field to an order.
//
// Endpoint: POST /orders/{orderId}/extraFields
// Scope: update_orders
func (s *OrderExtraFieldsService) Create(ctx context.Context, order OrderID, field OrderExtraFieldCreate) error {
	o, err := orderCall("POST /orders/{orderId}/extraFields", order, "extraFields")
	if err != nil {
		return err
	}
	o.body, o.safe = field, false
	_, err = fetch[countAnswer](ctx, s.client, o)
	return err
}

// Update changes what is present in update. A field that does not exist is
// ErrNotFound.
//
// Endpoint: PUT /orders/{orderId}/extraFields/{fieldId}
// Scope: update_orders
func (s *OrderExtraFieldsService) Update(ctx context.Context, order OrderID, id string, update OrderExtraFieldUpdate) (*UpdateResult, error) {
	o, err := orderCall("PUT /orders/{orderId}/extraFields/{fieldId}", order, "extraFields", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes an extra field. One that does not exist is no error.
//
// Endpoint: DELETE /orders/{orderId}/extraFields/{fieldId}
// Scope: update_orders
func (s *OrderExtraFieldsService) Delete(ctx context.Context, order OrderID, id string) error {
	o, err := orderCall("DELETE /orders/{orderId}/extraFields/{fieldId}", order, "extraFields", id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}
