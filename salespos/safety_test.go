package salespos_test

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/salespos"
)

// TestSafety breaks the connection of each method's first request: what does no
// harm is sent again, what might is an unknown outcome.
func TestSafety(t *testing.T) {
	t.Parallel()
	for _, tc := range wireCases(t) {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				client, shop := serve(t, reply{Err: io.ErrUnexpectedEOF}, tc.reply)
				_, err := tc.call(t.Context(), client)
				mails := tc.name == "Orders.Update"
				if tc.method == http.MethodPost || mails {
					if !errors.Is(err, salespos.ErrUnknownOutcome) || len(shop.seen()) != 1 {
						t.Errorf("got %v after %d requests, want one and an unknown outcome", err, len(shop.seen()))
					}
					return
				}
				if err != nil || len(shop.seen()) != 2 {
					t.Errorf("got %v after %d requests, want success at the second", err, len(shop.seen()))
				}
			})
		})
	}
}
