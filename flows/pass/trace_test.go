package pass_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
)

func TestTracePrintsEachField(t *testing.T) {
	t.Parallel()
	trace := &pass.Trace{Fields: []string{"name", "price"}, WhyFunc: func(field string) (mapping.Explanation, error) {
		if field == "price" {
			return mapping.Explanation{}, errors.New("no rule")
		}
		return mapping.Explanation{
			Change: mapping.FieldChange{Field: field, Decision: mapping.DecisionWrite, Case: "create", Reason: "it is new"},
			Steps:  []mapping.Step{{Name: "from", Part: "title", After: mapping.Text("Tea")}},
		}, nil
	}}
	for name, c := range map[string]struct{ got, value string }{
		"redacted": {trace.String(), "title: text(3)"},
		"revealed": {trace.Reveal(), `title: "Tea"`},
	} {
		if !strings.HasPrefix(c.got, "name: write, create: it is new\n") || !strings.Contains(c.got, c.value) || !strings.HasSuffix(c.got, "price: no rule\n") {
			t.Errorf("%s:\n%s", name, c.got)
		}
	}
	text, err := json.Marshal(pass.Step{Label: "Tea", Trace: trace})
	if err != nil || strings.Contains(string(text), "Trace") {
		t.Errorf("a step as JSON: %s, %v; want it without the trace", text, err)
	}
}
