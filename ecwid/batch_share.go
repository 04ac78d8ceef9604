package ecwid

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// batchShareTime is how long the share of a batch is kept that nobody sees
// finished.
const batchShareTime = 10 * time.Minute

// batchShare is what a submitted batch holds of the rate. nil holds nothing.
type batchShare struct {
	release func()
	over    atomic.Bool
}

// end gives the share back. A second end does nothing.
func (s *batchShare) end() {
	if s != nil && s.over.CompareAndSwap(false, true) {
		s.release()
	}
}

// lookCost is what a look at the batch costs: nothing while the share is held.
func (s *batchShare) lookCost() int {
	if s == nil || s.over.Load() {
		return 1
	}
	return rest.Free
}

// batchShares are the shares at which nobody looks, by ticket. It is safe for
// concurrent use.
type batchShares struct {
	mu   sync.Mutex
	held map[BatchTicket]*batchShare
}

func newBatchShares() *batchShares { return &batchShares{held: make(map[BatchTicket]*batchShare)} }

// keep holds the share of a batch for batchShareTime or until it ends; "" is one
// whose ticket is not known. A second share of a batch, which is carried out once,
// ends at once.
func (s *batchShares) keep(ticket BatchTicket, release func()) {
	share := &batchShare{release: release}
	if ticket != "" && !s.put(ticket, share) {
		share.end()
		return
	}
	time.AfterFunc(batchShareTime, func() {
		share.end()
		s.drop(ticket, share)
	})
}

// put makes share that of the batch unless there is one.
func (s *batchShares) put(ticket BatchTicket, share *batchShare) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[ticket] != nil {
		return false
	}
	s.held[ticket] = share
	return true
}

// take hands the share of a batch to whoever looks at it. It is nil when nothing is
// held or somebody else looks.
func (s *batchShares) take(ticket BatchTicket) *batchShare {
	s.mu.Lock()
	defer s.mu.Unlock()
	share := s.held[ticket]
	delete(s.held, ticket)
	return share
}

// giveBack takes a share back from one who looked.
func (s *batchShares) giveBack(ticket BatchTicket, share *batchShare) {
	if share != nil && !share.over.Load() {
		s.put(ticket, share)
	}
}

// drop forgets a share that is over.
func (s *batchShares) drop(ticket BatchTicket, share *batchShare) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[ticket] == share {
		delete(s.held, ticket)
	}
}
