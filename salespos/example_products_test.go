package salespos_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// All yields the products of all pages, two for each request here. A range that
// is left early reads no further page.
func ExampleProductService_All() {
	server := salespostest.New()
	for _, name := range []string{"Mug", "Cup", "Bowl"} {
		server.Add("products", fmt.Sprintf(`{"name":%q,"price":12.5,"is_active":true}`, name))
	}
	pos := server.Client()

	products := pos.Products.All(context.Background(), &salespos.ProductListOptions{
		Active: new(true), Size: 2, OrderBy: salespos.ProductsByID,
	})
	for product, err := range products {
		check(err)
		fmt.Println(product.Name, product.Price)
	}
	fmt.Println("requests:", server.Count("GET", "/products"))

	// Output:
	// Mug 12.5
	// Cup 12.5
	// Bowl 12.5
	// requests: 2
}

// List reads one page; its Next says whether there are more.
func ExampleProductService_List() {
	server := salespostest.New()
	server.Add("products", `{"name":"Mug","productnumber":"MUG"}`)
	server.Add("products", `{"name":"Cup","productnumber":"CUP"}`)
	pos := server.Client()

	page, err := pos.Products.List(context.Background(), &salespos.ProductListOptions{ProductNumber: "CUP"})
	check(err)
	for _, product := range page.Items {
		fmt.Println(product.Name)
	}
	fmt.Println("more:", page.Next != "")

	// Output:
	// Cup
	// more: false
}

// An update sends the fields that are set and no other one: zero and "" are
// values.
func ExampleProductService_Update() {
	pos := printingShop("")

	change := salespos.ProductUpdate{
		Discount: salespos.Set(price("0")),
		ProductFields: salespos.ProductFields{
			Memo:    salespos.Set(""),
			ColorID: salespos.Null[salespos.ColorID](),
		},
	}
	if !change.IsZero() {
		check(pos.Products.Update(context.Background(), 501, change))
	}

	// Output:
	// PATCH /products/501 {"discount":0,"color_id":null,"memo":""}
}

// The products of a brand, with the variants of each in the same answer.
func ExampleProductService_AllByBrand() {
	pos := printingShop(`{"href":"…","items":[{"id":501,"name":"Mug","attributecombinations":{"href":"…","collection":[
		{"id":901,"sku_number":"MUG-BLUE","stock":4}]}}]}`)

	products := pos.Products.AllByBrand(context.Background(), 7, &salespos.ProductListOptions{
		Expand: []salespos.ProductExpand{salespos.ExpandAttributeCombinations},
	})
	for product, err := range products {
		check(err)
		fmt.Println(product.Name, product.AttributeCombinations.Expanded)
		for _, variant := range product.AttributeCombinations.Collection {
			fmt.Println(variant.SKUNumber, variant.Stock)
		}
	}

	// Output:
	// GET /brands/7/products?start=0&size=250&expand=attributecombinations
	// Mug true
	// MUG-BLUE 4
}

// A scanner has read the number of a variant.
func ExampleProductQueryService_List() {
	pos := printingShop(`{"href":"…","items":[{"id":501,"name":"Mug","attributecombinations":{"href":"…","collection":[
		{"id":902,"sku_number":"MUG-RED"}]}}]}`)

	page, err := pos.ProductQueries.List(context.Background(), salespos.ProductQueryOptions{SKUNumber: "MUG-RED"})
	check(err)
	for _, product := range page.Items {
		for _, variant := range product.AttributeCombinations.Collection {
			fmt.Println(product.Name, variant.ID)
		}
	}

	// Output:
	// GET /productqueries?start=0&size=250&skunumber=MUG-RED
	// Mug 902
}

// A product gets a photo. The picture is sent as it is, without a data URI.
func ExampleProductPhotoService_Create() {
	pos := printingShop(`{"id":61,"filename":"mug.png","is_mainphoto":true,"deeplink":"https://shop.example.com/mug.png"}`)

	photo, err := pos.ProductPhotos.Create(context.Background(), 501, salespos.ProductPhotoCreate{
		FileType: "png", Source: []byte("picture"), IsMain: salespos.Set(true),
	})
	check(err)
	fmt.Println(photo.ID, photo.Deeplink)

	// Output:
	// POST /products/501/productphotos {"file_type":"png","source":"cGljdHVyZQ==","is_mainphoto":true}
	// 61 https://shop.example.com/mug.png
}

// Labels mark products for one's own key pair only. Replace takes all others
// off.
func ExampleProductLabelService_Replace() {
	pos := printingShop("", `{"href":"…","items":[{"label_id":3}]}`)
	ctx := context.Background()

	check(pos.ProductLabels.Replace(ctx, 501, []salespos.LabelID{3}))
	labels, err := pos.ProductLabels.List(ctx, 501)
	check(err)
	fmt.Println(len(labels), labels[0].LabelID)

	// Output:
	// PUT /products/501/productlabels {"labels":[3]}
	// GET /products/501/productlabels
	// 1 3
}

// A product has another VAT class in Belgium.
func ExampleTaxTariffExceptionService_Create() {
	pos := printingShop(`{"id":93,"product_id":501,"country":"BE","taxtariff":"low A"}`)

	exception, err := pos.TaxTariffExceptions.Create(context.Background(), 501, salespos.TaxTariffExceptionCreate{
		Country: "BE", TaxTariff: salespos.TaxLowA,
	})
	check(err)
	fmt.Println(exception.ID, exception.TaxTariff)

	// Output:
	// POST /products/501/producttaxtariffexceptions {"country":"BE","taxtariff":"low A"}
	// 93 low A
}

// The same article in another colour is a product of its own; each of the two
// shows the other.
func ExampleProductVariationService_Create() {
	pos := printingShop(`{"id":91,"product_variation_id":502,"active":true}`)

	link, err := pos.ProductVariations.Create(context.Background(), 501, salespos.ProductVariationCreate{
		VariationID: 502, Active: true,
	})
	check(err)
	fmt.Println(link.ID)

	// Output:
	// POST /products/501/productvariations {"product_variation_id":502,"active":true}
	// 91
}

// Search words can be added one by one, and only be removed all at once.
func ExampleProductKeywordService_DeleteAll() {
	pos := printingShop("", `{"keyword":"mug"}`)
	ctx := context.Background()

	check(pos.ProductKeywords.DeleteAll(ctx, 501))
	keyword, err := pos.ProductKeywords.Create(ctx, 501, salespos.ProductKeywordCreate{Keyword: "mug"})
	check(err)
	fmt.Println(keyword.Keyword)

	// Output:
	// DELETE /products/501/productkeywords
	// POST /products/501/productkeywords {"keyword":"mug"}
	// mug
}
