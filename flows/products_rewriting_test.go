package flows_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// TestShopThatSanitisesAndRoundsIsWrittenOnce: what the shop makes of our values is no
// edit and no difference, whatever the policy.
func TestShopThatSanitisesAndRoundsIsWrittenOnce(t *testing.T) {
	t.Parallel()
	for _, policy := range []mapping.Policy{mapping.Always, mapping.UnlessEdited()} {
		t.Run(string(policy), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.shop = ecwidtest.New(ecwidtest.With(ecwidtest.RoundedPrices), ecwidtest.WithSanitizer(withoutStyle))
				h.pos.Add("products", `{"id":1001,"productnumber":"S-1","name":"Tea","description":"<p style=\"x\">Green</p>","price":9.996,"is_active":true}`)
				config := h.productConfig()
				config.Mapping = rewritten(catalog.Products(), policy)
				config.Pass.Full = true
				for range 3 {
					h.checked(flows.SyncProducts(t.Context(), config))
					time.Sleep(time.Hour)
				}
				if got := h.shop.Writes(); got != 1 {
					t.Errorf("%d writes in three full passes, want 1", got)
				}
				if p := h.bySKU("S-1"); p["description"] != "<p>Green</p>" || p["price"] != 10.0 {
					t.Errorf("the shop has %v for %v, want its own forms", p["description"], p["price"])
				}
				h.quiet()
				h.pos.Edit("products", 1001, `{"price":8.884}`)
				for range 3 {
					h.checked(flows.SyncProducts(t.Context(), config))
					time.Sleep(time.Hour)
				}
				if diff := cmp.Diff(map[string]any{"price": 8.884}, h.shopBody()); diff != "" || h.shop.Writes() != 1 {
					t.Errorf("%d writes after a change at the POS, want one (-want +got):\n%s", h.shop.Writes(), diff)
				}
			})
		})
	}
}

func withoutStyle(html string) string { return strings.ReplaceAll(html, ` style="x"`, "") }

// rewritten gives the fields that the shop rewrites another policy.
func rewritten(d mapping.Definition, policy mapping.Policy) mapping.Definition {
	for _, rule := range d.Rules {
		if rule.Field() == "description" || rule.Field() == "price" {
			d = d.With(rule.Policy(policy))
		}
	}
	return d
}
