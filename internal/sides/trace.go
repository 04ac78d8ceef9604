package sides

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// nameMappings names the mappings of a flow to people.
func nameMappings(all ...mapping.Identity) string {
	names := make([]string, len(all))
	for i, identity := range all {
		names[i] = identity.String()
	}
	return strings.Join(names, ", ")
}

// traced is one record of a work that can be explained. In plans its fields have the
// prefix before their names.
type traced struct {
	prefix string
	fields []string
	why    func(field string) (mapping.Explanation, error)
}

func explain[S, T, P any](prefix string, m *mapping.Mapper[S, T, P], in mapping.Input[S, T]) traced {
	return traced{prefix, m.Fields(), func(field string) (mapping.Explanation, error) { return m.Why(in, field) }}
}

// traceOf explains the records that a work maps together.
func traceOf(records ...traced) *pass.Trace {
	t := &pass.Trace{}
	for _, r := range records {
		for _, field := range r.fields {
			t.Fields = append(t.Fields, r.prefix+field)
		}
	}
	t.WhyFunc = func(name string) (mapping.Explanation, error) {
		for _, r := range records {
			field, ok := strings.CutPrefix(name, r.prefix)
			if !ok || !slices.Contains(r.fields, field) {
				continue
			}
			e, err := r.why(field)
			e.Change.Field = name
			return e, err
		}
		return mapping.Explanation{}, fmt.Errorf("no rule is for the field %q: %s", name, mapping.Suggest(name, t.Fields))
	}
	return t
}

// compare lists what two mappings do differently with one record.
func compare[S, T, P any](prefix string, before, after *mapping.Mapper[S, T, P], in mapping.Input[S, T]) []mapping.Difference {
	one := func(yield func(string, mapping.Input[S, T]) bool) { yield("", in) }
	all := slices.Collect(mapping.Impact(before, after, one))
	for i := range all {
		all[i].Field = prefix + all[i].Field
	}
	return all
}

func (f *productFlow) trace(w *productWork) *pass.Trace {
	records := []traced{explain("", f.products, productInput(w))}
	variants, _ := f.sellable(&w.Item.Record)
	for _, v := range variants {
		records = append(records, explain(ofVariant(v), f.variants, f.variantInput(w, v)))
	}
	return traceOf(records...)
}

func (f *productFlow) impact(w *productWork) []mapping.Difference {
	all := compare("", f.before.products, f.products, productInput(w))
	variants, _ := f.sellable(&w.Item.Record)
	for _, v := range variants {
		all = append(all, compare(ofVariant(v), f.before.variants, f.variants, f.variantInput(w, v))...)
	}
	return all
}

func (f *categoryFlow) trace(w *categoryWork) *pass.Trace {
	return traceOf(explain("", f.mapper, categoryInput(w)))
}

func (f *categoryFlow) impact(w *categoryWork) []mapping.Difference {
	return compare("", f.before, f.mapper, categoryInput(w))
}

// trace explains the order and its own lines; those for discounts and fees stand in
// the total.
func (f *orderFlow) trace(w *orderWork) *pass.Trace {
	records := []traced{explain("", f.orders, orderInput(w))}
	lines := w.Item.Record.lines
	for i := range lines {
		in := mapping.Input[catalog.ShopLine, salespos.OrderRow]{Source: &lines[i]}
		records = append(records, explain(fmt.Sprintf("line %d: ", i+1), f.rows, in))
	}
	return traceOf(records...)
}

func (b *buyers) trace(w *buyerWork) *pass.Trace {
	return traceOf(explain("", b.mapper, buyerInput(w)))
}
