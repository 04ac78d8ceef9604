// Package imports holds the architecture of the repository as tests: which of
// our packages may import which, and which modules reach the users of the
// library. It has no code of its own.
//
// Read the table in imports_test.go from top to bottom to see how the parts lie
// on each other. A new package gets a line there first.
package imports
