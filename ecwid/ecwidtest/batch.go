package ecwidtest

import (
	"math/rand/v2"
	"net/http"
	"net/url"
	"time"
)

const (
	maxBatch      = 500
	parallelCalls = 100
	batchRepeats  = 5               // of an inner 5xx or time-out
	batchPause    = 3 * time.Second // before each of them
	dedupLife     = time.Hour
)

// batch is a list of requests that the store carries out in the background.
// Nothing runs by itself: whoever looks at the store brings the batches up to
// date first, each request at the moment when it was due.
type batch struct {
	ticket, group, key, token string
	created                   time.Time
	next                      time.Time // when the next request, or wave of them, is due
	stop, parallel            bool
	entries                   []*batchEntry
	over                      bool
}

// batchEntry is one inner request and its outcome.
type batchEntry struct {
	id           any // text, nil without one
	method, path string
	body         any
	tries        int
	status       string // "" before there is an outcome
	code         int    // 0 when it was not executed
	answer       string
}

func (e *batchEntry) done() bool { return e.status != "" }

// runBatches carries out what is due by now, batch after batch.
func (s *Server) runBatches() {
	limit := s.clock.time()
	var free time.Time // when the batch before was finished
	for _, b := range s.batches {
		if !b.over {
			if earliest := free.Add(s.cfg.batchStep); b.next.Before(earliest) {
				b.next = earliest
			}
			for !b.over && !b.next.After(limit) {
				s.runWave(b)
			}
		}
		if !b.over {
			return
		}
		free = b.next
	}
}

// runWave carries out the request that is due, or up to 100 in parallel mode.
func (s *Server) runWave(b *batch) {
	s.clock.frozen = b.next
	defer func() { s.clock.frozen = time.Time{} }()
	wave := b.wave()
	repeat, failed := false, false
	for _, e := range wave {
		s.runEntry(b, e)
		repeat = repeat || !e.done()
		failed = failed || e.status == "FAILED"
	}
	if failed && b.stop {
		for _, e := range b.entries {
			if !e.done() {
				e.status = "NOT_EXECUTED"
			}
		}
	}
	b.over = b.completed() == len(b.entries)
	switch {
	case b.over:
	case repeat:
		b.next = b.next.Add(batchPause)
	default:
		b.next = b.next.Add(s.cfg.batchStep)
	}
}

// wave is what runs next: in parallel mode in an order of its own.
func (b *batch) wave() []*batchEntry {
	size := 1
	if b.parallel {
		size = parallelCalls
	}
	var wave []*batchEntry
	for _, e := range b.entries {
		if !e.done() && len(wave) < size {
			wave = append(wave, e)
		}
	}
	if b.parallel {
		rng := rand.New(rand.NewPCG(uint64(len(b.entries)), uint64(len(wave))))
		rng.Shuffle(len(wave), func(i, j int) { wave[i], wave[j] = wave[j], wave[i] })
	}
	return wave
}

func (b *batch) completed() int {
	n := 0
	for _, e := range b.entries {
		if e.done() {
			n++
		}
	}
	return n
}

// runEntry sends one inner request to the store itself. Without stopping on
// failures, a 5xx or a time-out is repeated.
func (s *Server) runEntry(b *batch, e *batchEntry) {
	u, err := url.Parse(basePath + number(storeID).String() + e.path)
	if err != nil {
		e.finish(s.refused(wrong("The path is malformed")))
		return
	}
	in := incoming{
		method: e.method, url: u, batch: b.ticket,
		header: http.Header{"Authorization": {"Bearer " + b.token}, "Content-Type": {"application/json"}},
	}
	if e.body != nil {
		in.body = appendJSON(nil, e.body)
	}
	_, path := splitPath(u.EscapedPath())
	out := s.recorded(in, s.nextFault(in.method, path, true))
	if out.lost {
		out = reply{status: http.StatusRequestTimeout, body: errorBody("TIMEOUT", "The request took too long")}
	}
	serverFailed := out.status >= http.StatusInternalServerError || out.status == http.StatusRequestTimeout
	if e.tries++; serverFailed && !b.stop && e.tries <= batchRepeats {
		return
	}
	e.finish(out)
}

func (e *batchEntry) finish(out reply) {
	e.code, e.status = out.status, "COMPLETED"
	if out.status != http.StatusOK {
		e.status = "FAILED"
	}
	if len(out.body) > 0 && !out.cut {
		e.answer = string(out.body)
	}
}

// showEntry is the entry as a poll shows it.
func (s *Server) showEntry(e *batchEntry, escaped bool) object {
	o := object{"status": e.status}
	if e.id != nil {
		o["id"] = e.id
	}
	if e.code == 0 && !s.cfg.reads(UnexecutedCounted) {
		return o
	}
	o["httpStatusCode"], o["httpStatusLine"] = number(int64(e.code)), http.StatusText(e.code)
	if escaped {
		o["escapedHttpBody"] = e.answer
	} else if v, err := parseValue([]byte(e.answer)); err == nil {
		o["httpBody"] = v
	}
	return o
}
