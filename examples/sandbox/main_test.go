package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// output is a buffer that may be read while it is written.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
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
	for !strings.Contains(out.String(), "limit=3'\n") {
		select {
		case <-t.Context().Done():
			t.Fatal("the sandbox does not start")
		case <-time.After(time.Millisecond):
		}
	}
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

func TestFaultsAndReadings(t *testing.T) {
	t.Parallel()
	out := start(t, "-fault", "ecwid:GET:/products:status:1", "-reading", "salespos:text-numbers")
	base := regexp.MustCompile(`Ecwid +(\S+)`).FindStringSubmatch(out.String())[1]
	token := regexp.MustCompile(`token (\S+)`).FindStringSubmatch(out.String())[1]
	for _, want := range []int{500, 200} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"products", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer "+token)
		resp, err := (&http.Client{}).Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("status %d, want %d", resp.StatusCode, want)
		}
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
		{[]string{"-reading", "help"}, "salespos:text-numbers"},
		{[]string{"-fault", "salespos:POST:/orders:explode"}, "timeout-after"},
		{[]string{"-fault", "shop:POST:/orders:status"}, "neither"},
		{[]string{"-fault", "ecwid:status"}, "SYSTEM:VERB:PATH:KIND"},
		{[]string{"-fault", "ecwid:GET:/products:status:0"}, "times"},
		{[]string{"-salespos", "0.0.0.0:0"}, "loopback"},
	} {
		if err := run(t.Context(), tt.args, io.Discard); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q named", tt.args, err, tt.want)
		}
	}
}
