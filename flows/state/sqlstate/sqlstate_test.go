package sqlstate_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"log"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/flows/state/sqlstate"
)

// down is a driver whose database cannot be reached. The stores on real
// databases are tested in the module internal/sqltest.
type down struct{}

var errDown = errors.New("no route to the database")

func (d down) Connect(context.Context) (driver.Conn, error) { return nil, errDown }
func (d down) Driver() driver.Driver                        { return d }
func (d down) Open(string) (driver.Conn, error)             { return nil, errDown }

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	db := sql.OpenDB(down{})
	t.Cleanup(func() { _ = db.Close() })
	for name, c := range map[string]struct {
		db      *sql.DB
		dialect sqlstate.Dialect
		want    string
	}{
		"no database":        {nil, sqlstate.SQLite, "open it with sql.Open"},
		"no dialect":         {db, 0, "use sqlstate.SQLite"},
		"an unknown dialect": {db, 99, "unknown dialect 99"},
		"a dead database":    {db, sqlstate.SQLite, "prepare the tables: no route to the database"},
	} {
		_, err := sqlstate.New(t.Context(), c.db, c.dialect)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want %q", name, err, c.want)
		}
	}
	_, err := sqlstate.New(t.Context(), db, sqlstate.SQLite)
	if !errors.Is(err, errDown) {
		t.Errorf("the cause is not wrapped: %v", err)
	}
}

// The driver is imported for its side effect: _ "modernc.org/sqlite".
func ExampleNew() {
	ctx := context.Background()
	db, err := sql.Open("sqlite", "file:tillsync.db?_pragma=journal_mode(WAL)&_pragma=busy_timeout(5000)")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	store, err := sqlstate.New(ctx, db, sqlstate.SQLite)
	if err != nil {
		log.Fatal(err)
	}
	token, ok, err := store.Cursors.Cursor(ctx, "orders")
	fmt.Println(token, ok, err)
}
