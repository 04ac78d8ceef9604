package sqltest_test

import (
	"slices"
	"testing"

	"github.com/tillsync/tillsync/flows/state"
)

// The benchmarks use 100,000 rows in batches of 400, with the settings that the
// documentation of sqlstate asks for. One operation is all of them.
const (
	benchRows  = 100_000
	benchBatch = 400
)

func BenchmarkSaveNew(b *testing.B) {
	rows := records(0, benchRows)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		store := fileStore(b, wal, busy)
		b.StartTimer()
		saveBatches(b, store, rows)
	}
	reportRows(b)
}

func BenchmarkSaveAgain(b *testing.B) {
	rows := records(0, benchRows)
	store := fileStore(b, wal, busy)
	saveBatches(b, store, rows)
	b.ReportAllocs()
	for b.Loop() {
		for i := range rows {
			rows[i].Revision++
		}
		saveBatches(b, store, rows)
	}
	reportRows(b)
}

func BenchmarkLoad(b *testing.B) {
	rows := records(0, benchRows)
	store := fileStore(b, wal, busy)
	saveBatches(b, store, rows)
	ids := sourceIDs(rows)
	b.ReportAllocs()
	for b.Loop() {
		for batch := range slices.Chunk(ids, benchBatch) {
			got, err := store.Records.Load(b.Context(), flow, batch)
			if err != nil || len(got) != len(batch) {
				b.Fatalf("load: %d rows, %v", len(got), err)
			}
		}
	}
	reportRows(b)
}

func saveBatches(b *testing.B, store state.Store, rows []state.Record) {
	b.Helper()
	for batch := range slices.Chunk(rows, benchBatch) {
		mustSave(b, store, batch)
	}
}

func reportRows(b *testing.B) {
	b.ReportMetric(float64(benchRows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
