package salespos_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// productCases are the rows of product reads.
func productCases(t *testing.T) []wireCase {
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
			name: "Products.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.List(ctx, &salespos.ProductListOptions{
					Name: "mug", MinPrice: new(amount(t, "0")), MaxPrice: new(amount(t, "9.95")),
					MinDiscount: new(amount(t, "1")), MaxDiscount: new(amount(t, "2.5")),
					MinSellPrice: new(amount(t, "3")), MaxSellPrice: new(amount(t, "4")),
					Stock: new(0), MinStock: new(amount(t, "0.5")), MaxStock: new(amount(t, "7")),
					Quantity: new(amount(t, "12")), Color: salespos.ColorNone,
				})
			},
			reply: emptyList(), method: "GET",
			target: "/products?start=0&size=250&productname=mug&minprice=0&maxprice=9.95&mindiscount=1&maxdiscount=2.5" +
				"&minsellprice=3&maxsellprice=4&stock=0&minstock=0.5&maxstock=7&quantity=12&color=null",
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

// attributeCases are the rows of attributes.
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
			name: "Attributes.ListByCombination",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Attributes.ListByCombination(ctx, 901)
			},
			reply: emptyList(), method: "GET", target: "/attributecombinations/901/attributes",
		},
		{
			name: "Attributes.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Attributes.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/attributes/5",
		},
		{
			name: "Attributes.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Attributes.Update(ctx, 5, salespos.AttributeUpdate{Name: "Color", Type: salespos.OptionMenuRequired})
			},
			reply: noContent(), method: "PATCH", target: "/attributes/5", body: `{"name":"Color","type":"option_menu_required"}`,
		},
		{
			name: "Attributes.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Attributes.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/attributes/5",
		},
		{
			name: "Attributes.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Attributes.Create(ctx, salespos.AttributeCreate{Name: "Colour", Type: salespos.OptionMenu})
			},
			reply: created(), method: "POST", target: "/attributes", body: `{"name":"Colour","type":"option_menu"}`,
		},
	}
}

// attributeValueCases are the rows of the values of attributes.
func attributeValueCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "AttributeValues.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeValues.List(ctx, 11)
			},
			reply: emptyList(), method: "GET", target: "/attributes/11/attributevalues",
		},
		{
			name: "AttributeValues.ListByCombination",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeValues.ListByCombination(ctx, 901)
			},
			reply: emptyList(), method: "GET", target: "/attributecombinations/901/attributevalues",
		},
		{
			name: "AttributeValues.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.AttributeValues.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/attributevalues/5",
		},
		{
			name: "AttributeValues.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.AttributeValues.Update(ctx, 5, salespos.AttributeValueUpdate{DefaultPrice: salespos.Set(amount(t, "0"))})
			},
			reply: noContent(), method: "PATCH", target: "/attributevalues/5", body: `{"default_price":0}`,
		},
		{
			name: "AttributeValues.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.AttributeValues.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/attributevalues/5",
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
			name: "ProductAttributeValues.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductAttributeValues.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productattributevalues/5",
		},
		{
			name: "ProductAttributeValues.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductAttributeValues.Update(ctx, 5, salespos.ProductAttributeValueUpdate{
					AttributePosition: salespos.Set(2), Position: salespos.Set(3), Price: salespos.Set(amount(t, "-1")),
				})
			},
			reply: noContent(), method: "PATCH", target: "/productattributevalues/5",
			body: `{"optionposition":2,"position":3,"price":-1}`,
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
