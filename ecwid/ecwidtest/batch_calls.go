package ecwidtest

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"
)

func batchSchema() check {
	return array{schema{
		"id": text, "path": text, "method": enum{"GET", "POST", "PUT", "DELETE"}, "body": anything,
	}}
}

func batchRoutes() []route {
	return []route{
		{"POST", "/batch", nil, batchSchema(), (*Server).createBatch},
		{"GET", "/batch", nil, nil, (*Server).getBatch},
		{"POST", "/batch/cancel-group", nil, nil, (*Server).cancelGroup},
	}
}

// createBatch needs the scopes of every inner request. A deduplication key
// that was used within the hour gives its first ticket again.
func (s *Server) createBatch(c *call) (any, error) {
	entries, err := s.batchEntries(c)
	if err != nil {
		return nil, err
	}
	stop, given, err := c.boolParam("stopOnFirstFailure")
	if err != nil {
		return nil, err
	}
	parallel, err := c.is("allowParallelMode")
	if err != nil {
		return nil, err
	}
	at, key := s.clock.time(), c.query.Get("deduplicationKey")
	for _, b := range s.batches {
		if key != "" && b.key == key && at.Sub(b.created) < dedupLife {
			return object{"ticket": b.ticket}, nil
		}
	}
	b := &batch{
		ticket: s.secrets.uuid(), key: key, group: c.query.Get("groupId"), token: c.token, created: at,
		next: at.Add(s.cfg.batchStep), stop: stop || !given, parallel: parallel, entries: entries,
	}
	if len(entries) == 0 {
		b.over, b.next = true, at
	}
	s.batches = append(slices.DeleteFunc(s.batches, s.isForgotten), b)
	return object{"ticket": b.ticket}, nil
}

func (s *Server) batchEntries(c *call) ([]*batchEntry, error) {
	if len(c.list) > maxBatch {
		return nil, wrong("More than %d requests in a batch", maxBatch)
	}
	entries := make([]*batchEntry, 0, len(c.list))
	for _, v := range c.list {
		o := v.(object) // the schema has looked at it
		e := &batchEntry{id: o["id"], method: textOf(o, "method"), path: textOf(o, "path"), body: o["body"]}
		if e.body == "" {
			e.body = nil
		}
		if !strings.HasPrefix(e.path, "/") {
			e.path = "/" + e.path
		}
		path, query, _ := strings.Cut(e.path, "?")
		if e.method == "" || strings.HasPrefix(path, "/batch") {
			return nil, wrong("A request of a batch has no method, or is a batch itself")
		}
		if _, isObject := e.body.(object); e.body != nil && !isObject {
			return nil, wrong("The body of a request of a batch is no object")
		}
		_, _, err := s.route(e.method, path, query, c.access)
		if f := (*failure)(nil); errors.As(err, &f) && f.code == scopeCode {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// isForgotten tells whether the ticket of a finished batch is too old to be
// known.
func (s *Server) isForgotten(b *batch) bool {
	life := 24 * time.Hour
	if s.cfg.reads(TicketsShort) {
		life = time.Hour
	}
	return b.over && s.clock.time().Sub(b.created) >= life
}

// getBatch shows one batch, or lists the tickets in a status.
func (s *Server) getBatch(c *call) (any, error) {
	ticket := c.query.Get("ticket")
	if ticket == "" {
		ticket = c.query.Get("ticketId")
	}
	if ticket == "" {
		return s.listTickets(c)
	}
	escaped, err := c.is("escapedJson")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(s.batches, func(b *batch) bool { return b.ticket == ticket })
	if i < 0 || s.isForgotten(s.batches[i]) {
		return s.noTicket(ticket)
	}
	c.query.Del("responseFields") // not supported here
	return s.showBatch(s.batches[i], escaped), nil
}

// noTicket answers a poll of a batch that nobody knows.
func (s *Server) noTicket(ticket string) (any, error) {
	if s.cfg.reads(TicketErrors) {
		return nil, fail(http.StatusNotFound, "", "Ticket %s not found", ticket)
	}
	return reply{status: http.StatusNotFound}, nil
}

// showBatch is the batch as a poll shows it, with one entry for each request in
// the order of the request as soon as one has an outcome.
func (s *Server) showBatch(b *batch, escaped bool) object {
	completed := b.executed()
	if s.cfg.reads(UnexecutedCounted) {
		completed = b.completed()
	}
	responses := []any{}
	for _, e := range b.entries {
		if e.done() && (e.code != 0 || !s.cfg.reads(UnexecutedOmitted)) {
			responses = append(responses, s.showEntry(e, escaped))
		}
	}
	out := object{
		"status": b.status(), "totalRequests": number(int64(len(b.entries))),
		"completedRequests": number(int64(completed)),
	}
	if len(responses) > 0 {
		out["responses"] = responses
	}
	return out
}

func (b *batch) status() string {
	switch {
	case b.over:
		return "COMPLETED"
	case b.executed() > 0:
		return "IN_PROGRESS"
	}
	return "QUEUED"
}

func (b *batch) executed() int {
	n := 0
	for _, e := range b.entries {
		if e.code != 0 {
			n++
		}
	}
	return n
}

func (s *Server) listTickets(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	statuses, err := c.enumsParam("status", enum{"QUEUED", "IN_PROGRESS", "COMPLETED"})
	if err != nil {
		return nil, err
	}
	var found []any
	for _, b := range s.batches {
		if oneOf(statuses, b.status()) && !s.isForgotten(b) {
			found = append(found, object{"ticket": b.ticket, "status": b.status()})
		}
	}
	return envelope(found, offset, limit), nil
}

// cancelGroup ends the batches of a group; what ran stays.
func (s *Server) cancelGroup(c *call) (any, error) {
	group := c.query.Get("groupId")
	if group == "" {
		return nil, wrong("Parameter groupId is absent")
	}
	n := int64(0)
	for _, b := range s.batches {
		if b.group != group || b.over {
			continue
		}
		for _, e := range b.entries {
			if !e.done() {
				e.status = "NOT_EXECUTED"
			}
		}
		b.over, b.next = true, s.clock.time()
		n++
	}
	s.touched = s.touched || n > 0
	return object{"updateCount": number(n)}, nil
}
