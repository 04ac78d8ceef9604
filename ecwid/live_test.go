//go:build live

package ecwid_test

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

// The store of the live tests, from the environment. With liveWrite set to 1
// they also write, and remove what they wrote.
const (
	liveStore = "TILLSYNC_LIVE_ECWID_STORE"
	liveToken = "TILLSYNC_LIVE_ECWID_TOKEN"
	liveWrite = "TILLSYNC_LIVE_ECWID_WRITE"
)

// liveShop logs the names of fields that the client does not know.
func liveShop(t *testing.T) *ecwid.Client {
	t.Helper()
	id, err := strconv.ParseInt(os.Getenv(liveStore), 10, 64)
	if err != nil {
		t.Fatalf("set %s to the id of a store", liveStore)
	}
	shop, err := ecwid.New(id, os.Getenv(liveToken),
		ecwid.WithUnknownField(func(document, field string) { t.Logf("unknown: %s %s", document, field) }))
	if err != nil {
		t.Fatalf("set %s to the secret token of an app: %v", liveToken, err)
	}
	return shop
}

// TestLiveRead reads the first page of what the token may see.
func TestLiveRead(t *testing.T) {
	shop := liveShop(t)
	token, err := shop.Application.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("scopes: %v", token.Permissions)
	for name, read := range map[string]func(context.Context) error{
		"application":     func(ctx context.Context) error { return second(shop.Application.Get(ctx)) },
		"categories":      func(ctx context.Context) error { return second(shop.Categories.List(ctx, nil)) },
		"checkout fields": func(ctx context.Context) error { return second(shop.CheckoutExtraFields.List(ctx)) },
		"countries":       func(ctx context.Context) error { return second(shop.Dictionaries.Countries(ctx, true)) },
		"currency":        func(ctx context.Context) error { return second(shop.Dictionaries.CurrencyOf(ctx, "DE")) },
		"customer fields": func(ctx context.Context) error { return second(shop.CustomerExtraFields.List(ctx)) },
		"customer groups": func(ctx context.Context) error { return second(shop.CustomerGroups.List(ctx, nil)) },
		"customers":       func(ctx context.Context) error { return second(shop.Customers.List(ctx, nil)) },
		"deleted":         func(ctx context.Context) error { return second(shop.Deleted.Orders(ctx, nil)) },
		"latest stats":    func(ctx context.Context) error { return second(shop.Profile.LatestStats(ctx, nil)) },
		"orders":          func(ctx context.Context) error { return second(shop.Orders.List(ctx, nil)) },
		"payment":         func(ctx context.Context) error { return second(shop.PaymentOptions.List(ctx)) },
		"product types":   func(ctx context.Context) error { return second(shop.ProductTypes.List(ctx)) },
		"products":        func(ctx context.Context) error { return second(shop.Products.List(ctx, nil)) },
		"profile":         func(ctx context.Context) error { return second(shop.Profile.Get(ctx)) },
		"shipping":        func(ctx context.Context) error { return second(shop.ShippingOptions.List(ctx)) },
		"statuses":        func(ctx context.Context) error { return second(shop.OrderStatuses.List(ctx)) },
		"storage":         func(ctx context.Context) error { return second(shop.Storage.List(ctx)) },
		"tax classes":     func(ctx context.Context) error { return second(shop.Dictionaries.TaxClasses(ctx, "DE")) },
	} {
		switch err := read(t.Context()); {
		case errors.Is(err, ecwid.ErrForbidden):
			t.Logf("%s: not for this token: %v", name, err)
		case err != nil:
			t.Errorf("%s: %v", name, err)
		}
	}
}

// second is the error of a call whose result does not matter.
func second[T any](_ T, err error) error { return err }

// TestLiveWrite makes records that no buyer sees, changes them and removes them.
// It makes no order: the merchant would get a mail.
func TestLiveWrite(t *testing.T) {
	if os.Getenv(liveWrite) != "1" {
		t.Logf("writes nothing unless %s is 1", liveWrite)
		return
	}
	shop := liveShop(t)
	liveProduct(t, shop)
	liveCustomer(t, shop)
	liveStorage(t, shop)
}

func liveProduct(t *testing.T, shop *ecwid.Client) {
	t.Helper()
	create := ecwid.ProductCreate{}
	create.Name, create.SKU = ecwid.Set("tillsync live test"), ecwid.Set("tillsync-"+rand.Text())
	create.Enabled, create.Price = ecwid.Set(false), ecwid.Set(amount(t, "12.50"))
	create.Unlimited, create.Quantity = ecwid.Set(false), ecwid.Set(3)
	product, err := shop.Products.Create(t.Context(), create, nil)
	if err != nil {
		t.Fatal(err)
	}
	removeAfter(t, "product", func(ctx context.Context) error { return shop.Products.Delete(ctx, product.ID) })
	update := ecwid.ProductUpdate{}
	update.Price = ecwid.Set(amount(t, "9.95"))
	if _, err := shop.Products.Update(t.Context(), product.ID, update, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := shop.Stock.AdjustProduct(t.Context(), product.ID, -1); err != nil {
		t.Fatal(err)
	}
	got, err := shop.Products.Get(t.Context(), product.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Price.Equal(amount(t, "9.95").Decimal) || got.Quantity == nil || *got.Quantity != 2 {
		t.Errorf("got price %s and quantity %v, want 9.95 and 2", got.Price, got.Quantity)
	}
}

func liveCustomer(t *testing.T, shop *ecwid.Client) {
	t.Helper()
	create := ecwid.CustomerCreate{}
	create.Email = ecwid.Set("tillsync-" + rand.Text() + "@example.com")
	id, err := shop.Customers.Create(t.Context(), create)
	if errors.Is(err, ecwid.ErrForbidden) {
		t.Logf("customers: not for this token: %v", err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	removeAfter(t, "customer", func(ctx context.Context) error { return shop.Customers.Delete(ctx, id) })
	update := ecwid.CustomerUpdate{}
	update.BillingPerson = ecwid.Set(ecwid.PersonWrite{Name: ecwid.Set("Live Test")})
	if _, err := shop.Customers.Update(t.Context(), id, update); err != nil {
		t.Fatal(err)
	}
	got, err := shop.Customers.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got.BillingPerson == nil || got.BillingPerson.Name != "Live Test" {
		t.Errorf("the name was not stored: %+v", got.BillingPerson)
	}
}

func liveStorage(t *testing.T, shop *ecwid.Client) {
	t.Helper()
	const key, value = "tillsync-live-test", `{"x": "ä"}`
	removeAfter(t, "storage", func(ctx context.Context) error { return shop.Storage.Delete(ctx, key) })
	err := shop.Storage.Set(t.Context(), key, value)
	if errors.Is(err, ecwid.ErrForbidden) {
		t.Logf("storage: not for this token: %v", err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	got, err := shop.Storage.Get(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	if got.Value != value {
		t.Errorf("got value %q, want %q", got.Value, value)
	}
}

// removeAfter removes what a test made when it ends, however it ends.
func removeAfter(t *testing.T, what string, remove func(context.Context) error) {
	t.Helper()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), time.Minute)
		defer cancel()
		if err := remove(ctx); err != nil && !errors.Is(err, ecwid.ErrForbidden) {
			t.Errorf("remove the %s of the test by hand: %v", what, err)
		}
	})
}
