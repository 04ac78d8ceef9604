//go:build live

package salespos_test

import (
	"os"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// The account of the live tests, from the environment. With liveWrite set to 1
// they also write, and remove what they wrote.
const (
	liveURL    = "TILLSYNC_LIVE_SALESPOS_URL"
	livePublic = "TILLSYNC_LIVE_SALESPOS_PUBLIC_KEY"
	liveSecret = "TILLSYNC_LIVE_SALESPOS_SECRET"
	liveWrite  = "TILLSYNC_LIVE_SALESPOS_WRITE"
)

// liveClient logs the names of keys that the client does not know.
func liveClient(t *testing.T) *salespos.Client {
	t.Helper()
	client, err := salespos.New(os.Getenv(liveURL), os.Getenv(livePublic), os.Getenv(liveSecret),
		salespos.WithUnknownField(func(document, field string) { t.Logf("unknown: %s %s", document, field) }))
	if err != nil {
		t.Fatalf("set %s, %s and %s: %v", liveURL, livePublic, liveSecret, err)
	}
	return client
}

func TestLiveRead(t *testing.T) { readEverything(t, liveClient(t)) }

func TestLiveWrite(t *testing.T) {
	if os.Getenv(liveWrite) != "1" {
		t.Logf("writes nothing unless %s is 1", liveWrite)
		return
	}
	if err := writeAndCleanUp(t.Context(), liveClient(t)); err != nil {
		t.Error(err)
	}
}
