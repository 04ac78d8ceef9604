package salespostest

import (
	"maps"
	"slices"
	"strconv"
)

// view writes records as one request sees them: with the URLs of the host it
// asked and the sub-collections it wants expanded.
type view struct {
	w      *world
	root   string // absolute URL of the API with a slash at its end
	quoted []byte // the same inside JSON, without quotes
	expand map[string]bool
}

func (w *world) view(root string, expand map[string]bool) *view {
	q := appendText(nil, root)
	return &view{w: w, root: root, quoted: q[1 : len(q)-1], expand: expand}
}

// record writes the whole document of a record.
func (v *view) record(b []byte, res *resource, rec *record) []byte {
	return v.object(b, res.schema, res, rec)
}

// object writes the keys of a schema in its order. res is nil for objects
// inside a document, which have nothing to compute or expand.
func (v *view) object(b []byte, s *schema, res *resource, rec *record) []byte {
	b = append(b, '{')
	first := true
	for _, f := range s.fields {
		if f.get == "-" || f.get == "hidden" {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(b, '"')
		b = append(b, f.key...)
		b = append(b, '"', ':')
		b = v.value(b, f, res, rec)
	}
	return append(b, '}')
}

func (v *view) value(b []byte, f *field, res *resource, rec *record) []byte {
	switch f.kind {
	case "url":
		return v.href(b, f.path, rec)
	case "link":
		return append(v.href(append(b, `{"href":`...), f.path, rec), '}')
	case "linkx":
		return v.expandable(b, f, res, rec)
	case "ref", "rootref":
		return v.reference(b, f, rec)
	}
	if f.key == "id" {
		return strconv.AppendInt(b, rec.id, 10)
	}
	stored, ok := rec.doc[f.key]
	switch {
	case !ok && res != nil && res.calc[f.key] != nil:
		return appendValue(b, res.calc[f.key](v, rec))
	case f.sub != nil && f.kind == "obj" && (!ok || stored != nil):
		sub, _ := stored.(map[string]any)
		return v.object(b, f.sub, nil, &record{doc: sub})
	case ok:
		return appendValue(b, stored)
	}
	return append(b, f.get...)
}

func (v *view) href(b []byte, t template, rec *record) []byte {
	b = append(append(append(b, '"'), v.quoted...), t.before...)
	switch t.key {
	case "":
	case "id":
		b = strconv.AppendInt(b, rec.id, 10)
	default:
		b = strconv.AppendInt(b, integer(rec.doc[t.key]), 10)
	}
	return append(append(b, t.after...), '"')
}

// expandable writes a link with its collection, which is empty unless this
// request asked for it.
func (v *view) expandable(b []byte, f *field, res *resource, rec *record) []byte {
	b = v.href(append(b, `{"href":`...), f.path, rec)
	wanted := v.expand[f.key] || f.key == "productvariations" && v.expand["productvariants"]
	if !wanted && v.w.cfg.hrefOnlyLinks {
		return append(b, '}')
	}
	b = append(b, `,"collection":[`...)
	if children := res.children[f.key]; wanted && children != nil {
		b = children(&view{w: v.w, root: v.root, quoted: v.quoted}, b, rec)
	}
	return append(b, ']', '}')
}

func (v *view) reference(b []byte, f *field, rec *record) []byte {
	sub, _ := rec.doc[f.key].(map[string]any)
	if sub == nil {
		if f.kind == "rootref" {
			return append(b, `{"href":null,"id":null}`...)
		}
		return append(b, "null"...)
	}
	to := &record{id: integer(sub["id"]), doc: sub}
	b = append(b, '{')
	if to.id != 0 {
		b = append(v.href(append(b, `"href":`...), f.path, to), `,"id":`...)
		b = strconv.AppendInt(b, to.id, 10)
	}
	for _, key := range slices.Sorted(maps.Keys(sub)) {
		if key == "id" || key == "href" {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(appendText(b, key), ':')
		b = appendValue(b, sub[key])
	}
	return append(b, '}')
}

// records writes them one after another, with commas between.
func (v *view) records(b []byte, res *resource, recs []*record) []byte {
	for i, rec := range recs {
		if i > 0 {
			b = append(b, ',')
		}
		b = v.record(b, res, rec)
	}
	return b
}

// url makes an absolute URL for a computed key.
func (v *view) url(path string, id int64, after string) string {
	return v.root + path + strconv.FormatInt(id, 10) + after
}

// linkTo writes {"id","name","href"} of a record.
func linkTo(v *view, path string, rec *record) map[string]any {
	return map[string]any{"id": rec.id, "name": rec.doc["name"], "href": v.url(path, rec.id, "/")}
}
