package opt_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/internal/opt"
)

// patch is a write type as the clients have them.
type patch struct {
	Name  opt.Opt[string]      `json:"name,omitzero"`
	Stock opt.Opt[int]         `json:"stock,omitzero"`
	Tags  opt.Opt[[]string]    `json:"tags,omitzero"`
	Tax   opt.Nullable[int]    `json:"tax,omitzero"`
	Brand opt.Nullable[string] `json:"brand,omitzero"`
}

func TestOnlyWhatIsSetIsEncoded(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		patch patch
		want  string
	}{
		"nothing":               {patch{}, `{}`},
		"a value":               {patch{Name: opt.Set("tea")}, `{"name":"tea"}`},
		"zero values are sent":  {patch{Name: opt.Set(""), Stock: opt.Set(0), Tags: opt.Set([]string{})}, `{"name":"","stock":0,"tags":[]}`},
		"a nil list is empty":   {patch{Tags: opt.Set[[]string](nil)}, `{"tags":[]}`},
		"null clears":           {patch{Tax: opt.Null[int]()}, `{"tax":null}`},
		"a nullable value":      {patch{Tax: opt.SetNullable(0), Brand: opt.SetNullable("")}, `{"tax":0,"brand":""}`},
		"null beside an absent": {patch{Brand: opt.Null[string](), Stock: opt.Set(-1)}, `{"stock":-1,"brand":null}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := json.Marshal(test.patch)
			if err != nil || string(got) != test.want {
				t.Errorf("encoded %s, %v, want %s", got, err, test.want)
			}
		})
	}
}

// TestNothingButNullableEncodesNull: a nil value is empty, or an error where it has
// no empty form.
func TestNothingButNullableEncodesNull(t *testing.T) {
	t.Parallel()
	for want, encode := range map[string]json.Marshaler{
		`[]`: opt.Set[[]int](nil),
		`""`: opt.Set[[]byte](nil),
		`{}`: opt.Set[map[string]int](nil),
	} {
		if got, err := encode.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("encoded %s, %v, want %s", got, err, want)
		}
	}
	for name, encode := range map[string]json.Marshaler{
		"pointer":  opt.Set[*int](nil),
		"raw JSON": opt.Set(json.RawMessage("null")),
		"no JSON":  opt.Set[json.RawMessage](nil),
	} {
		if got, err := encode.MarshalJSON(); err == nil {
			t.Errorf("%s: encoded %s, want an error", name, got)
		}
	}
}

func TestOptKeepsWhatIsDecoded(t *testing.T) {
	t.Parallel()
	for _, document := range []string{
		`{}`,
		`{"name":"","stock":0,"tags":[],"tax":null,"brand":""}`,
		`{"name":"tea","stock":3,"tags":["a"],"tax":2,"brand":null}`,
	} {
		var p patch
		if err := json.Unmarshal([]byte(document), &p); err != nil {
			t.Errorf("decode %s: %v", document, err)
			continue
		}
		if got, err := json.Marshal(p); err != nil || string(got) != document {
			t.Errorf("decoded and encoded %s, %v, want %s", got, err, document)
		}
	}
}

func TestOptRefusesNullAndWrongTypes(t *testing.T) {
	t.Parallel()
	for _, document := range []string{`{"stock":null}`, `{"stock": null }`, `{"stock":"3"}`, `{"tax":"3"}`} {
		p := patch{Stock: opt.Set(7), Tax: opt.SetNullable(7)}
		if err := json.Unmarshal([]byte(document), &p); err == nil {
			t.Errorf("decode %s: no error, want one", document)
		}
		if stock, tax := p.Stock.Or(0), first(p.Tax.Get()); stock != 7 || tax != 7 {
			t.Errorf("decode %s: left stock %d, tax %d, want 7 and 7", document, stock, tax)
		}
	}
}

func TestAbsentIsNeverEncodedByMistake(t *testing.T) {
	t.Parallel()
	noOmitZero := []any{
		struct{ Stock opt.Opt[int] }{},
		struct{ Stock opt.Nullable[int] }{},
	}
	for _, v := range noOmitZero {
		got, err := json.Marshal(v)
		if err == nil || !strings.Contains(err.Error(), "omitzero") {
			t.Errorf("encoded %T as %s, %v, want an error that names omitzero", v, got, err)
		}
	}
}

func TestOptAccessors(t *testing.T) {
	t.Parallel()
	set, absent := opt.Set(0), opt.Opt[int]{}
	if v, ok := set.Get(); v != 0 || !ok || set.IsZero() || set.Or(5) != 0 {
		t.Errorf("Set(0): Get = %d, %t, IsZero = %t, Or(5) = %d", v, ok, set.IsZero(), set.Or(5))
	}
	if v, ok := absent.Get(); v != 0 || ok || !absent.IsZero() || absent.Or(5) != 5 {
		t.Errorf("absent: Get = %d, %t, IsZero = %t, Or(5) = %d", v, ok, absent.IsZero(), absent.Or(5))
	}
}

func TestNullableAccessors(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value                opt.Nullable[int]
		present, null, empty bool
	}{
		"value":  {opt.SetNullable(0), true, false, false},
		"null":   {opt.Null[int](), false, true, false},
		"absent": {opt.Nullable[int]{}, false, false, true},
	}
	for name, test := range tests {
		_, present := test.value.Get()
		if present != test.present || test.value.IsNull() != test.null || test.value.IsZero() != test.empty {
			t.Errorf("%s: present, null, absent = %t, %t, %t, want %t, %t, %t", name,
				present, test.value.IsNull(), test.value.IsZero(), test.present, test.null, test.empty)
		}
	}
}

func TestNullableForgetsNullWhenAValueIsDecoded(t *testing.T) {
	t.Parallel()
	n := opt.Null[int]()
	if err := json.Unmarshal([]byte(`4`), &n); err != nil {
		t.Fatal(err)
	}
	if v, ok := n.Get(); v != 4 || !ok || n.IsNull() {
		t.Errorf("value = %d, %t, null = %t, want 4, true, false", v, ok, n.IsNull())
	}
}

func first[T any](v T, _ bool) T { return v }

// A write type names what is to change; 0 is a value, and what is not set is not
// in the request.
func Example() {
	update := struct {
		Name  opt.Opt[string]   `json:"name,omitzero"`
		Stock opt.Opt[int]      `json:"stock,omitzero"`
		Tax   opt.Nullable[int] `json:"tax,omitzero"`
	}{
		Stock: opt.Set(0),
		Tax:   opt.Null[int](),
	}
	body, err := json.Marshal(update)
	fmt.Println(string(body), err)
	// Output: {"stock":0,"tax":null} <nil>
}
