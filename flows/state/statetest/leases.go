package statetest

import (
	"fmt"
	"time"
)

func leaseCases() []testCase {
	return []testCase{
		{"Leases/a free lease is taken", leaseFree},
		{"Leases/a held lease is not taken", leaseHeld},
		{"Leases/the owner renews with the same token", leaseRenewed},
		{"Leases/an expired lease is taken with a greater token", leaseExpired},
		{"Leases/an owner that lost the lease does not get it back", leaseLost},
		{"Leases/a released lease is taken with a greater token", leaseReleased},
		{"Leases/Release by another owner does nothing", leaseForeign},
		{"Leases/Release of an unknown lease does nothing", leaseUnknown},
		{"Leases/names are kept apart", leaseApart},
		{"Leases/race: one of several owners gets a lease", leaseRace},
		{"Leases/a cancelled context is an error and nothing is written", leaseCancelled},
	}
}

// lease is the name of the lease of all cases that need only one.
const lease = "orders"

// acquire wants a lease to be granted or not and returns its token.
func (k *check) acquire(name, owner string, ttl time.Duration, want bool) int64 {
	k.Helper()
	token, ok, err := k.Leases.Acquire(k.ctx, name, owner, ttl)
	k.ok(err, "Acquire")
	if ok != want {
		k.Fatalf("Acquire by %s: got %v, want %v", owner, ok, want)
	}
	if !ok && token != 0 {
		k.Errorf("Acquire by %s: refused with token %d, want 0", owner, token)
	}
	return token
}

func (k *check) release(name, owner string) {
	k.Helper()
	k.ok(k.Leases.Release(k.ctx, name, owner), "Release")
}

func (k *check) grows(before, after int64) {
	k.Helper()
	if after <= before {
		k.Errorf("token of the next owner: got %d after %d, want a greater one", after, before)
	}
}

func leaseFree(k *check) {
	k.grows(0, k.acquire(lease, "a", time.Hour, true))
}

func leaseHeld(k *check) {
	k.acquire(lease, "a", time.Hour, true)
	k.acquire(lease, "b", time.Hour, false)
	k.acquire(lease, "A", time.Hour, false)
}

func leaseRenewed(k *check) {
	first := k.acquire(lease, "a", time.Hour, true)
	if second := k.acquire(lease, "a", time.Hour, true); second != first {
		k.Errorf("token after renewal: got %d, want %d", second, first)
	}
	k.acquire(lease, "b", time.Hour, false)
}

// leaseExpired uses a lease of no length, so that nothing has to wait.
func leaseExpired(k *check) {
	first := k.acquire(lease, "a", 0, true)
	k.grows(first, k.acquire(lease, "b", time.Hour, true))
}

func leaseLost(k *check) {
	k.acquire(lease, "a", 0, true)
	k.acquire(lease, "b", time.Hour, true)
	k.acquire(lease, "a", time.Hour, false)
	k.release(lease, "a")
	k.acquire(lease, "a", time.Hour, false)
}

func leaseReleased(k *check) {
	first := k.acquire(lease, "a", time.Hour, true)
	k.release(lease, "a")
	second := k.acquire(lease, "b", time.Hour, true)
	k.grows(first, second)
	k.release(lease, "b")
	k.grows(second, k.acquire(lease, "a", time.Hour, true))
}

func leaseForeign(k *check) {
	k.acquire(lease, "a", time.Hour, true)
	k.release(lease, "b")
	k.acquire(lease, "b", time.Hour, false)
}

func leaseUnknown(k *check) {
	k.release(lease, "a")
	k.acquire(lease, "b", time.Hour, true)
}

func leaseApart(k *check) {
	k.acquire("orders", "a", time.Hour, true)
	k.acquire("stock", "b", time.Hour, true)
	k.release("stock", "b")
	k.acquire("orders", "b", time.Hour, false)
}

func leaseRace(k *check) {
	won := make([]bool, workers)
	k.race(func(i int) (err error) {
		_, won[i], err = k.Leases.Acquire(k.ctx, lease, fmt.Sprint("owner ", i), time.Hour)
		return err
	})
	k.oneOf("owners of the lease", won)
}

func leaseCancelled(k *check) {
	ctx := k.cancelled()
	_, ok, err := k.Leases.Acquire(ctx, lease, "a", time.Hour)
	k.fails(err, "Acquire")
	if ok {
		k.Errorf("Acquire with a cancelled context: got true")
	}
	k.acquire(lease, "b", time.Hour, true)
	k.fails(k.Leases.Release(ctx, lease, "b"), "Release")
	k.acquire(lease, "a", time.Hour, false)
}
