package ecwidtest

import (
	"net/http"
	"time"
)

// An address that calls with bad tokens is blocked for long: after 20 calls in a
// minute, or 600 in total (reference 1.3). How long, and how that is answered, is
// not documented: it is an hour of 429 here, for every token, with a message of its
// own.
const (
	badTokensAMinute = 20
	badTokensInAll   = 600
	blockLength      = time.Hour
)

// stranger is an address that called with bad tokens.
type stranger struct {
	recent window
	total  int
	until  time.Time // it is blocked before
}

// blockLeft is how long the address of a request is still blocked. The store's
// own requests, those of batches, never are.
func (s *Server) blockLeft(in incoming) time.Duration {
	who := s.strangers[in.from]
	if who == nil || in.batch != "" {
		return 0
	}
	return max(0, who.until.Sub(s.clock.time()))
}

// badToken answers a call without a token that is good for the store.
func (s *Server) badToken(in incoming) reply {
	if s.cfg.perMinute > 0 && in.batch == "" && s.isTooMany(in.from) {
		return s.blocked(in)
	}
	return s.refused(fail(http.StatusForbidden, "INVALID_API_TOKEN", "The token is not valid for this store"))
}

// blocked answers a call from an address that is blocked.
func (s *Server) blocked(in incoming) reply {
	out := rateLimited(seconds(s.blockLeft(in)))
	out.body = errorBody("RATE_LIMITED", "This address is blocked: too many calls with bad tokens; a restart of the server ends it")
	return out
}

// isTooMany counts a call with a bad token, and begins the block of its address
// when there were too many.
func (s *Server) isTooMany(from string) bool {
	who := s.strangers[from]
	if who == nil {
		who = &stranger{recent: s.newWindow(badTokensAMinute)}
		s.strangers[from] = who
	}
	at := s.clock.time()
	_, ok := who.recent.admit(at)
	if who.total++; ok && who.total <= badTokensInAll {
		return false
	}
	who.until = at.Add(s.paced(blockLength))
	return true
}

// newWindow counts requests in a minute of the store.
func (s *Server) newWindow(limit int) window { return window{limit: limit, span: s.paced(time.Minute)} }

// paced is a time that WithPace shortens.
func (s *Server) paced(d time.Duration) time.Duration { return time.Duration(float64(d) / s.cfg.pace) }
