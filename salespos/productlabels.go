package salespos

import "context"

// ProductLabel is a label that a product has. Labels belong to the key pair:
// others do not see them.
type ProductLabel struct {
	Extra
	Href    string  `json:"href"`
	LabelID LabelID `json:"label_id"`
	// Parent is the URL of the product.
	Parent string `json:"parent"`
}

// ProductLabelService reads and writes the labels of products.
type ProductLabelService service

// List reads all labels of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/productlabels
func (s *ProductLabelService) List(ctx context.Context, id ProductID) ([]ProductLabel, error) {
	return listing[ProductLabel]{client: s.client, route: atID("/products/{id}/productlabels", id)}.slice(ctx)
}

// Replace gives a product these labels and takes all others off; none takes all
// off.
//
// Endpoint: PUT /products/{id}/productlabels
func (s *ProductLabelService) Replace(ctx context.Context, id ProductID, labels []LabelID) error {
	body := struct {
		Labels []LabelID `json:"labels"`
	}{orEmpty(labels)}
	return s.client.replace(ctx, atID("/products/{id}/productlabels", id), body)
}
