package mapping

import (
	"github.com/shopspring/decimal"
)

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

// form says in which part of kept a field's value is.
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

// room is how many values of each kind a plan is likely to keep.
type room struct{ texts, numbers, lists, others int }

// need makes room for the value of a rule.
func need[S, T, P any](room *room, r *fieldRule[S, T, P]) {
	switch {
	case r.target.Kind == KindText:
		room.texts++
	case r.target.Kind == KindNumber:
		room.numbers++
	case r.lanes.texts != nil:
		room.lists++
		room.texts += 4
	case r.lanes.truth == nil:
		room.others++
	}
}

func (p *planner[S, T, P]) keepText(d *decided, s string) {
	if p.kept.texts == nil {
		p.kept.texts = make([]string, 0, p.room().texts)
	}
	d.form, d.at = keptText, uint32(len(p.kept.texts))
	p.kept.texts = append(p.kept.texts, s)
}

func (p *planner[S, T, P]) keepNumber(d *decided, n decimal.Decimal) {
	if p.kept.numbers == nil {
		p.kept.numbers = make([]decimal.Decimal, 0, p.room().numbers)
	}
	d.form, d.at = keptNumber, uint32(len(p.kept.numbers))
	p.kept.numbers = append(p.kept.numbers, n)
}

func (d *decided) keepTruth(b bool) {
	d.form = keptFalse
	if b {
		d.form = keptTrue
	}
}

// keepTexts keeps a copy of a list of texts.
func (p *planner[S, T, P]) keepTexts(d *decided, list []string) {
	if p.kept.texts == nil {
		p.kept.texts = make([]string, 0, p.room().texts)
	}
	if p.kept.lists == nil {
		p.kept.lists = make([]span, 0, p.room().lists)
	}
	start := len(p.kept.texts)
	p.kept.texts = append(p.kept.texts, list...)
	d.form, d.at = keptTexts, uint32(len(p.kept.lists))
	p.kept.lists = append(p.kept.lists, span{start, len(p.kept.texts)})
}

// keep keeps the mapped value, and the old one if the decision says so.
func (p *planner[S, T, P]) keep(d *decided, v, old *Value) {
	switch plain := !d.hasOld || v.kind == old.kind; {
	case plain && v.kind == KindText:
		p.keepText(d, v.text)
		if d.hasOld {
			p.kept.texts = append(p.kept.texts, old.text)
		}
	case plain && v.kind == KindNumber:
		p.keepNumber(d, v.num)
		if d.hasOld {
			p.kept.numbers = append(p.kept.numbers, old.num)
		}
	default:
		p.keepOther(d, *v)
		if d.hasOld {
			p.kept.others = append(p.kept.others, *old)
		}
	}
}

func (p *planner[S, T, P]) keepOther(d *decided, v Value) {
	if p.kept.others == nil {
		p.kept.others = make([]Value, 0, p.room().others)
	}
	d.form, d.at = keptOther, uint32(len(p.kept.others))
	p.kept.others = append(p.kept.others, v)
}

// room is that of all fields for a new record, else that of the few that remember.
func (p *planner[S, T, P]) room() *room {
	if p.in.Current == nil {
		return &p.m.roomForAll
	}
	return &p.m.roomForSome
}

// at is the value at a position.
func (k *kept) at(f form, i uint32) Value {
	switch f {
	case keptText:
		return Text(k.texts[i])
	case keptNumber:
		return Number(k.numbers[i])
	case keptFalse, keptTrue:
		return Bool(f == keptTrue)
	case keptTexts:
		at := k.lists[i]
		return Texts(k.texts[at.start:at.end]...)
	case keptOther:
		return k.others[i]
	default:
		return Value{}
	}
}
