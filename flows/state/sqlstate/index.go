package sqlstate

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

type cursors struct{ *database }

func (c *cursors) Cursor(ctx context.Context, flow string) (string, bool, error) {
	token, ok, err := one(ctx, c.db, `SELECT token FROM tillsync_cursor WHERE flow = ?`, flow)
	if err != nil {
		return "", false, c.failed(err, "read the cursor of flow %q", flow)
	}
	return token, ok, nil
}

func (c *cursors) Swap(ctx context.Context, flow, prev, next string) (swapped bool, err error) {
	err = c.write(ctx, func(tx *sql.Tx) error {
		token, _, err := one(ctx, tx, `SELECT token FROM tillsync_cursor WHERE flow = ?`, flow)
		if err != nil || token != prev {
			return err
		}
		swapped = true
		if next == "" {
			_, err = tx.ExecContext(ctx, `DELETE FROM tillsync_cursor WHERE flow = ?`, flow)
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO tillsync_cursor (flow, token) VALUES (?, ?)
			ON CONFLICT (flow) DO UPDATE SET token = excluded.token`, flow, next)
		return err
	})
	if err != nil {
		return false, c.failed(err, "store the cursor of flow %q", flow)
	}
	return swapped, nil
}

// one reads a single text; ok is false when there is no row.
func one(ctx context.Context, q queryer, query string, args ...any) (text string, ok bool, err error) {
	err = collect(ctx, q, func(rows *sql.Rows) error {
		ok = true
		return rows.Scan(&text)
	}, query, args...)
	return text, ok, err
}

type index struct{ *database }

func (x *index) Lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	out, err := x.lookup(ctx, name, hashes)
	if err != nil {
		return nil, x.failed(err, "look up %d hashes in index %q", len(hashes), name)
	}
	return out, nil
}

func (x *index) lookup(ctx context.Context, name string, hashes []mapping.Hash) (map[mapping.Hash][]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sorted := slices.Clone(hashes)
	slices.SortFunc(sorted, compareHashes)
	out := map[mapping.Hash][]string{}
	scan := func(rows *sql.Rows) error {
		var (
			raw sql.RawBytes
			id  string
		)
		if err := rows.Scan(&raw, &id); err != nil {
			return err
		}
		var hash mapping.Hash
		copy(hash[:], raw)
		out[hash] = append(out[hash], id)
		return nil
	}
	for part := range slices.Chunk(slices.Compact(sorted), chunk) {
		args := make([]any, 0, 1+len(part))
		args = append(args, name)
		for _, hash := range part {
			args = append(args, hash[:])
		}
		err := collect(ctx, x.db, scan,
			`SELECT hash, id FROM tillsync_index WHERE name = ? AND hash IN (`+marks(len(part))+`) ORDER BY hash, id`, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (x *index) Add(ctx context.Context, name string, entries []state.Entry, mark string) error {
	err := x.write(ctx, func(tx *sql.Tx) error {
		if err := addEntries(ctx, tx, name, entries); err != nil || mark == "" {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO tillsync_mark (name, mark) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET mark = excluded.mark`, name, mark)
		return err
	})
	if err != nil {
		return x.failed(err, "add %d entries to index %q", len(entries), name)
	}
	return nil
}

func addEntries(ctx context.Context, tx *sql.Tx, name string, entries []state.Entry) error {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b state.Entry) int {
		return cmp.Or(compareHashes(a.Hash, b.Hash), cmp.Compare(a.ID, b.ID))
	})
	for part := range slices.Chunk(slices.Compact(sorted), chunk) {
		args := make([]any, 0, 3*len(part))
		for i := range part {
			args = append(args, name, part[i].Hash[:], part[i].ID)
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO tillsync_index (name, hash, id) VALUES `+tuples(len(part), 3)+
			` ON CONFLICT (name, hash, id) DO NOTHING`, args...)
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *index) Mark(ctx context.Context, name string) (string, bool, error) {
	mark, ok, err := one(ctx, x.db, `SELECT mark FROM tillsync_mark WHERE name = ?`, name)
	if err != nil {
		return "", false, x.failed(err, "read the mark of index %q", name)
	}
	return mark, ok, nil
}

func compareHashes(a, b mapping.Hash) int { return bytes.Compare(a[:], b[:]) }
