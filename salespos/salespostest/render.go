package salespostest

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// view writes records as one request sees them: with the URLs of the host it
// asked and the sub-collections it wants expanded.
type view struct {
	w      *world
	root   string // absolute URL of the API with a slash at its end
	quoted []byte // the same inside JSON, without quotes
	expand map[string]bool

	language string              // of texts, "" for the main language
	only     map[int64][]*record // the combinations to show, by product
}

func (w *world) view(root string, expand map[string]bool) *view {
	q := appendText(nil, root)
	if expand == nil {
		expand = map[string]bool{}
	}
	return &view{w: w, root: root, quoted: q[1 : len(q)-1], expand: expand}
}

// plain is the same view without anything expanded.
func (v *view) plain() *view {
	return &view{w: v.w, root: v.root, quoted: v.quoted, language: v.language}
}

// wants reports whether a collection is to be shown.
func (v *view) wants(name string) bool {
	return v.expand[name] || v.w.reads(AlwaysExpanded) && v.expand != nil ||
		name == "productvariations" && v.expand["productvariants"]
}

// record writes the whole document of a record.
func (v *view) record(b []byte, res *resource, rec *record) []byte {
	return v.object(b, res.schema, res, rec)
}

// object writes the keys of a schema in its order. res is nil for objects
// inside a document, which have nothing to compute or expand.
func (v *view) object(b []byte, s *schema, res *resource, rec *record) []byte {
	b = append(b, '{')
	for _, f := range s.fields {
		if f.get == "-" || f.get == "hidden" || res != nil && v.omits(res.name+"."+f.key) {
			continue
		}
		start := len(b)
		if b[start-1] != '{' {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, f.key...)
		b = append(b, '"', ':')
		from := len(b)
		b = v.value(b, f, res, rec)
		if v.w.reads(SparseDocuments) && string(b[from:]) == "null" {
			b = b[:start]
		}
	}
	return append(b, '}')
}

// omits reports whether a reading leaves a key out.
func (v *view) omits(key string) bool {
	return v.w.reads(SDKKeys) && gone2025[key] || v.w.reads(TillOrders) && strings.HasPrefix(key, "orders.paymethod") && key != "orders.paymethod_costs"
}

// gone2025 are keys of 2022 that the vendor's SDK of 2025 does not name.
var gone2025 = map[string]bool{
	"products.vatrate": true, "productattributevalues.href": true, "productattributevalues.position": true,
	"productattributevalues.enable": true, "attributes.attribute_type": true, "attributes.attribute_values": true,
	"productproperties.icon": true, "productproperties.options": true, "categories.href": true, "labels.href": true,
	"users.creditpoints": true, "users.creditpointmutations": true, "users.disabledpaymethods": true, "webshops.webshops": true,
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
		return v.number(b, f, number(rec.id))
	}
	stored, ok := rec.doc[f.key]
	switch {
	case res != nil && res.name == "orders" && f.key == "customer" && v.w.reads(TillOrders) && integer(rec.doc["user_id"]) == 0:
		return append(b, "null"...)
	case !ok && res != nil && res.calc[f.key] != nil:
		return appendValue(b, res.calc[f.key](v, rec))
	case f.sub != nil && f.kind == "obj" && (!ok || stored != nil):
		sub, _ := stored.(map[string]any)
		return v.object(b, f.sub, nil, &record{doc: sub})
	case f.translated && v.language != "":
		return appendText(b, v.text(rec, f.key))
	case !ok && f.get == "null":
		return append(b, f.get...)
	case !ok && f.isNumber():
		return v.number(b, f, json.Number(f.get))
	case !ok:
		return append(b, f.get...)
	}
	if n, isNumber := stored.(json.Number); isNumber {
		return v.number(b, f, n)
	}
	return appendValue(b, stored)
}

// number writes a number, as text where the API does that.
func (v *view) number(b []byte, f *field, n json.Number) []byte {
	if f.kind == "digits" || v.w.reads(TextNumbers) {
		return append(append(append(b, '"'), n...), '"')
	}
	return append(b, n...)
}

// text is a translatable text in the language of the request.
func (v *view) text(rec *record, key string) string {
	if v.language != "" {
		if s, ok := dig(rec.doc, "translations", v.language, key).(string); ok {
			return s
		}
		if v.w.reads(NoFallback) {
			return ""
		}
	}
	return text(rec.doc[key])
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
	_, chosen := v.only[rec.id]
	wanted := v.wants(f.key) || chosen && f.key == "attributecombinations"
	if !wanted && v.w.reads(HrefOnlyLinks) {
		return append(b, '}')
	}
	b = append(b, `,"collection":[`...)
	if wanted {
		children := res.children[f.key]
		if children == nil {
			children = childrenOf(f.key, v.w.table(f.key).res.keyOf(res.name))
		}
		inner := v.plain()
		inner.only = v.only
		b = children(inner, b, rec)
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
		b = v.number(b, f, number(to.id))
	}
	shown := v.shown(f, to)
	for _, key := range slices.Sorted(maps.Keys(shown)) {
		if key == "id" || key == "href" {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(appendText(b, key), ':')
		b = appendValue(b, shown[key])
	}
	return append(b, '}')
}

// shown are the keys of a reference: what the other record says, or what was
// stored with it when there is no such record.
func (v *view) shown(f *field, to *record) map[string]any {
	name, _, _ := strings.Cut(f.path.before, `\/`)
	t := v.w.tables[name]
	if t == nil || t.rows[to.id] == nil {
		return to.doc
	}
	keys := map[string]any{}
	for _, key := range t.res.shown {
		keys[key] = t.rows[to.id].doc[key]
		if keys[key] == nil {
			keys[key] = t.res.schema.byKey[key].defaultValue()
		}
	}
	return keys
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
func (v *view) linkTo(path string, rec *record) map[string]any {
	return map[string]any{"id": rec.id, "name": v.text(rec, "name"), "href": v.url(path, rec.id, "/")}
}

// raw is a JSON array of records.
func (v *view) raw(res *resource, recs []*record) json.RawMessage {
	return append(v.records([]byte{'['}, res, recs), ']')
}
