package catalog

import (
	"strings"
	"unicode"
)

// CompanyName cleans a company name: white space collapsed. ok is false when
// there is none. What has no letter and no digit, such as "-", is none: it is
// what people type into a field that they do not need.
func CompanyName(text string) (name string, ok bool) {
	name = strings.Join(strings.Fields(text), " ")
	named := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if !named {
		return "", false
	}
	return name, true
}
