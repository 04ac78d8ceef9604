package engine

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// defaultBrakePercent is the share of records that one pass may disable or set
// to zero.
const defaultBrakePercent = 20

// freeSteps is how many held steps are always allowed.
const freeSteps = 10

// maxBrakeLabels is how many held records a report names.
const maxBrakeLabels = 20

// brakes bound what a pass may do.
type brakes struct {
	set     pass.Brakes
	base    map[pass.BrakeName]int
	creates int
	updates int
}

func newBrakes(set pass.Brakes) *brakes {
	return &brakes{set: set, base: map[pass.BrakeName]int{}}
}

// cap cuts the jobs before the one that would exceed MaxCreates or MaxUpdates.
func (b *brakes) cap(jobs []*Job) ([]*Job, *pass.Brake) {
	for i, j := range jobs {
		if j.settled || j.send == nil {
			continue
		}
		name, count, limit := pass.BrakeUpdates, &b.updates, b.set.MaxUpdates
		if j.creates() {
			name, count, limit = pass.BrakeCreates, &b.creates, b.set.MaxCreates
		}
		if *count++; limit > 0 && *count > limit && !slices.Contains(b.set.Override, name) {
			return jobs[:i], &pass.Brake{Name: name, Held: 1, Allowed: limit, Labels: []string{j.step.Label}}
		}
	}
	return jobs, nil
}

// split counts the base of the brakes and separates the steps that have to wait
// until reading is complete.
func (b *brakes) split(jobs []*Job) (now, held []*Job) {
	for _, j := range jobs {
		for _, name := range j.base {
			b.base[name]++
		}
		if j.guard != "" && j.send != nil && !j.settled {
			held = append(held, j)
			continue
		}
		now = append(now, j)
	}
	return now, held
}

func (b *brakes) allowed(name pass.BrakeName) int {
	percent := b.set.MaxDisables
	if name == pass.BrakeZeroed {
		percent = b.set.MaxZeroed
	}
	if percent == 0 {
		percent = defaultBrakePercent
	}
	if percent < 0 || slices.Contains(b.set.Override, name) {
		return -1
	}
	return max(freeSteps, b.base[name]*percent/100)
}

// hold saves guarded steps as due, so that they are not lost whatever happens,
// and keeps them until reading is complete.
func (r *run[S, T, P]) hold(ctx context.Context, jobs []*Job) error {
	if len(jobs) == 0 {
		return nil
	}
	rows := make([]state.Record, len(jobs))
	now := time.Now()
	for i, j := range jobs {
		j.Row.RetryAt, j.Row.Reason = now, "Held"
		rows[i] = j.Row
	}
	refused, err := r.Store.Records.Save(ctx, r.report.Flow, rows)
	if err != nil {
		return storeFault(fmt.Errorf("hold steps of %s: %w", r.report.Flow, err))
	}
	for _, j := range jobs {
		if slices.Contains(refused, j.Row.SourceID) {
			j.lost, j.keep = true, true
			j.end(pass.Waiting, "AnotherWorker", "another worker has changed this record")
		}
		j.Row.Revision++
	}
	r.held = append(r.held, jobs...)
	return nil
}

// release lets the brakes decide about all held steps of the pass.
func (r *run[S, T, P]) release(ctx context.Context) error {
	byGuard := map[pass.BrakeName][]*Job{}
	for _, j := range r.held {
		byGuard[j.guard] = append(byGuard[j.guard], j)
	}
	for _, name := range []pass.BrakeName{pass.BrakeDisables, pass.BrakeZeroed} {
		jobs := byGuard[name]
		if allowed := r.brakes.allowed(name); allowed >= 0 && len(jobs) > allowed {
			r.trip(name, jobs, allowed)
		}
		if err := r.applyHeld(ctx, jobs); err != nil {
			return err
		}
	}
	return brakeError(r.report.Brakes)
}

func brakeError(tripped []pass.Brake) error {
	if len(tripped) == 0 {
		return nil
	}
	return &pass.Error{Class: pass.ClassBrake, Reason: "BrakeTripped",
		Err:    fmt.Errorf("brake %s tripped: %d steps held, %d allowed; none of them was written", tripped[0].Name, tripped[0].Held, tripped[0].Allowed),
		Remedy: "check the source; if it is right, run once with Override"}
}

func (r *run[S, T, P]) trip(name pass.BrakeName, jobs []*Job, allowed int) {
	brake := pass.Brake{Name: name, Held: len(jobs), Allowed: allowed, Base: r.brakes.base[name]}
	for _, j := range jobs {
		j.keep = true
		j.end(pass.Parked, "BrakeTripped", fmt.Sprintf(
			"%d records would pass the brake %s, %d are allowed; check the source, then run once with Override", len(jobs), name, allowed))
		if len(brake.Labels) < maxBrakeLabels {
			brake.Labels = append(brake.Labels, j.step.Label)
		}
	}
	r.report.Brakes = append(r.report.Brakes, brake)
}

func (r *run[S, T, P]) applyHeld(ctx context.Context, jobs []*Job) error {
	r.applier.readBack = nil
	for start := 0; start < len(jobs); start += BatchSize {
		some := jobs[start:min(start+BatchSize, len(jobs))]
		err := r.applier.apply(ctx, some)
		if bookErr := r.book(ctx, some, 0); err == nil {
			err = bookErr
		}
		if err != nil {
			return err
		}
	}
	return nil
}
