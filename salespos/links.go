package salespos

// Link points to a sub-resource. Build paths from ids; the URL is the vendor's
// and may end with a slash or not.
type Link struct {
	Href string `json:"href"`
}

// Linked is a sub-resource that a request can ask to be expanded.
type Linked[T any] struct {
	Href string `json:"href"`
	// Collection holds the records when Expanded is true. Without that an empty
	// collection says nothing: the API sends [] for what it did not look up.
	Collection []T `json:"collection"`
	// Expanded reports that this request asked for the records and the answer
	// has them, so that an empty Collection means "none".
	Expanded bool `json:"-"`
}

// mark records that the request asked for the expansion. An answer without a
// collection was not expanded, whatever was asked.
func (l *Linked[T]) mark() { l.Expanded = l.Collection != nil }

// NamedRef is a brand, condition or supplier of a product. The API writes it as
// an object, as its bare name, or leaves it out.
type NamedRef[ID ~int64] struct {
	Href string `json:"href"`
	// ID is 0 when the product has none, or when the API sent the name only.
	ID   ID     `json:"id"`
	Name string `json:"name"`
}

// bareKey is the key of a text that comes instead of the object.
func (NamedRef[ID]) bareKey() string { return "name" }
