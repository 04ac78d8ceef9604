package salespos_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/internal/clienttest"
	"github.com/tillsync/tillsync/salespos"
)

func TestEveryOptionIsSent(t *testing.T) {
	t.Parallel()
	clienttest.EveryOptionIsSent(t, func(t *testing.T, call func(context.Context, *salespos.Client)) string {
		t.Helper()
		client, shop := serve(t, emptyList())
		call(t.Context(), client)
		if seen := shop.seen(); len(seen) > 0 {
			return seen[0].Target
		}
		return ""
	})
}
