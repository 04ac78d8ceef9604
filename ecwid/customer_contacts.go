package ecwid

import "context"

// CustomerContactsService reads and writes the contacts of customers. They also
// come with every customer.
type CustomerContactsService service

// List returns all contacts of a customer.
//
// Endpoint: GET /customers/{customerId}/contacts
// Scope: read_customers
func (s *CustomerContactsService) List(ctx context.Context, customer CustomerID, opts ...ReadOptions) ([]Contact, error) {
	o, err := customerCall("GET /customers/{customerId}/contacts", customer, "contacts")
	if err != nil {
		return nil, err
	}
	answer, err := fetch[itemsAnswer[Contact]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Items, nil
}

// Get returns one contact.
//
// Endpoint: GET /customers/{customerId}/contacts/{contactId}
// Scope: read_customers
func (s *CustomerContactsService) Get(ctx context.Context, customer CustomerID, id ContactID, opts ...ReadOptions) (*Contact, error) {
	o, err := contactCall("GET /customers/{customerId}/contacts/{contactId}", customer, id)
	if err != nil {
		return nil, err
	}
	return fetch[Contact](ctx, s.client, o.read(opts))
}

// Create adds a contact. The store does not tell its id: List does.
//
// Endpoint: POST /customers/{customerId}/contacts
// Scope: create_customers
func (s *CustomerContactsService) Create(ctx context.Context, customer CustomerID, contact ContactWrite) error {
	o, err := customerCall("POST /customers/{customerId}/contacts", customer, "contacts")
	if err != nil {
		return err
	}
	o.body, o.safe = contact, false
	_, err = fetch[countAnswer](ctx, s.client, o)
	return err
}

// Update changes the fields of a contact that are present in update.
//
// Endpoint: PUT /customers/{customerId}/contacts/{contactId}
// Scope: update_customers
func (s *CustomerContactsService) Update(ctx context.Context, customer CustomerID, id ContactID, update ContactUpdate) (*UpdateResult, error) {
	o, err := contactCall("PUT /customers/{customerId}/contacts/{contactId}", customer, id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a contact. One that does not exist is no error.
//
// Endpoint: DELETE /customers/{customerId}/contacts/{contactId}
// Scope: update_customers
func (s *CustomerContactsService) Delete(ctx context.Context, customer CustomerID, id ContactID) error {
	o, err := contactCall("DELETE /customers/{customerId}/contacts/{contactId}", customer, id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// contactCall is a repeatable call for one contact, without a body.
func contactCall(op string, customer CustomerID, id ContactID) (operation, error) {
	if err := positive("contact", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return customerCall(op, customer, "contacts", segment(id))
}

// ContactUpdate is a partial update of a contact: absent fields stay as they
// are.
type ContactUpdate struct {
	Contact Opt[string]      `json:"contact,omitzero"`
	Type    Opt[ContactType] `json:"type,omitzero"`
	Handle  Opt[string]      `json:"handle,omitzero"`
	Note    Opt[string]      `json:"note,omitzero"`
	Default Opt[bool]        `json:"default,omitzero"`
	OrderBy Opt[int]         `json:"orderBy,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u ContactUpdate) IsZero() bool { return isZero(u) }
