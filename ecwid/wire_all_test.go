package ecwid_test

import (
	"context"
	"iter"

	"github.com/tillsync/tillsync/ecwid"
)

// allCalls are the lists of one page that are read to their end.
func allCalls() []wireCase {
	return []wireCase{
		{
			name: "brands all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Brands.All(ctx, nil))
			},
			method: "GET", target: "/brands?offset=0&limit=100", answer: `{"total":1,"items":[{"name":"Acme"}]}`, want: []ecwid.Brand{{Name: "Acme"}},
		},
		{
			name: "carts all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Carts.All(ctx, nil))
			},
			method: "GET", target: "/carts?offset=0&limit=100", answer: `{"total":1,"items":[{"cartId":"c-1"}]}`, want: []ecwid.Cart{{ID: "c-1"}},
		},
		{
			name: "categories all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Categories.All(ctx, nil))
			},
			method: "GET", target: "/categories?hidden_categories=true&offset=0&limit=100", answer: `{"total":1,"items":[{"id":901}]}`, want: []ecwid.Category{{ID: 901}},
		},
		{
			name: "customer groups all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.CustomerGroups.All(ctx, nil))
			},
			method: "GET", target: "/customer_groups?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.CustomerGroup{{ID: 3}},
		},
		{
			name: "customers all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Customers.All(ctx, nil))
			},
			method: "GET", target: "/customers?offset=0&limit=100", answer: `{"total":1,"items":[{"id":60001}]}`, want: []ecwid.Customer{{ID: 60001}},
		},
		{
			name: "deleted coupons all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Deleted.AllCoupons(ctx, nil))
			},
			method: "GET", target: "/coupons/deleted?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.DeletedItem{{ID: 3}},
		},
		{
			name: "deleted customers all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Deleted.AllCustomers(ctx, nil))
			},
			method: "GET", target: "/customers/deleted?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.DeletedItem{{ID: 3}},
		},
		{
			name: "deleted orders all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Deleted.AllOrders(ctx, nil))
			},
			method: "GET", target: "/orders/deleted?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.DeletedItem{{ID: 3}},
		},
		{
			name: "deleted products all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Deleted.AllProducts(ctx, nil))
			},
			method: "GET", target: "/products/deleted?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.DeletedItem{{ID: 3}},
		},
		{
			name: "deleted reviews all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Deleted.AllReviews(ctx, nil))
			},
			method: "GET", target: "/reviews/deleted?offset=0&limit=100", answer: `{"total":1,"items":[{"id":3}]}`, want: []ecwid.DeletedItem{{ID: 3}},
		},
		{
			name: "orders all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Orders.All(ctx, nil))
			},
			method: "GET", target: "/orders?offset=0&limit=100", answer: `{"total":1,"items":[{"id":"XJ12H"}]}`, want: []ecwid.Order{{ID: "XJ12H"}},
		},
		{
			name: "products all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Products.All(ctx, nil))
			},
			method: "GET", target: "/products?offset=0&limit=100", answer: `{"total":1,"items":[{"id":5001}]}`, want: []ecwid.Product{{ID: 5001}},
		},
		{
			name: "subscriptions all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return gather(shop.Subscriptions.All(ctx, nil))
			},
			method: "GET", target: "/subscriptions?offset=0&limit=100", answer: `{"total":1,"items":[{"subscriptionId":66839}]}`, want: []ecwid.Subscription{{ID: 66839}},
		},
	}
}

// gather reads a sequence to its end.
func gather[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var items []T
	for item, err := range seq {
		if err != nil {
			return items, err
		}
		items = append(items, item)
	}
	return items, nil
}
