// Package mapbench measures the mapping engine against other ways to map a record
// of 25 fields, side by side in one run:
//
//	go test -bench . ./internal/mapbench
//
// It is a module of its own, so that nobody who imports the library sees the
// engines that it is compared with. There is no code outside of the tests.
//
// By hand is Go that makes the same decisions: a patch, a reason for each field and
// the same hashes where a decision needs them. It maps and decides field by field.
//
// The others, expr, cel, gojq and mapstructure, map an article into the same 25 typed
// values, with exact decimals. They have no notion of a decision, so they are measured
// twice: the values alone, and the whole job, where code written by hand decides on
// their values. Each is written in the fastest way that was found. To bring an article
// into the form that one of them reads, and its results into typed values, is part of
// the work.
//
// Tests hold the engine's plans and the others' values and plans against those by hand.
// All take turns, so that a busy machine slows all of them, and the fastest turn of each
// counts. A turn is a hundred times the same record.
package mapbench
