package ecwidtest_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func salesReadings() map[ecwidtest.Reading]readingCase {
	orders := func(s *ecwidtest.Server) {
		s.Add("orders", `{"id":"A","internalId":1,"createDate":"2026-01-01 00:00:00 +0000"}`)
		s.Add("orders", `{"id":"B","internalId":2,"createDate":"2026-01-02 00:00:00 +0000"}`)
	}
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.StockRequired: {
			product(`{"id":5,"quantity":1}`), status("POST", "/orders", `{"paymentStatus":"PAID","email":"a@example.org",
			"items":[{"productId":5,"quantity":2}]}`), 200, 409,
		},
		ecwidtest.OldestOrdersFirst: {orders, value("", "", "", "/orders", "items", 0, "id"), "B", "A"},
		ecwidtest.EndsOutside: {
			orders, value("", "", "", "/orders?createdFrom=2026-01-01&createdTo=2026-01-02", "total"), "2", "0",
		},
		ecwidtest.DatesElsewhere: {orders, value("", "", "", "/orders/B", "createDate"), "2026-01-02 00:00:00 +0000", "2026-01-02 04:00:00 +0400"},
		ecwidtest.GroupReferencesUnique: {func(s *ecwidtest.Server) {
			s.Add("groups", `{"name":"a","externalReferenceId":"x"}`)
		}, status("POST", "/customer_groups", `{"name":"b","externalReferenceId":"x"}`), 200, 409},
		ecwidtest.LargePagesRefused: {nil, status("GET", "/products?limit=101", ""), 200, 400},
		ecwidtest.OffsetCapped:      {nil, status("GET", "/products?offset=10000", ""), 200, 400},
		ecwidtest.EmptyErrors:       {nil, answered("GET", "/products/9", ""), `{"errorCode":"PRODUCT_NOT_FOUND","errorMessage":"Product #9 not found"}`, ""},
		ecwidtest.LegacyErrors: {
			nil, answered("GET", "/products/9", "", "error"), nil, "OTHER",
		},
		ecwidtest.StorageSuccess: {nil, answered("PUT", "/storage/k", "v"), `{"updateCount":1}`, `{"success":true}`},
		ecwidtest.EmailsExact: {func(s *ecwidtest.Server) {
			s.Add("customers", `{"email":"a@example.org"}`)
		}, status("POST", "/customers", `{"email":"A@example.org"}`), 409, 200},
		ecwidtest.EmailsWhole: {func(s *ecwidtest.Server) {
			s.Add("customers", `{"email":"ada@example.org"}`)
		}, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			get(t, s, "/customers?email=ADA@example.org").is("1", "total")
			return value("", "", "", "/customers?email=ADA@", "total")(t, s)
		}, "1", "0"},
		ecwidtest.OrdersUnlinked: {func(s *ecwidtest.Server) {
			s.Add("customers", `{"id":9,"email":"a@example.org"}`)
			s.Add("orders", `{"id":"A","internalId":1,"customerId":9}`)
		}, value("DELETE", "/customers/9", "", "/orders/A", "customerId"), "9", nil},
		ecwidtest.OrderIDLower: {
			nil, func(t *testing.T, s *ecwidtest.Server) any {
				t.Helper()
				return ok(t, s, "POST", "/orders", `{}`).at("orderid") != nil
			}, false, true,
		},
		ecwidtest.InternalIDsRefused: {orders, status("GET", "/orders/1", ""), 200, 404},
	}
}

func orderReadings() map[ecwidtest.Reading]readingCase {
	const refunds = `{"refunds":[{"date":"2026-01-01 01:00:00 +0100","source":"API","reason":"broken","amount":2.5}]}`
	two := product(`{"id":5,"quantity":7}`)
	// buy sells two of them in one status and, unless it is "", changes to another.
	buy := func(first, then string) func(*testing.T, *ecwidtest.Server) any {
		return func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			id := ok(t, s, "POST", "/orders", path(`{"email":"a@example.org","paymentStatus":%q,"items":[{"productId":5,"quantity":2}]}`, first)).id()
			if then != "" {
				ok(t, s, "PUT", path("/orders/%d", id), path(`{"paymentStatus":%q}`, then))
			}
			return value("", "", "", "/products/5", "quantity")(t, s)
		}
	}
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.StockOfPaid:    {two, buy("AWAITING_PAYMENT", "PAID"), "7", "5"},
		ecwidtest.StockOfAll:     {two, buy("AWAITING_PAYMENT", ""), "7", "5"},
		ecwidtest.StockOfNone:    {two, buy("PAID", ""), "5", "7"},
		ecwidtest.RestockNever:   {two, buy("PAID", "CANCELLED"), "7", "5"},
		ecwidtest.CompleteOrders: {nil, status("POST", "/orders", `{"email":"a@example.org"}`), 200, 400},
		ecwidtest.FinalStatuses: {func(s *ecwidtest.Server) {
			s.Add("orders", `{"id":"A","internalId":1,"paymentStatus":"CANCELLED"}`)
		}, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ok(t, s, "PUT", "/orders/A", `{"paymentStatus":"CANCELLED","fulfillmentStatus":"RETURNED"}`)
			return send(t, s, "PUT", "/orders/A", `{"paymentStatus":"AWAITING_PAYMENT"}`).status
		}, 200, 400},
		ecwidtest.RefundsWritable: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			a := send(t, s, "POST", "/orders", refunds)
			if a.status != 200 {
				return a.status
			}
			return get(t, s, path("/orders/%d", a.id())).at("refunds", 0, "date")
		}, 400, "2026-01-01 00:00:00 +0000"},
		ecwidtest.PublicStatusesIgnored: {
			nil, publicOrders(`"AWAITING_PAYMENT"`, `"PAID"`, `null`),
			[]any{"AWAITING_PAYMENT", 400, "AWAITING_PAYMENT"}, []any{"AWAITING_PAYMENT", "AWAITING_PAYMENT", "AWAITING_PAYMENT"},
		},
		ecwidtest.PublicOrdersIncomplete: {
			nil, publicOrders(`"AWAITING_PAYMENT"`, `"INCOMPLETE"`, `null`),
			[]any{"AWAITING_PAYMENT", "INCOMPLETE", "AWAITING_PAYMENT"}, []any{400, "INCOMPLETE", "INCOMPLETE"},
		},
	}
}

// publicOrders asks, with a storefront token, for orders in some statuses, and
// tells the statuses that they have or those of the refusals.
func publicOrders(wanted ...string) func(*testing.T, *ecwidtest.Server) any {
	return func(t *testing.T, s *ecwidtest.Server) any {
		t.Helper()
		var got []any
		for _, status := range wanted {
			a := sendAs(t, s, s.AddPublicToken(), "POST", "/orders", path(`{"paymentStatus":%s}`, status))
			if a.status != 200 {
				got = append(got, a.status)
				continue
			}
			got = append(got, get(t, s, path("/orders/%d", a.id())).at("paymentStatus"))
		}
		return got
	}
}

func batchReadings() map[ecwidtest.Reading]readingCase {
	// stopped looks at a batch whose first request fails, so that the second one is not executed.
	stopped := func(at ...any) func(*testing.T, *ecwidtest.Server) any {
		return func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ticket := submit(t, s, "", `[{"id":"a","method":"GET","path":"/products/9"},{"id":"b","method":"GET","path":"/profile"}]`)
			return value("", "", "", "/batch?ticket="+ticket, at...)(t, s)
		}
	}
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.UnexecutedOmitted: {nil, stopped("responses", 1, "status"), "NOT_EXECUTED", nil},
		ecwidtest.UnexecutedCounted: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			return []any{stopped("completedRequests")(t, s), stopped("responses", 1, "httpStatusCode")(t, s)}
		}, []any{"1", nil}, []any{"2", "0"}},
		ecwidtest.TicketErrors: {nil, answered("GET", "/batch?ticket=t", ""), "", `{"errorMessage":"Ticket t not found"}`},
	}
}
