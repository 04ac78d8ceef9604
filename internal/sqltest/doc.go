// Package sqltest runs flows/state/sqlstate on real databases. It is a module of
// its own, so that no driver stands in the go.mod of the library.
package sqltest
