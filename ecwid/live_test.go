//go:build live

package ecwid_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// The store of the live tests, from the environment. With liveWrite set to 1
// they also write, and remove what they wrote.
const (
	liveStore = "TILLSYNC_LIVE_ECWID_STORE"
	liveToken = "TILLSYNC_LIVE_ECWID_TOKEN"
	liveWrite = "TILLSYNC_LIVE_ECWID_WRITE"
)

// liveShop logs the names of fields that the client does not know.
func liveShop(t *testing.T) *ecwid.Client {
	t.Helper()
	id, err := strconv.ParseInt(os.Getenv(liveStore), 10, 64)
	if err != nil {
		t.Fatalf("set %s to the id of a store", liveStore)
	}
	shop, err := ecwid.New(id, os.Getenv(liveToken),
		ecwid.WithUnknownField(func(document, field string) { t.Logf("unknown: %s %s", document, field) }))
	if err != nil {
		t.Fatalf("set %s to the secret token of an app: %v", liveToken, err)
	}
	return shop
}

func TestLiveRead(t *testing.T) { readEverything(t, liveShop(t)) }

func TestLiveWrite(t *testing.T) {
	if os.Getenv(liveWrite) != "1" {
		t.Logf("writes nothing unless %s is 1", liveWrite)
		return
	}
	if err := writeAndCleanUp(t.Context(), liveShop(t)); err != nil {
		t.Error(err)
	}
}
