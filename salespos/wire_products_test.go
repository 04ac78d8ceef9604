package salespos_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// productCases are the rows of product reads.
func productCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Products.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.List(ctx, &salespos.ProductListOptions{
					Start: 25, Size: 25, ProductNumber: "A+B/1 ü&", EANNumber: "87", MPNNumber: "m",
					Active:  new(false),
					OrderBy: salespos.ProductsByModifiedDesc,
					Expand:  []salespos.ProductExpand{salespos.ExpandAttributeCombinations, salespos.ExpandPhotos},
				})
			},
			reply: emptyList(), method: "GET",
			target: "/products?start=25&size=25&productnumber=A%2BB%2F1%20%C3%BC%26&eannumber=87&mpnnumber=m" +
				"&active=false&expand=attributecombinations%2Cproductphotos&orderby=modifydate_desc",
		},
		{
			name: "Products.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.All(ctx, nil))
			},
			reply: emptyList(), method: "GET", target: "/products?start=0&size=250",
		},
		{
			name: "Products.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.Get(ctx, 5, salespos.ExpandCategories)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/products/5?expand=producttocategories",
		},
	}
}

// productWriteCases are the rows of product writes.
func productWriteCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "Products.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.Create(ctx, salespos.ProductCreate{
					Name: "Café mok 30% / blauw", Price: amount(t, "12.50"), PackageID: 1,
					ProductFields: salespos.ProductFields{
						Active:    salespos.Set(true),
						TaxTariff: salespos.Set(salespos.TaxNormal),
						Memo:      salespos.Set(""),
					},
				})
			},
			reply: created(), method: "POST", target: "/products",
			body: `{"name":"Café mok 30% / blauw","price":12.5,"discount":0,"package_id":1,"active":true,"taxtariff":"normal","memo":""}`,
		},
		{
			name: "Products.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Products.Update(ctx, 5, salespos.ProductUpdate{
					Price:         salespos.Set(amount(t, "0")),
					ProductFields: salespos.ProductFields{ColorID: salespos.Null[salespos.ColorID]()},
				})
			},
			reply: noContent(), method: "PATCH", target: "/products/5", body: `{"price":0,"color_id":null}`,
		},
		{
			name: "Products.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Products.Delete(ctx, 42)
			},
			reply: noContent(), method: "DELETE", target: "/products/42",
		},
	}
}

// combinationCases are the rows of variants.
func combinationCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "AttributeCombinations.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeCombinations.List(ctx, 5, salespos.ExpandCombinationPhotos)
			},
			reply: emptyList(), method: "GET",
			target: "/products/5/attributecombinations?expand=attributecombinationphotos",
		},
		{
			name: "AttributeCombinations.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeCombinations.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/attributecombinations/5",
		},
		{
			name: "AttributeCombinations.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.AttributeCombinations.Update(ctx, 5, salespos.CombinationUpdate{
					Stock: salespos.Set(amount(t, "2.5")), Active: salespos.Set(false),
				})
			},
			reply: noContent(), method: "PATCH", target: "/attributecombinations/5", body: `{"stock":2.5,"active":false}`,
		},
	}
}

// attributeCases are the rows of attributes and their values.
func attributeCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Attributes.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Attributes.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/attributes",
		},
		{
			name: "Attributes.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Attributes.Create(ctx, salespos.AttributeCreate{Name: "Colour", Type: salespos.OptionMenu})
			},
			reply: created(), method: "POST", target: "/attributes", body: `{"name":"Colour","type":"option_menu"}`,
		},
		{
			name: "AttributeValues.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeValues.List(ctx, 11)
			},
			reply: emptyList(), method: "GET", target: "/attributes/11/attributevalues",
		},
		{
			name: "AttributeValues.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeValues.Create(ctx, 11, salespos.AttributeValueCreate{Name: "Red"})
			},
			reply: created(), method: "POST", target: "/attributes/11/attributevalues",
			body: `{"name":"Red","default_price":0}`,
		},
	}
}

// productValueCases are the rows of attribute values of products.
func productValueCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "ProductAttributeValues.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductAttributeValues.List(ctx, 5, &salespos.ProductAttributeValueListOptions{
					Size: 10, OrderBy: salespos.ValuesByPosition,
				})
			},
			reply: emptyList(), method: "GET", target: "/products/5/productattributevalues?start=0&size=10&orderby=position",
		},
		{
			name: "ProductAttributeValues.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.ProductAttributeValues.All(ctx, 5, nil))
			},
			reply: emptyList(), method: "GET", target: "/products/5/productattributevalues?start=0&size=250",
		},
		{
			name: "ProductAttributeValues.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductAttributeValues.Create(ctx, 5, salespos.ProductAttributeValueCreate{
					Value: 31, Price: amount(t, "-1.25"), Position: salespos.Set(2), Stock: salespos.Set(amount(t, "0")),
				})
			},
			reply: created(), method: "POST", target: "/products/5/productattributevalues",
			body: `{"optionvalue":31,"price":-1.25,"position":2,"stock":0}`,
		},
		{
			name: "ProductAttributeValues.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductAttributeValues.Delete(ctx, 301)
			},
			reply: noContent(), method: "DELETE", target: "/productattributevalues/301",
		},
	}
}

// categoryCases are the rows of categories.
func categoryCases(*testing.T) []wireCase {
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
	}
}

// productCategoryCases are the rows of products in categories.
func productCategoryCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "ProductCategories.ListByProduct",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductCategories.ListByProduct(ctx, 5)
			},
			reply: emptyList(), method: "GET", target: "/products/5/producttocategories",
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
