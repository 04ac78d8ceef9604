// Package convert has transforms for rules of package mapping that need more than
// the standard library: countries in many languages, telephone numbers, HTML from
// unknown hands and VAT numbers. It is a module of its own, so that only who imports
// it links the libraries behind it.
//
//	mapping.To("phone").From("billing.phone").Transform(convert.Phone("NL"))
//
// Constructors reads their text forms:
//
//	t, err := mapping.ParseTransform(`Phone("NL")`, convert.Constructors()...)
//
// A text that a transform does not understand is an error, and no error quotes it.
package convert

import (
	"fmt"

	"github.com/tillsync/tillsync/mapping"
)

// Constructors lists the transforms of this package for mapping.ParseTransform.
func Constructors() []mapping.Constructor {
	return []mapping.Constructor{
		{Name: "ToISO2", Args: "language?, …", Make: func(a *mapping.Args) mapping.Transform { return ToISO2(texts(a)...) }},
		{Name: "ToISO3", Args: "language?, …", Make: func(a *mapping.Args) mapping.Transform { return ToISO3(texts(a)...) }},
		{Name: "CountryName", Args: "language", Make: func(a *mapping.Args) mapping.Transform { return CountryName(a.Text()) }},
		{Name: "Phone", Args: "country", Make: func(a *mapping.Args) mapping.Transform { return Phone(a.Text()) }},
		SanitizeHTML().Constructor(),
		{Name: "VATNumber", Args: "country", Make: func(a *mapping.Args) mapping.Transform { return VATNumber(a.Text()) }},
	}
}

func texts(a *mapping.Args) []string {
	var all []string
	for a.More() {
		all = append(all, a.Text())
	}
	return all
}

// onText changes a text or refuses it.
func onText(name string, change func(string) (string, error)) mapping.Transform {
	return mapping.Transform{
		Name: name, Takes: mapping.KindText, Result: mapping.KindText,
		Func: func(v mapping.Value) (mapping.Value, error) {
			s, ok := v.AsText()
			if !ok {
				return mapping.Absent(), fmt.Errorf("takes a text, got %s", v.Kind().WithArticle())
			}
			changed, err := change(s)
			if err != nil {
				return mapping.Absent(), err
			}
			return mapping.Text(changed), nil
		},
	}
}

// invalid is a transform whose parameters make no sense.
func invalid(name, format string, args ...any) mapping.Transform {
	err := fmt.Errorf(format, args...)
	return mapping.Transform{Name: name, Err: err, Func: func(mapping.Value) (mapping.Value, error) { return mapping.Absent(), err }}
}
