package flows_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
)

// TestChangedMappingIsRolledOutByAFullPass: until then no pass calls itself
// complete; the full pass writes only what differs.
func TestChangedMappingIsRolledOutByAFullPass(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(10)
		if report := h.products(); report.State != pass.Complete || report.MappingChanged {
			t.Fatalf("first pass: %v, mapping changed %v", report.State, report.MappingChanged)
		}
		h.pos.Edit("products", 1002, `{"shortdescription":"short"}`)
		time.Sleep(time.Hour)
		config := h.productConfig()
		config.Mapping = catalog.Products().With(mapping.To("subtitle").From("shortdescription", "eannumber").Transform(mapping.Upper()).Policy(mapping.Always))
		config.Mapping.Version = "2"
		run := func(full bool) *pass.Report {
			time.Sleep(time.Hour)
			h.quiet()
			config.Pass = flows.PassOptions{Full: full}
			report, err := syncProducts(t, config)
			return h.checked(report, err)
		}
		if report := run(false); report.State != pass.Partial || report.Cause != pass.CauseMapping || !report.MappingChanged {
			t.Errorf("delta pass: %v(%v), mapping changed %v", report.State, report.Cause, report.MappingChanged)
		}
		if report := run(false); !strings.HasPrefix(report.MappingBefore, "products SalesPOS → Ecwid 1 (") || !strings.HasPrefix(report.Mapping, "products SalesPOS → Ecwid 2 (") {
			t.Errorf("the mapping changed from %q to %q", report.MappingBefore, report.Mapping)
		}
		if p := h.bySKU("S-2"); p["subtitle"] != "SHORT" {
			t.Errorf("subtitle %v, want what the new mapping makes of the changed product", p["subtitle"])
		}
		if report := run(true); report.State != pass.Complete || !report.MappingChanged || report.Read != 10 || h.shop.Writes() != 0 {
			t.Errorf("full pass: %v, mapping changed %v, read %d, %d writes; nothing else differs", report.State, report.MappingChanged, report.Read, h.shop.Writes())
		}
		if report := run(false); report.State != pass.Complete || report.MappingChanged {
			t.Errorf("afterwards: %v, mapping changed %v", report.State, report.MappingChanged)
		}
	})
}
