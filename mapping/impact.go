package mapping

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Effect says how two mappings differ about a field of a record.
type Effect string

// The effects of changing to another mapping.
const (
	// EffectWritten: the field would be written, and was not.
	EffectWritten Effect = "written"
	// EffectLeft: the field would be left alone, and was written.
	EffectLeft Effect = "left alone"
	// EffectOther: another value would be written.
	EffectOther Effect = "another value"
	// EffectFails: the field could not be mapped any more, nor the record.
	EffectFails Effect = "fails"
)

// Difference is one field of one record that two mappings treat differently.
type Difference struct {
	// ID is the record's, Field the target field.
	ID, Field string
	Effect    Effect
	// Before and After are the decisions of the two mappings; empty where a mapping
	// has none.
	Before, After FieldChange
	// Err is the FieldError of EffectFails.
	Err error
}

// Impact plans records with two mappings and yields the fields that would be written
// differently: what it means to change from one to the other. It plans a record when
// it is asked for the next difference and keeps none. Records are named by their id;
// those without a source record are passed over.
func Impact[S, T, P any](before, after *Mapper[S, T, P], records iter.Seq2[string, Input[S, T]]) iter.Seq[Difference] {
	return func(yield func(Difference) bool) {
		for id, in := range records {
			for _, d := range differences(plannedFields(before, in), plannedFields(after, in)) {
				d.ID = id
				if !yield(d) {
					return
				}
			}
		}
	}
}

// fieldPlan is what a mapping does with the fields of a record.
type fieldPlan struct {
	fields []FieldChange
	faults []*FieldError
}

func plannedFields[S, T, P any](m *Mapper[S, T, P], in Input[S, T]) fieldPlan {
	change, err := m.Plan(in)
	if err == nil {
		return fieldPlan{fields: change.Fields()}
	}
	var out fieldPlan
	joined, ok := errors.AsType[joinedError](err)
	if !ok {
		return out
	}
	for _, err := range joined.Unwrap() {
		if e, ok := errors.AsType[*FieldError](err); ok {
			out.faults = append(out.faults, e)
		}
	}
	return out
}

// joinedError is what errors.Join makes.
type joinedError interface {
	error
	Unwrap() []error
}

func (p fieldPlan) field(name string) FieldChange {
	if at := slices.IndexFunc(p.fields, func(f FieldChange) bool { return f.Field == name }); at >= 0 {
		return p.fields[at]
	}
	return FieldChange{}
}

func (p fieldPlan) fails(name string) bool {
	return slices.ContainsFunc(p.faults, func(e *FieldError) bool { return e.Field == name })
}

// differences lists the fields that fail first, then those of after, then those that
// only before has. A record that fails as a whole is told by the fields that do.
func differences(before, after fieldPlan) []Difference {
	var out []Difference
	for _, e := range after.faults {
		if !before.fails(e.Field) {
			out = append(out, Difference{Field: e.Field, Effect: EffectFails, Before: before.field(e.Field), Err: e})
		}
	}
	if len(after.faults) > 0 {
		return out
	}
	for _, f := range after.fields {
		out = appendDifference(out, before.field(f.Field), f)
	}
	for _, f := range before.fields {
		if after.field(f.Field).Field == "" {
			out = appendDifference(out, f, FieldChange{})
		}
	}
	return out
}

func appendDifference(out []Difference, before, after FieldChange) []Difference {
	d := Difference{Field: after.Field, Before: before, After: after}
	switch {
	case after.Writes() && !before.Writes():
		d.Effect = EffectWritten
	case before.Writes() && !after.Writes():
		d.Field, d.Effect = before.Field, EffectLeft
	case after.Writes() && (before.Decision != after.Decision || !before.New.Equal(after.New)):
		d.Effect = EffectOther
	default:
		return out
	}
	return append(out, d)
}

// ImpactSummary counts differences by field and effect.
type ImpactSummary struct {
	// Records is the number of records with a difference.
	Records int
	Fields  []FieldImpact
}

// FieldImpact is one line of a summary.
type FieldImpact struct {
	Field  string
	Effect Effect
	// Count is the number of records, Examples the ids of the first ones.
	Count    int
	Examples []string
}

// Summarise counts differences and keeps the ids of the first records of each line as
// examples. Differences of a record must follow each other, as Impact yields them.
func Summarise(all iter.Seq[Difference], examples int) ImpactSummary {
	var out ImpactSummary
	last, first := "", true
	for d := range all {
		if first || d.ID != last {
			out.Records++
		}
		last, first = d.ID, false
		at := slices.IndexFunc(out.Fields, func(f FieldImpact) bool { return f.Field == d.Field && f.Effect == d.Effect })
		if at < 0 {
			at = len(out.Fields)
			out.Fields = append(out.Fields, FieldImpact{Field: d.Field, Effect: d.Effect})
		}
		line := &out.Fields[at]
		line.Count++
		if len(line.Examples) < examples {
			line.Examples = append(line.Examples, d.ID)
		}
	}
	return out
}

// String is the summary in lines for people.
func (s ImpactSummary) String() string {
	var b strings.Builder
	noun := "records"
	if s.Records == 1 {
		noun = "record"
	}
	fmt.Fprintf(&b, "%d %s would change\n", s.Records, noun)
	for _, f := range s.Fields {
		fmt.Fprintf(&b, "  %s: %s in %d", f.Field, f.Effect, f.Count)
		if len(f.Examples) > 0 {
			fmt.Fprintf(&b, ", such as %s", strings.Join(f.Examples, ", "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
