package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Split makes a list of a text that has sep between its parts. The parts are
// trimmed, empty ones are left out. Text form: Split(",").
func Split(sep string) Transform {
	name := fmt.Sprintf("Split(%q)", sep)
	if sep == "" {
		return invalid(name, "it names no separator")
	}
	return fromText(name, KindList, func(s string) (Value, error) {
		var parts []string
		for part := range strings.SplitSeq(s, sep) {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
		return Texts(parts...), nil
	})
}

// JoinList makes a text of a list, with sep between the elements; empty ones are
// left out. Elements are written as ToText does. Text form: JoinList(", ").
func JoinList(sep string) Transform {
	return from(fmt.Sprintf("JoinList(%q)", sep), KindList, KindText, func(v Value) (Value, error) {
		return joinTexts(v.more.list, sep)
	})
}

// Coalesce is the first element of a list that is not empty, absent when there is
// none. For fields of the record use Rule.From with SkipEmpty. Text form: Coalesce.
func Coalesce() Transform {
	return from("Coalesce", KindList, KindAny, func(v Value) (Value, error) {
		for _, item := range v.more.list {
			if !item.IsEmpty() {
				return item, nil
			}
		}
		return Absent(), nil
	})
}

// OnlyNamed keeps the elements of a list of objects whose member name is one of the
// names, whatever the letter case. Without names it keeps none. Text form:
// OnlyNamed("Colour","Size").
func OnlyNamed(names ...string) Transform {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	form := "OnlyNamed(" + strings.Join(quoted, ",") + ")"
	return from(form, KindList, KindList, func(v Value) (Value, error) {
		return List(slices.DeleteFunc(slices.Clone(v.more.list), func(item Value) bool {
			name, ok := item.Member("name").AsText()
			return !ok || !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(normalText(n), normalText(name)) })
		})...), nil
	})
}

// Member is the value of that name in an object, absent when there is none. Text
// form: Member("street").
func Member(name string) Transform {
	return from(fmt.Sprintf("Member(%q)", name), KindObject, KindAny, func(v Value) (Value, error) {
		return v.Member(name), nil
	})
}
