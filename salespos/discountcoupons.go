package salespos

import (
	"context"
	"iter"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// CouponType says what the discount of a coupon is. Unknown ones are kept as
// they are.
type CouponType string

// The types of coupons that are known to the letter.
const (
	CouponPercentage CouponType = "Procent"
	CouponAmount     CouponType = "Price"
)

// DiscountCoupon is a coupon that shoppers can use. Numbers and flags that the
// API may leave out are pointers, nil when it did.
type DiscountCoupon struct {
	Extra
	Href string           `json:"href"`
	ID   DiscountCouponID `json:"id"`
	Code string           `json:"code"`
	// Discount is a percentage or an amount, as Type says.
	Discount *Amount    `json:"discount"`
	Type     CouponType `json:"type"`
	Begin    Time       `json:"begindate"`
	// End is zero when the coupon does not end.
	End Time `json:"enddate"`
	// OneTimeUse: the coupon is removed after use.
	OneTimeUse        *bool   `json:"onetimeuse"`
	GivesFreeShipping *bool   `json:"givesfreeshipping"`
	MinimumPrice      *Amount `json:"minimumprice"`
	// ProductWhitelist: the coupon is for Products only; false: for all others.
	ProductWhitelist *bool           `json:"productwhitelist"`
	Products         []CouponProduct `json:"products"`
	Parent           Link            `json:"parent"`
}

// CouponProduct is a product that a coupon names.
type CouponProduct struct {
	Href      string    `json:"href"`
	ProductID ProductID `json:"product_id"`
}

// DiscountCouponCreate is the body of a new coupon. The fields that are no Opt
// are required.
type DiscountCouponCreate struct {
	// Code is unique and made of letters, digits and # - $ & _ *.
	Code              string     `json:"code"`
	Discount          Amount     `json:"discount"`
	Type              CouponType `json:"type"`
	Begin             Time       `json:"begindate"`
	End               Opt[Time]  `json:"enddate,omitzero"`
	OneTimeUse        bool       `json:"onetimeuse"`
	GivesFreeShipping bool       `json:"givesfreeshipping"`
	MinimumPrice      Amount     `json:"minimumprice"`
	// ProductWhitelist: the coupon is for Products only; false: for all others.
	ProductWhitelist Opt[bool]        `json:"productwhitelist,omitzero"`
	Products         Opt[[]ProductID] `json:"products,omitzero"`
}

// DiscountCouponOrder is a sort order of coupons.
type DiscountCouponOrder string

// The sort orders of coupons.
const (
	DiscountCouponsByBegin     DiscountCouponOrder = "begindate"
	DiscountCouponsByBeginDesc DiscountCouponOrder = "begindate_desc"
	DiscountCouponsByEnd       DiscountCouponOrder = "enddate"
	DiscountCouponsByEndDesc   DiscountCouponOrder = "enddate_desc"
	DiscountCouponsByID        DiscountCouponOrder = "id"
	DiscountCouponsByIDDesc    DiscountCouponOrder = "id_desc"
	DiscountCouponsByType      DiscountCouponOrder = "type"
	DiscountCouponsByTypeDesc  DiscountCouponOrder = "type_desc"
)

// DiscountCouponListOptions select and sort coupons. nil and the zero value list
// all of them.
type DiscountCouponListOptions struct {
	// Start is the offset of the first coupon, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	// The four bounds are sent as dates in UTC; see OrderListOptions.
	BeginFrom, BeginTo time.Time
	EndFrom, EndTo     time.Time
	OneTimeUse         *bool
	OrderBy            DiscountCouponOrder
}

func (o *DiscountCouponListOptions) query() *rest.Query {
	if o == nil {
		o = &DiscountCouponListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addDate(query, "min_begindate", o.BeginFrom)
	addDate(query, "max_begindate", o.BeginTo)
	addDate(query, "min_enddate", o.EndFrom)
	addDate(query, "max_enddate", o.EndTo)
	addFlag(query, "onetimeuse", o.OneTimeUse)
	addText(query, "orderby", o.OrderBy)
	return query
}

// DiscountCouponService reads and writes coupons. The API changes none.
type DiscountCouponService service

func (s *DiscountCouponService) listing(opts *DiscountCouponListOptions) listing[DiscountCoupon] {
	return listing[DiscountCoupon]{client: s.client, route: at("/discountcoupons"), query: opts.query()}
}

// List reads one page of coupons.
//
// Endpoint: GET /discountcoupons
func (s *DiscountCouponService) List(ctx context.Context, opts *DiscountCouponListOptions) (*Page[DiscountCoupon], error) {
	return s.listing(opts).page(ctx)
}

// All yields the coupons of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /discountcoupons
func (s *DiscountCouponService) All(ctx context.Context, opts *DiscountCouponListOptions) iter.Seq2[DiscountCoupon, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one coupon.
//
// Endpoint: GET /discountcoupons/{id}
func (s *DiscountCouponService) Get(ctx context.Context, id DiscountCouponID) (*DiscountCoupon, error) {
	return getRecord[DiscountCoupon](ctx, s.client, atID("/discountcoupons/{id}", id), nil)
}

// Create makes a coupon. ErrConflict says that the code is taken; after
// ErrUnknownOutcome look for the code in List.
//
// Endpoint: POST /discountcoupons
func (s *DiscountCouponService) Create(ctx context.Context, coupon DiscountCouponCreate) (*DiscountCoupon, error) {
	return create[DiscountCoupon](ctx, s.client, at("/discountcoupons"), coupon)
}

// Delete removes a coupon.
//
// Endpoint: DELETE /discountcoupons/{id}
func (s *DiscountCouponService) Delete(ctx context.Context, id DiscountCouponID) error {
	return s.client.remove(ctx, atID("/discountcoupons/{id}", id))
}
