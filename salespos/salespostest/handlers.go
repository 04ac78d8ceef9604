package salespostest

import (
	"encoding/json"
	"strings"
)

// need answers with an error when the first id of the path does not exist.
func (c *call) need(res string) *apiError {
	if c.w.table(res).rows[c.ids[0]] == nil {
		return noSuchID(res, c.ids[0])
	}
	return nil
}

// view is how this request sees records.
func (c *call) view() *view {
	expand := map[string]bool{}
	for name := range strings.SplitSeq(c.params.Get("expand"), ",") {
		expand[name] = true
	}
	v := c.w.view(c.root, expand)
	v.language = c.language
	return v
}

func list(name string) handler {
	return func(c *call) (*reply, *apiError) { return c.list(c.w.table(name), nil) }
}

// listIn lists the records that belong to the one in the path.
func listIn(parent, name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(parent); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		return c.list(t, append([]*record{}, t.where(t.res.keyOf(parent), c.ids[0])...))
	}
}

func get(name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(name); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		return &reply{200, c.view().record(nil, t.res, t.rows[c.ids[0]])}, nil
	}
}

// creator checks what the field table cannot and stores a clean body.
type creator func(*world, *call, map[string]any) (*record, *apiError)

func create(name string) handler {
	return func(c *call) (*reply, *apiError) {
		t := c.w.table(name)
		body, err := c.cleanBody(t.res.schema, rolePost)
		if err != nil {
			return nil, err
		}
		rec, err := c.store(t, body)
		if err != nil {
			return nil, err
		}
		return &reply{201, c.view().record(nil, t.res, rec)}, nil
	}
}

// store checks a clean body against the other records and keeps it.
func (c *call) store(t *table, body map[string]any) (*record, *apiError) {
	if err := c.w.checkUnique(t, body, nil); err != nil {
		return nil, err
	}
	if err := c.w.checkRefs(t.res, body); err != nil {
		return nil, err
	}
	language := c.language
	if !c.w.reads(PostWritesLanguage) {
		language = ""
	}
	texts := t.res.schema.takeTexts(body, language)
	rec, err := t.res.create(c.w, c, body)
	if err != nil {
		return nil, err
	}
	c.w.translate(t.res.name, rec, language, texts)
	c.w.touched(t.res, rec)
	return rec, nil
}

// createIn is create below a parent, which has to exist.
func createIn(parent, name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(parent); err != nil {
			return nil, err
		}
		return create(name)(c)
	}
}

// replaceIn is a PUT: its list replaces all children of a parent.
func replaceIn(parent, name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(parent); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		body, err := c.cleanBody(t.res.putBody, rolePost)
		if err != nil {
			return nil, err
		}
		items, err := c.putItems(t.res, body[t.res.put].([]any))
		if err != nil {
			return nil, err
		}
		for _, old := range t.where(t.res.keyOf(parent), c.ids[0]) {
			c.w.remove(name, old)
		}
		for _, item := range items {
			if _, err := c.store(t, item); err != nil {
				return nil, err
			}
		}
		return &reply{status: 204}, nil
	}
}

// putItems makes bodies of the entries of a PUT and checks them all before the
// first is stored.
func (c *call) putItems(res *resource, list []any) ([]map[string]any, *apiError) {
	var items []map[string]any
	for _, entry := range list {
		item, ok := entry.(map[string]any)
		if !ok {
			n, isNumber := entry.(json.Number)
			if !isNumber || integer(n) == 0 {
				return nil, badBody("%s: %v is no id", res.put, entry)
			}
			item = map[string]any{res.putItem: n}
		}
		if err := c.w.checkRefs(res, item); err != nil {
			return nil, err
		}
		if err := c.w.checkFiles(item); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// cleanBody decodes the body and checks it against a field table.
func (c *call) cleanBody(s *schema, r role) (map[string]any, *apiError) {
	if limit := c.w.cfg.payloadLimit; limit > 0 && len(c.body) > limit {
		return nil, &apiError{status: 500, code: "500.80", msg: "payload too big"}
	}
	body, err := decodeObject(c.body)
	if err == nil && c.w.reads(LenientBodies) {
		s.pick(body, r)
	}
	if err == nil {
		body, err = s.cleanDoc(body, r)
	}
	if err != nil {
		return nil, badBody("body: %v", err)
	}
	if err := c.w.checkFiles(body); err != nil {
		return nil, err
	}
	return body, nil
}

// checkUnique refuses a text that another record holds already.
func (w *world) checkUnique(t *table, body map[string]any, own *record) *apiError {
	if t.res.unique == "" || body[t.res.unique] == nil {
		return nil
	}
	want := t.res.indexes[t.res.unique](&record{doc: body})
	for _, rec := range t.index(t.res.unique).equal(want) {
		if rec != own {
			return taken(t.res.unique)
		}
	}
	return nil
}

// patcher changes a record by a clean body and reports whether anything is
// different afterwards.
type patcher func(*world, *call, *record, map[string]any) (bool, *apiError)

func patch(name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(name); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		rec := t.rows[c.ids[0]]
		body, err := c.cleanBody(t.res.schema, rolePatch)
		if err != nil {
			return nil, err
		}
		if err := c.w.checkUnique(t, body, rec); err != nil {
			return nil, err
		}
		if err := c.w.checkRefs(t.res, body); err != nil {
			return nil, err
		}
		texts := t.res.schema.takeTexts(body, c.language)
		changed, err := t.res.patch(c.w, c, rec, body)
		if err != nil {
			return nil, err
		}
		translated := c.w.translate(name, rec, c.language, texts)
		if changed || translated {
			c.w.touched(t.res, rec)
		}
		return c.changed(changed || translated)
	}
}

// changed is the answer to a PATCH or PUT.
func (c *call) changed(changed bool) (*reply, *apiError) {
	if !changed && c.w.reads(SameValueErrors) {
		return nil, sameValue500()
	}
	return &reply{status: 204}, nil
}

func drop(name string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(name); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		if err := t.res.drop(c.w, t.rows[c.ids[0]]); err != nil {
			return nil, err
		}
		return &reply{status: 204}, nil
	}
}

// createPlain, patchPlain and dropPlain serve resources without rules of their
// own. A record that is made below a parent belongs to it.
func createPlain(res *resource) creator {
	return func(w *world, c *call, body map[string]any) (*record, *apiError) {
		doc := res.schema.storedDoc(body)
		if owner, _, below := strings.Cut(c.path, "/"); below {
			doc[res.keyOf(owner)] = number(c.ids[0])
		}
		return w.insert(res.name, 0, doc), nil
	}
}

func patchPlain(res *resource) patcher {
	return func(w *world, _ *call, rec *record, body map[string]any) (bool, *apiError) {
		return w.update(res.name, rec, res.schema.storedDoc(body)), nil
	}
}

func dropPlain(res *resource) func(*world, *record) *apiError {
	return func(w *world, rec *record) *apiError {
		w.remove(res.name, rec)
		return nil
	}
}

// rootCollection lists the resources that this key may use.
func (c *call) rootCollection() (*reply, *apiError) {
	items := []any{}
	for _, name := range offered() {
		if c.w.cfg.denied[name] || c.w.hides(name) {
			continue
		}
		items = append(items, map[string]any{
			"href": c.root + name + "/", "title": name, "description": "", "uri": apiPath + "/" + name + "/",
		})
	}
	b := appendText([]byte(`{"href":`), c.root)
	return &reply{200, append(appendValue(append(b, `,"items":`...), items), '}')}, nil
}
