package flows_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// TestTakenVariantSKUIsParked: another product of the shop got the number after the
// keys of the shop were read.
func TestTakenVariantSKUIsParked(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(2)
		h.products()
		time.Sleep(time.Hour)
		holder := h.shop.Add("products", `{"id":4711,"sku":"SHIRT-L","name":"Another","price":1}`)
		h.variant()
		report := h.products()
		p := h.problem(report)
		if p.Outcome != pass.Parked || p.Reason != "SKUTaken" || p.Label != "SHIRT" ||
			!strings.Contains(p.Message, "SHIRT-L") || !strings.Contains(p.Message, "4711") {
			t.Errorf("%s %s %s: %s; want SHIRT parked with the variant and product %d named", p.Label, p.Outcome, p.Reason, p.Message, holder)
		}
		h.shop.Edit("products", holder, `{"sku":"OTHER"}`)
		time.Sleep(2 * time.Hour)
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1})
	})
}

// TestTwoArticlesOfOneShopProduct: the shop has as variations of one product what
// the POS has as two articles.
func TestTwoArticlesOfOneShopProduct(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(4)
		h.shop.Add("products", `{"sku":"S-1","name":"Theirs","price":9,"options":[{"type":"SELECT","name":"Size","choices":[{"text":"L"}]}],
			"combinations":[{"sku":"S-2","price":9,"options":[{"name":"Size","value":"L"}]}]}`)
		report := h.products()
		h.wants(report, map[pass.Outcome]int{pass.Created: 2, pass.Updated: 1, pass.Parked: 1})
		if p := h.problem(report); p.Label != "S-2" {
			t.Errorf("%s is parked (%s: %s), want S-2", p.Label, p.Reason, p.Message)
		}
		if name := h.bySKU("S-1")["name"]; name == "Article 2" {
			t.Error("S-2 was written to the product of S-1")
		}
		time.Sleep(2 * time.Hour)
		h.wants(h.products(), map[pass.Outcome]int{pass.Parked: 1, pass.Unchanged: 3})
	})
}

// answering answers every request alike.
type answering struct {
	status int
	body   string
}

func (a answering) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: a.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"text/html"}}, Body: io.NopCloser(strings.NewReader(a.body))}, nil
}

func TestWrongAddressStopsThePass(t *testing.T) {
	t.Parallel()
	for _, status := range []int{404, 200} {
		t.Run(http.StatusText(status), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(6)
				elsewhere := answering{status, "<html>Hello</html>"}
				pos, shop := h.pos.Client(salespos.WithTransport(elsewhere)), h.shop.Client(ecwid.WithTransport(elsewhere))
				runs := map[string]func() (*pass.Report, error){
					"products, POS": func() (*pass.Report, error) {
						c := h.productConfig()
						c.SalesPOS = pos
						return syncProducts(t, c)
					},
					"products, shop": func() (*pass.Report, error) {
						c := h.productConfig()
						c.Ecwid = shop
						return syncProducts(t, c)
					},
					"orders, shop": func() (*pass.Report, error) {
						c := h.orderConfig()
						c.Ecwid = shop
						return flows.SyncOrders(t.Context(), c)
					},
				}
				for name, run := range runs {
					report, err := run()
					if err == nil || report.State != pass.Stopped || report.Counts[pass.Parked] != 0 || !strings.Contains(err.Error(), "address") {
						t.Errorf("%s: %v(%v) %v, %v; want a stopped pass that names the address", name, report.State, report.Cause, report.Counts, err)
					}
				}
				h.wants(h.products(), map[pass.Outcome]int{pass.Created: 6})
			})
		})
	}
}

// TestOnlyACategoryWhoseParentIsMissing: it has no place in the shop yet.
func TestOnlyACategoryWhoseParentIsMissing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		report, err := flows.SyncCategories(t.Context(), flows.CategoryConfig{
			SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret, Direction: flows.SalesPOSToEcwid,
			Pass: flows.PassOptions{Only: []string{"703"}},
		})
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Parked: 1})
		if p := h.problem(report); p.Reason != "ParentMissing" || len(h.shop.Docs("categories")) != 0 {
			t.Errorf("%s with %d categories, want ParentMissing and none", p.Reason, len(h.shop.Docs("categories")))
		}
		h.categories()
		time.Sleep(2 * time.Hour)
		h.categories()
		c := h.categoryIDs()
		if len(c) != 4 || c["Sencha"]["parentId"] != c["Green"]["id"] {
			t.Errorf("categories = %v, want the tree", c)
		}
	})
}
