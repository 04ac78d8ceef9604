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
// values, with exact decimals. They have no notion of a decision: for the whole job, code
// written by hand decides on their values. To bring an article into the form that one of
// them reads, and its results into typed values, is part of the work.
//
// Each of the others has two forms. The plain form is what its documentation shows. As the
// engine is, it is safe for concurrent use, and with expr and cel each field has its own
// expression, so an error belongs to a field. The tuned form is the fastest way that was
// found. It gives that up: it reuses maps, lists or a machine from one record to the next,
// expr and cel make all values by one program, gojq is handed types that it documents as
// unusable, and mapstructure has a check switched off. The values of the tuned form alone
// are the least that mapping with one of them costs.
//
// Tests hold the engine's plans and the others' values and plans against those by hand, and
// use the plain forms from many goroutines. For the figures all take turns, so that a busy
// machine slows all of them, and the fastest turn of each counts. A turn is a hundred times
// the same record.
package mapbench
