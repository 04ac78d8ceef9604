package ecwid_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
)

// An image comes as bytes, or the store fetches it from a public address during
// the call.
func ExampleImagesService_Add() {
	shop := answers{"POST /products/5001/image": `{"id":0}`, "POST /products/5001/gallery": `{"id":82}`}.client()
	ctx := context.Background()
	id, err := shop.Images.SetMain(ctx, 5001, ecwid.Upload{Data: []byte("(bytes of a PNG)"), ContentType: "image/png"})
	fmt.Println(id, err)
	id, err = shop.Images.Add(ctx, 5001, ecwid.Upload{URL: "https://img.example.com/tin.png", FileName: "tin.png"})
	fmt.Println(id, err)
	// Output:
	// POST /products/5001/image (bytes of a PNG)
	// 0 <nil>
	// POST /products/5001/gallery
	// 82 <nil>
}

// An asynchronous image is fetched after the call: right for many images.
func ExampleImagesService_AddAsync() {
	shop := answers{"POST /products/5001/gallery/async": `{}`}.client()
	err := shop.Images.AddAsync(context.Background(), 5001, ecwid.AsyncImage{
		URL: "https://img.example.com/tin.png", Width: 800, Height: 600,
		Alt: ecwid.Set(ecwid.AltText{Main: "A tin"}),
	})
	fmt.Println(err)
	// Output:
	// POST /products/5001/gallery/async {"url":"https://img.example.com/tin.png","width":800,"height":600,"alt":{"main":"A tin"}}
	// <nil>
}

// Images are sorted, and described, with an update that lists all of them.
func ExampleMediaWrite() {
	shop := answers{"PUT /products/5001": `{"updateCount":1}`}.client()
	update := ecwid.ProductUpdate{}
	update.Media = ecwid.Set(ecwid.MediaWrite{Images: []ecwid.MediaImageWrite{
		{ID: "82", OrderBy: ecwid.Set(0), Alt: ecwid.Set(ecwid.AltText{Main: "Leaves"})},
		{ID: "0", OrderBy: ecwid.Set(1)},
	}})
	_, err := shop.Products.Update(context.Background(), 5001, update, nil)
	fmt.Println(err)
	// Output:
	// PUT /products/5001 {"media":{"images":[{"id":"82","orderBy":0,"alt":{"main":"Leaves"}},{"id":"0","orderBy":1}]}}
	// <nil>
}

func ExampleVideosService_Add() {
	shop := answers{
		"POST /products/5001/gallery/video":   `{"id":92}`,
		"PUT /products/5001/gallery/video/92": `{"id":93}`,
	}.client()
	ctx := context.Background()
	video, err := shop.Videos.Add(ctx, 5001, "https://video.example.com/brewing")
	if err != nil {
		fmt.Println(err)
		return
	}
	err = shop.Videos.SetCover(ctx, 5001, video, ecwid.Upload{URL: "https://img.example.com/cover.png"})
	fmt.Println(video, err)
	// Output:
	// POST /products/5001/gallery/video {"url":"https://video.example.com/brewing"}
	// PUT /products/5001/gallery/video/92
	// 92 <nil>
}

func ExampleFilesService_Create() {
	shop := answers{"POST /products/5001/files": `{"id":61}`, "GET /products/5001/files/61": "How to brew"}.client()
	ctx := context.Background()
	id, err := shop.Files.Create(ctx, 5001, ecwid.Upload{Data: []byte("How to brew"), FileName: "brewing.txt"}, "Instructions")
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := shop.Files.Download(ctx, 5001, id)
	fmt.Printf("%s %v\n", data, err)
	// Output:
	// POST /products/5001/files How to brew
	// How to brew <nil>
}

func ExampleCartsService_Place() {
	const id = "6626E60A-A6F9-4CD5-8230-43D5F162E0CD"
	shop := answers{
		"GET /carts":                   `{"total":1,"items":[{"cartId":"` + id + `","total":37.39}]}`,
		"POST /carts/" + id + "/place": `{"id":"XJ12H","orderNumber":516483487,"vendorOrderNumber":"XJ12H"}`,
	}.client()
	ctx := context.Background()
	for cart, err := range shop.Carts.All(ctx, nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		order, err := shop.Carts.Place(ctx, cart.ID)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(order.ID, cart.Total)
	}
	// Output:
	// POST /carts/6626E60A-A6F9-4CD5-8230-43D5F162E0CD/place
	// XJ12H 37.39
}

func ExampleSubscriptionsService_Update() {
	shop := answers{"PUT /subscriptions/66839": `{"updateCount":1}`}.client()
	_, err := shop.Subscriptions.Update(context.Background(), 66839, ecwid.SubscriptionUpdate{
		Status: ecwid.Set(ecwid.SubscriptionCancelled),
	})
	fmt.Println(err)
	// Output:
	// PUT /subscriptions/66839 {"status":"CANCELLED"}
	// <nil>
}
