package salespos

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// EventType names what happened, as Webhook.Event does. Unknown ones are kept as
// they are.
type EventType string

// The events that are known to exist. There is none for stock or for users.
const (
	EventOrdersCreated       EventType = "orders.created"
	EventOrdersDeleted       EventType = "orders.deleted"
	EventOrdersPaid          EventType = "orders.updated.ispaid"
	EventOrdersStatus        EventType = "orders.updated.status"
	EventOrdersTrackAndTrace EventType = "orders.updated.trackandtrace"
	EventProductsCreated     EventType = "products.created"
	EventProductsUpdated     EventType = "products.updated"
	EventProductsDeleted     EventType = "products.deleted"
	EventCategoriesCreated   EventType = "categories.created"
	EventCategoriesUpdated   EventType = "categories.updated"
	EventCategoriesDeleted   EventType = "categories.deleted"
	EventReturnsCreated      EventType = "returns.created"
	EventReturnsUpdated      EventType = "returns.updated"
	EventReturnsDeleted      EventType = "returns.deleted"
	EventInvoicesStatus      EventType = "invoices.updated.status"
)

// Event says that something happened to a record of the shop. It is a hint to
// read the record again: the rest of what is delivered proves nothing and is not
// kept.
type Event struct {
	// ID is the same when the same event comes again: a hash of the delivery,
	// since the API numbers none. It is "" for events without a time, which
	// cannot be told apart.
	ID   string
	Type EventType
	// EntityID is the id of the order, product, category, return or invoice that
	// Type speaks of.
	EntityID int64
	// Triggered is when it happened; zero when the event does not tell.
	Triggered Time
	// Hash says what the signature of the delivery is worth.
	Hash HashCheck
	// Duplicate: Seen knows the event already.
	Duplicate bool
}

// HashCheck is what became of the signature of a delivery.
type HashCheck string

// The outcomes of checking a signature.
const (
	// HashMissing: the delivery is not signed. Whether the platform signs
	// deliveries is not documented.
	HashMissing HashCheck = "missing"
	// HashUnchecked: it is signed, and WithWebhookKeys names no key for it.
	HashUnchecked HashCheck = "unchecked"
	// HashWrong: it is signed with another key, or in a way that we do not know.
	HashWrong HashCheck = "wrong"
	// HashValid: it is signed by the platform.
	HashValid HashCheck = "valid"
)

// ParseWebhook reads a delivery. What happened is known from the address alone:
// make one for each type of event, as WebhookHandler does. The error does not
// repeat the body.
func ParseWebhook(event EventType, body []byte) (Event, error) {
	var doc struct {
		ID        int64           `json:"id"`
		Triggered json.RawMessage `json:"triggered_at"`
	}
	if err := decode(body, &doc); err != nil || doc.ID <= 0 {
		return Event{}, fmt.Errorf("salespos: a delivery of %q has no id that can be read", string(event))
	}
	e := Event{Type: event, EntityID: doc.ID, Triggered: instant(doc.Triggered), Hash: HashMissing}
	if !e.Triggered.IsZero() {
		sum := sha256.Sum256(append([]byte(event+"|"), body...))
		e.ID = hex.EncodeToString(sum[:])
	}
	return e, nil
}

// instant reads a time; a hint with an odd one is a hint all the same.
func instant(raw json.RawMessage) Time {
	var t Time
	if len(raw) == 0 || t.UnmarshalJSON(raw) != nil {
		return Time{}
	}
	return t
}
