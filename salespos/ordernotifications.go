package salespos

import "context"

// NotificationType is the kind of an e-mail about an order. Its name begins
// with who gets it: customer, merchant or printer.
type NotificationType string

// CustomerPaymentLink mails the customer a link to pay. It is the only kind that
// is known to the letter.
const CustomerPaymentLink NotificationType = "customer_paymentlink"

// OrderNotification is an e-mail about an order that was sent through the API.
type OrderNotification struct {
	Extra
	Href    string              `json:"href"`
	ID      OrderNotificationID `json:"id"`
	Type    NotificationType    `json:"type"`
	Created Time                `json:"create_date"`
	Parent  Link                `json:"parent"`
}

// OrderNotificationCreate is the body of a new notification.
type OrderNotificationCreate struct {
	Type NotificationType `json:"type"`
}

// OrderNotificationService reads and sends e-mails about orders.
type OrderNotificationService service

// List reads the notifications of an order that were sent through the API,
// which does not page them.
//
// Endpoint: GET /orders/{id}/ordernotifications
func (s *OrderNotificationService) List(ctx context.Context, id OrderID) ([]OrderNotification, error) {
	return listing[OrderNotification]{client: s.client, route: atID("/orders/{id}/ordernotifications", id)}.slice(ctx)
}

// Get reads one notification.
//
// Endpoint: GET /ordernotifications/{id}
func (s *OrderNotificationService) Get(ctx context.Context, id OrderNotificationID) (*OrderNotification, error) {
	return getRecord[OrderNotification](ctx, s.client, atID("/ordernotifications/{id}", id), nil)
}

// Create sends an e-mail about an order. After ErrUnknownOutcome look for it in
// List.
//
// Endpoint: POST /orders/{id}/ordernotifications
func (s *OrderNotificationService) Create(ctx context.Context, id OrderID, notification OrderNotificationCreate) (*OrderNotification, error) {
	return create[OrderNotification](ctx, s.client, atID("/orders/{id}/ordernotifications", id), notification)
}
