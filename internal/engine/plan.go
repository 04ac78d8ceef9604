package engine

import (
	"context"
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// Planner turns items into works: what is to be done about each record and why.
// It reads from both systems and the state and writes to neither.
type Planner[S, T, P any] struct {
	pair    *Pair[S, T, P]
	records state.Records
	// full plans every record afresh, settled or not.
	full bool
	// first says that the source was never read to its end, so that records which
	// have no row are probed for.
	first bool
	// known are the works of this pass by source id; nil where no record comes
	// twice.
	known map[string]*Work[S, T, P]
}

// NewPlanner plans records that other records need. A record that is needed
// twice in one pass is planned once.
func NewPlanner[S, T, P any](pair *Pair[S, T, P], records state.Records) *Planner[S, T, P] {
	return &Planner[S, T, P]{pair: pair, records: records, known: map[string]*Work[S, T, P]{}}
}

// Plan returns one work for each item, in their order.
func (p *Planner[S, T, P]) Plan(ctx context.Context, items []Item[S]) ([]*Work[S, T, P], error) {
	works := make([]*Work[S, T, P], len(items))
	var fresh []*Work[S, T, P]
	for i, item := range items {
		if known, ok := p.known[item.ID]; ok {
			works[i] = known
			continue
		}
		works[i] = newWork(p.pair, p.records, item)
		fresh = append(fresh, works[i])
		if p.known != nil {
			p.known[item.ID] = works[i]
		}
	}
	if len(fresh) == 0 {
		return works, nil
	}
	return works, p.plan(ctx, fresh)
}

// plan takes works through all stages. Each stage looks only at works that no
// earlier stage has settled.
func (p *Planner[S, T, P]) plan(ctx context.Context, works []*Work[S, T, P]) error {
	stages := []func(context.Context, []*Work[S, T, P]) error{
		p.loadRows, p.gate, p.enrich, p.skipSettled, p.resolveAnnounced, p.match, p.loadTargets, p.prepare, p.decide,
	}
	for _, stage := range stages {
		open := openWorks(works)
		if len(open) == 0 {
			return nil
		}
		if err := stage(ctx, open); err != nil {
			return err
		}
	}
	return nil
}

func openWorks[S, T, P any](works []*Work[S, T, P]) []*Work[S, T, P] {
	open := make([]*Work[S, T, P], 0, len(works))
	for _, w := range works {
		if !w.settled {
			open = append(open, w)
		}
	}
	return open
}

// loadRows loads the rows of the records and of their parts.
func (p *Planner[S, T, P]) loadRows(ctx context.Context, works []*Work[S, T, P]) error {
	var ids []string
	for _, w := range works {
		ids = append(ids, w.Item.ID)
		ids = append(ids, p.parts(w)...)
	}
	rows, err := p.records.Load(ctx, p.pair.Flow, ids)
	if err != nil {
		return storeFault(fmt.Errorf("load rows of %s: %w", p.pair.Flow, err))
	}
	byID := make(map[string]state.Record, len(rows))
	for _, row := range rows {
		byID[row.SourceID] = row
	}
	for _, w := range works {
		if row, ok := byID[w.Item.ID]; ok {
			w.Row = row
		}
		w.Parts = map[string]state.Record{}
		for _, id := range p.parts(w) {
			if row, ok := byID[id]; ok {
				w.Parts[id] = row
			}
		}
		if w.Item.Err != nil {
			w.Fail(w.Item.Err)
		}
	}
	return nil
}

// parts are the ids of the record's parts; what was not read completely has none.
func (p *Planner[S, T, P]) parts(w *Work[S, T, P]) []string {
	if p.pair.Parts == nil || w.Item.Err != nil {
		return nil
	}
	return p.pair.Parts(&w.Item.Record)
}

func (p *Planner[S, T, P]) gate(_ context.Context, works []*Work[S, T, P]) error {
	for _, w := range works {
		w.finish = w.Row.TargetID != "" && w.Row.Version == "" && w.Row.Origin == p.pair.Origin && p.pair.Origin != ""
	}
	if p.pair.Gate == nil {
		return nil
	}
	for _, w := range works {
		w.verdict = p.pair.Gate(w)
		if w.verdict.Outcome != "" && !w.finish && !p.mayExist(w) {
			w.endGated()
		}
	}
	return nil
}

// mayExist reports whether the record has no link and is in the target perhaps: its
// create got no answer, or its row was lost with the state.
func (p *Planner[S, T, P]) mayExist(w *Work[S, T, P]) bool {
	return w.Row.Announced != nil || p.first && w.Row.Revision == 0
}

// noVersion is the version of a record that ended before its own was known. No
// record has it, so that the record is mapped when it gets that far, and unlike ""
// it is no mark of a create that was cut off.
const noVersion = "none"

// endGated ends a work as its gate says.
func (w *Work[S, T, P]) endGated() {
	v := w.verdict
	if w.version = v.Version; w.version == "" {
		w.version = noVersion
	}
	w.keep = w.Row.Revision > 0 && w.Row.Version == w.version && w.Row.RetryAt.IsZero() && w.Row.Reason == v.Reason && w.Row.Announced == nil
	w.end(v.Outcome, v.Reason, v.Message)
}

func (p *Planner[S, T, P]) enrich(ctx context.Context, works []*Work[S, T, P]) error {
	if p.pair.Enrich == nil {
		return nil
	}
	return p.pair.Enrich(ctx, works)
}

// skipSettled ends works whose record is settled at this version under this
// mapping, and those that are parked at this version and not due yet.
func (p *Planner[S, T, P]) skipSettled(_ context.Context, works []*Work[S, T, P]) error {
	now := time.Now()
	for _, w := range works {
		version, err := p.version(w)
		if err != nil {
			w.Fail(err)
			w.explainable(true)
			continue
		}
		w.version = version
		same := version != "" && w.Row.Version == version && w.Row.Fingerprint == p.pair.Fingerprint
		switch {
		case w.Row.Announced != nil || w.finish:
		case p.pair.Once && w.Row.TargetID != "":
			p.skipExisting(w, same)
		case !same || p.full:
		case w.Row.TargetID != "" && w.Row.RetryAt.IsZero():
			w.keep = true
			w.end(pass.Unchanged, "", "")
		case w.Row.RetryAt.After(now):
			w.keep = true
			w.end(pass.Parked, w.Row.Reason, p.stillParked(&w.Row))
		}
	}
	return nil
}

// stillParked is the message of a record that stays parked.
func (p *Planner[S, T, P]) stillParked(row *state.Record) string {
	message := "parked until " + row.RetryAt.UTC().Format(time.RFC3339) + " or until the record changes"
	if remedy := p.pair.remedy(row.Reason); remedy != "" {
		return message + ": " + remedy
	}
	return message
}

func (p *Planner[S, T, P]) version(w *Work[S, T, P]) (string, error) {
	if p.pair.Version == nil {
		return "", nil
	}
	return p.pair.Version(&w.Item.Record)
}

// RemarkDrifted stands at a record that changed after it was transferred.
const RemarkDrifted = "DriftedAfterTransfer"

// skipExisting ends the work of a record that is created once and exists.
func (p *Planner[S, T, P]) skipExisting(w *Work[S, T, P], same bool) {
	if w.keep = same && w.Row.RetryAt.IsZero() && w.Row.Revision > 0; !same && w.Row.Version != w.version {
		w.Remark(RemarkDrifted)
	}
	w.end(pass.Skipped, "existing", "")
}

// resolveAnnounced looks for the targets of creates whose answer never arrived.
// Nobody touches an announcement before its request can no longer be under way.
func (p *Planner[S, T, P]) resolveAnnounced(ctx context.Context, works []*Work[S, T, P]) error {
	now := time.Now()
	var lost []*Work[S, T, P]
	for _, w := range works {
		switch {
		case !p.mayExist(w):
		case w.Row.Announced != nil && now.Before(settledBy(w.Row.Announced, p.pair.Timeout)):
			w.keep = true
			w.end(pass.Unknown, "AwaitingAnswer", "a create of this record is under way or its answer was lost; it is looked for after "+
				settledBy(w.Row.Announced, p.pair.Timeout).UTC().Format(time.RFC3339))
		default:
			lost = append(lost, w)
		}
	}
	if len(lost) == 0 || p.pair.Probe == nil {
		return nil
	}
	found, undecided, err := p.pair.Probe(ctx, lost)
	switch {
	case err != nil && p.first:
		// Nobody asks a second time for records that were never announced.
		return fmt.Errorf("look for records that exist already: %w", err)
	case err != nil:
		return p.failAll(lost, fmt.Errorf("look for announced creates: %w", err))
	}
	for _, w := range lost {
		p.resolve(w, found[w.Item.ID], undecided[w.Item.ID])
	}
	return nil
}

// settledBy is the instant after which the request of an announcement can no
// longer reach the target.
func settledBy(a *state.Announcement, timeout time.Duration) time.Time {
	return a.SendBy.Add(2 * timeout)
}

func (p *Planner[S, T, P]) resolve(w *Work[S, T, P], id string, undecided bool) {
	announced := w.Row.Announced != nil
	switch {
	case undecided:
		w.end(pass.Unknown, "SearchLag", "whether the create arrived cannot be seen yet; it is looked for again in the next pass")
	case id == "" && w.verdict.Outcome != "":
		w.Row.Announced = nil
		w.endGated()
	case id == "":
		w.Row.Announced = nil
	case announced:
		w.Row.TargetID, w.Row.Origin, w.Row.Announced = id, w.origin, nil
		w.finish = true
	default:
		w.Row.TargetID, w.Row.Origin = id, w.origin
		w.end(pass.Skipped, "existing", "")
	}
}

// failAll ends works with an error of a read that they share; an announced
// create stays unknown. Errors that stop the pass are returned, and so is the
// silence of a system that as many records wait for.
func (p *Planner[S, T, P]) failAll(works []*Work[S, T, P], err error) error {
	if stops(err) || faultOf(err).Class == pass.ClassUnavailable && len(works) >= maxUnavailable {
		return err
	}
	for _, w := range works {
		w.Fail(err)
		if w.Row.Announced != nil {
			w.step.Outcome = pass.Unknown
		}
	}
	return nil
}

func (p *Planner[S, T, P]) match(ctx context.Context, works []*Work[S, T, P]) error {
	if p.pair.Match == nil {
		return nil
	}
	var unlinked []*Work[S, T, P]
	var jobs []matchable[S]
	for _, w := range works {
		if w.Row.TargetID == "" {
			unlinked = append(unlinked, w)
			jobs = append(jobs, matchable[S]{Job: w.Job, record: &w.Item.Record})
		}
	}
	if len(unlinked) == 0 {
		return nil
	}
	targets, err := p.pair.Match.resolve(ctx, p.pair.reads(p.records), jobs)
	if err != nil {
		return p.failAll(unlinked, fmt.Errorf("match: %w", err))
	}
	for _, w := range unlinked {
		w.Current = targets[w.Row.TargetID]
	}
	return nil
}

// loadTargets reads the linked targets of the batch.
func (p *Planner[S, T, P]) loadTargets(ctx context.Context, works []*Work[S, T, P]) error {
	if p.pair.Once {
		p.endLinked(works)
		return nil
	}
	var linked []*Work[S, T, P]
	var ids []string
	for _, w := range works {
		if w.Row.TargetID != "" && w.Current == nil {
			linked, ids = append(linked, w), append(ids, w.Row.TargetID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	targets, err := p.pair.Target.Load(ctx, ids)
	if err != nil {
		return p.failAll(linked, fmt.Errorf("read targets: %w", err))
	}
	for _, w := range linked {
		if w.Current = targets[w.Row.TargetID]; w.Current != nil {
			continue
		}
		if !p.pair.Recreate {
			w.Fail(targetGone(w.Row.TargetID))
			continue
		}
		w.Remark("Recreated")
		w.Row.TargetID, w.Row.Baselines, w.Row.Version, w.finish = "", nil, "", false
		w.Parts = nil
	}
	return nil
}

// endLinked ends works of once-only pairs that matching has just linked.
func (p *Planner[S, T, P]) endLinked(works []*Work[S, T, P]) {
	for _, w := range works {
		if w.Row.TargetID != "" && !w.finish {
			w.end(pass.Skipped, "existing", "")
		}
	}
}

func (p *Planner[S, T, P]) prepare(ctx context.Context, works []*Work[S, T, P]) error {
	if p.pair.Prepare == nil {
		return nil
	}
	if err := p.pair.Prepare(ctx, works); err != nil {
		return p.failAll(openWorks(works), err)
	}
	return nil
}

func (p *Planner[S, T, P]) decide(_ context.Context, works []*Work[S, T, P]) error {
	for _, w := range works {
		w.decide()
	}
	return nil
}
