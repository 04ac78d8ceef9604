package salespos

import (
	"reflect"
	"testing"

	"github.com/tillsync/tillsync/internal/clienttest"
)

func TestUnknownKeysAtEveryPlace(t *testing.T) {
	t.Parallel()
	values := map[reflect.Type]any{
		reflect.TypeFor[Time](): "2025-01-15T10:20:30Z", reflect.TypeFor[Amount](): 1, reflect.TypeFor[UserID](): 1,
	}
	clienttest.UnknownKeysAreKept[Client, Extra](t, values, func(t *testing.T, data []byte, into any, told func(string)) error {
		t.Helper()
		c, document := &Client{}, reflect.TypeOf(into).Elem()
		if told != nil {
			c.unknownField = func(name, field string) {
				if name != document.Name() {
					t.Errorf("told of %s", name)
				}
				told(field)
			}
		}
		return c.document(data, into, document, "")
	})
}

// TestUnknownKeysOfAKeyThatComesTwice: in another spelling it is another list, of
// which only the last was decoded.
func TestUnknownKeysOfAKeyThatComesTwice(t *testing.T) {
	t.Parallel()
	var page Page[Brand]
	data := []byte(`{"href":"x","ITEMS":[{"id":1,"a":1},{"id":2,"b":1}],"items":[{"id":3,"c":1}]}`)
	if err := new(Client).document(data, &page, reflect.TypeFor[Brand](), "items."); err != nil {
		t.Fatal(err)
	}
	if len(page.Items) != 1 || page.Items[0].ID != 3 || string(page.Items[0].Unknown["c"]) != "1" {
		t.Errorf("got %+v", page.Items)
	}
}
