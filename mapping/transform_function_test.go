package mapping_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestFunctionsAreReadFromText(t *testing.T) {
	t.Parallel()
	own := mapping.Functions{"tag": {Takes: mapping.KindText, Result: mapping.KindText, Func: func(args ...mapping.Value) (mapping.Value, error) {
		return mapping.JoinList("|").Func(mapping.List(args...))
	}}}
	for form, want := range map[string]string{
		"tag": "a", `tag("1",2.5,true)`: "a|1|2.5|true",
	} {
		got, err := mapping.ParseTransform(form, own.Constructors()...)
		if err != nil || got.Name != form {
			t.Fatalf("%s is read as %q, %v", form, got.Name, err)
		}
		if v, err := got.Func(text("a")); err != nil || v.Reveal() != want {
			t.Errorf("%s gives %q, %v, want %q", form, v.Reveal(), err, want)
		}
	}
}
