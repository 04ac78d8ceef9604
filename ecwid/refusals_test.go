package ecwid_test

import (
	"context"
	"iter"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// TestRefusedBeforeItIsSent: mistakes that the store cannot make sense of, or
// would take for another request.
func TestRefusedBeforeItIsSent(t *testing.T) {
	t.Parallel()
	tests := map[string]func(ctx context.Context, shop *ecwid.Client) error{
		"no customer": func(ctx context.Context, shop *ecwid.Client) error { return shop.Customers.Delete(ctx, 0) },
		"no contact":  func(ctx context.Context, shop *ecwid.Client) error { return shop.CustomerContacts.Delete(ctx, 1, 0) },
		"no customer of a contact": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.CustomerContacts.Delete(ctx, -1, 1)
		},
		"negative group": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.CustomerGroups.Get(ctx, -1)
			return err
		},
		"General cannot go": func(ctx context.Context, shop *ecwid.Client) error { return shop.CustomerGroups.Delete(ctx, 0) },
		"no key":            func(ctx context.Context, shop *ecwid.Client) error { return shop.CustomerExtraFields.Delete(ctx, "") },
		"no order":          func(ctx context.Context, shop *ecwid.Client) error { return shop.Orders.Delete(ctx, "") },
		"no extra field":    func(ctx context.Context, shop *ecwid.Client) error { return shop.OrderExtraFields.Delete(ctx, "1", "") },
		"another resource": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.OrderExtraFields.Delete(ctx, "1", "..")
		},
		"no line": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.OrderFiles.Delete(ctx, "1", 0, "Art", 1)
		},
		"no file": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.OrderFiles.Delete(ctx, "1", 1, "Art", 0)
		},
		"file without a name": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.OrderFiles.Create(ctx, "1", 1, "Art", ecwid.Upload{Data: []byte("x")})
			return err
		},
		"file without content": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.OrderFiles.Create(ctx, "1", 1, "Art", ecwid.Upload{FileName: "x"})
			return err
		},
		"header in a content type": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Images.Add(ctx, 1, ecwid.Upload{Data: []byte("x"), ContentType: "image/png\r\nX-Admin: 1"})
			return err
		},
		"no logo": func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.SetLogo(ctx, "") },
		"no country": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Dictionaries.States(ctx, "")
			return err
		},
		"no app": func(ctx context.Context, shop *ecwid.Client) error { return shop.Application.Uninstall(ctx, "") },
		"field without a key": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.CheckoutExtraFields.Create(ctx, ecwid.CheckoutExtraFieldCreate{})
		},
		"large value": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.Storage.Set(ctx, "k", strings.Repeat("x", ecwid.MaxStorageValue+1))
		},
		"large public value": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.Storage.Set(ctx, ecwid.StoragePublic, strings.Repeat("x", ecwid.MaxStoragePublicValue+1))
		},
		"long key": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.Storage.Set(ctx, strings.Repeat("k", ecwid.MaxStorageKey+1), "")
		},
		"empty list": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Orders.List(ctx, &ecwid.OrderListOptions{ProductIDs: []ecwid.ProductID{}})
			return err
		},
		"page size": func(ctx context.Context, shop *ecwid.Client) error {
			_, err := shop.Customers.List(ctx, &ecwid.CustomerListOptions{Limit: ecwid.MaxPageSize + 1})
			return err
		},
	}
	for name, call := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, `{}`))
			wantClasses(t, call(t.Context(), shop), ecwid.ErrInvalid)
			if got := len(store.seen()); got != 0 {
				t.Errorf("got %d requests, want none", got)
			}
		})
	}
}

// TestLargestStorageValue: the limits themselves are allowed.
func TestLargestStorageValue(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(200, `{"success":true}`))
	key, value := strings.Repeat("ä", ecwid.MaxStorageKey), strings.Repeat("x", ecwid.MaxStorageValue)
	if err := shop.Storage.Set(t.Context(), key, value); err != nil {
		t.Error(err)
	}
}

// TestAnswersThatLackWhatTheyMustHold: a 200 alone is no success.
func TestAnswersThatLackWhatTheyMustHold(t *testing.T) {
	t.Parallel()
	calls := map[string]func(ctx context.Context, shop *ecwid.Client) error{}
	for _, tt := range wireCases(t) {
		calls[tt.name] = func(ctx context.Context, shop *ecwid.Client) error { _, err := tt.call(ctx, shop); return err }
	}
	tests := map[string]string{
		"contacts list": `{}`, "contact get": `{"errorMessage":"x"}`, "contact create": `{}`, "customer group General": `{}`,
		"customer extra fields list": `{}`, "customer extra field create": `{"key":"card"}`, "repeat URL": `{}`, "last order": `{}`,
		"calculate": `{}`, "storage list": `null`, "invoices list": `{"errorCode":"X"}`, "invoice create": `{}`,
		"order statuses list": `{}`, "latest stats": `{"errorMessage":"x"}`, "report": `{"errorMessage":"x"}`, "set /profile/logo": `{}`,
		"shipping option create": `{}`, "payment options list": `{}`, "currency of a country, as an object": `[]`,
		"currency of a country, in a list and as texts": `{}`, "storage get, an object": `{}`, "storage get, in a list": `[{},{}]`,
		"storage set": `{"success":false}`, "storage create": `{}`, "application": `{}`, "token": `{}`,
		"customers list": `{"total":1}`, "customer delete": `{}`,
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, _ := newShop(t, always(200, body))
			err := calls[name](t.Context(), shop)
			if e := apiError(t, err); e.StatusCode != 200 || e.Err == nil {
				t.Errorf("got %v, want a bad answer", err)
			}
		})
	}
}

// TestAnswersThatMayBeEmpty: nothing is known of what comes, but that it is no
// error.
func TestAnswersThatMayBeEmpty(t *testing.T) {
	t.Parallel()
	image := ecwid.AsyncImage{URL: "https://img.example.com/1.png", Width: 800, Height: 600}
	calls := map[string]func(ctx context.Context, shop *ecwid.Client) error{
		"async image": func(ctx context.Context, shop *ecwid.Client) error { return shop.Images.AddAsync(ctx, 5001, image) },
		"media": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.Images.Replace(ctx, 5001, ecwid.MediaReplace{})
		},
		"uninstall": func(ctx context.Context, shop *ecwid.Client) error { return shop.Application.Uninstall(ctx, "my-app") },
		"checkout field": func(ctx context.Context, shop *ecwid.Client) error {
			return shop.CheckoutExtraFields.Create(ctx, ecwid.CheckoutExtraFieldCreate{Key: "k"})
		},
	}
	answers := map[string]bool{``: true, `{}`: true, `{"id":0}`: true, `{"errorMessage":"x"}`: false, `<html>`: false, `null`: false}
	for name, call := range calls {
		for body, fine := range answers {
			t.Run(name+" "+body, func(t *testing.T) {
				t.Parallel()
				shop, _ := newShop(t, always(200, body))
				if err := call(t.Context(), shop); (err == nil) != fine {
					t.Errorf("got %v, want success %t", err, fine)
				}
			})
		}
	}
}

// TestDeletesCanBeRepeated: what is gone already is no error.
func TestDeletesCanBeRepeated(t *testing.T) {
	t.Parallel()
	for _, tt := range wireCases(t) {
		if tt.method != http.MethodDelete || strings.HasPrefix(tt.target, "/application") {
			continue
		}
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, _ := newShop(t, always(404, `{"errorMessage":"Key not found"}`))
			if _, err := tt.call(t.Context(), shop); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestAllReadsEveryPage for the lists of this part of the API.
func TestAllReadsEveryPage(t *testing.T) {
	t.Parallel()
	opts := &ecwid.DeletedListOptions{Limit: 2}
	tests := map[string]func(ctx context.Context, shop *ecwid.Client) ([]int64, error){
		"/customers": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Customers.All(ctx, &ecwid.CustomerListOptions{Limit: 2}), func(c ecwid.Customer) int64 { return int64(c.ID) })
		},
		"/customer_groups": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.CustomerGroups.All(ctx, &ecwid.CustomerGroupListOptions{Limit: 2}), func(g ecwid.CustomerGroup) int64 { return int64(g.ID) })
		},
		"/products/deleted": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Deleted.AllProducts(ctx, opts), deletedID)
		},
		"/orders/deleted": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Deleted.AllOrders(ctx, opts), deletedID)
		},
		"/customers/deleted": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Deleted.AllCustomers(ctx, opts), deletedID)
		},
		"/coupons/deleted": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Deleted.AllCoupons(ctx, opts), deletedID)
		},
		"/reviews/deleted": func(ctx context.Context, shop *ecwid.Client) ([]int64, error) {
			return ids(shop.Deleted.AllReviews(ctx, opts), deletedID)
		},
	}
	for path, read := range tests {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, listOf(t, 3, true))
			got, err := read(t.Context(), shop)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]int64{1, 2, 3}, got); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			for _, r := range store.seen() {
				if !strings.HasPrefix(r.target, prefix+path+"?") {
					t.Errorf("asked %s", r.target)
				}
			}
		})
	}
}

func deletedID(d ecwid.DeletedItem) int64 { return d.ID }

// ids reads all and returns the id of each record.
func ids[T any](all iter.Seq2[T, error], id func(T) int64) ([]int64, error) {
	var got []int64
	for record, err := range all {
		if err != nil {
			return got, err
		}
		got = append(got, id(record))
	}
	return got, nil
}

// TestReceiptsAskForTheirType: the store would answer JSON to a JSON request.
func TestReceiptsAskForTheirType(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, ``))
	if _, err := shop.Invoices.PDF(t.Context(), "1"); err != nil {
		t.Fatal(err)
	}
	if got := store.seen()[0].header.Get("Accept"); got != "application/pdf" {
		t.Errorf("Accept: got %q", got)
	}
}
