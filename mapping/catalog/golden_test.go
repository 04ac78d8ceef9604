package catalog_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// golden is a document of a system with every key, and where fields stand in it.
type golden struct {
	doc map[string]any
	// at is the place of a field whose name is none.
	at map[string]string
	// converted fields have another form than the document; they have tests of
	// their own.
	converted []string
	// unread and unwritten are the keys that are no fields.
	unread, unwritten []string
	// along are keys that are written along with a field.
	along map[string]string
}

// place is where a field stands in a document, names of keys joined by dots.
func (g golden) place(name string) string {
	if at, ok := g.at[name]; ok {
		return at
	}
	for prefix, at := range g.at {
		if rest, ok := strings.CutPrefix(name, prefix); ok && strings.HasSuffix(prefix, ".") {
			return at + rest
		}
	}
	return name
}

func readGolden(t *testing.T, file string, item ...any) map[string]any {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := parsed(t, data)
	for _, at := range item {
		switch at := at.(type) {
		case string:
			doc = doc.(map[string]any)[at]
		case int:
			doc = doc.([]any)[at]
		}
	}
	return doc.(map[string]any)
}

// goldenRecord is what the client makes of the document, with everything expanded.
func goldenRecord[R any](t *testing.T, doc map[string]any) *R {
	t.Helper()
	record := decoded[R](t, string(encoded(t, doc)))
	fields := reflect.ValueOf(record).Elem()
	for i := range fields.NumField() {
		if f := fields.Field(i); f.Kind() == reflect.Struct && f.FieldByName("Expanded").IsValid() {
			f.FieldByName("Expanded").SetBool(true)
		}
	}
	return record
}

// lookUp follows a path into a document.
func lookUp(doc any, path string) (any, bool) {
	for key := range strings.SplitSeq(path, ".") {
		object, ok := doc.(map[string]any)
		if !ok {
			return nil, false
		}
		if doc, ok = object[key]; !ok {
			return nil, false
		}
	}
	return doc, true
}

// testReads proves that each field reads its own key, and that every key is read.
func testReads[S any](t *testing.T, g golden, record *S, fields []mapping.SourceField[S]) {
	t.Helper()
	read := slices.Clone(g.unread)
	for _, f := range fields {
		if strings.HasPrefix(f.Origin, "looked up") {
			continue
		}
		path := g.place(f.Name)
		read = append(read, topKey(path))
		want, ok := lookUp(g.doc, path)
		if !ok {
			t.Errorf("%s: the document has no %s", f.Name, path)
			continue
		}
		got := f.Get(record)
		if f.Kind != got.Kind() {
			t.Errorf("%s reads a %s, declared is a %s", f.Name, got.Kind(), f.Kind)
		}
		if !slices.Contains(g.converted, f.Name) {
			wantSame(t, f.Name, got, want)
		}
	}
	for key := range g.doc {
		if !slices.Contains(read, key) {
			t.Errorf("no field reads %s", key)
		}
	}
}

func topKey(path string) string { top, _, _ := strings.Cut(path, "."); return top }

// wantSame compares a value with what stands in a document. Objects may leave keys
// out.
func wantSame(t *testing.T, at string, v mapping.Value, doc any) {
	t.Helper()
	switch v.Kind() {
	case mapping.KindObject:
		object, _ := doc.(map[string]any)
		if text, ok := doc.(string); ok { // of one language where others have a text for each
			object = map[string]any{"": text}
		}
		pairs, _ := v.AsObject()
		for _, p := range pairs {
			wantSame(t, at+"."+p.Name, p.Value, object[p.Name])
		}
		if len(pairs) == 0 {
			t.Errorf("%s is an empty object", at)
		}
	case mapping.KindList:
		list, isList := doc.([]any)
		if object, ok := doc.(map[string]any); ok && !isList {
			list, isList = object["collection"].([]any)
			if !isList {
				list = []any{object}
			}
		}
		items, _ := v.AsList()
		if len(items) != len(list) || len(items) == 0 {
			t.Errorf("%s has %d elements, want %d and some", at, len(items), len(list))
			return
		}
		for i := range items {
			wantSame(t, fmt.Sprintf("%s[%d]", at, i), items[i], list[i])
		}
	default:
		if !sameScalar(v, doc) {
			t.Errorf("%s is %s, want %v", at, v.Reveal(), doc)
		}
	}
}

func sameScalar(v mapping.Value, doc any) bool {
	text := fmt.Sprint(doc)
	switch v.Kind() {
	case mapping.KindText:
		s, _ := v.AsText()
		return s == text
	case mapping.KindNumber:
		got, _ := v.AsNumber()
		want, err := decimal.NewFromString(text)
		return err == nil && got.Equal(want)
	case mapping.KindBool:
		b, _ := v.AsBool()
		return fmt.Sprint(b) == text
	case mapping.KindInstant:
		at, _ := v.AsInstant()
		if text == fmt.Sprint(at.Unix()) {
			return true
		}
		for _, layout := range []string{time.RFC3339, ecwid.TimeLayout} {
			if want, err := time.Parse(layout, text); err == nil {
				return at.Equal(want)
			}
		}
	default:
	}
	return false
}

// testWrites proves that each field writes its own key and nothing else, with the
// value that it read, and that every key of the write type has a field.
func testWrites[T, P any](t *testing.T, g golden, record *T, fields []mapping.TargetField[T, P]) {
	t.Helper()
	written := slices.Clone(g.unwritten)
	var none, all P
	together := leaves(t, none)
	for _, f := range fields {
		v := sample(f.Kind, f.Name)
		if f.Get != nil {
			v = f.Get(record)
		}
		var p P
		for _, patch := range []*P{&p, &all} {
			if err := f.Set(patch, v); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if err := f.Set(&p, otherKind(f.Kind)); err == nil {
			t.Errorf("%s takes a %s", f.Name, otherKind(f.Kind).Kind())
		}
		wantWritten(t, g, f.Name, v, p)
		written = append(written, topKey(g.place(f.Name)))
		maps.Copy(together, leaves(t, p))
	}
	for _, key := range jsonKeys(reflect.TypeFor[P]()) {
		if !slices.Contains(written, key) {
			t.Errorf("no field writes %s", key)
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(together)), slices.Sorted(maps.Keys(leaves(t, all)))); diff != "" {
		t.Errorf("all fields on one patch write other keys than each on its own (-each +all):\n%s", diff)
	}
}

// wantWritten proves that a patch has the value of a field at its place, and nothing
// else.
func wantWritten[P any](t *testing.T, g golden, name string, v mapping.Value, p P) {
	t.Helper()
	var none P
	before, path := leaves(t, none), g.place(name)
	for at := range leaves(t, p) {
		key := strings.TrimPrefix(at, ".")
		own := key == path || strings.HasPrefix(key, path+".") || path == "attributes" && strings.HasPrefix(key, path)
		if _, old := before[at]; !own && !old && key != g.along[name] {
			t.Errorf("%s writes %s, want %s", name, key, path)
		}
	}
	got, ok := lookUp(parsed(t, encoded(t, p)), path)
	if !ok {
		t.Errorf("%s does not write %s", name, path)
	} else if !slices.Contains(g.converted, name) {
		wantSame(t, name, v, got)
	}
}

// otherKind is a value that a field of the kind refuses.
func otherKind(k mapping.Kind) mapping.Value {
	if k == mapping.KindInstant {
		return mapping.Bool(true)
	}
	return mapping.Instant(time.Unix(1, 0))
}

func jsonKeys(t reflect.Type) []string {
	var keys []string
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && f.IsExported() {
			keys = append(keys, name)
		}
	}
	return keys
}
