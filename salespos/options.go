package salespos

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strings"
	"time"
)

// DefaultTimeout bounds one attempt of a call.
const DefaultTimeout = 60 * time.Second

// ProductLine chooses the flavour of the API's documents.
type ProductLine string

// The product lines, as they stand in the accept header.
const (
	SalesPOSLine ProductLine = "application/vnd.verto.salespos+json"
	WebshopLine  ProductLine = "application/vnd.verto.webshop+json"
)

// Rates are calls a minute, counted for each resource of the API. Zero means
// the documented rate.
type Rates struct {
	Get    int // documented: 150
	Post   int // documented: 100
	Put    int // documented: 100
	Patch  int // documented: 100
	Delete int // documented: 100
	// ProductQueries replaces Get for the search of scanners; documented: 30.
	ProductQueries int
}

func (r Rates) withDefaults() Rates {
	setDefault(&r.Get, 150)
	for _, write := range []*int{&r.Post, &r.Put, &r.Patch, &r.Delete} {
		setDefault(write, 100)
	}
	setDefault(&r.ProductQueries, 30)
	return r
}

func setDefault(rate *int, documented int) {
	if *rate == 0 {
		*rate = documented
	}
}

// Option is an optional setting of New.
type Option func(*config) error

type config struct {
	transport     http.RoundTripper
	http          *http.Client
	logger        *slog.Logger
	allowLoopback bool
	userAgent     string
	limiter       Limiter
	rates         Rates
	language      string
	line          ProductLine
	attempts      int
	pace          float64
	unknownField  func(document, field string)
}

// WithTransport sends the signed requests through rt: a proxy, a recorder, a
// fake. It wins over the transport of WithHTTPClient.
func WithTransport(rt http.RoundTripper) Option {
	return func(c *config) error {
		if rt == nil {
			return errors.New("WithTransport: the transport is nil")
		}
		c.transport = rt
		return nil
	}
}

// WithHTTPClient takes transport and time-out from a copy of hc. Its time-out
// bounds one attempt; zero means DefaultTimeout.
func WithHTTPClient(hc *http.Client) Option {
	return func(c *config) error {
		if hc == nil {
			return errors.New("WithHTTPClient: the client is nil")
		}
		if hc.Timeout < 0 {
			return fmt.Errorf("WithHTTPClient: the time-out %v is negative", hc.Timeout)
		}
		c.http = hc
		return nil
	}
}

// WithLogger logs each request at Debug and each repetition at Warn: never
// bodies, keys, queries or URLs. The default logs nothing.
func WithLogger(logger *slog.Logger) Option {
	return func(c *config) error {
		if logger == nil {
			return errors.New("WithLogger: the logger is nil")
		}
		c.logger = logger
		return nil
	}
}

// AllowLoopbackHTTP accepts a shop address with http when its host is this
// machine: for fakes. Other hosts always need https.
func AllowLoopbackHTTP() Option {
	return func(c *config) error {
		c.allowLoopback = true
		return nil
	}
}

// WithUserAgent names the caller to the API.
func WithUserAgent(name string) Option {
	return func(c *config) error {
		if name == "" {
			return errors.New("WithUserAgent: the name is empty")
		}
		c.userAgent = name
		return nil
	}
}

// WithPace lets a minute of the rates, and the pause after a 429, pass n times
// faster: for sandboxes that run faster than the real system.
func WithPace(n float64) Option {
	return func(c *config) error {
		if !(n > 0) || math.IsInf(n, 1) {
			return fmt.Errorf("WithPace: %v is no number above 0", n)
		}
		c.pace = n
		return nil
	}
}

// WithRates keeps within other rates than the documented ones.
func WithRates(rates Rates) Option {
	return func(c *config) error {
		for _, rate := range []int{rates.Get, rates.Post, rates.Put, rates.Patch, rates.Delete, rates.ProductQueries} {
			if rate < 0 {
				return fmt.Errorf("WithRates: %d calls a minute is negative", rate)
			}
		}
		c.rates = rates
		return nil
	}
}

// WithLanguage reads and updates translatable texts in a language of the shop,
// such as "nl". The default is the shop's main language.
func WithLanguage(code string) Option {
	return func(c *config) error {
		if len(code) < 2 || strings.ContainsFunc(code, notAlphanumeric) {
			return fmt.Errorf("WithLanguage: %q is no language; use two letters as in \"nl\", or the shop's own code", code)
		}
		c.language = code
		return nil
	}
}

func notAlphanumeric(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
}

// WithProductLine asks for the documents of another product line. The default
// is SalesPOSLine.
func WithProductLine(line ProductLine) Option {
	return func(c *config) error {
		if line != SalesPOSLine && line != WebshopLine {
			return fmt.Errorf("WithProductLine: %q is none of SalesPOSLine and WebshopLine", string(line))
		}
		c.line = line
		return nil
	}
}

// WithAttempts sets how often a call is tried at most. The default is 4.
func WithAttempts(n int) Option {
	return func(c *config) error {
		if n < 1 {
			return fmt.Errorf("WithAttempts: %d attempts would send nothing", n)
		}
		c.attempts = n
		return nil
	}
}

// WithUnknownField tells which keys of the API's documents the read types have
// no field for: the sign that the API has grown. document is the name of the
// read type, such as "Product", and field the path of the key in it, such as
// "attributecombinations.collection.colour". Values are not told; see Extra for
// them. report is called once for each answer and field, perhaps by several
// goroutines at a time.
func WithUnknownField(report func(document, field string)) Option {
	return func(c *config) error {
		if report == nil {
			return errors.New("WithUnknownField: the function is nil")
		}
		c.unknownField = report
		return nil
	}
}
