package engine

import (
	"fmt"

	"github.com/tillsync/tillsync/flows/pass"
)

// remedies say what to do about the engine's own reasons.
var remedies = map[string]string{
	"TargetGone":        "restore it there, or run a full pass, which creates products again",
	"TargetLinkedTwice": "remove one of the two links from the state",
}

// remedy says what to do about a record that is parked for a reason; the state
// keeps the reason only. "" is not known.
func (p *Pair[S, T, P]) remedy(reason string) string {
	if p.Match != nil {
		if text := p.Match.remedy(reason); text != "" {
			return text
		}
	}
	if text, own := remedies[reason]; own || p.Remedy == nil {
		return text
	}
	return p.Remedy(reason)
}

// remedy says what to do about the reasons of matching.
func (m *Matcher[S, T]) remedy(reason string) string {
	switch reason {
	case "No" + m.Kind:
		return "add it in the source; the record is taken up by itself"
	case m.Kind + "Ambiguous":
		return "let one record of each side have it; a record that is linked already stays linked"
	case m.Kind + "OfPart":
		return "let it be a part on both sides or on none, or give one of the two another " + m.Kind
	case m.Kind + "Taken":
		return "give one of the two another " + m.Kind
	case "CaseDiffers":
		return "make the two equal, or really different"
	default:
		return ""
	}
}

// refusal is an error about a key that another record has, with its remedy.
func (m *Matcher[S, T]) refusal(reason, format string, args ...any) error {
	return &pass.Error{Class: pass.ClassDuplicate, Reason: reason, Err: fmt.Errorf(format, args...), Remedy: m.remedy(reason)}
}
