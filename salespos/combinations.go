package salespos

import (
	"context"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// AttributeCombination is a variant of a product. The server makes one for each
// element of the product of the linked attribute values; they cannot be created
// or deleted. Identify one by its set of values, not by its id.
type AttributeCombination struct {
	Extra
	Href      string        `json:"href"`
	ID        CombinationID `json:"id"`
	Note      string        `json:"note"`
	ProductID ProductID     `json:"product_id"`
	// Stock counts where Product.StockType is StockOfCombinations; nil means
	// unknown, not 0.
	Stock *Amount `json:"stock"`
	// ExtraPrice is added to the price of the product and may be negative; nil
	// means unknown.
	ExtraPrice *Amount `json:"netto_extra_price"`
	// OrderingWithoutStock is opaque but for OrderingFollowsShopSetting.
	OrderingWithoutStock string `json:"ordering_without_stock"`
	// ProductNumber and SKUNumber: merchants use one or the other as SKU.
	ProductNumber       string       `json:"product_number"`
	EANNumber           string       `json:"ean_number"`
	SKUNumber           string       `json:"sku_number"`
	DeliveryTime        int          `json:"delivery_time"`
	DeliveryTimeType    DeliveryType `json:"delivery_time_type"`
	DeliveryDefaultText string       `json:"delivery_default_text"`
	// Active false: shoppers cannot choose the variant. nil means unknown.
	Active          *bool                    `json:"active"`
	Combination     []CombinationPart        `json:"combination"`
	Photos          Linked[CombinationPhoto] `json:"attributecombinationphotos"`
	Attributes      Link                     `json:"attributes"`
	AttributeValues Link                     `json:"attributevalues"`
	Parent          Link                     `json:"parent"`
}

// CombinationPart is one attribute of a variant and the value it has there.
type CombinationPart struct {
	Attribute      CombinationAttribute `json:"attribute"`
	AttributeValue CombinationValue     `json:"attribute_value"`
	ExtraPrice     Amount               `json:"extra_price"`
}

// CombinationAttribute names an attribute within a variant.
type CombinationAttribute struct {
	ID   AttributeID `json:"id"`
	Name string      `json:"name"`
	Href string      `json:"href"`
}

// CombinationValue names an attribute value within a variant.
type CombinationValue struct {
	ID   AttributeValueID `json:"id"`
	Name string           `json:"name"`
	Href string           `json:"href"`
}

// CombinationUpdate changes the fields that are set and leaves the others alone.
type CombinationUpdate struct {
	Note Opt[string] `json:"note,omitzero"`
	// Stock is the absolute quantity.
	Stock               Opt[Amount]       `json:"stock,omitzero"`
	ProductNumber       Opt[string]       `json:"product_number,omitzero"`
	EANNumber           Opt[string]       `json:"ean_number,omitzero"`
	SKUNumber           Opt[string]       `json:"sku_number,omitzero"`
	DeliveryTime        Opt[int]          `json:"delivery_time,omitzero"`
	DeliveryTimeType    Opt[DeliveryType] `json:"delivery_time_type,omitzero"`
	DeliveryDefaultText Opt[string]       `json:"delivery_default_text,omitzero"`
	Active              Opt[bool]         `json:"active,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u CombinationUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// CombinationExpand names a sub-resource that reads of combinations can carry.
type CombinationExpand string

// ExpandCombinationPhotos fills AttributeCombination.Photos.
const ExpandCombinationPhotos CombinationExpand = "attributecombinationphotos"

func (c *AttributeCombination) markExpanded(asked []CombinationExpand) {
	for _, name := range asked {
		if name == ExpandCombinationPhotos {
			c.Photos.mark()
		}
	}
}

// AttributeCombinationService reads and changes the variants of products.
type AttributeCombinationService service

// List reads all variants of a product; the API does not page them. A product
// without variants has none.
//
// Endpoint: GET /products/{id}/attributecombinations
func (s *AttributeCombinationService) List(ctx context.Context, id ProductID, expand ...CombinationExpand) ([]AttributeCombination, error) {
	query := new(rest.Query)
	expandQuery(query, expand)
	return listing[AttributeCombination]{
		client: s.client,
		route:  atID("/products/{id}/attributecombinations", id),
		query:  query,
		finish: func(c *AttributeCombination) { c.markExpanded(expand) },
	}.slice(ctx)
}

// Get reads one variant.
//
// Endpoint: GET /attributecombinations/{id}
func (s *AttributeCombinationService) Get(ctx context.Context, id CombinationID, expand ...CombinationExpand) (*AttributeCombination, error) {
	query := new(rest.Query)
	expandQuery(query, expand)
	combination, err := getRecord[AttributeCombination](ctx, s.client, atID("/attributecombinations/{id}", id), query)
	if err != nil {
		return nil, err
	}
	combination.markExpanded(expand)
	return combination, nil
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /attributecombinations/{id}
func (s *AttributeCombinationService) Update(ctx context.Context, id CombinationID, change CombinationUpdate) error {
	return s.client.update(ctx, atID("/attributecombinations/{id}", id), change, true)
}
