package ecwid

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"time"
)

// Defaults of a client.
const (
	// DefaultBaseURL is the address of the API.
	DefaultBaseURL = "https://app.ecwid.com"
	// DefaultRate is the number of requests a minute that Ecwid allows a token.
	DefaultRate = 600
	// DefaultTimeout bounds one attempt of one request.
	DefaultTimeout = 60 * time.Second
)

// Option changes a default of New.
type Option func(*config) error

type config struct {
	limiter     Limiter
	freeBatches bool // requests inside a batch do not count

	baseURL   string
	loopback  bool
	http      *http.Client
	transport http.RoundTripper
	logger    *slog.Logger
	userAgent string
	perMinute int
	pace      float64

	unknownField func(document, field string)
}

// WithBaseURL sends all requests to another address than DefaultBaseURL, such
// as a fake server. The path /api/v3/{storeId} is added to it. It has to be
// https; see AllowLoopbackHTTP.
func WithBaseURL(address string) Option {
	return func(c *config) error {
		c.baseURL = address
		return nil
	}
}

// AllowLoopbackHTTP accepts an http:// base address on this machine, for tests
// and demos. Elsewhere http stays refused: it would show the token to anybody.
func AllowLoopbackHTTP() Option {
	return func(c *config) error {
		c.loopback = true
		return nil
	}
}

// WithHTTPClient uses a copy of client. A Timeout of 0 in it becomes
// DefaultTimeout; redirects are not followed.
func WithHTTPClient(client *http.Client) Option {
	return func(c *config) error {
		if client == nil {
			return errors.New("WithHTTPClient: the client is nil")
		}
		if client.Timeout < 0 {
			return fmt.Errorf("WithHTTPClient: the time-out %v is negative", client.Timeout)
		}
		c.http = client
		return nil
	}
}

// WithTransport sends requests through transport, for example a mock. It takes
// the place of the transport of WithHTTPClient.
func WithTransport(transport http.RoundTripper) Option {
	return func(c *config) error {
		if transport == nil {
			return errors.New("WithTransport: the transport is nil")
		}
		c.transport = transport
		return nil
	}
}

// WithLogger logs each request at Debug and each repetition at Warn: endpoint,
// status, attempt and duration, never a body, a token, a query or a URL.
// Without it nothing is logged.
func WithLogger(logger *slog.Logger) Option {
	return func(c *config) error {
		if logger == nil {
			return errors.New("WithLogger: the logger is nil")
		}
		c.logger = logger
		return nil
	}
}

// WithUserAgent names the application to Ecwid.
func WithUserAgent(name string) Option {
	return func(c *config) error {
		if name == "" {
			return errors.New("WithUserAgent: the name is empty")
		}
		c.userAgent = name
		return nil
	}
}

// WithRate keeps the client to perMinute requests in any minute instead of
// DefaultRate. Give each of several processes with one token its share.
func WithRate(perMinute int) Option {
	return func(c *config) error {
		if perMinute <= 0 {
			return fmt.Errorf("WithRate: %d is not above 0", perMinute)
		}
		c.perMinute = perMinute
		return nil
	}
}

// WithPace lets a minute of the rate pass n times faster: for sandboxes that run
// faster than the real system.
func WithPace(n float64) Option {
	return func(c *config) error {
		if !(n > 0) || math.IsInf(n, 1) {
			return fmt.Errorf("WithPace: %v is no number above 0", n)
		}
		c.pace = n
		return nil
	}
}

// httpClient is the copy that the client works with.
func (c *config) httpClient() *http.Client {
	hc := http.Client{}
	if c.http != nil {
		hc = *c.http
	}
	if c.transport != nil {
		hc.Transport = c.transport
	}
	if hc.Timeout == 0 {
		hc.Timeout = DefaultTimeout
	}
	return &hc
}
