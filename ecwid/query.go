package ecwid

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// filters collects query parameters; empty values are left out.
type filters struct {
	query rest.Query
	err   error
}

func (f *filters) text(name, value string) {
	if value != "" {
		f.query.Add(name, value)
	}
}

func (f *filters) flag(name string, value *bool) {
	if value != nil {
		f.query.Add(name, strconv.FormatBool(*value))
	}
}

// on adds a switch that is off without it.
func (f *filters) on(name string, value bool) {
	if value {
		f.query.Add(name, "true")
	}
}

// instant adds an instant as Unix seconds; fractions are cut.
func (f *filters) instant(name string, t time.Time) {
	if !t.IsZero() {
		f.query.Add(name, strconv.FormatInt(t.Unix(), 10))
	}
}

func (f *filters) count(name string, value *int) {
	if value != nil {
		f.query.Add(name, strconv.Itoa(*value))
	}
}

// amount adds a number.
func (f *filters) amount(name string, a *Amount) {
	if a != nil {
		f.query.Add(name, a.String())
	}
}

// lists adds a list for each name, in the order of the names.
func (f *filters) lists(prefix string, values map[string][]string) {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		list(f, prefix+name, values[name])
	}
}

// list adds values separated by commas. A list that was made and stayed empty
// is refused: without the parameter everything would match instead of nothing.
func list[T any](f *filters, name string, values []T) {
	if values != nil && len(values) == 0 {
		f.err = errors.Join(f.err, fmt.Errorf("the list of %s is empty; leave it nil not to filter by it", name))
	}
	texts := make([]string, 0, len(values))
	for _, value := range values {
		texts = append(texts, fmt.Sprint(value))
	}
	f.text(name, strings.Join(texts, ","))
}

// either adds the word for true or for false.
func (f *filters) either(name string, value *bool, yes, no string) {
	switch {
	case value == nil:
	case *value:
		f.query.Add(name, yes)
	default:
		f.query.Add(name, no)
	}
}
