package engine_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

// addProduct puts a product into the target and into the index of its keys, as
// the first scan of the keys would.
func (w *world) addProduct(t *testing.T, store state.Store, id, sku string) {
	t.Helper()
	w.products[id] = product{ID: id, SKU: sku, Name: "theirs"}
	m := w.pair(store).Match
	if err := store.Index.Add(t.Context(), "products", m.Entries(id, []string{sku}), "all"); err != nil {
		t.Fatal(err)
	}
}

func TestMatching(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		articles []string          // SKUs of articles 1, 2, …
		products map[string]string // id → SKU
		want     map[string]string // article → outcome and reason, or outcome and target
	}{
		{"linked to the holder", []string{"A"}, map[string]string{"7": "A"}, map[string]string{"1": "updated 7"}},
		{"created without a holder", []string{"A"}, map[string]string{"7": "B"}, map[string]string{"1": "created"}},
		{"zero is a key", []string{"0"}, nil, map[string]string{"1": "created"}},
		{"blank is no key", []string{""}, nil, map[string]string{"1": "parked NoSKU"}},
		{"odd keys are compared exactly", []string{"00+/ '%é🙂", "0+/ '%é🙂"}, map[string]string{"7": "0+/ '%é🙂"},
			map[string]string{"1": "created", "2": "updated 7"}},
		{"two holders", []string{"A"}, map[string]string{"7": "A", "8": "A"}, map[string]string{"1": "parked SKUAmbiguous"}},
		{"two articles", []string{"A", "A"}, nil, map[string]string{"1": "parked SKUAmbiguous", "2": "parked SKUAmbiguous"}},
		{"each case has its own", []string{"85123A", "85123a"}, map[string]string{"7": "85123A", "8": "85123a"},
			map[string]string{"1": "updated 7", "2": "updated 8"}},
		{"one case only at the target", []string{"85123A", "85123a"}, map[string]string{"7": "85123A"},
			map[string]string{"1": "updated 7", "2": "parked CaseDiffers"}},
		{"both cases in an empty target", []string{"85123A", "85123a"}, nil, map[string]string{"1": "created", "2": "created"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, store := newWorld(), memstate.New()
			for i, sku := range tt.articles {
				w.articles = append(w.articles, article{ID: string(rune('1' + i)), SKU: sku, Name: "ours"})
			}
			for id, sku := range tt.products {
				w.addProduct(t, store, id, sku)
			}
			got := map[string]string{}
			p := w.pass(store)
			p.Observe = func(e pass.Event) {
				if e.Kind == pass.EventStep {
					got[e.Step.SourceID] = outcomeText(e.Step)
				}
			}
			mustRun(t, p)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("outcomes (-want +got):\n%s", diff)
			}
		})
	}
}

func outcomeText(s *pass.Step) string {
	text := string(s.Outcome)
	switch s.Outcome {
	case pass.Updated:
		text += " " + s.TargetID
	case pass.Parked:
		text += " " + s.Reason
	default:
	}
	return text
}

func TestIndexedKeyThatChangedSinceIsNoHolder(t *testing.T) {
	t.Parallel()
	w, store := newWorld(article{ID: "1", SKU: "A", Name: "ours"}), memstate.New()
	w.addProduct(t, store, "7", "A")
	w.products["7"] = product{ID: "7", SKU: "renamed since"}

	if report := mustRun(t, w.pass(store)); report.Counts[pass.Created] != 1 {
		t.Errorf("counts = %v, want a create: the index is a hint", report.Counts)
	}
}

func TestHolderLinkedToAnotherArticleIsNotTaken(t *testing.T) {
	t.Parallel()
	w, store := newWorld(article{ID: "1", SKU: "A", Name: "x"}), memstate.New()
	mustRun(t, w.pass(store))
	w.addProduct(t, store, "101", "A") // the index now knows what was created
	w.articles[0].SKU = "A2"           // the till renumbers the first article …
	w.articles = append(w.articles, article{ID: "2", SKU: "A", Name: "y"})

	report := mustRun(t, w.pass(store))
	if report.Reasons["parked:SKUTaken"] != 1 {
		t.Errorf("reasons = %v, want the newcomer parked", report.Reasons)
	}
}

func TestRefusedCreateLeadsToTheHolder(t *testing.T) {
	t.Parallel()
	w, store := newWorld(article{ID: "1", SKU: "A", Name: "ours"}), memstate.New()
	w.unique = true
	w.products["7"] = product{ID: "7", SKU: "A", Name: "theirs"} // not in the index

	report := mustRun(t, w.pass(store))
	if report.Counts[pass.Updated] != 1 || w.products["7"].Name != "ours" || len(w.products) != 1 {
		t.Errorf("counts = %v, products = %v; want the holder linked and updated", report.Counts, w.products)
	}
}

func TestFailedSearchAfterARefusalCreatesNothing(t *testing.T) {
	t.Parallel()
	w, store := newWorld(article{ID: "1", SKU: "A", Name: "ours"}), memstate.New()
	w.unique = true
	w.products["7"] = product{ID: "7", SKU: "A"}
	w.fault = func(_ int, call string) (error, error) {
		if call == "search" {
			return errUnavailable, nil
		}
		return nil, nil
	}
	report := mustRun(t, w.pass(store))
	if report.Counts[pass.Failed] != 1 || len(w.products) != 1 {
		t.Errorf("counts = %v with %d products, want one failed record and no create", report.Counts, len(w.products))
	}
	w.fault = nil
	if report = mustRun(t, w.pass(store)); report.Counts[pass.Updated] != 1 {
		t.Errorf("next pass = %v, want it linked", report.Counts)
	}
}

func TestTargetThatAllowsRepeatedKeysIsSearchedBeforeACreate(t *testing.T) {
	t.Parallel()
	w, store := newWorld(article{ID: "1", SKU: "A", Name: "ours"}), memstate.New()
	w.products["7"] = product{ID: "7", SKU: "A", Name: "theirs"}
	p := w.pass(store)
	p.Pair.Match.Refuses = refusesNothing

	mustRun(t, p)
	if len(w.products) != 1 || strings.Contains(strings.Join(w.calls, " "), "create") {
		t.Errorf("%d products after %v, want the holder linked", len(w.products), w.calls)
	}
}

// TestMissingKeyIsNoDuplicate: the two are put right in different places.
func TestMissingKeyIsNoDuplicate(t *testing.T) {
	t.Parallel()
	for sku, want := range map[string]pass.Class{"": pass.ClassValidation, "A": pass.ClassDuplicate} {
		w, store := newWorld(article{ID: "1", SKU: sku, Name: "ours"}), memstate.New()
		w.addProduct(t, store, "7", "A")
		w.addProduct(t, store, "8", "A")
		report := mustRun(t, w.pass(store))
		if fault, ok := errors.AsType[*pass.Error](report.Problems[0].Err); !ok || fault.Class != want || fault.Remedy == "" {
			t.Errorf("SKU %q: %v, want class %s and a remedy", sku, report.Problems[0].Err, want)
		}
	}
}
