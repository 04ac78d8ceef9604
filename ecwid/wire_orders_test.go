package ecwid_test

import (
	"context"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

func orderMoreCalls(t *testing.T) []wireCase {
	noon := time.Unix(1769857200, 0)
	return []wireCase{
		{
			name: "orders list, further filters",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.List(ctx, &ecwid.OrderListOptions{
					Keywords: "oolong", PickupTimeFrom: noon, PickupTimeTo: noon, TotalFrom: new(amount(t, "0")), TotalTo: new(amount(t, "9.90")),
					PaymentMethod: "Card", ShippingMethod: "Parcel", PaymentModule: "CUSTOM_PAYMENT_APP-x", PaymentReference: "pr-1",
					Email: "ada@example.org", CustomerID: 60001, CustomerIDOrEmail: true, CustomerName: "Ada",
					OrderNumbers: []int64{1, 2}, VendorOrderNumber: "W1", ProductIDs: []ecwid.ProductID{5001, 5002}, CouponCode: "SPRING",
					SubscriptionIDs: []int64{88}, AcceptMarketing: new(true), ContainsPreorderItems: new(false),
				})
			},
			method: "GET",
			target: "/orders?keywords=oolong&pickupTimeFrom=1769857200&pickupTimeTo=1769857200&totalFrom=0&totalTo=9.9" +
				"&paymentMethod=Card&shippingMethod=Parcel&paymentModule=CUSTOM_PAYMENT_APP-x&paymentReference=pr-1" +
				"&email=ada%40example.org&customerId=60001&customerIdOrEmail=true&customer=Ada&orderNumber=1%2C2&vendorOrderNumber=W1" +
				"&productId=5001%2C5002&couponCode=SPRING&subscriptionId=88&acceptMarketing=true&containsPreorderItems=false&offset=0&limit=100",
			answer: emptyPage, want: &ecwid.Page[ecwid.Order]{Items: []ecwid.Order{}, Limit: 100},
		},
		{
			name: "order get, some fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.Get(ctx, "XJ12H", ecwid.ReadOptions{ResponseFields: "total"})
			},
			method: "GET", target: "/orders/XJ12H?responseFields=total", answer: `{"total":1.5}`,
			want: &ecwid.Order{Total: amount(t, "1.5")},
		},
		{
			name:   "last order",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Orders.Last(ctx, nil) },
			method: "GET", target: "/orders/last", answer: `{"id":"XJ12H"}`, want: &ecwid.Order{ID: "XJ12H"},
		},
		{
			name: "last order of a customer",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.Last(ctx, &ecwid.LastOrderOptions{CustomerEmail: "a+b@example.org", WithAddress: true, ResponseFields: "id"})
			},
			method: "GET", target: "/orders/last?customerEmail=a%2Bb%40example.org&withAddress=true&responseFields=id",
			answer: `{"id":"XJ12H"}`, want: &ecwid.Order{ID: "XJ12H"},
		},
		{
			name: "order delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Orders.Delete(ctx, "W/XJ12H")
			},
			method: "DELETE", target: "/orders/W%2FXJ12H", answer: `{"deleteCount":1}`,
		},
		{
			name:   "repeat URL",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Orders.RepeatURL(ctx, "XJ12H") },
			method: "GET", target: "/orders/XJ12H/repeatURL", answer: `{"repeatOrderUrl":"https://shop.example.com/r"}`,
			want: "https://shop.example.com/r",
		},
		{
			name: "calculate",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.Calculate(ctx, ecwid.OrderCalculation{
					Items: ecwid.Set([]ecwid.OrderItemWrite{{
						Name: ecwid.Set("Green tea"), Price: ecwid.Set(amount(t, "4.50")), Quantity: ecwid.Set(2),
					}}),
					PaymentOption: ecwid.Set(ecwid.CalculationPayment{PaymentID: "p-1"}),
				})
			},
			method: "POST", target: "/order/calculate", read: true,
			body:   `{"items":[{"name":"Green tea","quantity":2,"price":4.5}],"paymentOptionsDetails":{"paymentId":"p-1"}}`,
			answer: `{"paymentStatus":"INCOMPLETE","total":9}`,
			want:   &ecwid.Order{PaymentStatus: ecwid.PaymentIncomplete, Total: amount(t, "9")},
		},
	}
}

func orderFieldCalls() []wireCase {
	return []wireCase{
		{
			name: "order extra fields list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderExtraFields.List(ctx, "W/1", onlyID)
			},
			method: "GET", target: "/orders/W%2F1/extraFields?responseFields=id", answer: `[{"id":"pos"}]`,
			want: []ecwid.OrderExtraField{{ID: "pos"}},
		},
		{
			name: "order extra field create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.OrderExtraFields.Create(ctx, "W/1", ecwid.OrderExtraFieldCreate{
					ID: "pos", Value: "S-1", Title: "POS sale", CustomerInputType: ecwid.Set(ecwid.InputText), ShowInInvoice: ecwid.Set(false),
				})
			},
			method: "POST", target: "/orders/W%2F1/extraFields",
			body:   `{"id":"pos","value":"S-1","title":"POS sale","customerInputType":"TEXT","showInInvoice":false}`,
			answer: `{"createCount":1}`,
		},
		{
			name: "order extra field update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderExtraFields.Update(ctx, "W/1", "p+q", ecwid.OrderExtraFieldUpdate{Value: ecwid.Set("S-2")})
			},
			method: "PUT", target: "/orders/W%2F1/extraFields/p%2Bq", body: `{"value":"S-2"}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "order extra field delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.OrderExtraFields.Delete(ctx, "W/1", "pos")
			},
			method: "DELETE", target: "/orders/W%2F1/extraFields/pos", answer: `{"deleteCount":1}`,
		},
		{
			name: "order file by its bytes",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderFiles.Create(ctx, "W/1", 301, "Your art", ecwid.Upload{FileName: "a b.png", Data: []byte("PNG")})
			},
			method: "POST", target: "/orders/W%2F1/items/301/options/Your%20art?fileName=a%20b.png",
			body: `PNG`, contentType: "application/octet-stream", answer: `{"id":71}`, want: ecwid.FileID(71),
		},
		{
			name: "order file by its address",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderFiles.Create(ctx, "1", 301, "Art", ecwid.Upload{FileName: "a.png", URL: "https://x.example/a"})
			},
			method: "POST", target: "/orders/1/items/301/options/Art?fileName=a.png&externalUrl=https%3A%2F%2Fx.example%2Fa",
			answer: `{"id":71}`, want: ecwid.FileID(71),
		},
		{
			name: "order file delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.OrderFiles.Delete(ctx, "1", 301, "Art/2", 71)
			},
			method: "DELETE", target: "/orders/1/items/301/options/Art%2F2/files/71", answer: `{"deleteCount":1}`,
		},
		{
			name: "order files delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderFiles.DeleteAll(ctx, "1", 301, "Art")
			},
			method: "DELETE", target: "/orders/1/items/301/options/Art/files", answer: `{"deleteCount":3}`, want: 3,
		},
	}
}

func invoiceCalls() []wireCase {
	return []wireCase{
		{
			name: "invoices list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Invoices.List(ctx, "W/1", ecwid.ReadOptions{ResponseFields: "invoices(id)"})
			},
			method: "GET", target: "/orders/W%2F1/invoices?responseFields=invoices%28id%29", answer: `{"invoices":[{"id":"INV1"}]}`,
			want: []ecwid.Invoice{{ID: "INV1"}},
		},
		{
			name:   "invoice create",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Invoices.Create(ctx, "W/1") },
			method: "POST", target: "/orders/W%2F1/invoices/create-invoice", answer: `{"id":17}`, want: "17",
		},
		{
			name:   "receipt as PDF",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Invoices.PDF(ctx, "W/1") },
			method: "GET", target: "/orders/W%2F1/invoice-pdf", answer: "%PDF-1.7", want: []byte("%PDF-1.7"),
		},
		{
			name:   "receipt as HTML",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Invoices.HTML(ctx, "W/1") },
			method: "GET", target: "/orders/W%2F1/invoice", answer: "<html>", want: []byte("<html>"),
		},
	}
}

func orderStatusCalls() []wireCase {
	return []wireCase{
		{
			name:   "order statuses list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.OrderStatuses.List(ctx) },
			method: "GET", target: "/profile/order_statuses", answer: `{"items":[{"statusId":"PAID"}]}`,
			want: []ecwid.OrderStatus{{ID: "PAID"}},
		},
		{
			name: "order status get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderStatuses.Get(ctx, "CUSTOM_PAYMENT_STATUS_1", ecwid.ReadOptions{ResponseFields: "statusId"})
			},
			method: "GET", target: "/profile/order_status/CUSTOM_PAYMENT_STATUS_1?responseFields=statusId",
			answer: `{"statusId":"CUSTOM_PAYMENT_STATUS_1"}`, want: &ecwid.OrderStatus{ID: "CUSTOM_PAYMENT_STATUS_1"},
		},
		{
			name: "order status update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.OrderStatuses.Update(ctx, "CUSTOM_PAYMENT_STATUS_1", ecwid.OrderStatusUpdate{
					Enabled: ecwid.Set(true), Name: ecwid.Set("On account"), NameTranslations: ecwid.Set(ecwid.TextMap{"de": "Auf Rechnung"}),
				})
			},
			method: "PUT", target: "/profile/order_status/CUSTOM_PAYMENT_STATUS_1",
			body:   `{"enabled":true,"name":"On account","nameTranslations":{"de":"Auf Rechnung"}}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

func deletedCalls() []wireCase {
	opts := &ecwid.DeletedListOptions{From: time.Unix(1769857200, 0), To: time.Unix(1769857300, 0), Limit: 10, ResponseFields: "items(id)"}
	const query = "/deleted?from_date=1769857200&to_date=1769857300&offset=0&limit=10&responseFields=items%28id%29"
	feeds := map[string]func(ctx context.Context, shop *ecwid.Client) (any, error){
		"products":  func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Deleted.Products(ctx, opts) },
		"orders":    func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Deleted.Orders(ctx, opts) },
		"customers": func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Deleted.Customers(ctx, opts) },
		"coupons":   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Deleted.Coupons(ctx, opts) },
		"reviews":   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Deleted.Reviews(ctx, opts) },
	}
	var calls []wireCase
	for kind, call := range feeds {
		calls = append(calls, wireCase{
			name: "deleted " + kind, call: call, method: "GET", target: "/" + kind + query,
			answer: `{"items":[{"id":7,"orderId":"XJ12H"}]}`,
			want:   &ecwid.Page[ecwid.DeletedItem]{Items: []ecwid.DeletedItem{{ID: 7, OrderID: "XJ12H"}}},
		})
	}
	return calls
}
