package salespos_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// Types of a program that embed in all the ways that encoding/json knows.
type (
	// Named is no struct.
	Named string

	// ProductPart is embedded by pointer.
	ProductPart struct {
		Part json.RawMessage `json:"part"`
	}

	// NoPart has no key of the document.
	NoPart struct {
		None string `json:"none"`
	}

	byPointer struct {
		*salespos.Product
		*NoPart
		Mine string `json:"mine"`
	}

	underKey struct {
		salespos.Product `json:"mineToo"`
		Mine             string `json:"mine"`
	}

	// Of two keys at the same depth encoding/json takes neither.
	twice struct {
		*ProductPart
		*OtherPart
	}

	// OtherPart has the key of ProductPart.
	OtherPart struct {
		Other struct{} `json:"part"`
	}

	noStruct struct {
		Named
		fmt.Stringer
		Mine string `json:"mine"`
	}
)

// TestDecodeInto: whatever encoding/json can decode into, Decode can.
func TestDecodeInto(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(`{"id":7,"mine":"a","newA":1,"part":{"new":1}}`))
	answer, err := client.Do(t.Context(), salespos.Request{Method: "GET", Path: "/products/7"})
	if err != nil {
		t.Fatal(err)
	}
	var pointer byPointer
	for _, into := range []any{&pointer, new(underKey), new(noStruct), new(twice), new(map[string]any), new(any), new(map[string]json.RawMessage)} {
		if err := answer.Decode(into); err != nil {
			t.Errorf("%T: %v", into, err)
		}
	}
	if pointer.Mine != "a" || pointer.ID != 7 || string(pointer.Unknown["newA"]) != "1" || len(pointer.Unknown) != 2 {
		t.Errorf("got %+v and %+v", pointer, pointer.Product)
	}
	for _, into := range []any{nil, pointer, (*byPointer)(nil)} {
		if err := answer.Decode(into); err == nil {
			t.Errorf("%T: decoded into nothing", into)
		}
	}
}
