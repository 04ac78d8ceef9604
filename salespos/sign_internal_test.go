package salespos

import (
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/internal/rest"
)

// vector is a signature that the reference publishes.
type vector struct {
	name   string
	method string
	uri    string
	body   string
	date   string
	hash   string
}

func requestVectors() []vector {
	return []vector{
		{
			name:   "GET with query",
			method: "GET",
			uri:    "/api/rest/v1/products/?start=0&size=25&expand=attributecombinations%2Cproductphotos&orderby=modifydate_desc",
			date:   "2025-01-15T10:20:30Z",
			hash:   "dd05e739feda7ea9ac34f9e65d85bbc3ed1efce10da1fd0bf7c88dcfd1a6199262ab92e2e1ee759adba5a386448a82cbb0e566fbf213365042ea003defa54207",
		},
		{
			name:   "POST with body",
			method: "POST",
			uri:    "/api/rest/v1/products/",
			body:   `{"productnumber":"SKU-001","name":"Café mok 30% / blauw","price":12.5,"discount":0,"taxtariff":"normal","package_id":1,"active":true}`,
			date:   "2025-01-15T10:20:30Z",
			hash:   "2765919f2e94e152516a26e5ae7a5dd6faa24d93a2c229ebe186b69133e6cfe87ff57bef15e0f6e58edacb7d8765e9401318ecfbcb151db8124bca2fa99647fc",
		},
		{
			name:   "DELETE",
			method: "DELETE",
			uri:    "/api/rest/v1/products/42/",
			date:   "2025-01-15T10:20:30Z",
			hash:   "a6d7519ffa79bded35ee5283c92fb6c48aaeb018ceb7efb6838055dc59587b85f47bd592ff5591c3f042e4b0285e29e53b82f1027483e90f92346fc541d2b59a",
		},
		{
			name:   "POST in the vendor's own form",
			method: "POST",
			uri:    "/api/rest/v1/webhooks",
			body:   `{"event":"orders.created","address":"https:\/\/connector.example\/hooks\/ccv\/caf\u00e9","is_active":true}`,
			date:   "2025-01-15T10:20:30+00:00",
			hash:   "c96220c05f26a87ffc253e1337ba4826ae256707f0a0ae2ee128cde7a8bfa07fc0fabf47ccf46fdd54c05ac65228bdff5f9f17be162c2b80df4fd87c1ac91d8b",
		},
	}
}

func answerVectors() []vector {
	return []vector{
		{
			name:   "200",
			method: "GET",
			uri:    "/api/rest/v1/brands/7/",
			body:   `{"href":"https://demo.example/api/rest/v1/brands/7/","id":7,"name":"Acme"}`,
			date:   "2025-01-15T10:20:31Z",
			hash:   "92abce9478540612d09550c880e592122a6e9a78674243d83f07c0eeaf98c3246a5a4d67f03a3dbd7c57b8aa579e02dc41b326fcc51bb12d376fac85a9a2b009",
		},
		{
			name:   "204",
			method: "PATCH",
			uri:    "/api/rest/v1/brands/7/",
			date:   "2025-01-15T10:20:31Z",
			hash:   "8874b40331461231956255e2383dc4fe8c169755a304a997c9ebc2a92e77e831e714804edf6a0f895e7b72db4226da59f212d5833c06dad13275ae5dc46f76a8",
		},
	}
}

func vectorSigner() *signer {
	return &signer{public: "pubkey0123456789", key: newSecret("secret0123456789secret0123456789")}
}

func TestRequestVectors(t *testing.T) {
	t.Parallel()
	for _, v := range requestVectors() {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			got := hex.EncodeToString(vectorSigner().sum(v.method, v.uri, []byte(v.body), v.date))
			if got != v.hash {
				t.Errorf("got %s, want %s", got, v.hash)
			}
		})
	}
}

func (v vector) answer() rest.Answer {
	header := make(http.Header)
	header.Set("x-date", v.date)
	header.Set("x-hash", v.hash)
	return rest.Answer{Status: http.StatusOK, Header: header, Body: []byte(v.body)}
}

func TestAnswerVectors(t *testing.T) {
	t.Parallel()
	for _, v := range answerVectors() {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			if err := vectorSigner().verify(v.method, v.uri, v.answer()); err != nil {
				t.Error(err)
			}
			upper := v
			upper.hash = strings.ToUpper(v.hash)
			if err := vectorSigner().verify(v.method, v.uri, upper.answer()); err != nil {
				t.Errorf("upper-case hash: %v", err)
			}
		})
	}
}

// TestEveryByteIsSigned flips what the signature covers, one thing at a time.
func TestEveryByteIsSigned(t *testing.T) {
	t.Parallel()
	good := answerVectors()[0]
	forge := map[string]func(*vector){
		"method":      func(v *vector) { v.method = "PUT" },
		"uri":         func(v *vector) { v.uri += "?a=b" },
		"body":        func(v *vector) { v.body = strings.Replace(v.body, "Acme", "Acne", 1) },
		"added space": func(v *vector) { v.body += " " },
		"date":        func(v *vector) { v.date = "2025-01-15T10:20:32Z" },
		"no date":     func(v *vector) { v.date = "" },
		"hash":        func(v *vector) { v.hash = "8" + v.hash[1:] },
		"short hash":  func(v *vector) { v.hash = v.hash[:126] },
		"no hash":     func(v *vector) { v.hash = "" },
		"odd hash":    func(v *vector) { v.hash = "not hexadecimal" },
	}
	for name, change := range forge {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := good
			change(&v)
			if err := vectorSigner().verify(v.method, v.uri, v.answer()); !errors.Is(err, ErrBadAnswer) {
				t.Errorf("got %v, want ErrBadAnswer", err)
			}
		})
	}
}

// recorder is a transport that keeps the last request.
type recorder struct{ got *http.Request }

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.got = req
	return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody}, nil
}

// TestSignerRefusesOtherHosts: neither signature nor data leaves for another
// host or over another scheme.
func TestSignerRefusesOtherHosts(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://shop.example.com/api/rest/v1/users":      true,
		"https://SHOP.example.com/api/rest/v1/users":      true,
		"http://shop.example.com/api/rest/v1/users":       false,
		"https://shop.example.com:8443/api/rest/v1/users": false,
		"https://evil.example.org/api/rest/v1/users":      false,
	} {
		t.Run(address, func(t *testing.T) {
			t.Parallel()
			next := &recorder{}
			s := vectorSigner()
			s.shop, s.next = &url.URL{Scheme: "https", Host: "shop.example.com"}, next
			req, err := http.NewRequestWithContext(t.Context(), "POST", address, strings.NewReader("data"))
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.RoundTrip(req)
			if (err == nil) != want || (next.got != nil) != want {
				t.Errorf("got %v, sent %v, want sent %v", err, next.got != nil, want)
			}
			if _, refused := errors.AsType[*rest.Refused](err); refused == want {
				t.Errorf("got %v, want a final refusal: %v", err, !want)
			}
			if len(req.Header) != 0 {
				t.Error("the caller's request was changed")
			}
		})
	}
}

// TestSecretIsNotPrinted, not even from within a struct.
func TestSecretIsNotPrinted(t *testing.T) {
	t.Parallel()
	s := vectorSigner()
	shown := Secret("secret0123456789")
	asXML, err := xml.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%v %+v %#v %s %q %x %v %#v", s, s, s, s.key, s.key, s.key, s.key, &s.key)
	text += fmt.Sprintf("%v %#v %q %x", shown, shown, shown, shown) + shown.String() + string(asXML)
	for _, secret := range []string{"secret0123456789", hex.EncodeToString([]byte("secret0123456789"))} {
		if strings.Contains(text, secret) {
			t.Errorf("the secret is printed: %s", text)
		}
	}
}
