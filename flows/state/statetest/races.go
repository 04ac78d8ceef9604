package statetest

import (
	"fmt"
	"slices"
	"sync"

	"github.com/tillsync/tillsync/flows/state"
)

// workers is the number of goroutines in a race.
const workers = 8

// race runs fn in all workers at once and reports their errors. fn must not end
// the case itself: only the goroutine of the test may.
func (k *check) race(fn func(worker int) error) {
	k.Helper()
	errs := make([]error, workers)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := range workers {
		wg.Go(func() {
			<-start
			errs[i] = fn(i)
		})
	}
	close(start)
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			k.Errorf("worker %d: %v", i, err)
		}
	}
}

// oneOf wants exactly one winner and returns it.
func (k *check) oneOf(what string, won []bool) int {
	k.Helper()
	winner := slices.Index(won, true)
	if winner < 0 || slices.Contains(won[winner+1:], true) {
		k.Fatalf("%s: %v, want exactly one", what, won)
	}
	return winner
}

func recordRaceCases() []testCase {
	return []testCase{
		{"Records/race: one of several creates of a row wins", raceCreate},
		{"Records/race: no update is lost", raceUpdate},
		{"Records/race: one of several rows gets a target", raceTarget},
		{"Records/race: overlapping batches write each row once", raceBatches},
	}
}

func raceCreate(k *check) {
	won := make([]bool, workers)
	k.race(func(i int) error {
		refused, err := k.Records.Save(k.ctx, flow, []state.Record{linked("1", fmt.Sprint("t", i))})
		won[i] = len(refused) == 0
		return err
	})
	winner := k.oneOf("workers that wrote", won)
	k.sameRow(k.row(flow, "1"), linked("1", fmt.Sprint("t", winner)), 1)
}

// raceUpdate lets all workers read the same revision before any of them writes.
func raceUpdate(k *check) {
	const rounds = 10
	k.save(flow, linked("1", "t1"))
	for round := range int64(rounds) {
		read := make([][]state.Record, workers)
		k.race(func(i int) (err error) {
			read[i], err = k.Records.Load(k.ctx, flow, []string{"1"})
			return err
		})
		won := make([]bool, workers)
		k.race(func(i int) error {
			for n := range read[i] {
				read[i][n].Attempts++
			}
			refused, err := k.Records.Save(k.ctx, flow, read[i])
			won[i] = len(refused) == 0
			return err
		})
		k.oneOf("workers that updated", won)
		if row := k.row(flow, "1"); int64(row.Attempts) != round+1 || row.Revision != round+2 {
			k.Fatalf("got %d attempts at revision %d, want %d at %d", row.Attempts, row.Revision, round+1, round+2)
		}
	}
}

func raceTarget(k *check) {
	won := make([]bool, workers)
	k.race(func(i int) error {
		refused, err := k.Records.Save(k.ctx, flow, []state.Record{linked(fmt.Sprint(i), "t")})
		won[i] = len(refused) == 0
		return err
	})
	winner := k.oneOf("workers that got the target", won)
	k.sameTexts("ByTarget", k.byTarget(flow, "t"), []string{fmt.Sprint(winner)})
}

// raceBatches lets each worker save three quarters of the same rows.
func raceBatches(k *check) {
	all := many(100, full)
	written := make([][]string, workers)
	k.race(func(i int) error {
		var rows []state.Record
		for n, row := range all {
			if n%4 != i%4 {
				rows = append(rows, row)
			}
		}
		refused, err := k.Records.Save(k.ctx, flow, rows)
		for _, id := range ids(rows) {
			if !slices.Contains(refused, id) {
				written[i] = append(written[i], id)
			}
		}
		return err
	})
	k.sameTexts("rows written by all workers", slices.Sorted(slices.Values(slices.Concat(written...))), ids(all))
	for i, row := range k.load(flow, ids(all)...) {
		k.sameRow(row, all[i], 1)
	}
}
