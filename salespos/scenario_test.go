package salespos_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestLiveScenarios tries the scenarios of the live tests on the sandbox, so
// that they are known to pass where the API is as it is described.
func TestLiveScenarios(t *testing.T) {
	t.Parallel()
	account := salespostest.New()
	readEverything(t, account.Client())
	if err := writeAndCleanUp(t.Context(), account.Client()); err != nil {
		t.Error(err)
	}
	diff(t, 1, account.Count("DELETE", "/products/"))
	diff(t, 0, len(account.Docs("products")))
}

// TestLiveScenarioThatFails: it cleans up as well, also after a create whose
// answer was lost.
func TestLiveScenarioThatFails(t *testing.T) {
	t.Parallel()
	for method, fault := range map[string]salespostest.FaultKind{
		http.MethodPatch: salespostest.Status, http.MethodPost: salespostest.TimeoutAfter,
	} {
		account := salespostest.New()
		account.Inject(salespostest.Fault{Method: method, Path: "/products*", Do: fault, Status: http.StatusForbidden})
		if err := writeAndCleanUp(t.Context(), account.Client()); err == nil {
			t.Errorf("%s: the failure is not reported", method)
		}
		diff(t, 0, len(account.Docs("products")))
	}
}

// readEverything reads the first page of what the key pair may see.
func readEverything(t *testing.T, pos *salespos.Client) {
	t.Helper()
	shops, err := pos.Webshops.List(t.Context())
	if err != nil || len(shops) == 0 {
		t.Fatalf("%d shops, %v", len(shops), err)
	}
	shop := shops[0].ID
	for name, read := range map[string]func(context.Context) error{
		"resources": func(ctx context.Context) error { return second(pos.Resources.List(ctx)) },
		"settings":  func(ctx context.Context) error { return second(pos.Settings.Get(ctx, shop)) },
		"countries": func(ctx context.Context) error { return second(pos.Webshops.GeoZoneCountries(ctx, shop)) },
		"domains":   func(ctx context.Context) error { return second(pos.Webshops.Domains(ctx, shop)) },
		"merchant":  func(ctx context.Context) error { return second(pos.Merchants.GetByWebshop(ctx, shop)) },
		"languages": func(ctx context.Context) error { return second(pos.Languages.List(ctx)) },
		"packages":  func(ctx context.Context) error { return second(pos.Packages.List(ctx)) },
		"methods":   func(ctx context.Context) error { return second(pos.PayMethods.List(ctx)) },
		"tree":      func(ctx context.Context) error { return second(pos.Categories.Tree(ctx)) },
		"orders":    func(ctx context.Context) error { return second(pos.Orders.List(ctx, nil)) },
		"invoices":  func(ctx context.Context) error { return second(pos.Invoices.List(ctx, nil)) },
		"returns":   func(ctx context.Context) error { return second(pos.Returns.List(ctx, nil)) },
		"users":     func(ctx context.Context) error { return second(pos.Users.List(ctx, nil)) },
		"groups":    func(ctx context.Context) error { return second(pos.UserGroups.List(ctx, nil)) },
		"webhooks":  func(ctx context.Context) error { return second(pos.Webhooks.List(ctx, nil)) },
		"coupons":   func(ctx context.Context) error { return second(pos.DiscountCoupons.List(ctx, nil)) },
		"cash-ups":  func(ctx context.Context) error { return second(pos.CashUps.List(ctx)) },
		"products": func(ctx context.Context) error {
			return second(pos.Products.List(ctx, &salespos.ProductListOptions{
				OrderBy: salespos.ProductsByModifiedDesc,
				Expand:  []salespos.ProductExpand{salespos.ExpandAttributeCombinations, salespos.ExpandPhotos},
			}))
		},
	} {
		switch err := read(t.Context()); {
		case errors.Is(err, salespos.ErrUnauthorized), errors.Is(err, salespos.ErrNotFound):
			t.Logf("%s: not for this key pair: %v", name, err)
		case err != nil:
			t.Errorf("%s: %v", name, err)
		}
	}
}

// second is the error of a call whose result does not matter.
func second[T any](_ T, err error) error { return err }

// writeAndCleanUp makes a product that nobody sees, changes it and removes it,
// whatever happens in between.
func writeAndCleanUp(ctx context.Context, pos *salespos.Client) (err error) {
	packages, err := pos.Packages.List(ctx)
	switch {
	case err != nil:
		return err
	case len(packages) == 0:
		return errors.New("there is no package, which new products need")
	}
	number := "tillsync-" + rand.Text()
	product, err := pos.Products.Create(ctx, salespos.ProductCreate{
		Name: "tillsync live test", Price: salespos.NewAmount(decimal.New(1250, -2)), PackageID: packages[0].ID,
		ProductFields: salespos.ProductFields{
			Active: salespos.Set(false), ProductNumber: salespos.Set(number), TaxTariff: salespos.Set(salespos.TaxNormal),
		},
	})
	if errors.Is(err, salespos.ErrUnknownOutcome) {
		return errors.Join(err, removeByNumber(context.WithoutCancel(ctx), pos, number))
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove(context.WithoutCancel(ctx), pos, product.ID)) }()
	price := salespos.NewAmount(decimal.New(995, -2))
	if err := pos.Products.Update(ctx, product.ID, salespos.ProductUpdate{Price: salespos.Set(price)}); err != nil {
		return err
	}
	got, err := pos.Products.Get(ctx, product.ID)
	if err != nil {
		return err
	}
	if got.Price == nil || !got.Price.Equal(price.Decimal) || got.Name != "tillsync live test" {
		return fmt.Errorf("got %q for %v, want the product that was made for %v", got.Name, got.Price, price)
	}
	return nil
}

// remove has a time of its own, so that it works after the end of the scenario.
func remove(ctx context.Context, pos *salespos.Client, id salespos.ProductID) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := pos.Products.Delete(ctx, id); err != nil {
		return fmt.Errorf("remove product %d by hand: %w", id, err)
	}
	return nil
}

// removeByNumber removes what came of a create whose answer was lost.
func removeByNumber(ctx context.Context, pos *salespos.Client, number string) error {
	for product, err := range pos.ProductQueries.All(ctx, salespos.ProductQueryOptions{ProductNumber: number}) {
		if err == nil {
			err = remove(ctx, pos, product.ID)
		}
		if err != nil {
			return fmt.Errorf("look for a product with the number %s: %w", number, err)
		}
	}
	return nil
}
