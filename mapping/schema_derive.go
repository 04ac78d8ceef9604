package mapping

// AsSource is the field as a source field of the other direction, mapped as fast as the
// target field is. Its Get is nil where the field can only be written: leave it out then.
func (f TargetField[T, P]) AsSource() SourceField[T] {
	out := SourceField[T]{Name: f.Name, Kind: f.Kind, Doc: f.Doc, Unit: f.Unit, Origin: f.Origin, Get: f.Get}
	if f.Get != nil {
		out.direct = f.direct.source()
	}
	return out
}

// Within is a field of a part R as a field of the record S that has the part. Where
// the record has none, part returns nil and the field is absent.
func Within[S, R any](part func(*S) *R, f SourceField[R]) SourceField[S] {
	out := SourceField[S]{Name: f.Name, Kind: f.Kind, Doc: f.Doc, Unit: f.Unit, Origin: f.Origin, Of: f.Of}
	if f.Get == nil {
		return out
	}
	out.Get = func(s *S) Value {
		if r := part(s); r != nil {
			return f.Get(r)
		}
		return Absent()
	}
	out.direct = directSource[S]{
		text: filledWithin(part, f.direct.text), number: maybeWithin(part, f.direct.number),
		truth: maybeWithin(part, f.direct.truth), texts: filledWithin(part, f.direct.texts),
	}
	return out
}

// source reads what the target's field holds.
func (d directTarget[T, P]) source() (s directSource[T]) {
	switch {
	case d.text != nil:
		s.text = &d.text.reading
	case d.number != nil:
		s.number = &d.number.reading
	case d.truth != nil:
		s.truth = &d.truth.reading
	case d.texts != nil:
		s.texts = &d.texts.reading
	}
	return s
}

// filledWithin reads nothing where there is no part: a lane of texts leaves what says
// nothing to Get.
func filledWithin[S, R, V any](part func(*S) *R, r *reading[R, V]) *reading[S, V] {
	if r == nil {
		return nil
	}
	return &reading[S, V]{always: func(s *S) (v V) {
		if p := part(s); p != nil {
			return r.always(p)
		}
		return v
	}}
}

func maybeWithin[S, R, V any](part func(*S) *R, r *reading[R, V]) *reading[S, V] {
	if r == nil {
		return nil
	}
	return &reading[S, V]{maybe: func(s *S) (v V, ok bool) {
		if p := part(s); p != nil {
			return r.read(p)
		}
		return v, false
	}}
}
