package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// deliver sends the webhooks of both systems as they arise, until ctx ends.
func deliver(ctx context.Context, pos *salespostest.Server, shop *ecwidtest.Server, log *requestLog) {
	ticks := time.NewTicker(100 * time.Millisecond)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		}
		// What ends early is sent later.
		sentByPOS, _ := pos.Deliver(ctx, localOnly{})
		for _, d := range sentByPOS {
			log.line("salespos", "webhook", d.Event+" to "+d.Address, d.Status, text(d.Err))
		}
		sentByShop, _ := shop.Deliver(ctx, localOnly{})
		for _, d := range sentByShop {
			log.line("ecwid", "webhook", d.EventType, d.Status, text(d.Err))
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// localOnly sends requests to this machine and nowhere else.
type localOnly struct{}

func (localOnly) RoundTrip(r *http.Request) (*http.Response, error) {
	if host := r.URL.Hostname(); host != "localhost" && !net.ParseIP(host).IsLoopback() {
		return nil, errors.New("the sandbox sends webhooks to loopback addresses only")
	}
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	context.AfterFunc(r.Context(), cancel)
	return http.DefaultTransport.RoundTrip(r.WithContext(ctx))
}
