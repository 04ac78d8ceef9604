package flows_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// houseFunctions are a caller's own functions; they refuse one article and panic at
// another.
func houseFunctions() mapping.Functions {
	return mapping.Functions{
		"margin": {Takes: mapping.KindNumber, Result: mapping.KindNumber, Func: func(args ...mapping.Value) (mapping.Value, error) {
			price, _ := args[0].AsNumber()
			if price.Equal(decimal.RequireFromString("2.5")) {
				return mapping.Value{}, errors.New("no margin is known for this price")
			}
			factor, _ := args[1].AsNumber()
			return mapping.Number(price.Mul(factor)), nil
		}},
		"headline": {Result: mapping.KindText, Func: func(args ...mapping.Value) (mapping.Value, error) {
			if name, _ := args[0].AsText(); name == "Article 3" {
				panic("headline: index out of range")
			}
			return mapping.Text(fmt.Sprint(args[0].Reveal(), " for ", args[1].Reveal())), nil
		}},
	}
}

// TestOwnFunctions: a caller's functions are steps of a flow's mapping. An error or
// panic in one parks its record, naming rule and step; the others go on, and the
// record is taken up when it has changed. Its plan explains the step.
func TestOwnFunctions(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(4)
		own := houseFunctions()
		margin, err1 := own.Transform("margin", mapping.Int(2))
		headline, err2 := own.Call("headline", "name", "price")
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		config := h.productConfig()
		config.Mapping = catalog.Products().With(
			mapping.To("price").From("sell_price").Transform(margin).Policy(mapping.Always),
			mapping.To("subtitle").If(mapping.Otherwise(), headline).Policy(mapping.Always),
		)
		plan := h.planned(config)
		report, err := syncProducts(t, config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 2, pass.Parked: 2})
		want := map[string]string{
			"S-2": `field "price": transform margin(2): no margin is known for this price`,
			"S-3": `field "subtitle": if If(Otherwise(),Call("headline",["name" "price"])): panic`,
		}
		for _, p := range report.Problems {
			if p.Reason != "MappingFailed" || want[p.Label] == "" || !strings.Contains(p.Message, want[p.Label]) {
				t.Errorf("%s: %s: %s; want %s", p.Label, p.Reason, p.Message, want[p.Label])
			}
			if trace := plan[p.Label].Trace; trace == nil || len(trace.Fields) != 1 || !strings.Contains(trace.String(), "cannot be mapped") {
				t.Errorf("%s is explained as\n%s", p.Label, trace)
			}
		}
		if p := h.bySKU("S-4"); p["price"] != 9.0 || p["subtitle"] != "Article 4 for 4.5" {
			t.Errorf("S-4 has price %v and subtitle %v", p["price"], p["subtitle"])
		}

		time.Sleep(time.Hour)
		h.pos.Edit("products", 1002, `{"price":6}`)
		h.pos.Edit("products", 1003, `{"name":"Third"}`)
		report, err = syncProducts(t, config)
		if h.checked(report, err); report.Counts[pass.Created] != 2 || len(report.Problems) != 0 {
			t.Errorf("after the edits: %v, want both created", report.Counts)
		}
	})
}
