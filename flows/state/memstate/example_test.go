package memstate_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/memstate"
)

// Of two workers that know the same revision, one is refused.
func ExampleNew() {
	ctx := context.Background()
	store := memstate.New()
	mine := state.Record{SourceID: "812", TargetID: "445566"}
	theirs := state.Record{SourceID: "812", TargetID: "445577"}

	refused, err := store.Records.Save(ctx, "products", []state.Record{mine})
	fmt.Println(refused, err)
	refused, err = store.Records.Save(ctx, "products", []state.Record{theirs})
	fmt.Println(refused, err)
	rows, err := store.Records.Load(ctx, "products", []string{"812"})
	fmt.Println(rows[0].TargetID, rows[0].Revision, err)
	// Output:
	// [] <nil>
	// [812] <nil>
	// 445566 1 <nil>
}
