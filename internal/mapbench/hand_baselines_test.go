package mapbench

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// remember is what has to be stored after a plan: hashes of what was sent and of
// what the shop then holds, of the fields that people may edit and of those that
// the shop keeps in its own form.
func (h byHand) remember(p *handPlan, a *article, before, after *product, old mapping.Baselines) mapping.Baselines {
	m := handMemory{old: old}
	now := after
	if now == nil {
		now = before
	}
	n := &p.patch
	h.rememberText(&m, "name", p.reasons[0], n.Name, now.Name)
	h.rememberText(&m, "subtitle", p.reasons[1], n.Subtitle, now.Subtitle)
	h.rememberText(&m, "description", p.reasons[2], n.Description, now.Description)
	h.rememberText(&m, "seoTitle", p.reasons[7], n.SEOTitle, now.SEOTitle)
	h.rememberText(&m, "seoText", p.reasons[8], n.SEOText, now.SEOText)
	if r := p.reasons[17]; r >= isNew || r == agreeEdited {
		m.set("weight", mapping.Baseline{Sent: h.hashNumber("weight", sentOr(n.Weight, now.Weight)), Held: h.hashNumber("weight", now.Weight)})
	}
	if r := p.reasons[22]; r >= isNew || r == agreeEdited {
		m.set("enabled", mapping.Baseline{Sent: h.hashBool("enabled", sentOr(n.Enabled, now.Enabled)), Held: h.hashBool("enabled", now.Enabled)})
	}
	h.rememberList(&m, p.reasons[24], n.Categories, before, now.Categories, a.Groups)
	h.rememberRewritten(&m, n, now)
	return m.baselines()
}

type handMemory struct{ old, changed mapping.Baselines }

func (m *handMemory) set(name string, b mapping.Baseline) {
	was, ok := m.old[name]
	if ok && was.Sent == b.Sent && was.Held == b.Held && slices.Equal(was.Elements, b.Elements) {
		return
	}
	if m.changed == nil {
		m.changed = make(mapping.Baselines, len(m.old)+8)
		maps.Copy(m.changed, m.old)
	}
	m.changed[name] = b
}

func (m *handMemory) baselines() mapping.Baselines {
	if m.changed != nil {
		return m.changed
	}
	return m.old
}

func sentOr[V any](sent value[V], held V) V {
	if sent.Set {
		return sent.V
	}
	return held
}

func (h byHand) rememberText(m *handMemory, name string, r reason, sent value[string], held string) {
	switch {
	case r >= isNew:
		b := mapping.Baseline{Sent: h.hashText(name, sent.V)}
		if b.Held = b.Sent; sent.V != held {
			b.Held = h.hashText(name, held)
		}
		m.set(name, b)
	case r == agreeEdited:
		hash := h.hashText(name, held)
		m.set(name, mapping.Baseline{Sent: hash, Held: hash})
	}
}

func (h byHand) hashNumber(name string, d decimal.Decimal) mapping.Hash {
	return h.hash(name, mapping.KindNumber, d.String())
}

func (h byHand) hashBool(name string, b bool) mapping.Hash {
	return h.hash(name, mapping.KindBool, strconv.FormatBool(b))
}

// rememberList remembers which categories are ours.
func (h byHand) rememberList(m *handMemory, r reason, sent value[[]string], before *product, held, groups []string) {
	if r < isNew && r != agree && r != listHasAll {
		return
	}
	var had []string
	if before != nil {
		had = before.Categories
	}
	ours := m.old["categories"].Elements
	var own []mapping.Hash
	for _, item := range sentOr(sent, held) {
		theirs := slices.Contains(had, item)
		if theirs && len(ours) == 0 {
			continue
		}
		if hash := h.hashText("categories[]", item); !theirs || slices.Contains(ours, hash) {
			own = append(own, hash)
		}
	}
	slices.SortFunc(own, func(x, y mapping.Hash) int { return bytes.Compare(x[:], y[:]) })
	m.set("categories", mapping.Baseline{Sent: h.hashSet("categories", groups), Held: h.hashSet("categories", held), Elements: own})
}

// hashSet hashes a list whose order means nothing.
func (h byHand) hashSet(name string, list []string) mapping.Hash {
	if len(list) == 0 {
		return h.hasher.Sum("field:"+name, []byte{0})
	}
	items := make([]string, len(list))
	for i, s := range list {
		s = normal(s)
		items[i] = string(append(binary.AppendUvarint([]byte{byte(mapping.KindText)}, uint64(len(s))), s...))
	}
	slices.Sort(items)
	items = slices.Compact(items)
	buf := binary.AppendUvarint([]byte{byte(mapping.KindList)}, uint64(len(items)))
	return h.hasher.Sum("field:"+name, append(buf, strings.Join(items, "")...))
}

// rememberRewritten is for numbers that the shop rounds.
func (h byHand) rememberRewritten(m *handMemory, n *patch, now *product) {
	check := func(name string, sent value[decimal.Decimal], held decimal.Decimal) {
		if sent.Set && !sent.V.Equal(held) {
			m.set(name, mapping.Baseline{Sent: h.hashNumber(name, sent.V), Held: h.hashNumber(name, held)})
		}
	}
	check("price", n.Price, now.Price)
	check("cost", n.Cost, now.Cost)
	check("former", n.Former, now.Former)
	check("least", n.Least, now.Least)
	check("length", n.Len, now.Len)
	check("width", n.Wide, now.Wide)
}
