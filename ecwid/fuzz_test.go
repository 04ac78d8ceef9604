package ecwid_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// FuzzProductPage: a page is read or refused, with the same outcome when unknown
// fields are looked for.
func FuzzProductPage(f *testing.F) {
	product, err := os.ReadFile("testdata/product.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(`{"total":1,"items":[` + string(product) + `]}`))
	for _, seed := range []string{
		emptyPage, `{"items":null}`, `{"items":[null]}`, `{"total":-1,"items":[{}]}`, `[]`, `{"items":[{"id":"5","combinations":[{"new":[{}]}]}]}`,
		`{"total":1e3,"items":[{"price":"1e-7","updated":"x"}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		list := func(opts ...ecwid.Option) error {
			shop, _ := newShop(t, always(http.StatusOK, string(body)), opts...)
			page, err := shop.Products.List(t.Context(), nil)
			if err == nil && page.Items == nil {
				t.Error("a page without items")
			}
			return err
		}
		plain := list()
		watched := list(ecwid.WithUnknownField(func(document, field string) {
			if document == "" {
				t.Errorf("reported %q without a document", field)
			}
		}))
		if (plain == nil) != (watched == nil) {
			t.Errorf("plain %v, watched %v", plain, watched)
		}
		if plain != nil && !errors.Is(plain, ecwid.ErrBadAnswer) {
			t.Errorf("got %v", plain)
		}
	})
}

// FuzzOrder reads an order in any of its forms: what was read and stored as JSON
// is read again as the same.
func FuzzOrder(f *testing.F) {
	order, err := os.ReadFile("testdata/order.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(order)
	for _, seed := range []string{
		`{}`, `[]`, `null`, `{"id":12,"total":"1.50","ticket":-1}`, `{"items":[{"discounts":[{"discountInfo":[]}],"price":1e-7}]}`,
		`{"createDate":"2026-01-31 11:02:00 +0400","paymentParams":{"a":1.50,"b":null},"externalOrderData":{"platformSpecificFields":"x"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var first, second ecwid.Order
		if json.Unmarshal(body, &first) != nil {
			return
		}
		stored, err := json.Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(stored, &second); err != nil {
			t.Fatalf("%s: %v", stored, err)
		}
		again, err := json.Marshal(second)
		if err != nil || string(stored) != string(again) {
			t.Errorf("%v\nfirst  %s\nsecond %s", err, stored, again)
		}
	})
}
