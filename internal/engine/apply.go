package engine

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// sendWindow is how long an announcement allows its request to be sent. It
// covers a batch that waits for its turn at the slowest counter.
const sendWindow = 5 * time.Minute

// saveTimeout bounds the saves that record what has already happened, which a
// cancelled pass still makes.
const saveTimeout = 30 * time.Second

// maxUnavailable is the number of records in a row whose system did not answer
// after which the pass stops.
const maxUnavailable = 5

// applier carries out planned jobs: announce, send, settle.
type applier struct {
	store       state.Store
	concurrency int
	retry       Retry
	// readBack completes what creates left open; it may be nil.
	readBack func(ctx context.Context) error

	mu          sync.Mutex
	unavailable int
	// full is the target's word that it takes no more records.
	full error
}

// apply carries out the jobs and everything they need, and saves their rows. A
// returned error stops the pass; what was done until then is saved all the same.
func (a *applier) apply(ctx context.Context, jobs []*Job) error {
	all := withNeeds(jobs)
	if err := a.announce(ctx, all); err != nil {
		return err
	}
	sendErr := a.sendAll(ctx, jobs)
	if sendErr == nil && a.readBack != nil {
		sendErr = a.readBack(ctx)
	}
	keepCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), saveTimeout)
	defer cancel()
	return errors.Join(sendErr, a.settle(keepCtx, all))
}

// announce saves the announcements of all creates of the batch before the first
// of them is sent. Who loses a row leaves its record alone.
func (a *applier) announce(ctx context.Context, jobs []*Job) error {
	now := time.Now()
	creates := map[string][]*Job{}
	for _, j := range jobs {
		if j.creates() && !j.sent {
			j.announceAt(now)
			creates[j.flow] = append(creates[j.flow], j)
		}
	}
	for flow, some := range creates {
		if err := a.saveAnnouncements(ctx, flow, some); err != nil {
			return err
		}
	}
	return nil
}

func (j *Job) announceAt(now time.Time) {
	first := now
	if j.Row.Announced != nil {
		first = j.Row.Announced.First
	}
	j.Row.Announced = &state.Announcement{Reference: j.reference, First: first, SendBy: now.Add(sendWindow)}
	j.Row.RetryAt = settledBy(j.Row.Announced, j.timeout)
	j.Row.Reason, j.Row.Holds = "Announced", j.holds
}

func (a *applier) saveAnnouncements(ctx context.Context, flow string, jobs []*Job) error {
	rows := make([]state.Record, len(jobs))
	for i, j := range jobs {
		rows[i] = j.Row
	}
	refused, err := a.store.Records.Save(ctx, flow, rows)
	if err != nil {
		return storeFault(fmt.Errorf("announce creates of %s: %w", flow, err))
	}
	lost := map[string]bool{}
	for _, id := range refused {
		lost[id] = true
	}
	for _, j := range jobs {
		if lost[j.Row.SourceID] {
			j.lost = true
			j.end(pass.Waiting, "AnotherWorker", "another worker has announced this record")
			continue
		}
		j.Row.Revision++
	}
	return nil
}

// sendAll sends the jobs side by side until one of them stops the pass.
func (a *applier) sendAll(ctx context.Context, jobs []*Job) error {
	group, groupCtx := errgroup.WithContext(ctx)
	group.SetLimit(a.concurrency)
	for _, j := range jobs {
		group.Go(func() error { return a.run(groupCtx, j) })
	}
	err := group.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// run sends one job behind everything it needs, once. It returns only errors
// that stop the pass.
func (a *applier) run(ctx context.Context, j *Job) (err error) {
	j.once.Do(func() { err = a.runOnce(ctx, j) })
	return err
}

func (a *applier) runOnce(ctx context.Context, j *Job) error {
	ids := make([]string, len(j.needs))
	for i, need := range j.needs {
		if err := a.run(ctx, need); err != nil {
			return err
		}
		if ids[i] = need.Row.TargetID; ids[i] == "" && !j.settled && ctx.Err() == nil {
			j.Fail(need.refusal())
		}
	}
	if ctx.Err() != nil {
		return nil //nolint:nilerr // not sent, so that the job stays open; the pass reports why it stopped
	}
	if j.bind != nil {
		j.bind(ids)
	}
	j.sent = true
	return a.send(ctx, j)
}

// refusal is why a needed record does not exist.
func (j *Job) refusal() error {
	if j.err != nil {
		return fmt.Errorf("%s has to exist first: %w", j.step.Label, j.err)
	}
	return &pass.Error{Class: pass.ClassAmbiguous, Reason: j.step.Reason,
		Err: fmt.Errorf("%s has to exist first: %s: %s", j.step.Label, j.step.Reason, j.step.Message)}
}

func (a *applier) send(ctx context.Context, j *Job) error {
	if j.settled || j.send == nil {
		return nil
	}
	if full := a.refusesCreates(); full != nil && j.creates() {
		j.Fail(full)
		return nil
	}
	sendCtx, cancel, err := a.permit(ctx, j)
	if err != nil || j.lost {
		return err
	}
	defer cancel()
	if err := j.send(sendCtx); err != nil {
		j.Fail(err)
		return a.judge(err)
	}
	return a.judge(nil)
}

// permit announces a create again whose send-by has passed, and bounds its
// request so that nobody meets it after the announcement has ended.
func (a *applier) permit(ctx context.Context, j *Job) (context.Context, context.CancelFunc, error) {
	if !j.creates() {
		return ctx, func() {}, nil
	}
	now := time.Now()
	if !now.Before(j.Row.Announced.SendBy) {
		j.announceAt(now)
		if err := a.saveAnnouncements(ctx, j.flow, []*Job{j}); err != nil || j.lost {
			return ctx, func() {}, err
		}
	}
	bounded, cancel := context.WithDeadline(ctx, j.Row.Announced.SendBy.Add(j.timeout))
	return bounded, cancel, nil
}

func (a *applier) refusesCreates() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.full
}

// judge counts records in a row whose system did not answer and returns the
// errors that stop the pass.
func (a *applier) judge(err error) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if stops(err) {
		return err
	}
	if err != nil && faultOf(err).Class == pass.ClassCapability {
		a.full = err
	}
	if err == nil || faultOf(err).Class != pass.ClassUnavailable {
		a.unavailable = 0
		return nil
	}
	if a.unavailable++; a.unavailable < maxUnavailable {
		return nil
	}
	return fmt.Errorf("%d records in a row got no answer: %w", a.unavailable, err)
}
