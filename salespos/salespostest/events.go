package salespostest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
)

// change is one record that a request or a test made, changed or removed.
type change struct {
	resource string
	rec      *record
	before   map[string]any // nil: it did not exist
}

// event is one kind of webhook: of which resource, and what has to have
// happened. A document is nil when the record did not exist, or does no more.
type event struct {
	name, resource string
	happened       func(before, after map[string]any) bool
}

// events are those that are known to exist. Others cannot be subscribed to.
// Whether a change of stock is an update of the product is not known.
func events(stockCounts bool) []event {
	list := []event{
		{"orders.created", "orders", func(before, after map[string]any) bool { return !completed(before) && completed(after) }},
		{"orders.updated.ispaid", "orders", keyMoved("paid")},
		{"orders.updated.status", "orders", keyMoved("status")},
		{"orders.updated.trackandtrace", "orders", keyMoved("track_and_trace_code", "track_and_trace_carrier")},
		{"orders.deleted", "orders", gone},
		{"invoices.updated.status", "invoices", keyMoved("status")},
	}
	for _, resource := range []string{"products", "categories", "returns"} {
		list = append(list,
			event{resource + ".created", resource, func(before, after map[string]any) bool { return before == nil && after != nil }},
			event{resource + ".updated", resource, func(before, after map[string]any) bool {
				return before != nil && after != nil && (stockCounts || !sameButStock(before, after))
			}},
			event{resource + ".deleted", resource, gone})
	}
	return list
}

func sameButStock(before, after map[string]any) bool {
	before, after = maps.Clone(before), maps.Clone(after)
	delete(before, "stock")
	delete(after, "stock")
	return sameValue(before, after)
}

func completed(doc map[string]any) bool { return doc != nil && flag(doc, "is_completed", true) }

func gone(before, after map[string]any) bool { return before != nil && after == nil }

// keyMoved reports whether a key of a record that was complete before differs.
func keyMoved(keys ...string) func(before, after map[string]any) bool {
	return func(before, after map[string]any) bool {
		return completed(before) && after != nil && slices.ContainsFunc(keys, func(key string) bool {
			return !sameValue(before[key], after[key])
		})
	}
}

// note remembers a change. Several changes of one record are one.
func (w *world) note(name string, rec *record, before map[string]any) {
	known := slices.ContainsFunc(w.changes, func(c change) bool { return c.rec == rec })
	if !known && slices.ContainsFunc(w.events, func(e event) bool { return e.resource == name }) {
		w.changes = append(w.changes, change{resource: name, rec: rec, before: before})
	}
}

// settle turns the changes of a request into webhooks.
func (w *world) settle() {
	for _, c := range w.changes {
		after := c.rec.doc
		if w.table(c.resource).rows[c.rec.id] != c.rec || flag(after, "trashed", false) {
			after = nil
		}
		for _, e := range w.events {
			if e.resource == c.resource && e.happened(c.before, after) {
				w.queue(e, c, after)
			}
		}
	}
	w.changes = nil
}

// mail is one webhook on its way. It keeps the text that it had when it was
// sent off: a later change makes another one.
type mail struct {
	Hook     int64           `json:"hook"`
	Event    string          `json:"event"`
	Body     json.RawMessage `json:"body"`
	Attempts int             `json:"attempts"`
}

// queue sends an event off to all active webhooks for it.
func (w *world) queue(e event, c change, after map[string]any) {
	for _, hook := range w.table("webhooks").all() {
		if hook.doc["event"] == e.name && flag(hook.doc, "is_active", true) {
			w.mail = append(w.mail, &mail{Hook: hook.id, Event: e.name, Body: w.payload(e, c, after)})
		}
	}
}

// payload is the flat document of a webhook. It names neither event nor shop.
func (w *world) payload(e event, c change, after map[string]any) []byte {
	doc := after
	if doc == nil {
		doc = c.before
	}
	v := w.view(w.base+apiPath+"/", nil)
	if e.resource == "orders" {
		return w.orderPayload(v, e, c, doc)
	}
	if w.reads(FullWebhooks) {
		return v.record(nil, w.table(e.resource).res, &record{id: c.rec.id, doc: doc, values: c.rec.values})
	}
	return appendValue(nil, map[string]any{"id": c.rec.id})
}

// orderPayload writes the keys of an order event in the order in which they
// were seen.
func (w *world) orderPayload(v *view, e event, c change, doc map[string]any) []byte {
	b := append([]byte(`{"triggered_at":`), appendText(nil, w.stamp())...)
	add := func(key string, value any) { b = appendValue(append(appendText(append(b, ','), key), ':'), value) }
	or := func(value, missing any) any {
		if value == nil {
			return missing
		}
		return value
	}
	add("href", v.url("orders/", c.rec.id, ""))
	add("id", c.rec.id)
	add("order_number", doc["ordernumber"])
	add("ordernumber_prefix", doc["ordernumber_prefix"])
	add("ordernumber_full", doc["ordernumber_full"])
	add("total_price", or(doc["total_price"], number(0)))
	created := e.name == "orders.created"
	if created || e.name == "orders.updated.status" {
		add("status", doc["status"])
	}
	if e.name == "orders.updated.status" {
		add("previous_status", c.before["status"])
	}
	if created || e.name == "orders.updated.ispaid" {
		add("paid", flag(doc, "paid", false))
	}
	if created || e.name == "orders.updated.trackandtrace" {
		add("track_and_trace_code", or(doc["track_and_trace_code"], ""))
		add("track_and_trace_carrier", doc["track_and_trace_carrier"])
	}
	add("customer_email", or(dig(doc, "customer", "email"), ""))
	add("customer_mobile", text(dig(doc, "customer", "billingaddress", "mobile")))
	return append(b, '}')
}

// hookKey is the secret of a webhook: what a test gave it, or the server's own.
func hookKey(hook *record) string {
	if key := text(hook.doc["key"]); key != "" {
		return key
	}
	sum := sha256.Sum256([]byte("webhook " + string(number(hook.id))))
	return hex.EncodeToString(sum[:16])
}

func (w *world) createWebhook(c *call, body map[string]any) (*record, *apiError) {
	if err := w.checkWebhook(body); err != nil {
		return nil, err
	}
	return createPlain(w.table("webhooks").res)(w, c, body)
}

func (w *world) patchWebhook(c *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.checkWebhook(body); err != nil {
		return false, err
	}
	return patchPlain(w.table("webhooks").res)(w, c, rec, body)
}

func (w *world) checkWebhook(body map[string]any) *apiError {
	name, ok := body["event"]
	if ok && !slices.ContainsFunc(w.events, func(e event) bool { return e.name == name }) {
		return badBody("event: no event %q", name)
	}
	if address, ok := body["address"]; ok && !isURL(text(address)) {
		return badBody("address: %q is no absolute URL", address)
	}
	return nil
}
