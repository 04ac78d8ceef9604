package rest

import "bytes"

// Caps of a JSON document, far beyond what those of both APIs need. Each object
// and list of a body takes up to a thousand times its two characters when it is
// decoded: without the caps a body of a few megabytes could use up all memory.
const (
	maxDepth   = 200
	maxRecords = 20_000  // objects and lists down to the third level, where the records of a page are
	maxParts   = 1 << 19 // objects and lists at all levels
)

// TooComplex reports JSON beyond the caps. It only counts brackets outside of
// strings; whether the rest is JSON is for the decoder. Bodies that start as
// neither object nor array are none of its business.
func TooComplex(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n")
	if len(body) == 0 || body[0] != '{' && body[0] != '[' {
		return false
	}
	depth, parts, records, quoted := 0, 0, 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{', c == '[':
			depth++
			parts++
			if depth <= 3 {
				records++
			}
			if depth > maxDepth || parts > maxParts || records > maxRecords {
				return true
			}
		case c == '}', c == ']':
			depth--
		}
	}
	return false
}
