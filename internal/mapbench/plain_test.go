package mapbench

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestConcurrentUse lets goroutines share each plain form and map other articles at the
// same time. The tuned forms would fail.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	articles := testArticles(t)
	plain := slices.DeleteFunc(others(), func(o other) bool { return o.tuned })
	eachOf(t, plain, func(t *testing.T, run mapFunc) {
		var group sync.WaitGroup
		for _, a := range articles {
			group.Go(func() {
				var got mapped
				for range 100 {
					testSameValues(t, run, a, &got)
				}
			})
		}
		group.Wait()
	})
}

// TestUnknownTax expects an error of every contender where the table has no row.
func TestUnknownTax(t *testing.T) {
	t.Parallel()
	a := sampleArticle()
	a.Tax = "none"
	eachMapper(t, func(t *testing.T, run mapFunc) {
		if err := run(a, new(mapped)); err == nil {
			t.Error("no error")
		}
	})
}

// TestErrorNamesField expects the field in the error where each has its own expression.
func TestErrorNamesField(t *testing.T) {
	t.Parallel()
	a := sampleArticle()
	a.Tax = "none"
	eachOf(t, []other{{"expr", withExpr, false}, {"cel", withCEL, false}}, func(t *testing.T, run mapFunc) {
		if err := run(a, new(mapped)); err == nil || !strings.HasPrefix(err.Error(), "taxClass: ") {
			t.Errorf("error %v", err)
		}
	})
}
