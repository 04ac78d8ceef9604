// Package mapbench measures the mapping engine against other ways to map a record
// of 25 fields, side by side in one run:
//
//	go test -bench . ./internal/mapbench
//
// It is a module of its own, so that nobody who imports the library sees the
// engines that it is compared with. There is no code outside of the tests.
//
// By hand is Go that makes the same decisions: a patch, a reason for each field and
// the same hashes where a decision needs them; a test holds its plans against the
// engine's. The others only compute the 25 values of the same record: they decide,
// explain and remember nothing. All take turns, so that a busy machine slows all of
// them.
package mapbench
