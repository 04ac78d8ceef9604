package ecwid_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/internal/clienttest"
)

func TestEveryOptionIsSent(t *testing.T) {
	t.Parallel()
	clienttest.EveryOptionIsSent(t, func(t *testing.T, call func(context.Context, *ecwid.Client)) string {
		t.Helper()
		var sent string
		synctest.Test(t, func(t *testing.T) {
			shop, store := newShop(t, always(200, emptyPage))
			call(t.Context(), shop)
			if seen := store.seen(); len(seen) > 0 {
				sent = seen[0].target + seen[0].body
			}
		})
		return sent
	}, remove(t.Context(), 5))
}
