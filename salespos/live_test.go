//go:build live

package salespos_test

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// The account of the live tests, from the environment. With liveWrite set to 1
// they also write, and remove what they wrote.
const (
	liveURL    = "TILLSYNC_LIVE_SALESPOS_URL"
	livePublic = "TILLSYNC_LIVE_SALESPOS_PUBLIC_KEY"
	liveSecret = "TILLSYNC_LIVE_SALESPOS_SECRET"
	liveWrite  = "TILLSYNC_LIVE_SALESPOS_WRITE"
)

// liveClient logs the names of keys that the client does not know.
func liveClient(t *testing.T) *salespos.Client {
	t.Helper()
	client, err := salespos.New(os.Getenv(liveURL), os.Getenv(livePublic), os.Getenv(liveSecret),
		salespos.WithUnknownField(func(document, field string) { t.Logf("unknown: %s %s", document, field) }))
	if err != nil {
		t.Fatalf("set %s, %s and %s: %v", liveURL, livePublic, liveSecret, err)
	}
	return client
}

// TestLiveRead reads the first page of what the key pair may see.
func TestLiveRead(t *testing.T) {
	pos := liveClient(t)
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

// TestLiveWrite makes a product that nobody sees, changes it and removes it.
func TestLiveWrite(t *testing.T) {
	if os.Getenv(liveWrite) != "1" {
		t.Logf("writes nothing unless %s is 1", liveWrite)
		return
	}
	pos := liveClient(t)
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
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), time.Minute)
		defer cancel()
		if err := pos.Products.Delete(ctx, product.ID); err != nil {
			t.Errorf("remove product %d by hand: %v", product.ID, err)
		}
	})
	if err := pos.Products.Update(t.Context(), product.ID, salespos.ProductUpdate{Price: salespos.Set(amount(t, "9.95"))}); err != nil {
		t.Fatal(err)
	}
	got, err := pos.Products.Get(t.Context(), product.ID)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, amount(t, "9.95"), got.Price)
	diff(t, "tillsync live test", got.Name)
}
