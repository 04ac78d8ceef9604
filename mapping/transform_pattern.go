package mapping

import (
	"fmt"
	"regexp"
)

// MatchPattern tells whether a text contains what a regular expression (package
// regexp) describes; anchor it with ^ and $ to match all of the text. Text form:
// MatchPattern("^[0-9]+$").
func MatchPattern(expr string) Transform {
	return onPattern(fmt.Sprintf("MatchPattern(%q)", expr), expr, KindBool,
		func(re *regexp.Regexp, s string) Value { return Bool(re.MatchString(s)) })
}

// ReplacePattern replaces all matches of a regular expression; $1 in with is the
// text of the first group. Text form: ReplacePattern("[^0-9]","").
func ReplacePattern(expr, with string) Transform {
	return onPattern(fmt.Sprintf("ReplacePattern(%q,%q)", expr, with), expr, KindText,
		func(re *regexp.Regexp, s string) Value { return Text(re.ReplaceAllString(s, with)) })
}

// ExtractPattern is the first match of a regular expression, or of its first group
// when it has one; absent when nothing matches. Text form:
// ExtractPattern("size ([0-9]+)").
func ExtractPattern(expr string) Transform {
	return onPattern(fmt.Sprintf("ExtractPattern(%q)", expr), expr, KindText,
		func(re *regexp.Regexp, s string) Value {
			match := re.FindStringSubmatchIndex(s)
			if len(match) > 2 {
				match = match[2:]
			}
			if match == nil || match[0] < 0 {
				return Absent()
			}
			return Text(s[match[0]:match[1]])
		})
}

func onPattern(name, expr string, result Kind, change func(*regexp.Regexp, string) Value) Transform {
	re, err := regexp.Compile(expr)
	if err != nil {
		return invalid(name, "the pattern cannot be read: %w", err)
	}
	return fromText(name, result, func(s string) (Value, error) { return change(re, s), nil })
}
