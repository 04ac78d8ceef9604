package sides

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// posCursor is how far the newest-first reading of products got.
type posCursor struct {
	// Floor is the modification time up to which everything is handled, First the
	// product that had it.
	Floor time.Time          `json:"floor,omitzero"`
	First salespos.ProductID `json:"first,omitzero"`
	// At is when the reading began that ended here.
	At time.Time `json:"at,omitzero"`
	// Count is the number of products of the last reading that saw all of them.
	Count int `json:"count,omitzero"`
	// Cut is set while a reading is not finished.
	Cut *posCut `json:"cut,omitzero"`
}

// posCut describes a reading that ended early: what lies between Top and Bottom
// is handled.
type posCut struct {
	Top    time.Time          `json:"top"`
	First  salespos.ProductID `json:"first"`
	Bottom time.Time          `json:"bottom"`
	Offset int                `json:"offset"`
	Count  int                `json:"count"`
}

func parsePOSCursor(token string) (posCursor, error) {
	var c posCursor
	if token == "" {
		return c, nil
	}
	if err := json.Unmarshal([]byte(token), &c); err != nil {
		return c, &pass.Error{Class: pass.ClassConfig, Reason: "CursorUnreadable",
			Err:    fmt.Errorf("the stored cursor of the products is none of ours: %w", err),
			Remedy: "remove it from the state; the next pass reads everything"}
	}
	return c, nil
}

func (c posCursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // times and numbers always encode
	}
	return string(text)
}

// finished is the cursor after a reading that began at an instant with the product
// first at top. count is 0 when the reading did not see all products.
func (c posCursor) finished(at, top time.Time, first salespos.ProductID, count int) posCursor {
	next := posCursor{Floor: top, First: first, At: at, Count: count}
	if next.Floor.Before(c.Floor) {
		next.Floor = c.Floor
	}
	if count == 0 {
		next.Count = c.Count
	}
	return next
}
