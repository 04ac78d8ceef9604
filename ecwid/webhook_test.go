package ecwid_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// The published vector of the signature.
const (
	clientSecret = "test_client_secret_1234567890abcd"
	orderEvent   = `{"eventId":"78d4f2c8-9d5e-4a51-8f4e-0b1c2d3e4f50","eventCreated":1767225600,"storeId":1003,` +
		`"entityId":516483487,"eventType":"order.updated","data":{"orderId":"XJ12H","oldPaymentStatus":"AWAITING_PAYMENT",` +
		`"newPaymentStatus":"PAID","oldFulfillmentStatus":"AWAITING_PROCESSING","newFulfillmentStatus":"AWAITING_PROCESSING"}}`
	orderSignature = "/0gFkIvjAPpRzZeHIL5h+1twLvY7QcSnIwCoE+GlBus="
)

// signed is the header of an event with this time and id.
func signed(created int64, id string) http.Header {
	return http.Header{ecwid.SignatureHeader: {signedWith(clientSecret, created, id)}}
}

func signedWith(secret string, created int64, id string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	_, _ = fmt.Fprintf(mac, "%d.%s", created, id)
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func secrets(values ...ecwid.Secret) []ecwid.Secret { return values }

func TestParseWebhook(t *testing.T) {
	t.Parallel()
	want := ecwid.Event{
		ID: "78d4f2c8-9d5e-4a51-8f4e-0b1c2d3e4f50", Type: ecwid.EventOrderUpdated, StoreID: 1003, EntityID: 516483487,
		Created: ecwid.NewTime(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)),
		Data: ecwid.EventData{
			OrderID: "XJ12H", OldPaymentStatus: "AWAITING_PAYMENT", NewPaymentStatus: "PAID",
			OldFulfillmentStatus: "AWAITING_PROCESSING", NewFulfillmentStatus: "AWAITING_PROCESSING",
		},
	}
	for _, keys := range [][]ecwid.Secret{{clientSecret}, {"a new one", clientSecret}, {clientSecret, "an old one"}} {
		got, err := ecwid.ParseWebhook(keys, http.Header{"X-Ecwid-Webhook-Signature": {orderSignature}}, []byte(orderEvent))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("event (-want +got):\n%s", diff)
		}
	}
}

func TestWebhookSignature(t *testing.T) {
	t.Parallel()
	mac := hmac.New(sha256.New, []byte(clientSecret))
	mac.Write([]byte("78d4f2c8-9d5e-4a51-8f4e-0b1c2d3e4f50.1767225600"))
	swapped := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	digest, err := base64.StdEncoding.DecodeString(orderSignature)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		secrets   []ecwid.Secret
		signature string
		body      string
	}{
		"missing":          {secrets(clientSecret), "", orderEvent},
		"order swapped":    {secrets(clientSecret), swapped, orderEvent},
		"hex in base64":    {secrets(clientSecret), base64.StdEncoding.EncodeToString([]byte(hex.EncodeToString(digest))), orderEvent},
		"hex":              {secrets(clientSecret), hex.EncodeToString(digest), orderEvent},
		"no padding":       {secrets(clientSecret), strings.TrimSuffix(orderSignature, "="), orderEvent},
		"cut off":          {secrets(clientSecret), orderSignature[:20], orderEvent},
		"another secret":   {secrets("another"), orderSignature, orderEvent},
		"another time":     {secrets(clientSecret), orderSignature, strings.Replace(orderEvent, "1767225600", "1767225601", 1)},
		"another id":       {secrets(clientSecret), orderSignature, strings.Replace(orderEvent, "78d4f2c8", "78d4f2c9", 1)},
		"no id and time":   {secrets(clientSecret), orderSignature, `{"storeId":1003,"eventType":"order.updated"}`},
		"signed with none": {secrets(clientSecret), base64.StdEncoding.EncodeToString(hmac.New(sha256.New, nil).Sum(nil)), `{}`},
	}
	for name, test := range tests {
		_, err := ecwid.ParseWebhook(test.secrets, http.Header{ecwid.SignatureHeader: {test.signature}}, []byte(test.body))
		if !errors.Is(err, ecwid.ErrUnverified) {
			t.Errorf("%s: got %v, want ErrUnverified", name, err)
		}
	}
}

func TestWebhookThatCannotBeRead(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		secrets []ecwid.Secret
		header  http.Header
		body    string
	}{
		"no secrets":      {nil, signed(1, "e"), `{"eventId":"e","eventCreated":1,"storeId":1,"eventType":"x.y"}`},
		"an empty secret": {secrets(""), signed(1, "e"), `{"eventId":"e","eventCreated":1,"storeId":1,"eventType":"x.y"}`},
		"no JSON":         {secrets(clientSecret), signed(1, "e"), `<ada@example.org>`},
		"no id":           {secrets(clientSecret), signed(1, ""), `{"eventCreated":1,"storeId":1,"eventType":"x.y"}`},
		"no type":         {secrets(clientSecret), signed(1, "e"), `{"eventId":"e","eventCreated":1,"storeId":1}`},
		"no store":        {secrets(clientSecret), signed(1, "e"), `{"eventId":"e","eventCreated":1,"eventType":"x.y"}`},
		"too large":       {secrets(clientSecret), http.Header{ecwid.SignatureHeader: {orderSignature}}, padded(ecwid.MaxWebhookBody + 1)},
		"odd time":        {secrets(clientSecret), signed(1, "e"), `{"eventId":"e","eventCreated":"ada@example.org","storeId":1,"eventType":"x.y"}`},
	}
	for name, test := range tests {
		e, err := ecwid.ParseWebhook(test.secrets, test.header, []byte(test.body))
		if err == nil || errors.Is(err, ecwid.ErrUnverified) || strings.Contains(err.Error(), "ada@") || e != (ecwid.Event{}) {
			t.Errorf("%s: got %+v, %v", name, e, err)
		}
	}
}

func TestWebhookForms(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		typ, entity, data string
		want              ecwid.Event
	}{
		"application, quoted id": {"application.installed", `"1003"`, `null`,
			ecwid.Event{Type: ecwid.EventApplicationInstalled, EntityID: 1003}},
		"snake case": {"application.subscription_status_changed", `"1003"`, `{"oldSubscriptionStatus":"TRIAL","newSubscriptionStatus":"ACTIVE"}`,
			ecwid.Event{Type: ecwid.EventApplicationSubscriptionChanged, EntityID: 1003,
				Data: ecwid.EventData{OldSubscriptionStatus: "TRIAL", NewSubscriptionStatus: "ACTIVE"}}},
		"snake case, privacy": {"customer.personal_data_removal_request", `7`, `{"customerEmail":"ada@example.org"}`,
			ecwid.Event{Type: ecwid.EventCustomerDataRemovalRequest, EntityID: 7}},
		"upper case":    {"PRODUCT_CLASS.UPDATED", `8`, `{}`, ecwid.Event{Type: ecwid.EventProductClassUpdated, EntityID: 8}},
		"hidden cart":   {"unfinished_order.updated", `-1`, `{"cartId":"C-1"}`, ecwid.Event{Type: ecwid.EventUnfinishedOrderUpdated, EntityID: -1, Data: ecwid.EventData{CartID: "C-1"}}},
		"review":        {"review.created", `9`, `{"productId":5,"orderId":17,"status":"MODERATED"}`, ecwid.Event{Type: ecwid.EventReviewCreated, EntityID: 9, Data: ecwid.EventData{ProductID: 5, OrderID: "17", Status: "MODERATED"}}},
		"unknown":       {"Robot.tookOver_now", `{"x":1}`, `[1]`, ecwid.Event{Type: "Robot.tookOver_now"}},
		"odd details":   {"promotion.updated", `"none"`, `{"version":"four","orderId":"A"}`, ecwid.Event{Type: ecwid.EventPromotionUpdated, Data: ecwid.EventData{OrderID: "A"}}},
		"no details":    {"profile.updated", `null`, `null`, ecwid.Event{Type: ecwid.EventProfileUpdated}},
		"odd data type": {"category.deleted", `3`, `"text"`, ecwid.Event{Type: ecwid.EventCategoryDeleted, EntityID: 3}},
	}
	for name, test := range tests {
		body := fmt.Sprintf(`{"eventId":"e","eventCreated":1767225600,"storeId":1003,"entityId":%s,"eventType":%q,"data":%s,"more":{}}`,
			test.entity, test.typ, test.data)
		got, err := ecwid.ParseWebhook(secrets(clientSecret), signed(1767225600, "e"), []byte(body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		test.want.ID, test.want.StoreID, test.want.Created = "e", 1003, ecwid.NewTime(time.Unix(1767225600, 0))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestSecretIsNeverShown(t *testing.T) {
	t.Parallel()
	secret := ecwid.Secret(clientSecret)
	handler, err := ecwid.NewWebhookHandler(secrets(secret), func(context.Context, ecwid.Event) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	type settings struct{ Key ecwid.Secret }
	inside := settings{secret}
	encoded, err := json.Marshal(inside)
	if err != nil {
		t.Fatal(err)
	}
	var logged strings.Builder
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("shown", "secret", secret, "struct", inside, "handler", handler)
	asXML, err := xml.Marshal(inside)
	if err != nil {
		t.Fatal(err)
	}
	nested, err := json.Marshal(map[string]any{"list": []ecwid.Secret{secret}, "pointer": &secret})
	if err != nil {
		t.Fatal(err)
	}
	shown := []string{string(encoded), logged.String(), string(asXML), string(nested)}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		for _, v := range []any{secret, inside, []ecwid.Secret{secret}, handler, *handler} {
			shown = append(shown, fmt.Sprintf(format, v))
		}
	}
	hidden := []string{clientSecret, hex.EncodeToString([]byte(clientSecret)), strings.Trim(fmt.Sprintf("%d", []byte(clientSecret)), "[]")}
	for _, text := range shown {
		for _, secret := range hidden {
			if strings.Contains(text, secret) {
				t.Errorf("the secret is shown: %s", text)
			}
		}
	}
	if got := any(secret).(fmt.Stringer).String(); got != "[redacted]" {
		t.Errorf("a panic shows %s", got)
	}
	if string(secret) != clientSecret {
		t.Error("the secret cannot be used")
	}
}

func FuzzParseWebhook(f *testing.F) {
	f.Add(orderSignature, []byte(orderEvent))
	f.Add("", []byte(`{"eventId":"e","eventCreated":1,"entityId":"x","data":{"orderId":[]}}`))
	f.Add("AAAA", []byte(`[]`))
	f.Fuzz(func(t *testing.T, signature string, body []byte) {
		header := http.Header{ecwid.SignatureHeader: {signature}}
		e, err := ecwid.ParseWebhook(secrets(clientSecret), header, body)
		if (err == nil) != (e != ecwid.Event{}) {
			t.Errorf("event %+v with error %v", e, err)
		}
		if err == nil && signed(e.Created.Unix(), e.ID).Get(ecwid.SignatureHeader) != signature {
			t.Errorf("accepted with the signature %q: %s", signature, body)
		}
		// Whatever is well signed is read without a panic.
		var doc struct {
			ID      string `json:"eventId"`
			Created int64  `json:"eventCreated"`
		}
		if json.Unmarshal(body, &doc) == nil {
			_, _ = ecwid.ParseWebhook(secrets(clientSecret), signed(doc.Created, doc.ID), body)
		}
	})
}
