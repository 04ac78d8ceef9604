package ecwidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// busy fills a store with something of every kind.
func busy(t *testing.T, s *ecwidtest.Server) {
	t.Helper()
	s.Inject(ecwidtest.Fault{Path: "/nowhere", Do: ecwidtest.Status})
	category := ok(t, s, "POST", "/categories", `{"name":"c"}`).id()
	product := ok(t, s, "POST", "/products", fmt.Sprintf(
		`{"name":"Tea","sku":"T","price":1.50,"quantity":9,"categoryIds":[%d]}`, category)).id()
	ok(t, s, "POST", path("/products/%d/combinations", product), `{"sku":"T1","options":[{"name":"Size","value":"S"}]}`)
	ok(t, s, "POST", path("/products/%d/files?externalUrl=https://a.example/f", product), "")
	ok(t, s, "POST", "/classes", `{"name":"k","attributes":[{"name":"a"}]}`)
	ok(t, s, "POST", "/customer_groups", `{"name":"g"}`)
	ok(t, s, "PUT", "/storage/key", `value`)
	ok(t, s, "POST", "/profile/shippingOptions", `{"title":"Post"}`)
	s.PlaceOrder(fmt.Sprintf(`{"email":"a@example.org","items":[{"productId":%d,"quantity":2}]}`, product))
	gone := s.Add("products", `{}`)
	ok(t, s, "DELETE", path("/products/%d", gone), "")
	s.AuthorizeApp("https://app.example", "read_catalog")
	submit(t, s, "?deduplicationKey=k", `[{"path":"/products","method":"POST","body":{"name":"Late"}}]`)
}

func TestExportImport(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		options := []ecwidtest.Option{
			ecwidtest.WithIndexLag(time.Minute), ecwidtest.WithBatchStep(time.Second),
			ecwidtest.WithWebhooks(ecwidtest.Webhooks{URL: "https://app.example/hook"}),
		}
		from, to := ecwidtest.New(options...), ecwidtest.New(options...)
		busy(t, from)
		export := exported(t, from)
		if err := to.Import([]byte(export)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(export, exported(t, to)); diff != "" {
			t.Fatalf("the copy differs (-want +got):\n%s", diff)
		}
		sleep(t, 2*time.Minute) // the batch ends and the index catches up
		for _, s := range []*ecwidtest.Server{from, to} {
			ok(t, s, "PUT", "/products/10000001", `{"price":3}`)
			s.Edit("orders", 700000001, `{"paymentStatus":"CANCELLED"}`)
			ok(t, s, "POST", "/products", `{"name":"Next"}`)
			get(t, s, "/products?keyword=late").is("1", "total")
		}
		if diff := cmp.Diff(exported(t, from), exported(t, to)); diff != "" {
			t.Errorf("the copy behaves differently (-want +got):\n%s", diff)
		}
		a, b := receive(t, 200), receive(t, 200)
		if diff := cmp.Diff(a.types(from), b.types(to)); diff != "" || len(a.got) == 0 {
			t.Errorf("the copy sends other events (-want +got):\n%s", diff)
		}
	})
}

// TestImportIntoALaggingStore: what another store finds at once, this one does too.
func TestImportIntoALaggingStore(t *testing.T) {
	t.Parallel()
	from, to := ecwidtest.New(), ecwidtest.New(ecwidtest.WithIndexLag(time.Minute))
	from.Add("products", `{"id":5,"sku":"TEA"}`)
	if err := to.Import([]byte(exported(t, from))); err != nil {
		t.Fatal(err)
	}
	wantIDs(t, get(t, to, "/products?sku=TEA"), 5)
	ok(t, to, "POST", "/products", `{"name":"Late"}`)
	wantIDs(t, get(t, to, "/products"), 5)
}

func exported(t *testing.T, s *ecwidtest.Server) string {
	t.Helper()
	export, err := s.Export()
	if err != nil {
		t.Fatal(err)
	}
	return string(export)
}

func TestImportRefuses(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5}`)
	good := exported(t, s)
	for name, export := range map[string]string{
		"no JSON": `{`, "no state": `{"products":[]}`, "an empty state": `{"state":{}}`,
		"no orders": strings.Replace(good, `"orders":{"changed"`, `"other":{"changed"`, 1),
	} {
		if err := s.Import([]byte(export)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if diff := cmp.Diff(good, exported(t, s)); diff != "" {
		t.Errorf("a refused import changed the store (-want +got):\n%s", diff)
	}
}
