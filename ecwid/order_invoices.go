package ecwid

import (
	"context"
	"errors"
)

// InvoicesService reads and makes the invoices of orders.
type InvoicesService service

// invoicesAnswer is what comes for the invoices of an order.
type invoicesAnswer struct {
	Invoices []Invoice `json:"invoices"`
}

func (a *invoicesAnswer) check() error {
	if a.Invoices == nil {
		return errors.New("it has no invoices")
	}
	return nil
}

// List returns the tax invoices of an order. Response fields are named as in
// "invoices(id,link)".
//
// Endpoint: GET /orders/{orderId}/invoices
// Scope: read_orders, read_invoices
func (s *InvoicesService) List(ctx context.Context, order OrderID, opts ...ReadOptions) ([]Invoice, error) {
	o, err := orderCall("GET /orders/{orderId}/invoices", order, "invoices")
	if err != nil {
		return nil, err
	}
	answer, err := fetch[invoicesAnswer](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Invoices, nil
}

// Create makes the tax invoice of an order and returns its id. An order that is
// not finished is ErrInvalid. After ErrUnknownOutcome look with List before you
// make another one.
//
// Endpoint: POST /orders/{orderId}/invoices/create-invoice
// Scope: create_orders
func (s *InvoicesService) Create(ctx context.Context, order OrderID) (string, error) {
	o, err := orderCall("POST /orders/{orderId}/invoices/create-invoice", order, "invoices", "create-invoice")
	if err != nil {
		return "", err
	}
	o.safe = false
	answer, err := fetch[keyAnswer](ctx, s.client, o)
	if err != nil {
		return "", err
	}
	return string(answer.ID), nil
}

// PDF returns the receipt of an order as a PDF file.
//
// Endpoint: GET /orders/{orderId}/invoice-pdf
// Scope: read_orders
func (s *InvoicesService) PDF(ctx context.Context, order OrderID) ([]byte, error) {
	return s.receipt(ctx, "GET /orders/{orderId}/invoice-pdf", order, "invoice-pdf", "application/pdf")
}

// HTML returns the receipt of an order as a page. It comes from the store:
// clean it before you show it to others.
//
// Endpoint: GET /orders/{orderId}/invoice
// Scope: read_orders
func (s *InvoicesService) HTML(ctx context.Context, order OrderID) ([]byte, error) {
	return s.receipt(ctx, "GET /orders/{orderId}/invoice", order, "invoice", "text/html")
}

func (s *InvoicesService) receipt(ctx context.Context, op string, order OrderID, form, accept string) ([]byte, error) {
	o, err := orderCall(op, order, form)
	if err != nil {
		return nil, err
	}
	o.accept = accept
	answer, err := s.client.send(ctx, o)
	if err != nil {
		return nil, err
	}
	return answer.Body, nil
}
