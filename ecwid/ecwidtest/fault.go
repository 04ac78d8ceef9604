package ecwidtest

import (
	"fmt"
	"net/http"
	"strings"
)

// FaultKind says what goes wrong.
type FaultKind int

const (
	// TimeoutBefore loses the request: nothing happened, no answer.
	TimeoutBefore FaultKind = iota + 1
	// TimeoutAfter carries the request out and loses the answer.
	TimeoutAfter
	// Status answers with Fault.Status instead of carrying the request out.
	// Fault.Body is sent as it is; without Body and Code the body is empty.
	Status
	// StatusAfter carries the request out and answers as Status does.
	StatusAfter
	// Truncate carries the request out and cuts the body of the answer in half.
	Truncate
	// RateLimit answers 429 RATE_LIMITED with Retry-After (default "1")
	// instead of carrying the request out.
	RateLimit
)

// String returns the name of the constant.
func (k FaultKind) String() string {
	names := []string{"", "TimeoutBefore", "TimeoutAfter", "Status", "StatusAfter", "Truncate", "RateLimit"}
	if k < 1 || int(k) >= len(names) {
		return fmt.Sprintf("FaultKind(%d)", int(k))
	}
	return names[k]
}

// Fault lets some requests go wrong. Over [Server.Transport] a time-out is an
// error with Timeout() == true at once; over a socket the connection is cut
// (net/http then repeats a GET on a reused connection by itself).
type Fault struct {
	// Method and Path choose the requests; "" is any. Path is below the store,
	// exact or with a "*" at its end: "/products*".
	Method, Path string
	// Skip lets the first matches go through.
	Skip int
	// Times is how often the fault happens; 0 is once.
	Times int
	Do    FaultKind
	// Status, Code, Body and RetryAfter shape the answer of Status and
	// StatusAfter. Status defaults to 500.
	Status     int
	Code, Body string
	RetryAfter string
}

// Inject adds a fault. Of several that match a request the one injected first
// happens; one that still skips lets later ones have their turn.
func (s *Server) Inject(f Fault) {
	if f.Do < TimeoutBefore || f.Do > RateLimit || f.Skip < 0 || f.Times < 0 {
		panic(fmt.Sprintf("ecwidtest: Inject: bad fault %+v", f))
	}
	f.Times = max(f.Times, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// nextFault returns the fault of a request, nil for none.
func (s *Server) nextFault(method, path string) *Fault {
	for i, f := range s.faults {
		if !f.matches(method, path) {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			continue
		}
		if f.Times--; f.Times == 0 {
			s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
		}
		return f
	}
	return nil
}

func (f *Fault) matches(method, path string) bool {
	if f.Method != "" && f.Method != method {
		return false
	}
	if prefix, found := strings.CutSuffix(f.Path, "*"); found {
		return strings.HasPrefix(path, prefix)
	}
	return f.Path == "" || f.Path == path
}

// answer is the error reply of the fault.
func (f *Fault) answer() reply {
	status := f.Status
	if status == 0 {
		status = http.StatusInternalServerError
	}
	out := reply{status: status, retryAfter: f.RetryAfter}
	switch {
	case f.Body != "":
		out.body = []byte(f.Body)
	case f.Code != "":
		out.body = errorBody(f.Code, "injected fault")
	}
	return out
}
