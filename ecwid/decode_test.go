package ecwid_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// TestMoneyFromWireToWire reads a price and sends it back.
func TestMoneyFromWireToWire(t *testing.T) {
	t.Parallel()
	tests := []struct{ wire, want string }{
		{"19.99", "19.99"},
		{"1e-7", "0.0000001"},
		{"12345678901234.567", "12345678901234.567"},
		{"11.067309160854485", "11.067309160854485"},
		{"0.1", "0.1"},
		{"-0.30000000000000004", "-0.30000000000000004"},
		{`"129.90"`, "129.9"},
		{"0", "0"},
	}
	for _, tt := range tests {
		t.Run(tt.wire, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, func(n int, _ request) (*http.Response, error) {
				if n == 1 {
					return answer(200, `{"id":5001,"price":`+tt.wire+`}`), nil
				}
				return answer(200, `{"updateCount":1}`), nil
			})
			product, err := shop.Products.Get(t.Context(), 5001)
			if err != nil {
				t.Fatal(err)
			}
			update := ecwid.ProductUpdate{}
			update.Price = ecwid.Set(product.Price)
			if _, err := shop.Products.Update(t.Context(), 5001, update, nil); err != nil {
				t.Fatal(err)
			}
			if got, want := store.seen()[1].body, `{"price":`+tt.want+`}`; got != want {
				t.Errorf("sent %s, want %s", got, want)
			}
		})
	}
}

func TestAmountRefuses(t *testing.T) {
	t.Parallel()
	for _, wire := range []string{`""`, `" "`, `"1,5"`, `"abc"`, `true`, `{}`, `[1]`, `"NaN"`, `1e1000000`,
		`10e999`, `1e-401`, strings.Repeat("9", 1001), `"0.` + strings.Repeat("0", 999) + `"`} {
		a := amount(t, "7")
		if err := json.Unmarshal([]byte(wire), &a); err == nil {
			t.Errorf("%s decoded to %s", wire, a)
		}
	}
}

func TestAmountKeepsValueOnNull(t *testing.T) {
	t.Parallel()
	var p ecwid.Product
	if err := json.Unmarshal([]byte(`{"price":null,"compareToPrice":null}`), &p); err != nil {
		t.Fatal(err)
	}
	if !p.Price.IsZero() || p.CompareToPrice != nil {
		t.Errorf("null became %s and %v", p.Price, p.CompareToPrice)
	}
}

func FuzzAmount(f *testing.F) {
	for _, seed := range []string{"19.99", `"1e-7"`, "-0", `""`, "1E+5", "null", "9999999999999999999999.1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second ecwid.Amount
		if !json.Valid(data) || json.Unmarshal(data, &first) != nil {
			return
		}
		encoded, err := json.Marshal(first)
		if err != nil {
			t.Fatalf("%s decodes but does not encode: %v", data, err)
		}
		if err := json.Unmarshal(encoded, &second); err != nil {
			t.Fatalf("own form %s does not decode: %v", encoded, err)
		}
		if !first.Equal(second.Decimal) {
			t.Errorf("%s became %s", first, second)
		}
	})
}

func TestTime(t *testing.T) {
	t.Parallel()
	want := time.Date(2026, 1, 31, 7, 20, 11, 0, time.UTC)
	for _, wire := range []string{`"2026-01-31 07:20:11 +0000"`, `"2026-01-31 11:20:11 +0400"`, `"2026-01-31 07:20:11 UTC"`, `1769844011`} {
		var got ecwid.Time
		if err := json.Unmarshal([]byte(wire), &got); err != nil {
			t.Errorf("%s: %v", wire, err)
			continue
		}
		if got.Time != want {
			t.Errorf("%s: got %v, want %v", wire, got.Time, want)
		}
		encoded, err := json.Marshal(got)
		if err != nil || string(encoded) != `"2026-01-31 07:20:11 +0000"` {
			t.Errorf("%s encodes to %s, %v", wire, encoded, err)
		}
	}
	for _, wire := range []string{`null`, `""`} {
		var got ecwid.Time
		if err := json.Unmarshal([]byte(wire), &got); err != nil || !got.IsZero() {
			t.Errorf("%s: got %v, %v; want no time", wire, got, err)
		}
	}
	// A zone name other than UTC would be taken for an offset of 0.
	for _, wire := range []string{`"2026-01-31 07:20:11 CET"`, `"2026-01-31 07:20:11"`, `"31.01.2026"`, `1.5`, `true`, `{}`} {
		var got ecwid.Time
		if err := json.Unmarshal([]byte(wire), &got); err == nil {
			t.Errorf("%s decoded to %v", wire, got)
		}
	}
}

// TestNewTime: what was written compares equal to what is read again.
func TestNewTime(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	written := ecwid.NewTime(noon.Add(999 * time.Millisecond).In(time.FixedZone("CET", 3600)))
	if written.Time != noon {
		t.Errorf("got %v, want %v", written, noon)
	}
}

func FuzzTime(f *testing.F) {
	for _, seed := range []string{`"2026-01-31 07:20:11 +0000"`, `1769844011`, `"x UTC"`, `-9223372036854775808`, `""`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var first, second ecwid.Time
		if !json.Valid(data) || json.Unmarshal(data, &first) != nil {
			return
		}
		if year := first.Year(); first.IsZero() || year < 0 || year > 9999 {
			return // no text form
		}
		encoded, err := json.Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(encoded, &second); err != nil || !first.Equal(second.Time) {
			t.Errorf("%s became %s: %v", data, encoded, err)
		}
	})
}

func TestLenientForms(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, wire string
		decode     func(data []byte) (any, error)
		want       any // nil: refused
	}{
		{"id as number", `5001`, decode[ecwid.ProductID], ecwid.ProductID(5001)},
		{"id as text", `"5001"`, decode[ecwid.ProductID], ecwid.ProductID(5001)},
		{"negative id", `-1`, decode[ecwid.CategoryID], ecwid.CategoryID(-1)},
		{"no id", `null`, decode[ecwid.CustomerID], ecwid.CustomerID(0)},
		{"fraction for an id", `1.5`, decode[ecwid.ProductID], nil},
		{"word for an id", `"x"`, decode[ecwid.ProductID], nil},
		{"order id as text", `"W/1"`, decode[ecwid.OrderID], ecwid.OrderID("W/1")},
		{"order id as number", `12`, decode[ecwid.OrderID], ecwid.OrderID("12")},
		{"object for an order id", `{}`, decode[ecwid.OrderID], nil},
		{"text", `"a"`, decode[ecwid.Text], ecwid.Text("a")},
		{"number for text", `1.50`, decode[ecwid.Text], ecwid.Text("1.50")},
		{"list for text", `[]`, decode[ecwid.Text], nil},
		{"texts", `{"en":"a","de":null,"n":2,"o":{"x":1}}`, decode[ecwid.TextMap], ecwid.TextMap{"en": "a", "n": "2", "o": `{"x":1}`}},
		{"plain text for texts", `"a"`, decode[ecwid.TextMap], ecwid.TextMap{"": "a"}},
		{"list for texts", `["a"]`, decode[ecwid.TextMap], nil},
		{"one for many", `{"value":1}`, decode[ecwid.OneOrMany[ecwid.PriceTier]], ecwid.OneOrMany[ecwid.PriceTier]{{Value: amount(t, "1")}}},
		{"many", `[{"value":1}]`, decode[ecwid.OneOrMany[ecwid.PriceTier]], ecwid.OneOrMany[ecwid.PriceTier]{{Value: amount(t, "1")}}},
		{"plain alt text", `"a"`, decode[ecwid.AltText], ecwid.AltText{Main: "a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := tt.decode([]byte(tt.wire))
			if tt.want == nil {
				if err == nil {
					t.Errorf("%s decoded to %v", tt.wire, got)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func decode[T any](data []byte) (any, error) {
	var v T
	err := json.Unmarshal(data, &v)
	return v, err
}

// TestDecodingErrorsHideValues: they end in logs, and documents hold names.
func TestDecodingErrorsHideValues(t *testing.T) {
	t.Parallel()
	const name = "Ada Example"
	for _, wire := range []string{`{"id":"Ada Example"}`, `{"id":1,"email":{"x":"Ada Example"}}`, `{"id":1,"registered":"Ada Example"}`, `{"id":1,"stats":{"salesValue":"Ada Example"}}`} {
		shop, _ := newShop(t, always(200, wire))
		_, err := shop.Customers.Get(t.Context(), 1)
		if !errors.Is(err, ecwid.ErrBadAnswer) || strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", wire, err)
		}
	}
}

func TestUpdatesKnowThatTheyAreEmpty(t *testing.T) {
	t.Parallel()
	updates := []interface{ IsZero() bool }{
		ecwid.ProductUpdate{}, ecwid.CombinationUpdate{}, ecwid.CategoryUpdate{},
		ecwid.ProductTypeUpdate{}, ecwid.CustomerUpdate{}, ecwid.OrderUpdate{},
		ecwid.FileUpdate{}, ecwid.CartUpdate{}, ecwid.SubscriptionUpdate{},
	}
	for _, u := range updates {
		if body, err := json.Marshal(u); !u.IsZero() || string(body) != "{}" || err != nil {
			t.Errorf("%T: IsZero %t, body %s, %v", u, u.IsZero(), body, err)
		}
	}
	cleared := ecwid.ProductUpdate{}
	cleared.CategoryIDs = ecwid.Set([]ecwid.CategoryID(nil))
	null := ecwid.ProductUpdate{}
	null.GoogleProductCategory = ecwid.Null[int64]()
	zero := ecwid.CombinationUpdate{}
	zero.Price = ecwid.Set(ecwid.Amount{})
	for _, u := range []interface{ IsZero() bool }{cleared, null, zero} {
		if u.IsZero() {
			t.Errorf("%T with a cleared field counts as empty", u)
		}
	}
}

func TestKeep(t *testing.T) {
	t.Parallel()
	p := document[ecwid.Product](t, "product.json")
	update := ecwid.ProductUpdate{}
	update.Options = ecwid.Set([]ecwid.ProductOptionWrite{p.Options[0].Keep(), p.Options[1].Keep()})
	update.Attributes = ecwid.Set([]ecwid.AttributeValueWrite{p.Attributes[0].Keep(), ecwid.AttributeValue{Name: "Note", Value: "x"}.Keep()})
	got, err := json.Marshal(update)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"attributes":[{"id":71,"value":"4006381333931","valueTranslated":{"en":"4006381333931"},"show":"DESCR"},{"name":"Note","value":"x"}],` +
		`"options":[{"type":"SWATCHES","name":"Tin","nameTranslated":{"de":"Dose","en":"Tin"},"choices":[` +
		`{"text":"Red","textTranslated":{"en":"Red"},"priceModifier":-0.5,"priceModifierType":"ABSOLUTE","hexCodes":["#ff0000"],"imageId":"0"},` +
		`{"text":"Large","textTranslated":{"en":"Large"},"priceModifier":12.5,"priceModifierType":"PERCENT","hexCodes":[],"imageId":"9"}],` +
		`"defaultChoice":1,"required":true,"useImageAsSwatchSelector":false},` +
		`{"type":"TEXTFIELD","name":"Engraving","nameTranslated":{"en":"Engraving"},"required":false}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
