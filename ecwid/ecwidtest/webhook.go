package ecwidtest

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Webhooks says where the store sends its events and how badly. Nothing is
// kept for delivery without an URL.
type Webhooks struct {
	// URL takes the events; "?eventtype=" is appended.
	URL string
	// Types are the event types to send; none means all.
	Types []string
	// Delay is how late events are sent.
	Delay time.Duration
	// Repeat is how often each event is sent once more.
	Repeat int
	// Shuffle, unless 0, is the seed of the order in which events that are due
	// together are sent.
	Shuffle uint64
	// Pace lets the retries (15, 30, 45 and 60 minutes, then every hour up to
	// 24 after the first failure) come so many times faster; 0 is once.
	Pace float64
}

// WithWebhooks sets where events go from the start.
func WithWebhooks(w Webhooks) Option { return func(c *config) { c.webhooks = w } }

// SetWebhooks changes where events go; those that wait stay in line.
func (s *Server) SetWebhooks(w Webhooks) {
	if w.Delay < 0 || w.Repeat < 0 || w.Pace < 0 {
		panic(fmt.Sprintf("ecwidtest: SetWebhooks: bad settings %+v", w))
	}
	s.enter()
	defer s.leave()
	s.cfg.webhooks = w
}

// Announce queues an event that no change in the server causes, such as
// "customer.personalDataRemovalRequest"; data is a JSON object or "". Like all
// events it is dropped when the app does not listen to it or lacks its scope.
func (s *Server) Announce(eventType string, entityID int64, data string) {
	s.enter()
	defer s.leave()
	var o object
	if data != "" {
		o = mustParse("Announce", data)
	}
	s.announce(eventType, entityID, o)
}

// event is one webhook, until it was taken or given up.
type event struct {
	id, kind string
	created  int64
	entity   int64
	data     object
	due      time.Time
	failed   time.Time // the first time
	attempts int
}

// change is what became of a record; before or after may be nil.
type change struct {
	kind          string
	id            int64
	before, after *version
}

// notes returns the listener of a table.
func (s *Server) notes(kind string) func(before, after *version) {
	return func(before, after *version) {
		s.touched = s.touched || !s.cfg.reads(NoChangeCountsZero) || !sameContent(before, after)
		if s.cfg.webhooks.URL == "" {
			return
		}
		next := change{kind: kind, before: before, after: after}
		if next.id = idOf(before); after != nil {
			next.id = after.id
		}
		for i, c := range s.changes {
			if c.kind == kind && c.id == next.id { // one event for each record and request
				s.changes[i].after = after
				return
			}
		}
		s.changes = append(s.changes, next)
	}
}

func idOf(v *version) int64 {
	if v == nil {
		return 0
	}
	return v.id
}

// sameContent compares two states without their times of update.
func sameContent(a, b *version) bool {
	if a == nil || b == nil {
		return false
	}
	plain := func(v *version) string {
		o := cloneObject(v.doc)
		for _, key := range []string{"updated", "updateTimestamp", "updateDate"} {
			delete(o, key)
		}
		return string(appendJSON(nil, o))
	}
	return plain(a) == plain(b)
}

// emit turns the changes since the last call into events.
func (s *Server) emit() {
	changes := s.changes
	s.changes = nil
	for _, c := range changes {
		switch {
		case c.kind == "order":
			s.announceOrder(c)
		case c.kind == "customer" && c.after != nil:
			s.announceChange(c, c.kind, object{"customerEmail": textOf(c.after.doc, "email")})
		case c.kind == "customer" && c.before != nil:
			s.announceChange(c, c.kind, object{"customerEmail": textOf(c.before.doc, "email")})
		default:
			s.announceChange(c, c.kind, nil)
		}
	}
}

func (s *Server) announceChange(c change, kind string, data object) {
	switch {
	case c.before == nil && c.after == nil: // came and went
	case c.before == nil:
		s.announce(kind+".created", c.id, data)
	case c.after == nil:
		s.announce(kind+".deleted", c.id, data)
	default:
		s.announce(kind+".updated", c.id, data)
	}
}

// announceOrder knows carts, which are orders in the status INCOMPLETE: one
// that is placed is a deleted cart and a new order.
func (s *Server) announceOrder(c change) {
	isCart := func(v *version) bool { return v != nil && textOf(v.doc, "paymentStatus") == "INCOMPLETE" }
	cart, order := c, c
	if isCart(c.before) {
		order.before = nil
	} else {
		cart.before = nil
	}
	if isCart(c.after) {
		order.after = nil
	} else {
		cart.after = nil
	}
	data := orderData(cart)
	data["cartId"] = cartID(c.id)
	s.announceChange(cart, "unfinished_order", data)
	s.announceChange(order, "order", orderData(order))
}

func orderData(c change) object {
	out := object{}
	for prefix, v := range map[string]*version{"old": c.before, "new": c.after} {
		if v == nil {
			continue
		}
		out["orderId"] = v.doc["id"]
		if c.after == nil {
			continue
		}
		out[prefix+"PaymentStatus"], out[prefix+"FulfillmentStatus"] = v.doc["paymentStatus"], v.doc["fulfillmentStatus"]
	}
	return out
}

// announce queues one event, if the app listens to it and may.
func (s *Server) announce(kind string, entity int64, data object) {
	w := s.cfg.webhooks
	if w.URL == "" || len(w.Types) > 0 && !slices.Contains(w.Types, kind) {
		return
	}
	app := s.newAccess(s.cfg.scopes, s.cfg.allScopes, false)
	if app.missing([]string{eventScope(kind)}) != "" {
		return
	}
	if s.cfg.reads(SnakeCaseEvents) {
		kind = snakeCase(kind)
	}
	s.events = append(s.events, &event{
		id: s.secrets.uuid(), kind: kind, created: s.now(), entity: entity, data: data,
		due: s.clock.time().Add(w.Delay),
	})
}

// eventScope is the scope without which an app does not hear of a kind.
func eventScope(kind string) string {
	subject, _, _ := strings.Cut(kind, ".")
	switch subject {
	case "order", "unfinished_order":
		return "read_orders"
	case "product", "category", "product_class":
		return "read_catalog"
	case "customer_group":
		return "read_customers"
	case "customer":
		if strings.Contains(kind, "personalData") {
			return "read_store_profile"
		}
		return "read_customers"
	case "invoice":
		return "read_invoices"
	case "discount_coupon":
		return "read_discount_coupons"
	case "promotion":
		return "read_promotion"
	case "review":
		return "read_reviews"
	}
	return "read_store_profile"
}

func snakeCase(kind string) string {
	var b strings.Builder
	for _, r := range kind {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
