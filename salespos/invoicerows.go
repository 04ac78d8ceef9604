package salespos

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/internal/rest"
)

// InvoiceRow is a row of an invoice. All numbers but the ids may be left out by
// the API and are nil then.
type InvoiceRow struct {
	Extra
	Href      string       `json:"href"`
	ID        InvoiceRowID `json:"id"`
	InvoiceID InvoiceID    `json:"invoice_id"`
	// ProductType is "product" or a kind of deposit, which has 0 % VAT.
	ProductType   string `json:"product_type"`
	ProductName   string `json:"product_name"`
	ProductNumber string `json:"product_number"`
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
	Weight        *Amount   `json:"weight"` // kilograms
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

	Attributes []InvoiceRowAttribute `json:"attributes"`
	OrderRow   Link                  `json:"orderrow"`
	Parent     Link                  `json:"parent"`
}

// InvoiceRowAttribute is an option chosen for a row.
type InvoiceRowAttribute struct {
	Option string  `json:"option_name"`
	Value  string  `json:"value_name"`
	Price  *Amount `json:"price"`
}

// InvoiceRowListOptions select a page of the rows of an invoice. nil and the
// zero value list all of them.
type InvoiceRowListOptions struct {
	// Start is the offset of the first row, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
}

func (o *InvoiceRowListOptions) query() *rest.Query {
	if o == nil {
		o = &InvoiceRowListOptions{}
	}
	return pageQuery(o.Start, o.Size)
}

// InvoiceRowService reads the rows of invoices.
type InvoiceRowService service

func (s *InvoiceRowService) listing(id InvoiceID, opts *InvoiceRowListOptions) listing[InvoiceRow] {
	return listing[InvoiceRow]{client: s.client, route: atID("/invoices/{id}/invoicerows", id), query: opts.query()}
}

// List reads one page of the rows of an invoice.
//
// Endpoint: GET /invoices/{id}/invoicerows
func (s *InvoiceRowService) List(ctx context.Context, id InvoiceID, opts *InvoiceRowListOptions) (*Page[InvoiceRow], error) {
	return s.listing(id, opts).page(ctx)
}

// All yields all rows of an invoice. It is lazy and may be ranged over again; an
// error is yielded last.
//
// Endpoint: GET /invoices/{id}/invoicerows
func (s *InvoiceRowService) All(ctx context.Context, id InvoiceID, opts *InvoiceRowListOptions) iter.Seq2[InvoiceRow, error] {
	return s.listing(id, opts).all(ctx)
}

// Get reads one row.
//
// Endpoint: GET /invoicerows/{id}
func (s *InvoiceRowService) Get(ctx context.Context, id InvoiceRowID) (*InvoiceRow, error) {
	return getRecord[InvoiceRow](ctx, s.client, atID("/invoicerows/{id}", id), nil)
}
