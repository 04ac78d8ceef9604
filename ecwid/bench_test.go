package ecwid_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// answering is a transport that gives every request the same answer.
type answering []byte

func (a answering) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK,
		Header:     http.Header{"Content-Type": {"application/json;charset=utf-8"}},
		Body:       io.NopCloser(bytes.NewReader(a)),
		Request:    r,
	}, nil
}

// fullPage is a page of 100 products with every field.
func fullPage(b *testing.B) []byte {
	b.Helper()
	product, err := os.ReadFile("testdata/product.json")
	if err != nil {
		b.Fatal(err)
	}
	items := strings.Repeat(string(product)+",", ecwid.MaxPageSize)
	return []byte(`{"total":100,"count":100,"offset":0,"limit":100,"items":[` + strings.TrimSuffix(items, ",") + `]}`)
}

func BenchmarkDecodePage(b *testing.B) {
	data := fullPage(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var page ecwid.Page[ecwid.Product]
		if err := json.Unmarshal(data, &page); err != nil || len(page.Items) != ecwid.MaxPageSize {
			b.Fatalf("%d items, %v", len(page.Items), err)
		}
	}
}

func BenchmarkEncodePage(b *testing.B) {
	data, err := os.ReadFile("testdata/product_create.json")
	if err != nil {
		b.Fatal(err)
	}
	products := make([]ecwid.ProductCreate, ecwid.MaxPageSize)
	for i := range products {
		if err := json.Unmarshal(data, &products[i]); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(data) * len(products)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(products); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkList is a whole call: with and without a look for unknown fields.
func BenchmarkList(b *testing.B) {
	data := fullPage(b)
	options := map[string][]ecwid.Option{
		"plain":          {},
		"unknown fields": {ecwid.WithUnknownField(func(string, string) {})},
	}
	for name, opts := range options {
		b.Run(name, func(b *testing.B) {
			shop, err := ecwid.New(storeID, token, append(opts, ecwid.WithTransport(answering(data)), ecwid.WithRate(1<<30))...)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := shop.Products.List(context.Background(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
