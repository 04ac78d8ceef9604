package salespos

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductAttributeValue links one attribute value to a product.
type ProductAttributeValue struct {
	Href string                  `json:"href"`
	ID   ProductAttributeValueID `json:"id"`
	// AttributeID and AttributeName name the attribute, such as "Colour".
	AttributeID       AttributeID `json:"optionid"`
	AttributeName     string      `json:"optionname"`
	AttributePosition int         `json:"optionposition"`
	// ValueID and ValueName name the value, such as "Red".
	ValueID   AttributeValueID `json:"optionvalue_id"`
	ValueName string           `json:"optionvalue_name"`
	// Position orders the values of an attribute, from 1.
	Position Amount `json:"position"`
	// Price is added to the price of the product and may be negative.
	Price Amount `json:"price"`
	// Enable is deprecated and always true.
	Enable bool `json:"enable"`
	Parent Link `json:"parent"`
}

// ProductAttributeValueCreate links a value to a product.
type ProductAttributeValueCreate struct {
	// Value is read back as ProductAttributeValue.ValueID.
	Value AttributeValueID `json:"optionvalue"`
	// Price is the extra price, 0 for none.
	Price    Amount   `json:"price"`
	Position Opt[int] `json:"position,omitzero"`
	// Stock is given to each combination that the server makes of the value;
	// absent, no stock is set.
	Stock Opt[Amount] `json:"stock,omitzero"`
}

// ProductAttributeSet is one attribute of a product with the product's values.
// It comes with ExpandAttributeSets only.
type ProductAttributeSet struct {
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

// ProductAttributeValueOrder is a sort order of the values of a product.
type ProductAttributeValueOrder string

// The sort orders of the values of a product.
const (
	ValuesByAttributePosition ProductAttributeValueOrder = "optionposition"
	ValuesByPosition          ProductAttributeValueOrder = "position"
)

// ProductAttributeValueListOptions select a page of the values of a product.
// nil and the zero value list all of them.
type ProductAttributeValueListOptions struct {
	// Start is the offset of the first value, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	OrderBy     ProductAttributeValueOrder
}

func (o *ProductAttributeValueListOptions) query() *rest.Query {
	if o == nil {
		o = &ProductAttributeValueListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addText(query, "orderby", o.OrderBy)
	return query
}

// ProductAttributeValueService links attribute values to products, from which
// the server makes the product's attribute combinations.
type ProductAttributeValueService service

func (s *ProductAttributeValueService) listing(id ProductID, opts *ProductAttributeValueListOptions) listing[ProductAttributeValue] {
	return listing[ProductAttributeValue]{
		client: s.client,
		route:  atID("/products/{id}/productattributevalues", id),
		query:  opts.query(),
	}
}

// List reads one page of the values of a product.
//
// Endpoint: GET /products/{id}/productattributevalues
func (s *ProductAttributeValueService) List(ctx context.Context, id ProductID, opts *ProductAttributeValueListOptions) (*Page[ProductAttributeValue], error) {
	return s.listing(id, opts).page(ctx)
}

// All yields all values of a product. It is lazy and may be ranged over again;
// an error is yielded last.
//
// Endpoint: GET /products/{id}/productattributevalues
func (s *ProductAttributeValueService) All(ctx context.Context, id ProductID, opts *ProductAttributeValueListOptions) iter.Seq2[ProductAttributeValue, error] {
	return s.listing(id, opts).all(ctx)
}

// Create links a value to a product; the server then makes its combinations
// anew. After ErrUnknownOutcome look for the value in List.
//
// Endpoint: POST /products/{id}/productattributevalues
func (s *ProductAttributeValueService) Create(ctx context.Context, id ProductID, value ProductAttributeValueCreate) (*ProductAttributeValue, error) {
	return create[ProductAttributeValue](ctx, s.client, atID("/products/{id}/productattributevalues", id), value)
}

// Delete takes a value off its product, and probably the combinations that use
// it with it.
//
// Endpoint: DELETE /productattributevalues/{id}
func (s *ProductAttributeValueService) Delete(ctx context.Context, id ProductAttributeValueID) error {
	return s.client.remove(ctx, atID("/productattributevalues/{id}", id))
}
