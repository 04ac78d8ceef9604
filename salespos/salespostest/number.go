package salespostest

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// maxExponent bounds numbers such as 1e1000000, which would fill the memory.
const maxExponent = 64

// ratOf returns the exact value of a JSON number.
func ratOf(n json.Number) (*big.Rat, error) {
	if i := strings.IndexAny(string(n), "eE"); i >= 0 {
		exp, err := strconv.Atoi(string(n[i+1:]))
		if err != nil || exp > maxExponent || exp < -maxExponent {
			return nil, fmt.Errorf("number %s is out of range", n)
		}
	}
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return nil, fmt.Errorf("%q is no number", string(n))
	}
	return r, nil
}

// plainNumber writes a number as the API does: no exponent, whole amounts as
// integers, no zeros at the end. Text that has this form already is kept.
func plainNumber(n json.Number, r *big.Rat) json.Number {
	if r.IsInt() {
		return json.Number(r.Num().String())
	}
	if !strings.ContainsAny(string(n), "eE") {
		return json.Number(strings.TrimRight(string(n), "0"))
	}
	return rounded(r, 2*maxExponent)
}

// rounded writes r with at most that many decimals, half away from zero.
func rounded(r *big.Rat, places int) json.Number {
	s := r.FloatString(places)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return json.Number(s)
}

// money rounds to 2 decimals, half up.
func money(r *big.Rat) json.Number { return rounded(r, 2) }

// quantity writes a stock or a weight.
func quantity(r *big.Rat) json.Number { return rounded(r, 6) }

// rat reads a number of a stored document; missing and null are 0.
func rat(v any) *big.Rat {
	if n, ok := v.(json.Number); ok {
		if r, err := ratOf(n); err == nil {
			return r
		}
	}
	return new(big.Rat)
}

// integer reads an int of a stored document; missing and null are 0.
func integer(v any) int64 {
	n, _ := v.(json.Number)
	i, err := n.Int64()
	if err != nil {
		return 0
	}
	return i
}

// number makes a JSON number of an integer.
func number(i int64) json.Number { return json.Number(strconv.FormatInt(i, 10)) }

func text(v any) string {
	s, _ := v.(string)
	return s
}
