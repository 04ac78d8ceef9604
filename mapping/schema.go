package mapping

// Schema names the fields of a source record S, and of a target record T with
// its patch P. Everything that a rule can read or write stands here. SourceText,
// TargetText and the like make the fields of plain types.
type Schema[S, T, P any] struct {
	// Name says what is mapped, such as "products SalesPOS → Ecwid".
	Name   string
	Source []SourceField[S]
	Target []TargetField[T, P]
	// OpenSource and OpenTarget are fields with a key of the merchant's.
	OpenSource []OpenSource[S]
	OpenTarget []OpenTarget[T, P]
}

// SourceField is one field that rules can read.
type SourceField[S any] struct {
	// Name is what rules call the field.
	Name string
	// Kind is what Get returns unless the value is absent or null. KindAbsent
	// says that it varies: nothing is checked before the first record then.
	Kind Kind
	// Doc says what the field means, Unit in what it is measured, Origin where the
	// source documents it.
	Doc, Unit, Origin string
	// Of names the fields of the record that Get computes from, as the schema of the
	// other direction names them; nil is the one of the field's own name.
	Of []string
	// Get reads the field. It must not change the record.
	Get func(*S) Value

	// direct reads what Get reads without wrapping it.
	direct directSource[S]
}

// TargetField is one field that rules can write.
type TargetField[T, P any] struct {
	// Name is what rules call the field.
	Name string
	// Kind is what Set takes.
	Kind Kind
	// Doc says what the field means, Unit in what it is measured, Origin where the
	// target documents it.
	Doc, Unit, Origin string
	// Required fields must have a value when a record is created.
	Required bool
	// MaxLength is the longest text in characters; 0 is no limit.
	MaxLength int
	// OneOf lists the values that the target knows; nil allows all.
	OneOf []string
	// Unordered says that the order of a list means nothing.
	Unordered bool
	// Get reads the target's current value, absent when the record holds none.
	// nil: the field can only be written.
	Get func(*T) Value
	// Set puts a value of the field's kind, or Empty, into the patch. It must keep no
	// pointer to the patch or into it, not even within the patch: Plan gives a copy of
	// it, and the next record gets the same one, empty.
	Set func(*P, Value) error
	// Empty is the documented form that clears the field; absent: it cannot be
	// cleared.
	Empty Value
	// Equal tells whether the target's value means the same as the mapped one;
	// nil is the default for the kind (see Value.Equal).
	Equal func(source, current Value) bool

	// direct does what Get and Set do without wrapping.
	direct directTarget[T, P]
}
