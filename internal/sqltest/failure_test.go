package sqltest_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
	"github.com/tillsync/tillsync/mapping"
)

const flow = "products"

// records makes linked rows with baselines, ids of a fixed width.
func records(from, n int) []state.Record {
	out := make([]state.Record, n)
	for i := range out {
		id := fmt.Sprintf("%07d", from+i)
		baselines := mapping.Baselines{}
		for field := range 10 {
			baselines[fmt.Sprint("field-", field)] = mapping.Baseline{
				Sent: mapping.Hash{byte(i), byte(field)}, Held: mapping.Hash{byte(i), byte(field % 3)},
			}
		}
		out[i] = state.Record{
			SourceID: id, TargetID: "t" + id, Version: "v1", Fingerprint: "5e884898da28", Baselines: baselines,
		}
	}
	return out
}

func sourceIDs(rows []state.Record) []string {
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.SourceID)
	}
	return ids
}

// mustSave saves rows that nothing speaks against.
func mustSave(t testing.TB, store state.Store, rows []state.Record) {
	t.Helper()
	refused, err := store.Records.Save(t.Context(), flow, rows)
	if err != nil || len(refused) > 0 {
		t.Fatalf("save: refused %v, error %v", refused, err)
	}
}

// stored returns which of the rows the store has.
func stored(t testing.TB, store state.Store, rows []state.Record) []string {
	t.Helper()
	got, err := store.Records.Load(t.Context(), flow, sourceIDs(rows))
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return slices.Sorted(slices.Values(sourceIDs(got)))
}

// wantError wants an error that says all of the given texts.
func wantError(t *testing.T, err error, texts ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("error %q does not say %q", err, text)
		}
	}
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "state.db")
	roomy := newStore(t, openDB(t, dsn(name, wal, busy)))
	before := records(0, 100)
	mustSave(t, roomy, before)
	full := newStore(t, openDB(t, dsn(name, wal, busy, "max_page_count(1)")))

	late := append(records(0, 1), records(1000, 1200)...)
	late[0].Revision, late[0].Version = 1, "v2"
	refused, err := full.Records.Save(t.Context(), flow, late)
	wantError(t, err, `save 1201 rows of flow "products"`, "full", "free space", "nothing of this call was written")
	if refused != nil {
		t.Errorf("refused: got %v with an error", refused)
	}
	entries := make([]state.Entry, 2000)
	for i := range entries {
		entries[i] = state.Entry{Hash: mapping.Hash{byte(i), byte(i >> 8)}, ID: "id"}
	}
	wantError(t, full.Index.Add(t.Context(), "users", entries, "mark"), `index "users"`, "full", "free space")

	if got, want := stored(t, full, append(before, late[1:]...)), sourceIDs(before); !slices.Equal(got, want) {
		t.Errorf("rows after the error: got %d, want the %d from before", len(got), len(want))
	}
	row, err := full.Records.Load(t.Context(), flow, []string{late[0].SourceID})
	if err != nil || len(row) != 1 || row[0].Version != "v1" || row[0].Revision != 1 {
		t.Errorf("updated row after the error: got %+v, %v", row, err)
	}
	found, err := full.Index.Lookup(t.Context(), "users", []mapping.Hash{entries[0].Hash})
	if _, marked, _ := full.Index.Mark(t.Context(), "users"); err != nil || len(found) > 0 || marked {
		t.Errorf("index after the error: got %v, mark %v, %v", found, marked, err)
	}
	// With room again, the same call succeeds.
	mustSave(t, roomy, late)
	if got := stored(t, full, late); len(got) != len(late) {
		t.Errorf("rows after the repetition: got %d, want %d", len(got), len(late))
	}
}

func TestLockedDatabase(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "state.db")
	store := newStore(t, openDB(t, dsn(name, wal)))
	mustSave(t, store, records(0, 1))
	other := openDB(t, dsn(name))
	hold := holdLock(t, other)

	_, err := store.Records.Save(t.Context(), flow, records(1, 1))
	wantError(t, err, "save 1 rows", "database is locked", "busy time-out")
	if got := stored(t, store, records(0, 2)); len(got) != 1 {
		t.Errorf("rows readable beside another writer: got %v, want the first", got)
	}
	if err := hold.Rollback(); err != nil {
		t.Fatal(err)
	}
	mustSave(t, store, records(1, 1))
}

// TestBusyTimeout lets another writer go while a save waits for it.
func TestBusyTimeout(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "state.db")
	store := newStore(t, openDB(t, dsn(name, wal, "busy_timeout(60000)")))
	hold := holdLock(t, openDB(t, dsn(name)))
	done := make(chan error, 1)
	go func() {
		_, err := store.Records.Save(t.Context(), flow, records(0, 1))
		done <- err
	}()
	if err := hold.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Errorf("save: %v", err)
	}
}

// holdLock takes the write lock like another process would.
func holdLock(t *testing.T, db *sql.DB) *sql.Tx {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), `DELETE FROM tillsync_cursor`); err != nil {
		t.Fatal(err)
	}
	return tx
}

func TestClosedDatabase(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	store := newStore(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	_, err := store.Records.Load(ctx, flow, []string{"1"})
	wantError(t, err, "load 1 rows", "closed", "after the last use of the store")
	_, err = store.Records.Save(ctx, flow, records(0, 1))
	wantError(t, err, "save 1 rows", "closed")
	_, err = store.Cursors.Swap(ctx, flow, "", "a")
	wantError(t, err, `cursor of flow "products"`, "closed")
	_, err = sqlstate.New(ctx, db, sqlstate.SQLite)
	wantError(t, err, "prepare the tables", "closed")
}

func TestUnwritableFolder(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "missing", "state.db")))
	_, err := sqlstate.New(t.Context(), db, sqlstate.SQLite)
	wantError(t, err, "prepare the tables", "unable to open database file", "folder")
}

// TestCancelWhileSaving cancels saves in the middle: each one is either whole or
// not there.
func TestCancelWhileSaving(t *testing.T) {
	t.Parallel()
	store := fileStore(t, wal, busy, noSync)
	for round := range 20 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(round)*500*time.Microsecond)
		rows := records(round*2000, 1500)
		refused, err := store.Records.Save(ctx, flow, rows)
		cancel()
		got := len(stored(t, store, rows))
		if got != 0 && got != len(rows) || err == nil && (got == 0 || len(refused) > 0) {
			t.Fatalf("round %d: error %v, refused %d, but %d of %d rows stored", round, err, len(refused), got, len(rows))
		}
	}
}

// TestDamagedRow wants an error that names the row, never a half-read one.
func TestDamagedRow(t *testing.T) {
	t.Parallel()
	db := openDB(t, dsn(filepath.Join(t.TempDir(), "state.db"), wal, busy))
	store := newStore(t, db)
	mustSave(t, store, records(0, 1))
	for _, damage := range []string{`substr(body, 1, length(body) - 1)`, `body || x'0101'`, `x''`, `x'ff' || body`} {
		if _, err := db.ExecContext(t.Context(), `UPDATE tillsync_record SET body = `+damage); err != nil {
			t.Fatal(err)
		}
		_, err := store.Records.Load(t.Context(), flow, []string{"0000000"})
		wantError(t, err, `row "0000000"`)
	}
}
