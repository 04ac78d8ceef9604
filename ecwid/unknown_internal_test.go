package ecwid

import (
	"reflect"
	"testing"

	"github.com/tillsync/tillsync/internal/clienttest"
)

func TestUnknownKeysAtEveryPlace(t *testing.T) {
	t.Parallel()
	values := map[reflect.Type]any{reflect.TypeFor[Time](): "2026-01-31 07:20:11 +0000", reflect.TypeFor[Amount](): 1}
	clienttest.UnknownKeysAreKept[Client, Extra](t, values, func(_ *testing.T, data []byte, into any, told func(string)) error {
		if told == nil {
			return decodeKeeping(data, into, nil)
		}
		return decodeKeeping(data, into, func(_, field string) { told(field) })
	})
}
