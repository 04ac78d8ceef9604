package statetest

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// brokenStore is a sound store with one fault, and the case made for it.
type brokenStore struct {
	name   string
	by     string
	breaks func(state.Store) state.Store
}

func broken() []brokenStore {
	return slices.Concat(brokenSaves(), brokenContents(), brokenDue(), brokenAnswers(), brokenParts())
}

// faultyRecords is a sound store whose methods are replaced where set.
type faultyRecords struct {
	state.Records
	saveFunc     func(context.Context, string, []state.Record) ([]string, error)
	dueFunc      func(ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error)
	holdingFunc  func(ctx context.Context, flow, after string, limit int) ([]state.Record, error)
	loadFunc     func(context.Context, string, []string) ([]state.Record, error)
	byTargetFunc func(context.Context, string, []string) ([]state.Record, error)
}

func (f faultyRecords) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	if f.saveFunc == nil {
		return f.Records.Save(ctx, flow, rows)
	}
	return f.saveFunc(ctx, flow, rows)
}

func (f faultyRecords) Due(ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
	if f.dueFunc == nil {
		return f.Records.Due(ctx, flow, now, after, limit)
	}
	return f.dueFunc(ctx, flow, now, after, limit)
}

func (f faultyRecords) Holding(ctx context.Context, flow, after string, limit int) ([]state.Record, error) {
	if f.holdingFunc == nil {
		return f.Records.Holding(ctx, flow, after, limit)
	}
	return f.holdingFunc(ctx, flow, after, limit)
}

func (f faultyRecords) Load(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
	if f.loadFunc == nil {
		return f.Records.Load(ctx, flow, sourceIDs)
	}
	return f.loadFunc(ctx, flow, sourceIDs)
}

func (f faultyRecords) ByTarget(ctx context.Context, flow string, targetIDs []string) ([]state.Record, error) {
	if f.byTargetFunc == nil {
		return f.Records.ByTarget(ctx, flow, targetIDs)
	}
	return f.byTargetFunc(ctx, flow, targetIDs)
}

// faultySave breaks Save: save gets the sound store.
func faultySave(save func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error)) func(state.Store) state.Store {
	return func(s state.Store) state.Store {
		sound := s.Records
		s.Records = faultyRecords{Records: sound, saveFunc: func(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
			return save(sound, ctx, flow, slices.Clone(rows))
		}}
		return s
	}
}

// changedRows breaks Save by changing each row on its way in.
func changedRows(change func(*state.Record)) func(state.Store) state.Store {
	return faultySave(func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
		for i := range rows {
			change(&rows[i])
		}
		return r.Save(ctx, flow, rows)
	})
}

// atStoredRevision makes each row pass the comparison of revisions.
func atStoredRevision(ctx context.Context, r state.Records, flow string, rows []state.Record) {
	for i := range rows {
		rows[i].Revision = 0
		old, _ := r.Load(ctx, flow, []string{rows[i].SourceID})
		for _, row := range old {
			rows[i].Revision = row.Revision
		}
	}
}

func brokenSaves() []brokenStore {
	return []brokenStore{
		{"lost updates are allowed", "Records/race: no update is lost", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				atStoredRevision(ctx, r, flow, rows)
				return r.Save(ctx, flow, rows)
			})},
		{"a second create overwrites the first", "Records/Save refuses revision 0 of a row that exists", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				for i := range rows {
					if rows[i].Revision == 0 {
						atStoredRevision(ctx, r, flow, rows[i:i+1])
					}
				}
				return r.Save(ctx, flow, rows)
			})},
		{"refused rows are not named", "Records/Save names a refused row and writes the others", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				_, err := r.Save(ctx, flow, rows)
				return nil, err
			})},
		{"only the first refused row is named", "Records/Save names all refused rows", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				refused, err := r.Save(ctx, flow, rows)
				return refused[:min(1, len(refused))], err
			})},
		{"a refused row undoes the others", "Records/Save names a refused row and writes the others", faultySave(saveAllOrNothing)},
		{"two rows may have one target", "Records/Save refuses a target that another row has", faultySave(saveAnyTarget)},
		{"a target is unique across flows", "Records/Save allows a target in two flows", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				if taken, _ := r.ByTarget(ctx, "orders", targets(rows)); flow != "orders" && len(taken) > 0 {
					return ids(rows), nil
				}
				return r.Save(ctx, flow, rows)
			})},
	}
}

func brokenContents() []brokenStore {
	return []brokenStore{
		{"only 500 rows are written", "Records/Load takes 1,200 ids", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				return r.Save(ctx, flow, rows[:min(500, len(rows))])
			})},
		{"a cancelled context is not seen", "Records/Save with a cancelled context is an error and writes nothing", faultySave(
			func(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
				return r.Save(context.WithoutCancel(ctx), flow, rows)
			})},
		{"instants lose their nanoseconds", "Records/content: every field comes back", changedRows(
			func(row *state.Record) { row.RetryAt = row.RetryAt.Truncate(time.Millisecond) })},
		{"announcements are lost", "Records/content: every field comes back", changedRows(
			func(row *state.Record) { row.Announced = nil })},
		{"quantities are numbers", "Records/content: holds keep their order, repeats and digits", changedRows(
			func(row *state.Record) {
				row.Holds = slices.Clone(row.Holds)
				for i, h := range row.Holds {
					row.Holds[i].Quantity = strings.TrimSuffix(h.Quantity, "0")
				}
			})},
		{"ids are folded to lower case", "Records/content: odd source ids stay apart", changedRows(
			func(row *state.Record) { row.SourceID = strings.ToLower(row.SourceID) })},
		{"ids lose trailing blanks", "Records/content: odd target ids stay apart", changedRows(
			func(row *state.Record) { row.TargetID = strings.TrimRight(row.TargetID, " ") })},
	}
}

func targets(rows []state.Record) (out []string) {
	for _, row := range rows {
		out = append(out, row.TargetID)
	}
	return out
}

func saveAllOrNothing(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	var refused []string
	for _, row := range rows {
		old, err := r.Load(ctx, flow, []string{row.SourceID})
		if err != nil {
			return nil, err
		}
		if len(old) == 0 && row.Revision != 0 || len(old) == 1 && old[0].Revision != row.Revision {
			refused = append(refused, row.SourceID)
		}
	}
	if len(refused) > 0 {
		return refused, nil
	}
	return r.Save(ctx, flow, rows)
}

// saveAnyTarget drops the link of a refused row and writes the row all the same.
func saveAnyTarget(r state.Records, ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	refused, err := r.Save(ctx, flow, rows)
	var again []state.Record
	for _, row := range rows {
		if slices.Contains(refused, row.SourceID) {
			row.TargetID = ""
			again = append(again, row)
		}
	}
	if err != nil || len(again) == 0 {
		return refused, err
	}
	return r.Save(ctx, flow, again)
}

func brokenDue() []brokenStore {
	return []brokenStore{
		{"Due does not look at the time", "Records/Due leaves out a row a nanosecond before", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
				return r.Due(ctx, flow, now.AddDate(9000, 0, 0), after, limit)
			})},
		{"Due leaves out the instant itself", "Records/Due finds a row at its instant", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
				return r.Due(ctx, flow, now.Add(-1), after, limit)
			})},
		{"Due starts at the beginning again", "Records/Due starts behind a source id", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, _ string, limit int) ([]state.Record, error) {
				return r.Due(ctx, flow, now, "", limit)
			})},
		{"Due does not keep to the limit", "Records/Due keeps to the limit", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, after string, _ int) ([]state.Record, error) {
				return r.Due(ctx, flow, now, after, 1<<20)
			})},
		{"Due is not ordered", "Records/Due orders by the bytes of the source id", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
				rows, err := r.Due(ctx, flow, now, after, limit)
				slices.Reverse(rows)
				return rows, err
			})},
		{"Due compares clock faces", "Records/Due compares instants, not clock faces", faultyDue(
			func(r state.Records, ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
				_, offset := now.Zone()
				return r.Due(ctx, flow, now.Add(time.Duration(offset)*time.Second), after, limit)
			})},
	}
}

func brokenAnswers() []brokenStore {
	return []brokenStore{
		{"Holding finds every row", "Records/Holding finds rows with holds alone", func(s state.Store) state.Store {
			sound := s.Records
			s.Records = faultyRecords{Records: sound, holdingFunc: func(ctx context.Context, flow, _ string, _ int) ([]state.Record, error) {
				return sound.Load(ctx, flow, []string{"1", "2", "3"})
			}}
			return s
		}},
		{"Holding takes no limit below one", "Records/Holding keeps to the limit", func(s state.Store) state.Store {
			sound := s.Records
			s.Records = faultyRecords{Records: sound, holdingFunc: func(ctx context.Context, flow, after string, limit int) ([]state.Record, error) {
				return sound.Holding(ctx, flow, after, max(limit, 1))
			}}
			return s
		}},
		{"instants come back in local time", "Records/content: instants come back in UTC", changedAnswers(
			func(row *state.Record) { row.RetryAt = row.RetryAt.In(far()) })},
		{"zero instants become 1970", "Records/content: zero instants stay zero in any zone", changedAnswers(
			func(row *state.Record) {
				if row.RetryAt.IsZero() {
					row.RetryAt = time.Unix(0, 0).UTC()
				}
			})},
		{"rows are handed out for keeps", "Records/content: changes of loaded rows are not seen", sharedRows()},
		{"repeated ids give repeated rows", "Records/Load returns a repeated id once", func(s state.Store) state.Store {
			sound := s.Records
			s.Records = faultyRecords{Records: sound, loadFunc: func(ctx context.Context, flow string, sourceIDs []string) (out []state.Record, _ error) {
				for _, id := range sourceIDs {
					rows, err := sound.Load(ctx, flow, []string{id})
					if err != nil {
						return nil, err
					}
					out = append(out, rows...)
				}
				return out, ctx.Err()
			}}
			return s
		}},
		{"ByTarget finds unlinked rows", "Records/ByTarget never finds rows without a target", func(s state.Store) state.Store {
			sound := s.Records
			s.Records = faultyRecords{Records: sound, byTargetFunc: func(ctx context.Context, flow string, targetIDs []string) ([]state.Record, error) {
				if slices.Contains(targetIDs, "") {
					return sound.Load(ctx, flow, []string{"1", "2", "3"})
				}
				return sound.ByTarget(ctx, flow, targetIDs)
			}}
			return s
		}},
	}
}

func faultyDue(due func(r state.Records, ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error)) func(state.Store) state.Store {
	return func(s state.Store) state.Store {
		sound := s.Records
		s.Records = faultyRecords{Records: sound, dueFunc: func(ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
			return due(sound, ctx, flow, now, after, limit)
		}}
		return s
	}
}

// changedAnswers breaks Load by changing each row on its way out.
func changedAnswers(change func(*state.Record)) func(state.Store) state.Store {
	return func(s state.Store) state.Store {
		sound := s.Records
		s.Records = faultyRecords{Records: sound, loadFunc: func(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
			rows, err := sound.Load(ctx, flow, sourceIDs)
			for i := range rows {
				change(&rows[i])
			}
			return rows, err
		}}
		return s
	}
}

// sharedRows hands out the same memory for a row each time, until it is saved
// again.
func sharedRows() func(state.Store) state.Store {
	return func(s state.Store) state.Store {
		sound, known := s.Records, map[string]state.Record{}
		s.Records = faultyRecords{Records: sound, loadFunc: func(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
			rows, err := sound.Load(ctx, flow, sourceIDs)
			if len(rows) != 1 || rows[0].SourceID != "1" || rows[0].Baselines == nil {
				return rows, err
			}
			if row, ok := known["1"]; ok && row.Revision == rows[0].Revision {
				return []state.Record{row}, err
			}
			known["1"] = rows[0]
			return rows, err
		}}
		return s
	}
}

// sharedInput keeps the caller's memory and answers from it.
func sharedInput(s state.Store) state.Store {
	sound, kept := s.Records, map[string]state.Record{}
	f := faultyRecords{Records: sound}
	f.saveFunc = func(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
		for _, row := range rows {
			if row.Baselines != nil && row.SourceID == "1" {
				kept["1"] = row
			}
		}
		return sound.Save(ctx, flow, rows)
	}
	f.loadFunc = func(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
		rows, err := sound.Load(ctx, flow, sourceIDs)
		for i := range rows {
			if row, ok := kept[rows[i].SourceID]; ok {
				rows[i].Baselines = row.Baselines
			}
		}
		return rows, err
	}
	s.Records = f
	return s
}
