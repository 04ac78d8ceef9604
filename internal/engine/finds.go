package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// finds is what both indexes and the fresh reads say about the keys of a batch.
type finds[S, T any] struct {
	// sourceIDs and targetIDs are the ids that the indexes have for each hash.
	sourceIDs, targetIDs map[mapping.Hash][]string
	// targets are the candidates as they are now, linked the rows that are linked
	// to them.
	targets map[string]*T
	linked  map[string]state.Record
	// rivals are the source records with a key of the batch as they are now.
	rivals map[string]*S
}

func (m *Matcher[S, T]) lookup(ctx context.Context, r reads[S, T], jobs []matchable[S]) (*finds[S, T], error) {
	var hashes []mapping.Hash
	for _, j := range jobs {
		for _, key := range j.keys {
			if key != "" {
				hashes = append(hashes, m.exact(key), m.folded(key))
			}
		}
	}
	f := &finds[S, T]{}
	var err error
	if f.targetIDs, err = m.Index.Lookup(ctx, m.TargetIndex, hashes); err != nil {
		return nil, storeFault(fmt.Errorf("look up in index %s: %w", m.TargetIndex, err))
	}
	if f.targets, f.linked, err = r.candidates(ctx, idsOf(f.targetIDs)); err != nil {
		return nil, err
	}
	if m.SourceIndex == "" {
		return f, nil
	}
	if f.sourceIDs, err = m.Index.Lookup(ctx, m.SourceIndex, hashes); err != nil {
		return nil, storeFault(fmt.Errorf("look up in index %s: %w", m.SourceIndex, err))
	}
	return f, m.readRivals(ctx, r, f, jobs)
}

func idsOf(byHash map[mapping.Hash][]string) []string {
	var ids []string
	for _, some := range byHash {
		ids = append(ids, some...)
	}
	return ids
}

// readRivals reads the other source records that the index names for a key of
// the batch: an index entry may be older than the record's present key.
func (m *Matcher[S, T]) readRivals(ctx context.Context, r reads[S, T], f *finds[S, T], jobs []matchable[S]) error {
	f.rivals = map[string]*S{}
	for _, j := range jobs {
		f.rivals[j.Row.SourceID] = j.record
	}
	var unread []string
	for _, j := range jobs {
		for _, id := range f.sourceIDs[m.exact(j.keys[0])] {
			if f.rivals[id] == nil {
				unread = append(unread, id)
			}
		}
	}
	slices.Sort(unread)
	items, err := r.get(ctx, slices.Compact(unread))
	if err != nil {
		return fmt.Errorf("read records with the same %s: %w", m.Kind, err)
	}
	for _, item := range items {
		f.rivals[item.ID] = &item.Record
	}
	return nil
}

// decide links or parks one record, or leaves it to be created.
func (m *Matcher[S, T]) decide(f *finds[S, T], j matchable[S]) {
	if err := m.checkRivals(f, j); err != nil {
		j.Fail(err)
		return
	}
	own := j.keys[0]
	holders := f.holding(m, f.targetIDs[m.exact(own)], own)
	switch {
	case len(holders) > 1:
		j.Fail(m.ambiguous(holders))
		return
	case len(holders) == 1:
		if err := m.mayHave(f, j, holders[0]); err != nil {
			j.Fail(err)
			return
		}
	}
	if err := m.checkParts(f, j, holders); err != nil {
		j.Fail(err)
		return
	}
	if len(holders) == 1 {
		j.Row.TargetID = holders[0]
		return
	}
	if id := f.differsInCase(m, j); id != "" {
		j.Fail(m.refusal("CaseDiffers", "record %s of the target has the same %s in other letter case", id, m.Kind))
	}
}

// checkRivals parks a record whose own key another source record has too.
func (m *Matcher[S, T]) checkRivals(f *finds[S, T], j matchable[S]) error {
	var rivals []string
	for _, id := range f.sourceIDs[m.exact(j.keys[0])] {
		rival := f.rivals[id]
		if id == j.Row.SourceID || rival == nil || !slices.Contains(m.SourceKeys(rival), j.keys[0]) {
			continue
		}
		rivals = append(rivals, id)
	}
	if len(rivals) == 0 {
		return nil
	}
	return m.refusal(m.Kind+"Ambiguous", "the source has the same %s at %s and %s", m.Kind, j.Row.SourceID, strings.Join(rivals, ", "))
}

// checkParts parks a record when a key of one of its parts belongs to another
// target than its own.
func (m *Matcher[S, T]) checkParts(f *finds[S, T], j matchable[S], holders []string) error {
	for _, key := range j.keys[1:] {
		if key == "" {
			continue
		}
		for _, id := range f.holding(m, f.targetIDs[m.exact(key)], key) {
			if !slices.Contains(holders, id) {
				return m.ambiguous(append([]string{id}, holders...))
			}
		}
	}
	return nil
}

// holding keeps the candidates that really have the key now.
func (f *finds[S, T]) holding(m *Matcher[S, T], ids []string, key string) []string {
	var holders []string
	for _, id := range ids {
		if target := f.targets[id]; target != nil && slices.Contains(m.TargetKeys(target), key) {
			holders = append(holders, id)
		}
	}
	return holders
}

// mayHave says whether a record may be linked to the holder of its key. Of a target
// that is linked to another record already, the stored link stays with the other.
func (m *Matcher[S, T]) mayHave(f *finds[S, T], j matchable[S], targetID string) error {
	if own := m.SourceKeys(j.record)[0]; m.Parts && m.TargetKeys(f.targets[targetID])[0] != own {
		return m.keyOfPart(own, targetID)
	}
	if !f.linkedElsewhere(targetID, j.Row.SourceID) {
		return nil
	}
	if !m.Shared {
		return m.taken(targetID)
	}
	j.keep = true
	return nil
}

func (f *finds[S, T]) linkedElsewhere(targetID, sourceID string) bool {
	row, ok := f.linked[targetID]
	return ok && row.SourceID != sourceID
}

// differsInCase returns a target whose key differs only in letter case and that
// we did not create ourselves for another record.
func (f *finds[S, T]) differsInCase(m *Matcher[S, T], j matchable[S]) string {
	for _, id := range f.targetIDs[m.folded(j.keys[0])] {
		target := f.targets[id]
		if target == nil {
			continue
		}
		if row, ok := f.linked[id]; ok && row.Origin == j.origin {
			continue
		}
		for _, key := range m.TargetKeys(target) {
			if strings.EqualFold(key, j.keys[0]) {
				return id
			}
		}
	}
	return ""
}

func (m *Matcher[S, T]) ambiguous(ids []string) error {
	return m.refusal(m.Kind+"Ambiguous", "the target has the same %s at %s", m.Kind, strings.Join(ids, ", "))
}

func (m *Matcher[S, T]) taken(id string) error {
	return m.refusal(m.Kind+"Taken", "record %s of the target has the %s and is linked to another record of the source", id, m.Kind)
}

// keyOfPart is for a record whose key a part of a target has.
func (m *Matcher[S, T]) keyOfPart(key, id string) error {
	return m.refusal(m.Kind+"OfPart", "%s %s belongs to a part of record %s of the target, and to a whole record of the source", m.Kind, key, id)
}

// partTaken names the part whose key another target has.
func (m *Matcher[S, T]) partTaken(key, id string) error {
	return m.refusal(m.Kind+"Taken", "%s %s of a part of the record is held by record %s of the target", m.Kind, key, id)
}

// unseen stands for a key that the target calls taken while its search, which
// lags behind its writes, shows no holder.
func (m *Matcher[S, T]) unseen(refusal error) error {
	return &pass.Error{Class: pass.ClassAmbiguous, Reason: m.Kind + "TakenUnseen", Err: fmt.Errorf(
		"the target says that the %s is taken, but its search does not show the holder yet: %w", m.Kind, refusal)}
}
