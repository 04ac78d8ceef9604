package salespos

import "context"

// OrderRowAttributeInput is a chosen option that is written; Option and Value
// are required.
type OrderRowAttributeInput struct {
	Option string      `json:"option_name"`
	Value  string      `json:"value_name"`
	Price  Opt[Amount] `json:"price,omitzero"`
}

// OrderRowAttributeService reads and writes the options chosen for order rows.
// They are listed in OrderRow.Attributes.
type OrderRowAttributeService service

// Get reads one chosen option.
//
// Endpoint: GET /orderrowattributevalues/{id}
func (s *OrderRowAttributeService) Get(ctx context.Context, id OrderRowAttributeID) (*OrderRowAttribute, error) {
	return getRecord[OrderRowAttribute](ctx, s.client, atID("/orderrowattributevalues/{id}", id), nil)
}

// Create adds a chosen option to a row. After ErrUnknownOutcome look for it in
// OrderRow.Attributes.
//
// Endpoint: POST /orderrows/{id}/orderrowattributevalues
func (s *OrderRowAttributeService) Create(ctx context.Context, id OrderRowID, attribute OrderRowAttributeInput) (*OrderRowAttribute, error) {
	return create[OrderRowAttribute](ctx, s.client, atID("/orderrows/{id}/orderrowattributevalues", id), attribute)
}

// Replace puts attributes in the place of all chosen options of a row.
//
// Endpoint: PUT /orderrows/{id}/orderrowattributevalues
func (s *OrderRowAttributeService) Replace(ctx context.Context, id OrderRowID, attributes []OrderRowAttributeInput) error {
	body := struct {
		Attributes []OrderRowAttributeInput `json:"attributes"`
	}{orEmpty(attributes)}
	return s.client.replace(ctx, atID("/orderrows/{id}/orderrowattributevalues", id), body)
}

// Delete takes a chosen option off its row.
//
// Endpoint: DELETE /orderrowattributevalues/{id}
func (s *OrderRowAttributeService) Delete(ctx context.Context, id OrderRowAttributeID) error {
	return s.client.remove(ctx, atID("/orderrowattributevalues/{id}", id))
}
