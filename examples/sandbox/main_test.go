package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// output is a buffer that may be read while it is written.
type output struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	grown chan struct{} // closed at the next write, when somebody waits for it
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.grown != nil {
		close(o.grown)
		o.grown = nil
	}
	return o.buf.Write(p)
}

// await waits until the output has a text.
func (o *output) await(t *testing.T, text string) {
	t.Helper()
	for late := time.After(10 * time.Second); ; {
		missing, grown := o.lacks(text)
		if !missing {
			return
		}
		select {
		case <-grown:
		case <-late:
			t.Fatalf("no %q in:\n%s", text, o)
		}
	}
}

// lacks reports whether a text is missing, and what is closed when there is more.
func (o *output) lacks(text string) (missing bool, grown <-chan struct{}) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.grown == nil {
		o.grown = make(chan struct{})
	}
	return !strings.Contains(o.buf.String(), text), o.grown
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

// start runs the sandbox on free ports until the test ends.
func start(t *testing.T, args ...string) *output {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, done := &output{}, make(chan error)
	go func() {
		done <- run(ctx, append([]string{"-salespos", "127.0.0.1:0", "-ecwid", "127.0.0.1:0"}, args...), out)
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	out.await(t, "limit=3'\n")
	return out
}

// TestPrintedCommandsWork runs the printed lines word for word.
func TestPrintedCommandsWork(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"bash", "curl", "openssl"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("the printed lines need %s", program)
		}
	}
	out := start(t)
	var commands []string
	for line := range strings.Lines(out.String()) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "uri=") || strings.HasPrefix(line, "curl") {
			commands = append(commands, line)
		}
	}
	answer, err := exec.CommandContext(t.Context(), "bash", "-c", strings.ReplaceAll(strings.Join(commands, "\n"), "curl ", "curl -sS ")).CombinedOutput()
	if err != nil || !bytes.Contains(answer, []byte("TEA-GREEN")) || !bytes.Contains(answer, []byte("TEA-BLACK")) || bytes.Contains(answer, []byte(`"errorCode"`)) {
		t.Errorf("%v: %s", err, answer)
	}
	for _, want := range []string{"salespos GET    /products 200", "ecwid    GET    /products 200"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the log has no %q:\n%s", want, out)
		}
	}
}

// shopCall makes a hand-written call to the store of a sandbox.
func (o *output) shopCall(t *testing.T, method, path, body string) (status int, answer string) {
	t.Helper()
	base := regexp.MustCompile(`Ecwid +(\S+)`).FindStringSubmatch(o.String())[1]
	token := regexp.MustCompile(`token (\S+)`).FindStringSubmatch(o.String())[1]
	req, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	resp, err := (&http.Client{}).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(raw)
}

// TestLogTellsWhy: who is refused finds the reason in the log, above all who is
// blocked for long because of bad tokens.
func TestLogTellsWhy(t *testing.T) {
	t.Parallel()
	out := start(t)
	out.shopCall(t, http.MethodGet, "products/77", "")
	good := out.String()
	for range 21 {
		bad := &output{}
		_, _ = bad.Write([]byte(strings.ReplaceAll(good, "token secret_", "token wrong_")))
		bad.shopCall(t, http.MethodGet, "profile", "")
	}
	if status, _ := out.shopCall(t, http.MethodGet, "profile", ""); status != http.StatusTooManyRequests {
		t.Errorf("status %d after 21 bad tokens, want 429", status)
	}
	for _, want := range []string{
		"ecwid    GET    /products/77 404 ", "not found",
		"ecwid    GET    /profile 403 INVALID_API_TOKEN ", "too many calls with bad tokens; a restart of the server ends it",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the log has no %q:\n%s", want, out)
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	out := start(t, "-fault", "ecwid:GET:/products:status=449:1:1", "-reading", "salespos:text-numbers")
	for _, want := range []int{200, 449, 200} {
		if got, _ := out.shopCall(t, http.MethodGet, "products", ""); got != want {
			t.Errorf("status %d, want %d", got, want)
		}
	}
	chance := start(t, "-fault", "ecwid::/profile:status:1/2")
	failed := 0
	for range 40 {
		if got, _ := chance.shopCall(t, http.MethodGet, "profile", ""); got == http.StatusInternalServerError {
			failed++
		}
	}
	if failed == 0 || failed == 40 {
		t.Errorf("%d of 40 failed", failed)
	}
}

// TestReadings: switches of the sandboxes, with and without a value. What other
// clients send beyond the documents does no harm.
func TestReadings(t *testing.T) {
	t.Parallel()
	out := start(t, "-reading", "ecwid:index-lag=1h", "-reading", "ecwid:long-ids", "-reading", "salespos:page-cap=2")
	status, answer := out.shopCall(t, http.MethodPost, "products?returnItem=true", `{"name":"Mug","inStock":true,"colour":"red"}`)
	if status != http.StatusOK {
		t.Fatalf("unknown keys: %d %s", status, answer)
	}
	id := regexp.MustCompile(`"id":(\d+)`).FindStringSubmatch(answer)[1]
	if _, answer = out.shopCall(t, http.MethodGet, "products/"+id+"?responseFields=sku", ""); answer != `{"sku":"000000001"}` {
		t.Errorf("a generated SKU: %s", answer)
	}
	if _, answer = out.shopCall(t, http.MethodGet, "products?keyword=mug&responseFields=total", ""); answer != `{"total":0}` {
		t.Errorf("the search is not late: %s", answer)
	}
	for _, name := range readings() {
		if name, form, hasValue := strings.Cut(name, "="); hasValue {
			value := map[string]string{"DURATION": "1s", "NUMBER": "1", "NAME,NAME": "a,b", "STATUS[/CODE]": "404/404.20", "200|201|204|500": "204", "ZONE": "UTC"}[form]
			name += "=" + value
			if err := new(options).reading(name); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		} else if err := new(options).reading(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadingHelp: the list of readings is an answer, not an error.
func TestReadingHelp(t *testing.T) {
	t.Parallel()
	out := &output{}
	if err := run(t.Context(), []string{"-reading", "help"}, out); err != nil || out.String() != strings.Join(readings(), "\n")+"\n" {
		t.Errorf("%v:\n%s", err, out)
	}
}

// TestRefusalsAreExplained: the log says why a request was refused.
func TestRefusalsAreExplained(t *testing.T) {
	t.Parallel()
	out := start(t)
	_, answer := out.shopCall(t, http.MethodPost, "products", `{"name":"Mug","price":"dear"}`)
	message := regexp.MustCompile(`"errorMessage":"([^"]+)"`).FindStringSubmatch(answer)
	if message == nil || !strings.Contains(out.String(), message[1]) {
		t.Errorf("answer %s, log:\n%s", answer, out)
	}
}

// TestPrintedGo: the printed Go lines are those that reach the sandbox.
func TestPrintedGo(t *testing.T) {
	t.Parallel()
	out := start(t).String()
	posURL := regexp.MustCompile(`SalesPOS +(\S+)/api/rest`).FindStringSubmatch(out)[1]
	shopURL := regexp.MustCompile(`Ecwid +(\S+)/api/v3`).FindStringSubmatch(out)[1]
	pos, err := salespos.New(posURL, "pubkey0123456789", "secret0123456789secret0123456789", salespos.AllowLoopbackHTTP())
	if err == nil {
		_, err = pos.Products.List(t.Context(), nil)
	}
	if err != nil || !strings.Contains(out, `salespos.New("`+posURL+`", "pubkey0123456789", "secret0123456789secret0123456789", salespos.AllowLoopbackHTTP())`) {
		t.Errorf("%v, printed:\n%s", err, out)
	}
	shop, err := ecwid.New(1003, "secret_ecwidtest_0123456789", ecwid.WithBaseURL(shopURL), ecwid.AllowLoopbackHTTP())
	if err == nil {
		_, err = shop.Products.List(t.Context(), nil)
	}
	if err != nil || !strings.Contains(out, `ecwid.New(1003, "secret_ecwidtest_0123456789", ecwid.WithBaseURL("`+shopURL+`"), ecwid.AllowLoopbackHTTP())`) {
		t.Errorf("%v, printed:\n%s", err, out)
	}
}

// TestFaultNames: the names of the command line are those of both sandboxes.
func TestFaultNames(t *testing.T) {
	t.Parallel()
	for i, name := range faultKinds {
		want := strings.ReplaceAll(name, "-", "")
		if pos, shop := salespostest.FaultKind(i+1).String(), ecwidtest.FaultKind(i+1).String(); !strings.EqualFold(pos, want) || !strings.EqualFold(shop, want) {
			t.Errorf("%s is %s at the POS and %s in the shop", name, pos, shop)
		}
	}
}

func TestBadFlags(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"x"}, "flags"},
		{[]string{"-pace", "0"}, "-pace"},
		{[]string{"-fault", "salespos:POST:/orders:explode"}, "timeout-after"},
		{[]string{"-fault", "shop:POST:/orders:status"}, "neither"},
		{[]string{"-fault", "ecwid:status"}, "SYSTEM:VERB:PATH:KIND"},
		{[]string{"-fault", "ecwid:GET:/products:status:0"}, "times"},
		{[]string{"-fault", "ecwid:GET:/products:status:1/1"}, "chance"},
		{[]string{"-fault", "ecwid:GET:/products:status:1:x"}, "let through"},
		{[]string{"-fault", "ecwid:GET:/products:slow=503"}, "status"},
		{[]string{"-reading", "ecwid:index-lag=-1s"}, "DURATION"},
		{[]string{"-reading", "salespos:page-cap=0"}, "NUMBER"},
		{[]string{"-reading", "salespos:unknown-id=200"}, "STATUS"},
		{[]string{"-reading", "salespos:post-answer=202"}, "204"},
		{[]string{"-reading", "ecwid:nonsense=1"}, "-reading help"},
		{[]string{"-reading", "ecwid:nonsense"}, "-reading help"},
		{[]string{"-salespos", "0.0.0.0:0"}, "loopback"},
	} {
		if err := run(t.Context(), tt.args, io.Discard); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q named", tt.args, err, tt.want)
		}
	}
}

// TestWebhooks receives the events of both systems with the handlers of the clients.
func TestWebhooks(t *testing.T) {
	t.Parallel()
	var mux http.ServeMux
	receiver := httptest.NewServer(&mux)
	t.Cleanup(receiver.Close)
	out := start(t, "-webhook", receiver.URL+"/shop")
	find := func(pattern string) string { return regexp.MustCompile(pattern).FindStringSubmatch(out.String())[1] }

	got := make(chan string, 100)
	fromShop, err := ecwid.NewWebhookHandler([]ecwid.Secret{ecwid.Secret(find(`signed with (\S+)`))}, func(_ context.Context, e ecwid.Event) error {
		got <- "ecwid " + string(e.Type)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	fromPOS, err := salespos.NewWebhookHandler(receiver.URL+"/pos", []salespos.Secret{"a secret of at least 16 characters"}, func(_ context.Context, e salespos.Event) error {
		got <- "salespos " + string(e.Type)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	mux.Handle("/shop", fromShop)
	mux.Handle("/pos/", fromPOS)

	pos, err := salespos.New(find(`New\("(http\S+?)"`), find(`public key ([^,]+),`), find(`secret (\S+)`), salespos.AllowLoopbackHTTP())
	if err != nil {
		t.Fatal(err)
	}
	subscribe(t, pos, salespos.EventProductsCreated, fromPOS.Address(salespos.EventProductsCreated))
	subscribe(t, pos, salespos.EventProductsCreated, "https://connector.example/hooks")
	mug := salespos.ProductCreate{Name: "Mug", Price: salespos.NewAmount(decimal.New(5, 0)), PackageID: 1}
	mug.TaxTariff = salespos.Set(salespos.TaxNormal)
	if _, err := pos.Products.Create(t.Context(), mug); err != nil {
		t.Fatal(err)
	}
	if status, answer := out.shopCall(t, http.MethodPost, "products", `{"name":"Mug"}`); status != http.StatusOK {
		t.Fatal(answer)
	}
	for want := map[string]bool{"ecwid product.created": true, "salespos products.created": true}; len(want) > 0; {
		select {
		case event := <-got:
			delete(want, event)
		case <-time.After(10 * time.Second):
			t.Fatalf("no %v; the log:\n%s", want, out)
		}
	}
	out.await(t, "loopback addresses only")
}

func subscribe(t *testing.T, pos *salespos.Client, event salespos.EventType, address string) {
	t.Helper()
	if _, err := pos.Webhooks.Create(t.Context(), salespos.WebhookCreate{Event: event, Address: address}); err != nil {
		t.Fatal(err)
	}
}
