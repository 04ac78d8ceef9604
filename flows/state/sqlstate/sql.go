package sqlstate

import (
	"database/sql"
	"fmt"
	"strings"
	"time"
)

// chunk is the number of rows or ids in one statement. More gains nothing, and
// databases bound the number of parameters.
const chunk = 500

// columnTime has a fixed width, so that instants sort as text, and is readable
// for people who look into the tables.
const columnTime = "2006-01-02T15:04:05.000000000Z"

// column is the stored form of an instant; the zero instant is NULL.
func column(t time.Time) (sql.NullString, error) {
	if t.IsZero() {
		return sql.NullString{}, nil
	}
	t = t.UTC()
	if y := t.Year(); y < 0 || y > 9999 {
		return sql.NullString{}, fmt.Errorf("the year %d of an instant is outside 0 to 9999", y)
	}
	return sql.NullString{String: t.Format(columnTime), Valid: true}, nil
}

// instant reads a stored instant; NULL is the zero instant.
func instant(s sql.NullString) (time.Time, error) {
	if !s.Valid {
		return time.Time{}, nil
	}
	return time.Parse(columnTime, s.String)
}

// nullable stores "" as NULL.
func nullable(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }

// marks is "?,?,…" for n values.
func marks(n int) string { return strings.Repeat(",?", n)[1:] }

// tuples is "(?,…),(?,…),…" for n rows of some columns.
func tuples(n, columns int) string { return strings.Repeat(",("+marks(columns)+")", n)[1:] }
