package statetest

import (
	"fmt"
	"strings"
)

func cursorCases() []testCase {
	return []testCase{
		{"Cursors/an unknown flow has no token", cursorAbsent},
		{"Cursors/Swap from no token stores one", cursorFirst},
		{"Cursors/Swap from the stored token stores the next", cursorNext},
		{"Cursors/Swap from another token changes nothing", cursorStale},
		{"Cursors/Swap from no token fails when there is one", cursorExists},
		{"Cursors/Swap from a token fails when there is none", cursorMissing},
		{"Cursors/Swap to no token removes the stored one", cursorRemoved},
		{"Cursors/Swap to the same token succeeds", cursorSame},
		{"Cursors/flows are kept apart", cursorFlowsApart},
		{"Cursors/tokens are opaque", cursorOpaque},
		{"Cursors/race: one of several swaps wins", cursorRace},
		{"Cursors/a cancelled context is an error and nothing is written", cursorCancelled},
	}
}

// swap wants a swap to succeed or not.
func (k *check) swap(flow, prev, next string, want bool) {
	k.Helper()
	got, err := k.Cursors.Swap(k.ctx, flow, prev, next)
	k.ok(err, "Swap")
	if got != want {
		k.Errorf("Swap(%.40q, %.40q): got %v, want %v", prev, next, got, want)
	}
}

// token wants a stored token; "" for none.
func (k *check) token(flow, want string) {
	k.Helper()
	got, ok, err := k.Cursors.Cursor(k.ctx, flow)
	k.ok(err, "Cursor")
	if got != want || ok != (want != "") {
		k.Errorf("Cursor: got %.40q, %v, want %.40q, %v", got, ok, want, want != "")
	}
}

func cursorAbsent(k *check) {
	k.token(flow, "")
}

func cursorFirst(k *check) {
	k.swap(flow, "", "a", true)
	k.token(flow, "a")
}

func cursorNext(k *check) {
	k.swap(flow, "", "a", true)
	k.swap(flow, "a", "b", true)
	k.swap(flow, "b", "a", true)
	k.token(flow, "a")
}

func cursorStale(k *check) {
	k.swap(flow, "", "a", true)
	k.swap(flow, "a", "b", true)
	k.swap(flow, "a", "c", false)
	k.swap(flow, "B", "c", false)
	k.token(flow, "b")
}

func cursorExists(k *check) {
	k.swap(flow, "", "a", true)
	k.swap(flow, "", "b", false)
	k.token(flow, "a")
}

func cursorMissing(k *check) {
	k.swap(flow, "a", "b", false)
	k.token(flow, "")
}

func cursorRemoved(k *check) {
	k.swap(flow, "", "a", true)
	k.swap(flow, "a", "", true)
	k.token(flow, "")
	k.swap(flow, "a", "b", false)
	k.swap(flow, "", "b", true)
	k.token(flow, "b")
}

func cursorSame(k *check) {
	k.swap(flow, "", "", true)
	k.token(flow, "")
	k.swap(flow, "", "a", true)
	k.swap(flow, "a", "a", true)
	k.token(flow, "a")
}

func cursorFlowsApart(k *check) {
	k.swap("orders", "", "a", true)
	k.swap("Orders", "", "b", true)
	k.swap("stock", "a", "c", false)
	k.token("orders", "a")
	k.token("Orders", "b")
	k.token("stock", "")
}

func cursorOpaque(k *check) {
	prev := ""
	for _, token := range append(oddIDs(), strings.Repeat(`{"floor":"2026-03-14T12:00:00Z"}`, 100)) {
		k.swap(flow, prev, token, true)
		k.token(flow, token)
		prev = token
	}
}

func cursorRace(k *check) {
	k.swap(flow, "", "start", true)
	won := make([]bool, workers)
	k.race(func(i int) (err error) {
		won[i], err = k.Cursors.Swap(k.ctx, flow, "start", fmt.Sprint("worker ", i))
		return err
	})
	winner := k.oneOf("workers that swapped", won)
	k.token(flow, fmt.Sprint("worker ", winner))
}

func cursorCancelled(k *check) {
	k.swap(flow, "", "a", true)
	_, _, err := k.Cursors.Cursor(k.cancelled(), flow)
	k.fails(err, "Cursor")
	swapped, err := k.Cursors.Swap(k.cancelled(), flow, "a", "b")
	k.fails(err, "Swap")
	if swapped {
		k.Errorf("Swap with a cancelled context: got true")
	}
	k.token(flow, "a")
}
