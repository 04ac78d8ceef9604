package ecwid_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// onlyID restricts a read to the id.
var onlyID = ecwid.ReadOptions{ResponseFields: "id"}

func customerMoreCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "customers list, filters by person and by sales",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Customers.List(ctx, &ecwid.CustomerListOptions{
					Name: "Ada", Phone: "+49 30", City: "Hamburg", PostalCode: "20095", StateOrProvinceCode: "HH",
					CountryCodes: []string{"DE", "AT"}, CompanyName: "Example", AcceptMarketing: new(false), Lang: "de",
					CustomerGroupIDs: []ecwid.CustomerGroupID{0, 4}, MinOrderCount: new(0), MaxOrderCount: new(9),
					MinSalesValue: new(amount(t, "0")), MaxSalesValue: new(amount(t, "99.50")),
					PurchasedProducts: []ecwid.ProductID{5001}, Kind: ecwid.KindBusiness, TaxExempt: new(true),
				})
			},
			method: "GET",
			target: "/customers?name=Ada&phone=%2B49%2030&city=Hamburg&postalCode=20095&stateOrProvinceCode=HH&countryCodes=DE%2CAT" +
				"&companyName=Example&acceptMarketing=false&lang=de&customerGroupIds=0%2C4&minOrderCount=0&maxOrderCount=9" +
				"&minSalesValue=0&maxSalesValue=99.5&purchasedProductIds=5001&b2b_b2c=b2b&taxExempt=true&offset=0&limit=100",
			answer: emptyPage,
			want:   &ecwid.Page[ecwid.Customer]{Items: []ecwid.Customer{}, Limit: 100},
		},
		{
			name: "customers list without items",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Customers.List(ctx, &ecwid.CustomerListOptions{ResponseFields: "total"})
			},
			method: "GET", target: "/customers?offset=0&limit=100&responseFields=total",
			answer: `{"total":7}`, want: &ecwid.Page[ecwid.Customer]{Total: 7},
		},
		{
			name: "customer get, some fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Customers.Get(ctx, 60001, ecwid.ReadOptions{ResponseFields: "email"})
			},
			method: "GET", target: "/customers/60001?responseFields=email",
			answer: `{"email":"ada@example.org"}`, want: &ecwid.Customer{Email: "ada@example.org"},
		},
		{
			name: "customer delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Customers.Delete(ctx, 60001)
			},
			method: "DELETE", target: "/customers/60001", answer: `{"deleteCount":1}`,
		},
	}
}

func contactCalls() []wireCase {
	return []wireCase{
		{
			name: "contacts list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerContacts.List(ctx, 60001)
			},
			method: "GET", target: "/customers/60001/contacts", answer: `{"items":[{"id":9201,"type":"EMAIL","orderBy":true}]}`,
			want: []ecwid.Contact{{ID: 9201, Type: ecwid.ContactEmail, OrderBy: 1}},
		},
		{
			name: "contact get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerContacts.Get(ctx, 60001, 9201, onlyID)
			},
			method: "GET", target: "/customers/60001/contacts/9201?responseFields=id", answer: `{"id":9201}`,
			want: &ecwid.Contact{ID: 9201},
		},
		{
			name: "contact create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.CustomerContacts.Create(ctx, 60001, ecwid.ContactWrite{Contact: "+49 30 000", Type: ecwid.ContactPhone})
			},
			method: "POST", target: "/customers/60001/contacts", body: `{"contact":"+49 30 000","type":"PHONE"}`,
			answer: `{"createCount":1}`,
		},
		{
			name: "contact update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerContacts.Update(ctx, 60001, 9201, ecwid.ContactUpdate{Note: ecwid.Set("")})
			},
			method: "PUT", target: "/customers/60001/contacts/9201", body: `{"note":""}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "contact delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.CustomerContacts.Delete(ctx, 60001, 9201)
			},
			method: "DELETE", target: "/customers/60001/contacts/9201", answer: `{"deleteCount":1}`,
		},
	}
}

func customerGroupCalls() []wireCase {
	return []wireCase{
		{
			name: "customer groups list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerGroups.List(ctx, &ecwid.CustomerGroupListOptions{
					IDs: []ecwid.CustomerGroupID{0, 4}, Keyword: "reg", Limit: 2, ResponseFields: "items(id)",
				})
			},
			method: "GET",
			target: "/customer_groups?customerGroupIds=0%2C4&customerGroupId=0%2C4&keyword=reg&offset=0&limit=2&responseFields=items%28id%29",
			answer: `{"items":[{"id":0},{"id":4}]}`,
			want:   &ecwid.Page[ecwid.CustomerGroup]{Items: []ecwid.CustomerGroup{{}, {ID: 4}}},
		},
		{
			name:   "customer group General",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.CustomerGroups.Get(ctx, 0) },
			method: "GET", target: "/customer_groups/0", answer: `{"id":0,"name":"General"}`,
			want: &ecwid.CustomerGroup{Name: "General"},
		},
		{
			name: "customer group create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerGroups.Create(ctx, ecwid.CustomerGroupCreate{Name: "Regulars", ExternalReferenceID: ecwid.Set("g-1")})
			},
			method: "POST", target: "/customer_groups", body: `{"name":"Regulars","externalReferenceId":"g-1"}`,
			answer: `{"id":4}`, want: ecwid.CustomerGroupID(4),
		},
		{
			name: "customer group update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerGroups.Update(ctx, 4, ecwid.CustomerGroupUpdate{Name: ecwid.Set("Friends")})
			},
			method: "PUT", target: "/customer_groups/4", body: `{"name":"Friends"}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "customer group delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.CustomerGroups.Delete(ctx, 4)
			},
			method: "DELETE", target: "/customer_groups/4", answer: `{"deleteCount":1}`,
		},
	}
}

func customerFieldCalls() []wireCase {
	return []wireCase{
		{
			name: "customer extra fields list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerExtraFields.List(ctx)
			},
			method: "GET", target: "/store_extrafields/customers", answer: `{"items":[{"key":"card","type":"TEXT"}]}`,
			want: []ecwid.CustomerExtraFieldDefinition{{Key: "card", Type: ecwid.CustomerFieldText}},
		},
		{
			name: "customer extra field get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerExtraFields.Get(ctx, "a/b", ecwid.ReadOptions{ResponseFields: "key"})
			},
			method: "GET", target: "/store_extrafields/customers/a%2Fb?responseFields=key", answer: `{"key":"a/b"}`,
			want: &ecwid.CustomerExtraFieldDefinition{Key: "a/b"},
		},
		{
			name: "customer extra field create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerExtraFields.Create(ctx, ecwid.CustomerExtraFieldCreate{
					Title: "Loyalty card", Type: ecwid.Set(ecwid.CustomerFieldText), ShownOnOrderDetails: ecwid.Set(true),
				})
			},
			method: "POST", target: "/store_extrafields/customers",
			body:   `{"title":"Loyalty card","type":"TEXT","shownOnOrderDetails":true}`,
			answer: `{"createCount":1,"key":"card"}`, want: "card",
		},
		{
			name: "customer extra field update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CustomerExtraFields.Update(ctx, "card", ecwid.CustomerExtraFieldUpdate{Title: ecwid.Set("Card")})
			},
			method: "PUT", target: "/store_extrafields/customers/card", body: `{"title":"Card"}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "customer extra field delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.CustomerExtraFields.Delete(ctx, "card")
			},
			method: "DELETE", target: "/store_extrafields/customers/card", answer: `{"deleteCount":1}`,
		},
	}
}
