package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Identity tells mappings apart. Of its text a report makes "the mapping changed from
// … to …".
type Identity struct {
	// Name and Version are the definition's.
	Name, Version string
	// Fingerprint is a hash over name, version and rules, in hexadecimal.
	Fingerprint string
}

// String is name, version and the beginning of the fingerprint: products 2 (3f9a01c2).
func (i Identity) String() string {
	const enough = 8
	short := i.Fingerprint[:min(enough, len(i.Fingerprint))]
	return strings.Join(strings.Fields(i.Name+" "+i.Version+" ("+short+")"), " ")
}

// Identity says which mapping the definition is: that of the Mapper that New makes of
// it. The order of the rules means nothing. Functions count by their names.
func (d Definition) Identity() Identity {
	lines := make([]string, len(d.Rules))
	for i, r := range d.Rules {
		lines[i] = r.describe(d.policyOf(r))
	}
	slices.Sort(lines)
	head := strconv.Quote(d.Name) + strconv.Quote(d.Version) + "\n"
	sum := sha256.Sum256([]byte(head + strings.Join(lines, "\n")))
	return Identity{Name: d.Name, Version: d.Version, Fingerprint: hex.EncodeToString(sum[:16])}
}

// describe is the rule in one line: everything that changes what it maps.
func (r Rule) describe(p Policy) string {
	parts := []string{fmt.Sprintf("To(%q)", r.field), fmt.Sprintf("From(%q)", r.from)}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if r.force != nil {
		add("Force(%s)", r.force.describe())
	}
	add("WhenAbsent(%s).WhenEmpty(%s)", orOmit(r.whenAbsent), orOmit(r.whenEmpty))
	add("ZeroIsEmpty(%t).SkipEmpty(%t)", r.zeroEmpty, r.skipEmpty)
	for _, t := range r.transforms {
		add("Transform(%q)", t.Name+t.Version)
	}
	for _, b := range r.branches {
		add("If(%s,%s)", b.cond.describe(), describeOperand(b.value))
	}
	if r.join != nil {
		add("Join(%q)", *r.join)
	}
	if r.table != nil {
		add("Map(%s,%s(%s),%t)", r.table.describe(), r.unmapped.kind, r.unmapped.value.describe(), r.exactKeys)
	}
	if r.def != nil {
		add("Default(%s)", r.def.describe())
	}
	add("Required(%t).MaxLength(%d,%s).OneOf(%q).Pattern(%q)", r.required, r.maxLength, r.overflow, r.oneOf, r.pattern)
	if r.low != nil {
		add("Range(%s,%s)", r.low, r.high)
	}
	add("Policy(%s)", p)
	return strings.Join(parts, ".")
}

func orOmit(h Handling) Handling {
	if h == "" {
		return Omit
	}
	return h
}

func describeOperand(o Operand) string {
	switch o := o.(type) {
	case Value:
		return o.describe()
	case Path:
		return fmt.Sprintf("Path(%q)", string(o))
	case Call:
		return fmt.Sprintf("Call(%q,%q)", o.Name, o.Paths)
	default:
		return ""
	}
}

func (t Table) describe() string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(t)) {
		parts = append(parts, fmt.Sprintf("%q:%s", key, t[key].describe()))
	}
	return "{" + strings.Join(parts, ",") + "}"
}
