package salespos

import (
	"context"
	"iter"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// ProductAttributeValue links one attribute value to a product.
type ProductAttributeValue struct {
	Extra
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

// ProductAttributeValueUpdate changes the fields that are set and leaves the
// others alone. The value itself cannot be changed: delete the link and make
// another one.
type ProductAttributeValueUpdate struct {
	// AttributePosition orders the attributes of the product.
	AttributePosition Opt[int] `json:"optionposition,omitzero"`
	// Position orders the values of an attribute, from 1.
	Position Opt[int] `json:"position,omitzero"`
	// Price is added to the price of the product and may be negative.
	Price Opt[Amount] `json:"price,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u ProductAttributeValueUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// ProductAttributeValueOrder is a sort order of the values of a product.
type ProductAttributeValueOrder string

// The sort orders of the values of a product.
const (
	ValuesByAttributePosition     ProductAttributeValueOrder = "optionposition"
	ValuesByAttributePositionDesc ProductAttributeValueOrder = "optionposition_desc"
	ValuesByPosition              ProductAttributeValueOrder = "position"
	ValuesByPositionDesc          ProductAttributeValueOrder = "position_desc"
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

// Get reads one link.
//
// Endpoint: GET /productattributevalues/{id}
func (s *ProductAttributeValueService) Get(ctx context.Context, id ProductAttributeValueID) (*ProductAttributeValue, error) {
	return getRecord[ProductAttributeValue](ctx, s.client, atID("/productattributevalues/{id}", id), nil)
}

// Create links a value to a product; the server then makes its combinations
// anew. After ErrUnknownOutcome look for the value in List.
//
// Endpoint: POST /products/{id}/productattributevalues
func (s *ProductAttributeValueService) Create(ctx context.Context, id ProductID, value ProductAttributeValueCreate) (*ProductAttributeValue, error) {
	return create[ProductAttributeValue](ctx, s.client, atID("/products/{id}/productattributevalues", id), value)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /productattributevalues/{id}
func (s *ProductAttributeValueService) Update(ctx context.Context, id ProductAttributeValueID, change ProductAttributeValueUpdate) error {
	return s.client.update(ctx, atID("/productattributevalues/{id}", id), change, true)
}

// Delete takes a value off its product, and probably the combinations that use
// it with it.
//
// Endpoint: DELETE /productattributevalues/{id}
func (s *ProductAttributeValueService) Delete(ctx context.Context, id ProductAttributeValueID) error {
	return s.client.remove(ctx, atID("/productattributevalues/{id}", id))
}
