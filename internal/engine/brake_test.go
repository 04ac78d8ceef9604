package engine_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/internal/engine"
)

func refusesNothing(context.Context) (bool, error) { return false, nil }

// emptied is a world of n linked records of which the source empties some.
func emptied(t *testing.T, n, empty int) (*world, *engine.Pass[article, product, patch]) {
	t.Helper()
	w, store := newWorld(some(n)...), memstate.New()
	mustRun(t, w.pass(store))
	for i := range empty {
		w.articles[i].Name = ""
	}
	return w, w.pass(store)
}

func (w *world) named() int {
	n := 0
	for _, p := range w.products {
		if p.Name != "" {
			n++
		}
	}
	return n
}

func TestBrakeHoldsAllGuardedStepsBack(t *testing.T) {
	t.Parallel()
	w, p := emptied(t, 40, 12)
	w.articles[39].Name = "changed"

	report, err := p.Run(t.Context())
	if err == nil || report.State != pass.Stopped || report.Cause != pass.CauseBrake {
		t.Fatalf("Run = %v(%v), %v; want stopped(brake)", report.State, report.Cause, err)
	}
	if w.named() != 40 || report.Counts[pass.Updated] != 1 || report.Counts[pass.Parked] != 12 {
		t.Errorf("%d named, counts %v; want all 12 held and the other change written", w.named(), report.Counts)
	}
	if len(report.Brakes) != 1 || report.Brakes[0].Held != 12 || len(report.Brakes[0].Labels) != 12 {
		t.Errorf("brakes = %+v, want 12 named steps", report.Brakes)
	}

	p.Brakes.Override = []pass.BrakeName{pass.BrakeZeroed}
	if report = mustRun(t, p); w.named() != 28 || report.Counts[pass.Updated] != 12 {
		t.Errorf("with Override: %d named, counts %v; want the held steps done", w.named(), report.Counts)
	}
}

func TestGuardedStepsBelowTheBrakeAreDone(t *testing.T) {
	t.Parallel()
	w, p := emptied(t, 40, 10)
	if report := mustRun(t, p); w.named() != 30 || report.Counts[pass.Updated] != 10 {
		t.Errorf("%d named, counts %v; want ten steps done", w.named(), report.Counts)
	}
}

func TestCapStopsBeforeTheStepThatWouldExceedIt(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(9)...), memstate.New()
	p := w.pass(store)
	p.Brakes.MaxCreates = 5
	report := mustRun(t, p)
	if len(w.products) != 5 || report.State != pass.Partial || report.Cause != pass.CauseCap {
		t.Errorf("%d products, %v(%v); want 5 and partial(cap)", len(w.products), report.State, report.Cause)
	}
	if report = mustRun(t, w.pass(store)); len(w.products) != 9 {
		t.Errorf("%d products after the next pass (%v), want 9", len(w.products), report.Counts)
	}
}

func TestPlanLimitEndsTheCreatesOfThePass(t *testing.T) {
	t.Parallel()
	w, store := newWorld(some(20)...), memstate.New()
	full := &pass.Error{Class: pass.ClassCapability, Reason: "PlanLimit", Err: fmt.Errorf("plan is full")}
	creates := 0
	w.fault = func(_ int, call string) (error, error) {
		if call != "read" && call != "load" {
			creates++
			return full, nil
		}
		return nil, nil
	}
	p := w.pass(store)
	p.Concurrency = 1
	report := mustRun(t, p)
	if creates != 1 || report.Reasons["parked:PlanLimit"] != 20 {
		t.Errorf("%d creates sent, reasons %v; want one, and all parked", creates, report.Reasons)
	}
}
