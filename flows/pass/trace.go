package pass

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// ErrNotMapped means that a step has nothing to explain: it is not one of a plan, or
// its record ended before it was mapped. Plan a settled record with
// PassOptions.Full, and with Only to plan no others.
var ErrNotMapped = errors.New("the record was not mapped")

// Trace explains how the mapping came to the decisions about the record of a planned
// step: source, transforms, table, policy and what is known of the last write. It
// works them out when it is asked, without a call to either system, and holds the
// record until then: keep the steps that you want to ask, not all of a plan.
//
// It prints as lines for people, without the content of values. A nil Trace explains
// nothing.
type Trace struct {
	// Fields can be explained, under the names that they have in Step.Fields. Of a
	// record that cannot be mapped these are the fields that are to blame.
	Fields []string
	// WhyFunc explains one of them.
	WhyFunc func(field string) (mapping.Explanation, error)
}

// Why explains one field. The error is ErrNotMapped, or that the mapping has no such
// field.
func (t *Trace) Why(field string) (mapping.Explanation, error) {
	if t == nil {
		return mapping.Explanation{}, ErrNotMapped
	}
	return t.WhyFunc(field)
}

// String explains all fields, without the content of values.
func (t *Trace) String() string { return t.print(mapping.Explanation.String) }

// Reveal is String with the content of the values, for people who may see it.
func (t *Trace) Reveal() string { return t.print(mapping.Explanation.Reveal) }

func (t *Trace) print(show func(mapping.Explanation) string) string {
	if t == nil {
		return ErrNotMapped.Error() + "\n"
	}
	var b strings.Builder
	for _, field := range t.Fields {
		e, err := t.Why(field)
		if err != nil {
			fmt.Fprintf(&b, "%s: %v\n", field, err)
			continue
		}
		b.WriteString(show(e))
	}
	return b.String()
}
