package salespos_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// contract calls methods of a client on the sandbox that it talks to.
type contract func(t *testing.T, account *salespostest.Server, pos *salespos.Client)

// TestContract calls every method on the sandbox, as it is by default and as
// loose as the reference lets it be, and looks for the typed endpoints that
// never answered with a success.
func TestContract(t *testing.T) {
	t.Parallel()
	answered := successes{seen: make(map[string]bool)}
	for name, readings := range map[string][]salespostest.Reading{
		"default": {salespostest.PartnerKey},
		"loose": {
			salespostest.PartnerKey, salespostest.TextNumbers, salespostest.MorePaging, salespostest.EmptyLastPage,
			salespostest.HrefOnlyLinks, salespostest.MerchantObject, salespostest.SameValueErrors,
			salespostest.SparseDocuments, salespostest.SDKKeys, salespostest.NewestFirst,
		},
	} {
		t.Run(name, func(t *testing.T) {
			for name, test := range contracts() {
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					account := salespostest.New(salespostest.With(readings...))
					test(t, account, account.Client(salespos.WithUnknownField(func(document, field string) {
						t.Errorf("unknown: %s %s", document, field)
					})))
					answered.add(account.Requests())
				})
			}
		})
	}
	for _, e := range endpoints(t) {
		if e.typed && !answered.seen[e.String()] {
			t.Errorf("%s never answered with a success", e)
		}
	}
}

func contracts() map[string]contract {
	return map[string]contract{
		"brands": contractNames, "products": contractProducts, "parts": contractProductParts, "variants": contractVariants,
		"combinations": contractCombinations, "properties": contractProperties, "categories": contractCategories,
		"orders": contractOrders, "rows": contractOrderRows, "order parts": contractOrderParts, "invoices": contractInvoices,
		"people": contractPeople, "shop": contractShop, "till": contractTill, "webhooks": contractWebhooks, "install": contractInstall,
		"product pages": contractProductPages, "pages": contractPages,
	}
}

// TestEveryMethodHasAContract looks for the methods that no contract calls.
func TestEveryMethodHasAContract(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for _, name := range must(filepath.Glob("contract_*_test.go"))(t) {
		text.Write(must(os.ReadFile(name))(t))
	}
	called := make(map[string]bool)
	for _, call := range regexp.MustCompile(`\bpos\.(\w+\.\w+)\(`).FindAllStringSubmatch(text.String(), -1) {
		called[call[1]] = true
	}
	for method := range serviceMethods() {
		if !called[method] {
			t.Errorf("%s has no contract test", method)
		}
	}
}

// successes are the endpoints that answered with a success.
type successes struct {
	mu   sync.Mutex
	seen map[string]bool
}

func (a *successes) add(requests []salespostest.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	ids := regexp.MustCompile(`/\d+`)
	for _, r := range requests {
		if r.Status/100 == 2 {
			a.seen[r.Method+" "+ids.ReplaceAllString(r.Path, "/{id}")] = true
		}
	}
}

// must is the result of a call that has to succeed.
func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// done checks calls that have to succeed.
func done(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}
