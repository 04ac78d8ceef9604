package salespos

import "context"

// OrderNote is a note of an order.
type OrderNote struct {
	Extra
	Href string      `json:"href"`
	ID   OrderNoteID `json:"id"`
	Note string      `json:"note"`
	// Type is "internal" or "external", in the vendor's spelling; the shopper
	// sees external notes.
	Type    string `json:"type"`
	Created Time   `json:"create_date"`
	Parent  Link   `json:"parent"`
}

// OrderNoteCreate is the body of a new note, which is always internal.
type OrderNoteCreate struct {
	Note string `json:"note"`
}

// OrderNoteService reads and writes the notes of orders.
type OrderNoteService service

// List reads all notes of an order; the API does not page them.
//
// Endpoint: GET /orders/{id}/ordernotes
func (s *OrderNoteService) List(ctx context.Context, id OrderID) ([]OrderNote, error) {
	return listing[OrderNote]{client: s.client, route: atID("/orders/{id}/ordernotes", id)}.slice(ctx)
}

// Get reads one note.
//
// Endpoint: GET /ordernotes/{id}
func (s *OrderNoteService) Get(ctx context.Context, id OrderNoteID) (*OrderNote, error) {
	return getRecord[OrderNote](ctx, s.client, atID("/ordernotes/{id}", id), nil)
}

// Create adds an internal note to an order. After ErrUnknownOutcome look for the
// text in List.
//
// Endpoint: POST /orders/{id}/ordernotes
func (s *OrderNoteService) Create(ctx context.Context, id OrderID, note OrderNoteCreate) (*OrderNote, error) {
	return create[OrderNote](ctx, s.client, atID("/orders/{id}/ordernotes", id), note)
}

// Delete removes a note.
//
// Endpoint: DELETE /ordernotes/{id}
func (s *OrderNoteService) Delete(ctx context.Context, id OrderNoteID) error {
	return s.client.remove(ctx, atID("/ordernotes/{id}", id))
}
