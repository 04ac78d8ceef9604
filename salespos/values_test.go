package salespos_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/salespos"
)

func TestAmount(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`0`: "0", `12.50`: "12.5", `-3`: "-3", `"12.50"`: "12.5", `1e3`: "1000", `1.5E-3`: "0.0015",
		`0.1`: "0.1", `12345678901234567890.123456789`: "12345678901234567890.123456789", `null`: "7", `"\u0031"`: "1",
	} {
		a := amount(t, "7")
		if err := json.Unmarshal([]byte(text), &a); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		data, err := json.Marshal(a)
		if err != nil || string(data) != want {
			t.Errorf("%s: got %s and %v, want %s", text, data, err, want)
		}
	}
	for _, text := range []string{
		`""`, `" "`, `"x"`, `"1,5"`, `"1 000"`, `true`, `[]`, `{}`, `"NaN"`, `"Infinity"`, `1e1000000`, `1e65`,
		`1e-65`, `"` + strings.Repeat("9", 65) + `"`,
	} {
		var a salespos.Amount
		err := json.Unmarshal([]byte(text), &a)
		if err == nil || text == `"1 000"` && strings.Contains(err.Error(), "1 000") {
			t.Errorf("%s: got %v and %v, want an error that does not repeat the text", text, a, err)
		}
	}
	diff(t, amount(t, "1.2"), salespos.NewAmount(decimal.RequireFromString("1.20")))
}

func TestTime(t *testing.T) {
	t.Parallel()
	want := time.Date(2025, 1, 15, 10, 20, 30, 0, time.UTC)
	for _, text := range []string{
		"2025-01-15T10:20:30Z", "2025-01-15T10:20:30+00:00", "2025-01-15T10:20:30+0000", "2025-01-15T10:20:30.000Z",
		"2025-01-15T11:20:30+01:00", "2025-01-15T11:20:30+0100", "2025-01-15T10:20:30", "2025-01-15 10:20:30",
	} {
		got, err := salespos.ParseTime(text)
		if err != nil || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%s: got %v and %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{`null`, `""`, `"0000-00-00 00:00:00"`} {
		got := salespos.NewTime(want)
		if err := json.Unmarshal([]byte(text), &got); err != nil || !got.IsZero() {
			t.Errorf("%s: got %v and %v, want the zero time", text, got, err)
		}
	}
	for _, text := range []string{`"yesterday"`, `"15-01-2025"`, `5`, `{}`, `"2025-13-01T00:00:00Z"`} {
		var got salespos.Time
		if err := json.Unmarshal([]byte(text), &got); err == nil {
			t.Errorf("%s: got %v, want an error", text, got)
		}
	}
	east := time.FixedZone("east", 3600)
	data, err := json.Marshal(salespos.NewTime(want.In(east).Add(time.Millisecond)))
	if err != nil || string(data) != `"2025-01-15T10:20:30Z"` {
		t.Errorf("got %s and %v", data, err)
	}
	data, err = json.Marshal(salespos.Time{})
	if err != nil || string(data) != "null" {
		t.Errorf("got %s and %v, want null", data, err)
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	if !salespos.TaxLowA.Equal("LOW a") || salespos.TaxLowA.Equal(salespos.TaxLowB) {
		t.Error("VAT classes are not compared without regard to letter case")
	}
	if !salespos.StockOfCombinations.Equal("attribute") || salespos.StockOfProduct.Equal("attribute") {
		t.Error("stock types are not compared without regard to letter case")
	}
	for kind, want := range map[salespos.AttributeType]bool{
		salespos.OptionMenu: true, salespos.OptionMenuRequired: true,
		salespos.TextField: false, salespos.TextFieldRequired: false, "additional_menu": false, "": false,
	} {
		if got := kind.Combines(); got != want {
			t.Errorf("%q combines: got %v, want %v", kind, got, want)
		}
	}
}

func FuzzAmount(f *testing.F) {
	for _, seed := range []string{"0", "12.50", `"-1e3"`, `""`, "null", "1e999999999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var first, second salespos.Amount
		if json.Unmarshal([]byte(text), &first) != nil {
			return
		}
		data, err := json.Marshal(first)
		if err != nil || len(data) > 200 {
			t.Fatalf("%q: %d bytes and %v", text, len(data), err)
		}
		if err := json.Unmarshal(data, &second); err != nil || !first.Equal(second.Decimal) {
			t.Errorf("%q: got %v and %v, want %v", text, second, err, first)
		}
	})
}

func FuzzTime(f *testing.F) {
	for _, seed := range []string{"2025-01-15T10:20:30Z", "2025-01-15 10:20:30", "", "2025-01-15"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		first, err := salespos.ParseTime(text)
		if err != nil || first.IsZero() {
			return
		}
		data, err := json.Marshal(salespos.NewTime(first.Time))
		if err != nil {
			t.Fatal(err)
		}
		var second salespos.Time
		if err := json.Unmarshal(data, &second); err != nil || !second.Equal(first.Truncate(time.Second)) {
			t.Errorf("%q: got %v and %v, want %v", text, second, err, first)
		}
	})
}

// FuzzProduct sends any body with a proper signature: no panic, and an error or
// the product that was asked for.
func FuzzProduct(f *testing.F) {
	for _, seed := range []string{
		`{"id":5}`, `{"id":"5","brand":[],"stock":"","price":1}`, `{"id":5,"productphotos":{"collection":[{"id":""}]}}`,
		`[]`, `null`, `{"id":5}{"id":5}`, `{"id":5.0,"name":5,"is_active":"1","attributecombinations":false}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		client, _ := serve(t, ok(body))
		product, err := client.Products.Get(t.Context(), 5, salespos.ExpandPhotos)
		if (product == nil) == (err == nil) || (product != nil && product.ID != 5) {
			t.Errorf("got %+v and %v", product, err)
		}
	})
}

// TestLooseFlags: a flag comes as a number or a text too; nothing is unknown.
func TestLooseFlags(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]*bool{
		`0`: new(false), `"0"`: new(false), `" FALSE"`: new(false), `1`: new(true), `"1"`: new(true), `"true"`: new(true),
		`null`: nil, `""`: nil, `[]`: nil, `{}`: nil,
	} {
		client, _ := serve(t, ok(`{"id":5,"is_active":`+text+`}`))
		product, err := client.Products.Get(t.Context(), 5)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		diff(t, want, product.Active)
	}
	for _, text := range []string{`2`, `"maybe"`, `[true]`, `{"on":true}`} {
		client, _ := serve(t, ok(`{"id":5,"is_active":`+text+`}`))
		if _, err := client.Products.Get(t.Context(), 5); !errors.Is(err, salespos.ErrBadAnswer) {
			t.Errorf("%s: got %v, want ErrBadAnswer", text, err)
		}
	}
}
