package salespos

import (
	"context"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductAttributeSet is one attribute of a product with the product's values.
type ProductAttributeSet struct {
	Extra
	ID                AttributeSetID        `json:"id"`
	AttributeName     string                `json:"attributename"`
	AttributePosition int                   `json:"attributeposition"`
	Type              AttributeType         `json:"type"`
	Items             []ProductAttributeRow `json:"items"`
	Parent            Link                  `json:"parent"`
}

// ProductAttributeRow is a value within a ProductAttributeSet.
type ProductAttributeRow struct {
	Href     string                  `json:"href"`
	ID       ProductAttributeValueID `json:"id"`
	Name     string                  `json:"optionsname"`
	Price    Amount                  `json:"price"`
	Enable   bool                    `json:"enable"`
	Position Amount                  `json:"position"`
}

// ProductAttributeSetOrder is a sort order of the attributes of a product.
type ProductAttributeSetOrder string

// The sort orders of the attributes of a product.
const (
	SetsByAttributePosition     ProductAttributeSetOrder = "attributeposition"
	SetsByAttributePositionDesc ProductAttributeSetOrder = "attributeposition_desc"
	SetsByPosition              ProductAttributeSetOrder = "position"
	SetsByPositionDesc          ProductAttributeSetOrder = "position_desc"
)

// ProductAttributeSetListOptions sort the attributes of a product; nil leaves
// the order to the server.
type ProductAttributeSetListOptions struct {
	OrderBy ProductAttributeSetOrder
}

func (o *ProductAttributeSetListOptions) query() *rest.Query {
	query := new(rest.Query)
	if o != nil {
		addText(query, "orderby", o.OrderBy)
	}
	return query
}

// ProductAttributeSetService reads the values of a product by attribute.
type ProductAttributeSetService service

// List reads all attributes of a product with its values; the API does not page
// them.
//
// Endpoint: GET /products/{id}/productattributesets
func (s *ProductAttributeSetService) List(ctx context.Context, id ProductID, opts *ProductAttributeSetListOptions) ([]ProductAttributeSet, error) {
	return listing[ProductAttributeSet]{
		client: s.client,
		route:  atID("/products/{id}/productattributesets", id),
		query:  opts.query(),
	}.slice(ctx)
}
