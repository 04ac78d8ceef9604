package salespostest

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
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
	// Foreign: somebody else answers 200 with Fault.Body (an HTML page when
	// empty), such as a proxy or a maintenance page. Not committed, not signed.
	Foreign
	// Slow: committed, answered after Fault.Wait.
	Slow
	// Meanwhile: Fault.MeanwhileFunc is called before the request is carried
	// out. It may change the account: so a list shifts while it is read.
	Meanwhile
)

// String is the name that Request.Fault shows.
func (k FaultKind) String() string {
	names := []string{"", "TimeoutBefore", "TimeoutAfter", "Status", "StatusAfter", "Truncate", "RateLimit", "Foreign", "Slow", "Meanwhile"}
	if k < 1 || int(k) >= len(names) {
		return fmt.Sprintf("FaultKind(%d)", int(k))
	}
	return names[k]
}

// Fault makes matching requests fail. Faults are tried in the order in which
// they were injected; a request meets at most one. Requests with bad
// credentials do not count as a match.
type Fault struct {
	Method string             // "" is any
	Path   string             // relative to the API as in Request.Path; a final * matches any rest, "" is any
	Match  func(Request) bool // further looks at the request, nil is any; it must not call the server
	Skip   int                // so many matching requests go through first
	Times  int                // how many requests fail; 0 is one, -1 is no end
	// OneIn lets chance decide: about one in so many matching requests fails.
	// The same Seed and requests give the same faults. 0 is every one.
	OneIn int
	Seed  uint64
	Do    FaultKind
	// Status, Code and Body shape the answer of Status, StatusAfter and
	// RateLimit: without a Code the error has none, Body replaces the JSON.
	Status int
	Code   string
	Body   string
	// RetryAfter is the Retry-After header of the answer, "" for none.
	RetryAfter string
	// Wait delays what the caller gets to see. A caller whose context ends
	// before gets the context's error.
	Wait time.Duration
	// MeanwhileFunc belongs to Meanwhile. It may call the server.
	MeanwhileFunc func()

	chance *rand.Rand
}

func (f *Fault) matches(req *Request) bool {
	if f.Method != "" && f.Method != req.Method {
		return false
	}
	prefix, any := strings.CutSuffix(f.Path, "*")
	if f.Path == "" || f.Path == req.Path || any && strings.HasPrefix(req.Path, prefix) {
		return f.Match == nil || f.Match(*req)
	}
	return false
}

// before reports whether the fault strikes before the request is carried out.
func (f *Fault) before() bool {
	return f.Do == TimeoutBefore || f.Do == Status || f.Do == RateLimit || f.Do == Foreign
}

// strike turns an answer into what the fault makes of it.
func (f *Fault) strike(req *Request, out *outgoing, furtherKeys bool) {
	out.wait = f.Wait
	switch f.Do {
	case Slow, Meanwhile:
	case TimeoutBefore, TimeoutAfter:
		out.lost = true
	case Truncate:
		out.cut = len(out.body) > 0
	case Foreign:
		out.foreign, out.status, out.body = true, 200, []byte(f.Body)
		if f.Body == "" {
			out.body = []byte("<!DOCTYPE html><title>Maintenance</title>")
		}
		out.header.Set("Content-Type", "text/html; charset=utf-8")
	default:
		e := f.answer()
		req.Code, req.Message = e.code, e.msg
		out.status, out.body = e.status, e.body(furtherKeys)
		switch {
		case f.Body != "":
			out.body = []byte(f.Body)
		case e.status == http.StatusNoContent:
			out.body = nil
		}
		if f.RetryAfter != "" {
			out.header.Set("Retry-After", f.RetryAfter)
		}
	}
}

// answer is the reply of a fault that has one.
func (f *Fault) answer() *apiError {
	e := &apiError{status: f.Status, code: f.Code, msg: "injected fault"}
	if f.Do == RateLimit {
		e.status = http.StatusTooManyRequests
		if e.code == "" {
			e.code = "429.10"
		}
	}
	if e.status == 0 {
		e.status = 500
	}
	return e
}

// Inject adds a fault. It panics when f.Do is no kind of fault or a number is
// out of range.
func (s *Server) Inject(f Fault) {
	bad := f.Do < TimeoutBefore || f.Do > Meanwhile || f.Skip < 0 || f.Times < -1 || f.OneIn < 0 || f.Wait < 0
	if bad || (f.Do == Meanwhile) != (f.MeanwhileFunc != nil) {
		panic(fmt.Sprintf("salespostest: bad fault %+v", f))
	}
	if f.Path != "/" {
		f.Path = strings.TrimSuffix(f.Path, "/")
	}
	if f.Times == 0 {
		f.Times = 1
	}
	f.chance = rand.New(rand.NewPCG(f.Seed, f.Seed))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// fault finds the fault that a request meets, nil when there is none.
func (s *Server) fault(req *Request) *Fault {
	for _, f := range s.faults {
		if f.Times == 0 || !f.matches(req) {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			continue
		}
		if f.OneIn > 1 && f.chance.IntN(f.OneIn) > 0 {
			continue
		}
		if f.Times > 0 {
			f.Times--
		}
		return f
	}
	return nil
}
