// Package turn lets one caller at a time work on a key.
package turn

import (
	"context"
	"sync"
)

// Turns are the turns of all keys. It is safe for concurrent use.
type Turns struct {
	mu   sync.Mutex
	busy map[string]chan struct{} // closed at the end of a turn
}

// New makes Turns of which none is taken.
func New() *Turns { return &Turns{busy: make(map[string]chan struct{})} }

// Do runs work when nobody else works on key. The error is that of work, or of ctx
// when it ends before.
func (t *Turns) Do(ctx context.Context, key string, work func() error) error {
	for {
		other := t.try(key)
		if other == nil {
			defer t.end(key)
			return work()
		}
		select {
		case <-other:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// try takes the turn, or returns the end of that of another caller.
func (t *Turns) try(key string) (other <-chan struct{}) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if other, taken := t.busy[key]; taken {
		return other
	}
	t.busy[key] = make(chan struct{})
	return nil
}

func (t *Turns) end(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	close(t.busy[key])
	delete(t.busy, key)
}
