package mapping_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tillsync/tillsync/mapping"
)

// FuzzPlan puts any text through every step: nothing panics, nothing is lost, and
// what was written is not written again.
func FuzzPlan(f *testing.F) {
	for _, s := range []string{
		"", " ", "12,50", "1.234,50", "<p>&nbsp;</p>", "<p style='a>b'>x", "<!-- x", "e\u0301\u0323", "\xff\xcc", "a\x00b",
		"<script><", "&#xA0;", "\u0301", "21.00", strings.Repeat("<", 50), "مرحبا", "-.", "0e9",
	} {
		f.Add(s)
	}
	s := fields(mapping.KindText, "plain", "text", "html", "short", "table")
	s.Target = append(s.Target, targetField("number", mapping.KindNumber))
	from := func(to string) mapping.Rule { return mapping.To(to).From("plain").Policy(mapping.UnlessEdited()) }
	m := newMapper(f, s, from("plain"),
		from("text").Transform(mapping.HTMLToText()),
		from("html").Transform(mapping.TextToHTML(), mapping.Upper()),
		from("short").Transform(mapping.Collapse()).MaxLength(5, mapping.Truncate),
		from("table").Map(mapping.Table{"21": text("high"), "a": text("b")}, mapping.UnmappedPass()))
	numbers := newMapper(f, s, from("number").Transform(mapping.ParseNumber(',', '.')))
	f.Fuzz(func(t *testing.T, s string) {
		c := plan(t, m, input{Source: src("plain", text(s))})
		if got, ok := c.Patch["plain"].AsText(); ok != !text(s).IsEmpty() || ok && got != s {
			t.Errorf("%q arrived as %q", s, got)
		}
		if got := c.Patch["short"].Reveal(); utf8.RuneCountInString(got) > 5 || utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q was cut to %q", s, got)
		}
		if got := c.Patch["text"].Reveal(); strings.Contains(got, "<p>") && !strings.Contains(s, "&") {
			t.Errorf("%q became the text %q", s, got)
		}
		again := plan(t, m, input{Source: src("plain", text(s)), Current: &c.Patch})
		if again.Writes() {
			t.Errorf("%q is written again: %v", s, again.Written())
		}
		if c, err := numbers.Plan(input{Source: src("plain", text(s))}); err == nil && c.Writes() {
			checkNumber(t, s, c.Patch["number"])
		} else if err != nil && len(s) > 3 && strings.Contains(err.Error(), s) {
			t.Errorf("the error %q shows the value", err)
		}
	})
}

// checkNumber holds the number against the digits of the text it was read from.
func checkNumber(t *testing.T, s string, got mapping.Value) {
	t.Helper()
	plain := strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(s), ".", ""), ",", ".")
	if !got.Equal(number(plain)) {
		t.Errorf("%q was read as %s", s, got.Reveal())
	}
}

// FuzzBaselines decodes any bytes: no panic, and what decodes encodes to something
// that decodes to the same.
func FuzzBaselines(f *testing.F) {
	data, _ := someBaselines().MarshalBinary()
	f.Add(data)
	f.Add([]byte{1, 0xFF, 0xFF, 0xFF})
	f.Fuzz(func(t *testing.T, data []byte) {
		var b, again mapping.Baselines
		if b.UnmarshalBinary(data) != nil {
			return
		}
		encoded, err := b.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := again.UnmarshalBinary(encoded); err != nil || !again.Equal(b) {
			t.Errorf("%x decodes to %v and comes back as %v, %v", data, b, again, err)
		}
		if second, _ := again.MarshalBinary(); !bytes.Equal(second, encoded) {
			t.Error("encoding is not deterministic")
		}
	})
}

// FuzzUpdate maps any text onto any other one under several policies: what was
// applied is not written again, each policy keeps its word, and nothing that is
// printed shows a text.
func FuzzUpdate(f *testing.F) {
	for _, pair := range [][2]string{
		{"a", "b"}, {"", "b"}, {"a", " "}, {"<p></p>", "x"}, {"e\u0301", "\u00e9"}, {"a\r\n", "a"}, {"\xff", "\x00"}, {"&nbsp;", "&"},
	} {
		f.Add(pair[0], pair[1])
	}
	m := newMapper(f, fields(mapping.KindText, "always", "create", "fill", "edited"),
		mapping.To("always").From("always").Policy(mapping.Always), mapping.To("create").From("always").Policy(mapping.CreateOnly),
		mapping.To("fill").From("always").Policy(mapping.FillEmpty), mapping.To("edited").From("always").Policy(mapping.UnlessEdited()))
	f.Fuzz(func(t *testing.T, s, held string) {
		before := record{"always": text(held), "create": text(held), "fill": text(held), "edited": text(held)}
		target := shop{holds: before}
		c := target.pass(t, m, *src("always", text(s)))
		_, filled := c.Patch["fill"]
		if _, created := c.Patch["create"]; created || len(c.Patch["edited"].Reveal()) > 0 || filled && !text(held).IsEmpty() {
			t.Errorf("%q over %q writes %v", s, held, c.Written())
		}
		if again := target.pass(t, m, *src("always", text(s))); again.Writes() {
			t.Errorf("%q over %q is written again: %v", s, held, again.Written())
		}
		const mark = "\u2603" // stands in no text of ours
		e := why(t, m, input{Source: src("always", text(mark+s)), Current: &before}, "always")
		if !strings.Contains(held, mark) && strings.Contains(e.String(), mark) {
			t.Errorf("the explanation shows %q:\n%s", s, e)
		}
	})
}
