package mapping

import "slices"

// merge makes the list to write of the target's and the source's: what others
// added stays, what we added and the source dropped goes.
func (p *planner[S, T, P]) merge(r *fieldRule[S, T, P], v verdict) verdict {
	mapped := p.mapped.value
	wanted, have := elements(&mapped), elements(&p.old)
	var ours []Hash
	if r.policy.kind == policyListOwn {
		ours = p.in.Baselines[r.name].Elements
	}
	merged := make([]Value, 0, len(have)+len(wanted))
	for i := range have {
		dropped := len(ours) > 0 && !contains(wanted, &have[i]) && slices.Contains(ours, p.m.elementHash(r, &have[i]))
		if !dropped {
			merged = append(merged, have[i])
		}
	}
	changed := len(merged) < len(have)
	for i := range wanted {
		if !contains(merged, &wanted[i]) {
			merged, changed = append(merged, wanted[i]), true
		}
	}
	p.mapped.clear = p.mapped.clear && len(merged) == 0
	if !p.mapped.clear { // else it is the target's empty form already
		p.mapped.value = Value{kind: KindList, more: &more{list: merged}}
	}
	p.merged = append(p.merged, sourceList{p.field, mapped})
	if !changed {
		return sameList
	}
	return v
}

// elements are a list's elements; every other value has none.
func elements(v *Value) []Value {
	if v.kind != KindList {
		return nil
	}
	return v.more.list
}

func (m *Mapper[S, T, P]) elementHash(r *fieldRule[S, T, P], item *Value) Hash {
	return m.hasher.value(r.itemPurpose, item, false)
}

// ownElements are the hashes of the elements that are ours once the target holds
// the new list: those that it did not have, and those that were ours already.
func (m *Mapper[S, T, P]) ownElements(r *fieldRule[S, T, P], v values, ours []Hash) []Hash {
	var own []Hash
	before := elements(&v.old)
	for _, item := range elements(&v.new) {
		theirs := contains(before, &item)
		if theirs && len(ours) == 0 {
			continue
		}
		if h := m.elementHash(r, &item); !theirs || slices.Contains(ours, h) {
			own = append(own, h)
		}
	}
	return own
}
