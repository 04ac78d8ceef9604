package mapping

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// EmailAddress is the normal form of an e-mail address, by which buyers are matched:
// without surrounding space and in lower case. A plus tag stays, it may be
// another mailbox. A domain may be in any script. ok is false for a text that is
// no address.
func EmailAddress(text string) (address string, ok bool) {
	address = strings.ToLower(strings.TrimSpace(text))
	at := strings.LastIndexByte(address, '@')
	const longest = 254 // RFC 5321, path
	if at < 1 || len(address) > longest || !utf8.ValidString(address) ||
		strings.ContainsFunc(address, notInAddress) ||
		strings.Contains(address[:at], "@") || !isDomain(address[at+1:]) {
		return "", false
	}
	return address, true
}

func notInAddress(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>()[]\,;:"`, r)
}

// isDomain wants a dot: shops are not in one network with their buyers.
func isDomain(domain string) bool {
	labels := strings.Split(domain, ".")
	for _, label := range labels {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	return len(labels) > 1
}
