package sqlstate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/tillsync/tillsync/flows/state"
)

// New creates or migrates the tables in db and returns a store over it. It fails
// when the tables were written by a newer version of the library. The caller
// keeps db and closes it after the last use of the store.
func New(ctx context.Context, db *sql.DB, dialect Dialect) (state.Store, error) {
	if db == nil {
		return state.Store{}, errors.New("sqlstate: the database is nil: open it with sql.Open")
	}
	spec, err := dialect.spec()
	if err != nil {
		return state.Store{}, fmt.Errorf("sqlstate: %w", err)
	}
	d := &database{db: db, spec: spec, writing: make(chan struct{}, 1)}
	if err := d.migrate(ctx); err != nil {
		return state.Store{}, d.failed(err, "prepare the tables")
	}
	return state.Store{
		Records: &records{d},
		Cursors: &cursors{d},
		Index:   &index{d},
		Journal: &journal{d},
		Leases:  &leases{d},
	}, nil
}

// database is what the parts of a store share.
type database struct {
	db   *sql.DB
	spec spec
	// writing lets the goroutines of a store write one after the other: waiting
	// here is shorter and fairer than in the database, which polls for its lock. It
	// has room for the one that writes; a mutex would not heed the context.
	writing chan struct{}
}

// write runs fn in a transaction that holds the write lock from its start, so
// that what fn reads is still true when it writes. fn waits for nothing else.
func (d *database) write(ctx context.Context, fn func(*sql.Tx) error) error {
	select {
	case d.writing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-d.writing }()
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	// After Commit this does nothing. Its own error adds nothing to fn's: SQLite
	// has already rolled back when the disk was full.
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(ctx, d.spec.lock); err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// failed says what could not be done, and what to do about it when that is known.
func (d *database) failed(err error, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if remedy := d.spec.remedy(err); remedy != "" {
		return fmt.Errorf("sqlstate: %s: %w; %s", what, err, remedy)
	}
	return fmt.Errorf("sqlstate: %s: %w", what, err)
}

// queryer is a database or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// collect reads all rows of a query; scan gets each of them.
func collect(ctx context.Context, q queryer, scan func(*sql.Rows) error, query string, args ...any) (err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
