package salespos_test

import (
	"context"
	"iter"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// wireCase is one method and what it has to send.
type wireCase struct {
	name   string // service and method
	call   func(ctx context.Context, c *salespos.Client) (any, error)
	reply  reply
	method string
	target string
	body   string
}

// wireCases has at least one row for each method of each service.
func wireCases(t *testing.T) []wireCase {
	return slices.Concat(
		productCases(t), productWriteCases(t), productByCases(), productQueryCases(), productPartCases(), photoCases(),
		combinationCases(t), attributeCases(t), attributeValueCases(t), productValueCases(t),
		propertyCases(), productPropertyCases(), namedCases(), categoryCases(), productCategoryCases(),
		orderCases(t), orderPartCases(t), userCases(t), shopCases(t),
		orderRowCases(t), orderTalkCases(t), invoiceCases(t), tillCases(t),
		userGroupCases(t), accountCases(t), connectorCases(t),
	)
}

func created() reply   { return reply{Status: http.StatusCreated, Body: `{"id":5}`} }
func noContent() reply { return reply{Status: http.StatusNoContent} }
func emptyList() reply { return ok(`{"href":"x","items":[]}`) }

func TestWire(t *testing.T) {
	t.Parallel()
	for _, tc := range wireCases(t) {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, tc.reply)
			if _, err := tc.call(t.Context(), client); err != nil {
				t.Fatal(err)
			}
			seen := shop.seen()
			if len(seen) != 1 {
				t.Fatalf("got %d requests, want 1", len(seen))
			}
			got := seen[0]
			diff(t, tc.method, got.Method)
			diff(t, "/api/rest/v1"+tc.target, got.Target)
			diff(t, canonical(t, tc.body), canonical(t, got.Body))
			checkHeaders(t, got)
		})
	}
}

// checkHeaders checks the headers that each request has, and its signature.
func checkHeaders(t *testing.T, got request) {
	t.Helper()
	diff(t, publicKey, got.Header.Get("x-public"))
	diff(t, string(salespos.SalesPOSLine), got.Header.Get("accept"))
	want := sign(publicKey, got.Method, got.Target, got.Body, got.Header.Get("x-date"))
	diff(t, want, got.Header.Get("x-hash"))
	if _, err := time.Parse("2006-01-02T15:04:05Z", got.Header.Get("x-date")); err != nil {
		t.Errorf("x-date: %v", err)
	}
	if contentType := got.Header.Get("content-type"); (got.Body != "") != (contentType == "application/json") {
		t.Errorf("content-type %q with a body of %d bytes", contentType, len(got.Body))
	}
}

// TestWireIsComplete finds methods without a row in the table.
func TestWireIsComplete(t *testing.T) {
	t.Parallel()
	rows := make(map[string]bool)
	for _, tc := range wireCases(t) {
		rows[tc.name] = true
	}
	for name := range serviceMethods() {
		if !rows[name] {
			t.Errorf("%s has no wire test", name)
		}
	}
}

func collect[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var items []T
	for item, err := range seq {
		if err != nil {
			return items, err
		}
		items = append(items, item)
	}
	return items, nil
}
