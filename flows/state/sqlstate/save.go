package sqlstate

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/flows/state"
)

func (r *records) Save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	refused, err := r.save(ctx, flow, rows)
	if err != nil {
		return nil, r.failed(err, "save %d rows of flow %q", len(rows), flow)
	}
	return refused, nil
}

func (r *records) save(ctx context.Context, flow string, rows []state.Record) ([]string, error) {
	if err := ctx.Err(); err != nil || len(rows) == 0 {
		return nil, err
	}
	// Everything that can go wrong without the database is done before its lock.
	packed, err := pack(rows)
	if err != nil {
		return nil, err
	}
	var refused []string
	err = r.write(ctx, func(tx *sql.Tx) error {
		old, err := readLinks(ctx, tx, flow, rows)
		if err != nil {
			return err
		}
		accepted, moved := old.judge(packed, &refused)
		if err := unlink(ctx, tx, flow, moved); err != nil {
			return err
		}
		return upsert(ctx, tx, flow, accepted)
	})
	return refused, err
}

// packedRow is a row in its stored form.
type packedRow struct {
	sourceID, targetID string
	retryAt            sql.NullString
	holding            int
	revision           int64
	body               []byte
}

func pack(rows []state.Record) ([]packedRow, error) {
	out := make([]packedRow, len(rows))
	seen := make(map[string]bool, len(rows))
	for i := range rows {
		row := &rows[i]
		if row.SourceID == "" {
			return nil, errors.New("a row has no source id")
		}
		if seen[row.SourceID] {
			return nil, fmt.Errorf("source id %q occurs twice", row.SourceID)
		}
		seen[row.SourceID] = true
		retryAt, err := column(row.RetryAt)
		if err != nil {
			return nil, fmt.Errorf("row %q: %w", row.SourceID, err)
		}
		holding := 0
		if len(row.Holds) > 0 {
			holding = 1
		}
		out[i] = packedRow{row.SourceID, row.TargetID, retryAt, holding, row.Revision, encodeBody(row)}
	}
	return out, nil
}

// links is what the table says about the rows of a Save and their targets.
type links struct {
	revision map[string]int64
	targetOf map[string]string
	ownerOf  map[string]string
}

func readLinks(ctx context.Context, tx *sql.Tx, flow string, rows []state.Record) (*links, error) {
	old := &links{
		revision: make(map[string]int64, len(rows)),
		targetOf: make(map[string]string, len(rows)),
		ownerOf:  make(map[string]string, len(rows)),
	}
	sourceIDs, targetIDs := make([]string, 0, len(rows)), make([]string, 0, len(rows))
	for i := range rows {
		sourceIDs = append(sourceIDs, rows[i].SourceID)
		if rows[i].TargetID != "" {
			targetIDs = append(targetIDs, rows[i].TargetID)
		}
	}
	if err := old.read(ctx, tx, flow, "source_id", sourceIDs); err != nil {
		return nil, err
	}
	return old, old.read(ctx, tx, flow, "target_id", targetIDs)
}

func (l *links) read(ctx context.Context, tx *sql.Tx, flow, column string, ids []string) error {
	scan := func(rows *sql.Rows) error {
		var (
			sourceID string
			target   sql.NullString
			revision int64
		)
		if err := rows.Scan(&sourceID, &target, &revision); err != nil {
			return err
		}
		l.revision[sourceID] = revision
		if target.Valid {
			l.targetOf[sourceID] = target.String
			l.ownerOf[target.String] = sourceID
		}
		return nil
	}
	for part := range slices.Chunk(distinct(ids), chunk) {
		err := collect(ctx, tx, scan,
			`SELECT source_id, target_id, revision FROM tillsync_record WHERE flow = ? AND `+column+` IN (`+marks(len(part))+`)`,
			withIDs(flow, part)...)
		if err != nil {
			return err
		}
	}
	return nil
}

// judge takes the rows one after the other, as if each were written before the
// next is looked at. moved are the accepted rows that leave a target.
func (l *links) judge(rows []packedRow, refused *[]string) (accepted []packedRow, moved []string) {
	accepted = make([]packedRow, 0, len(rows))
	*refused = nil
	for _, row := range rows {
		owner, taken := l.ownerOf[row.targetID]
		if l.revision[row.sourceID] != row.revision || taken && owner != row.sourceID {
			*refused = append(*refused, row.sourceID)
			continue
		}
		if left := l.targetOf[row.sourceID]; left != "" && left != row.targetID {
			delete(l.ownerOf, left)
			moved = append(moved, row.sourceID)
		}
		if row.targetID != "" {
			l.ownerOf[row.targetID] = row.sourceID
		}
		accepted = append(accepted, row)
	}
	return accepted, moved
}

// unlink frees the targets that accepted rows leave, so that the order in which
// upsert writes cannot collide on the unique index.
func unlink(ctx context.Context, tx *sql.Tx, flow string, sourceIDs []string) error {
	for part := range slices.Chunk(distinct(sourceIDs), chunk) {
		_, err := tx.ExecContext(ctx,
			`UPDATE tillsync_record SET target_id = NULL WHERE flow = ? AND source_id IN (`+marks(len(part))+`)`,
			withIDs(flow, part)...)
		if err != nil {
			return err
		}
	}
	return nil
}

// upsert writes rows in the order of their keys, many in one statement.
func upsert(ctx context.Context, tx *sql.Tx, flow string, rows []packedRow) error {
	slices.SortFunc(rows, func(a, b packedRow) int { return cmp.Compare(a.sourceID, b.sourceID) })
	for part := range slices.Chunk(rows, chunk) {
		var query strings.Builder
		query.WriteString(`INSERT INTO tillsync_record (flow, source_id, target_id, retry_at, holding, revision, body) VALUES `)
		query.WriteString(tuples(len(part), 7))
		query.WriteString(` ON CONFLICT (flow, source_id) DO UPDATE SET target_id = excluded.target_id,
			retry_at = excluded.retry_at, holding = excluded.holding, revision = excluded.revision, body = excluded.body`)
		args := make([]any, 0, 7*len(part))
		for _, row := range part {
			args = append(args, flow, row.sourceID, nullable(row.targetID), row.retryAt, row.holding, row.revision+1, row.body)
		}
		if _, err := tx.ExecContext(ctx, query.String(), args...); err != nil {
			return err
		}
	}
	return nil
}
