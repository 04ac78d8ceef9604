package mapping

import (
	"slices"
	"strconv"
	"strings"
)

// OpenSource declares source fields that the merchant names. A rule names one with
// its key in brackets: attributes[Colour].
type OpenSource[S any] struct {
	// Name is what stands before the bracket.
	Name string
	// Doc says what the fields mean and what the key is, Origin where the source
	// documents them.
	Doc, Origin string
	// Field makes the field of a key; its name is set by the schema.
	Field func(key string) SourceField[S]
}

// OpenTarget declares target fields that the merchant names. A rule names one with
// its key in brackets: attributes[Colour].
type OpenTarget[T, P any] struct {
	// Name is what stands before the bracket.
	Name string
	// Doc says what the fields mean and what the key is, Origin where the target
	// documents them.
	Doc, Origin string
	// Field makes the field of a key; its name is set by the schema.
	Field func(key string) TargetField[T, P]
}

// source finds the source field at the start of a path; rest are the steps after
// it. Of declared names the longest one counts, so that names with dots work.
func (s Schema[S, T, P]) source(path string) (field SourceField[S], rest string, ok bool) {
	for _, f := range s.Source {
		after, found := strings.CutPrefix(path, f.Name)
		ends := after == "" || after[:1] == "." || after[:1] == "["
		if found && ends && (!ok || len(f.Name) > len(field.Name)) {
			field, rest, ok = f, after, true
		}
	}
	name, key, after := openName(path)
	at := slices.IndexFunc(s.OpenSource, func(o OpenSource[S]) bool { return o.Name == name })
	if key == "" || at < 0 {
		return field, rest, ok
	}
	field = s.OpenSource[at].Field(key)
	field.Name = name + "[" + key + "]"
	return field, after, true
}

// target finds the target field of a name, nil when there is none.
func (s Schema[S, T, P]) target(name string) *TargetField[T, P] {
	if at := slices.IndexFunc(s.Target, func(f TargetField[T, P]) bool { return f.Name == name }); at >= 0 {
		return &s.Target[at]
	}
	open, key, rest := openName(name)
	at := slices.IndexFunc(s.OpenTarget, func(o OpenTarget[T, P]) bool { return o.Name == open })
	if key == "" || rest != "" || at < 0 {
		return nil
	}
	field := s.OpenTarget[at].Field(key)
	field.Name = name
	return &field
}

// openName splits name[key]rest. There is no key in name[0] and name[member=value],
// which select from a list.
func openName(path string) (name, key, rest string) {
	name, inside, _ := strings.Cut(path, "[")
	key, rest, ok := strings.Cut(inside, "]")
	if _, err := strconv.Atoi(key); err == nil || !ok || strings.Contains(key, "=") {
		return name, "", ""
	}
	return name, key, rest
}
