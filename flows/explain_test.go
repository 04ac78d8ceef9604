package flows_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// planned is the plan of the products, by their numbers.
func (h *house) planned(c flows.ProductConfig) map[string]pass.Step {
	h.t.Helper()
	c.State = h.readOnly()
	byLabel := map[string]pass.Step{}
	for _, step := range steps(h.t, flows.PlanProducts(h.t.Context(), c)) {
		byLabel[step.Label] = step
	}
	return byLabel
}

// lines asserts that a text has lines, in any order, by their words.
func lines(t *testing.T, text string, want ...string) {
	t.Helper()
	var got []string
	for line := range strings.Lines(text) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}

// explaining is a mapping with a transform, a table and each kind of decision.
func explaining() mapping.Definition {
	return catalog.Products().With(
		mapping.To("name").From("name").Transform(mapping.Trim(), mapping.Upper()).Policy(mapping.UnlessEdited()),
		mapping.To("subtitle").From("mpnnumber").Map(mapping.Table{"Used": mapping.Text("Second hand")}, mapping.UnmappedPass()).Policy(mapping.Always),
	)
}

// TestPlanExplains: the trace of a planned step tells source, transforms, table,
// policy with its case and what is known of the last write; of variants too. Asking
// costs no call.
func TestPlanExplains(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(2)
		h.variant()
		h.pos.Edit("products", 1001, `{"mpnnumber":"used"}`)
		config := h.productConfig()
		config.Mapping = explaining()
		report, err := syncProducts(t, config)
		h.checked(report, err)
		time.Sleep(time.Hour)
		h.shop.Edit("products", h.shopID("S-1"), `{"name":"Edited by the shop"}`)
		h.pos.Edit("products", 1001, `{"name":" tea ","price":7}`)
		h.pos.Edit("products", 5000, `{"price":30}`)

		plan := h.planned(config)
		h.quiet()
		trace := plan["S-1"].Trace
		why, err := trace.Why("name")
		if err != nil || why.Change.Case != "U5" || why.Baseline != mapping.BaselineBothChanged {
			t.Errorf("the name: %+v, %v; want case U5, both changed", why.Change, err)
		}
		lines(t, trace.String(), "transform Trim: text(5) → text(3)", "transform Upper: text(3) → text(3)",
			"map text(4) → text(11) (found in the table)", "from sell_price: number", "baseline both sides changed since the last write",
			"policy UnlessEdited: mapped text(3), target text(18) (Conflict)")
		if text := trace.String(); strings.Contains(text, "TEA") || strings.Contains(text, "Edited by the shop") {
			t.Errorf("the trace shows values:\n%s", text)
		}
		lines(t, trace.Reveal(), `transform Upper: "tea" → "TEA"`)
		if why, err = plan["SHIRT"].Trace.Why("variant SHIRT-L: price"); err != nil || !why.Change.Writes() || why.Change.Field != "variant SHIRT-L: price" {
			t.Errorf("the price of a variant: %+v, %v", why.Change, err)
		}
		if _, err = trace.Why("pric"); err == nil || !strings.Contains(err.Error(), `"price"`) {
			t.Errorf("an unknown field: %v, want the one that was meant", err)
		}
		if calls := len(h.pos.Requests()) + len(h.shop.Requests()); calls != 0 {
			t.Errorf("explaining cost %d calls", calls)
		}
	})
}

// TestTracesAgreeWithTheStep: every field of every step is explained by the decision
// that stands in the step.
func TestTracesAgreeWithTheStep(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.articles(3)
		h.variant()
		h.shop.PlaceOrder(`{"email":"ada@example.com","pricesIncludeTax":true,"items":[{"name":"Tea","price":2}]}`)
		for _, flow := range h.plannedFlows() {
			for _, step := range steps(t, flow.plan(h.readOnly())) {
				for _, s := range append(step.Children, step) {
					if flow.name != "stock" {
						agrees(t, s)
					}
				}
			}
			report, err := flow.pass(nil)
			h.checked(report, err)
		}
	})
}

func agrees(t *testing.T, step pass.Step) {
	t.Helper()
	if len(step.Fields) > 0 && step.Trace == nil {
		t.Errorf("%s %s has no trace", step.Flow, step.Label)
	}
	for _, f := range step.Fields {
		why, err := step.Trace.Why(f.Field)
		if err != nil || why.Change.Decision != f.Decision || why.Change.Case != f.Case {
			t.Errorf("%s %s, %s: explained as %s %s (%v), planned as %s %s", step.Flow, step.Label, f.Field, why.Change.Decision, why.Change.Case, err, f.Decision, f.Case)
		}
	}
}

// TestNothingToExplain: a settled record was not mapped, unless the plan is full.
func TestNothingToExplain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(2)
		h.products()
		config := h.productConfig()
		config.Pass.Only = []string{"1001"}
		trace := h.planned(config)["S-1"].Trace
		if _, err := trace.Why("price"); !errors.Is(err, pass.ErrNotMapped) || trace.String() != "the record was not mapped\n" {
			t.Errorf("a settled record: %v, %q", err, trace)
		}
		config.Pass.Full = true
		plan := h.planned(config)
		if why, err := plan["S-1"].Trace.Why("price"); err != nil || why.Change.Decision != mapping.DecisionSame || len(plan) != 1 {
			t.Errorf("a full plan of it: %v, %v, %d steps", why.Change, err, len(plan))
		}
	})
}

// TestImpactOfAMapping: before a mapping is rolled out, Impact names what it would
// change, and the full pass then writes just that.
func TestImpactOfAMapping(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.variant()
		h.products()
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1001, `{"description":"<p>New</p>"}`)
		before, after := h.productConfig(), h.productConfig()
		after.Mapping = catalog.Products().With(
			mapping.To("name").From("name").Transform(mapping.Upper()).Policy(mapping.Always),
			mapping.To("description").From("description").Policy(mapping.CreateOnly),
		)
		after.Variants = catalog.Variants().With(mapping.To("price").Force(mapping.Int(9)))
		before.State, after.State = h.readOnly(), h.readOnly()
		h.quiet()
		got := map[string]mapping.Effect{}
		for d, err := range flows.ImpactProducts(t.Context(), before, after) {
			if err != nil {
				t.Fatal(err)
			}
			got[d.ID+" "+d.Field] = d.Effect
		}
		want := map[string]mapping.Effect{
			"1001 name": mapping.EffectWritten, "1002 name": mapping.EffectWritten, "1003 name": mapping.EffectWritten, "5000 name": mapping.EffectWritten,
			"1001 description": mapping.EffectLeft, "5000 variant SHIRT-S: price": mapping.EffectWritten, "5000 variant SHIRT-L: price": mapping.EffectWritten,
		}
		if !maps.Equal(got, want) {
			t.Errorf("the impact is %v, want %v", got, want)
		}
		if h.shop.Writes()+h.pos.Writes() != 0 {
			t.Error("the impact wrote something")
		}
		after.State, after.Pass.Full = h.store, true
		report, err := syncProducts(t, after)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Updated: 4})
		if p := h.bySKU("S-1"); p["name"] != "ARTICLE 1" || p["description"] != "<p>Text 1</p>" {
			t.Errorf("S-1 is %v, %v; want the new name and the old text", p["name"], p["description"])
		}
	})
}

// TestImpactNamesWhatFails: a record that the new mapping cannot map shows nothing
// but the fields to blame.
func TestImpactNamesWhatFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(2)
		h.products()
		time.Sleep(time.Hour)
		h.pos.Edit("products", 1001, `{"price":5}`)
		h.products()
		time.Sleep(time.Hour) // only a full pass reads the other one again
		after := h.productConfig()
		after.Mapping = catalog.Products().With(
			mapping.To("name").From("name").Map(mapping.Table{"Article 1": mapping.Text("One")}, mapping.UnmappedFail()).Policy(mapping.Always))
		var got []string
		for d, err := range flows.ImpactProducts(t.Context(), h.productConfig(), after) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d.ID+" "+d.Field+" "+string(d.Effect)+string(d.Before.Decision))
			if failed := d.ID == "1002"; failed != (d.Err != nil) {
				t.Errorf("%s: error %v", d.ID, d.Err)
			}
		}
		slices.Sort(got)
		if want := []string{"1001 name writtensame", "1002 name fails"}; !slices.Equal(got, want) {
			t.Errorf("the impact is %v, want %v", got, want)
		}
	})
}

// TestImpactReadsWhatTheMappingBeforeNeeds beside the category tree.
func TestImpactReadsWhatTheMappingBeforeNeeds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.categories()
		h.pos.Edit("categories", 702, `{"description_bottom":"Below"}`)
		after := flows.CategoryConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.readOnly(), Key: secret, Direction: flows.SalesPOSToEcwid}
		before := after
		before.Mapping = catalog.Categories().With(mapping.To("description").From("description_bottom").Policy(mapping.Always))
		var got []string
		for d, err := range flows.ImpactCategories(t.Context(), before, after) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d.ID+" "+d.Field+" "+string(d.Effect))
		}
		if !slices.Equal(got, []string{"702 description left alone"}) {
			t.Errorf("the impact is %v, want the description that is left alone", got)
		}
	})
}

func TestImpactOfACategoryMapping(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.tree()
		h.categories()
		before := flows.CategoryConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client(), State: h.readOnly(), Key: secret, Direction: flows.SalesPOSToEcwid}
		after := before
		after.Mapping = catalog.Categories().With(mapping.To("name").From("name").Transform(mapping.Upper()).Policy(mapping.Always))
		h.quiet()
		names := 0
		for d, err := range flows.ImpactCategories(t.Context(), before, after) {
			if err != nil || d.Field != "name" || d.Effect != mapping.EffectWritten {
				t.Errorf("%+v, %v; want names only", d, err)
			}
			names++
		}
		if names != len(h.categoryIDs()) || h.shop.Writes() != 0 {
			t.Errorf("%d names of %d categories, %d writes", names, len(h.categoryIDs()), h.shop.Writes())
		}
	})
}

// specification seeds the specification Material and its value for a product.
func (h *house) specification(product int, material string) {
	h.pos.Add("productpropertygroups", `{"id":61,"name":"Facts"}`)
	h.pos.Add("productproperties", `{"id":62,"group_id":61,"name":"Material","type":"Option"}`)
	h.pos.Add("productpropertyoptions", fmt.Sprintf(`{"id":63,"property_id":62,"name":%q}`, material))
	h.pos.Add("producttopropertygroups", fmt.Sprintf(`{"product_id":%d,"product_property_group_id":61}`, product))
	h.pos.Add("productpropertyvalues", fmt.Sprintf(`{"product_id":%d,"product_property_id":62,"value":"63"}`, product))
}

// TestSpecificationsAreReadForTheMappingThatNeedsThem: a pass reads them for its own
// mapping, an impact for the one before too.
func TestSpecificationsAreReadForTheMappingThatNeedsThem(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(1)
		h.specification(1001, "Stoneware")
		config := h.productConfig()
		config.Mapping = catalog.Products().With(mapping.To("subtitle").From("property[material]").Policy(mapping.Always))
		report, err := syncProducts(t, config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1})
		if p := h.bySKU("S-1"); p["subtitle"] != "Stoneware" {
			t.Errorf("the subtitle is %v, want the specification", p["subtitle"])
		}
		h.shop.Edit("products", h.shopID("S-1"), `{"subtitle":"Clay"}`)
		without := h.productConfig()
		without.Mapping = catalog.Products().With(mapping.To("subtitle").Policy(mapping.Never))
		var got []string
		for d, err := range flows.ImpactProducts(t.Context(), config, without) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d.Field+" "+string(d.Effect))
		}
		if !slices.Equal(got, []string{"subtitle left alone"}) {
			t.Errorf("the impact is %v, want that the subtitle is left alone", got)
		}
	})
}
