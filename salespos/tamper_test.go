package salespos_test

import (
	"encoding/hex"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"

	"github.com/jarcoal/httpmock"

	"github.com/tillsync/tillsync/salespos"
)

// signature is what the signature of an answer covers, and the hash.
type signature struct {
	public, method, target, body, date string
	hash                               string
}

// tamper changes a success on its way in one of many ways.
func tamper(random *rand.Rand, s signature) signature {
	bend := func(text string) string {
		bytes := []byte(text)
		bytes[random.IntN(len(bytes))] ^= 1 << random.IntN(8)
		return string(bytes)
	}
	again := func(change func(*signature)) {
		change(&s)
		s.hash = sign(s.public, s.method, s.target, s.body, s.date)
	}
	switch random.IntN(9) {
	case 0:
		s.body = bend(s.body)
	case 1:
		s.body = s.body[:random.IntN(len(s.body))]
	case 2:
		s.body += " "
	case 3:
		raw, _ := hex.DecodeString(s.hash)
		s.hash = hex.EncodeToString([]byte(bend(string(raw))))
	case 4:
		s.hash = s.hash[:random.IntN(len(s.hash))]
	case 5:
		s.date = strings.Replace(s.date, "2025", "2024", 1)
	case 6: // the answer to another request
		again(func(s *signature) { s.target = bend(s.target) })
	case 7: // … or to one of another key pair
		again(func(s *signature) { s.public = bend(s.public) })
	case 8: // … or with another verb
		again(func(s *signature) {
			s.method = map[string]string{"GET": "PATCH", "PATCH": "GET", "POST": "PUT", "DELETE": "GET"}[s.method]
		})
	}
	return s
}

func (s signature) answer(status int) *http.Response {
	resp := httpmock.NewStringResponse(status, s.body)
	resp.Header = http.Header{"X-Date": {s.date}, "X-Hash": {s.hash}}
	return resp
}

// TestTamperedAnswers: whatever is changed of a success, it is refused before it
// is decoded, whatever its 2xx is.
func TestTamperedAnswers(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	tampered := false
	mock := httpmock.NewMockTransport()
	mock.RegisterNoResponder(func(req *http.Request) (*http.Response, error) {
		s := signature{public: publicKey, method: req.Method, target: req.URL.RequestURI(), body: `{"id":5,"name":"Green tea"}`, date: signDate}
		s.hash = sign(s.public, s.method, s.target, s.body, s.date)
		if tampered {
			s = tamper(random, s)
		}
		return s.answer([]int{200, 201, 202, 204, 299}[random.IntN(5)]), nil
	})
	client, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithTransport(mock), salespos.WithPace(1e9))
	if err != nil {
		t.Fatal(err)
	}
	calls := []func() error{
		func() error { return readOne(client) },
		func() error { return client.Products.Update(t.Context(), 5, salespos.ProductUpdate{}) },
		func() error { return client.Products.Delete(t.Context(), 5) },
		func() error { _, err := client.Brands.Create(t.Context(), salespos.BrandCreate{}); return err },
	}
	for n, call := range calls {
		if err := call(); err != nil {
			t.Fatalf("call %d with an honest answer: %v", n, err)
		}
	}
	tampered = true
	for i := range 5_000 {
		checkBadAnswer(t, calls[i%len(calls)](), "sign", i%len(calls) == 3)
		if t.Failed() {
			t.Fatalf("at tampered answer %d", i+1)
		}
	}
}
