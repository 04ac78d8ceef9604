package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"io"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// house is both systems, the clients on their sockets and the state between.
type house struct {
	pos        *salespostest.Server
	shop       *ecwidtest.Server
	posClient  *salespos.Client
	shopClient *ecwid.Client
	db         *sql.DB
	store      state.Store
	// began is when the first run with this state began; web orders are taken from
	// then on.
	began time.Time
	// allOrders says that orders are read which did not change since the last run.
	allOrders bool
	state     kept
	view      *view
	record    recorder
	cost      cost
}

// key stands for 32 secret bytes of the caller. A real one comes from a secret
// store; the sandboxes have nothing to hide.
func key() []byte {
	sum := sha256.Sum256([]byte("tillsync quickstart"))
	return sum[:]
}

func open(ctx context.Context, o options, out io.Writer) (*house, error) {
	h := &house{began: time.Now().Add(-time.Hour), state: kept{path: o.state}, view: newView(out)}
	h.pos, h.shop = salespostest.New(salespostest.WithPace(o.pace)), ecwidtest.New(ecwidtest.WithPace(o.pace))
	if o.orders != "" { // the file has pounds without taxes
		h.pos.Edit("settings", 1, `{"currency":"GBP","prices_include_vat":false}`)
		h.shop.Edit("profile", 0, `{"formatsAndUnits":{"currency":"GBP"},"taxSettings":{"pricesIncludeTax":false}}`)
	}
	if err := h.connect(o.pace); err != nil {
		h.close()
		return nil, err
	}
	if err := h.remember(ctx); err != nil {
		h.close()
		return nil, err
	}
	return h, nil
}

// connect starts both sandboxes on loopback sockets and makes their clients.
func (h *house) connect(pace float64) error {
	posURL, err := h.pos.Listen("127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("start the SalesPOS sandbox: %w", err)
	}
	shopURL, err := h.shop.Listen("127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("start the Ecwid sandbox: %w", err)
	}
	public, secret := h.pos.Keys()
	h.posClient, err = salespos.New(posURL, public, secret, salespos.AllowLoopbackHTTP(), salespos.WithPace(pace))
	if err != nil {
		return err
	}
	h.shopClient, err = ecwid.New(h.shop.StoreID(), h.shop.Token(),
		ecwid.WithBaseURL(shopURL), ecwid.AllowLoopbackHTTP(), ecwid.WithPace(pace))
	return err
}

// remember opens the SQLite file that the flows remember in.
func (h *house) remember(ctx context.Context) (err error) {
	if h.db, err = h.state.open(); err != nil {
		return err
	}
	if h.store, err = sqlstate.New(ctx, h.db, sqlstate.SQLite); err != nil {
		return fmt.Errorf("open the state %s: %w", h.state.path, err)
	}
	return nil
}

func (h *house) close() {
	if h.db != nil {
		_ = h.db.Close() // what was saved is saved; nothing is left to lose
	}
	_, _ = h.pos.Close(), h.shop.Close()
	h.state.remove()
}
