package salespos_test

import (
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// TestLiveScenarios tries the scenarios of the live tests on the sandbox, so
// that they are known to pass where the API is as it is described.
func TestLiveScenarios(t *testing.T) {
	t.Parallel()
	account := salespostest.New()
	readEverything(t, account.Client())
	writeAndCleanUp(t, account.Client())
	diff(t, 1, account.Count("DELETE", "/products/"))
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

// writeAndCleanUp makes a product that nobody sees, changes it and removes it.
func writeAndCleanUp(t *testing.T, pos *salespos.Client) {
	t.Helper()
	packages, err := pos.Packages.List(t.Context())
	if err != nil || len(packages) == 0 {
		t.Fatalf("%d packages, %v", len(packages), err)
	}
	product, err := pos.Products.Create(t.Context(), salespos.ProductCreate{
		Name: "tillsync live test", Price: amount(t, "12.50"), PackageID: packages[0].ID,
		ProductFields: salespos.ProductFields{
			Active:        salespos.Set(false),
			ProductNumber: salespos.Set("tillsync-" + rand.Text()),
			TaxTariff:     salespos.Set(salespos.TaxNormal),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), time.Minute)
		defer cancel()
		if err := pos.Products.Delete(ctx, product.ID); err != nil {
			t.Errorf("remove product %d by hand: %v", product.ID, err)
		}
	}()
	if err := pos.Products.Update(t.Context(), product.ID, salespos.ProductUpdate{Price: salespos.Set(amount(t, "9.95"))}); err != nil {
		t.Fatal(err)
	}
	got, err := pos.Products.Get(t.Context(), product.ID)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, new(amount(t, "9.95")), got.Price)
	diff(t, "tillsync live test", got.Name)
}
