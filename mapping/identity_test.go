package mapping_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestIdentity(t *testing.T) {
	t.Parallel()
	def := mapping.Definition{Name: "products", Version: "2", Rules: []mapping.Rule{mapping.To("f").From("f").Policy(mapping.Always)}}
	m, err := mapping.New(def, fields(mapping.KindText, "f"), key())
	if err != nil {
		t.Fatal(err)
	}
	id := m.Identity()
	if id.Name != "products" || id.Version != "2" || id.Fingerprint != m.Fingerprint() {
		t.Errorf("identity = %+v", id)
	}
	if got, want := id.String(), "products 2 ("+m.Fingerprint()[:8]+")"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
	if got := (mapping.Identity{Name: "n"}).String(); got != "n ()" {
		t.Errorf("String without fingerprint = %q", got)
	}
}
