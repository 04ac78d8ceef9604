package salespos_test

import (
	"context"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// orderCases are the rows of orders.
func orderCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "Orders.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				zone := time.FixedZone("east", 3*60*60)
				return c.Orders.List(ctx, &salespos.OrderListOptions{
					Size: 250, Number: 88, Status: salespos.OrderReserved, Paid: new(true), Completed: new(false),
					CreatedFrom: time.Date(2025, 1, 15, 1, 0, 0, 0, zone), CreatedTo: time.Date(2025, 1, 16, 12, 0, 0, 0, zone),
					DeliverDate: day(17), TakeOutDate: day(18),
					PayMethodID: 15, TransactionID: 77, OrderBy: salespos.OrdersByCreatedDesc,
				})
			},
			reply: emptyList(), method: "GET",
			target: "/orders?start=0&size=250&ordernumber=88&status=14&is_paid=true&is_completed=false" +
				"&deliver_date=2025-01-17&take_out_date=2025-01-18" +
				"&min_create_date=2025-01-14&max_create_date=2025-01-16&paymethod_id=15&transaction_id=77&orderby=create_date_desc",
		},
		{
			name: "Orders.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Orders.All(ctx, nil))
			},
			reply: emptyList(), method: "GET", target: "/orders?start=0&size=250",
		},
		{
			name: "Orders.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Orders.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/orders/5",
		},
		{
			name: "Orders.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Orders.Create(ctx, salespos.OrderCreate{
					UserID: salespos.Set(salespos.UserID(44)),
					Rows: []salespos.OrderRowInput{{
						Count: amount(t, "1"), ProductID: salespos.Set(salespos.ProductID(501)), Price: salespos.Set(amount(t, "9.95")),
					}},
					OrderFields: salespos.OrderFields{ReservationNumber: salespos.Set("WEB-1")},
				})
			},
			reply: created(), method: "POST", target: "/orders",
			body: `{"customer":{},"user_id":44,"orderrows":[{"count":1,"product_id":501,"price":9.95}],"reservationnumber":"WEB-1"}`,
		},
		{
			name: "Orders.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Orders.Update(ctx, 5, salespos.OrderUpdate{
					Mail:        salespos.Set(true),
					OrderFields: salespos.OrderFields{Status: salespos.Set(salespos.OrderSent)},
				})
			},
			reply: noContent(), method: "PATCH", target: "/orders/5", body: `{"mail":true,"status":5}`,
		},
	}
}

// orderPartCases are the rows of what belongs to orders.
func orderPartCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "OrderRows.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderRows.List(ctx, 5, nil)
			},
			reply: emptyList(), method: "GET", target: "/orders/5/orderrows?start=0&size=250",
		},
		{
			name: "OrderRows.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.OrderRows.All(ctx, 5, &salespos.OrderRowListOptions{Start: 2, Size: 3}))
			},
			reply: emptyList(), method: "GET", target: "/orders/5/orderrows?start=2&size=3",
		},
		{
			name: "OrderNotes.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderNotes.List(ctx, 5)
			},
			reply: emptyList(), method: "GET", target: "/orders/5/ordernotes",
		},
		{
			name: "OrderNotes.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderNotes.Create(ctx, 5, salespos.OrderNoteCreate{Note: "paid <by> card"})
			},
			reply: created(), method: "POST", target: "/orders/5/ordernotes", body: `{"note":"paid <by> card"}`,
		},
	}
}

// userCases are the rows of users.
func userCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Users.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Users.List(ctx, &salespos.UserListOptions{
					ApprovalStatus: salespos.ApprovalPending, OrderBy: salespos.UsersByIDDesc,
				})
			},
			reply: emptyList(), method: "GET", target: "/users?start=0&size=250&approval_status=pending&orderby=id_desc",
		},
		{
			name: "Users.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Users.All(ctx, nil))
			},
			reply: emptyList(), method: "GET", target: "/users?start=0&size=250",
		},
		{
			name: "Users.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Users.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/users/5",
		},
		{
			name: "Users.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Users.Create(ctx, salespos.UserCreate{
					Username: "ada@example.com", Password: "correct horse",
					UserFields: salespos.UserFields{Info: salespos.Set(salespos.PersonalInfoInput{
						DeliveryAddress: salespos.Set(salespos.DeliveryAddressInput{
							FullName:      salespos.Set("Ada Example"),
							AddressFields: salespos.AddressFields{HouseNumber: salespos.Set(12)},
						}),
					})},
				})
			},
			reply: created(), method: "POST", target: "/users",
			body: `{"username":"ada@example.com","password":"correct horse","userinfo":{"deliveryaddress":{"full_name":"Ada Example","housenumber":12}}}`,
		},
		{
			name: "Users.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Users.Update(ctx, 5, salespos.UserUpdate{
					Password: "battery", ApprovalStatus: salespos.Set(salespos.ApprovalAccepted),
					UserFields: salespos.UserFields{Status: salespos.Set(false)},
				})
			},
			reply: noContent(), method: "PATCH", target: "/users/5",
			body: `{"password":"battery","approval_status":"accepted","status":false}`,
		},
	}
}

// shopCases are the rows of the shop itself.
func shopCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "PayMethods.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PayMethods.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/paymethods",
		},
		{
			name: "Packages.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Packages.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/packages",
		},
		{
			name: "Webshops.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Webshops.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/webshops",
		},
		{
			name: "Webshops.GeoZoneCountries",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Webshops.GeoZoneCountries(ctx, 3)
			},
			reply: emptyList(), method: "GET", target: "/webshops/3/geozonecountries",
		},
		{
			name: "Settings.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Settings.Get(ctx, 3)
			},
			reply: ok(`{"href":"x"}`), method: "GET", target: "/webshops/3/settings",
		},
	}
}
