package salespostest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// decodeObject reads one JSON object and keeps its numbers as they are.
func decodeObject(text []byte) (map[string]any, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var doc map[string]any
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	if doc == nil {
		return nil, errors.New("not a JSON object: null")
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("text after the JSON object")
	}
	return doc, nil
}

// role is the reason why a document is checked: which keys it may carry.
type role int

const (
	rolePost role = iota
	rolePatch
	roleSeed // read names, from Add and Edit
)

func (f *field) accepts(r role) bool {
	switch r {
	case rolePost:
		return f.post
	case rolePatch:
		return f.patch
	default:
		return f.keeps()
	}
}

// cleanDoc checks the keys and values of a body and returns it with stored
// numbers and spellings. It names the first unknown key, at any depth, else the
// first bad value, in alphabetical order.
func (s *schema) cleanDoc(doc map[string]any, r role) (map[string]any, error) {
	if err := s.checkKeys(doc, r); err != nil {
		return nil, err
	}
	out := make(map[string]any, len(doc))
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		f := s.byKey[key]
		if r == roleSeed && doc[key] == nil {
			out[key] = nil
			continue
		}
		if _, isObj := doc[key].(map[string]any); isObj && f.kind == "ref" && r != roleSeed {
			return nil, fmt.Errorf("%s must be a string", key)
		}
		v, err := f.clean(doc[key])
		if err == nil && f.sub != nil && v != nil {
			v, err = f.cleanSub(v, r)
		}
		if err != nil {
			return nil, err
		}
		out[key] = v
	}
	if r == roleSeed {
		return out, nil
	}
	for _, f := range s.fields {
		need := r == rolePost && f.needPost || r == rolePatch && f.needPatch
		if _, ok := doc[f.key]; need && !ok {
			return nil, fmt.Errorf("property %q is required", f.key)
		}
	}
	return out, nil
}

// checkKeys names the first key, at any depth, that a body may not carry.
func (s *schema) checkKeys(doc map[string]any, r role) error {
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		f := s.byKey[key]
		if f == nil || !f.accepts(r) {
			return fmt.Errorf("unknown property %q", key)
		}
		if f.sub == nil {
			continue
		}
		if obj, ok := doc[key].(map[string]any); ok {
			if err := f.sub.checkKeys(obj, r); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
		}
		rows, _ := doc[key].([]any)
		for i, row := range rows {
			obj, _ := row.(map[string]any)
			if err := f.sub.checkKeys(obj, r.ofRows()); err != nil {
				return fmt.Errorf("%s[%d]: %w", key, i, err)
			}
		}
	}
	return nil
}

// ofRows is the role of the rows of an array, which are always new objects:
// their required keys count in a PATCH too.
func (r role) ofRows() role {
	if r == rolePatch {
		return rolePost
	}
	return r
}

// pick removes what cleanDoc would refuse as unknown, and nulls that no field
// allows.
func (s *schema) pick(doc map[string]any, r role) {
	for key, v := range doc {
		f := s.byKey[key]
		if f == nil || !f.accepts(r) || v == nil && !f.nullable {
			delete(doc, key)
			continue
		}
		if obj, ok := v.(map[string]any); ok && f.sub != nil {
			f.sub.pick(obj, r)
		}
		rows, _ := v.([]any)
		for _, row := range rows {
			if obj, ok := row.(map[string]any); ok && f.sub != nil {
				f.sub.pick(obj, r)
			}
		}
	}
}

// cleanSub checks the objects inside a value.
func (f *field) cleanSub(v any, r role) (any, error) {
	if obj, ok := v.(map[string]any); ok {
		out, err := f.sub.cleanDoc(obj, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
		return out, nil
	}
	rows := v.([]any)
	out := make([]any, len(rows))
	for i, row := range rows {
		obj, ok := row.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%s[%d] must be an object", f.key, i)
		}
		clean, err := f.sub.cleanDoc(obj, r.ofRows())
		if err != nil {
			return nil, fmt.Errorf("%s[%d]: %w", f.key, i, err)
		}
		out[i] = clean
	}
	return out, nil
}

// storedDoc renames the write keys of a clean body to the read keys it is kept
// under. Keys that are written but never read are left out.
func (s *schema) storedDoc(body map[string]any) map[string]any {
	out := make(map[string]any, len(body))
	for _, key := range slices.Sorted(maps.Keys(body)) { // brand_id after brand: the id wins
		f, v := s.byKey[key], body[key]
		switch {
		case len(f.stored) == 2 && v == nil:
			out[f.stored[0]] = nil
		case len(f.stored) == 2:
			out[f.stored[0]] = map[string]any{f.stored[1]: v}
		case s.byKey[f.stored[0]].keeps():
			out[f.stored[0]] = v
		}
	}
	return out
}

// merge writes the keys of patch into doc, objects key by key, and reports
// whether anything is different afterwards. Arrays are replaced, and so are
// references: an object with another id shares nothing with the old one.
func merge(doc, patch map[string]any) (changed bool) {
	for key, v := range patch {
		old, had := doc[key]
		from, isObj := old.(map[string]any)
		into, patchObj := v.(map[string]any)
		switch {
		case isObj && patchObj && into["id"] == nil:
			from = maps.Clone(from)
			changed = merge(from, into) || changed
			doc[key] = from
		case !had || !sameValue(old, v):
			doc[key] = v
			changed = true
		}
	}
	return changed
}

// sameValue compares two stored values; numbers are stored in one form.
func sameValue(a, b any) bool {
	return bytes.Equal(appendValue(nil, a), appendValue(nil, b))
}
