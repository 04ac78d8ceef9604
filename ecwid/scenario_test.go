package ecwid_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// TestLiveScenarios tries the scenarios of the live tests on the sandbox, so
// that they are known to pass where the API is as it is described.
func TestLiveScenarios(t *testing.T) {
	t.Parallel()
	store := ecwidtest.New()
	readEverything(t, store.Client())
	if err := writeAndCleanUp(t.Context(), store.Client()); err != nil {
		t.Error(err)
	}
	wantClean(t, store)
	for _, path := range []string{"/products/", "/customers/", "/storage/"} {
		if store.Count(http.MethodDelete, path) != 1 {
			t.Errorf("nothing was made below %s", path)
		}
	}
}

// TestLiveScenarioThatFails: it cleans up as well, also after a create whose
// answer was lost.
func TestLiveScenarioThatFails(t *testing.T) {
	t.Parallel()
	for _, fault := range []ecwidtest.Fault{
		{Method: http.MethodPut, Path: "/products*", Do: ecwidtest.Status, Status: http.StatusForbidden},
		{Method: http.MethodPost, Path: "/products", Do: ecwidtest.TimeoutAfter},
		{Method: http.MethodPut, Path: "/customers*", Do: ecwidtest.Status, Status: http.StatusBadRequest},
		{Method: http.MethodPost, Path: "/customers", Do: ecwidtest.TimeoutAfter},
		{Method: http.MethodGet, Path: "/storage*", Do: ecwidtest.Status, Status: http.StatusBadRequest},
	} {
		store := ecwidtest.New()
		store.Inject(fault)
		if err := writeAndCleanUp(t.Context(), store.Client()); err == nil {
			t.Errorf("%s %s: the failure is not reported", fault.Method, fault.Path)
		}
		wantClean(t, store)
	}
}

// wantClean looks for what a scenario left behind.
func wantClean(t *testing.T, store *ecwidtest.Server) {
	t.Helper()
	entries := ok(store.Client().Storage.List(t.Context()))(t)
	if n := len(store.Docs("products")) + len(store.Docs("customers")) + len(entries); n != 0 {
		t.Errorf("%d records are left", n)
	}
}

// readEverything reads the first page of what the token may see.
func readEverything(t *testing.T, shop *ecwid.Client) {
	t.Helper()
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

// writeAndCleanUp makes records that no buyer sees, changes them and removes
// them, whatever happens in between. It makes no order: the merchant would get a
// mail. What the token may not make is left out.
func writeAndCleanUp(ctx context.Context, shop *ecwid.Client) error {
	return errors.Join(writeProduct(ctx, shop), writeCustomer(ctx, shop), writeStorage(ctx, shop))
}

func writeProduct(ctx context.Context, shop *ecwid.Client) (err error) {
	price, sku := ecwid.NewAmount(decimal.New(995, -2)), "tillsync-"+rand.Text()
	create := ecwid.ProductCreate{}
	create.Name, create.SKU = ecwid.Set("tillsync live test"), ecwid.Set(sku)
	create.Enabled, create.Price = ecwid.Set(false), ecwid.Set(ecwid.NewAmount(decimal.New(1250, -2)))
	create.Unlimited, create.Quantity = ecwid.Set(false), ecwid.Set(3)
	product, err := shop.Products.Create(ctx, create, nil)
	switch {
	case errors.Is(err, ecwid.ErrForbidden):
		return nil
	case errors.Is(err, ecwid.ErrUnknownOutcome):
		err = fmt.Errorf("a product %s may have been made, look for it: %w", sku, err)
		cleanUp(ctx, &err, func(ctx context.Context) error { return removeBySKU(ctx, shop, sku) })
		return err
	case err != nil:
		return err
	}
	defer cleanUp(ctx, &err, func(ctx context.Context) error { return shop.Products.Delete(ctx, product.ID) })
	update := ecwid.ProductUpdate{}
	update.Price = ecwid.Set(price)
	if _, err := shop.Products.Update(ctx, product.ID, update, nil); err != nil {
		return err
	}
	if _, err := shop.Stock.AdjustProduct(ctx, product.ID, -1); err != nil {
		return err
	}
	got, err := shop.Products.Get(ctx, product.ID)
	if err == nil && (!got.Price.Equal(price.Decimal) || got.Quantity == nil || *got.Quantity != 2) {
		err = fmt.Errorf("got price %s and quantity %v, want 9.95 and 2", got.Price, got.Quantity)
	}
	return err
}

// removeBySKU removes what the search shows of a create whose answer was lost;
// it may show new products only after a while.
func removeBySKU(ctx context.Context, shop *ecwid.Client, sku string) error {
	for product, err := range shop.Products.All(ctx, &ecwid.ProductListOptions{SKU: sku}) {
		if err == nil {
			err = shop.Products.Delete(ctx, product.ID)
		}
		if err != nil {
			return fmt.Errorf("remove the product %s by hand: %w", sku, err)
		}
	}
	return nil
}

func writeCustomer(ctx context.Context, shop *ecwid.Client) (err error) {
	email := "tillsync-" + rand.Text() + "@example.com"
	create := ecwid.CustomerCreate{}
	create.Email = ecwid.Set(email)
	id, err := shop.Customers.Create(ctx, create)
	if errors.Is(err, ecwid.ErrForbidden) {
		return nil
	}
	defer cleanUp(ctx, &err, func(ctx context.Context) error { return removeByEmail(ctx, shop, email) })
	if err != nil {
		return err
	}
	update := ecwid.CustomerUpdate{}
	update.BillingPerson = ecwid.Set(ecwid.PersonWrite{Name: ecwid.Set("Live Test")})
	if _, err := shop.Customers.Update(ctx, id, update); err != nil {
		return err
	}
	got, err := shop.Customers.Get(ctx, id)
	if err == nil && (got.BillingPerson == nil || got.BillingPerson.Name != "Live Test") {
		err = errors.New("the name of the customer was not stored")
	}
	return err
}

// removeByEmail removes the customer with an address, if there is one.
func removeByEmail(ctx context.Context, shop *ecwid.Client, email string) error {
	found := &ecwid.CustomerListOptions{Email: email, UseExactEmailMatch: true}
	for customer, err := range shop.Customers.All(ctx, found) {
		if err == nil {
			err = shop.Customers.Delete(ctx, customer.ID)
		}
		if err != nil {
			return fmt.Errorf("remove the customer %s by hand: %w", email, err)
		}
	}
	return nil
}

func writeStorage(ctx context.Context, shop *ecwid.Client) (err error) {
	const value = `{"x": "ä"}`
	key := "tillsync-" + rand.Text()
	err = shop.Storage.Set(ctx, key, value)
	if errors.Is(err, ecwid.ErrForbidden) {
		return nil
	}
	defer cleanUp(ctx, &err, func(ctx context.Context) error { return shop.Storage.Delete(ctx, key) })
	if err != nil {
		return err
	}
	got, err := shop.Storage.Get(ctx, key)
	if err == nil && got.Value != value {
		err = fmt.Errorf("got value %q, want %q", got.Value, value)
	}
	return err
}

// cleanUp removes what a scenario made, also after the end of ctx, and adds its
// error to that of the scenario.
func cleanUp(ctx context.Context, failure *error, remove func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer cancel()
	if err := remove(ctx); err != nil {
		*failure = errors.Join(*failure, fmt.Errorf("remove what the test made by hand: %w", err))
	}
}
