package mapping_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping"
)

func someBaselines() mapping.Baselines {
	h := mapping.NewHasher(key())
	sum := func(s string) mapping.Hash { return h.Sum("test", []byte(s)) }
	return mapping.Baselines{
		"name":       {Sent: sum("a"), Held: sum("a")},
		"price":      {Sent: sum("b"), Held: sum("c")},
		"categories": {Sent: sum("d"), Held: sum("d"), Elements: []mapping.Hash{sum("e"), sum("f")}},
		"":           {},
	}
}

func TestBaselinesRoundTrip(t *testing.T) {
	t.Parallel()
	for _, want := range []mapping.Baselines{someBaselines(), nil, {"one": {}}} {
		data, err := want.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var got mapping.Baselines
		if err := got.UnmarshalBinary(data); err != nil {
			t.Fatalf("UnmarshalBinary: %v", err)
		}
		if diff := cmp.Diff(want, got); diff != "" || !want.Equal(got) {
			t.Errorf("round trip (-want +got):\n%s", diff)
		}
	}
}

func TestBaselinesAreCompactAndDeterministic(t *testing.T) {
	t.Parallel()
	first, _ := someBaselines().MarshalBinary()
	for range 20 {
		again, _ := someBaselines().MarshalBinary()
		if !bytes.Equal(first, again) {
			t.Fatal("equal baselines encode differently")
		}
	}
	const head, perField, hash = 2, 2, 16
	names := len("name") + len("price") + len("categories")
	if want := head + 4*perField + names + 7*hash; len(first) != want {
		t.Errorf("%d bytes, want %d", len(first), want)
	}
}

func TestDamagedBaselines(t *testing.T) {
	t.Parallel()
	data, _ := someBaselines().MarshalBinary()
	old := mapping.Baselines{"kept": {}}
	for n := 1; n < len(data); n++ {
		got := old
		if err := got.UnmarshalBinary(data[:n]); !errors.Is(err, mapping.ErrBaselineFormat) {
			t.Fatalf("cut to %d of %d bytes: error = %v", n, len(data), err)
		}
		if !got.Equal(old) {
			t.Fatal("damaged data changed the baselines")
		}
	}
	many := []byte{1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F} // 34 billion fields
	huge := append([]byte{1}, bytes.Repeat([]byte{0xFF}, 20)...)
	for _, bad := range [][]byte{append(bytes.Clone(data), 0), append([]byte{9}, data[1:]...), huge, many} {
		if err := new(mapping.Baselines).UnmarshalBinary(bad); !errors.Is(err, mapping.ErrBaselineFormat) {
			t.Errorf("%x: error = %v", bad[:2], err)
		}
	}
}

func TestBaselinesEqual(t *testing.T) {
	t.Parallel()
	changed := someBaselines()
	changed["price"] = mapping.Baseline{}
	if !someBaselines().Equal(someBaselines()) || someBaselines().Equal(changed) || someBaselines().Equal(nil) {
		t.Error("Equal is wrong")
	}
}

func TestHashesDependOnKeyAndField(t *testing.T) {
	t.Parallel()
	rules := []mapping.Rule{
		mapping.To("a").From("a").Policy(mapping.UnlessEdited()), mapping.To("b").From("b").Policy(mapping.UnlessEdited()),
	}
	in := input{Source: src("a", text("same"), "b", text("same"))}
	m := newMapper(t, fields(mapping.KindText, "a", "b"), rules...)
	got := m.Baselines(plan(t, m, in), nil, nil)
	if got["a"].Sent == got["b"].Sent {
		t.Error("equal values of two fields have one hash")
	}
	other, err := mapping.New(mapping.Definition{Name: "test", Rules: rules}, fields(mapping.KindText, "a", "b"), bytes.Repeat([]byte("o"), 32))
	if err != nil {
		t.Fatal(err)
	}
	if got["a"].Sent == other.Baselines(plan(t, other, in), nil, nil)["a"].Sent {
		t.Error("another key gives the same hash")
	}
	if strings.Contains(got["a"].Sent.String(), "same") {
		t.Error("the hash shows the value")
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "always", "create", "never")
	m := newMapper(t, s,
		mapping.To("always").From("always").Policy(mapping.Always),
		mapping.To("create").From("create").Policy(mapping.CreateOnly),
		mapping.To("never").From("never").Policy(mapping.Never))
	version := func(r *record) mapping.Hash {
		h, err := m.Version(r)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	base := version(src("always", text("a"), "create", text("b"), "never", text("c")))
	if base != version(src("always", text("a\r\n"), "create", text("x"), "never", text("y"))) {
		t.Error("fields that no update writes, or spelling, change the version")
	}
	if base == version(src("always", text("b"), "create", text("b"))) || base == version(src("create", text("b"))) {
		t.Error("a field that an update writes does not change the version")
	}
	if _, err := newMapper(t, s, mapping.To("always").From("always").Required().Policy(mapping.Always)).Version(src()); err == nil {
		t.Error("a record that cannot be mapped has a version")
	}
}

func TestVersionTellsEmptyFromAbsentAndSetsApart(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindList, "f")
	s.Target[0].Unordered = true
	m := newMapper(t, s, mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(mapping.Always))
	version := func(v mapping.Value) mapping.Hash {
		h, err := m.Version(src("f", v))
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	if version(mapping.List()) == version(mapping.Absent()) {
		t.Error("cleared and absent have one version")
	}
	if version(list("a b")) != version(list("b a b")) || version(list("a b")) == version(list("a")) {
		t.Error("the versions of sets depend on order or repetition")
	}
}

func TestFingerprint(t *testing.T) {
	t.Parallel()
	rule := mapping.To("f").From("f").Policy(mapping.Always)
	other := mapping.To("g").From("g").Policy(mapping.Always)
	fingerprint := func(name, version string, groups []mapping.FieldGroup, rules ...mapping.Rule) string {
		def := mapping.Definition{Name: name, Version: version, Rules: rules, Groups: groups}
		m, err := mapping.New(def, fields(mapping.KindText, "f", "g"), key())
		if err != nil {
			t.Fatal(err)
		}
		return m.Fingerprint()
	}
	base := fingerprint("n", "1", nil, rule, other)
	if base != fingerprint("n", "1", nil, other, rule) {
		t.Error("the order of rules changes the fingerprint")
	}
	group := []mapping.FieldGroup{mapping.Group("x", mapping.Always, "f")}
	if base != fingerprint("n", "1", group, mapping.To("f").From("f"), other) {
		t.Error("the same policy from a group changes the fingerprint")
	}
	seen := map[string]string{base: "base"}
	for name, changed := range map[string]mapping.Rule{
		"policy": rule.Policy(mapping.CreateOnly), "from": rule.From("g"), "force": mapping.To("f").Force(text("a")).Policy(mapping.Always),
		"absent": rule.WhenAbsent(mapping.Fail), "empty": rule.WhenEmpty(mapping.Clear), "zero": rule.ZeroIsEmpty(),
		"skip": rule.SkipEmpty(), "transform": rule.Transform(mapping.Trim()), "parameter": rule.Transform(mapping.Shorten(3)),
		"if": rule.If(mapping.Filled("g"), text("a")), "if value": rule.If(mapping.Filled("g"), text("b")),
		"if path": rule.If(mapping.Filled("g"), mapping.Path("g")), "join": rule.If(mapping.Filled("g"), mapping.Path("g")).Join(","),
		"map":      rule.Map(mapping.Table{"a": text("b")}, mapping.UnmappedFail()),
		"unmapped": rule.Map(mapping.Table{"a": text("b")}, mapping.UnmappedOmit()),
		"default":  rule.Default(text("a")), "required": rule.Required(), "length": rule.MaxLength(3, mapping.Reject),
		"overflow": rule.MaxLength(3, mapping.Truncate), "one of": rule.OneOf("a"), "pattern": rule.Pattern("a"),
	} {
		got := fingerprint("n", "1", nil, changed, other)
		if twin, ok := seen[got]; ok {
			t.Errorf("%s has the fingerprint of %s", name, twin)
		}
		seen[got] = name
	}
	if base == fingerprint("m", "1", nil, rule, other) || base == fingerprint("n", "2", nil, rule, other) {
		t.Error("name or version do not count")
	}
}

func changedMappingWritesOnlyWhatDiffers(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "a", "b")
	rules := []mapping.Rule{mapping.To("a").From("a").Policy(mapping.Always), mapping.To("b").From("b").Policy(mapping.Always)}
	before := newMapper(t, s, rules...)
	after := newMapper(t, s, rules[0], rules[1].Transform(mapping.Upper()))
	if before.Fingerprint() == after.Fingerprint() {
		t.Fatal("the fingerprint did not change")
	}
	target := shop{}
	pos := *src("a", text("x"), "b", text("y"))
	target.pass(t, before, pos)
	if diff := cmp.Diff([]string{"b"}, target.pass(t, after, pos).Written()); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
}

// TestWriteOnlyFieldIsCleared: what cannot be read is not taken for empty. A field that
// was written is cleared once when the source says nothing any more.
func TestWriteOnlyFieldIsCleared(t *testing.T) {
	t.Parallel()
	s := fields(mapping.KindText, "f")
	s.Target[0].Get = nil
	m := newMapper(t, s, mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(mapping.Always))
	target := shop{}
	for i, pass := range []struct {
		source string
		want   mapping.Decision
	}{
		{"a", mapping.DecisionWrite},
		{"a", mapping.DecisionSame},
		{"", mapping.DecisionClear},
		{"", mapping.DecisionSame},
		{"b", mapping.DecisionWrite},
		{"b", mapping.DecisionSame},
	} {
		c := target.pass(t, m, *src("f", text(pass.source)))
		if got := field(t, c, "f").Decision; got != pass.want || c.Writes() != (pass.want != mapping.DecisionSame) {
			t.Errorf("pass %d with %q: %s, want %s", i+1, pass.source, got, pass.want)
		}
	}
}
