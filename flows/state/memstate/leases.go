package memstate

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type leases struct {
	mu   sync.Mutex
	held map[string]lease
}

// lease stays after its release: the next owner's token grows from it.
type lease struct {
	owner string
	token int64
	until time.Time
}

func (l *leases) Acquire(ctx context.Context, name, owner string, ttl time.Duration) (int64, bool, error) {
	if err := ctx.Err(); err != nil {
		return 0, false, fmt.Errorf("memstate: acquire lease: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	held, known := l.held[name]
	renews := known && held.owner == owner
	if !renews && now.Before(held.until) {
		return 0, false, nil
	}
	if !renews {
		held = lease{owner: owner, token: held.token + 1}
	}
	held.until = now.Add(ttl)
	l.held[name] = held
	return held.token, true, nil
}

func (l *leases) Release(ctx context.Context, name, owner string) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memstate: release lease: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if held, ok := l.held[name]; ok && held.owner == owner {
		held.until = time.Time{}
		l.held[name] = held
	}
	return nil
}
