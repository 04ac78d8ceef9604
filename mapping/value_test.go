package mapping_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/mapping"
)

func TestIsEmpty(t *testing.T) {
	t.Parallel()
	empty := []mapping.Value{
		mapping.Absent(), mapping.Null(), text(""), text(" \r\n\u00a0\ufeff"), mapping.List(), mapping.Object(),
		mapping.Object(mapping.Pair{Name: "city", Value: text(" ")}),
		text("<p>&nbsp;</p>"), text("<P CLASS='a > b'><br/>\n</P>"), text("<!-- note --><div></div>"), text("&nbsp;&#160;"),
	}
	full := []mapping.Value{
		text("a"), mapping.Int(0), mapping.Bool(false), mapping.List(mapping.Null()), mapping.Instant(time.Time{}),
		text("<p>a</p>"), text(`<img src="a.png">`), text("<none>"), text("<3"), text("a < b"), text("<"), text("<p"),
		text("<!-- open"), text("&amp;"), text("&"),
		mapping.Object(mapping.Pair{Name: "city", Value: text("Utrecht")}),
	}
	for _, v := range empty {
		if !v.IsEmpty() {
			t.Errorf("%s %q is not empty", v, v.Reveal())
		}
	}
	for _, v := range full {
		if v.IsEmpty() {
			t.Errorf("%s %q is empty", v, v.Reveal())
		}
	}
}

func TestEqual(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	pair := func(name string, v mapping.Value) mapping.Pair { return mapping.Pair{Name: name, Value: v} }
	rows := []struct {
		a, b mapping.Value
		want bool
	}{
		{number("21"), number("21.00"), true},
		{number("-0.0"), number("0"), true},
		{number("0.3"), number("0.30000000000000004"), false},
		{number("1e5000"), number("1e5000"), true},
		{number("1e5000"), number("2e5000"), false},
		{text("21"), number("21"), false},
		{text("é"), text("e\u0301"), true},
		{text("ệ"), text("e\u0302\u0323"), true},
		{text("ệ"), text("ê\u0323"), true},
		{text("Å"), text("A\u030a"), true},
		{text("й"), text("и\u0306"), true},
		{text("ᾳ"), text("α\u0345"), true},
		{text("é"), text("è"), false},
		{text("a\u0301b"), text("ab\u0301"), false},
		{text("b\u0301\u0307"), text("ḃ\u0301"), false},
		{text("q\u0307\u0323"), text("q\u0323\u0307"), true},
		{text("a"), text("A"), false},
		{text("a\rb\r\n"), text(" a\nb"), true},
		{text(""), mapping.Null(), true},
		{text("<p></p>"), text(""), true},
		{mapping.Bool(true), mapping.Bool(true), true},
		{mapping.Bool(true), mapping.Bool(false), false},
		{mapping.Bool(false), mapping.Absent(), false},
		{mapping.Instant(noon), mapping.Instant(noon.In(time.FixedZone("", 3600))), true},
		{mapping.Instant(noon), mapping.Instant(noon.Add(1)), false},
		{list("a b"), list("a b"), true},
		{list("a b"), list("b a"), false},
		{list("a"), list("a a"), false},
		{mapping.Object(pair("a", number("1")), pair("b", text("x"))), mapping.Object(pair("b", text("x ")), pair("a", number("1.0"))), true},
		{mapping.Object(pair("a", number("1"))), mapping.Object(pair("a", number("1")), pair("b", text(""))), true},
		{mapping.Object(pair("a", number("1"))), mapping.Object(pair("a", number("2"))), false},
	}
	for _, row := range rows {
		if got := row.a.Equal(row.b); got != row.want {
			t.Errorf("%q = %q: %t, want %t", row.a.Reveal(), row.b.Reveal(), got, row.want)
		}
		if got := row.b.Equal(row.a); got != row.want {
			t.Errorf("%q = %q: %t, want %t", row.b.Reveal(), row.a.Reveal(), got, row.want)
		}
		if got := sameVersion(t, row.a, row.b); got != row.want {
			t.Errorf("%q and %q have the same hash: %t, want %t", row.a.Reveal(), row.b.Reveal(), got, row.want)
		}
	}
	if !list("a b").EqualAsSet(list("b a b")) || list("a b").EqualAsSet(list("a")) {
		t.Error("EqualAsSet does not compare sets")
	}
}

// sameVersion reports whether two values hash alike: equality and hashes must
// agree, or an equal value would be written again.
func sameVersion(t *testing.T, a, b mapping.Value) bool {
	t.Helper()
	hash := func(v mapping.Value) mapping.Hash {
		if v.IsEmpty() {
			v = text("")
		}
		m := newMapper(t, fields(v.Kind(), "f"), mapping.To("f").From("f").WhenEmpty(mapping.Clear).Policy(mapping.Always))
		h, err := m.Version(src("f", v))
		if err != nil {
			t.Fatalf("Version: %v", err)
		}
		return h
	}
	return hash(a) == hash(b)
}

func TestValuesPrintWithoutContent(t *testing.T) {
	t.Parallel()
	const secret = "jan@example.com"
	values := []mapping.Value{
		text(secret), mapping.Texts(secret), mapping.Object(mapping.Pair{Name: "mail", Value: text(secret)}),
	}
	for _, v := range values {
		encoded, err := json.Marshal(struct{ Old mapping.Value }{v})
		if err != nil {
			t.Fatal(err)
		}
		var log strings.Builder
		slog.New(slog.NewJSONHandler(&log, nil)).Info("m", "value", v, "change", mapping.FieldChange{New: v})
		for _, out := range []string{
			fmt.Sprint(v), fmt.Sprintf("%v %+v %#v %s %q %x %d", v, v, v, v, v, v, v),
			fmt.Sprintf("%+v %#v", mapping.FieldChange{Old: v}, []mapping.Value{v}), string(encoded), log.String(),
		} {
			if strings.Contains(out, "jan") || strings.Contains(out, fmt.Sprintf("%x", "jan")) {
				t.Errorf("printed %q", out)
			}
		}
		if !strings.Contains(v.Reveal(), secret) {
			t.Errorf("Reveal of %s shows %q", v, v.Reveal())
		}
	}
	if got := text("äb").String(); got != "text(2)" {
		t.Errorf("String = %q", got)
	}
}

func TestAccessors(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	if got, ok := mapping.Instant(noon).AsInstant(); !ok || !got.Equal(noon) {
		t.Errorf("AsInstant = %v, %t", got, ok)
	}
	if got := mapping.Instant(noon).Reveal(); got != "2026-01-31T12:00:00Z" {
		t.Errorf("Reveal = %q", got)
	}
	if got, ok := mapping.Int(7).AsInt(); !ok || got != 7 {
		t.Errorf("AsInt = %d, %t", got, ok)
	}
	for _, v := range []mapping.Value{number("1.5"), number("9223372036854775808"), number("1e5000"), text("1")} {
		if _, ok := v.AsInt(); ok {
			t.Errorf("%s is an int64", v.Reveal())
		}
	}
	items, _ := list("a b").AsList()
	if len(items) != 2 {
		t.Errorf("AsList gives %d elements", len(items))
	}
	for _, wrong := range []bool{
		second(text("").AsNumber()), second(text("").AsBool()), second(text("").AsInstant()),
		second(text("").AsList()), second(text("").AsObject()), second(mapping.Int(1).AsText()),
	} {
		if wrong {
			t.Error("an accessor of another kind says ok")
		}
	}
	if !mapping.List(text("a")).Member("a").IsAbsent() || !mapping.Object().Member("a").IsAbsent() {
		t.Error("a missing member is not absent")
	}
}

func second[V any](_ V, ok bool) bool { return ok }

func TestValuesAreImmutable(t *testing.T) {
	t.Parallel()
	items := []mapping.Value{text("a")}
	v := mapping.List(items...)
	items[0] = text("changed")
	got, _ := v.AsList()
	got[0] = text("changed")
	pairs := []mapping.Pair{{Name: "n", Value: text("a")}}
	o := mapping.Object(pairs...)
	pairs[0].Value = text("changed")
	if v.Reveal() != "[a]" || o.Reveal() != "{n: a}" {
		t.Errorf("values changed to %s and %s", v.Reveal(), o.Reveal())
	}
}
