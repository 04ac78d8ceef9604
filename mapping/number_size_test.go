package mapping_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// TestHugeNumbersAreCompared by their size: written out they would fill the memory.
func TestHugeNumbersAreCompared(t *testing.T) {
	t.Parallel()
	const far = 1 << 30
	high, limit := decimal.New(9, 0), decimal.New(3, 0)
	between := mapping.To("f").From("f").Range(high.Neg(), high).Policy(mapping.Always)
	above := mapping.To("f").From("f").If(mapping.Above("f", limit), mapping.Int(1)).If(mapping.Below("f", limit), mapping.Int(-1)).Policy(mapping.Always)
	for _, row := range []struct {
		number  decimal.Decimal
		inRange bool
		order   int64 // compared with the limit
	}{
		{decimal.New(1, far), false, 1},
		{decimal.New(-1, far), false, -1},
		{decimal.New(1, math.MaxInt32), false, 1}, // its size takes more than 32 bits
		{decimal.New(1, -far), true, -1},
		{decimal.New(-1, -far), true, -1},
		{decimal.New(0, far), true, -1},
		{decimal.New(1, 1001), false, 1},
		{decimal.New(4, 0).Mul(decimal.New(1, -1001)).Add(decimal.New(3, 0)), true, 1},
		{decimal.New(3, 0).Add(decimal.New(0, -1001)), true, 0},
	} {
		name := fmt.Sprintf("%se%d", row.number.Coefficient().String()[:1], row.number.Exponent())
		in := input{Source: src("f", mapping.Number(row.number))}
		s := fields(mapping.KindNumber, "f")
		if _, err := newMapper(t, s, between).Plan(in); (err == nil) != row.inRange {
			t.Errorf("%s in the range: %v, want %t", name, err, row.inRange)
		}
		want := mapping.Number(row.number)
		if row.order != 0 {
			want = mapping.Int(row.order)
		}
		if got := plan(t, newMapper(t, s, above), in).Patch["f"]; !got.Equal(want) {
			t.Errorf("%s compared with 3 gives %s, want order %d", name, got, row.order)
		}
	}
}

// TestEndsOfARangeAreInIt in any form, also where they are one.
func TestEndsOfARangeAreInIt(t *testing.T) {
	t.Parallel()
	for _, low := range []string{"-2", "0", "2"} {
		rule := mapping.To("number").From("number").Range(decimal.RequireFromString(low), decimal.New(200, -2)).Policy(mapping.Always)
		def := mapping.Definition{Name: "wares", Rules: []mapping.Rule{rule}}
		for name, s := range map[string]waresSchema{"direct": directSchema(), "by hand": wrapped(directSchema())} {
			m := waresMapperOf(t, def, s)
			for d, inRange := range map[string]bool{low: true, low + ".000": true, "2.0": true, "2.01": false, "-2.01": false, "20": false} {
				if _, err := m.Plan(waresInput{Source: &ware{Number: decimal.RequireFromString(d)}}); (err == nil) != inRange {
					t.Errorf("%s: %s between %s and 2.00: error %v, want none: %t", name, d, low, err, inRange)
				}
			}
		}
	}
}
