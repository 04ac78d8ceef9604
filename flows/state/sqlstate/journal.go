package sqlstate

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

// journal keeps counts and field names as JSON: they are for people who look
// into the tables, and no flow reads them.
type journal struct{ *database }

func (j *journal) Begin(ctx context.Context, run state.Run) error {
	if err := j.begin(ctx, run); err != nil {
		return j.failed(err, "begin run %q", run.ID)
	}
	return nil
}

func (j *journal) begin(ctx context.Context, run state.Run) error {
	started, err := requiredColumn(run.Started)
	if err != nil {
		return err
	}
	ended, counts, err := runColumns(run)
	if err != nil {
		return err
	}
	return j.write(ctx, func(tx *sql.Tx) error {
		_, known, err := runSeq(ctx, tx, run.ID)
		if err != nil {
			return err
		}
		if known {
			return errors.New("the id is taken")
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO tillsync_run (id, flow, started, ended, state, counts, mapping) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			run.ID, run.Flow, started, ended, run.State, counts, run.Mapping)
		return err
	})
}

func (j *journal) Append(ctx context.Context, runID string, lines []state.Line) error {
	if err := j.append(ctx, runID, lines); err != nil {
		return j.failed(err, "append %d lines to run %q", len(lines), runID)
	}
	return nil
}

func (j *journal) append(ctx context.Context, runID string, lines []state.Line) error {
	return j.write(ctx, func(tx *sql.Tx) error {
		run, known, err := runSeq(ctx, tx, runID)
		if err != nil {
			return err
		}
		if !known {
			return errors.New("the run is unknown")
		}
		for part := range slices.Chunk(lines, chunk) {
			args, err := lineColumns(run, part)
			if err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, `INSERT INTO tillsync_line
				(run_seq, at, flow, source_id, target_id, outcome, reason, fields) VALUES `+tuples(len(part), 8), args...)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (j *journal) End(ctx context.Context, run state.Run) error {
	if err := j.end(ctx, run); err != nil {
		return j.failed(err, "end run %q", run.ID)
	}
	return nil
}

func (j *journal) end(ctx context.Context, run state.Run) error {
	ended, counts, err := runColumns(run)
	if err != nil {
		return err
	}
	return j.write(ctx, func(tx *sql.Tx) error {
		seq, known, err := runSeq(ctx, tx, run.ID)
		if err != nil {
			return err
		}
		if !known {
			return errors.New("the run is unknown")
		}
		_, err = tx.ExecContext(ctx, `UPDATE tillsync_run SET ended = ?, state = ?, counts = ? WHERE seq = ?`,
			ended, run.State, counts, seq)
		return err
	})
}

func (j *journal) Runs(ctx context.Context, flow string, limit int) ([]state.Run, error) {
	var out []state.Run
	err := collect(ctx, j.db, func(rows *sql.Rows) error {
		run, err := scanRun(rows)
		out = append(out, run)
		return err
	}, `SELECT id, flow, started, ended, state, counts, mapping FROM tillsync_run
		WHERE flow = ? ORDER BY started DESC, seq DESC LIMIT ?`, flow, max(limit, 0))
	if err != nil {
		return nil, j.failed(err, "read the runs of flow %q", flow)
	}
	return out, nil
}

func (j *journal) Lines(ctx context.Context, flow, sourceID string, limit int) ([]state.Line, error) {
	var out []state.Line
	err := collect(ctx, j.db, func(rows *sql.Rows) error {
		line, err := scanLine(rows)
		out = append(out, line)
		return err
	}, `SELECT at, flow, source_id, target_id, outcome, reason, fields FROM tillsync_line
		WHERE flow = ? AND source_id = ? ORDER BY at DESC, seq DESC LIMIT ?`, flow, sourceID, max(limit, 0))
	if err != nil {
		return nil, j.failed(err, "read the journal of %q in flow %q", sourceID, flow)
	}
	return out, nil
}

// Prune removes a run with its lines in a transaction of its own, so that a
// long journal does not keep the passes from writing.
func (j *journal) Prune(ctx context.Context, before time.Time) error {
	if err := j.prune(ctx, before); err != nil {
		return j.failed(err, "prune the journal")
	}
	return nil
}

func (j *journal) prune(ctx context.Context, before time.Time) error {
	limit, err := requiredColumn(before)
	if err != nil {
		return err
	}
	var seqs []int64
	err = collect(ctx, j.db, func(rows *sql.Rows) error {
		var seq int64
		err := rows.Scan(&seq)
		seqs = append(seqs, seq)
		return err
	}, `SELECT seq FROM tillsync_run WHERE ended IS NOT NULL AND ended < ?`, limit)
	if err != nil {
		return err
	}
	for _, seq := range seqs {
		err := j.write(ctx, func(tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, `DELETE FROM tillsync_line WHERE run_seq = ?`, seq); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, `DELETE FROM tillsync_run WHERE seq = ?`, seq)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func runSeq(ctx context.Context, tx *sql.Tx, id string) (seq int64, known bool, err error) {
	err = collect(ctx, tx, func(rows *sql.Rows) error {
		known = true
		return rows.Scan(&seq)
	}, `SELECT seq FROM tillsync_run WHERE id = ?`, id)
	return seq, known, err
}

func runColumns(run state.Run) (ended sql.NullString, counts string, err error) {
	if ended, err = column(run.Ended); err != nil {
		return ended, "", err
	}
	text, err := json.Marshal(run.Counts)
	return ended, string(text), err
}

func lineColumns(run int64, lines []state.Line) ([]any, error) {
	args := make([]any, 0, 8*len(lines))
	for _, l := range lines {
		at, err := requiredColumn(l.At)
		if err != nil {
			return nil, err
		}
		fields, err := json.Marshal(l.Fields)
		if err != nil {
			return nil, err
		}
		args = append(args, run, at, l.Flow, l.SourceID, l.TargetID, l.Outcome, l.Reason, string(fields))
	}
	return args, nil
}

// requiredColumn is for instants that a row never lacks: the zero instant is
// stored as what it is, the first of January of the year 1.
func requiredColumn(t time.Time) (string, error) {
	if t.IsZero() {
		return time.Time{}.Format(columnTime), nil
	}
	s, err := column(t)
	return s.String, err
}

func scanRun(rows *sql.Rows) (run state.Run, err error) {
	var (
		started, ended sql.NullString
		counts         []byte
	)
	if err := rows.Scan(&run.ID, &run.Flow, &started, &ended, &run.State, &counts, &run.Mapping); err != nil {
		return run, err
	}
	if run.Started, err = instant(started); err != nil {
		return run, fmt.Errorf("run %q: %w", run.ID, err)
	}
	if run.Ended, err = instant(ended); err != nil {
		return run, fmt.Errorf("run %q: %w", run.ID, err)
	}
	return run, json.Unmarshal(counts, &run.Counts)
}

func scanLine(rows *sql.Rows) (l state.Line, err error) {
	var (
		at     sql.NullString
		fields []byte
	)
	if err := rows.Scan(&at, &l.Flow, &l.SourceID, &l.TargetID, &l.Outcome, &l.Reason, &fields); err != nil {
		return l, err
	}
	if l.At, err = instant(at); err != nil {
		return l, err
	}
	return l, json.Unmarshal(fields, &l.Fields)
}
