package mapping

import "github.com/shopspring/decimal"

// kept are values that reports and baselines need, those of plain types unwrapped:
// they take a third of the room.
type kept struct {
	texts   []string
	numbers []decimal.Decimal
	// lists are lists of texts, which are parts of texts.
	lists  []span
	others []Value
}

type span struct{ start, end int }

// spot tells where in kept a value is: its form in the lowest bits, its position in the
// others, which leave room for more values than a record has. The zero spot has none.
type spot uint32

const formBits = 3

// form says in which part of kept a value is.
type form uint8

const (
	keptNothing form = iota
	keptText
	keptNumber
	keptFalse
	keptTrue
	keptTexts
	keptOther
)

func spotOf(f form, position int) spot { return spot(position)<<formBits | spot(f) }

func (s spot) form() form { return form(s & (1<<formBits - 1)) }

func (s spot) position() int { return int(s >> formBits) }

// next is the spot behind s.
func (s spot) next() spot { return spotOf(s.form(), s.position()+1) }

// at is the value at a spot.
func (k *kept) at(s spot) Value {
	switch f := s.form(); f {
	case keptText:
		return Text(k.texts[s.position()])
	case keptNumber:
		return Number(k.numbers[s.position()])
	case keptFalse, keptTrue:
		return Bool(f == keptTrue)
	case keptTexts:
		part := k.lists[s.position()]
		return Texts(k.texts[part.start:part.end]...)
	case keptOther:
		return k.others[s.position()]
	default:
		return Value{}
	}
}

// sheet is the room for the decisions of a usual mapping, in one piece: to allocate
// each part alone takes longer. What does not fit gets a place of its own.
type sheet struct {
	fields  [32]decided
	texts   [20]string
	numbers [8]decimal.Decimal
	lists   [2]span
}

// open makes room for the decisions about so many fields.
func (d *decisions) open(fields int) {
	s := new(sheet)
	d.kept.texts, d.kept.numbers, d.kept.lists = s.texts[:0], s.numbers[:0], s.lists[:0]
	if fields <= len(s.fields) {
		d.fields = s.fields[:fields]
	} else {
		d.fields = make([]decided, fields)
	}
}

func (p *planner[S, T, P]) keepText(s string) spot {
	p.kept.texts = append(p.kept.texts, s)
	return spotOf(keptText, len(p.kept.texts)-1)
}

func (p *planner[S, T, P]) keepNumber(n decimal.Decimal) spot {
	p.kept.numbers = append(p.kept.numbers, n)
	return spotOf(keptNumber, len(p.kept.numbers)-1)
}

func keepTruth(b bool) spot {
	if b {
		return spotOf(keptTrue, 0)
	}
	return spotOf(keptFalse, 0)
}

// keepTexts keeps a copy of a list of texts.
func (p *planner[S, T, P]) keepTexts(list []string) spot {
	start := len(p.kept.texts)
	p.kept.texts = append(p.kept.texts, list...)
	p.kept.lists = append(p.kept.lists, span{start, len(p.kept.texts)})
	return spotOf(keptTexts, len(p.kept.lists)-1)
}

func (p *planner[S, T, P]) keep(v *Value) spot {
	switch v.kind {
	case KindText:
		return p.keepText(v.text)
	case KindNumber:
		return p.keepNumber(v.num)
	default:
		return p.keepOther(v)
	}
}

// keepBoth keeps the target's value behind the mapped one, in the same form.
func (p *planner[S, T, P]) keepBoth(v, old *Value) spot {
	if v.kind == old.kind {
		at := p.keep(v)
		p.keep(old)
		return at
	}
	at := p.keepOther(v)
	p.keepOther(old)
	return at
}

func (p *planner[S, T, P]) keepOther(v *Value) spot {
	p.kept.others = append(p.kept.others, *v)
	return spotOf(keptOther, len(p.kept.others)-1)
}
