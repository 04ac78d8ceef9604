package mapping

import (
	"errors"
	"strings"
)

// trace runs the rule on a record, cut off after each of its steps.
func (r *fieldRule[S, T, P]) trace(src *S) []Step {
	t := tracer[S, T, P]{src: src, rule: r}
	t.cut = fieldRule[S, T, P]{name: r.name, target: r.target, policy: r.policy, whenAbsent: r.whenAbsent, whenEmpty: r.whenEmpty, zeroEmpty: r.zeroEmpty}
	if r.force != nil {
		t.cut.force = r.force
		t.run("force", "", "")
	} else {
		t.derive()
	}
	if r.def != nil && t.now.kind == KindAbsent && !t.ended {
		t.cut.def = r.def
		t.run("default", "", "")
	}
	if before := t.now; !t.ended {
		t.cut.checks = r.checks
		t.run("validate", "", "")
		if last := len(t.steps) - 1; !t.ended && t.now.text == before.text {
			t.steps = t.steps[:last] // the checks had nothing to say: they change nothing but the length of a text
		}
	}
	return t.steps
}

// tracer is a trace on its way.
type tracer[S, T, P any] struct {
	src   *S
	rule  *fieldRule[S, T, P]
	cut   fieldRule[S, T, P]
	steps []Step
	// now is the value after the last step.
	now Value
	// ended says that no step follows, handled that none before the default does.
	ended, handled bool
}

// run notes what the cut rule gives now.
func (t *tracer[S, T, P]) run(name, part, note string) {
	m, err := t.cut.evaluateSafely(t.src)
	if e, ok := errors.AsType[*FieldError](err); ok {
		note, t.ended = e.Error(), true
	}
	t.steps = append(t.steps, Step{Name: name, Part: part, Before: t.now, After: m.value, Note: note})
	t.now, t.ended = m.value, t.ended || m.clear
}

// derive traces steps 1 to 5.
func (t *tracer[S, T, P]) derive() {
	if len(t.rule.from) > 0 {
		t.read()
		t.transform()
	}
	if len(t.rule.branches) > 0 && t.goesOn() {
		t.branch()
	}
	if t.rule.table != nil && t.goesOn() && t.now.kind != KindAbsent {
		t.lookUp()
	}
}

func (t *tracer[S, T, P]) goesOn() bool { return !t.ended && !t.handled }

// read traces steps 1 and 2.
func (t *tracer[S, T, P]) read() {
	r := t.rule
	t.cut.from, t.cut.plain, t.cut.skipEmpty = r.from, r.plain, r.skipEmpty
	m, err := r.coalesceSafely(t.src)
	if err != nil {
		t.run("from", "", "")
		return
	}
	step := Step{Name: "from", After: m.value}
	if m.from > 0 {
		step.Part = r.from[m.from-1].text
	} else {
		step.Note = "no path has a value"
	}
	t.steps, t.now = append(t.steps, step), m.value
	switch {
	case m.value.kind == KindAbsent:
		t.handle("absent", r.whenAbsent)
	case r.isEmpty(&m.value):
		t.handle("empty", r.whenEmpty)
	}
}

// handle traces what becomes of an absent or empty value.
func (t *tracer[S, T, P]) handle(name string, h Handling) {
	t.run(name, string(orOmit(h)), "")
	t.handled = true
}

func (r *fieldRule[S, T, P]) coalesceSafely(src *S) (m mapped, err error) {
	var at place
	defer func() {
		if p := recover(); p != nil {
			err = panicError(p)
		}
	}()
	err = r.coalesce(src, &m, &at)
	return m, err
}

func (t *tracer[S, T, P]) transform() {
	for i := range t.rule.transforms {
		if !t.goesOn() {
			return
		}
		t.cut.transforms = t.rule.transforms[:i+1]
		t.run("transform", t.rule.transforms[i].Name, "")
		t.handled = t.now.kind == KindAbsent
	}
}

// branch traces step 4.
func (t *tracer[S, T, P]) branch() {
	t.cut.branches, t.cut.join = t.rule.branches, t.rule.join
	t.run("if", "", "")
	step := &t.steps[len(t.steps)-1]
	if t.ended && step.Note != "" {
		return
	}
	var parts []string
	for i := range t.rule.branches {
		if ok, err := t.rule.branches[i].cond.holds(t.src); ok && err == nil {
			parts = append(parts, t.rule.branches[i].text)
			if t.rule.join == nil {
				break
			}
		}
	}
	step.Part = strings.Join(parts, ", ")
	if parts == nil {
		step.Note = "no condition is true"
		return
	}
	t.handled = t.now.kind == KindAbsent
}

// lookUp traces step 5.
func (t *tracer[S, T, P]) lookUp() {
	note := "not in the table: " + string(t.rule.table.unmapped.kind)
	if _, hit := t.rule.table.entry(&t.now); hit {
		note = "found in the table"
	}
	t.cut.table = t.rule.table
	t.run("map", "", note)
}
