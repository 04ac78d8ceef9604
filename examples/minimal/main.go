package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"os"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/state/sqlstate"
	"github.com/tillsync/tillsync/salespos"
	_ "modernc.org/sqlite"
)

func main() {
	ctx := context.Background()
	pos, err1 := salespos.New("https://myshop.ccvshop.nl", os.Getenv("POS_KEY"), os.Getenv("POS_SECRET"))
	shop, err2 := ecwid.New(1003, os.Getenv("ECWID_TOKEN"))
	db, err3 := sql.Open("sqlite", "file:state.db?_pragma=journal_mode(WAL)&_pragma=busy_timeout(5000)")
	store, err4 := sqlstate.New(ctx, db, sqlstate.SQLite)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		log.Fatal(err)
	}
	report, err := flows.SyncOrders(ctx, flows.OrderConfig{
		SalesPOS: pos, Ecwid: shop, State: store, Direction: flows.EcwidToSalesPOS,
		Key:   []byte(os.Getenv("TILLSYNC_KEY")), // 32 secret bytes
		Since: time.Now().Add(-24 * time.Hour), Package: 1,
	})
	log.Println(report.Counts, err)
}
