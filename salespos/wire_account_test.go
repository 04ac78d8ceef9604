package salespos_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// userGroupCases are the rows of groups of users.
func userGroupCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "Users.ListByGroup", method: "GET", target: "/usergroups/7/users?start=0&size=250&approval_status=accepted&orderby=last_name", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Users.ListByGroup(ctx, 7, &salespos.UserListOptions{ApprovalStatus: salespos.ApprovalAccepted, OrderBy: salespos.UsersByLastName})
			},
		},
		{
			name: "Users.AllByGroup", method: "GET", target: "/usergroups/7/users?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Users.AllByGroup(ctx, 7, nil))
			},
		},
		{
			name: "Users.Delete", method: "DELETE", target: "/users/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.Users.Delete(ctx, 5) },
		},
		{
			name: "UserGroups.List", method: "GET", target: "/usergroups?start=0&size=250&orderby=groupname_desc", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.UserGroups.List(ctx, &salespos.UserGroupListOptions{OrderBy: salespos.UserGroupsByNameDesc})
			},
		},
		{
			name: "UserGroups.All", method: "GET", target: "/usergroups?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return collect(c.UserGroups.All(ctx, nil)) },
		},
		{
			name: "UserGroups.Get", method: "GET", target: "/usergroups/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.UserGroups.Get(ctx, 5) },
		},
		{
			name: "UserGroups.Create", method: "POST", target: "/usergroups", reply: created(), body: `{"groupname":"Wholesale","discount":12.5,"product_in_category_discount":"lowest"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.UserGroups.Create(ctx, salespos.UserGroupCreate{UserGroupFields: salespos.UserGroupFields{
					Name: salespos.Set("Wholesale"), Discount: salespos.Set(amount(t, "12.5")), CategoryDiscount: salespos.Set("lowest"),
				}})
			},
		},
		{
			name: "UserGroups.Update", method: "PATCH", target: "/usergroups/5", reply: noContent(), body: `{"default":false}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.UserGroups.Update(ctx, 5, salespos.UserGroupUpdate{UserGroupFields: salespos.UserGroupFields{Default: salespos.Set(false)}})
			},
		},
		{
			name: "UserGroups.Delete", method: "DELETE", target: "/usergroups/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.UserGroups.Delete(ctx, 5) },
		},
	}
}

// accountCases are the rows of the shop, its merchant and its languages.
func accountCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Webshops.Get", method: "GET", target: "/webshops/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webshops.Get(ctx, 5) },
		},
		{
			name: "Webshops.ListByParent", method: "GET", target: "/webshops/7/webshops", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webshops.ListByParent(ctx, 7) },
		},
		{
			name: "Webshops.ListByMerchant", method: "GET", target: "/merchant/7/webshops", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webshops.ListByMerchant(ctx, 7) },
		},
		{
			name: "Webshops.ListByProduct", method: "GET", target: "/products/7/webshops", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webshops.ListByProduct(ctx, 7) },
		},
		{
			name: "Webshops.AddProduct", method: "POST", target: "/products/7/webshops", reply: noContent(), body: `{"webshop_id":3}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Webshops.AddProduct(ctx, 7, 3)
			},
		},
		{
			name: "Webshops.ReplaceByProduct", method: "PUT", target: "/products/7/webshops", reply: noContent(), body: `{"webshops":[3,4]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Webshops.ReplaceByProduct(ctx, 7, []salespos.WebshopID{3, 4})
			},
		},
		{
			name: "Webshops.ReplaceByProduct", method: "PUT", target: "/products/7/webshops", reply: noContent(), body: `{"webshops":[]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Webshops.ReplaceByProduct(ctx, 7, nil)
			},
		},
		{
			name: "Webshops.Domains", method: "GET", target: "/webshops/7/domains", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webshops.Domains(ctx, 7) },
		},
		{
			name: "Settings.Update", method: "PUT", target: "/webshops/3/settings", reply: noContent(), body: `{"webshop_enabled":false,"languages":["nl","en"]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Settings.Update(ctx, 3, salespos.SettingsUpdate{WebshopEnabled: salespos.Set(false), Languages: salespos.Set([]string{"nl", "en"})})
			},
		},
		{
			name: "Merchants.List", method: "GET", target: "/merchant", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Merchants.List(ctx) },
		},
		{
			name: "Merchants.Get", method: "GET", target: "/merchant/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Merchants.Get(ctx, 5) },
		},
		{
			name: "Merchants.GetByWebshop", method: "GET", target: "/webshops/7/merchant", reply: ok(`{"href":"x"}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Merchants.GetByWebshop(ctx, 7) },
		},
		{
			name: "Merchants.Update", method: "PATCH", target: "/merchant/5", reply: noContent(), body: `{"housenumber":"12 bis","tax_number":""}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Merchants.Update(ctx, 5, salespos.MerchantUpdate{HouseNumber: salespos.Set("12 bis"), VATNumber: salespos.Set("")})
			},
		},
		{
			name: "Languages.List", method: "GET", target: "/languages", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Languages.List(ctx) },
		},
		{
			name: "Languages.Create", method: "POST", target: "/languages", reply: reply{Status: http.StatusCreated, Body: `{"iso_code":"c1"}`}, body: `{"label":"Frysk","base_language":"nl","flag_icon":"https://flags.example/fy.png"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Languages.Create(ctx, salespos.LanguageCreate{Label: "Frysk", BaseLanguage: "nl", FlagIcon: "https://flags.example/fy.png"})
			},
		},
	}
}

// connectorCases are the rows of what a connector has at the platform.
func connectorCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Webhooks.List", method: "GET", target: "/webhooks?start=2&size=3", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Webhooks.List(ctx, &salespos.WebhookListOptions{Start: 2, Size: 3})
			},
		},
		{
			name: "Webhooks.All", method: "GET", target: "/webhooks?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return collect(c.Webhooks.All(ctx, nil)) },
		},
		{
			name: "Webhooks.Get", method: "GET", target: "/webhooks/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Webhooks.Get(ctx, 5) },
		},
		{
			name: "Webhooks.Create", method: "POST", target: "/webhooks", reply: created(), body: `{"event":"orders.created","address":"https://connector.example/hooks/1?a=b","is_active":true}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Webhooks.Create(ctx, salespos.WebhookCreate{Event: salespos.EventOrdersCreated, Address: "https://connector.example/hooks/1?a=b", IsActive: salespos.Set(true)})
			},
		},
		{
			name: "Webhooks.Update", method: "PATCH", target: "/webhooks/5", reply: noContent(), body: `{"is_active":false}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Webhooks.Update(ctx, 5, salespos.WebhookUpdate{IsActive: salespos.Set(false)})
			},
		},
		{
			name: "Webhooks.Delete", method: "DELETE", target: "/webhooks/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.Webhooks.Delete(ctx, 5) },
		},
		{
			name: "Apps.List", method: "GET", target: "/apps?name=Till&expand=categories&orderby=populair_desc", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Apps.List(ctx, &salespos.AppListOptions{Name: "Till", Expand: []salespos.AppExpand{salespos.ExpandAppCategories}, OrderBy: salespos.AppsByPopularityDesc})
			},
		},
		{
			name: "Apps.ListByCategory", method: "GET", target: "/appstorecategories/7/apps", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Apps.ListByCategory(ctx, 7, nil) },
		},
		{
			name: "Apps.Get", method: "GET", target: "/apps/5?expand=categories", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Apps.Get(ctx, 5, salespos.ExpandAppCategories)
			},
		},
		{
			name: "Apps.SetInstalled", method: "PATCH", target: "/apps/5", reply: noContent(), body: `{"is_installed":true}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Apps.SetInstalled(ctx, 5, true)
			},
		},
		{
			name: "Credentials.List", method: "GET", target: "/credentials", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Credentials.List(ctx) },
		},
		{
			name: "Credentials.Get", method: "GET", target: "/credentials/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Credentials.Get(ctx, 5) },
		},
		{
			name: "Credentials.Create", method: "POST", target: "/webshops/7/credentials", reply: created(), body: `{"label":"till","api_public":"pub","api_secret":"battery","link_to_main_user":false,"permissions":["products"]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Credentials.Create(ctx, 7, salespos.CredentialCreate{
					Label: "till", PublicKey: "pub", Secret: "battery", LinkToMainUser: salespos.Set(false), Permissions: salespos.Set([]string{"products"}),
				})
			},
		},
		{
			name: "Credentials.Delete", method: "DELETE", target: "/credentials/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.Credentials.Delete(ctx, 5) },
		},
	}
}
