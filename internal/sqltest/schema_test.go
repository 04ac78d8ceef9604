package sqltest_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
)

func TestNewKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	mustSave(t, newStore(t, db), records(0, 3))
	if got := stored(t, newStore(t, db), records(0, 4)); len(got) != 3 {
		t.Errorf("rows after a second New: got %v, want 3", got)
	}
}

func TestNewByManyAtOnce(t *testing.T) {
	t.Parallel()
	name := dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy)
	// The switch to WAL is no part of the race: it needs the file for itself.
	if err := openDB(t, name).PingContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		db := openDB(t, name)
		wg.Go(func() {
			if _, err := sqlstate.New(t.Context(), db, sqlstate.SQLite); err != nil {
				t.Errorf("new: %v", err)
			}
		})
	}
	wg.Wait()
	mustSave(t, newStore(t, openDB(t, name)), records(0, 1))
}

func TestNewerSchemaIsRefused(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	newStore(t, db)
	if _, err := db.ExecContext(t.Context(), `UPDATE tillsync_schema SET version = version + 1`); err != nil {
		t.Fatal(err)
	}
	_, err := sqlstate.New(t.Context(), db, sqlstate.SQLite)
	wantError(t, err, "schema version 3", "this program knows 2", "update the program")
}

// TestOlderSchemaIsUpgraded: the first schema had no mapping in its runs.
func TestOlderSchemaIsUpgraded(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	mustSave(t, newStore(t, db), records(0, 2))
	for _, statement := range []string{
		`ALTER TABLE tillsync_run DROP COLUMN mapping`, `UPDATE tillsync_schema SET version = 1`,
		`INSERT INTO tillsync_run (id, flow, started, state, counts) VALUES ('old', 'f', '2026-01-01T00:00:00.000000000Z', 'complete', '{"read":2}')`,
	} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	store := newStore(t, db)
	if err := store.Journal.Begin(t.Context(), state.Run{ID: "new", Flow: "f", Started: time.Now(), Mapping: "products 2 (3f9a01c2)"}); err != nil {
		t.Fatal(err)
	}
	runs, err := store.Journal.Runs(t.Context(), "f", 2)
	if err != nil || len(runs) != 2 || runs[0].Mapping != "products 2 (3f9a01c2)" || runs[1].ID != "old" || runs[1].Mapping != "" || runs[1].Counts["read"] != 2 {
		t.Errorf("runs are %+v, %v; want the new one with its mapping and the old one without", runs, err)
	}
	if got := stored(t, store, records(0, 2)); len(got) != 2 {
		t.Errorf("rows after the upgrade: got %v, want 2", got)
	}
}

// TestFailedMigrationLeavesNothing puts a foreign table in the way.
func TestFailedMigrationLeavesNothing(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	if _, err := db.ExecContext(t.Context(), `CREATE TABLE tillsync_run (x)`); err != nil {
		t.Fatal(err)
	}
	_, err := sqlstate.New(t.Context(), db, sqlstate.SQLite)
	wantError(t, err, "prepare the tables", "tillsync_run")
	if got := objects(t, db); len(got) != 2 {
		t.Errorf("tables after the error: %v, want tillsync_run and an empty tillsync_schema", got)
	}
}

func TestOwnTablesOnly(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	newStore(t, db)
	for _, name := range objects(t, db) {
		if !strings.HasPrefix(name, "tillsync_") {
			t.Errorf("object %q lacks the prefix", name)
		}
	}
}

// TestIndexesCarryTheQueries keeps a million rows from being scanned for a page.
func TestIndexesCarryTheQueries(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	newStore(t, db)
	for where, index := range map[string]string{
		`source_id IN ('a', 'b')`: "sqlite_autoindex_tillsync_record_1",
		`target_id IN ('a', 'b')`: "tillsync_record_target",
		`retry_at IS NOT NULL AND retry_at <= 'x' AND source_id > 'a' ORDER BY source_id LIMIT 5`: "tillsync_record_due",
		`holding = 1 AND source_id > 'a' ORDER BY source_id LIMIT 5`:                              "tillsync_record_holding",
	} {
		plan := explain(t, db, `SELECT body FROM tillsync_record WHERE flow = 'f' AND `+where)
		if !strings.Contains(plan, index) || strings.Contains(plan, "B-TREE") || strings.Contains(plan, "SCAN") {
			t.Errorf("%s: plan %q, want a search by %s", where, plan, index)
		}
	}
}

func explain(t *testing.T, db *sql.DB, query string) string {
	t.Helper()
	var lines []string
	rows, err := db.QueryContext(t.Context(), `EXPLAIN QUERY PLAN `+query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "; ")
}

// objects are the tables and indexes that are not SQLite's own.
func objects(t *testing.T, db *sql.DB) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), `SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		out = append(out, name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
