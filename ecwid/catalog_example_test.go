package ecwid_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// All reads page after page while its items are used. A pass over changes has a
// fixed end and goes by the time of the change.
func ExampleProductsService_All() {
	store := ecwidtest.New()
	for n := range 150 {
		store.Add("products", fmt.Sprintf(`{"sku":"TEA-%d","name":"Green tea","updateTimestamp":%d}`, n, 1769857200+n))
	}
	shop := store.Client()
	from := time.Date(2026, 1, 31, 11, 0, 0, 0, time.UTC)
	window := &ecwid.ProductListOptions{UpdatedFrom: from, UpdatedTo: from.Add(time.Hour), SortBy: ecwid.ByUpdatedTimeAsc}

	count := 0
	for _, err := range shop.Products.All(context.Background(), window) {
		if err != nil {
			fmt.Println(err)
			return
		}
		count++
	}
	fmt.Println(count, "products in", len(store.Requests()), "requests")
	// Output:
	// 150 products in 2 requests
}

// An update has only the fields that are set; "" and 0 are values.
func ExampleProductsService_Update() {
	shop := answers{"PUT /products/5001": `{"updateCount":1,"item":{"id":5001,"price":4.75}}`}.client()
	price, err := ecwid.ParseAmount("4.75")
	if err != nil {
		fmt.Println(err)
		return
	}
	update := ecwid.ProductUpdate{}
	update.Price = ecwid.Set(price)
	update.Subtitle = ecwid.Set("")
	update.GoogleProductCategory = ecwid.Null[int64]()
	result, err := shop.Products.Update(context.Background(), 5001, update, &ecwid.WriteOptions{ReturnItem: true, ItemFields: "id,price"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Count, result.Item.Price)
	// Output:
	// PUT /products/5001 {"subtitle":"","price":4.75,"googleProductCategory":null}
	// 1 4.75
}

// Response fields make answers small: here the stock of all products.
func ExampleProductsService_List_responseFields() {
	store := ecwidtest.New()
	store.Add("products", `{"sku":"TEA-100","name":"Green tea","description":"<p>Long</p>","quantity":12}`)
	page, err := store.Client().Products.List(context.Background(), &ecwid.ProductListOptions{
		ResponseFields: "total,items(id,sku,quantity,unlimited,combinations(id,sku,quantity))",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, product := range page.Items {
		fmt.Printf("%s: %d, name %q\n", product.SKU, *product.Quantity, product.Name)
	}
	// Output:
	// TEA-100: 12, name ""
}

// Filters counts products as the filters of a shop page show them.
func ExampleProductsService_Filters() {
	shop := answers{"POST /products/filters": `{"productCount":7,"filters":{
		"attribute_Brand":{"title":"Brand","values":[{"title":"Example","productCount":5},{"title":"Other","productCount":2}]}}}`}.client()
	brand := ecwid.AttributeFilter("Brand")
	counts, err := shop.Products.Filters(context.Background(), &ecwid.ProductFilterOptions{
		Fields: []ecwid.FilterField{brand},
		Search: &ecwid.ProductListOptions{Categories: []ecwid.CategoryID{901}, Enabled: new(true)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, value := range counts.Filters[brand].Values {
		fmt.Println(value.Title, value.ProductCount)
	}
	// Output:
	// POST /products/filters {"params":{"categories":"901","enabled":"true","filterFields":"attribute_Brand"}}
	// Example 5
	// Other 2
}

// Options and variations come with the product when it is created. Each
// variation needs a SKU of its own to have stock of its own.
func ExampleProductsService_Create() {
	store := ecwidtest.New()
	shop := store.Client()
	price, err := ecwid.ParseAmount("4.50")
	if err != nil {
		fmt.Println(err)
		return
	}
	product := ecwid.ProductCreate{}
	product.Name, product.SKU, product.Price = ecwid.Set("Green tea"), ecwid.Set("TEA"), ecwid.Set(price)
	product.Options = ecwid.Set([]ecwid.ProductOptionWrite{{
		Type: ecwid.OptionSelect, Name: "Size", Choices: ecwid.Set([]ecwid.OptionChoiceWrite{{Text: "S"}, {Text: "L"}}),
	}})
	for _, size := range []string{"S", "L"} {
		variation := ecwid.CombinationCreate{Options: []ecwid.OptionValue{{Name: "Size", Value: size}}}
		variation.SKU, variation.Quantity, variation.Unlimited = ecwid.Set("TEA-"+size), ecwid.Set(3), ecwid.Set(false)
		product.Combinations = append(product.Combinations, variation)
	}
	ctx := context.Background()
	created, err := shop.Products.Create(ctx, product, &ecwid.WriteOptions{SaveCombinations: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	variations, err := shop.Combinations.List(ctx, created.ID)
	for _, variation := range variations {
		fmt.Println(variation.SKU, variation.Options[0].Value, *variation.Quantity)
	}
	fmt.Println(err)
	// Output:
	// TEA-S S 3
	// TEA-L L 3
	// <nil>
}

func ExampleCombinationsService_Update() {
	shop := answers{"PUT /products/5001/combinations/7001": `{"updateCount":1}`}.client()
	update := ecwid.CombinationUpdate{}
	update.SKU = ecwid.Set("TEA-XL")
	update.Attributes = ecwid.Set([]ecwid.AttributeValueWrite{
		{Alias: ecwid.Set(ecwid.AliasUPC), Value: ecwid.Set("4006381333931")},
	})
	result, err := shop.Combinations.Update(context.Background(), 5001, 7001, update)
	fmt.Println(result.Count, err)
	// Output:
	// PUT /products/5001/combinations/7001 {"sku":"TEA-XL","attributes":[{"alias":"UPC","value":"4006381333931"}]}
	// 1 <nil>
}

// A difference is never sent twice. The store may go below 0 and says so.
func ExampleStockService_AdjustProduct() {
	store := ecwidtest.New()
	tea := ecwid.ProductID(store.Add("products", `{"sku":"TEA","name":"Green tea","quantity":2,"unlimited":false}`))
	result, err := store.Client().Stock.AdjustProduct(context.Background(), tea, -3)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Count, result.Warning)
	// Output:
	// 1 Product has negative stock.
}

// The attributes of a product type are replaced as a whole: those that shall
// stay are kept, or their values are lost on all products.
func ExampleProductTypesService_Update() {
	shop := answers{
		"GET /classes/3301": `{"id":3301,"name":"Tea","attributes":[{"id":8801,"name":"Origin","type":"CUSTOM","show":"DESCR"}]}`,
		"PUT /classes/3301": `{"updateCount":1}`,
	}.client()
	ctx := context.Background()
	tea, err := shop.ProductTypes.Get(ctx, 3301)
	if err != nil {
		fmt.Println(err)
		return
	}
	attributes := []ecwid.ProductTypeAttributeWrite{{Name: ecwid.Set("Harvest"), Type: ecwid.Set(ecwid.AttributeCustom)}}
	for _, attribute := range tea.Attributes {
		attributes = append(attributes, attribute.Keep())
	}
	_, err = shop.ProductTypes.Update(ctx, tea.ID, ecwid.ProductTypeUpdate{Attributes: ecwid.Set(attributes)})
	fmt.Println(err)
	// Output:
	// PUT /classes/3301 {"attributes":[{"name":"Harvest","type":"CUSTOM"},{"id":8801,"name":"Origin","type":"CUSTOM","show":"DESCR"}]}
	// <nil>
}

// AssignProducts adds to a category without touching what is in it.
func ExampleCategoriesService_AssignProducts() {
	store := ecwidtest.New()
	category := ecwid.CategoryID(store.Add("categories", `{"name":"Tea"}`))
	product := ecwid.ProductID(store.Add("products", `{"sku":"TEA","name":"Green tea"}`))
	shop, ctx := store.Client(), context.Background()
	if _, err := shop.Categories.AssignProducts(ctx, category, []ecwid.ProductID{product}); err != nil {
		fmt.Println(err)
		return
	}
	tea, err := shop.Categories.Get(ctx, category)
	fmt.Println(tea.Name, len(tea.ProductIDs), err)
	// Output:
	// Tea 1 <nil>
}

// The tree is built from one list of all categories.
func ExampleCategoriesService_All() {
	store := ecwidtest.New()
	tea := store.Add("categories", `{"name":"Tea"}`)
	store.Add("categories", fmt.Sprintf(`{"name":"Green","parentId":%d}`, tea))
	store.Add("categories", fmt.Sprintf(`{"name":"Black","parentId":%d,"enabled":false}`, tea))

	children := make(map[ecwid.CategoryID][]string)
	for category, err := range store.Client().Categories.All(context.Background(), nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		children[category.ParentID] = append(children[category.ParentID], category.Name)
	}
	for _, parent := range slices.Sorted(maps.Keys(children)) {
		slices.Sort(children[parent])
		fmt.Println(children[parent])
	}
	// Output:
	// [Tea]
	// [Black Green]
}

func ExampleCategoriesService_ByPath() {
	shop := answers{"GET /categoriesByPath": `{"total":1,"items":[{"id":901,"name":"Green"}]}`}.client()
	page, err := shop.Categories.ByPath(context.Background(), []string{"Tea", "Green"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, category := range page.Items {
		fmt.Println(category.ID, category.Name)
	}
	// Output:
	// 901 Green
}

func ExampleBrandsService_All() {
	shop := answers{"GET /brands": `{"total":2,"items":[{"name":"Example"},{"name":"Other"}]}`}.client()
	for brand, err := range shop.Brands.All(context.Background(), &ecwid.BrandListOptions{SortBy: ecwid.BrandsByNameAsc}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(brand.Name)
	}
	// Output:
	// Example
	// Other
}
