package ecwid

import (
	"context"
	"errors"
)

// CustomerExtraFieldsService reads and writes the definitions of the extra
// fields of customers. Their values are in Customer.ExtraFields.
type CustomerExtraFieldsService service

// CustomerExtraFieldType is the kind of an extra field of customers.
type CustomerExtraFieldType string

// Values of CustomerExtraFieldType.
const (
	CustomerFieldText     CustomerExtraFieldType = "TEXT"
	CustomerFieldDateTime CustomerExtraFieldType = "DATETIME"
)

// CustomerExtraFieldDefinition is a field that the merchant or an app added to
// all customers.
type CustomerExtraFieldDefinition struct {
	Extra
	// Key is the id of the field, in Customer.ExtraFields too.
	Key         string                 `json:"key"`
	Title       string                 `json:"title"`
	Type        CustomerExtraFieldType `json:"type"`
	EntityTypes OneOrMany[string]      `json:"entityTypes"`
	// ShownOnOrderDetails shows the value beside each order of the customer.
	ShownOnOrderDetails bool `json:"shownOnOrderDetails"`
	// LinkedWithCheckoutField: the buyer fills it in at checkout.
	LinkedWithCheckoutField bool `json:"linkedWithCheckoutField"`
	CreatedDate             Time `json:"createdDate"`
	LastModifiedDate        Time `json:"lastModifiedDate"`
}

func (d *CustomerExtraFieldDefinition) check() error {
	if d.Key == "" {
		return errors.New("it has no key")
	}
	return nil
}

// CustomerExtraFieldCreate is the body of a new definition. Title is required.
type CustomerExtraFieldCreate struct {
	Title               string                      `json:"title"`
	Type                Opt[CustomerExtraFieldType] `json:"type,omitzero"`
	ShownOnOrderDetails Opt[bool]                   `json:"shownOnOrderDetails,omitzero"`
}

// CustomerExtraFieldUpdate is a partial update of a definition: absent fields
// stay as they are.
type CustomerExtraFieldUpdate struct {
	Title               Opt[string]                 `json:"title,omitzero"`
	Type                Opt[CustomerExtraFieldType] `json:"type,omitzero"`
	ShownOnOrderDetails Opt[bool]                   `json:"shownOnOrderDetails,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u CustomerExtraFieldUpdate) IsZero() bool { return isZero(u) }

// List returns all definitions.
//
// Endpoint: GET /store_extrafields/customers
// Scope: read_customers_extrafields
func (s *CustomerExtraFieldsService) List(ctx context.Context, opts ...ReadOptions) ([]CustomerExtraFieldDefinition, error) {
	o := operation{op: "GET /store_extrafields/customers", path: []string{"store_extrafields", "customers"}, safe: true}
	answer, err := fetch[itemsAnswer[CustomerExtraFieldDefinition]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Items, nil
}

// Get returns one definition.
//
// Endpoint: GET /store_extrafields/customers/{key}
// Scope: read_customers_extrafields
func (s *CustomerExtraFieldsService) Get(ctx context.Context, key string, opts ...ReadOptions) (*CustomerExtraFieldDefinition, error) {
	o := customerFieldCall("GET /store_extrafields/customers/{key}", key)
	return fetch[CustomerExtraFieldDefinition](ctx, s.client, o.read(opts))
}

// Create adds a definition and returns its key; "" when the store did not tell
// it. Nothing in it is unique: look first, above all after ErrUnknownOutcome.
//
// Endpoint: POST /store_extrafields/customers
// Scope: update_customers_extrafields
func (s *CustomerExtraFieldsService) Create(ctx context.Context, field CustomerExtraFieldCreate) (key string, err error) {
	o := operation{op: "POST /store_extrafields/customers", path: []string{"store_extrafields", "customers"}, body: field}
	answer, err := fetch[countAnswer](ctx, s.client, o)
	if err != nil {
		return "", err
	}
	return answer.Key, nil
}

// Update changes the fields of a definition that are present in update.
//
// Endpoint: PUT /store_extrafields/customers/{key}
// Scope: update_customers_extrafields
func (s *CustomerExtraFieldsService) Update(ctx context.Context, key string, update CustomerExtraFieldUpdate) (*UpdateResult, error) {
	o := customerFieldCall("PUT /store_extrafields/customers/{key}", key)
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a definition. One that does not exist is no error.
//
// Endpoint: DELETE /store_extrafields/customers/{key}
// Scope: delete_customers_extrafields
func (s *CustomerExtraFieldsService) Delete(ctx context.Context, key string) error {
	_, err := s.client.remove(ctx, customerFieldCall("DELETE /store_extrafields/customers/{key}", key))
	return err
}

// customerFieldCall is a repeatable call for one definition, without a body.
func customerFieldCall(op, key string) operation {
	return operation{op: op, path: []string{"store_extrafields", "customers", key}, safe: true}
}
