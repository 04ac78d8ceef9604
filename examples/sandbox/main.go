// Sandbox serves a SalesPOS account and an Ecwid store with the demo shop on this
// machine, for clients in any language: same paths, headers and errors as the real
// ones. It prints addresses, credentials and a first call, logs each request with
// the reason of a refusal, sends webhooks to addresses on this machine, and runs
// until it is interrupted. Unknown keys of bodies are ignored by the store and
// refused by the account, as the real ones are taken to do; -reading changes such
// things. More than 20 bad tokens a minute block the caller at the store for an hour,
// as Ecwid does: a restart ends that.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/examples/internal/demoshop"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "sandbox:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if o.listReadings {
		_, err := fmt.Fprintln(out, strings.Join(readings(), "\n"))
		return err
	}
	log := &requestLog{out: out}
	pos := salespostest.New(append(o.posOptions, salespostest.WithPace(o.pace),
		salespostest.WithObserver(func(r salespostest.Request) {
			log.line("salespos", r.Method, r.Path, r.Status, r.Code, r.Fault, r.Message)
		}))...)
	shop := ecwidtest.New(append(o.shopOptions, ecwidtest.WithPace(o.pace), ecwidtest.With(ecwidtest.LenientBodies),
		ecwidtest.WithObserver(func(r ecwidtest.Request) { log.line("ecwid", r.Method, r.Path, r.Status, r.Code, r.Fault, r.Message) }))...)
	defer func() { _, _ = pos.Close(), shop.Close() }()
	demoshop.Seed(pos)
	demoshop.SeedShop(shop)
	for _, f := range o.posFaults {
		pos.Inject(f)
	}
	for _, f := range o.shopFaults {
		shop.Inject(f)
	}
	if err := serve(out, pos, shop, o); err != nil {
		return err
	}
	deliver(ctx, pos, shop, log)
	return nil
}

// serve opens both ports and says how to call them.
func serve(out io.Writer, pos *salespostest.Server, shop *ecwidtest.Server, o options) error {
	posURL, err := pos.Listen(o.posAddr)
	if err != nil {
		return fmt.Errorf("-salespos %s: %w", o.posAddr, err)
	}
	shopURL, err := shop.Listen(o.shopAddr)
	if err != nil {
		return fmt.Errorf("-ecwid %s: %w", o.shopAddr, err)
	}
	public, secret := pos.Keys()
	_, err = fmt.Fprintf(out, `SalesPOS  %[1]s/api/rest/v1/
          public key %[2]s, secret %[3]s
          salespos.New("%[1]s", "%[2]s", "%[3]s", salespos.AllowLoopbackHTTP())
          uri='/api/rest/v1/products?start=0&size=3'; date=$(date -u +%%FT%%TZ); hash=$(printf '%%s' '%[2]s|GET|'"$uri"'||'"$date" | openssl dgst -sha512 -hmac '%[3]s' | sed 's/.* //')
          curl -H 'x-public: %[2]s' -H "x-date: $date" -H "x-hash: $hash" "%[1]s$uri"

Ecwid     %[4]s/api/v3/%[5]d/
          token %[6]s
          ecwid.New(%[5]d, "%[6]s", ecwid.WithBaseURL("%[4]s"), ecwid.AllowLoopbackHTTP())
          webhooks are signed with %[7]s
          curl -H 'Authorization: Bearer %[6]s' '%[4]s/api/v3/%[5]d/products?limit=3'

`, posURL, public, secret, shopURL, shop.StoreID(), shop.Token(), shop.ClientSecret())
	return err
}

// requestLog writes a line for each request of either system.
type requestLog struct {
	mu  sync.Mutex
	out io.Writer
}

// line shows a request and, if it went wrong, why: code, fault and message.
func (l *requestLog) line(system, method, path string, status int, why ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	text := fmt.Sprintf("%-8s %-6s %s %d", system, method, path, status)
	for _, word := range why {
		if word != "" {
			text += " " + word
		}
	}
	_, _ = fmt.Fprintln(l.out, text)
}
