package sqltest_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/tillsync/tillsync/flows/state/sqlstate"
)

// crashFile names the database of a child process that TestKilledProcess starts.
const crashFile = "TILLSYNC_SQLTEST_CRASH_FILE"

// crashBatch is the number of rows in one save of the child.
const crashBatch = 300

func TestMain(m *testing.M) {
	if name := os.Getenv(crashFile); name != "" {
		fmt.Fprintln(os.Stderr, saveForEver(name))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// saveForEver saves batch after batch and prints the number of each one that was
// confirmed.
func saveForEver(name string) error {
	ctx := context.Background()
	db, err := sql.Open("sqlite", dsn(name, wal, busy))
	if err != nil {
		return err
	}
	store, err := sqlstate.New(ctx, db, sqlstate.SQLite)
	if err != nil {
		return err
	}
	for batch := 0; ; batch++ {
		refused, err := store.Records.Save(ctx, flow, records(batch*crashBatch, crashBatch))
		if err != nil || len(refused) > 0 {
			return fmt.Errorf("batch %d: refused %v, error %w", batch, refused, err)
		}
		if _, err := fmt.Fprintln(os.Stdout, batch); err != nil {
			return err
		}
	}
}

// TestKilledProcess kills a process while it saves. Afterwards every confirmed
// batch is there, no batch is there in part, and the store works.
func TestKilledProcess(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "state.db")
	for _, batches := range []int{1, 7} {
		confirmed := runAndKill(t, name, batches)
		db := openDB(t, dsn(name, wal, busy))
		if got := integrity(t, db); got != "ok" {
			t.Fatalf("integrity check: %s", got)
		}
		store := newStore(t, db)
		for batch := range confirmed + 2 {
			rows := records(batch*crashBatch, crashBatch)
			got := len(stored(t, store, rows))
			if got != crashBatch && (got != 0 || batch < confirmed) {
				t.Errorf("batch %d of %d confirmed: got %d rows, want all %d", batch, confirmed, got, crashBatch)
			}
		}
		mustSave(t, store, records(9_000_000+batches, 1))
		if _, err := db.ExecContext(t.Context(), `DELETE FROM tillsync_record`); err != nil {
			t.Fatal(err)
		}
	}
}

// runAndKill lets a child confirm some batches, kills it at once and returns how
// many it confirmed in all.
func runAndKill(t *testing.T, name string, batches int) int {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), crashFile+"="+name)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines, confirmed := bufio.NewScanner(out), 0
	for lines.Scan() {
		confirmed++
		if confirmed == batches {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	if confirmed < batches {
		t.Fatalf("the child confirmed %d batches, want %d", confirmed, batches)
	}
	return confirmed
}

func integrity(t *testing.T, db *sql.DB) (result string) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), `PRAGMA integrity_check`).Scan(&result); err != nil {
		t.Fatal(err)
	}
	return result
}
