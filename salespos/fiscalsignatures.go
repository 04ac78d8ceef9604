package salespos

import "context"

// FiscalSignature is the proof of a fiscal device that a sale was recorded. Only
// SalesPOS administrations have them.
type FiscalSignature struct {
	Extra
	Href       string            `json:"href"`
	ID         FiscalSignatureID `json:"id"`
	Created    Time              `json:"create_date"`
	Identifier string            `json:"signature_identifier"`
	// Type is in the vendor's spelling, which is not documented.
	Type string `json:"type"`
	// Data is printed on the receipt.
	Data   string `json:"signature_data"`
	Parent Link   `json:"parent"`
}

// FiscalSignatureCreate is the body of a new signature. The vendor does not
// document the values of Type.
type FiscalSignatureCreate struct {
	Created    Time   `json:"create_date"`
	Identifier string `json:"signature_identifier"`
	Type       string `json:"type"`
	Data       string `json:"signature_data"`
}

// FiscalSignatureService reads and writes the fiscal signatures of orders.
// Writing is for the connector of a fiscal device, not for one that copies
// records.
type FiscalSignatureService service

// List reads all signatures of an order; the API does not page them.
//
// Endpoint: GET /orders/{id}/fiscaltransactionsignatures
func (s *FiscalSignatureService) List(ctx context.Context, id OrderID) ([]FiscalSignature, error) {
	return listing[FiscalSignature]{client: s.client, route: atID("/orders/{id}/fiscaltransactionsignatures", id)}.slice(ctx)
}

// Get reads one signature.
//
// Endpoint: GET /fiscaltransactionsignatures/{id}
func (s *FiscalSignatureService) Get(ctx context.Context, id FiscalSignatureID) (*FiscalSignature, error) {
	return getRecord[FiscalSignature](ctx, s.client, atID("/fiscaltransactionsignatures/{id}", id), nil)
}

// Create adds a signature to an order. After ErrUnknownOutcome look for its
// identifier in List.
//
// Endpoint: POST /orders/{id}/fiscaltransactionsignatures
func (s *FiscalSignatureService) Create(ctx context.Context, id OrderID, signature FiscalSignatureCreate) (*FiscalSignature, error) {
	return create[FiscalSignature](ctx, s.client, atID("/orders/{id}/fiscaltransactionsignatures", id), signature)
}

// SetData changes the text that is printed on the receipt.
//
// Endpoint: PATCH /fiscaltransactionsignatures/{id}
func (s *FiscalSignatureService) SetData(ctx context.Context, id FiscalSignatureID, data string) error {
	body := struct {
		Data string `json:"signature_data"`
	}{data}
	return s.client.update(ctx, atID("/fiscaltransactionsignatures/{id}", id), body, true)
}
