package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Tables are tables that are handed in before a pass, such as the names of brands
// by their id, by the name under which rules use them.
type Tables map[string]Table

// Lookup is the value of a text, number or truth value in a table. Keys match as
// those of Rule.Map do. The content of the table counts in the mapping's
// fingerprint. For UnmappedDefault say UnmappedOmit and give the rule a Default.
// Text form: Lookup("brands",Omit), which needs Tables.Constructor to be read.
func (t Tables) Lookup(table string, unmapped Unmapped) Transform {
	name := fmt.Sprintf("Lookup(%q,%s)", table, unmapped.kind)
	content, ok := t[table]
	if !ok {
		return invalid(name, "there is no table %q: %s", table, Suggest(table, slices.Collect(maps.Keys(t))))
	}
	switch unmapped.kind {
	case unmappedFail, unmappedPass, unmappedOmit:
	default:
		return invalid(name, "it takes %s, %s or %s for values that are not in the table", unmappedFail, unmappedPass, unmappedOmit)
	}
	entries, twice := content.normal(false)
	if len(twice) > 0 {
		return invalid(name, "the key %q is there twice in different spelling", twice[0])
	}
	sum := sha256.Sum256([]byte(content.describe()))
	find := &lookup{entries: entries, unmapped: unmapped}
	return Transform{Name: name, Version: hex.EncodeToString(sum[:8]), Result: KindAny, Func: func(v Value) (Value, error) {
		err := find.find(&v)
		return v, err
	}}
}

// Constructor reads the text form of Lookup over these tables.
func (t Tables) Constructor() Constructor {
	return Constructor{Name: "Lookup", Args: "table, Fail|Pass|Omit", Make: func(a *Args) Transform {
		return t.Lookup(a.Text(), Unmapped{kind: unmappedKind(a.Text())})
	}}
}
