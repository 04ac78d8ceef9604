package mapping

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// ConvertUnit converts a number from one unit to another of the same quantity: g,
// kg, lb and oz; mm, cm, m and in; ml and l. What does not come out even is rounded
// to twelve decimals; put Round behind it for fewer. Text form:
// ConvertUnit("g","kg").
func ConvertUnit(from, to string) Transform {
	name := fmt.Sprintf("ConvertUnit(%q,%q)", from, to)
	source, ok := unitOf(from)
	if !ok {
		return invalid(name, "there is no unit %q: %s", from, Suggest(from, unitNames()))
	}
	target, ok := unitOf(to)
	if !ok {
		return invalid(name, "there is no unit %q: %s", to, Suggest(to, unitNames()))
	}
	if source.quantity != target.quantity {
		return invalid(name, "%s is a %s and %s a %s", from, source.quantity, to, target.quantity)
	}
	const scale = 12
	return onNumber(name, func(d decimal.Decimal) decimal.Decimal {
		return d.Mul(source.size).DivRound(target.size, scale)
	})
}

// unit is a unit of measure.
type unit struct {
	name, quantity string
	size           decimal.Decimal
}

// units lists weights in nanograms, lengths in micrometres and volumes in
// millilitres, so that all sizes are whole.
func units() []unit {
	return []unit{
		{"g", "weight", decimal.New(1_000_000_000, 0)},
		{"kg", "weight", decimal.New(1_000_000_000_000, 0)},
		{"lb", "weight", decimal.New(453_592_370_000, 0)},
		{"oz", "weight", decimal.New(28_349_523_125, 0)},
		{"mm", "length", decimal.New(1_000, 0)},
		{"cm", "length", decimal.New(10_000, 0)},
		{"m", "length", decimal.New(1_000_000, 0)},
		{"in", "length", decimal.New(25_400, 0)},
		{"ml", "volume", decimal.New(1, 0)},
		{"l", "volume", decimal.New(1_000, 0)},
	}
}

func unitOf(name string) (unit, bool) {
	all := units()
	at := slices.IndexFunc(all, func(u unit) bool { return strings.EqualFold(u.name, name) })
	if at < 0 {
		return unit{}, false
	}
	return all[at], true
}

func unitNames() []string {
	var names []string
	for _, u := range units() {
		names = append(names, u.name)
	}
	return names
}
