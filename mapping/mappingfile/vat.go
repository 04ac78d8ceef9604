package mappingfile

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// vat is the call of a method of mapping.Rates.
type vat struct {
	price, class string
	rates        mapping.Rates
	scale        int32
}

func (v vat) add() mapping.Call    { return v.rates.AddVAT(v.price, v.class) }
func (v vat) remove() mapping.Call { return v.rates.RemoveVAT(v.price, v.class, v.scale) }

func vatKey(name, doc, def string, keys keys[vat], call func(vat) mapping.Call) key[branch] {
	return key[branch]{name, doc, ref(def), func(r *reader, at place, n *node, b *branch) {
		var v vat
		if !object(r, at, n, keys, &v) {
			return
		}
		c := call(v)
		if c.Err != nil {
			r.report(at, "", "%s", c.Err)
		}
		b.value = c
	}}
}

func addVATKeys() keys[vat] {
	return keys[vat]{required: []string{"price", "class", "rates"}, all: []key[vat]{
		{"price", "The source path of the price.", textSchema(), func(r *reader, at place, n *node, v *vat) { v.price, _ = r.text(at, n) }},
		{"class", "The source path of the tax class.", textSchema(), func(r *reader, at place, n *node, v *vat) { v.class, _ = r.text(at, n) }},
		{"rates", "The rate in percent for each tax class: {high: 21, low: 9}.", objectOf(schema{"type": "number", "minimum": 0}), readRates},
	}}
}

func removeVATKeys() keys[vat] {
	keys := addVATKeys()
	keys.required = append(keys.required, "scale")
	keys.all = append(keys.all, key[vat]{
		"scale", "The decimals of the price without VAT; four keep the cents right.", schema{"type": "integer", "minimum": 0, "maximum": 30},
		func(r *reader, at place, n *node, v *vat) { v.scale = int32(r.whole(at, n, 0, 30)) },
	})
	return keys
}

func readRates(r *reader, at place, n *node, v *vat) {
	if !r.is(at, n, isObject) {
		return
	}
	v.rates = mapping.Rates{}
	for _, m := range n.members {
		if rate, ok := r.number(at.member(m.key, m.value), m.value); ok {
			v.rates[m.key] = rate
		}
	}
}

// vatNode writes a call of mapping.Rates; n is nil for any other one.
func vatNode(c mapping.Call) (key string, n *node) {
	form := regexp.MustCompile(`^(AddVAT|RemoveVAT)\(\{(.*)\}(?:,([0-9]+))?\)$`).FindStringSubmatch(c.Name)
	if form == nil || len(c.Paths) != 2 {
		return "", nil
	}
	rates, ok := parseRates(form[2])
	if !ok || (form[1] == "RemoveVAT") != (form[3] != "") {
		return "", nil
	}
	out := flowNode()
	out.put("price", textNode(c.Paths[0]))
	out.put("class", textNode(c.Paths[1]))
	out.put("rates", ratesNode(rates))
	if form[1] == "AddVAT" {
		return "add_vat", out
	}
	out.put("scale", &node{kind: isNumber, text: form[3]})
	return "remove_vat", out
}

// parseRates reads "high":21,"low":9.
func parseRates(s string) (rates mapping.Rates, ok bool) {
	rates = mapping.Rates{}
	for s != "" {
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return nil, false
		}
		class, err := strconv.Unquote(quoted)
		if err != nil {
			return nil, false
		}
		number, rest, _ := strings.Cut(strings.TrimPrefix(s[len(quoted):], ":"), ",")
		if rates[class], err = decimal.NewFromString(number); err != nil {
			return nil, false
		}
		s = rest
	}
	return rates, true
}

func ratesNode(rates mapping.Rates) *node {
	out := flowNode()
	for _, class := range slices.Sorted(maps.Keys(rates)) {
		out.put(class, &node{kind: isNumber, text: rates[class].String()})
	}
	return out
}
