package salespos_test

import (
	"context"

	"github.com/tillsync/tillsync/salespos"
)

// productByCases are the rows of product lists below other resources.
func productByCases() []wireCase {
	return []wireCase{
		{
			name: "Products.ListByBrand",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.ListByBrand(ctx, 7, &salespos.ProductListOptions{Size: 10})
			},
			reply: emptyList(), method: "GET", target: "/brands/7/products?start=0&size=10",
		},
		{
			name: "Products.AllByBrand",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.AllByBrand(ctx, 7, nil))
			},
			reply: emptyList(), method: "GET", target: "/brands/7/products?start=0&size=250",
		},
		{
			name: "Products.ListByCategory",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.ListByCategory(ctx, 7, &salespos.ProductListOptions{Size: 10})
			},
			reply: emptyList(), method: "GET", target: "/categories/7/products?start=0&size=10",
		},
		{
			name: "Products.AllByCategory",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.AllByCategory(ctx, 7, nil))
			},
			reply: emptyList(), method: "GET", target: "/categories/7/products?start=0&size=250",
		},
		{
			name: "Products.ListByCondition",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.ListByCondition(ctx, 7, &salespos.ProductListOptions{Size: 10})
			},
			reply: emptyList(), method: "GET", target: "/conditions/7/products?start=0&size=10",
		},
		{
			name: "Products.AllByCondition",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.AllByCondition(ctx, 7, nil))
			},
			reply: emptyList(), method: "GET", target: "/conditions/7/products?start=0&size=250",
		},
		{
			name: "Products.ListBySupplier",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.ListBySupplier(ctx, 7, &salespos.ProductListOptions{Size: 10})
			},
			reply: emptyList(), method: "GET", target: "/suppliers/7/products?start=0&size=10",
		},
		{
			name: "Products.AllBySupplier",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.AllBySupplier(ctx, 7, nil))
			},
			reply: emptyList(), method: "GET", target: "/suppliers/7/products?start=0&size=250",
		},
		{
			name: "Products.ListByWebshop",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Products.ListByWebshop(ctx, 7, &salespos.ProductListOptions{Size: 10})
			},
			reply: emptyList(), method: "GET", target: "/webshops/7/products?start=0&size=10",
		},
		{
			name: "Products.AllByWebshop",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.Products.AllByWebshop(ctx, 7, nil))
			},
			reply: emptyList(), method: "GET", target: "/webshops/7/products?start=0&size=250",
		},
	}
}

// productQueryCases are the rows of the search of scanners.
func productQueryCases() []wireCase {
	return []wireCase{
		{
			name: "ProductQueries.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductQueries.List(ctx, salespos.ProductQueryOptions{
					Start: 5, Size: 5, ProductNumber: "A/1", EANNumber: "87", MPNNumber: "m", SKUNumber: "s",
				})
			},
			reply: emptyList(), method: "GET", target: "/productqueries?start=5&size=5&productnumber=A%2F1&eannumber=87&mpnnumber=m&skunumber=s",
		},
		{
			name: "ProductQueries.All",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.ProductQueries.All(ctx, salespos.ProductQueryOptions{SKUNumber: "s"}))
			},
			reply: emptyList(), method: "GET", target: "/productqueries?start=0&size=250&skunumber=s",
		},
	}
}

// photoCases are the rows of photos.
func photoCases() []wireCase {
	return []wireCase{
		{
			name: "ProductPhotos.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPhotos.List(ctx, 7, &salespos.ProductPhotoListOptions{OrderBy: salespos.PhotosByIsMainDesc})
			},
			reply: emptyList(), method: "GET", target: "/products/7/productphotos?orderby=ismainphoto_desc",
		},
		{
			name: "ProductPhotos.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPhotos.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productphotos/5",
		},
		{
			name: "ProductPhotos.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPhotos.Create(ctx, 7, salespos.ProductPhotoCreate{
					FileType: "png", Source: []byte("picture"), AltText: salespos.Set("Mug"), IsMain: salespos.Set(false),
				})
			},
			reply: created(), method: "POST", target: "/products/7/productphotos",
			body: `{"file_type":"png","source":"cGljdHVyZQ==","alttext":"Mug","is_mainphoto":false}`,
		},
		{
			name: "ProductPhotos.Replace",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPhotos.Replace(ctx, 7, []salespos.ProductPhotoCreate{{FileType: "jpg", Source: []byte("picture")}})
			},
			reply: noContent(), method: "PUT", target: "/products/7/productphotos",
			body: `{"productphotos":[{"file_type":"jpg","source":"cGljdHVyZQ=="}]}`,
		},
		{
			name: "ProductPhotos.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPhotos.Update(ctx, 5, salespos.ProductPhotoUpdate{AltText: salespos.Set("")})
			},
			reply: noContent(), method: "PATCH", target: "/productphotos/5",
			body: `{"alttext":""}`,
		},
		{
			name: "ProductPhotos.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPhotos.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productphotos/5",
		},
		{
			name: "CombinationPhotos.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.CombinationPhotos.List(ctx, 901)
			},
			reply: emptyList(), method: "GET", target: "/attributecombinations/901/attributecombinationphotos",
		},
		{
			name: "CombinationPhotos.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.CombinationPhotos.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/attributecombinationphotos/5",
		},
		{
			name: "CombinationPhotos.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.CombinationPhotos.Create(ctx, 901, salespos.CombinationPhotoCreate{
					FileType: "png", Source: []byte("picture"), Alt: salespos.Set("Mug"), IsMain: salespos.Set(true),
				})
			},
			reply: created(), method: "POST", target: "/attributecombinations/901/attributecombinationphotos",
			body: `{"file_type":"png","source":"cGljdHVyZQ==","alt":"Mug","is_mainphoto":true}`,
		},
		{
			name: "CombinationPhotos.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.CombinationPhotos.Update(ctx, 5, salespos.CombinationPhotoUpdate{IsMain: salespos.Set(true)})
			},
			reply: noContent(), method: "PATCH", target: "/attributecombinationphotos/5",
			body: `{"is_mainphoto":true}`,
		},
		{
			name: "CombinationPhotos.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.CombinationPhotos.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/attributecombinationphotos/5",
		},
	}
}

// namedCases are the rows of brands, suppliers, conditions, colours and packages.
func namedCases() []wireCase {
	return []wireCase{
		{
			name: "Brands.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Brands.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/brands",
		},
		{
			name: "Brands.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Brands.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/brands/5",
		},
		{
			name: "Brands.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Brands.Create(ctx, salespos.BrandCreate{Name: "New"})
			},
			reply: created(), method: "POST", target: "/brands",
			body: `{"name":"New"}`,
		},
		{
			name: "Brands.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Brands.Update(ctx, 5, salespos.BrandUpdate{Name: "Other"})
			},
			reply: noContent(), method: "PATCH", target: "/brands/5",
			body: `{"name":"Other"}`,
		},
		{
			name: "Brands.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Brands.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/brands/5",
		},
		{
			name: "Suppliers.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Suppliers.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/suppliers",
		},
		{
			name: "Suppliers.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Suppliers.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/suppliers/5",
		},
		{
			name: "Suppliers.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Suppliers.Create(ctx, salespos.SupplierCreate{Name: "New"})
			},
			reply: created(), method: "POST", target: "/suppliers",
			body: `{"name":"New"}`,
		},
		{
			name: "Suppliers.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Suppliers.Update(ctx, 5, salespos.SupplierUpdate{Name: "Other"})
			},
			reply: noContent(), method: "PATCH", target: "/suppliers/5",
			body: `{"name":"Other"}`,
		},
		{
			name: "Suppliers.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Suppliers.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/suppliers/5",
		},
		{
			name: "Conditions.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Conditions.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/conditions",
		},
		{
			name: "Conditions.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Conditions.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/conditions/5",
		},
		{
			name: "Conditions.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Conditions.Create(ctx, salespos.ConditionCreate{Name: "New"})
			},
			reply: created(), method: "POST", target: "/conditions",
			body: `{"name":"New"}`,
		},
		{
			name: "Conditions.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Conditions.Update(ctx, 5, salespos.ConditionUpdate{Name: "Other"})
			},
			reply: noContent(), method: "PATCH", target: "/conditions/5",
			body: `{"name":"Other"}`,
		},
		{
			name: "Conditions.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Conditions.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/conditions/5",
		},
		{
			name: "Packages.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Packages.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/packages/5",
		},
		{
			name: "Packages.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Packages.Create(ctx, salespos.PackageCreate{Name: "New"})
			},
			reply: created(), method: "POST", target: "/packages",
			body: `{"name":"New"}`,
		},
		{
			name: "Packages.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Packages.Update(ctx, 5, salespos.PackageUpdate{Name: "Other"})
			},
			reply: noContent(), method: "PATCH", target: "/packages/5",
			body: `{"name":"Other"}`,
		},
		{
			name: "Colors.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Colors.List(ctx, &salespos.ColorListOptions{Color: "#0000ff"})
			},
			reply: emptyList(), method: "GET", target: "/colors?color=%230000ff",
		},
		{
			name: "Colors.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Colors.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/colors/5",
		},
		{
			name: "Colors.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Colors.Create(ctx, salespos.ColorCreate{Name: "Blue", Hex: "#0000ff"})
			},
			reply: created(), method: "POST", target: "/colors",
			body: `{"name":"Blue","hex":"#0000ff"}`,
		},
		{
			name: "Resources.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Resources.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/",
		},
	}
}
