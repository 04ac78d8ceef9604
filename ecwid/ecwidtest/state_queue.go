package ecwidtest

import "time"

type batchState struct {
	Ticket   string       `json:"ticket"`
	Group    string       `json:"group"`
	Key      string       `json:"key"`
	Token    string       `json:"token"`
	Created  time.Time    `json:"created"`
	Next     time.Time    `json:"next"`
	Stop     bool         `json:"stop"`
	Parallel bool         `json:"parallel"`
	Over     bool         `json:"over"`
	Entries  []entryState `json:"entries"`
}

type entryState struct {
	ID     any    `json:"id"`
	Method string `json:"method"`
	Path   string `json:"path"`
	Body   any    `json:"body"`
	Tries  int    `json:"tries"`
	Status string `json:"status"`
	Code   int    `json:"code"`
	Answer string `json:"answer"`
}

type eventState struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	Created  int64     `json:"created"`
	Entity   int64     `json:"entity"`
	Data     object    `json:"data"`
	Due      time.Time `json:"due"`
	Failed   time.Time `json:"failed"`
	Attempts int       `json:"attempts"`
}

func (s *Server) batchStates() []batchState {
	out := []batchState{}
	for _, b := range s.batches {
		next := batchState{
			b.ticket, b.group, b.key, b.token, b.created, b.next, b.stop, b.parallel, b.over, []entryState{},
		}
		for _, e := range b.entries {
			next.Entries = append(next.Entries, entryState{
				e.id, e.method, e.path, e.body, e.tries, e.status, e.code, e.answer,
			})
		}
		out = append(out, next)
	}
	return out
}

func (s *Server) restoreBatches(in []batchState) {
	s.batches = nil
	for _, b := range in {
		next := &batch{
			ticket: b.Ticket, group: b.Group, key: b.Key, token: b.Token, created: b.Created, next: b.Next,
			stop: b.Stop, parallel: b.Parallel, over: b.Over,
		}
		for _, e := range b.Entries {
			next.entries = append(next.entries, &batchEntry{
				id: e.ID, method: e.Method, path: e.Path, body: e.Body, tries: e.Tries, status: e.Status, code: e.Code,
				answer: e.Answer,
			})
		}
		s.batches = append(s.batches, next)
	}
}

func (s *Server) eventStates() []eventState {
	out := []eventState{}
	for _, e := range s.events {
		out = append(out, eventState{e.id, e.kind, e.created, e.entity, e.data, e.due, e.failed, e.attempts})
	}
	return out
}

func (s *Server) restoreEvents(in []eventState) {
	s.events = nil
	for _, e := range in {
		s.events = append(s.events, &event{
			id: e.ID, kind: e.Kind, created: e.Created, entity: e.Entity, data: e.Data, due: e.Due, failed: e.Failed,
			attempts: e.Attempts,
		})
	}
}
