package sqltest_test

import (
	"context"
	"database/sql"
	"fmt"
	"log"

	_ "modernc.org/sqlite"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
)

// Rows are written only over the revision that was read.
func Example() {
	ctx := context.Background()
	db, err := sql.Open("sqlite", "file::memory:")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1) // in memory only
	store, err := sqlstate.New(ctx, db, sqlstate.SQLite)
	if err != nil {
		log.Fatal(err)
	}

	row := state.Record{SourceID: "812", TargetID: "445566"}
	for range 2 {
		refused, err := store.Records.Save(ctx, "products", []state.Record{row})
		fmt.Println("refused:", refused, "error:", err)
	}
	// Output:
	// refused: [] error: <nil>
	// refused: [812] error: <nil>
}
