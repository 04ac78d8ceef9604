package mapbench

import (
	"encoding/binary"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"github.com/tillsync/tillsync/mapping"
)

func textAlways(s, t string, create bool) reason {
	switch {
	case emptyText(s):
		return noValue
	case create:
		return isNew
	case sameText(s, t):
		return agree
	default:
		return sourceDecides
	}
}

func textOnCreate(s, t string, create bool) reason {
	switch {
	case emptyText(s):
		return noValue
	case create:
		return isNew
	case sameText(s, t):
		return agree
	default:
		return createOnly
	}
}

func textFill(s, t string, create bool) reason {
	switch {
	case emptyText(s):
		return noValue
	case create:
		return isNew
	case sameText(s, t):
		return agree
	case emptyText(t):
		return fills
	default:
		return filled
	}
}

func numberAlways(s, t decimal.Decimal, create bool) reason {
	switch {
	case create:
		return isNew
	case s.Equal(t):
		return agree
	default:
		return sourceDecides
	}
}

func numberOnCreate(s, t decimal.Decimal, create bool) reason {
	switch {
	case create:
		return isNew
	case s.Equal(t):
		return agree
	default:
		return createOnly
	}
}

func boolAlways(s, t, create bool) reason {
	switch {
	case create:
		return isNew
	case s == t:
		return agree
	default:
		return sourceDecides
	}
}

func (h byHand) textUnlessEdited(name, s, t string, base mapping.Baselines, create bool) reason {
	switch {
	case emptyText(s):
		return noValue
	case create:
		return isNew
	case sameText(s, t):
		return agreeEdited
	}
	b, known := base[name]
	if !known {
		return unknownBefore
	}
	return threeWay(h.hashText(name, s) != b.Sent, h.hashText(name, t) != b.Held, emptyText(t))
}

func (h byHand) numberUnlessEdited(name string, s, t decimal.Decimal, base mapping.Baselines, create bool) reason {
	switch {
	case create:
		return isNew
	case s.Equal(t):
		return agreeEdited
	}
	b, known := base[name]
	if !known {
		return unknownBefore
	}
	return threeWay(h.hash(name, mapping.KindNumber, s.String()) != b.Sent, h.hash(name, mapping.KindNumber, t.String()) != b.Held, false)
}

func (h byHand) boolUnlessEdited(name string, s, t bool, base mapping.Baselines, create bool) reason {
	switch {
	case create:
		return isNew
	case s == t:
		return agreeEdited
	}
	b, known := base[name]
	if !known {
		return unknownBefore
	}
	text := map[bool]string{true: "true", false: "false"}
	return threeWay(h.hash(name, mapping.KindBool, text[s]) != b.Sent, h.hash(name, mapping.KindBool, text[t]) != b.Held, false)
}

// threeWay is the table of UnlessEdited for two values that differ.
func threeWay(source, target, emptied bool) reason {
	switch {
	case !source && !target:
		return ownFormEdited
	case target && emptied && source:
		return emptiedConflict
	case target && emptied:
		return emptiedThere
	case !target:
		return onlySource
	case !source:
		return editedThere
	default:
		return bothEdited
	}
}

func (h byHand) hashText(name, s string) mapping.Hash {
	if emptyText(s) {
		return h.hasher.Sum("field:"+name, []byte{0})
	}
	return h.hash(name, mapping.KindText, normal(s))
}

func (h byHand) hash(name string, kind mapping.Kind, s string) mapping.Hash {
	var room [256]byte
	buf := binary.AppendUvarint(append(room[:0], byte(kind)), uint64(len(s)))
	return h.hasher.Sum("field:"+name, append(buf, s...))
}

func sameText(a, b string) bool {
	return a == b || normal(a) == normal(b) || emptyText(a) && emptyText(b)
}

// normal is the form in which texts are compared.
func normal(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return norm.NFC.String(strings.TrimSpace(s))
}

// emptyText is true for white space and for HTML that shows nothing.
func emptyText(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return true
	}
	return (s[0] == '<' || s[0] == '&') && mapping.Text(s).IsEmpty()
}
