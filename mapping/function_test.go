package mapping_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

func ownFunctions() mapping.Functions {
	return mapping.Functions{
		"margin": {Takes: mapping.KindNumber, Func: func(args ...mapping.Value) (mapping.Value, error) {
			cost, _ := args[0].AsNumber()
			factor, _ := args[1].AsNumber()
			return mapping.Number(cost.Mul(factor)), nil
		}},
		"sum": {Result: mapping.KindNumber, Func: func(args ...mapping.Value) (mapping.Value, error) {
			sum := decimal.Zero
			for _, v := range args {
				d, _ := v.AsNumber()
				sum = sum.Add(d)
			}
			return mapping.Number(sum), nil
		}},
		"refuse": {Func: func(args ...mapping.Value) (mapping.Value, error) {
			return mapping.Value{}, errors.New("not " + args[0].Reveal())
		}},
		"broken": {Func: func(...mapping.Value) (mapping.Value, error) { panic("boom") }},
		"retype": {Func: func(...mapping.Value) (mapping.Value, error) { return mapping.Bool(true), nil }},
		"empty":  {},
		"Trim":   {Func: func(args ...mapping.Value) (mapping.Value, error) { return args[0], nil }},
	}
}

func transform(t testing.TB, name string, params ...mapping.Value) mapping.Transform {
	t.Helper()
	out, err := ownFunctions().Transform(name, params...)
	if err != nil {
		t.Fatalf("Transform: %v", err)
	}
	return out
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	sum, err := ownFunctions().Call("sum", "a", "b")
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct {
		name string
		rule mapping.Rule
		want string
	}{
		{"transform", mapping.To("f").From("a").Transform(transform(t, "margin", number("1.5"))), "15"},
		{"call", mapping.To("f").If(mapping.Otherwise(), sum), "13"},
	}
	for _, row := range rows {
		m := newMapper(t, fields(mapping.KindNumber, "a", "b", "f"), row.rule.Policy(mapping.Always))
		c := plan(t, m, input{Source: src("a", number("10"), "b", number("3"))})
		if got := c.Patch["f"].Reveal(); got != row.want {
			t.Errorf("%s gives %s, want %s", row.name, got, row.want)
		}
	}
}

func TestFunctionText(t *testing.T) {
	t.Parallel()
	got := transform(t, "margin", number("1.50"), text(`a "b"`), mapping.Bool(true)).Name
	if want := `margin(1.5,"a \"b\"",true)`; got != want {
		t.Errorf("name = %s, want %s", got, want)
	}
}

func TestFunctionFaults(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"refuse": "not number", "broken": "panic of type string", "retype": "returned a bool",
	} {
		call, err := ownFunctions().Call(name, "a")
		if err != nil {
			t.Fatal(err)
		}
		rules := map[string]mapping.Rule{
			"transform": mapping.To("f").From("a").Transform(transform(t, name)),
			"if":        mapping.To("f").From("b").If(mapping.Filled("a"), call),
		}
		for op, rule := range rules {
			m := newMapper(t, fields(mapping.KindNumber, "a", "b", "f"), rule.Policy(mapping.Always))
			_, err := m.Plan(input{Source: src("a", number("4711"), "b", number("1"))})
			e, ok := errors.AsType[*mapping.FieldError](err)
			if name == "retype" && op == "if" {
				ok = ok && e.Op == "validate" // a call may give any kind; the target's is checked
			} else {
				ok = ok && e.Op == op && strings.Contains(e.Rule, name) && strings.Contains(e.Error(), want)
			}
			if !ok || e.Field != "f" || strings.Contains(e.Error(), "boom") {
				t.Errorf("%s in %s: error = %v, want a FieldError of f that names it", name, op, err)
			}
		}
	}
}

func TestFunctionProblems(t *testing.T) {
	t.Parallel()
	f := ownFunctions()
	_, list := f.Transform("margin", mapping.List())
	_, unknown := f.Transform("margn")
	_, call := f.Call("summ", "a")
	_, empty := f.Call("empty")
	_, capital := f.Transform("Trim")
	for want, err := range map[string]error{
		`did you mean "margin"?`:           unknown,
		"a list is no parameter of margin": list, "did you mean \"sum\"?": call, "has no Func": empty, "small letter first": capital,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error = %v, want %q", err, want)
		}
	}
}
