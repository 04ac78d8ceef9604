package mapping

import "slices"

// merge makes the list to write of the target's and the source's: what others
// added stays, what we added and the source dropped goes.
func (m *Mapper[S, T, P]) merge(i int, in *Input[S, T], c *Change[P], v verdict) verdict {
	r, f := &m.rules[i], &c.Fields[i]
	mapped := f.New
	var ours []Hash
	if r.policy.kind == policyListOwn {
		ours = in.Baselines[r.name].Elements
	}
	var merged []Value
	var own []Hash
	for _, item := range elements(f.Old) {
		mine := len(ours) > 0 && slices.Contains(ours, m.elementHash(r, item))
		if mine && !contains(elements(mapped), item) {
			continue
		}
		merged = append(merged, item)
		if mine {
			own = append(own, m.elementHash(r, item))
		}
	}
	for _, item := range elements(mapped) {
		if !contains(merged, item) {
			merged = append(merged, item)
			own = append(own, m.elementHash(r, item))
		}
	}
	f.New = List(merged...)
	c.lists = append(c.lists, listMemo{field: i, mapped: mapped, own: own})
	if equal(f.New, f.Old, true) {
		return verdict{DecisionSame, caseList, "the target's list has everything", ""}
	}
	return v
}

// keepOwn notes which elements stay ours when both sides agree.
func (m *Mapper[S, T, P]) keepOwn(i int, in *Input[S, T], c *Change[P]) {
	r, f := &m.rules[i], &c.Fields[i]
	ours := in.Baselines[r.name].Elements
	var own []Hash
	if len(ours) > 0 {
		for _, item := range elements(f.New) {
			if h := m.elementHash(r, item); slices.Contains(ours, h) {
				own = append(own, h)
			}
		}
	}
	c.lists = append(c.lists, listMemo{field: i, mapped: f.New, own: own})
}

// elements are a list's elements; every other value has none.
func elements(v Value) []Value {
	if v.kind != KindList {
		return nil
	}
	return v.more.list
}

func (m *Mapper[S, T, P]) elementHash(r *fieldRule[S, T, P], item Value) Hash {
	return m.hasher.Sum(r.purpose+"[]", appendCanonical(nil, item, false))
}

func (m *Mapper[S, T, P]) elementHashes(r *fieldRule[S, T, P], list Value) []Hash {
	items := elements(list)
	if len(items) == 0 {
		return nil
	}
	own := make([]Hash, len(items))
	for i, item := range items {
		own[i] = m.elementHash(r, item)
	}
	return own
}
