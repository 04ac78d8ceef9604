package ecwidtest

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
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
	// Foreign answers 200 with Fault.Body, or an HTML page, instead of carrying
	// the request out: a proxy or a maintenance page.
	Foreign
	// Slow carries the request out and answers after Fault.Wait.
	Slow
	// Meanwhile calls Fault.MeanwhileFunc, which may change the store, before
	// the request is carried out: so a list shifts while it is being read.
	Meanwhile
)

// String returns the name of the constant.
func (k FaultKind) String() string {
	names := []string{
		"", "TimeoutBefore", "TimeoutAfter", "Status", "StatusAfter", "Truncate", "RateLimit", "Foreign", "Slow",
		"Meanwhile",
	}
	if k < 1 || int(k) >= len(names) {
		return fmt.Sprintf("FaultKind(%d)", int(k))
	}
	return names[k]
}

// Fault lets some requests go wrong, those inside batches too. Over
// [Server.Transport] a time-out is an error with Timeout() == true, after
// Wait; over a socket the connection is cut (net/http then repeats a GET on a
// reused connection by itself).
type Fault struct {
	// Method and Path choose the requests; "" is any. Path is below the store,
	// exact or with a "*" at its end: "/products*".
	Method, Path string
	// Skip lets the first matches go through.
	Skip int
	// Times is how often the fault happens; 0 is once, -1 is for ever.
	Times int
	// OneIn, from 2 on, picks matches at random, one of so many. The same Seed
	// picks the same ones.
	OneIn int
	Seed  uint64
	Do    FaultKind
	// Status, Code, Body and RetryAfter shape the answer of Status and
	// StatusAfter. Status defaults to 500.
	Status     int
	Code, Body string
	RetryAfter string
	// Wait is how late the answer, or the time-out, comes.
	Wait time.Duration
	// MeanwhileFunc belongs to Meanwhile. It may use the server.
	MeanwhileFunc func()

	rng *rand.Rand
}

// Inject adds a fault. Of several that match a request the one injected first
// happens; one that still skips lets later ones have their turn.
func (s *Server) Inject(f Fault) {
	bad := f.Do < TimeoutBefore || f.Do > Meanwhile || f.Skip < 0 || f.Times < -1 || f.OneIn < 0 || f.Wait < 0
	if bad || (f.Do == Meanwhile) != (f.MeanwhileFunc != nil) {
		panic(fmt.Sprintf("ecwidtest: Inject: bad fault on %q %q: %v", f.Method, f.Path, f.Do))
	}
	if f.Times == 0 {
		f.Times = 1
	}
	f.rng = rand.New(rand.NewPCG(f.Seed, 0))
	s.enter()
	defer s.leave()
	s.faults = append(s.faults, &f)
}

// takeFault returns the fault of a request, nil for none, after it called what
// is to happen meanwhile.
func (s *Server) takeFault(method, path string) *Fault {
	for {
		s.mu.Lock()
		f := s.nextFault(method, path, false)
		s.mu.Unlock()
		if f == nil || f.Do != Meanwhile {
			return f
		}
		f.MeanwhileFunc()
	}
}

// nextFault returns the fault of a request, nil for none. Inside a batch
// nothing happens meanwhile.
func (s *Server) nextFault(method, path string, inBatch bool) *Fault {
	for i, f := range s.faults {
		if !f.matches(method, path) || inBatch && f.Do == Meanwhile || !f.isDue() {
			continue
		}
		if f.Times > 0 {
			f.Times--
		}
		if f.Times == 0 {
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

// isDue counts a match, and reports whether it is one that fails.
func (f *Fault) isDue() bool {
	if f.Skip > 0 {
		f.Skip--
		return false
	}
	return f.OneIn < 2 || f.rng.IntN(f.OneIn) == 0
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

// foreign is the answer of somebody who is not the API.
func (f *Fault) foreign() reply {
	page := cmp.Or(f.Body, "<!DOCTYPE html><title>Maintenance</title>")
	return reply{status: http.StatusOK, contentType: "text/html; charset=utf-8", body: []byte(page)}
}
