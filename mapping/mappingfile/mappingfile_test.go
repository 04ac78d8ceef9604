package mappingfile_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// TestDocumentation reads the file that the package documentation shows.
func TestDocumentation(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var file strings.Builder
	for line := range strings.Lines(string(doc)) {
		if shown, ok := strings.CutPrefix(line, "//\t"); ok {
			file.WriteString(shown)
		}
	}
	def, err := mappingfile.Parse("doc.go", []byte(file.String()), mappingfile.Own{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range def.Rules {
		names = append(names, r.Field())
	}
	if diff := cmp.Diff([]string{"name", "description", "price", "status", "label"}, names); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

// TestConcurrentPlans maps with one expression from many goroutines.
func TestConcurrentPlans(t *testing.T) {
	t.Parallel()
	m, err := mappingfile.New("f", []byte(rule("name", "if: [{expr: \"name + sku\", when: 'price > 1 and \"new\" in tags'}]")), mappingfile.Own{}, fields(), key())
	if err != nil {
		t.Fatal(err)
	}
	src := source()
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			c, err := m.Plan(mapping.Input[record, record]{Source: &src})
			if err != nil || c.Patch["name"].Reveal() != "Mug0012" {
				t.Errorf("plan %v: %v", c.Patch["name"].Reveal(), err)
			}
		})
	}
	wg.Wait()
}

func TestTemplate(t *testing.T) {
	t.Parallel()
	patch, err := planned(t, rule("name", "if: [{template: \"{name} ({billing.city})\"}]"), mappingfile.Own{}, source())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := patch["name"].Reveal(), "Mug (Gent)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, err = mappingfile.Parse("f", []byte(rule("name", "if: [{template: \"{name\"}]")), mappingfile.Own{})
	if err == nil || !strings.HasPrefix(err.Error(), "f:3:17: fields.name.if[0].template: the template has a bracket") {
		t.Errorf("error %v", err)
	}
}

// TestKeyIsChecked: what is wrong beside the file is an error of New, too.
func TestKeyIsChecked(t *testing.T) {
	t.Parallel()
	_, err := mappingfile.New("f.yaml", []byte(rule("name", "from: name")), mappingfile.Own{}, fields(), []byte("short"))
	if err == nil || !strings.HasPrefix(err.Error(), "f.yaml: mapping: the key has 5 bytes") {
		t.Errorf("error %v", err)
	}
}
