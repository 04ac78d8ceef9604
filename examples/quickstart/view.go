package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/tillsync/tillsync/flows/pass"
)

// view prints to people: bars on a terminal, plain lines otherwise.
type view struct {
	out      io.Writer
	terminal bool
}

func newView(out io.Writer) *view {
	file, ok := out.(*os.File)
	return &view{out: out, terminal: ok && term.IsTerminal(int(file.Fd()))}
}

func (v *view) say(format string, args ...any) {
	_, _ = fmt.Fprintf(v.out, format+"\n", args...)
}

// title begins a part of the demo.
func (v *view) title(format string, args ...any) {
	_, _ = fmt.Fprintf(v.out, "\n== "+format+"\n", args...)
}

// bar shows the progress of one pass.
type bar struct {
	view *view
	name string
	bar  *progressbar.ProgressBar
	next int
}

// plainEvery is how many records pass between two plain lines.
const plainEvery = 1000

func (v *view) progress(name string) *bar {
	b := &bar{view: v, name: name, next: plainEvery}
	if v.terminal {
		b.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(v.out), progressbar.OptionSetDescription(name),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	return b
}

func (b *bar) show(e pass.Event) {
	if e.Kind != pass.EventStep && e.Kind != pass.EventProgress {
		return
	}
	if b.bar != nil {
		if e.Total > 0 {
			b.bar.ChangeMax(e.Total)
		}
		_ = b.bar.Set(e.Read) // a bar that cannot be drawn is no reason to stop
		return
	}
	if e.Read >= b.next {
		b.next += plainEvery
		b.view.say("   %s: %d records", b.name, e.Read)
	}
}

func (b *bar) done() {
	if b.bar != nil {
		_ = b.bar.Finish()
	}
}

// table shows what a pass did.
func (v *view) table(name string, r *pass.Report, s spent) {
	v.say("%s: %s, %d records in %s", name, stateOf(r), r.Read, r.Ended.Sub(r.Started).Round(time.Millisecond))
	w := tabwriter.NewWriter(v.out, 0, 0, 2, ' ', 0)
	for _, outcome := range pass.Outcomes() {
		if n := r.Counts[outcome]; n > 0 {
			_, _ = fmt.Fprintf(w, "   %s\t%d\t%s\n", outcome, n, reasons(r, outcome))
		}
	}
	_ = w.Flush()
	v.say("   calls: %d SalesPOS, %d Ecwid, of these %d writes; at the real rates %s", s.pos, s.shop, s.writes, s.paced.Round(time.Second))
}

func stateOf(r *pass.Report) string {
	if r.Cause == "" {
		return string(r.State)
	}
	return fmt.Sprintf("%s (%s)", r.State, r.Cause)
}

func reasons(r *pass.Report, outcome pass.Outcome) string {
	var names []string
	for name := range r.Reasons {
		if prefix := string(outcome) + ":"; len(name) > len(prefix) && name[:len(prefix)] == prefix {
			names = append(names, fmt.Sprintf("%s %d", name[len(prefix):], r.Reasons[name]))
		}
	}
	slices.Sort(names)
	text := ""
	for i, name := range names {
		if i > 0 {
			text += ", "
		}
		text += name
	}
	return text
}

// problems shows what was left and what to do about it.
func (v *view) problems(r *pass.Report) {
	for i, p := range r.Problems {
		if i == 10 {
			v.say("   … and %d more, see report.json", len(r.Problems)-i)
			return
		}
		v.say("   %s %s: %s", p.Outcome, p.Label, p.Message)
	}
}

func (h *house) summary() {
	t := h.cost.total
	h.view.title("Summary")
	h.view.say("calls: %d to SalesPOS, %d to Ecwid, of these %d writes", t.pos, t.shop, t.writes)
	h.view.say("at the real rates the passes would take about %s", t.paced.Round(time.Second))
}
