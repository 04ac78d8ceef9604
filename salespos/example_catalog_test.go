package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// A product with variants: the server makes them of the values that are linked
// to the product, then they get their numbers and stock.
func ExampleAttributeCombinationService_Update() {
	server := salespostest.New()
	mug := salespos.ProductID(server.Add("products", `{"name":"Mug","price":12.5,"stocktype":"Attribute"}`))
	pos := server.Client()
	ctx := context.Background()

	colour, err := pos.Attributes.Create(ctx, salespos.AttributeCreate{Name: "Colour", Type: salespos.OptionMenu})
	check(err)
	for _, name := range []string{"Blue", "Red"} {
		value, err := pos.AttributeValues.Create(ctx, colour.ID, salespos.AttributeValueCreate{Name: name})
		check(err)
		_, err = pos.ProductAttributeValues.Create(ctx, mug, salespos.ProductAttributeValueCreate{Value: value.ID})
		check(err)
	}

	variants, err := pos.AttributeCombinations.List(ctx, mug)
	check(err)
	for _, variant := range variants {
		check(pos.AttributeCombinations.Update(ctx, variant.ID, salespos.CombinationUpdate{
			SKUNumber: salespos.Set("MUG-" + variant.Combination[0].AttributeValue.Name),
			Stock:     salespos.Set(price("4")),
		}))
	}
	variants, err = pos.AttributeCombinations.List(ctx, mug)
	check(err)
	for _, variant := range variants {
		fmt.Println(variant.SKUNumber, variant.Stock)
	}

	// Output:
	// MUG-Blue 4
	// MUG-Red 4
}

// Attributes belong to the shop: look for one before making another one with
// the same name.
func ExampleAttributeService_List() {
	server := salespostest.New()
	server.Add("attributes", `{"name":"Colour","type":"option_menu"}`)
	server.Add("attributes", `{"name":"Engraving","type":"text"}`)

	attributes, err := server.Client().Attributes.List(context.Background())
	check(err)
	for _, attribute := range attributes {
		fmt.Println(attribute.Name, "makes variants:", attribute.Type.Combines())
	}

	// Output:
	// Colour makes variants: true
	// Engraving makes variants: false
}

// The values of a product, grouped by attribute.
func ExampleProductAttributeSetService_List() {
	server := salespostest.New()
	mug := server.Add("products", `{"name":"Mug"}`)
	colour := server.Add("attributes", `{"name":"Colour","type":"option_menu"}`)
	for _, name := range []string{"Blue", "Red"} {
		value := server.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":%q}`, colour, name))
		server.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d,"price":0}`, mug, value))
	}

	sets, err := server.Client().ProductAttributeSets.List(context.Background(), salespos.ProductID(mug), nil)
	check(err)
	for _, set := range sets {
		for _, row := range set.Items {
			fmt.Println(set.AttributeName, row.Name)
		}
	}

	// Output:
	// Colour Blue
	// Colour Red
}

// A variant shows its own picture.
func ExampleCombinationPhotoService_Create() {
	pos := printingShop(`{"id":71,"deeplink":"https://shop.example.com/blue.jpg"}`)

	photo, err := pos.CombinationPhotos.Create(context.Background(), 901, salespos.CombinationPhotoCreate{
		FileType: "jpg", Source: []byte("picture"),
	})
	check(err)
	fmt.Println(photo.Deeplink)

	// Output:
	// POST /attributecombinations/901/attributecombinationphotos {"file_type":"jpg","source":"cGljdHVyZQ=="}
	// https://shop.example.com/blue.jpg
}

// A specification: a group with a property that has choices.
func ExamplePropertyService_Create() {
	pos := printingShop(`{"id":6,"name":"Mugs"}`, `{"id":14,"name":"Material"}`, `{"id":51,"name":"Stoneware"}`)
	ctx := context.Background()

	group, err := pos.PropertyGroups.Create(ctx, salespos.PropertyGroupCreate{Name: "Mugs"})
	check(err)
	property, err := pos.Properties.Create(ctx, group.ID, salespos.PropertyCreate{
		Name:           "Material",
		PropertyFields: salespos.PropertyFields{Type: salespos.Set(salespos.PropertyOfOptions)},
	})
	check(err)
	option, err := pos.PropertyOptions.Create(ctx, property.ID, salespos.PropertyOptionCreate{Name: "Stoneware"})
	check(err)
	fmt.Println(option.ID)

	// Output:
	// POST /productpropertygroups {"name":"Mugs"}
	// POST /productpropertygroups/6/productproperties {"name":"Material","type":"Option"}
	// POST /productproperties/14/productpropertyoptions {"name":"Stoneware"}
	// 51
}

// A product gets a group of properties and a value for one of them.
func ExampleProductPropertyValueService_Create() {
	pos := printingShop(
		`{"id":98}`,
		`{"id":99}`,
		`{"href":"…","items":[{"id":98,"values":{"collection":[{"id":99,"product_property_id":14,"value":"51"}]}}]}`,
	)
	ctx := context.Background()

	_, err := pos.ProductPropertyGroups.Create(ctx, salespos.ProductPropertyGroupCreate{ProductID: 501, PropertyGroupID: 6})
	check(err)
	_, err = pos.ProductPropertyValues.Create(ctx, salespos.ProductPropertyValueCreate{
		ProductID: 501, PropertyID: 14, Value: "51",
	})
	check(err)
	groups, err := pos.ProductPropertyGroups.List(ctx, 501)
	check(err)
	for _, value := range groups[0].Values.Collection {
		fmt.Println(value.PropertyID, value.Value)
	}

	// Output:
	// POST /producttopropertygroups {"product_id":501,"product_property_group_id":6}
	// POST /productpropertyvalues {"product_id":501,"product_property_id":14,"value":"51"}
	// GET /products/501/producttopropertygroups
	// 14 51
}

// A category is made below another one, and a product is put into it.
func ExampleCategoryService_Create() {
	server := salespostest.New()
	kitchen := salespos.CategoryID(server.Add("categories", `{"name":"Kitchen"}`))
	mug := salespos.ProductID(server.Add("products", `{"name":"Mug"}`))
	pos := server.Client()
	ctx := context.Background()

	mugs, err := pos.Categories.Create(ctx, salespos.CategoryCreate{
		Name:           "Mugs",
		CategoryFields: salespos.CategoryFields{ParentCategoryID: salespos.SetNullable(kitchen)},
	})
	check(err)
	_, err = pos.ProductCategories.Create(ctx, salespos.ProductCategoryCreate{ProductID: mug, CategoryID: mugs.ID})
	check(err)

	tree, err := pos.Categories.Tree(ctx)
	check(err)
	fmt.Println(tree.Roots[0].Name, "/", tree.Roots[0].Children[0].Name)
	for product, err := range pos.Products.AllByCategory(ctx, mugs.ID, nil) {
		check(err)
		fmt.Println(product.Name)
	}

	// Output:
	// Kitchen / Mugs
	// Mug
}

// Names of brands are unique: when one is taken, it is in the list. Suppliers
// and conditions work alike.
func ExampleBrandService_Create() {
	pos := printingShop(`{"id":7,"name":"Acme"}`, "", `{"href":"…","items":[{"id":7,"name":"Acme Ltd"}]}`)
	ctx := context.Background()

	brand, err := pos.Brands.Create(ctx, salespos.BrandCreate{Name: "Acme"})
	if errors.Is(err, salespos.ErrConflict) {
		fmt.Println("taken: look for it in the list")
		return
	}
	check(err)
	check(pos.Brands.Update(ctx, brand.ID, salespos.BrandUpdate{Name: "Acme Ltd"}))
	brands, err := pos.Brands.List(ctx)
	check(err)
	fmt.Println(brands[0].Name)

	// Output:
	// POST /brands {"name":"Acme"}
	// PATCH /brands/7 {"name":"Acme Ltd"}
	// GET /brands
	// Acme Ltd
}

// The colour of a product is one of the shop's.
func ExampleColorService_List() {
	pos := printingShop(`{"href":"…","items":[{"id":2,"name":"Blue","type":"color","hex":"#0000ff"}]}`)

	colors, err := pos.Colors.List(context.Background(), &salespos.ColorListOptions{Color: "#0000ff"})
	check(err)
	fmt.Println(colors[0].ID, colors[0].Name)

	// Output:
	// GET /colors?color=%230000ff
	// 2 Blue
}

// Each product needs a shipping package.
func ExamplePackageService_List() {
	server := salespostest.New()
	packages, err := server.Client().Packages.List(context.Background())
	check(err)
	fmt.Println(len(packages) > 0)

	// Output:
	// true
}

// The list of resources shows whether a key pair works, and what it may use.
func ExampleResourceService_List() {
	pos := printingShop(`{"href":"…","items":[{"title":"Products","uri":"/api/rest/v1/products/"}]}`)

	resources, err := pos.Resources.List(context.Background())
	switch {
	case errors.Is(err, salespos.ErrUnauthorized):
		fmt.Println("check the key pair")
	case err != nil:
		check(err)
	default:
		fmt.Println(resources[0].Title)
	}

	// Output:
	// GET /
	// Products
}

// Reviews have no methods of their own. Do calls them all the same, signed and
// within the rates.
func ExampleClient_Do() {
	pos := printingShop(`{"href":"…","items":[{"id":97,"content":"Fine","points":"5"}]}`, "")
	ctx := context.Background()

	answer, err := pos.Do(ctx, salespos.Request{
		Method: "GET",
		Path:   "/products/501/productreviews",
		Query:  url.Values{"approved": {"false"}, "start": {"0"}, "size": {"100"}},
	})
	check(err)
	var reviews salespos.Page[salespos.ProductReview]
	check(answer.Decode(&reviews))
	for _, review := range reviews.Items {
		fmt.Println(review.Content, review.Points)
	}

	_, err = pos.Do(ctx, salespos.Request{
		Method: "PATCH",
		Path:   "/productreviews/97",
		Body:   map[string]bool{"approved": true},
		Safe:   true,
	})
	check(err)

	// Output:
	// GET /products/501/productreviews?approved=false&size=100&start=0
	// Fine 5
	// PATCH /productreviews/97 {"approved":true}
}

// After an unknown outcome look for the record before sending it again; every
// other kind of error says that nothing happened.
func ExampleAPIError() {
	server := salespostest.New()
	server.Inject(salespostest.Fault{Method: "POST", Path: "/products", Do: salespostest.TimeoutAfter})
	pos := server.Client()
	ctx := context.Background()

	_, err := pos.Products.Create(ctx, salespos.ProductCreate{
		Name: "Mug", Price: price("12.50"), PackageID: 1,
		ProductFields: salespos.ProductFields{
			ProductNumber: salespos.Set("MUG"), TaxTariff: salespos.Set(salespos.TaxNormal),
		},
	})
	if errors.Is(err, salespos.ErrUnknownOutcome) {
		page, err := pos.Products.List(ctx, &salespos.ProductListOptions{ProductNumber: "MUG"})
		check(err)
		fmt.Println("found:", len(page.Items))
	}

	_, err = pos.Products.Get(ctx, 999)
	if e, ok := errors.AsType[*salespos.APIError](err); ok {
		fmt.Println(errors.Is(e, salespos.ErrNotFound), e.Op, e.Code, e.Retryable())
	}

	// Output:
	// found: 1
	// true GET /products/{id} 500.24 false
}
