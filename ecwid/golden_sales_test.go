package ecwid_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// smallDocuments are the records that fill a few lines only.
type smallDocuments struct {
	CustomerGroup   ecwid.CustomerGroup                `json:"customerGroup"`
	CustomerField   ecwid.CustomerExtraFieldDefinition `json:"customerField"`
	CheckoutField   ecwid.CheckoutExtraField           `json:"checkoutField"`
	OrderStatus     ecwid.OrderStatus                  `json:"orderStatus"`
	Deleted         ecwid.DeletedItem                  `json:"deleted"`
	Stats           ecwid.LatestStats                  `json:"stats"`
	Countries       []ecwid.Country                    `json:"countries"`
	Currencies      []ecwid.Currency                   `json:"currencies"`
	CountryCurrency ecwid.CountryCurrency              `json:"countryCurrency"`
	TaxClasses      []ecwid.TaxClass                   `json:"taxClasses"`
	Storage         []ecwid.StorageEntry               `json:"storage"`
	Application     ecwid.Application                  `json:"application"`
	Token           ecwid.TokenInfo                    `json:"token"`
}

func TestSmallDocumentsFillEveryField(t *testing.T) {
	t.Parallel()
	seen := make(map[string]bool)
	collect(reflect.ValueOf(document[smallDocuments](t, "small.json")), seen)
	for field, filled := range seen {
		if !filled {
			t.Errorf("%s has no value from the document", field)
		}
	}
}

// TestReadDocumentsKeepEverything: what was read and is stored as JSON comes
// back as it was.
func TestReadDocumentsKeepEverything(t *testing.T) {
	t.Parallel()
	keepsAll[ecwid.Customer](t, "customer.json")
	keepsAll[ecwid.Order](t, "order.json")
	keepsAll[ecwid.Profile](t, "profile.json")
	keepsAll[smallDocuments](t, "small.json")
}

func keepsAll[T any](t *testing.T, name string) {
	t.Helper()
	first := document[T](t, name)
	data, err := json.Marshal(first)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var second T
	if err := json.Unmarshal(data, &second); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	content := cmp.Transformer("content", func(m json.RawMessage) any {
		if m == nil {
			return nil
		}
		return decoded(t, m)
	})
	if diff := cmp.Diff(first, second, content); diff != "" {
		t.Errorf("%s (-first +second):\n%s", name, diff)
	}
}

// TestWireAnswersAreKnown: no answer, envelope included, has a field that its
// type lacks.
func TestWireAnswersAreKnown(t *testing.T) {
	t.Parallel()
	for _, tt := range wireCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			report := func(document, field string) { t.Errorf("%s has no %s", document, field) }
			shop, _ := newShop(t, always(200, tt.answer), ecwid.WithUnknownField(report))
			if _, err := tt.call(t.Context(), shop); err != nil {
				t.Error(err)
			}
		})
	}
}

// smallWrites are the bodies that fill a few lines only.
type smallWrites struct {
	Contact        ecwid.ContactUpdate             `json:"contact"`
	CustomerGroup  ecwid.CustomerGroupUpdate       `json:"customerGroup"`
	CustomerField  ecwid.CustomerExtraFieldUpdate  `json:"customerField"`
	OrderField     ecwid.OrderExtraFieldCreate     `json:"orderField"`
	OrderStatus    ecwid.OrderStatusUpdate         `json:"orderStatus"`
	CheckoutField  ecwid.CheckoutExtraFieldCreate  `json:"checkoutField"`
	ShippingOption ecwid.StoreShippingOptionUpdate `json:"shippingOption"`
	PaymentOption  ecwid.StorePaymentOptionUpdate  `json:"paymentOption"`
}

// TestWriteDocuments: each document has every key that its write type has, and
// is written as it was read.
func TestWriteDocuments(t *testing.T) {
	t.Parallel()
	writes[ecwid.OrderCreate](t, "order_create.json")
	writes[ecwid.CustomerCreate](t, "customer_create.json")
	writes[ecwid.ProfileUpdate](t, "profile_update.json")
	writes[smallWrites](t, "small_writes.json")
}

func writes[T any](t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var body T
	if err := json.Unmarshal(data, &body); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	sent, err := json.Marshal(body)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	want, got := decoded(t, data), decoded(t, sent)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-document +sent):\n%s", name, diff)
	}
	keys := make(map[string]bool)
	allKeys(want, keys)
	for _, key := range writeKeys(reflect.TypeFor[T]()) {
		if !keys[key] {
			t.Errorf("%s has no key %q", name, key)
		}
	}
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// allKeys notes the keys of all objects in v.
func allKeys(v any, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			keys[key] = true
			allKeys(value, keys)
		}
	case []any:
		for _, value := range v {
			allKeys(value, keys)
		}
	}
}

// writeKeys are the keys of a write type and of the types in it.
func writeKeys(t reflect.Type) []string {
	if get, ok := t.MethodByName("Get"); ok { // an optional field
		return writeKeys(get.Type.Out(0))
	}
	switch {
	case t.Kind() == reflect.Slice:
		return writeKeys(t.Elem())
	case t.Kind() != reflect.Struct, t.Implements(reflect.TypeFor[json.Marshaler]()):
		return nil
	}
	var keys []string
	for i := range t.NumField() {
		field := t.Field(i)
		if field.Tag.Get("json") == "-" {
			continue
		}
		if !field.Anonymous {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			keys = append(keys, name)
		}
		keys = append(keys, writeKeys(field.Type)...)
	}
	return keys
}

func TestIsZeroOfUpdates(t *testing.T) {
	t.Parallel()
	empty := []interface{ IsZero() bool }{
		ecwid.CustomerUpdate{}, ecwid.ContactUpdate{}, ecwid.CustomerGroupUpdate{}, ecwid.CustomerExtraFieldUpdate{}, ecwid.OrderUpdate{},
		ecwid.OrderExtraFieldUpdate{}, ecwid.OrderStatusUpdate{}, ecwid.ProfileUpdate{}, ecwid.CheckoutExtraFieldUpdate{},
		ecwid.StoreShippingOptionUpdate{}, ecwid.StorePaymentOptionUpdate{},
	}
	for _, update := range empty {
		if !update.IsZero() {
			t.Errorf("%T{} is not zero", update)
		}
	}
	shipping, order := ecwid.StoreShippingOptionUpdate{}, ecwid.OrderUpdate{}
	shipping.OrderBy, order.Items = ecwid.Set(0), ecwid.Set([]ecwid.OrderItemWrite{})
	set := []interface{ IsZero() bool }{
		shipping, order, ecwid.ContactUpdate{Note: ecwid.Set("")}, ecwid.ProfileUpdate{Company: ecwid.Set(ecwid.CompanyWrite{})},
	}
	for _, update := range set {
		if update.IsZero() {
			t.Errorf("%T with a field is zero", update)
		}
	}
}
