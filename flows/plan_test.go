package flows_test

import (
	"iter"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// readOnly is the state of a house of which every write fails.
func (h *house) readOnly() state.Store { return cutStore(h.store, &cutter{dead: true}) }

// steps collects what a plan says of each record.
func steps(t *testing.T, plan iter.Seq2[pass.Step, error]) map[string]pass.Step {
	t.Helper()
	out := map[string]pass.Step{}
	for step, err := range plan {
		if err != nil {
			t.Fatal(err)
		}
		out[step.SourceID] = step
	}
	return out
}

// note makes an observer that collects what a pass does with each record.
func note(into map[string]pass.Step) func(pass.Event) {
	return func(e pass.Event) {
		if e.Kind == pass.EventStep {
			into[e.Step.SourceID] = *e.Step
		}
	}
}

// plannedFlow is one flow as a plan over a state and as a pass.
type plannedFlow struct {
	name string
	plan func(state.Store) iter.Seq2[pass.Step, error]
	pass func(observe func(pass.Event)) (*pass.Report, error)
}

func (h *house) plannedFlows() []plannedFlow {
	ctx := h.t.Context()
	categories := flows.CategoryConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.store, Key: secret, Direction: flows.SalesPOSToEcwid}
	products, stock, orders := h.productConfig(), h.stockConfig(), h.orderConfig()
	return []plannedFlow{
		{"categories", func(s state.Store) iter.Seq2[pass.Step, error] {
			c := categories
			c.State = s
			return flows.PlanCategories(ctx, c)
		}, func(observe func(pass.Event)) (*pass.Report, error) {
			categories.Pass.OnEvent = observe
			return flows.SyncCategories(ctx, categories)
		}},
		{"products", func(s state.Store) iter.Seq2[pass.Step, error] {
			c := products
			c.State = s
			return flows.PlanProducts(ctx, c)
		}, func(observe func(pass.Event)) (*pass.Report, error) {
			products.Pass.OnEvent = observe
			return flows.SyncProducts(ctx, products)
		}},
		{"stock", func(s state.Store) iter.Seq2[pass.Step, error] {
			c := stock
			c.State = s
			return flows.PlanStock(ctx, c)
		}, func(observe func(pass.Event)) (*pass.Report, error) {
			stock.Pass.OnEvent = observe
			return flows.SyncStock(ctx, stock)
		}},
		{"orders", func(s state.Store) iter.Seq2[pass.Step, error] {
			c := orders
			c.State = s
			return flows.PlanOrders(ctx, c)
		}, func(observe func(pass.Event)) (*pass.Report, error) {
			orders.Pass.OnEvent = observe
			return flows.SyncOrders(ctx, orders)
		}},
	}
}

// planAndPass compares the plan of each flow with the pass that follows it: all of
// it but the ids of what is created.
func (h *house) planAndPass(when string) {
	h.t.Helper()
	for _, flow := range h.plannedFlows() {
		h.quiet()
		planned := steps(h.t, flow.plan(h.readOnly()))
		if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
			h.t.Errorf("%s, %s: the plan wrote something", flow.name, when)
		}
		done := map[string]pass.Step{}
		report, err := flow.pass(note(done))
		h.checked(report, err)
		if len(done) == 0 {
			h.t.Errorf("%s, %s: the pass had nothing to do", flow.name, when)
		}
		if diff := cmp.Diff(done, planned, cmpopts.IgnoreFields(pass.Step{}, "TargetID", "Err", "Trace"), cmpopts.EquateEmpty()); diff != "" {
			h.t.Errorf("%s, %s: pass and plan differ (-pass +plan):\n%s", flow.name, when, diff)
		}
	}
}

func TestPlansWriteNothingAndEqualThePass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.articles(5)
		h.variant()
		h.pos.Add("products", `{"id":3001,"productnumber":"","name":"No number","price":1,"is_active":true}`)
		h.shop.Add("products", `{"sku":"S-2","name":"Already there","price":2}`)
		h.shop.Add("products", `{"id":77,"sku":"TEA","name":"Only here","price":2}`)
		h.shop.PlaceOrder(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"productId":77}]}`)
		for _, more := range []string{"", `,"paymentStatus":"AWAITING_PAYMENT"`, `,"total":99`} {
			h.shop.PlaceOrder(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"name":"Tea","sku":"S-2","price":2}]` + more + `}`)
		}
		h.planAndPass("first pass")

		time.Sleep(time.Hour)
		h.shop.Edit("products", h.shopID("S-1"), `{"description":"<p>Edited</p>"}`)
		for _, id := range []int64{1001, 1002, 1003} {
			h.pos.Edit("products", id, `{"price":50,"description":"<p>New</p>","stock":70}`)
		}
		h.pos.Edit("products", 1003, `{"is_active":false}`)
		h.pos.Edit("categories", 703, `{"name":"Sencha superior"}`)
		h.place("S-3", "eve@example.com", "")
		h.planAndPass("second pass")
	})
}
