package salespos

import (
	"encoding/hex"
	"testing"
)

// TestCallbackHash is the vector of the reference.
func TestCallbackHash(t *testing.T) {
	t.Parallel()
	const (
		address = "https://connector.example/hooks/ccv/orders-status"
		body    = `{"id":1001,"status":5}`
		want    = "8d5e0ae5934be078252964858b478daee84f60fc226c17a9cfa3308294d5383a" +
			"e5cabc45f4cfd25afd444f5097bc87b75271b9311cb7f00facac4ef7cae955ed"
	)
	key := newSecret("webhookkey0123456789")
	if got := hex.EncodeToString(callbackHash(key, address, []byte(body))); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	other := newSecret("another")
	for name, tc := range map[string]struct {
		keys []secret
		hash string
		body string
		want bool
	}{
		"right":          {[]secret{key}, want, body, true},
		"one of several": {[]secret{other, key, other}, want, body, true},
		"other key":      {[]secret{other}, want, body, false},
		"no key":         {nil, want, body, false},
		"other body":     {[]secret{key}, want, body + " ", false},
		"no hash":        {[]secret{key}, "", body, false},
		"cut":            {[]secret{key}, want[:126], body, false},
		"no hex":         {[]secret{key}, "x" + want[1:], body, false},
	} {
		if got := hashedBy(tc.keys, tc.hash, address, []byte(tc.body)); got != tc.want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}
