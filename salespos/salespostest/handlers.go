package salespostest

import (
	"strings"
)

// need answers with an error when the first id of the path does not exist.
func (c *call) need(res string) *apiError {
	if c.w.table(res).rows[c.ids[0]] == nil {
		return c.w.noSuchID(res, c.ids[0])
	}
	return nil
}

// view is how this request sees records.
func (c *call) view() *view {
	expand := map[string]bool{}
	for name := range strings.SplitSeq(c.params.Get("expand"), ",") {
		expand[name] = true
	}
	return c.w.view(c.root, expand)
}

func list(name string) handler {
	return func(c *call) (*reply, *apiError) { return c.list(c.w.table(name), nil) }
}

// listOf lists the records whose indexed number is the id in the path.
func listOf(parent, name, by string) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(parent); err != nil {
			return nil, err
		}
		t := c.w.table(name)
		return c.list(t, append([]*record{}, t.where(by, c.ids[0])...))
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

func create(name string, store creator) handler {
	return func(c *call) (*reply, *apiError) {
		t := c.w.table(name)
		body, err := c.cleanBody(t.res.schema, rolePost)
		if err != nil {
			return nil, err
		}
		if err := c.w.checkUnique(t, body, nil); err != nil {
			return nil, err
		}
		rec, err := store(c.w, c, body)
		if err != nil {
			return nil, err
		}
		return &reply{201, c.view().record(nil, t.res, rec)}, nil
	}
}

// createIn is create below a parent, which has to exist.
func createIn(parent, name string, store creator) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(parent); err != nil {
			return nil, err
		}
		return create(name, store)(c)
	}
}

// cleanBody decodes the body and checks it against a field table.
func (c *call) cleanBody(s *schema, r role) (map[string]any, *apiError) {
	body, err := decodeObject(c.body)
	if err == nil {
		body, err = s.cleanDoc(body, r)
	}
	if err != nil {
		return nil, badBody("body: %v", err)
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

func patch(name string, store patcher) handler {
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
		changed, err := store(c.w, c, rec, body)
		if err != nil {
			return nil, err
		}
		return c.changed(changed)
	}
}

// changed is the answer to a PATCH or PUT.
func (c *call) changed(changed bool) (*reply, *apiError) {
	if !changed && c.w.cfg.sameValueErrors {
		return nil, sameValue500()
	}
	return &reply{status: 204}, nil
}

func remove(name string, drop func(*world, *record)) handler {
	return func(c *call) (*reply, *apiError) {
		if err := c.need(name); err != nil {
			return nil, err
		}
		drop(c.w, c.w.table(name).rows[c.ids[0]])
		return &reply{status: 204}, nil
	}
}

// createPlain, childOf, patchPlain and removePlain serve resources without
// rules of their own.
func createPlain(name string) creator {
	return func(w *world, _ *call, body map[string]any) (*record, *apiError) {
		return w.insert(name, 0, w.table(name).res.schema.storedDoc(body)), nil
	}
}

func childOf(name, parentKey string) creator {
	return func(w *world, c *call, body map[string]any) (*record, *apiError) {
		doc := w.table(name).res.schema.storedDoc(body)
		doc[parentKey] = number(c.ids[0])
		return w.insert(name, 0, doc), nil
	}
}

func patchPlain(name string) patcher {
	return func(w *world, _ *call, rec *record, body map[string]any) (bool, *apiError) {
		return w.update(name, rec, w.table(name).res.schema.storedDoc(body)), nil
	}
}

func removePlain(name string) func(*world, *record) {
	return func(w *world, rec *record) { w.table(name).remove(rec) }
}

// rootCollection lists the resources that this key may use.
func (c *call) rootCollection() (*reply, *apiError) {
	b := appendText([]byte(`{"href":`), c.root)
	b = append(b, `,"items":`...)
	items := []any{}
	for _, res := range c.w.resources {
		items = append(items, map[string]any{
			"href": c.root + res.name + "/", "title": res.title, "description": "", "uri": apiPath + "/" + res.name + "/",
		})
	}
	return &reply{200, append(appendValue(b, items), '}')}, nil
}
