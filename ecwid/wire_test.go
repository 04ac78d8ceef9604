package ecwid_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// wireCase is one call with the request it has to make.
type wireCase struct {
	name   string
	call   func(ctx context.Context, shop *ecwid.Client) (any, error)
	method string
	target string // below the store, escaped
	body   string
	answer string
	want   any
	// contentType is that of body; "" is JSON.
	contentType string
	// read is a POST that may be sent twice, like a read.
	read bool
}

const emptyPage = `{"total":0,"count":0,"offset":0,"limit":100,"items":[]}`

func TestWire(t *testing.T) {
	t.Parallel()
	for _, tt := range wireCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, tt.answer))
			got, err := tt.call(t.Context(), shop)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("result (-want +got):\n%s", diff)
			}
			requests := store.seen()
			if len(requests) != 1 {
				t.Fatalf("got %d requests, want 1", len(requests))
			}
			checkRequest(t, requests[0], tt)
		})
	}
}

func wireCases(t *testing.T) []wireCase {
	return slices.Concat(
		productCalls(t), productSearchCalls(t), combinationCalls(t), combinationMoreCalls(), imageCalls(), videoCalls(), fileCalls(),
		brandCalls(), productTypeCalls(), categoryCalls(), categoryMoreCalls(), customerCalls(), orderCalls(t), cartCalls(t), subscriptionCalls(t),
		customerMoreCalls(t), contactCalls(), customerGroupCalls(), customerFieldCalls(), orderMoreCalls(t), orderFieldCalls(),
		invoiceCalls(), orderStatusCalls(), deletedCalls(), profileCalls(), logoCalls(), checkoutFieldCalls(),
		shippingOptionCalls(t), paymentOptionCalls(t), dictionaryCalls(t), storageCalls(), applicationCalls(), allCalls(),
	)
}

// TestWhatIsSentTwice: after a 503 a call is repeated unless a second execution
// would add to the first.
func TestWhatIsSentTwice(t *testing.T) {
	t.Parallel()
	for _, tt := range wireCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shop, store := newShop(t, always(503, ``))
				_, err := tt.call(t.Context(), shop)
				want, class := 4, ecwid.ErrUnavailable
				if tt.method == "POST" && !tt.read || strings.Contains(tt.target, "/inventory") {
					want, class = 1, ecwid.ErrUnknownOutcome
				}
				wantClasses(t, err, class)
				if got := len(store.seen()); got != want {
					t.Errorf("got %d requests, want %d", got, want)
				}
			})
		})
	}
}

func checkRequest(t *testing.T, got request, want wireCase) {
	t.Helper()
	if got.method != want.method || got.target != prefix+want.target {
		t.Errorf("request line\n got %s %s\nwant %s %s", got.method, got.target, want.method, prefix+want.target)
	}
	if got.body != want.body {
		t.Errorf("body\n got %s\nwant %s", got.body, want.body)
	}
	if auth := got.header.Get("Authorization"); auth != "Bearer "+token {
		t.Errorf("Authorization: got %q", auth)
	}
	wantType := want.contentType
	if wantType == "" && want.body != "" {
		wantType = "application/json;charset=utf-8"
	}
	if gotType := got.header.Get("Content-Type"); gotType != wantType {
		t.Errorf("Content-Type: got %q, want %q", gotType, wantType)
	}
}

func productCalls(t *testing.T) []wireCase {
	noon := time.Date(2026, 1, 31, 12, 0, 0, 999, time.FixedZone("CET", 3600))
	return []wireCase{
		{
			name:   "products list, no options",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Products.List(ctx, nil) },
			method: "GET", target: "/products?offset=0&limit=100", answer: emptyPage,
			want: &ecwid.Page[ecwid.Product]{Items: []ecwid.Product{}, Limit: 100},
		},
		{
			name: "products list, all options",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.List(ctx, &ecwid.ProductListOptions{
					ProductIDs: []ecwid.ProductID{5, 7}, SKU: "A+B/C &", ExternalReferenceID: "pos-17", Keyword: "größe*",
					CreatedFrom: noon, CreatedTo: noon, UpdatedFrom: noon, UpdatedTo: noon.Add(time.Second), Enabled: new(false),
					SortBy: ecwid.ByUpdatedTimeAsc, Offset: 200, Limit: 50, ResponseFields: "total,items(id,sku)",
				})
			},
			method: "GET",
			target: "/products?productId=5%2C7&sku=A%2BB%2FC%20%26&externalReferenceId=pos-17&keyword=gr%C3%B6%C3%9Fe%2A" +
				"&createdFrom=1769857200&createdTo=1769857200&updatedFrom=1769857200&updatedTo=1769857201&enabled=false" +
				"&sortBy=UPDATED_TIME_ASC&offset=200&limit=50&responseFields=total%2Citems%28id%2Csku%29",
			answer: emptyPage,
			want:   &ecwid.Page[ecwid.Product]{Items: []ecwid.Product{}, Limit: 100},
		},
		{
			name: "products list, counts only",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Products.List(ctx, &ecwid.ProductListOptions{Limit: 1, ResponseFields: "total"})
			},
			method: "GET", target: "/products?offset=0&limit=1&responseFields=total", answer: `{"total":231}`,
			want: &ecwid.Page[ecwid.Product]{Total: 231},
		},
		{
			name:   "product get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Products.Get(ctx, 5001) },
			method: "GET", target: "/products/5001", answer: `{"id":"5001","price":"19.99"}`,
			want: &ecwid.Product{ID: 5001, Price: amount(t, "19.99")},
		},
		{
			name: "product create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				create := ecwid.ProductCreate{}
				create.Name, create.SKU = ecwid.Set("Tea"), ecwid.Set("TEA")
				create.Price = ecwid.Set(amount(t, "0"))
				create.Combinations = []ecwid.CombinationCreate{{Options: []ecwid.OptionValue{{Name: "Size", Value: "L"}}}}
				return shop.Products.Create(ctx, create, &ecwid.WriteOptions{SaveCombinations: true, ReturnItem: true})
			},
			method: "POST", target: "/products?saveCombinations=true&returnItem=true",
			body:   `{"sku":"TEA","name":"Tea","price":0,"combinations":[{"options":[{"name":"Size","value":"L"}]}]}`,
			answer: `{"id":5001,"item":{"id":5001,"sku":"TEA"}}`,
			want:   &ecwid.ProductResult{ID: 5001, Count: 1, Item: &ecwid.Product{ID: 5001, SKU: "TEA"}},
		},
		{
			name: "product update, cleared fields",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.ProductUpdate{}
				update.Subtitle = ecwid.Set("")
				update.CompareToPrice = ecwid.Set(amount(t, "0"))
				update.CategoryIDs = ecwid.Set([]ecwid.CategoryID{})
				update.GoogleProductCategory = ecwid.Null[int64]()
				return shop.Products.Update(ctx, 5001, update, nil)
			},
			method: "PUT", target: "/products/5001",
			body:   `{"subtitle":"","compareToPrice":0,"categoryIds":[],"googleProductCategory":null}`,
			answer: `{"updateCount":1}`,
			want:   &ecwid.ProductResult{ID: 5001, Count: 1},
		},
		{
			name: "product update, item wanted",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.ProductUpdate{}
				update.Quantity, update.Unlimited = ecwid.Set(0), ecwid.Set(false)
				return shop.Products.Update(ctx, 5001, update, &ecwid.WriteOptions{ReturnItem: true})
			},
			method: "PUT", target: "/products/5001?returnItem=true", body: `{"quantity":0,"unlimited":false}`,
			answer: `{"updateCount":0,"item":{"id":5001}}`,
			want:   &ecwid.ProductResult{ID: 5001, Item: &ecwid.Product{ID: 5001}},
		},
		{
			name: "product delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Products.Delete(ctx, 5001)
			},
			method: "DELETE", target: "/products/5001", answer: `{"deleteCount":0}`,
		},
		{
			name:   "profile get",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Profile.Get(ctx) },
			method: "GET", target: "/profile", answer: `{"generalInfo":{"storeId":1003}}`,
			want: &ecwid.Profile{GeneralInfo: ecwid.GeneralInfo{StoreID: 1003}},
		},
	}
}

func combinationCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name:   "combinations list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Combinations.List(ctx, 5001) },
			method: "GET", target: "/products/5001/combinations", answer: `[{"id":7001}]`,
			want: []ecwid.Combination{{ID: 7001}},
		},
		{
			name: "combination get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Combinations.Get(ctx, 5001, 7001)
			},
			method: "GET", target: "/products/5001/combinations/7001", answer: `{"id":7001}`,
			want: &ecwid.Combination{ID: 7001},
		},
		{
			name: "combination create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				create := ecwid.CombinationCreate{Options: []ecwid.OptionValue{{Name: "Size", Value: "L"}}}
				create.SKU, create.Price = ecwid.Set("TEA-L"), ecwid.Set(amount(t, "7.90"))
				return shop.Combinations.Create(ctx, 5001, create)
			},
			method: "POST", target: "/products/5001/combinations",
			body:   `{"options":[{"name":"Size","value":"L"}],"sku":"TEA-L","price":7.9}`,
			answer: `{"id":7002}`, want: ecwid.CombinationID(7002),
		},
		{
			name: "combination update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.CombinationUpdate{}
				update.SKU = ecwid.Set("")
				update.Attributes = ecwid.Set([]ecwid.AttributeValueWrite{{Alias: ecwid.Set(ecwid.AliasUPC), Value: ecwid.Set("4006381333931")}})
				return shop.Combinations.Update(ctx, 5001, 7001, update)
			},
			method: "PUT", target: "/products/5001/combinations/7001",
			body:   `{"sku":"","attributes":[{"alias":"UPC","value":"4006381333931"}]}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "stock of a product",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Stock.AdjustProduct(ctx, 5001, -3)
			},
			method: "PUT", target: "/products/5001/inventory", body: `{"quantityDelta":-3}`,
			answer: `{"updateCount":1,"warning":"Product has negative stock."}`,
			want:   &ecwid.StockResult{Count: 1, Warning: "Product has negative stock."},
		},
		{
			name: "stock of a variation",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Stock.AdjustCombination(ctx, 5001, 7001, 2)
			},
			method: "PUT", target: "/products/5001/combinations/7001/inventory", body: `{"quantityDelta":2}`,
			answer: `{"updateCount":0}`, want: &ecwid.StockResult{},
		},
	}
}
