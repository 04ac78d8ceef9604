package salespostest

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// page is the part of a list that a request wants.
type page struct {
	start, size int
	recs        []*record
	more        bool // there are records behind it
}

// list answers with the records of a table, or with those of a part of it when
// recs is not nil: filtered, ordered and, where the API does that, in pages.
func (c *call) list(t *table, recs []*record) (*reply, *apiError) {
	if err := c.checkParams(t.res); err != nil {
		return nil, err
	}
	keep, exact, err := c.filters(t)
	if err != nil {
		return nil, err
	}
	if recs == nil && exact != nil {
		recs = exact
	}
	return c.answerPage(c.view(), t, recs, keep)
}

// answerPage answers with the page that the request wants of the records, all
// of the table when recs is nil, that pass the tests.
func (c *call) answerPage(v *view, t *table, recs []*record, keep []func(*record) bool) (*reply, *apiError) {
	p, err := c.pageWanted(t.res.paged)
	if err != nil {
		return nil, err
	}
	skip := p.start
	all := c.ordered(t, recs, 0)
	if recs == nil && len(keep) == 0 {
		all, skip = c.ordered(t, nil, skip), 0
	}
	p.take(all, keep, skip)
	b := c.envelope(make([]byte, 0, 1024+len(p.recs)*t.size), t.res.paged, p)
	if len(p.recs) == 0 && c.w.reads(NullItems) {
		return &reply{200, append(b, "null}"...)}, nil
	}
	b = append(v.records(append(b, '['), t.res, p.recs), ']', '}')
	if len(p.recs) > 0 {
		t.size = len(b)/len(p.recs) + 1
	}
	return &reply{200, b}, nil
}

// take collects the page from the records in order.
func (p *page) take(all iter.Seq[*record], keep []func(*record) bool, skip int) {
	for rec := range all {
		if slices.ContainsFunc(keep, func(k func(*record) bool) bool { return !k(rec) }) {
			continue
		}
		switch {
		case skip > 0:
			skip--
		case len(p.recs) == p.size:
			p.more = true
			return
		default:
			p.recs = append(p.recs, rec)
		}
	}
}

// ordered yields the records in the order that the request asks for, by id
// when it asks for none that is documented.
func (c *call) ordered(t *table, recs []*record, skip int) iter.Seq[*record] {
	name, desc := strings.CutSuffix(c.params.Get("orderby"), "_desc")
	by, ok := t.res.orderby[name]
	if !ok {
		by, desc = "id", desc && name == "id" || !c.params.Has("orderby") && c.w.reads(NewestFirst)
	}
	x := t.index(by)
	if recs == nil {
		return x.walk(desc, skip)
	}
	return slices.Values(sortedBy(recs, x.key, desc))
}

// sortedBy orders a few records by a key.
func sortedBy(recs []*record, key func(*record) sortKey, desc bool) []*record {
	return slices.SortedFunc(slices.Values(recs), func(a, b *record) int {
		c := entry{key(a), a}.compare(entry{key(b), b})
		if desc {
			return -c
		}
		return c
	})
}

// filters returns the tests that the query asks for and, when one of them has
// an index, the records that pass that one. Unknown parameters are ignored.
func (c *call) filters(t *table) (keep []func(*record) bool, exact []*record, err *apiError) {
	for name, values := range c.params {
		if by := t.res.exact[name]; by != "" {
			keep = append(keep, func(r *record) bool { return text(r.doc[by]) == values[0] })
			exact = append([]*record{}, t.index(by).equal(sortKey{text: values[0]})...)
			continue
		}
		f := t.res.filters[name]
		if f == nil {
			continue
		}
		test, bad := f(c.w, values[0])
		if bad != nil {
			return nil, nil, badBody("%s: %v", name, bad)
		}
		keep = append(keep, test)
	}
	switch {
	case t.res.name == "orders" && !c.params.Has("is_completed"):
		keep = append(keep, func(r *record) bool { return flag(r.doc, "is_completed", true) })
	case t.res.name == "products" && c.w.reads(Trash):
		keep = append(keep, func(r *record) bool { return !flag(r.doc, "trashed", false) })
	}
	return keep, exact, nil
}

// checkParams refuses what the API is taken to ignore, when it is set to: first
// unknown names, then unknown values.
func (c *call) checkParams(res *resource) *apiError {
	if !c.w.reads(ParameterErrors) {
		return nil
	}
	for name := range c.params {
		switch {
		case name == "orderby" || name == "expand" || res.exact[name] != "" || res.filters[name] != nil:
		case (name == "start" || name == "size") && res.paged:
		case name == "quantity" && res.name == "products": // of the shipping cost
		default:
			return badBody("unknown parameter %q", name)
		}
	}
	if by := c.params.Get("orderby"); by != "" && res.orderby[strings.TrimSuffix(by, "_desc")] == "" {
		return badBody("orderby: no order %q", by)
	}
	if names := c.params.Get("expand"); names != "" && !res.expands(names) {
		return badBody("expand: nothing to expand in %q", names)
	}
	return nil
}

// expands reports whether each name is a collection of the resource.
func (r *resource) expands(names string) bool {
	for name := range strings.SplitSeq(names, ",") {
		f := r.schema.byKey[name]
		_, computed := r.calc[name]
		if name != "productvariants" && (f == nil || f.kind != "linkx" && !computed) {
			return false
		}
	}
	return true
}

// pageWanted reads start and size; lists that are not paged ignore them.
func (c *call) pageWanted(paged bool) (*page, *apiError) {
	p := &page{size: c.w.cfg.pageSize}
	if !paged {
		p.size = -1
		return p, nil
	}
	for _, f := range []struct {
		name  string
		to    *int
		least int
	}{{"start", &p.start, 0}, {"size", &p.size, 1}} {
		if !c.params.Has(f.name) {
			continue
		}
		n, err := strconv.Atoi(c.params.Get(f.name))
		if err != nil || n < f.least {
			return nil, badBody("%s: %q is no number from %d on", f.name, c.params.Get(f.name), f.least)
		}
		*f.to = n
	}
	if p.size > c.w.cfg.pageCap {
		if c.w.reads(PageRefusal) {
			return nil, badBody("size: %d is more than %d", p.size, c.w.cfg.pageCap)
		}
		p.size = c.w.cfg.pageCap
	}
	return p, nil
}

// envelope writes everything of a collection before its items.
func (c *call) envelope(b []byte, paged bool, p *page) []byte {
	href := c.root + c.path + "/"
	if !paged {
		return append(appendText(append(b, `{"href":`...), href), `,"items":`...)
	}
	b = fmt.Appendf(b, `{"start":%d,"size":%d,"href":`, p.start, p.size)
	b = appendText(b, href)
	link := func(key string, start int, ok bool) {
		b = append(b, `,"`+key+`":`...)
		if !ok {
			b = append(b, "null"...)
			return
		}
		b = appendText(b, href+"?"+pageQuery(c.query, start, p.size))
	}
	full := c.w.reads(EmptyLastPage) && len(p.recs) == p.size
	link("first", 0, true)
	link("previous", max(0, p.start-p.size), p.start > 0)
	link("next", p.start+p.size, p.more || full)
	return append(b, `,"items":`...)
}

// pageQuery is the query of another page: the same parameters in the same
// spelling, with another start and the size that was used.
func pageQuery(query string, start, size int) string {
	parts := []string{"start=" + strconv.Itoa(start), "size=" + strconv.Itoa(size)}
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		if part != "" && name != "start" && name != "size" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "&")
}

// plainCollection answers with computed items.
func (c *call) plainCollection(items []any) (*reply, *apiError) {
	return &reply{200, appendValue(nil, map[string]any{"href": c.root + c.path + "/", "items": items})}, nil
}
