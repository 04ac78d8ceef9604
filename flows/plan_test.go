package flows_test

import (
	"iter"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

// outcomes collects what a plan says of each record.
func outcomes(t *testing.T, steps iter.Seq2[pass.Step, error]) map[string]pass.Outcome {
	t.Helper()
	out := map[string]pass.Outcome{}
	for step, err := range steps {
		if err != nil {
			t.Fatal(err)
		}
		out[step.SourceID] = step.Outcome
	}
	return out
}

// note makes an observer that collects what a pass does with each record.
func note(into map[string]pass.Outcome) func(pass.Event) {
	return func(e pass.Event) {
		if e.Kind == pass.EventStep {
			into[e.Step.SourceID] = e.Step.Outcome
		}
	}
}

func TestPlansWriteNothingAndEqualThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(5)
		h.variant()
		h.pos.Add("products", `{"id":3001,"productnumber":"","name":"No number","price":1,"is_active":true}`)
		h.shop.Add("products", `{"sku":"S-2","name":"Already there","price":2}`)

		products := h.productConfig()
		planned := outcomes(t, flows.PlanProducts(t.Context(), products))
		if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
			t.Error("the plan of the products wrote something")
		}
		done := map[string]pass.Outcome{}
		products.Pass.OnEvent = note(done)
		if _, err := flows.SyncProducts(t.Context(), products); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(done, planned); diff != "" {
			t.Errorf("products: pass and plan differ (-pass +plan):\n%s", diff)
		}

		h.place("S-1", "ada@example.com", "")
		h.place("S-3", "ada@example.com", `,"paymentStatus":"AWAITING_PAYMENT"`)
		h.quiet()
		orders := h.orderConfig()
		planned = outcomes(t, flows.PlanOrders(t.Context(), orders))
		if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
			t.Error("the plan of the orders wrote something")
		}
		done = map[string]pass.Outcome{}
		orders.Pass.OnEvent = note(done)
		if _, err := flows.SyncOrders(t.Context(), orders); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(done, planned); diff != "" {
			t.Errorf("orders: pass and plan differ (-pass +plan):\n%s", diff)
		}
	})
}
