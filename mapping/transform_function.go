package mapping

import (
	"maps"
	"slices"
)

// Constructors makes the functions readable as transforms, with their parameters:
// margin or margin(1.2,"EUR").
func (f Functions) Constructors() []Constructor {
	var all []Constructor
	for _, name := range slices.Sorted(maps.Keys(f)) {
		all = append(all, Constructor{Name: name, Args: "parameter?, …", Make: func(a *Args) Transform {
			var params []Value
			for a.More() {
				params = append(params, a.Value())
			}
			t, err := f.Transform(name, params...)
			if err != nil {
				return invalid(name, "%w", err)
			}
			return t
		}})
	}
	return all
}
