package ecwid_test

import (
	"context"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

func categoryCalls() []wireCase {
	return []wireCase{
		{
			name:   "categories list, no options",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Categories.List(ctx, nil) },
			method: "GET", target: "/categories?offset=0&limit=100", answer: emptyPage,
			want: &ecwid.Page[ecwid.Category]{Items: []ecwid.Category{}, Limit: 100},
		},
		{
			name: "categories list, all options",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.List(ctx, &ecwid.CategoryListOptions{
					Keyword: "tea", Parent: new(ecwid.CategoryID(0)), HiddenCategories: new(true), WithProductIDs: true,
					Offset: 1, Limit: 2, ResponseFields: "items(id)",
				})
			},
			method: "GET",
			target: "/categories?keyword=tea&parent=0&hidden_categories=true&productIds=true&offset=1&limit=2&responseFields=items%28id%29",
			answer: `{"items":[{"id":901}]}`,
			want:   &ecwid.Page[ecwid.Category]{Items: []ecwid.Category{{ID: 901}}},
		},
		{
			name:   "category get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Categories.Get(ctx, 901) },
			method: "GET", target: "/categories/901", answer: `{"id":901}`, want: &ecwid.Category{ID: 901},
		},
		{
			name: "category create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				create := ecwid.CategoryCreate{}
				create.Name, create.ParentID = ecwid.Set("Tea"), ecwid.Set(ecwid.CategoryID(0))
				return shop.Categories.Create(ctx, create)
			},
			method: "POST", target: "/categories", body: `{"parentId":0,"name":"Tea"}`,
			answer: `{"id":901}`, want: ecwid.CategoryID(901),
		},
		{
			name: "category update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.CategoryUpdate{}
				update.Enabled = ecwid.Set(false)
				return shop.Categories.Update(ctx, 901, update)
			},
			method: "PUT", target: "/categories/901", body: `{"enabled":false}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "category assign products",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.AssignProducts(ctx, 901, []ecwid.ProductID{5001, 5002})
			},
			method: "POST", target: "/categories/901/assignProducts", body: `{"productIds":[5001,5002]}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

func productTypeCalls() []wireCase {
	return []wireCase{
		{
			name:   "product types list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.ProductTypes.List(ctx) },
			method: "GET", target: "/classes", answer: `[{"id":0},{"id":3301,"name":"Tea"}]`,
			want: []ecwid.ProductType{{}, {ID: 3301, Name: "Tea"}},
		},
		{
			name:   "product type General",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.ProductTypes.Get(ctx, 0) },
			method: "GET", target: "/classes/0", answer: `{"id":0,"attributes":[]}`,
			want: &ecwid.ProductType{Attributes: []ecwid.ProductTypeAttribute{}},
		},
		{
			name:   "product type inside a list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.ProductTypes.Get(ctx, 3301) },
			method: "GET", target: "/classes/3301", answer: `[{"id":3301,"name":"Tea"}]`,
			want: &ecwid.ProductType{ID: 3301, Name: "Tea"},
		},
		{
			name: "product type create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.ProductTypes.Create(ctx, ecwid.ProductTypeCreate{Name: "Tea", Attributes: []ecwid.ProductTypeAttributeWrite{
					{Name: ecwid.Set("Origin"), Type: ecwid.Set(ecwid.AttributeCustom), Show: ecwid.Set(ecwid.ShowDescription)},
				}})
			},
			method: "POST", target: "/classes",
			body:   `{"name":"Tea","attributes":[{"name":"Origin","type":"CUSTOM","show":"DESCR"}]}`,
			answer: `{"id":3301}`, want: ecwid.ProductTypeID(3301),
		},
		{
			name: "product type update keeps what was read",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				read := ecwid.ProductTypeAttribute{ID: 8801, Name: "Origin", Type: "SOMETHING_NEW", Show: ecwid.ShowPrice}
				update := ecwid.ProductTypeUpdate{Attributes: ecwid.Set([]ecwid.ProductTypeAttributeWrite{
					read.Keep(), {Name: ecwid.Set("Harvest")},
				})}
				return shop.ProductTypes.Update(ctx, 3301, update)
			},
			method: "PUT", target: "/classes/3301",
			body:   `{"attributes":[{"id":8801,"name":"Origin","type":"SOMETHING_NEW","show":"PRICE"},{"name":"Harvest"}]}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

func customerCalls() []wireCase {
	from, to := time.Unix(1769857200, 0), time.Unix(1769857300, 0)
	return []wireCase{
		{
			name: "customers list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Customers.List(ctx, &ecwid.CustomerListOptions{
					Keyword: "ada", Email: "ada+till@example.org", UseExactEmailMatch: true, CreatedFrom: from, CreatedTo: to,
					UpdatedFrom: from, UpdatedTo: to, SortBy: ecwid.CustomersByUpdatedAsc, Limit: 10, ResponseFields: "items(id)",
				})
			},
			method: "GET",
			target: "/customers?keyword=ada&email=ada%2Btill%40example.org&useExactEmailMatch=true" +
				"&createdFrom=1769857200&createdTo=1769857300&updatedFrom=1769857200&updatedTo=1769857300" +
				"&sortBy=UPDATED_DATE_ASC&offset=0&limit=10&responseFields=items%28id%29",
			answer: `{"total":1,"count":1,"offset":0,"limit":10,"allCustomerCount":9,"items":[{"id":60001}]}`,
			want:   &ecwid.Page[ecwid.Customer]{Items: []ecwid.Customer{{ID: 60001}}, Total: 1, Count: 1, Limit: 10, AllCustomers: 9},
		},
		{
			name:   "customer get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Customers.Get(ctx, 60001) },
			method: "GET", target: "/customers/60001", answer: `{"id":60001}`, want: &ecwid.Customer{ID: 60001},
		},
		{
			name: "customer create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				create := ecwid.CustomerCreate{}
				create.Email = ecwid.Set("ada@example.org")
				create.BillingPerson = ecwid.Set(ecwid.PersonWrite{Name: ecwid.Set("Ada Example"), Street: ecwid.Set("Main 1\nFloor 2")})
				create.Kind = ecwid.Set(ecwid.KindBusiness)
				return shop.Customers.Create(ctx, create)
			},
			method: "POST", target: "/customers",
			body:   `{"email":"ada@example.org","billingPerson":{"name":"Ada Example","street":"Main 1\nFloor 2"},"b2b_b2c":"b2b"}`,
			answer: `{"id":60001}`, want: ecwid.CustomerID(60001),
		},
		{
			name: "customer update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.CustomerUpdate{}
				address := ecwid.AddressWrite{ID: ecwid.Set(ecwid.AddressID(9101))}
				address.City = ecwid.Set("Hamburg")
				update.ShippingAddresses = ecwid.Set([]ecwid.AddressWrite{address})
				update.AcceptMarketing = ecwid.Set(false)
				return shop.Customers.Update(ctx, 60001, update)
			},
			method: "PUT", target: "/customers/60001",
			body:   `{"shippingAddresses":[{"id":9101,"city":"Hamburg"}],"acceptMarketing":false}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

func orderCalls(t *testing.T) []wireCase {
	from, to := time.Unix(1769857200, 0), time.Unix(1769857300, 0)
	return []wireCase{
		{
			name: "orders list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.List(ctx, &ecwid.OrderListOptions{
					IDs: []ecwid.OrderID{"W/1+A", "2"}, CreatedFrom: from, CreatedTo: to, UpdatedFrom: from, UpdatedTo: to,
					PaymentStatus:     []ecwid.PaymentStatus{ecwid.PaymentPaid, ecwid.PaymentRefunded},
					FulfillmentStatus: []ecwid.FulfillmentStatus{ecwid.FulfillmentShipped},
					RefererID:         "posync:S-1", Email: "ada@example.org", CustomerID: 60001, ResponseFields: "items(id)",
				})
			},
			method: "GET",
			target: "/orders?ids=W%2F1%2BA%2C2&createdFrom=1769857200&createdTo=1769857300&updatedFrom=1769857200&updatedTo=1769857300" +
				"&paymentStatus=PAID%2CREFUNDED&fulfillmentStatus=SHIPPED&refererId=posync%3AS-1&email=ada%40example.org&customerId=60001" +
				"&offset=0&limit=100&responseFields=items%28id%29",
			answer: `{"items":[{"id":12}]}`,
			want:   &ecwid.Page[ecwid.Order]{Items: []ecwid.Order{{ID: "12"}}},
		},
		{
			name:   "order get, id with prefix and suffix",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Orders.Get(ctx, "W/XJ 12H+A%") },
			method: "GET", target: "/orders/W%2FXJ%2012H%2BA%25", answer: `{"id":"W/XJ 12H+A%"}`,
			want: &ecwid.Order{ID: "W/XJ 12H+A%"},
		},
		{
			name:   "order create",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Orders.Create(ctx, sale(t)) },
			method: "POST", target: "/orders",
			body: `{"email":"ada@example.org","paymentStatus":"PAID","fulfillmentStatus":"DELIVERED","subtotal":15.8,"total":15.8,"tax":1.03,` +
				`"items":[{"productId":5001,"combinationId":7002,"sku":"TEA-100-L","name":"Green tea","quantity":2,"price":7.9,` +
				`"taxes":[{"name":"VAT 7%","value":7,"total":1.03}],` +
				`"selectedOptions":[{"name":"Size","type":"CHOICE","selections":[{"selectionTitle":"L","selectionModifier":0,"selectionModifierType":"ABSOLUTE"}]}]}],` +
				`"refererId":"posync:S-1","disableAllCustomerNotifications":true,"createDate":"2026-01-31 11:02:00 +0000"}`,
			answer: `{"id":516483487,"orderid":"XJ12H"}`, want: &ecwid.OrderResult{ID: "XJ12H", InternalID: 516483487},
		},
		{
			name: "order create answered with the internal number only",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Orders.Create(ctx, ecwid.OrderCreate{})
			},
			method: "POST", target: "/orders", body: `{}`,
			answer: `{"id":516483487}`, want: &ecwid.OrderResult{ID: "516483487", InternalID: 516483487},
		},
		{
			name: "order update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.OrderUpdate{}
				update.FulfillmentStatus = ecwid.Set(ecwid.FulfillmentShipped)
				return shop.Orders.Update(ctx, "W/XJ12H+A", update)
			},
			method: "PUT", target: "/orders/W%2FXJ12H%2BA", body: `{"fulfillmentStatus":"SHIPPED"}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

// sale is an order from a till with gross prices and one variation.
func sale(t *testing.T) ecwid.OrderCreate {
	item := ecwid.OrderItemWrite{
		ProductID: ecwid.Set(ecwid.ProductID(5001)), CombinationID: ecwid.Set(ecwid.CombinationID(7002)),
		SKU: ecwid.Set("TEA-100-L"), Name: ecwid.Set("Green tea"), Quantity: ecwid.Set(2), Price: ecwid.Set(amount(t, "7.90")),
		Taxes: ecwid.Set([]ecwid.OrderTaxWrite{{
			Name: ecwid.Set("VAT 7%"), Value: ecwid.Set(amount(t, "7")), Total: ecwid.Set(amount(t, "1.03")),
		}}),
		SelectedOptions: ecwid.Set([]ecwid.SelectedOptionWrite{{
			Name: "Size", Type: ecwid.SelectedChoice,
			Selections: ecwid.Set([]ecwid.OptionSelection{{Title: "L", ModifierType: ecwid.ModifierAbsolute}}),
		}}),
	}
	order := ecwid.OrderCreate{CreateDate: ecwid.Set(ecwid.NewTime(time.Date(2026, 1, 31, 12, 2, 0, 0, time.FixedZone("CET", 3600))))}
	order.Email = ecwid.Set("ada@example.org")
	order.PaymentStatus, order.FulfillmentStatus = ecwid.Set(ecwid.PaymentPaid), ecwid.Set(ecwid.FulfillmentDelivered)
	order.Subtotal, order.Total, order.Tax = ecwid.Set(amount(t, "15.8")), ecwid.Set(amount(t, "15.80")), ecwid.Set(amount(t, "1.03"))
	order.Items = ecwid.Set([]ecwid.OrderItemWrite{item})
	order.RefererID, order.CustomerMailsOff = ecwid.Set("posync:S-1"), ecwid.Set(true)
	return order
}
