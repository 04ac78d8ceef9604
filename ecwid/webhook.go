package ecwid

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// SignatureHeader is the header that signs a webhook.
const SignatureHeader = "X-Ecwid-Webhook-Signature"

// ErrUnverified: a request does not prove that Ecwid sent it.
var ErrUnverified = errors.New("ecwid: the sender is not verified")

// Event says that something happened in a store. It is a hint to read the record
// again, not data: the signature covers ID and Created alone, so that whoever
// once saw an event can send another one under its signature. Events come more
// than once, late and in any order, for writes of this app too.
type Event struct {
	// ID is unique for each event and the same when it comes again.
	ID      string
	Created Time
	Type    EventType
	StoreID int64
	// EntityID is the id of the record: the internal number of an order, the id
	// of the store for profile and application events. 0 when it is no number.
	EntityID int64
	Data     EventData
	// Duplicate: Seen knows the event already; it came again or was replayed.
	Duplicate bool
}

// EventData is what some events tell in addition. An e-mail address in it is not
// kept.
type EventData struct {
	// OrderID is the public id for events of orders and invoices, the internal
	// number for those of reviews.
	OrderID OrderID `json:"orderId"`
	CartID  string  `json:"cartId"`
	// The statuses of an updated order are equal when another field changed.
	OldPaymentStatus      PaymentStatus     `json:"oldPaymentStatus"`
	NewPaymentStatus      PaymentStatus     `json:"newPaymentStatus"`
	OldFulfillmentStatus  FulfillmentStatus `json:"oldFulfillmentStatus"`
	NewFulfillmentStatus  FulfillmentStatus `json:"newFulfillmentStatus"`
	ProductID             ProductID         `json:"productId"` // of a review
	Status                string            `json:"status"`    // of a review
	Version               int64             `json:"version"`   // of a promotion
	OldSubscriptionName   string            `json:"oldSubscriptionName"`
	NewSubscriptionName   string            `json:"newSubscriptionName"`
	OldSubscriptionStatus string            `json:"oldSubscriptionStatus"`
	NewSubscriptionStatus string            `json:"newSubscriptionStatus"`
	Key                   string            `json:"key"` // of the application storage
}

// ParseWebhook verifies and reads a webhook. secrets are the client secret of the
// app, several while it is changed. ErrUnverified says that Ecwid did not send
// it; any other error that it cannot be read, or is larger than MaxWebhookBody.
// Errors do not repeat the body.
func ParseWebhook(secrets []Secret, header http.Header, body []byte) (Event, error) {
	keys, err := sealAll(secrets)
	if err != nil {
		return Event{}, fmt.Errorf("ecwid: webhook: %w", err)
	}
	return parseWebhook(keys, header, body)
}

func parseWebhook(keys []sealed, header http.Header, body []byte) (Event, error) {
	var doc struct {
		EventID      string          `json:"eventId"`
		EventCreated int64           `json:"eventCreated"`
		EventType    string          `json:"eventType"`
		StoreID      int64           `json:"storeId"`
		EntityID     json.RawMessage `json:"entityId"`
		Data         json.RawMessage `json:"data"`
	}
	if len(body) > MaxWebhookBody {
		return Event{}, fmt.Errorf("ecwid: webhook: it has more than %d bytes", MaxWebhookBody)
	}
	if err := json.Unmarshal(body, &doc); err != nil {
		return Event{}, errors.New("ecwid: webhook: it is not the documented JSON")
	}
	if !signedBy(keys, header.Get(SignatureHeader), doc.EventCreated, doc.EventID) {
		return Event{}, fmt.Errorf("ecwid: webhook: %w", ErrUnverified)
	}
	if doc.EventID == "" || doc.EventType == "" || doc.StoreID <= 0 {
		return Event{}, errors.New("ecwid: webhook: it lacks its id, its type or the store")
	}
	e := Event{ID: doc.EventID, Type: newEventType(doc.EventType), StoreID: doc.StoreID, Created: NewTime(time.Unix(doc.EventCreated, 0))}
	// A hint with odd details is a hint all the same.
	_ = json.Unmarshal(doc.Data, &e.Data)
	if len(doc.EntityID) > 0 {
		_ = decodeID(&e.EntityID, doc.EntityID)
	}
	return e, nil
}

// signedBy reports whether a signature was made with one of the keys. It takes
// the same time whichever key it is.
func signedBy(keys []sealed, signature string, created int64, id string) bool {
	valid := false
	for _, key := range keys {
		mac := hmac.New(sha256.New, key())
		mac.Write([]byte(strconv.FormatInt(created, 10) + "." + id))
		want := base64.StdEncoding.EncodeToString(mac.Sum(nil))
		valid = hmac.Equal([]byte(signature), []byte(want)) || valid
	}
	return valid
}
