package ecwid_test

import (
	"context"

	"github.com/tillsync/tillsync/ecwid"
)

const binary = "application/octet-stream"

func combinationMoreCalls() []wireCase {
	async := ecwid.AsyncImage{URL: "https://img.example.com/1.png", Width: 800, Height: 600}
	return []wireCase{
		{
			name: "combinations list, some fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Combinations.List(ctx, 5001, ecwid.ReadOptions{ResponseFields: "id,inStock"})
			},
			method: "GET", target: "/products/5001/combinations?responseFields=id%2CinStock", answer: `[{"id":7001}]`,
			want: []ecwid.Combination{{ID: 7001}},
		},
		{
			name: "combination update, mail about low stock",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Combinations.Update(ctx, 5001, 7001, ecwid.CombinationUpdate{}, ecwid.StockOptions{NotifyLowStock: true})
			},
			method: "PUT", target: "/products/5001/combinations/7001?checkLowStockNotification=true", body: `{}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "combination delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Combinations.Delete(ctx, 5001, 7001)
			},
			method: "DELETE", target: "/products/5001/combinations/7001", answer: `{"deleteCount":1}`,
		},
		{
			name: "combinations delete all",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Combinations.DeleteAll(ctx, 5001)
			},
			method: "DELETE", target: "/products/5001/combinations", answer: `{"deleteCount":6}`, want: 6,
		},
		{
			name: "combination image by body",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Combinations.SetImage(ctx, 5001, 7001, ecwid.Upload{Data: []byte("\x89PNG"), ContentType: "image/png"})
			},
			method: "POST", target: "/products/5001/combinations/7001/image", body: "\x89PNG", contentType: "image/png",
			answer: `{"id":81}`, want: ecwid.ImageID("81"),
		},
		{
			name: "combination image later",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Combinations.SetImageAsync(ctx, 5001, 7001, async)
			},
			method: "POST", target: "/products/5001/combinations/7001/image/async",
			body: `{"url":"https://img.example.com/1.png","width":800,"height":600}`, answer: `{}`,
		},
		{
			name: "combination image delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Combinations.DeleteImage(ctx, 5001, 7001)
			},
			method: "DELETE", target: "/products/5001/combinations/7001/image", answer: `{"deleteCount":1}`,
		},
		{
			name: "stock, mail about low stock",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Stock.AdjustProduct(ctx, 5001, -1, ecwid.StockOptions{NotifyLowStock: true})
			},
			method: "PUT", target: "/products/5001/inventory?checkLowStockNotification=true", body: `{"quantityDelta":-1}`,
			answer: `{"updateCount":1}`, want: &ecwid.StockResult{Count: 1},
		},
		{
			name: "product type delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.ProductTypes.Delete(ctx, 3301)
			},
			method: "DELETE", target: "/classes/3301", answer: `{"deleteCount":1}`,
		},
	}
}

func imageCalls() []wireCase {
	async := ecwid.AsyncImage{
		URL: "https://img.example.com/1.png", Width: 800, Height: 600, ExternalID: ecwid.Set("img-1"),
		Alt: ecwid.Set(ecwid.AltText{Main: "A tin", Translated: ecwid.TextMap{"de": "Eine Dose"}}),
	}
	const asyncBody = `{"url":"https://img.example.com/1.png","width":800,"height":600,"externalId":"img-1","alt":{"main":"A tin","translated":{"de":"Eine Dose"}}}`
	return []wireCase{
		{
			name: "main image by body",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Images.SetMain(ctx, 5001, ecwid.Upload{Data: []byte("JFIF")})
			},
			method: "POST", target: "/products/5001/image", body: "JFIF", contentType: binary, answer: `{"id":0}`, want: ecwid.ImageID("0"),
		},
		{
			name: "main image by address",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Images.SetMain(ctx, 5001, ecwid.Upload{URL: "https://img.example.com/1.png?a=b"})
			},
			method: "POST", target: "/products/5001/image?externalUrl=https%3A%2F%2Fimg.example.com%2F1.png%3Fa%3Db", answer: `{"id":"81"}`,
			want: ecwid.ImageID("81"),
		},
		{
			name: "main image later",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.SetMainAsync(ctx, 5001, async)
			},
			method: "POST", target: "/products/5001/image/async", body: asyncBody, answer: `{"id":81}`,
		},
		{
			name: "main image delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.DeleteMain(ctx, 5001)
			},
			method: "DELETE", target: "/products/5001/image", answer: `{"deleteCount":1}`,
		},
		{
			name: "gallery image by body",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Images.Add(ctx, 5001, ecwid.Upload{Data: []byte("JFIF"), FileName: "tin 1.jpg"})
			},
			method: "POST", target: "/products/5001/gallery?fileName=tin%201.jpg", body: "JFIF", contentType: binary,
			answer: `{"id":82}`, want: ecwid.ImageID("82"),
		},
		{
			name: "gallery image later",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.AddAsync(ctx, 5001, async)
			},
			method: "POST", target: "/products/5001/gallery/async", body: asyncBody, answer: `{}`,
		},
		{
			name: "gallery image delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.Delete(ctx, 5001, "82")
			},
			method: "DELETE", target: "/products/5001/gallery/82", answer: `{"deleteCount":1}`,
		},
		{
			name:   "gallery delete all",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Images.DeleteAll(ctx, 5001) },
			method: "DELETE", target: "/products/5001/gallery", answer: `{"deleteCount":3}`, want: 3,
		},
		{
			name: "media replace",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.Replace(ctx, 5001, ecwid.MediaReplace{
					Main:    &ecwid.MediaSource{ImageURL: "https://img.example.com/1.png"},
					Gallery: []ecwid.MediaSource{{VideoURL: "https://video.example.com/9"}},
				})
			},
			method: "PUT", target: "/products/5001/media",
			body:   `{"mainMedia":{"imageUrl":"https://img.example.com/1.png"},"galleryMedia":[{"videoUrl":"https://video.example.com/9"}]}`,
			answer: `{"updateCount":1}`,
		},
		{
			name: "media, empty gallery",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Images.Replace(ctx, 5001, ecwid.MediaReplace{})
			},
			method: "PUT", target: "/products/5001/media", body: `{"galleryMedia":[]}`, answer: `{}`,
		},
		{
			name: "category image",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Categories.SetImage(ctx, 901, ecwid.Upload{Data: []byte("JFIF")})
			},
			method: "POST", target: "/categories/901/image", body: "JFIF", contentType: binary, answer: `{"id":83}`, want: ecwid.ImageID("83"),
		},
		{
			name: "category image later",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Categories.SetImageAsync(ctx, 901, async)
			},
			method: "POST", target: "/categories/901/image/async", body: asyncBody, answer: `{}`,
		},
		{
			name: "category image delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Categories.DeleteImage(ctx, 901)
			},
			method: "DELETE", target: "/categories/901/image", answer: `{"deleteCount":1}`,
		},
	}
}

func videoCalls() []wireCase {
	const address = "https://video.example.com/9"
	return []wireCase{
		{
			name: "main video",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Videos.SetMain(ctx, 5001, address)
			},
			method: "POST", target: "/products/5001/video", body: `{"url":"https://video.example.com/9"}`,
			answer: `{"id":0}`, want: ecwid.VideoID(0),
		},
		{
			name: "main video delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Videos.DeleteMain(ctx, 5001)
			},
			method: "DELETE", target: "/products/5001/video", answer: `{"deleteCount":1}`,
		},
		{
			name:   "gallery video",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Videos.Add(ctx, 5001, address) },
			method: "POST", target: "/products/5001/gallery/video", body: `{"url":"https://video.example.com/9"}`,
			answer: `{"id":92}`, want: ecwid.VideoID(92),
		},
		{
			name:   "gallery video get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Videos.Get(ctx, 5001, 92) },
			method: "GET", target: "/products/5001/gallery/video/92", answer: `{"id":92,"videoCoverId":93,"url":"https://video.example.com/9"}`,
			want: &ecwid.MediaVideo{ID: 92, CoverID: "93", URL: address},
		},
		{
			name: "gallery video cover",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Videos.SetCover(ctx, 5001, 92, ecwid.Upload{URL: "https://img.example.com/c.png"})
			},
			method: "PUT", target: "/products/5001/gallery/video/92?externalUrl=https%3A%2F%2Fimg.example.com%2Fc.png",
			answer: `{"id":93}`,
		},
		{
			name: "gallery video delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Videos.Delete(ctx, 5001, 92)
			},
			method: "DELETE", target: "/products/5001/gallery/92", answer: `{"deleteCount":1}`,
		},
	}
}

func fileCalls() []wireCase {
	return []wireCase{
		{
			name: "file by body",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Files.Create(ctx, 5001, ecwid.Upload{Data: []byte("%PDF"), FileName: "brew.pdf", ContentType: "application/pdf"}, "How to brew")
			},
			method: "POST", target: "/products/5001/files?fileName=brew.pdf&description=How%20to%20brew", body: "%PDF", contentType: "application/pdf",
			answer: `{"id":61}`, want: ecwid.FileID(61),
		},
		{
			name: "file by address",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Files.Create(ctx, 5001, ecwid.Upload{URL: "https://example.com/brew.pdf"}, "")
			},
			method: "POST", target: "/products/5001/files?externalUrl=https%3A%2F%2Fexample.com%2Fbrew.pdf",
			answer: `{"id":61}`, want: ecwid.FileID(61),
		},
		{
			name:   "file download",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Files.Download(ctx, 5001, 61) },
			method: "GET", target: "/products/5001/files/61", answer: "%PDF\x00", want: []byte("%PDF\x00"),
		},
		{
			name: "file update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Files.Update(ctx, 5001, 61, ecwid.FileUpdate{Description: ecwid.Set("")})
			},
			method: "PUT", target: "/products/5001/files/61", body: `{"description":""}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "file delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Files.Delete(ctx, 5001, 61)
			},
			method: "DELETE", target: "/products/5001/files/61", answer: `{"deleteCount":1}`,
		},
		{
			name:   "files delete all",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Files.DeleteAll(ctx, 5001) },
			method: "DELETE", target: "/products/5001/files", answer: `{"deleteCount":2}`, want: 2,
		},
	}
}
