package mapping

import "slices"

// merge makes the list to write of the target's and the source's: what others
// added stays, what we added and the source dropped goes.
func (p *planner[S, T, P]) merge(r *fieldRule[S, T, P], old Value, v verdict) verdict {
	mapped := p.mapped.value
	var ours []Hash
	if r.policy.kind == policyListOwn {
		ours = p.in.Baselines[r.name].Elements
	}
	var merged []Value
	var own []Hash
	for _, item := range elements(old) {
		mine := len(ours) > 0 && slices.Contains(ours, p.m.elementHash(r, item))
		if mine && !contains(elements(mapped), item) {
			continue
		}
		merged = append(merged, item)
		if mine {
			own = append(own, p.m.elementHash(r, item))
		}
	}
	for _, item := range elements(mapped) {
		if !contains(merged, item) {
			merged = append(merged, item)
			own = append(own, p.m.elementHash(r, item))
		}
	}
	p.mapped.value = List(merged...)
	p.lists = append(p.lists, listMemo{field: p.field, mapped: mapped, own: own})
	if equal(&p.mapped.value, &old, true) {
		return sameList
	}
	return v
}

// keepOwn notes which elements stay ours when both sides agree.
func (p *planner[S, T, P]) keepOwn(r *fieldRule[S, T, P]) {
	ours := p.in.Baselines[r.name].Elements
	var own []Hash
	if len(ours) > 0 {
		for _, item := range elements(p.mapped.value) {
			if h := p.m.elementHash(r, item); slices.Contains(ours, h) {
				own = append(own, h)
			}
		}
	}
	p.lists = append(p.lists, listMemo{field: p.field, mapped: p.mapped.value, own: own})
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
