package rest

import "bytes"

// maxDepth is more than ten times what documents of both APIs need.
const maxDepth = 200

// tooDeep reports JSON that nests deeper than maxDepth. It only counts brackets
// outside of strings; whether the rest is JSON is for the decoder. Bodies that
// start as neither object nor array are none of its business.
func tooDeep(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n")
	if len(body) == 0 || body[0] != '{' && body[0] != '[' {
		return false
	}
	depth, quoted := 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{', c == '[':
			if depth++; depth > maxDepth {
				return true
			}
		case c == '}', c == ']':
			depth--
		}
	}
	return false
}
