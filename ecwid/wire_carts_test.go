package ecwid_test

import (
	"context"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

const cartID = "6626E60A-A6F9-4CD5-8230-43D5F162E0CD"

func cartCalls(t *testing.T) []wireCase {
	from, to := time.Unix(1769857200, 0), time.Unix(1769857300, 0)
	return []wireCase{
		{
			name: "carts list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Carts.List(ctx, &ecwid.CartListOptions{
					ShowHidden: new(false), TotalFrom: new(amount(t, "1.5")), TotalTo: new(amount(t, "9")), CreatedFrom: from, CreatedTo: to,
					UpdatedFrom: from, UpdatedTo: to, Email: "ada@example.org", CustomerID: 60001, Limit: 10, ResponseFields: "items(cartId)",
				})
			},
			method: "GET",
			target: "/carts?showHidden=false&totalFrom=1.5&totalTo=9&createdFrom=1769857200&createdTo=1769857300&updatedFrom=1769857200" +
				"&updatedTo=1769857300&email=ada%40example.org&customerId=60001&offset=0&limit=10&responseFields=items%28cartId%29",
			answer: `{"items":[{"cartId":"` + cartID + `"}]}`,
			want:   &ecwid.Page[ecwid.Cart]{Items: []ecwid.Cart{{ID: cartID}}},
		},
		{
			name:   "cart get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Carts.Get(ctx, cartID) },
			method: "GET", target: "/carts/" + cartID, answer: `{"cartId":"` + cartID + `","email":"ada@example.org"}`,
			want: &ecwid.Cart{ID: cartID, Order: ecwid.Order{Email: "ada@example.org"}},
		},
		{
			name: "cart update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Carts.Update(ctx, cartID, ecwid.CartUpdate{Hidden: ecwid.Set(true)})
			},
			method: "PUT", target: "/carts/" + cartID, body: `{"hidden":true}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name:   "cart place",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Carts.Place(ctx, cartID) },
			method: "POST", target: "/carts/" + cartID + "/place",
			answer: `{"id":"XJ12H","orderNumber":516483487,"vendorOrderNumber":"XJ12H","cartId":"` + cartID + `"}`,
			want:   &ecwid.OrderResult{ID: "XJ12H", InternalID: 516483487},
		},
		{
			name:   "cart place, answered with the public id only",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Carts.Place(ctx, cartID) },
			method: "POST", target: "/carts/" + cartID + "/place",
			answer: `{"vendorOrderNumber":"XJ12H"}`, want: &ecwid.OrderResult{ID: "XJ12H"},
		},
	}
}

func subscriptionCalls(t *testing.T) []wireCase {
	from, to := time.Unix(1769857200, 0), time.Unix(1769857300, 0)
	return []wireCase{
		{
			name: "subscriptions list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Subscriptions.List(ctx, &ecwid.SubscriptionListOptions{
					CustomerID: 60001, Email: "ada@example.org", ProductID: 5001, OrderID: "XJ12H", Status: ecwid.SubscriptionActive,
					CreatedFrom: from, CreatedTo: to, UpdatedFrom: from, UpdatedTo: to, CancelledFrom: from, CancelledTo: to,
					NextChargeFrom: from, NextChargeTo: to, Offset: 5, ResponseFields: "items(subscriptionId)",
				})
			},
			method: "GET",
			target: "/subscriptions?customerId=60001&email=ada%40example.org&productId=5001&orderId=XJ12H&status=ACTIVE" +
				"&createdFrom=1769857200&createdTo=1769857300&updatedFrom=1769857200&updatedTo=1769857300" +
				"&cancelledFrom=1769857200&cancelledTo=1769857300&nextChargeFrom=1769857200&nextChargeTo=1769857300" +
				"&offset=5&limit=100&responseFields=items%28subscriptionId%29",
			answer: `{"items":[{"subscriptionId":66839}]}`,
			want:   &ecwid.Page[ecwid.Subscription]{Items: []ecwid.Subscription{{ID: 66839}}},
		},
		{
			name: "subscription get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Subscriptions.Get(ctx, 66839)
			},
			method: "GET", target: "/subscriptions/66839", answer: `{"subscriptionId":66839,"orders":[{"id":7,"total":26.84}]}`,
			want: &ecwid.Subscription{ID: 66839, Orders: []ecwid.SubscriptionOrder{{InternalID: 7, Total: amount(t, "26.84")}}},
		},
		{
			name: "subscription update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Subscriptions.Update(ctx, 66839, ecwid.SubscriptionUpdate{
					Status: ecwid.Set(ecwid.SubscriptionCancelled), NextCharge: ecwid.Set(ecwid.NewTime(from)),
					Charge: ecwid.Set(ecwid.RecurringChargeWrite{Interval: ecwid.EveryMonth, IntervalCount: 3}),
				})
			},
			method: "PUT", target: "/subscriptions/66839",
			body: `{"status":"CANCELLED","nextCharge":"2026-01-31 11:00:00 +0000",` +
				`"chargeSettings":{"recurringInterval":"MONTH","recurringIntervalCount":3}}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}
