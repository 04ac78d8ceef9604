package flows_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// lossy is a network on which three calls in ten go wrong.
type lossy struct {
	http.RoundTripper
	mu     *sync.Mutex
	random *rand.Rand
}

var errLost = errors.New("connection reset by peer")

func (l lossy) RoundTrip(r *http.Request) (*http.Response, error) {
	l.mu.Lock()
	kind := l.random.IntN(20)
	l.mu.Unlock()
	switch kind {
	case 0, 1: // the request is lost
		return nil, errLost
	case 2, 3: // the answer is lost
		answer, err := l.RoundTripper.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		return nil, errors.Join(errLost, answer.Body.Close())
	case 4:
		return answering{http.StatusServiceUnavailable, ""}.RoundTrip(r)
	case 5: // done, and answered as if it were not
		answer, err := l.RoundTripper.RoundTrip(r)
		if err != nil {
			return nil, err
		}
		if err := answer.Body.Close(); err != nil {
			return nil, err
		}
		return answering{http.StatusBadGateway, "<html>"}.RoundTrip(r)
	default:
		return l.RoundTripper.RoundTrip(r)
	}
}

// onLossyNetwork runs one pass of products and of orders between the systems.
func (h *house) onLossyNetwork(l lossy) {
	pos, shop := l, l
	pos.RoundTripper, shop.RoundTripper = h.pos.Transport(), h.shop.Transport()
	products, orders := h.productConfig(), h.orderConfig()
	products.SalesPOS, products.Ecwid = h.pos.Client(salespos.WithTransport(pos)), h.shop.Client(ecwid.WithTransport(shop))
	orders.SalesPOS, orders.Ecwid = products.SalesPOS, products.Ecwid
	report, err := syncProducts(h.t, products)
	h.endsHonestly(report, err)
	report, err = flows.SyncOrders(h.t.Context(), orders)
	h.endsHonestly(report, err)
}

func (h *house) endsHonestly(report *pass.Report, err error) {
	h.t.Helper()
	if (err != nil) != (report.State == pass.Stopped) {
		h.t.Errorf("%s: %v(%v), %v; want an error of a stopped pass only", report.Flow, report.State, report.Cause, err)
	}
}

func TestNothingIsLostOrDoubledOnALossyNetwork(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(10)
				h.products()
				for i := range 6 {
					h.place("S-10", fmt.Sprintf("buyer%d@example.com", i%3), "")
				}
				for id := int64(2001); id <= 2008; id++ {
					h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":"T-%d","name":"Tea","price":3,"is_active":true}`, id, id))
				}
				l := lossy{mu: &sync.Mutex{}, random: rand.New(rand.NewPCG(seed, 1))}
				for range 6 {
					h.onLossyNetwork(l)
					time.Sleep(20 * time.Minute)
				}
				h.products()
				h.settleOrders()
				h.assertOrders(6, 3, "in the end")
				if n := len(h.shop.Docs("products")); n != 18 {
					t.Errorf("%d products in the shop, want 18", n)
				}
				h.quiet()
				h.products()
				if h.orders(); h.pos.Writes() != 0 || h.shop.Writes() != 0 {
					t.Errorf("%d and %d writes in the last pass, want none", h.pos.Writes(), h.shop.Writes())
				}
			})
		})
	}
}
