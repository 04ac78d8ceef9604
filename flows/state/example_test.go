package state_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

// Two workers announce the same record; the second is refused by name.
func ExampleRecords() {
	ctx, records := context.Background(), memstate.New().Records
	row := state.Record{SourceID: "42"}
	first, _ := records.Save(ctx, "products", []state.Record{row})
	second, _ := records.Save(ctx, "products", []state.Record{row})
	fmt.Println(len(first), second)
	// Output: 0 [42]
}
