package rest

import "sync"

// Each call earns a share of a repetition, up to a reserve.
const (
	callsPerRepeat = 5
	reserve        = 20 // repetitions
)

// budget bounds repetitions to one for every five calls, beside a reserve of 20:
// a server that fails all calls gets at most a fifth more than they are. It is
// safe for concurrent use.
type budget struct {
	mu     sync.Mutex
	earned int // in calls
}

// newBudget starts with the whole reserve.
func newBudget() *budget { return &budget{earned: reserve * callsPerRepeat} }

// earn counts a call.
func (b *budget) earn() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.earned = min(b.earned+1, reserve*callsPerRepeat)
}

// spend takes one repetition and reports whether there was one.
func (b *budget) spend() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.earned < callsPerRepeat {
		return false
	}
	b.earned -= callsPerRepeat
	return true
}
