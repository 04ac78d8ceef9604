package ecwid

import (
	"errors"
	"fmt"
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

func (o *WriteOptions) query() rest.Query {
	var f filters
	f.on("saveCombinations", o.SaveCombinations)
	f.on("returnItem", o.ReturnItem)
	return f.query
}
