package rest

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// BaseURL checks the address of an API and parses it. It must be https with a
// host; http is accepted for a loopback host when allowLoopback is set, for
// tests and demos. User info, query and fragment are refused. The error names
// the mistake and the cure, but not the address: it may hold a password.
func BaseURL(raw string, allowLoopback bool) (*url.URL, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("address: it cannot be read; write it as https://shop.example.com")
	}
	switch {
	case u.User != nil:
		return nil, errors.New("address: remove the user name and password before the host")
	case u.Hostname() == "":
		return nil, errors.New("address: the host is missing; write it as https://shop.example.com")
	case u.RawQuery != "" || u.ForceQuery:
		return nil, fmt.Errorf("address of %s: remove everything from the ? on", u.Hostname())
	case u.Fragment != "":
		return nil, fmt.Errorf("address of %s: remove everything from the # on", u.Hostname())
	case u.Scheme == "https":
		return u, nil
	case u.Scheme != "http":
		return nil, fmt.Errorf("address of %s: it has to start with https://", u.Hostname())
	case !isLoopback(u.Hostname()):
		return nil, fmt.Errorf("address of %s: http would send keys and customer data readable by anybody; use https", u.Hostname())
	case !allowLoopback:
		return nil, fmt.Errorf("address of %s: http on this machine needs the option AllowLoopbackHTTP", u.Hostname())
	}
	return u, nil
}

// isLoopback reports a host on this machine.
func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// Path joins segments to an escaped path: Path("products", "a/b") is
// "/products/a%2Fb". "/" and "+" within a segment are escaped. Empty segments, and
// "." and ".." in one, are errors: they would lead to another resource.
func Path(segments ...string) (string, error) {
	if len(segments) == 0 {
		return "", errors.New("path: no segment")
	}
	var b strings.Builder
	for i, segment := range segments {
		if segment == "" || steps(segment) {
			return "", fmt.Errorf("path: segment %d is %q", i+1, segment)
		}
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(url.PathEscape(segment), "+", "%2B"))
	}
	return b.String(), nil
}

// Query is a query string in the order of its Adds. The zero value is empty.
type Query struct{ encoded string }

// Add appends a parameter; a name may come more than once. Everything but
// unreserved characters is percent-encoded, a space as %20.
func (q *Query) Add(name, value string) {
	if q.encoded != "" {
		q.encoded += "&"
	}
	q.encoded += escape(name) + "=" + escape(value)
}

// Target returns path with the query behind it: the Call.Target.
func (q Query) Target(path string) string {
	if q.encoded == "" {
		return path
	}
	return path + "?" + q.encoded
}

// escape percent-encodes a name or value.
func escape(s string) string {
	return strings.ReplaceAll(url.QueryEscape(s), "+", "%20")
}

// Check refuses a call that would go elsewhere than its target says; Do starts
// with it.
func (c Call) Check() error {
	path, _, _ := strings.Cut(c.Target, "?")
	switch {
	case c.Method == "":
		return errors.New("the method is missing")
	case !strings.HasPrefix(path, "/"):
		return errors.New(`the target does not start with "/"`)
	case strings.ContainsFunc(c.Target, unfit):
		return errors.New("the target has unescaped characters")
	case climbs(path):
		return errors.New(`the target has a segment "." or ".."`)
	}
	for name, values := range c.Header {
		if slices.ContainsFunc(values, breaksHeader) {
			return fmt.Errorf("the header %s has control characters", name)
		}
	}
	return nil
}

// breaksHeader reports a value that would end its header line.
func breaksHeader(value string) bool { return strings.ContainsFunc(value, unicode.IsControl) }

// unfit reports characters that end a target or are changed on the way.
func unfit(r rune) bool { return r <= ' ' || r == '#' || r >= 0x7f }

// climbs reports a path with a segment that leads elsewhere.
func climbs(path string) bool {
	for segment := range strings.SplitSeq(path, "/") {
		if plain, err := url.PathUnescape(segment); err != nil || steps(plain) {
			return true
		}
	}
	return false
}

// steps reports a segment that a server may take as a step in the tree, also
// behind a separator that is escaped on the wire: some decode a path before they
// resolve it.
func steps(segment string) bool {
	parts := strings.FieldsFunc(segment, func(r rune) bool { return r == '/' || r == '\\' })
	return slices.Contains(parts, ".") || slices.Contains(parts, "..")
}
