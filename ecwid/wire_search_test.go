package ecwid_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// urls is a form of addresses with everything set.
func urls() ecwid.URLOptions {
	return ecwid.URLOptions{Base: "https://shop.example.com", Clean: new(true), WithoutIDs: new(false)}
}

const urlQuery = "&baseUrl=https%3A%2F%2Fshop.example.com&cleanUrls=true&slugsWithoutIds=false"

func productSearchCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "products list, all filters",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.List(ctx, &ecwid.ProductListOptions{
					Keyword: "tea*", SearchMethod: ecwid.SearchControlPanel, Categories: []ecwid.CategoryID{0, 901}, Subcategories: true,
					PriceFrom: new(amount(t, "0")), PriceTo: new(amount(t, "12.50")), InStock: new(true), OnSale: new(false),
					DiscountsAllowed: new(true), VisibleInStorefront: new(true), CustomerSetsPrice: new(false), GiftCard: new(false),
					Attributes: map[string][]string{"Brand": {"A&B", "C"}, "Age group": {"adult"}}, Options: map[string][]string{"Size/EU": {"L"}},
					ManualTaxes: []ecwid.TaxID{31, 0}, TaxClassCodes: []string{"default"}, Lang: "de", URLs: urls(),
				})
			},
			method: "GET",
			target: "/products?keyword=tea%2A&searchMethod=CP&categories=0%2C901&includeProductsFromSubcategories=true" +
				"&priceFrom=0&priceTo=12.5&inStock=true&onsale=notonsale&discountsAllowed=true&visibleInStorefront=true" +
				"&isCustomerSetPrice=false&isGiftCard=false&attribute_Age%20group=adult&attribute_Brand=A%26B%2CC&option_Size%2FEU=L" +
				"&enabledManualTaxes=31%2Cnone&taxClassCodes=default&lang=de" + urlQuery + "&offset=0&limit=100",
			answer: emptyPage,
			want:   &ecwid.Page[ecwid.Product]{Items: []ecwid.Product{}, Limit: 100},
		},
		{
			name: "product get, some fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.Get(ctx, 5001, ecwid.ReadOptions{Lang: "de", URLs: urls(), ResponseFields: "sku,options(name)"})
			},
			method: "GET", target: "/products/5001?lang=de" + urlQuery + "&responseFields=sku%2Coptions%28name%29", answer: `{"sku":"TEA"}`,
			want: &ecwid.Product{SKU: "TEA"},
		},
		{
			name: "product create, some fields of the item",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.Create(ctx, ecwid.ProductCreate{}, &ecwid.WriteOptions{ReturnItem: true, ItemFields: "id,sku"})
			},
			method: "POST", target: "/products?returnItem=true&responseFields=id%2Citem%28id%2Csku%29", body: `{}`,
			answer: `{"id":5001}`, want: &ecwid.ProductResult{ID: 5001, Count: 1},
		},
		{
			name: "product update, mail about low stock",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.ProductUpdate{}
				update.Quantity = ecwid.Set(1)
				return shop.Products.Update(ctx, 5001, update, &ecwid.WriteOptions{ReturnItem: true, ItemFields: "id", NotifyLowStock: true})
			},
			method: "PUT", target: "/products/5001?returnItem=true&checkLowStockNotification=true&responseFields=updateCount%2Citem%28id%29",
			body: `{"quantity":1}`, answer: `{"updateCount":1,"item":{"id":5001}}`,
			want: &ecwid.ProductResult{ID: 5001, Count: 1, Item: &ecwid.Product{ID: 5001}},
		},
		{
			name: "product filters",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.Filters(ctx, &ecwid.ProductFilterOptions{
					Fields:     []ecwid.FilterField{ecwid.FilterPrice, ecwid.AttributeFilter(`A,B\C`), ecwid.OptionFilter("Size")},
					FacetLimit: 20, ParentCategory: new(ecwid.CategoryID(0)),
					Search: &ecwid.ProductListOptions{Categories: []ecwid.CategoryID{900, 901}, Enabled: new(true), Lang: "de", Limit: 5},
				})
			},
			method: "POST", target: "/products/filters", read: true,
			body: `{"params":{"categories":"900,901","enabled":"true","filterFacetLimit":"20",` +
				`"filterFields":"price,attribute_A\\,B\\\\C,option_Size","filterParentCategoryId":"0","lang":"de"}}`,
			answer: `{"productCount":7,"filters":{"price":{"minValue":1.5,"maxValue":20,"status":"VISIBLE"},` +
				`"option_Size":{"title":"Size","values":[{"title":"L","productCount":2}],"status":"VISIBLE","sortingOrder":"BY_NAME"}}}`,
			want: &ecwid.ProductFilters{ProductCount: 7, Filters: map[ecwid.FilterField]ecwid.ProductFilter{
				ecwid.FilterPrice:          {MinValue: new(amount(t, "1.5")), MaxValue: new(amount(t, "20")), Status: "VISIBLE"},
				ecwid.OptionFilter("Size"): {Title: "Size", Values: []ecwid.FilterValue{{Title: "L", ProductCount: 2}}, Status: "VISIBLE", SortingOrder: "BY_NAME"},
			}},
		},
		{
			name:   "swatches",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Products.Swatches(ctx) },
			method: "GET", target: "/swatches", answer: `{"colors":[{"name":"Red","hexCode":"#ff0000","translations":{"de":"Rot"}}]}`,
			want: []ecwid.Swatch{{Name: "Red", HexCode: "#ff0000", Translations: ecwid.TextMap{"de": "Rot"}}},
		},
		{
			name:   "products, order of the front page",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Products.SortedIDs(ctx, 0) },
			method: "GET", target: "/products/sort?parentCategory=0", answer: `{"sortedIds":[5002,5001]}`,
			want: []ecwid.ProductID{5002, 5001},
		},
		{
			name: "products sort",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.Sort(ctx, 901, []ecwid.ProductID{5002, 5001})
			},
			method: "PUT", target: "/products/sort?parentCategory=901", body: `{"sortedIds":[5002,5001]}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}

func brandCalls() []wireCase {
	return []wireCase{
		{
			name: "brands list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Brands.List(ctx, &ecwid.BrandListOptions{
					Hidden: true, SortBy: ecwid.BrandsByNameAsc, Lang: "de", BaseURL: "https://shop.example.com", CleanURLs: new(false),
					Offset: 2, Limit: 10, ResponseFields: "items(name)",
				})
			},
			method: "GET",
			target: "/brands?hidden_brands=true&hiddenBrands=true&sortBy=NAME_ASC&lang=de&baseUrl=https%3A%2F%2Fshop.example.com&cleanURLs=false" +
				"&offset=2&limit=10&responseFields=items%28name%29",
			answer: `{"items":[{"name":"Example","nameTranslated":{"en":"Example"},"productsFilteredByBrandUrl":"https://shop.example.com/b"}]}`,
			want: &ecwid.Page[ecwid.Brand]{Items: []ecwid.Brand{{
				Name: "Example", NameTranslated: ecwid.TextMap{"en": "Example"}, ProductsURL: "https://shop.example.com/b",
			}}},
		},
	}
}

func categoryMoreCalls() []wireCase {
	return []wireCase{
		{
			name: "categories list, all filters",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.List(ctx, &ecwid.CategoryListOptions{
					Parents: []ecwid.CategoryID{900, 901}, Subcategories: true, CategoryIDs: []ecwid.CategoryID{7}, Lang: "de", URLs: urls(),
				})
			},
			method: "GET",
			target: "/categories?parentIds=900%2C901&withSubcategories=true&categoryIds=7&lang=de" + urlQuery + "&offset=0&limit=100",
			answer: emptyPage,
			want:   &ecwid.Page[ecwid.Category]{Items: []ecwid.Category{}, Limit: 100},
		},
		{
			name: "category get, some fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.Get(ctx, 901, ecwid.ReadOptions{ResponseFields: "name"})
			},
			method: "GET", target: "/categories/901?responseFields=name", answer: `{"name":"Tea"}`, want: &ecwid.Category{Name: "Tea"},
		},
		{
			name: "categories by path",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.ByPath(ctx, []string{"Tea", "Green"}, nil)
			},
			method: "GET", target: "/categoriesByPath?path=Tea%2FGreen&delimiter=%2F&delimeter=%2F&offset=0&limit=100",
			answer: emptyPage,
			want:   &ecwid.Page[ecwid.Category]{Items: []ecwid.Category{}, Limit: 100},
		},
		{
			name: "categories by path, all options",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.ByPath(ctx, []string{"Tea/Coffee", "Green"}, &ecwid.CategoryPathOptions{
					Delimiter: ">", CategoryListOptions: ecwid.CategoryListOptions{HiddenCategories: new(true), Limit: 5, ResponseFields: "items(id)"},
				})
			},
			method: "GET",
			target: "/categoriesByPath?hidden_categories=true&path=Tea%2FCoffee%3EGreen&delimiter=%3E&delimeter=%3E&offset=0&limit=5&responseFields=items%28id%29",
			answer: `{"items":[{"id":901}]}`,
			want:   &ecwid.Page[ecwid.Category]{Items: []ecwid.Category{{ID: 901}}},
		},
		{
			name: "category delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Categories.Delete(ctx, 901)
			},
			method: "DELETE", target: "/categories/901", answer: `{"deleteCount":1}`,
		},
		{
			name: "category unassign products",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Categories.UnassignProducts(ctx, 901, []ecwid.ProductID{5001})
			},
			method: "POST", target: "/categories/901/unassignProducts", body: `{"productIds":[5001]}`, answer: `{"deleteCount":1}`,
		},
		{
			name:   "categories, order of the roots",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Categories.SortedIDs(ctx, 0) },
			method: "GET", target: "/categories/sort?parentCategory=0", answer: `{"sortedIds":[]}`, want: []ecwid.CategoryID{},
		},
		{
			name: "categories sort",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.Sort(ctx, 900, []ecwid.CategoryID{902, 901})
			},
			method: "PUT", target: "/categories/sort?parentCategory=900", body: `{"sortedIds":[902,901]}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
	}
}
