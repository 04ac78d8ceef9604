package sqltest_test

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
	"github.com/tillsync/tillsync/flows/state/statetest"
)

// wal is what the documentation of sqlstate asks for. Tests that need no proof
// against power cuts add noSync, which spares the disk.
const (
	wal    = "journal_mode(WAL)"
	busy   = "busy_timeout(5000)"
	noSync = "synchronous(OFF)"
)

// dsn is a data source name with pragmas.
func dsn(path string, pragmas ...string) string {
	return "file:" + path + "?" + url.Values{"_pragma": pragmas}.Encode()
}

// openDB opens a database and closes it at the end of the test.
func openDB(t testing.TB, dsn string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return db
}

func newStore(t testing.TB, db *sql.DB) state.Store {
	t.Helper()
	store, err := sqlstate.New(t.Context(), db, sqlstate.SQLite)
	if err != nil {
		t.Fatalf("new store: %v", err)
	}
	return store
}

// fileStore is a store in a file of its own.
func fileStore(t testing.TB, pragmas ...string) state.Store {
	t.Helper()
	return newStore(t, openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), pragmas...)))
}

func TestConformance(t *testing.T) {
	t.Parallel()
	t.Run("WAL file", func(t *testing.T) {
		t.Parallel()
		statetest.Run(t, func(t *testing.T) state.Store { return fileStore(t, wal, busy, noSync) })
	})
	t.Run("rollback journal", func(t *testing.T) {
		t.Parallel()
		statetest.Run(t, func(t *testing.T) state.Store { return fileStore(t, busy, noSync) })
	})
	t.Run("in memory", func(t *testing.T) {
		t.Parallel()
		statetest.Run(t, func(t *testing.T) state.Store {
			db := openDB(t, "file::memory:")
			db.SetMaxOpenConns(1)
			return newStore(t, db)
		})
	})
	t.Run("two stores over one file", func(t *testing.T) {
		t.Parallel()
		statetest.Run(t, func(t *testing.T) state.Store { return twoStores(t) })
	})
}

// twoStores reads through one pool and writes through another, as two processes
// do: nothing may be kept in memory.
func twoStores(t testing.TB) state.Store {
	t.Helper()
	name := dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy, noSync)
	a, b := newStore(t, openDB(t, name)), newStore(t, openDB(t, name))
	return state.Store{
		Records: splitRecords{Records: a.Records, writer: b.Records},
		Cursors: splitCursors{Cursors: a.Cursors, writer: b.Cursors},
		Index:   splitIndex{Index: a.Index, writer: b.Index},
		Journal: splitJournal{Journal: a.Journal, writer: b.Journal},
		Leases:  &splitLeases{Leases: a.Leases, other: b.Leases},
	}
}
