package pass_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
)

// steps makes steps of one outcome with different source ids.
func steps(outcome pass.Outcome, n int) []pass.Step {
	out := make([]pass.Step, n)
	for i := range out {
		out[i] = pass.Step{SourceID: fmt.Sprint(outcome, " ", i), Outcome: outcome}
	}
	return out
}

func count(r *pass.Report, steps ...pass.Step) {
	for _, s := range steps {
		r.Count(s)
	}
}

func TestStepPrintsInOneLine(t *testing.T) {
	t.Parallel()
	fields := []mapping.FieldChange{{Field: "name"}}
	for want, step := range map[string]pass.Step{
		"MUG created":                 {SourceID: "7", Label: "MUG", Outcome: pass.Created, Fields: fields, Trace: &pass.Trace{}},
		"7 updated (Edited, Renamed)": {SourceID: "7", Outcome: pass.Updated, Remarks: []string{"Edited", "Renamed"}},
		"1002 waiting NotPaid":        {Label: "1002", Outcome: pass.Waiting, Reason: "NotPaid"},
		"MUG parked NoSKU: add one":   {Label: "MUG", Outcome: pass.Parked, Reason: "NoSKU", Message: "add one"},
	} {
		if got := fmt.Sprint(step); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestCountSums books another number of steps for each outcome: every record is
// in exactly one count, and read is their sum.
func TestCountSums(t *testing.T) {
	t.Parallel()
	var r pass.Report
	want, read := map[pass.Outcome]int{}, 0
	for i, outcome := range pass.Outcomes() {
		count(&r, steps(outcome, i+1)...)
		want[outcome] = i + 1
		read += i + 1
	}
	if r.Read != read {
		t.Errorf("read: got %d, want %d", r.Read, read)
	}
	if diff := cmp.Diff(want, r.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if got := r.Writes(); got != want[pass.Created]+want[pass.Updated] {
		t.Errorf("writes: got %d, want %d created and %d updated", got, want[pass.Created], want[pass.Updated])
	}
}

func TestOutcomesListsEachOnce(t *testing.T) {
	t.Parallel()
	want := []pass.Outcome{"created", "updated", "unchanged", "skipped", "waiting", "parked", "failed", "unknown"}
	if diff := cmp.Diff(want, pass.Outcomes()); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
}

func TestCountReasons(t *testing.T) {
	t.Parallel()
	var r pass.Report
	count(&r,
		pass.Step{Outcome: pass.Parked, Reason: "UnknownSKU"},
		pass.Step{Outcome: pass.Parked, Reason: "UnknownSKU"},
		pass.Step{Outcome: pass.Failed, Reason: "UnknownSKU"},
		pass.Step{Outcome: pass.Created},
	)
	want := map[string]int{"parked:UnknownSKU": 2, "failed:UnknownSKU": 1}
	if diff := cmp.Diff(want, r.Reasons); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

// TestCountChildren wants the remarks of children, at any depth, but no record
// for them: they are no records of this flow.
func TestCountChildren(t *testing.T) {
	t.Parallel()
	edited := mapping.FieldChange{Field: "name", Remark: mapping.Edited}
	plain := mapping.FieldChange{Field: "price"}
	grandchild := pass.Step{Outcome: pass.Failed, Reason: "deep", Remarks: []string{"KeyDrift"}}
	child := pass.Step{Outcome: pass.Created, Fields: []mapping.FieldChange{edited}, Children: []pass.Step{grandchild}}
	var r pass.Report
	count(&r, pass.Step{
		Outcome: pass.Updated, Remarks: []string{"Renamed", "KeyDrift"},
		Fields: []mapping.FieldChange{edited, plain}, Children: []pass.Step{child},
	})
	want := map[string]int{"Edited": 2, "KeyDrift": 2, "Renamed": 1}
	if diff := cmp.Diff(want, r.Remarks); diff != "" {
		t.Errorf("remarks (-want +got):\n%s", diff)
	}
	if r.Read != 1 || len(r.Counts) != 1 || len(r.Reasons) != 0 || len(r.Problems) != 0 {
		t.Errorf("children were booked as records: %+v", r)
	}
}

func TestCountKeepsProblems(t *testing.T) {
	t.Parallel()
	var r pass.Report
	var want []string
	for _, outcome := range pass.Outcomes() {
		s := steps(outcome, 1)
		count(&r, s...)
		switch outcome {
		case pass.Parked, pass.Failed, pass.Unknown:
			want = append(want, s[0].SourceID)
		case pass.Created, pass.Updated, pass.Unchanged, pass.Skipped, pass.Waiting:
		}
	}
	var got []string
	for _, s := range r.Problems {
		got = append(got, s.SourceID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestCountBoundsProblems(t *testing.T) {
	t.Parallel()
	var r pass.Report
	count(&r, steps(pass.Failed, pass.MaxProblems+5)...)
	if len(r.Problems) != pass.MaxProblems {
		t.Errorf("problems: got %d, want %d", len(r.Problems), pass.MaxProblems)
	}
	if got := r.Counts[pass.Failed]; got != pass.MaxProblems+5 || r.Read != got {
		t.Errorf("failed %d, read %d, want %d", got, r.Read, pass.MaxProblems+5)
	}
}

// TestStepNamesEachRemarkOnce, those on the record and those on its fields.
func TestStepNamesEachRemarkOnce(t *testing.T) {
	t.Parallel()
	s := pass.Step{Label: "Mug", Outcome: pass.Unchanged, Remarks: []string{"TaxUnknown"}, Fields: []mapping.FieldChange{
		{Field: "a", Remark: mapping.Edited}, {Field: "b"}, {Field: "c", Remark: mapping.Edited}, {Field: "d", Remark: mapping.Conflict},
	}}
	if got, want := s.String(), "Mug unchanged (TaxUnknown, Edited, Conflict)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
