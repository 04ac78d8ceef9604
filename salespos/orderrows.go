package salespos

import (
	"context"
	"iter"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// OrderRow is a row of an order. All numbers but the ids may be left out by the
// API and are nil then.
type OrderRow struct {
	Extra
	Href    string     `json:"href"`
	ID      OrderRowID `json:"id"`
	OrderID OrderID    `json:"order_id"`
	// ProductType is "product" or a kind of deposit, which has 0 % VAT.
	ProductType       string `json:"product_type"`
	ProductName       string `json:"product_name"`
	ProductNameGoogle string `json:"product_name_google"`
	ProductNumber     string `json:"product_number"`
	// SubProductNumber, SubSKUNumber and SubEANNumber are those of the variant.
	SubProductNumber string `json:"sub_product_number"`
	SubSKUNumber     string `json:"sub_sku_number"`
	SubEANNumber     string `json:"sub_ean_number"`
	// ProductID is 0 for free texts and removed products.
	ProductID   ProductID `json:"product_id"`
	ProductHref string    `json:"product_href"`

	Count *Amount `json:"count"`
	// Price is per unit before Discount, which is an amount per unit.
	Price         *Amount `json:"price"`
	Discount      *Amount `json:"discount"`
	PurchasePrice *Amount `json:"product_purchase_price"`
	CustomPrice   *bool   `json:"custom_price"`
	// Tax is a percentage.
	Tax           *Amount   `json:"tax"`
	Unit          string    `json:"unit"`
	Weight        *Amount   `json:"weight"`
	Memo          string    `json:"memo"`
	PackageID     PackageID `json:"package_id"`
	PackageName   string    `json:"package_name"`
	StockLocation string    `json:"stock_location"`
	Supplier      string    `json:"supplier"`
	UserDiscount  *Amount   `json:"user_discount"`

	OriginalPrice *Amount `json:"original_price"`
	// SellingPrice is Price - Discount.
	SellingPrice                       *Amount `json:"selling_price"`
	PriceWithoutDiscount               *Amount `json:"price_without_discount"`
	PriceWithoutDiscountWithAttributes *Amount `json:"price_without_discount_with_attributes"`
	TotalPrice                         *Amount `json:"total_price"`
	TotalExtraOptionPrice              *Amount `json:"total_extra_option_price"`
	PriceWithAttributes                *Amount `json:"price_with_attributes"`
	// TotalPriceWithAttributes is the amount of the row.
	TotalPriceWithAttributes *Amount `json:"total_price_with_attributes"`

	Attributes     []OrderRowAttribute `json:"attributes"`
	Uploads        []OrderRowUpload    `json:"uploads"`
	Parent         Link                `json:"parent"`
	CalculatorHref string              `json:"calculator_href"`
}

// OrderRowAttribute is an option chosen for a row.
type OrderRowAttribute struct {
	Extra
	Href   string              `json:"href"`
	ID     OrderRowAttributeID `json:"id"`
	Option string              `json:"option_name"`
	Value  string              `json:"value_name"`
	Price  *Amount             `json:"price"`
	Parent Link                `json:"parent"`
}

// OrderRowUpload is a file that the shopper sent with a row.
type OrderRowUpload struct {
	Description string `json:"upload_description"`
	Filename    string `json:"file_name"`
	Deeplink    string `json:"deeplink"`
}

// OrderRowListOptions select a page of the rows of an order. nil and the zero
// value list all of them.
type OrderRowListOptions struct {
	// Start is the offset of the first row, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
}

func (o *OrderRowListOptions) query() *rest.Query {
	if o == nil {
		o = &OrderRowListOptions{}
	}
	return pageQuery(o.Start, o.Size)
}

// OrderRowUpdate changes the fields that are set and leaves the others alone.
type OrderRowUpdate struct {
	Count Opt[Amount] `json:"count,omitzero"`
	// Price is per unit before Discount, which is an amount per unit.
	Price    Opt[Amount] `json:"price,omitzero"`
	Discount Opt[Amount] `json:"discount,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u OrderRowUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// OrderRowService reads and writes the rows of orders. A new order brings its
// rows along, see OrderCreate.Rows; but no read of an order can carry them: a call
// for each order is needed.
type OrderRowService service

func (s *OrderRowService) listing(id OrderID, opts *OrderRowListOptions) listing[OrderRow] {
	return listing[OrderRow]{client: s.client, route: atID("/orders/{id}/orderrows", id), query: opts.query()}
}

// List reads one page of the rows of an order.
//
// Endpoint: GET /orders/{id}/orderrows
func (s *OrderRowService) List(ctx context.Context, id OrderID, opts *OrderRowListOptions) (*Page[OrderRow], error) {
	return s.listing(id, opts).page(ctx)
}

// All yields all rows of an order. It is lazy and may be ranged over again; an
// error is yielded last.
//
// Endpoint: GET /orders/{id}/orderrows
func (s *OrderRowService) All(ctx context.Context, id OrderID, opts *OrderRowListOptions) iter.Seq2[OrderRow, error] {
	return s.listing(id, opts).all(ctx)
}

// Get reads one row.
//
// Endpoint: GET /orderrows/{id}
func (s *OrderRowService) Get(ctx context.Context, id OrderRowID) (*OrderRow, error) {
	return getRecord[OrderRow](ctx, s.client, atID("/orderrows/{id}", id), nil)
}

// Create adds a row to an order. The vendor documents Replace better; after
// ErrUnknownOutcome look for the row in List.
//
// Endpoint: POST /orders/{id}/orderrows
func (s *OrderRowService) Create(ctx context.Context, id OrderID, row OrderRowInput) (*OrderRow, error) {
	return create[OrderRow](ctx, s.client, atID("/orders/{id}/orderrows", id), row)
}

// Replace puts rows in the place of all rows of an order, which is calculated
// anew.
//
// Endpoint: PUT /orders/{id}/orderrows
func (s *OrderRowService) Replace(ctx context.Context, id OrderID, rows []OrderRowInput) error {
	body := struct {
		Rows []OrderRowInput `json:"orderrows"`
	}{orEmpty(rows)}
	return s.client.replace(ctx, atID("/orders/{id}/orderrows", id), body)
}

// Update changes the fields that are set, in a row of an order that is not
// completed.
//
// Endpoint: PATCH /orderrows/{id}
func (s *OrderRowService) Update(ctx context.Context, id OrderRowID, change OrderRowUpdate) error {
	return s.client.update(ctx, atID("/orderrows/{id}", id), change, true)
}

// Delete takes a row out of its order.
//
// Endpoint: DELETE /orderrows/{id}
func (s *OrderRowService) Delete(ctx context.Context, id OrderRowID) error {
	return s.client.remove(ctx, atID("/orderrows/{id}", id))
}
