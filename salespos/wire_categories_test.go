package salespos_test

import (
	"context"

	"github.com/tillsync/tillsync/salespos"
)

// categoryCases are the rows of categories.
func categoryCases() []wireCase {
	return []wireCase{
		{
			name: "Categories.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Categories.List(ctx, &salespos.CategoryListOptions{Start: 100, Size: 100})
			},
			reply: emptyList(), method: "GET", target: "/categories?start=100&size=100",
		},
		{
			name: "Categories.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Categories.All(ctx, nil))
			},
			reply: emptyList(), method: "GET", target: "/categories?start=0&size=250",
		},
		{
			name: "Categories.ListByParent",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Categories.ListByParent(ctx, 20, &salespos.CategoryListOptions{Size: 100})
			},
			reply: emptyList(), method: "GET", target: "/categories/20/categories?start=0&size=100",
		},
		{
			name: "Categories.AllByParent",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Categories.AllByParent(ctx, 20, nil))
			},
			reply: emptyList(), method: "GET", target: "/categories/20/categories?start=0&size=250",
		},
		{
			name: "Categories.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Categories.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/categories/5",
		},
		{
			name: "Categories.Tree",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Categories.Tree(ctx)
			},
			reply: ok(`{"href":"x","root_categories":[]}`), method: "GET", target: "/categorytree",
		},
		{
			name: "Categories.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Categories.Create(ctx, salespos.CategoryCreate{
					Name: "Mugs",
					CategoryFields: salespos.CategoryFields{
						ParentCategoryID: salespos.SetNullable(salespos.CategoryID(20)),
						ShowOnWebsite:    salespos.Set(false),
					},
				})
			},
			reply: created(), method: "POST", target: "/categories",
			body: `{"name":"Mugs","parentcategory_id":20,"show_on_website":false}`,
		},
		{
			name: "Categories.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Categories.Update(ctx, 5, salespos.CategoryUpdate{Name: salespos.Set("Cups")})
			},
			reply: noContent(), method: "PATCH", target: "/categories/5", body: `{"name":"Cups"}`,
		},
		{
			name: "Categories.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Categories.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/categories/5",
		},
	}
}

// productCategoryCases are the rows of products in categories.
func productCategoryCases() []wireCase {
	return []wireCase{
		{
			name: "ProductCategories.ListByProduct",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductCategories.ListByProduct(ctx, 5)
			},
			reply: emptyList(), method: "GET", target: "/products/5/producttocategories",
		},
		{
			name: "ProductCategories.ListByCategory",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductCategories.ListByCategory(ctx, 21)
			},
			reply: emptyList(), method: "GET", target: "/categories/21/producttocategories",
		},
		{
			name: "ProductCategories.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductCategories.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/producttocategories/5",
		},
		{
			name: "ProductCategories.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductCategories.Update(ctx, 5, salespos.ProductCategoryUpdate{Position: salespos.Set(1)})
			},
			reply: noContent(), method: "PATCH", target: "/producttocategories/5", body: `{"position":1}`,
		},
		{
			name: "ProductCategories.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductCategories.Create(ctx, salespos.ProductCategoryCreate{ProductID: 5, CategoryID: 21})
			},
			reply: created(), method: "POST", target: "/producttocategories", body: `{"product_id":5,"category_id":21}`,
		},
		{
			name: "ProductCategories.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductCategories.Delete(ctx, 41)
			},
			reply: noContent(), method: "DELETE", target: "/producttocategories/41",
		},
	}
}
