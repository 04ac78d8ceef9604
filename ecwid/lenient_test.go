package ecwid_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

func TestIntReadsEveryForm(t *testing.T) {
	t.Parallel()
	tests := map[string]ecwid.Int{`7`: 7, `"7"`: 7, `-1`: -1, `0`: 0, `true`: 1, `false`: 0, `null`: 9, `""`: 9}
	for wire, want := range tests {
		got := ecwid.Int(9)
		if err := json.Unmarshal([]byte(wire), &got); err != nil {
			t.Errorf("%s: %v", wire, err)
		}
		if got != want {
			t.Errorf("%s: got %d, want %d", wire, got, want)
		}
	}
	for _, wire := range []string{`1.5`, `"x"`, `{}`, `[1]`, `99999999999999999999`} {
		var got ecwid.Int
		if err := json.Unmarshal([]byte(wire), &got); err == nil {
			t.Errorf("%s decoded to %d", wire, got)
		}
	}
}

func TestTextIDsReadNumbers(t *testing.T) {
	t.Parallel()
	var got struct {
		Shipping ecwid.ShippingOptionID
		Payment  ecwid.PaymentOptionID
		Order    ecwid.OrderID
		Image    ecwid.ImageID
	}
	if err := json.Unmarshal([]byte(`{"shipping":6589,"payment":"5959-1","order":null,"image":0}`), &got); err != nil {
		t.Fatal(err)
	}
	want := got
	want.Shipping, want.Payment, want.Order, want.Image = "6589", "5959-1", "", "0"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}
