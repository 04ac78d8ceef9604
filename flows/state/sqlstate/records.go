package sqlstate

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/state"
)

const selectRecords = `SELECT source_id, target_id, retry_at, revision, body FROM tillsync_record WHERE flow = ? AND `

type records struct{ *database }

func (r *records) Load(ctx context.Context, flow string, sourceIDs []string) ([]state.Record, error) {
	out, err := r.byIDs(ctx, flow, "source_id", sourceIDs)
	if err != nil {
		return nil, r.failed(err, "load %d rows of flow %q", len(sourceIDs), flow)
	}
	return out, nil
}

func (r *records) ByTarget(ctx context.Context, flow string, targetIDs []string) ([]state.Record, error) {
	out, err := r.byIDs(ctx, flow, "target_id", targetIDs)
	if err != nil {
		return nil, r.failed(err, "load rows of %d targets of flow %q", len(targetIDs), flow)
	}
	return out, nil
}

func (r *records) Due(ctx context.Context, flow string, now time.Time, after string, limit int) ([]state.Record, error) {
	at, err := column(now)
	if err != nil {
		return nil, r.failed(err, "load due rows of flow %q", flow)
	}
	// "IS NOT NULL" is spelled out, so that the partial index is used.
	out, err := r.page(ctx, selectRecords+`retry_at IS NOT NULL AND retry_at <= ? AND source_id > ? ORDER BY source_id LIMIT ?`,
		flow, at, after, max(limit, 0))
	if err != nil {
		return nil, r.failed(err, "load due rows of flow %q", flow)
	}
	return out, nil
}

func (r *records) Holding(ctx context.Context, flow string, after string, limit int) ([]state.Record, error) {
	out, err := r.page(ctx, selectRecords+`holding = 1 AND source_id > ? ORDER BY source_id LIMIT ?`,
		flow, after, max(limit, 0))
	if err != nil {
		return nil, r.failed(err, "load holding rows of flow %q", flow)
	}
	return out, nil
}

// byIDs loads the rows whose column is one of ids.
func (r *records) byIDs(ctx context.Context, flow, column string, ids []string) ([]state.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []state.Record
	for part := range slices.Chunk(distinct(ids), chunk) {
		rows, err := r.page(ctx, selectRecords+column+` IN (`+marks(len(part))+`)`, withIDs(flow, part)...)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func (r *records) page(ctx context.Context, query string, args ...any) ([]state.Record, error) {
	var out []state.Record
	words := map[string]string{}
	err := collect(ctx, r.db, func(rows *sql.Rows) error {
		row, err := scanRecord(rows, words)
		out = append(out, row)
		return err
	}, query, args...)
	return out, err
}

func scanRecord(rows *sql.Rows, words map[string]string) (state.Record, error) {
	var (
		row             state.Record
		target, retryAt sql.NullString
		body            sql.RawBytes
	)
	if err := rows.Scan(&row.SourceID, &target, &retryAt, &row.Revision, &body); err != nil {
		return state.Record{}, err
	}
	row.TargetID = target.String
	var err error
	if row.RetryAt, err = instant(retryAt); err != nil {
		return state.Record{}, fmt.Errorf("row %q: %w", row.SourceID, err)
	}
	if err := decodeBody(body, &row, words); err != nil {
		return state.Record{}, fmt.Errorf("row %q: %w", row.SourceID, err)
	}
	return row, nil
}

// distinct returns ids sorted and each once: neighbours in the table are read
// together, and no row comes twice.
func distinct(ids []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

func withIDs(first string, ids []string) []any {
	args := make([]any, 0, 1+len(ids))
	args = append(args, first)
	for _, id := range ids {
		args = append(args, id)
	}
	return args
}
