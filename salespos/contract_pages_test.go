package salespos_test

import (
	"fmt"
	"testing"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// Whole lists are read by the other contracts; here it is their first pages.

func contractProductPages(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	category := salespos.CategoryID(account.Add("categories", `{"name":"Mugs"}`))
	brand := salespos.BrandID(account.Add("brands", `{"name":"Acme"}`))
	supplier := salespos.SupplierID(account.Add("suppliers", `{"name":"Acme"}`))
	condition := salespos.ConditionID(account.Add("conditions", `{"name":"New"}`))
	mug := salespos.ProductID(account.Add("products", fmt.Sprintf(
		`{"name":"Mug","productnumber":"M-1","brand":{"id":%d},"supplier":{"id":%d},"condition":{"id":%d}}`, brand, supplier, condition)))
	account.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":%d}`, mug, category))
	account.Add("products", `{"name":"Cup"}`)

	diff(t, 2, len(must(pos.Products.List(ctx, nil))(t).Items))
	diff(t, 1, len(must(pos.Products.List(ctx, &salespos.ProductListOptions{Size: 1}))(t).Items))
	for _, page := range []*salespos.Page[salespos.Product]{
		must(pos.Products.ListByBrand(ctx, brand, nil))(t), must(pos.Products.ListBySupplier(ctx, supplier, nil))(t),
		must(pos.Products.ListByCondition(ctx, condition, nil))(t), must(pos.Products.ListByCategory(ctx, category, nil))(t),
		must(pos.ProductQueries.List(ctx, salespos.ProductQueryOptions{ProductNumber: "M-1"}))(t),
	} {
		if len(page.Items) != 1 || page.Items[0].ID != mug {
			t.Errorf("got %+v, want the mug", page.Items)
		}
	}
	diff(t, 2, len(must(pos.Products.ListByWebshop(ctx, 1, nil))(t).Items))
}

func contractPages(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	kitchen := account.Add("categories", `{"name":"Kitchen"}`)
	mugs := account.Add("categories", fmt.Sprintf(`{"name":"Mugs","parentcategory":{"id":%d}}`, kitchen))
	diff(t, salespos.CategoryID(mugs), must(pos.Categories.ListByParent(ctx, salespos.CategoryID(kitchen), nil))(t).Items[0].ID)

	mug := salespos.ProductID(account.Add("products", `{"name":"Mug"}`))
	small := account.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":"S"}`, account.Add("attributes", `{"name":"Size"}`)))
	account.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d}`, mug, small))
	diff(t, "S", must(pos.ProductAttributeValues.List(ctx, mug, nil))(t).Items[0].ValueName)

	group := account.Add("usergroups", `{"groupname":"Wholesale"}`)
	user := salespos.UserID(account.Add("users", fmt.Sprintf(`{"username":"ada@example.com","group_id":%d}`, group)))
	diff(t, user, must(pos.Users.List(ctx, nil))(t).Items[0].ID)
	diff(t, user, must(pos.Users.ListByGroup(ctx, salespos.UserGroupID(group), nil))(t).Items[0].ID)
	diff(t, 2, len(must(pos.UserGroups.List(ctx, nil))(t).Items))

	order := newOrder(account)
	invoice := salespos.InvoiceID(account.Add("invoices", fmt.Sprintf(`{"order_id":%d,"invoicenumber":7}`, order)))
	diff(t, []salespos.Invoice{*must(pos.Invoices.Get(ctx, invoice))(t)}, must(collect(pos.Invoices.All(ctx, &salespos.InvoiceListOptions{Number: 7})))(t))
	account.Add("invoicerows", fmt.Sprintf(`{"invoice_id":%d,"product_name":"Mug"}`, invoice))
	diff(t, "Mug", must(pos.InvoiceRows.List(ctx, invoice, nil))(t).Items[0].ProductName)
	back := salespos.ReturnID(account.Add("returns", fmt.Sprintf(`{"order_id":%d}`, order)))
	diff(t, back, must(pos.Returns.List(ctx, nil))(t).Items[0].ID)

	coupon := salespos.DiscountCouponID(account.Add("discountcoupons", `{"code":"WELCOME"}`))
	diff(t, coupon, must(pos.DiscountCoupons.List(ctx, nil))(t).Items[0].ID)
	hook := salespos.WebhookID(account.Add("webhooks", `{"event":"orders.created","address":"https://connector.example/hooks"}`))
	diff(t, hook, must(pos.Webhooks.List(ctx, nil))(t).Items[0].ID)
}
