package salespostest

import (
	"fmt"
	"strings"
)

// FaultKind is what goes wrong with a request.
type FaultKind int

// The kinds of faults. "Committed" means that the server has done what the
// request asked for.
const (
	// TimeoutBefore: the request never arrives. Not committed, not counted
	// against the limits. In process the caller gets a time-out error at once;
	// over a socket the connection breaks.
	TimeoutBefore FaultKind = iota + 1
	// TimeoutAfter: committed, but the answer never arrives.
	TimeoutAfter
	// Status: an error answer (Fault.Status, 500 when 0) instead of the
	// request. Not committed.
	Status
	// StatusAfter: committed, then answered with Fault.Status (500 when 0).
	StatusAfter
	// Truncate: committed, the body of the answer is cut in the middle. An
	// answer without a body arrives whole.
	Truncate
	// RateLimit: 429 with Fault.Code (429.10 when empty). Not committed.
	RateLimit
)

// String is the name that Request.Fault shows.
func (k FaultKind) String() string {
	names := []string{"", "TimeoutBefore", "TimeoutAfter", "Status", "StatusAfter", "Truncate", "RateLimit"}
	if k < 1 || int(k) >= len(names) {
		return fmt.Sprintf("FaultKind(%d)", int(k))
	}
	return names[k]
}

// Fault makes matching requests fail. Faults are tried in the order in which
// they were injected; a request meets at most one. Requests with bad
// credentials do not count as a match.
type Fault struct {
	Method string // "" is any
	Path   string // relative to the API as in Request.Path; a final * matches any rest, "" is any
	Skip   int    // so many matching requests go through first
	Times  int    // how many requests fail; 0 is one
	Do     FaultKind
	// Status, Code and Body shape the answer of Status, StatusAfter and
	// RateLimit: without a Code the error has none, Body replaces the JSON.
	Status int
	Code   string
	Body   string
	// RetryAfter is the Retry-After header of the answer, "" for none.
	RetryAfter string
}

func (f *Fault) matches(method, path string) bool {
	if f.Method != "" && f.Method != method {
		return false
	}
	prefix, any := strings.CutSuffix(f.Path, "*")
	return f.Path == "" || any && strings.HasPrefix(path, prefix) || f.Path == path
}

// before reports whether the fault strikes before the request is carried out.
func (f *Fault) before() bool {
	return f.Do == TimeoutBefore || f.Do == Status || f.Do == RateLimit
}

// answer is the reply of a fault that has one.
func (f *Fault) answer() (status int, body []byte) {
	e := &apiError{status: f.Status, code: f.Code, msg: "injected fault"}
	if f.Do == RateLimit {
		e.status = 429
		if e.code == "" {
			e.code = "429.10"
		}
	}
	if e.status == 0 {
		e.status = 500
	}
	switch {
	case f.Body != "":
		return e.status, []byte(f.Body)
	case e.status == 204:
		return e.status, nil
	}
	return e.status, e.body()
}

// Inject adds a fault. It panics when f.Do is no kind of fault or a count is
// negative.
func (s *Server) Inject(f Fault) {
	if f.Do < TimeoutBefore || f.Do > RateLimit || f.Skip < 0 || f.Times < 0 {
		panic(fmt.Sprintf("salespostest: bad fault %+v", f))
	}
	if f.Path != "/" {
		f.Path = strings.TrimSuffix(f.Path, "/")
	}
	if f.Times == 0 {
		f.Times = 1
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// fault finds the fault that a request meets, nil when there is none.
func (s *Server) fault(method, path string) *Fault {
	for _, f := range s.faults {
		if f.Times == 0 || !f.matches(method, path) {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			continue
		}
		f.Times--
		return f
	}
	return nil
}
