package sqlstate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// Dialect names the kind of database behind a *sql.DB.
type Dialect int

// The dialects.
const (
	// SQLite is SQLite 3.35 or later.
	SQLite Dialect = iota + 1
)

// spec is what differs between databases. The other statements of this package
// are plain SQL with "?" parameters and "ON CONFLICT".
type spec struct {
	// schemaTable creates the table that holds the schema version, if need be.
	schemaTable string
	// migrations lead from one schema version to the next, starting at 0.
	migrations [][]string
	// lock is the first statement of each writing transaction and makes all
	// others wait. It changes nothing.
	lock string
	// remedy says what to do about an error; "" when nothing is known.
	remedy func(error) string
}

func (d Dialect) spec() (spec, error) {
	if d != SQLite {
		return spec{}, fmt.Errorf("unknown dialect %d: use sqlstate.SQLite", d)
	}
	return spec{
		schemaTable: `CREATE TABLE IF NOT EXISTS tillsync_schema (version INTEGER NOT NULL)`,
		migrations: [][]string{
			sqliteSchema(),
			{`ALTER TABLE tillsync_run ADD COLUMN mapping TEXT NOT NULL DEFAULT ''`},
		},
		// A writing statement takes the lock also when it finds no row. As the
		// first one it waits for its turn; after a read it would fail at once.
		lock:   `UPDATE tillsync_schema SET version = version WHERE version < 0`,
		remedy: sqliteRemedy,
	}, nil
}

// sqliteSchema has rowid tables on purpose: batches sorted by key go into them
// about three times as fast as into tables WITHOUT ROWID.
func sqliteSchema() []string {
	return []string{
		`CREATE TABLE tillsync_record (
			flow TEXT NOT NULL, source_id TEXT NOT NULL, target_id TEXT, retry_at TEXT,
			holding INTEGER NOT NULL, revision INTEGER NOT NULL, body BLOB NOT NULL,
			PRIMARY KEY (flow, source_id))`,
		`CREATE UNIQUE INDEX tillsync_record_target ON tillsync_record (flow, target_id)
			WHERE target_id IS NOT NULL`,
		`CREATE INDEX tillsync_record_due ON tillsync_record (flow, source_id, retry_at)
			WHERE retry_at IS NOT NULL`,
		`CREATE INDEX tillsync_record_holding ON tillsync_record (flow, source_id)
			WHERE holding = 1`,
		`CREATE TABLE tillsync_cursor (flow TEXT NOT NULL PRIMARY KEY, token TEXT NOT NULL)`,
		`CREATE TABLE tillsync_index (
			name TEXT NOT NULL, hash BLOB NOT NULL, id TEXT NOT NULL,
			PRIMARY KEY (name, hash, id))`,
		`CREATE TABLE tillsync_mark (name TEXT NOT NULL PRIMARY KEY, mark TEXT NOT NULL)`,
		`CREATE TABLE tillsync_run (
			seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, flow TEXT NOT NULL,
			started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, counts TEXT NOT NULL)`,
		`CREATE INDEX tillsync_run_flow ON tillsync_run (flow, started, seq)`,
		`CREATE TABLE tillsync_line (
			seq INTEGER PRIMARY KEY AUTOINCREMENT, run_seq INTEGER NOT NULL, at TEXT NOT NULL,
			flow TEXT NOT NULL, source_id TEXT NOT NULL, target_id TEXT NOT NULL,
			outcome TEXT NOT NULL, reason TEXT NOT NULL, fields TEXT NOT NULL)`,
		`CREATE INDEX tillsync_line_record ON tillsync_line (flow, source_id, at, seq)`,
		`CREATE INDEX tillsync_line_run ON tillsync_line (run_seq)`,
		`CREATE TABLE tillsync_lease (
			name TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, token INTEGER NOT NULL,
			until TEXT NOT NULL)`,
	}
}

// sqliteRemedy goes by SQLite's own texts, which all its drivers hand on.
func sqliteRemedy(err error) string {
	text := err.Error()
	switch {
	case strings.Contains(text, "database or disk is full"):
		return "free space on the disk of the state database (or raise its max_page_count) and run again; nothing of this call was written"
	case strings.Contains(text, "database is locked"), strings.Contains(text, "database table is locked"):
		return "another program is writing to the state database: set a busy time-out of some seconds on its connections, or run again later"
	case strings.Contains(text, "database is closed"):
		return "close the database only after the last use of the store"
	case strings.Contains(text, "readonly database"), strings.Contains(text, "unable to open database file"):
		return "check that the folder and the file of the state database exist and may be written"
	default:
		return ""
	}
}

// migrate brings the tables to the newest version in one transaction.
func (d *database) migrate(ctx context.Context) error {
	// A statement of its own, since the lock of the transaction needs the table.
	if _, err := d.db.ExecContext(ctx, d.spec.schemaTable); err != nil {
		return err
	}
	version, err := schemaVersion(ctx, d.db)
	if err != nil || version == len(d.spec.migrations) {
		return err
	}
	return d.write(ctx, func(tx *sql.Tx) error {
		version, err := schemaVersion(ctx, tx)
		if err != nil {
			return err
		}
		return d.upgrade(ctx, tx, version)
	})
}

func (d *database) upgrade(ctx context.Context, tx *sql.Tx, version int) error {
	known := len(d.spec.migrations)
	if version > known {
		return fmt.Errorf("the tables have schema version %d, this program knows %d: update the program", version, known)
	}
	for _, statements := range d.spec.migrations[version:] {
		for _, statement := range statements {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM tillsync_schema`); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO tillsync_schema (version) VALUES (?)`, known)
	return err
}

// schemaVersion is 0 in a fresh database.
func schemaVersion(ctx context.Context, q queryer) (int, error) {
	version, found := 0, 0
	err := collect(ctx, q, func(rows *sql.Rows) error {
		found++
		return rows.Scan(&version)
	}, `SELECT version FROM tillsync_schema`)
	if err == nil && found > 1 {
		return 0, errors.New("tillsync_schema has several rows: restore the database from a backup")
	}
	return version, err
}
