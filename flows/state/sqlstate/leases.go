package sqlstate

import (
	"context"
	"database/sql"
	"time"
)

// leases go by the clock of the process that asks. Clocks that differ cost
// double work, which the revisions of the rows keep harmless.
type leases struct{ *database }

// lease stays after its release: the next owner's token grows from it.
type lease struct {
	owner string
	token int64
	until time.Time
}

func (l *leases) Acquire(ctx context.Context, name, owner string, ttl time.Duration) (token int64, ok bool, err error) {
	err = l.write(ctx, func(tx *sql.Tx) error {
		held, known, err := readLease(ctx, tx, name)
		if err != nil {
			return err
		}
		now := time.Now()
		renews := known && held.owner == owner
		if !renews && now.Before(held.until) {
			return nil
		}
		if !renews {
			held = lease{owner: owner, token: held.token + 1}
		}
		held.until = now.Add(ttl)
		token, ok = held.token, true
		return saveLease(ctx, tx, name, held)
	})
	if err != nil {
		return 0, false, l.failed(err, "acquire lease %q", name)
	}
	return token, ok, nil
}

func (l *leases) Release(ctx context.Context, name, owner string) error {
	err := l.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE tillsync_lease SET until = ? WHERE name = ? AND owner = ?`,
			time.Time{}.Format(columnTime), name, owner)
		return err
	})
	if err != nil {
		return l.failed(err, "release lease %q", name)
	}
	return nil
}

func readLease(ctx context.Context, tx *sql.Tx, name string) (held lease, known bool, err error) {
	err = collect(ctx, tx, func(rows *sql.Rows) error {
		known = true
		var until sql.NullString
		err := rows.Scan(&held.owner, &held.token, &until)
		if err != nil {
			return err
		}
		held.until, err = instant(until)
		return err
	}, `SELECT owner, token, until FROM tillsync_lease WHERE name = ?`, name)
	return held, known, err
}

func saveLease(ctx context.Context, tx *sql.Tx, name string, held lease) error {
	until, err := requiredColumn(held.until)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO tillsync_lease (name, owner, token, until) VALUES (?, ?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, token = excluded.token, until = excluded.until`,
		name, held.owner, held.token, until)
	return err
}
