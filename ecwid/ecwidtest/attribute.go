package ecwidtest

import "maps"

// mergeAttributes sets the listed values and keeps the others; an empty value
// takes the attribute away (reference section 7 #2, #52). A change of class
// drops the values of attributes that the new class has not.
func (s *Server) mergeAttributes(d, patch object, newClass bool) error {
	class := s.classes.get(intOf(d, "productClassId")).doc
	var values []object
	for _, v := range objectsOf(d, "attributes") {
		if !newClass || s.cfg.reads(ValuesStay) || findByID(objectsOf(class, "attributes"), intOf(v, "id")) != nil {
			values = append(values, v)
		}
	}
	if has(patch, "attributes") && s.cfg.reads(AttributesReplace) {
		values = nil
	}
	values, err := s.setAttributes(class, values, objectsOf(patch, "attributes"))
	if err != nil {
		return err
	}
	d["attributes"] = asList(values)
	return nil
}

func (s *Server) setAttributes(class object, values, sent []object) ([]object, error) {
	for _, patch := range sent {
		definition := s.attribute(class, patch)
		if definition == nil {
			return nil, wrong("An attribute is not part of the product class")
		}
		old := findByID(values, intOf(definition, "id"))
		next := object{"show": definition["show"]}
		maps.Copy(next, old)
		for _, key := range []string{"id", "name", "nameTranslated", "type"} {
			if has(definition, key) {
				next[key] = definition[key]
			}
		}
		for _, key := range []string{"value", "valueTranslated", "show"} {
			if has(patch, key) {
				next[key] = patch[key]
			}
		}
		values = without(values, intOf(definition, "id"))
		if textOf(next, "value") != "" || s.cfg.reads(EmptyValuesStay) {
			values = append(values, next)
		}
	}
	return values, nil
}

// attribute finds the definition that a sent value means: by id, alias or
// name, in the class of the product or in the general one.
func (s *Server) attribute(class, sent object) object {
	classes := []object{class, s.classes.get(0).doc}
	if has(sent, "alias") && s.cfg.reads(AliasOfClassOnly) {
		classes = classes[:1]
	}
	for _, c := range classes {
		for _, a := range objectsOf(c, "attributes") {
			var same bool
			switch {
			case has(sent, "id"):
				same = intOf(a, "id") == intOf(sent, "id")
			case has(sent, "alias"):
				same = textOf(a, "type") == textOf(sent, "alias")
			default:
				same = has(sent, "name") && textOf(a, "name") == textOf(sent, "name")
			}
			if same {
				return a
			}
		}
	}
	return nil
}

func findByID(list []object, id int64) object {
	for _, o := range list {
		if intOf(o, "id") == id {
			return o
		}
	}
	return nil
}

func without(list []object, id int64) []object {
	out := make([]object, 0, len(list))
	for _, o := range list {
		if intOf(o, "id") != id {
			out = append(out, o)
		}
	}
	return out
}

func asList(objects []object) []any {
	out := make([]any, len(objects))
	for i, o := range objects {
		out[i] = o
	}
	return out
}
