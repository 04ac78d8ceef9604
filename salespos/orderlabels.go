package salespos

import "context"

// OrderLabel links an order to a label. Labels are private to the key pair.
type OrderLabel struct {
	Extra
	Href    string  `json:"href"`
	LabelID LabelID `json:"label_id"`
	// Parent is the URL of the order.
	Parent string `json:"parent"`
}

// OrderLabelService reads and writes the labels of orders.
type OrderLabelService service

// List reads all labels of an order; the API does not page them.
//
// Endpoint: GET /orders/{id}/orderlabels
func (s *OrderLabelService) List(ctx context.Context, id OrderID) ([]OrderLabel, error) {
	return listing[OrderLabel]{client: s.client, route: atID("/orders/{id}/orderlabels", id)}.slice(ctx)
}

// Replace puts labels in the place of all labels of an order; an empty list
// takes all of them off.
//
// Endpoint: PUT /orders/{id}/orderlabels
func (s *OrderLabelService) Replace(ctx context.Context, id OrderID, labels []LabelID) error {
	return s.client.replace(ctx, atID("/orders/{id}/orderlabels", id), labelsBody{orEmpty(labels)})
}

// labelsBody is what is sent to replace labels.
type labelsBody struct {
	Labels []LabelID `json:"labels"`
}
