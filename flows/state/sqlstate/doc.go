// Package sqlstate keeps the state of flows in a database of database/sql. It
// links no driver: the caller opens the database and hands it in.
//
//	db, err := sql.Open("sqlite", "file:tillsync.db?_pragma=journal_mode(WAL)&_pragma=busy_timeout(5000)")
//	...
//	store, err := sqlstate.New(ctx, db, sqlstate.SQLite)
//
// New creates and migrates its tables, whose names all start with tillsync_, so
// they may stand beside the caller's own.
//
// # SQLite
//
// Set three things in the data source name (above in the spelling of
// modernc.org/sqlite):
//
//   - journal_mode(WAL): readers and the writer do not block each other.
//   - busy_timeout(5000): another process that writes is waited for. Goroutines
//     of one store take turns by themselves. Without it a write that meets
//     another process fails with "database is locked".
//   - synchronous(FULL), the default of SQLite: with less, the last commits may
//     be lost at a power cut, and an announced create with them. Do not lower it.
//
// The pool may have any number of connections. Only an in-memory database needs
// db.SetMaxOpenConns(1), or every connection would see a database of its own.
// Version 3.35 of SQLite or later is needed.
//
// # Errors
//
// A call that returns an error has written nothing, except that a commit whose
// answer was lost may have been carried out; the revision of a row shows it. A
// full disk, a locked and a closed database are told with what to do about them.
//
// # What is stored
//
// Ids, keyed hashes, instants and stock quantities. Columns that people or
// monitoring ask for (links, retry times, runs, lines) are readable; the rest of
// a record is one compact binary value.
package sqlstate
