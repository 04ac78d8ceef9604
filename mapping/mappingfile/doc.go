// Package mappingfile reads mappings from files.
package mappingfile
