package mapping

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Table is a value map: from a source value, written as text, to the target's
// value. A key that is a number matches by value. New refuses two keys that mean
// the same.
type Table map[string]Value

func (t Table) clone() Table {
	if t == nil {
		return Table{}
	}
	return maps.Clone(t)
}

// normal is the table with its keys in normal form and as it spells them; twice are
// the keys that mean the same as another one.
func (t Table) normal(exact bool) (entries map[string]Value, twice []string) {
	entries = make(map[string]Value, len(t))
	for _, key := range slices.Sorted(maps.Keys(t)) {
		normal := tableKey(key, exact)
		if _, ok := entries[normal]; ok {
			twice = append(twice, key)
		}
		entries[normal] = t[key]
	}
	maps.Copy(entries, t)
	return entries, twice
}

// Unmapped says what happens to a value that a table does not know. The zero
// value is refused: a map without an answer for tomorrow's value fails silently.
type Unmapped struct {
	kind  unmappedKind
	value Value
}

type unmappedKind string

const (
	unmappedFail    unmappedKind = "Fail"
	unmappedPass    unmappedKind = "Pass"
	unmappedOmit    unmappedKind = "Omit"
	unmappedDefault unmappedKind = "Default"
)

// UnmappedFail refuses the record and names the value: for statuses, taxes,
// payment and shipping methods.
func UnmappedFail() Unmapped { return Unmapped{kind: unmappedFail} }

// UnmappedPass passes the value on as it is.
func UnmappedPass() Unmapped { return Unmapped{kind: unmappedPass} }

// UnmappedOmit makes the value absent; the rule's Default applies.
func UnmappedOmit() Unmapped { return Unmapped{kind: unmappedOmit} }

// UnmappedDefault gives v instead.
func UnmappedDefault(v Value) Unmapped { return Unmapped{kind: unmappedDefault, value: v} }

// lookup is a compiled table.
type lookup struct {
	// entries has each key in its normal form, and as the table spells it.
	entries  map[string]Value
	unmapped Unmapped
	exact    bool
}

// find replaces v by its value in the table. Absent values stay absent.
func (l *lookup) find(v *Value) error {
	if v.kind == KindAbsent {
		return nil
	}
	if found, ok := l.entry(v); ok {
		*v = orAbsent(found)
		return nil
	}
	switch l.unmapped.kind {
	case unmappedPass:
		return nil
	case unmappedOmit:
		*v = Value{}
		return nil
	case unmappedDefault:
		*v = orAbsent(l.unmapped.value)
		return nil
	default:
		text, ok := keyText(*v)
		if !ok {
			text = v.String()
		}
		return &UnmappedError{value: text}
	}
}

// entry is what the table has for v. Most texts are spelt as the table spells them.
func (l *lookup) entry(v *Value) (found Value, ok bool) {
	if v.kind == KindText {
		if found, ok = l.entries[v.text]; ok {
			return found, true
		}
	}
	if text, isKey := keyText(*v); isKey {
		found, ok = l.entries[tableKey(text, l.exact)]
	}
	return found, ok
}

// texts are the texts of the entries, "" for other values, by their keys in all
// spellings that are known.
func (l *lookup) texts() map[string]string {
	if l == nil {
		return nil
	}
	texts := make(map[string]string, len(l.entries))
	for key, v := range l.entries {
		texts[key] = v.text
	}
	return texts
}

// keyText is what a table calls the value; lists and objects have no such text.
func keyText(v Value) (text string, ok bool) {
	switch v.kind {
	case KindText, KindBool, KindInstant:
		return v.Reveal(), true
	case KindNumber:
		return v.Reveal(), !hugeExponent(v.num)
	default:
		return "", false
	}
}

// tableKey is the normal form of a key: numbers by value, texts trimmed and
// without letter case.
func tableKey(text string, exact bool) string {
	text = normalText(text)
	if text == "" {
		return ""
	}
	if looksNumeric(text) {
		if d, err := decimal.NewFromString(text); err == nil {
			return d.String()
		}
	}
	if exact {
		return text
	}
	return strings.ToLower(text)
}

// looksNumeric reports whether a text may be a number in plain notation. 12e3 is
// left out: it is somebody's code.
func looksNumeric(text string) bool {
	return len(text) < 100 && strings.Trim(text, "+-.0123456789") == ""
}
