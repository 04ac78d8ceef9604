package mapping

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// compiledCond is a Cond whose paths are resolved.
type compiledCond[S any] struct {
	cond   Cond
	limit  limit
	reader reader[S]
	parts  []compiledCond[S]
	call   compiledOperand[S]
}

func (c *compiledCond[S]) holds(src *S) (bool, error) {
	switch c.cond.kind {
	case condTrue:
		return true, nil
	case condNot:
		ok, err := c.parts[0].holds(src)
		return !ok, err
	case condAll:
		return c.every(src, true)
	case condAny:
		found, err := c.every(src, false)
		return !found, err
	case condTest:
		return c.ask(src)
	default:
		return c.test(src)
	}
}

// every reports whether all parts give want.
func (c *compiledCond[S]) every(src *S, want bool) (bool, error) {
	for i := range c.parts {
		if ok, err := c.parts[i].holds(src); err != nil || ok != want {
			return false, err
		}
	}
	return true, nil
}

// ask is a condition that a function decides.
func (c *compiledCond[S]) ask(src *S) (bool, error) {
	v, err := c.call.value(src)
	if err != nil || v.IsAbsent() {
		return false, err
	}
	answer, ok := v.AsBool()
	if !ok {
		return false, fmt.Errorf("the condition gives %s, not true or false", v.kind.WithArticle())
	}
	return answer, nil
}

// test is a condition on one path.
func (c *compiledCond[S]) test(src *S) (bool, error) {
	if number := c.reader.direct.number; number != nil && (c.cond.kind == condAbove || c.cond.kind == condBelow) {
		d, ok := number.read(src)
		return ok && c.beyond(d), nil
	}
	var v Value
	if err := c.reader.read(src, &v); err != nil {
		return false, err
	}
	switch c.cond.kind {
	case condPresent:
		return v.kind != KindAbsent && v.kind != KindNull, nil
	case condFilled:
		return !v.empty(), nil
	case condIs:
		return contains(c.cond.values, &v), nil
	default:
		return v.kind == KindNumber && c.beyond(v.num), nil
	}
}

// beyond reports whether a number is above or below the limit, as the condition asks.
func (c *compiledCond[S]) beyond(d decimal.Decimal) bool {
	order := c.limit.compare(d)
	return order > 0 && c.cond.kind == condAbove || order < 0 && c.cond.kind == condBelow
}

// compiledOperand is an Operand whose paths are resolved.
type compiledOperand[S any] struct {
	constant *Value
	name     string
	readers  []reader[S]
	call     func([]Value) (Value, error)
}

// value computes the operand. With an error comes what the function got.
func (o *compiledOperand[S]) value(src *S) (Value, error) {
	if o.constant != nil {
		return *o.constant, nil
	}
	args := make([]Value, len(o.readers))
	for i := range o.readers {
		if err := o.readers[i].read(src, &args[i]); err != nil {
			return Value{}, err
		}
	}
	if o.call == nil {
		return args[0], nil
	}
	v, err := o.call(args)
	if err != nil {
		return List(args...), err
	}
	return v, nil
}

// joinTexts joins the texts of values that are not empty.
func joinTexts(values []Value, sep string) (Value, error) {
	var parts []string
	for _, v := range values {
		if v.IsEmpty() {
			continue
		}
		text, err := plainForm(v)
		if err != nil {
			return Value{}, err
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return Value{}, nil
	}
	return Text(strings.Join(parts, sep)), nil
}
