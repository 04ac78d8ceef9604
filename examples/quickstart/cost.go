package main

import (
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// Documented requests a minute: SalesPOS for each verb and resource, Ecwid for
// each token.
const (
	posReads  = 150
	posWrites = 100
	shopCalls = 600
)

// spent is what calls cost: their number, and how long they take at the
// documented rates.
type spent struct {
	pos, shop, writes int
	paced             time.Duration
}

// cost adds up what all passes cost.
type cost struct{ total spent }

// mark is how many requests each system had before a pass.
type mark struct{ pos, shop int }

func (c *cost) begin(pos []salespostest.Request, shop []ecwidtest.Request) mark {
	return mark{len(pos), len(shop)}
}

// end counts the requests since a mark. The counter that is fullest for its
// limit decides how long they take.
func (c *cost) end(m mark, pos []salespostest.Request, shop []ecwidtest.Request) spent {
	var s spent
	counters := map[string]int{}
	for _, r := range pos[m.pos:] {
		s.pos++
		counters[r.Method+" "+resource(r.Path)]++
		if r.Method != "GET" {
			s.writes++
		}
	}
	for _, r := range shop[m.shop:] {
		s.shop++
		if r.Method != "GET" {
			s.writes++
		}
	}
	s.paced = paced(s.shop, shopCalls)
	for counter, n := range counters {
		limit := posWrites
		if strings.HasPrefix(counter, "GET ") {
			limit = posReads
		}
		s.paced = max(s.paced, paced(n, limit))
	}
	c.total.pos, c.total.shop, c.total.writes = c.total.pos+s.pos, c.total.shop+s.shop, c.total.writes+s.writes
	c.total.paced += s.paced
	return s
}

func paced(calls, perMinute int) time.Duration {
	return time.Duration(calls) * time.Minute / time.Duration(perMinute)
}

// resource is the last part of a path that is no id: what SalesPOS counts by.
func resource(path string) string {
	last := ""
	for part := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if part != "" && strings.Trim(part, "0123456789") != "" {
			last = part
		}
	}
	return last
}
