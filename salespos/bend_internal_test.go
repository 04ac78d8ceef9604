package salespos

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestBendKeepsWhatFits: documents of the right types stay as they are.
func TestBendKeepsWhatFits(t *testing.T) {
	t.Parallel()
	for name, document := range map[string]reflect.Type{
		"product": reflect.TypeFor[Product](), "order": reflect.TypeFor[Order](),
	} {
		data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Compact(&want, data); err != nil {
			t.Fatal(err)
		}
		if got := bend(data, document); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s became %s", name, got)
		}
	}
}

// TestBendScalars gives loose values the types of the target.
func TestBendScalars(t *testing.T) {
	t.Parallel()
	type target struct {
		Text string   `json:"text"`
		Int  int      `json:"int"`
		Bool bool     `json:"bool"`
		List []string `json:"list"`
		Map  Link     `json:"map"`

		Ref NamedRef[BrandID] `json:"ref"`
	}
	for in, want := range map[string]string{
		`{"TEXT":1.50,"unknown":{"text":1}}`:                   `{"TEXT":"1.50","unknown":{"text":1}}`,
		` { "text" : true , "int" : " 7 " }`:                   `{"text":"true","int":7}`,
		`{"text":[],"int":"7.0","bool":"TRUE","list":""}`:      `{"text":null,"int":7,"bool":true,"list":null}`,
		`{"int":7.5,"bool":"maybe","list":{},"map":[ ]}`:       `{"int":7.5,"bool":"maybe","list":null,"map":null}`,
		`{"int":"","bool":0,"list":[1,"a\"]",[]],"map":" "}`:   `{"int":null,"bool":false,"list":["1","a\"]",null],"map":null}`,
		`{"int":1e3,"bool":"\u0031","list":false,"map":false}`: `{"int":1000,"bool":true,"list":null,"map":null}`,
		`{"ref":"Acme"}`: `{"ref":{"name":"Acme"}}`,
		`{"ref":" "}`:    `{"ref":null}`,
		`{"int":true,"bool":[1],"map":{"href":5,"x":[{"a":1}]}}`: `{"int":true,"bool":[1],"map":{"href":"5","x":[{"a":1}]}}`,
	} {
		if got := string(bend([]byte(in), reflect.TypeFor[target]())); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// FuzzBend: any document stays one, and what is bent is not bent further.
func FuzzBend(f *testing.F) {
	for _, seed := range []string{
		`{"items":[{"id":"5","brand":"Acme","stock":"1.0","productphotos":"","color":[],"no_index":"1"}]}`,
		` [ ] `, `"\"\\"`, `{"items":[{"name":{"a":[1,{"b":"]"}]}},null,1e9]}`, `{"":{},"items":[[],""]}`,
	} {
		f.Add([]byte(seed))
	}
	page := reflect.TypeFor[Page[Product]]()
	f.Fuzz(func(t *testing.T, data []byte) {
		if !json.Valid(data) {
			return
		}
		once := bend(data, page)
		if !json.Valid(once) {
			t.Fatalf("%s became %s", data, once)
		}
		if twice := bend(once, page); !bytes.Equal(once, twice) {
			t.Errorf("%s became %s, then %s", data, once, twice)
		}
	})
}
