package salespos

import "context"

// ProductPropertyGroup links a product to a group of properties and has the
// values that the product has in it.
type ProductPropertyGroup struct {
	Extra
	Href              string                 `json:"href"`
	ID                ProductPropertyGroupID `json:"id"`
	ProductID         ProductID              `json:"product_id"`
	PropertyGroupID   PropertyGroupID        `json:"product_property_group_id"`
	ProductHref       string                 `json:"product_href"`
	PropertyGroupHref string                 `json:"product_property_group_href"`
	Values            ProductPropertyList    `json:"values"`
	Parent            Link                   `json:"parent"`
}

// ProductPropertyList wraps the values of a ProductPropertyGroup.
type ProductPropertyList struct {
	Collection []ProductPropertyValue `json:"collection"`
}

// ProductPropertyValue is the value of one property of a product: text, for a
// check box a flag in words, for an option the id of the option.
type ProductPropertyValue struct {
	Extra
	Href       string                 `json:"href"`
	ID         ProductPropertyValueID `json:"id"`
	ProductID  ProductID              `json:"product_id"`
	PropertyID PropertyID             `json:"product_property_id"`
	Value      string                 `json:"value"`
}

// ProductPropertyGroupCreate links a product to a group; both are required.
type ProductPropertyGroupCreate struct {
	ProductID       ProductID       `json:"product_id"`
	PropertyGroupID PropertyGroupID `json:"product_property_group_id"`
}

// ProductPropertyValueCreate gives a product the value of a property; all
// fields are required.
type ProductPropertyValueCreate struct {
	ProductID  ProductID  `json:"product_id"`
	PropertyID PropertyID `json:"product_property_id"`
	// Value is in the form of ProductPropertyValue.Value.
	Value string `json:"value"`
}

// ProductPropertyValueUpdate changes a value, which is required; "" is a value.
type ProductPropertyValueUpdate struct {
	Value string `json:"value"`
}

// ProductPropertyGroupService links products to groups of properties. What it
// reads has the values of the product, too.
type ProductPropertyGroupService service

// List reads all groups of a product with its values in them; the API does not
// page them.
//
// Endpoint: GET /products/{id}/producttopropertygroups
func (s *ProductPropertyGroupService) List(ctx context.Context, id ProductID) ([]ProductPropertyGroup, error) {
	return listing[ProductPropertyGroup]{
		client: s.client,
		route:  atID("/products/{id}/producttopropertygroups", id),
	}.slice(ctx)
}

// Get reads one link with the values of the product.
//
// Endpoint: GET /producttopropertygroups/{id}
func (s *ProductPropertyGroupService) Get(ctx context.Context, id ProductPropertyGroupID) (*ProductPropertyGroup, error) {
	return getRecord[ProductPropertyGroup](ctx, s.client, atID("/producttopropertygroups/{id}", id), nil)
}

// Create links a product to a group. After ErrUnknownOutcome look for the link
// in List.
//
// Endpoint: POST /producttopropertygroups
func (s *ProductPropertyGroupService) Create(ctx context.Context, link ProductPropertyGroupCreate) (*ProductPropertyGroup, error) {
	return create[ProductPropertyGroup](ctx, s.client, at("/producttopropertygroups"), link)
}

// Delete takes a group off a product.
//
// Endpoint: DELETE /producttopropertygroups/{id}
func (s *ProductPropertyGroupService) Delete(ctx context.Context, id ProductPropertyGroupID) error {
	return s.client.remove(ctx, atID("/producttopropertygroups/{id}", id))
}

// ProductPropertyValueService reads and writes the values that products have
// for properties. ProductPropertyGroups.List finds them.
type ProductPropertyValueService service

// Get reads one value.
//
// Endpoint: GET /productpropertyvalues/{id}
func (s *ProductPropertyValueService) Get(ctx context.Context, id ProductPropertyValueID) (*ProductPropertyValue, error) {
	return getRecord[ProductPropertyValue](ctx, s.client, atID("/productpropertyvalues/{id}", id), nil)
}

// Create gives a product the value of a property. After ErrUnknownOutcome look
// for it with ProductPropertyGroups.List.
//
// Endpoint: POST /productpropertyvalues
func (s *ProductPropertyValueService) Create(ctx context.Context, value ProductPropertyValueCreate) (*ProductPropertyValue, error) {
	return create[ProductPropertyValue](ctx, s.client, at("/productpropertyvalues"), value)
}

// Update changes a value.
//
// Endpoint: PATCH /productpropertyvalues/{id}
func (s *ProductPropertyValueService) Update(ctx context.Context, id ProductPropertyValueID, change ProductPropertyValueUpdate) error {
	return s.client.update(ctx, atID("/productpropertyvalues/{id}", id), change, true)
}

// Delete takes a value off its product.
//
// Endpoint: DELETE /productpropertyvalues/{id}
func (s *ProductPropertyValueService) Delete(ctx context.Context, id ProductPropertyValueID) error {
	return s.client.remove(ctx, atID("/productpropertyvalues/{id}", id))
}
