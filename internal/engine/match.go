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

// Matcher finds the target of a record by key: an article by SKU, a user by
// e-mail. The indexes give candidates, a fresh read of each decides.
type Matcher[S, T any] struct {
	Hasher *mapping.Hasher
	Index  state.Index
	// Kind is what people call the key, such as "SKU".
	Kind string
	// SourceIndex and TargetIndex name the indexes of both sides. Without a
	// SourceIndex the keys of the source are not compared with each other.
	SourceIndex, TargetIndex string
	// SourceKeys and TargetKeys are the trimmed keys of a record, its own first;
	// "" is no key.
	SourceKeys func(*S) []string
	TargetKeys func(*T) []string
	// Refresh brings the indexes up to date; it is called once in a pass, before
	// they are asked.
	Refresh func(ctx context.Context) error
	// Search asks the target itself for the ids that hold a key, after it said
	// that the key is taken.
	Search func(ctx context.Context, key string) ([]string, error)
	// Parts says that the keys of a target behind its own belong to its parts. Such a
	// key makes no match: the record would be written over the whole.
	Parts bool
	// Shared says that several source records may have one target, such as the
	// accounts of one person: the link stays with the first.
	Shared bool
	// Refuses reports whether the target refuses a second record with a key; if
	// not, Search is asked before every create. nil: it does.
	Refuses func(ctx context.Context) (bool, error)

	refreshed bool
}

// matchable is a record without a link.
type matchable[S any] struct {
	*Job
	record *S
	keys   []string
}

// reads are the fresh reads that matching needs.
type reads[S, T any] struct {
	flow    string
	records state.Records
	load    func(ctx context.Context, ids []string) (map[string]*T, error)
	get     func(ctx context.Context, ids []string) ([]Item[S], error)
}

// Entries are the index entries of a record's keys: each key exactly and
// without letter case.
func (m *Matcher[S, T]) Entries(id string, keys []string) []state.Entry {
	var entries []state.Entry
	for _, key := range keys {
		if key != "" {
			entries = append(entries, state.Entry{Hash: m.exact(key), ID: id}, state.Entry{Hash: m.folded(key), ID: id})
		}
	}
	return entries
}

func (m *Matcher[S, T]) exact(key string) mapping.Hash {
	return m.Hasher.Sum(m.Kind+"=", []byte(key))
}

func (m *Matcher[S, T]) folded(key string) mapping.Hash {
	return m.Hasher.Sum(m.Kind+"~", []byte(strings.ToLower(key)))
}

// resolve links records to the targets that hold their keys and parks those
// whose keys do not name exactly one. It returns the targets that it read.
func (m *Matcher[S, T]) resolve(ctx context.Context, r reads[S, T], jobs []matchable[S]) (map[string]*T, error) {
	if err := m.refresh(ctx); err != nil {
		return nil, err
	}
	jobs = m.withKeys(jobs)
	if err := m.addSources(ctx, jobs); err != nil {
		return nil, err
	}
	found, err := m.lookup(ctx, r, jobs)
	if err != nil {
		return nil, err
	}
	for _, j := range jobs {
		m.decide(found, j)
	}
	if found.targets == nil {
		found.targets = map[string]*T{}
	}
	return found.targets, m.searchFirst(ctx, r, found, jobs)
}

// searchFirst asks a target that allows repeated keys for each key of a create,
// because it would not refuse a second record.
func (m *Matcher[S, T]) searchFirst(ctx context.Context, r reads[S, T], found *finds[S, T], jobs []matchable[S]) error {
	for _, j := range jobs {
		if j.settled || j.Row.TargetID != "" {
			continue
		}
		if refuses, err := m.refuses(ctx); refuses || err != nil {
			return err
		}
		id, target, err := m.holder(ctx, r, j, nil)
		if err != nil {
			if stops(err) {
				return err
			}
			j.Fail(err)
			continue
		}
		if id != "" {
			j.Row.TargetID, found.targets[id] = id, target
		}
	}
	return nil
}

func (m *Matcher[S, T]) refuses(ctx context.Context) (bool, error) {
	if m.Refuses == nil || m.Search == nil {
		return true, nil
	}
	return m.Refuses(ctx)
}

func (m *Matcher[S, T]) refresh(ctx context.Context) error {
	if m.Refresh == nil || m.refreshed {
		return nil
	}
	if err := m.Refresh(ctx); err != nil {
		return fmt.Errorf("read the keys of both sides: %w", err)
	}
	m.refreshed = true
	return nil
}

// withKeys parks the records without a key of their own.
func (m *Matcher[S, T]) withKeys(jobs []matchable[S]) []matchable[S] {
	var keyed []matchable[S]
	for _, j := range jobs {
		if j.keys = m.SourceKeys(j.record); len(j.keys) > 0 && j.keys[0] != "" {
			keyed = append(keyed, j)
			continue
		}
		reason := "No" + m.Kind
		j.Fail(&pass.Error{Class: pass.ClassValidation, Reason: reason, Err: fmt.Errorf("the record has no %s", m.Kind), Remedy: m.remedy(reason)})
	}
	return keyed
}

// addSources makes the keys of the batch known, so that two source records
// with one key see each other.
func (m *Matcher[S, T]) addSources(ctx context.Context, jobs []matchable[S]) error {
	if m.SourceIndex == "" {
		return nil
	}
	var entries []state.Entry
	for _, j := range jobs {
		entries = append(entries, m.Entries(j.Row.SourceID, j.keys)...)
	}
	if err := m.Index.Add(ctx, m.SourceIndex, entries, ""); err != nil {
		return storeFault(fmt.Errorf("extend index %s: %w", m.SourceIndex, err))
	}
	return nil
}

// holder asks the target who holds the record's own key. After a refusal
// somebody must; without one nobody may.
func (m *Matcher[S, T]) holder(ctx context.Context, r reads[S, T], j matchable[S], refusal error) (string, *T, error) {
	if m.Search == nil {
		return "", nil, refusal
	}
	keys := m.SourceKeys(j.record)
	found, holders, err := m.search(ctx, r, keys[0])
	switch {
	case err != nil:
		return "", nil, err
	case len(holders) == 0 && refusal == nil:
		return "", nil, nil
	case len(holders) == 0:
		return "", nil, m.partHolder(ctx, r, keys[1:], refusal)
	case len(holders) > 1:
		return "", nil, m.ambiguous(holders)
	}
	if err := m.mayHave(found, j, holders[0]); err != nil {
		return "", nil, err
	}
	return holders[0], found.targets[holders[0]], nil
}

// search asks the target for the records that really have a key now.
func (m *Matcher[S, T]) search(ctx context.Context, r reads[S, T], key string) (*finds[S, T], []string, error) {
	ids, err := m.Search(ctx, key)
	if err != nil {
		return nil, nil, fmt.Errorf("look up who holds the %s: %w", m.Kind, err)
	}
	found := &finds[S, T]{}
	if found.targets, found.linked, err = r.candidates(ctx, ids); err != nil {
		return nil, nil, err
	}
	return found, found.holding(m, ids, key), nil
}

// partHolder explains a refusal that is not about the record's own key: the key of
// one of its parts is taken, or the search does not show the holder yet.
func (m *Matcher[S, T]) partHolder(ctx context.Context, r reads[S, T], keys []string, refusal error) error {
	for _, key := range keys {
		if key == "" {
			continue
		}
		_, holders, err := m.search(ctx, r, key)
		if err != nil {
			return err
		}
		if len(holders) > 0 {
			return m.partTaken(key, holders[0])
		}
	}
	return m.unseen(refusal)
}

// candidates reads possible targets afresh, with the rows that are linked to them.
func (r reads[S, T]) candidates(ctx context.Context, ids []string) (map[string]*T, map[string]state.Record, error) {
	if len(ids) == 0 {
		return nil, nil, nil
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	targets, err := r.load(ctx, ids)
	if err != nil {
		return nil, nil, fmt.Errorf("read candidates: %w", err)
	}
	rows, err := r.records.ByTarget(ctx, r.flow, ids)
	if err != nil {
		return nil, nil, storeFault(fmt.Errorf("load links of candidates: %w", err))
	}
	linked := make(map[string]state.Record, len(rows))
	for _, row := range rows {
		linked[row.TargetID] = row
	}
	return targets, linked, nil
}
