package salespos_test

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/tillsync/tillsync/salespos"
)

// answers is a network that prints each request and answers with its texts in
// turn. An empty text is the answer of a write.
type answers []string

// RoundTrip prints req and signs the next answer to it.
func (a *answers) RoundTrip(req *http.Request) (*http.Response, error) {
	body := ""
	if req.Body != nil {
		data, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		body = string(data)
	}
	target := req.URL.RequestURI()
	line := req.Method + " " + strings.TrimPrefix(target, "/api/rest/v1") + " " + body
	_, _ = fmt.Fprintln(os.Stdout, strings.TrimSpace(line))
	text := (*a)[0]
	*a = (*a)[1:]
	resp := &http.Response{StatusCode: http.StatusOK, Header: make(http.Header), Request: req}
	if text == "" {
		resp.StatusCode = http.StatusNoContent
	}
	resp.Body = io.NopCloser(strings.NewReader(text))
	resp.Header.Set("X-Date", signDate)
	resp.Header.Set("X-Hash", sign(publicKey, req.Method, target, text, signDate))
	return resp, nil
}

// printingShop is a client of a shop that answers with texts and prints what it
// is asked.
func printingShop(texts ...string) *salespos.Client {
	pos, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithTransport((*answers)(&texts)))
	check(err)
	return pos
}

// check ends an example that went wrong.
func check(err error) {
	if err != nil {
		log.Panic(err)
	}
}

// price is a decimal of an example.
func price(text string) salespos.Amount {
	amount, err := salespos.ParseAmount(text)
	check(err)
	return amount
}
