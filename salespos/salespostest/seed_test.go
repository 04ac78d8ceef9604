package salespostest_test

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

func TestAddKeepsIDsAndNumbers(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	if id := w.s.Add("products", `{"id":42,"name":"Mug","price":12.50,"brand":{"id":3,"name":"Acme"},"createdate":"2020-01-02T03:04:05Z"}`); id != 42 {
		t.Errorf("got id %d", id)
	}
	if id := w.s.Add("products", `{"name":"Jug"}`); id <= 42 || id < 1001 {
		t.Errorf("got id %d, want a new one", id)
	}
	check(t, w.get("/products/42").doc, map[string]string{
		"price": "12.5", "brand.name": `"Acme"`, "brand.id": "3", "createdate": `"2020-01-02T03:04:05Z"`, "package.id": "1",
		"is_active": "true", "taxtariff": `"normal"`, "description": `""`, "stockenabled": "true",
	})
	if d := cmp.Diff([]string{w.s.Doc("products", 42)}, w.s.Docs("products")[:1]); d != "" {
		t.Error(d)
	}
	if got := w.s.Doc("products", 1); got != "" {
		t.Errorf("document without a record: %s", got)
	}
}

func TestSeededOrders(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	user := w.s.Add("users", `{"username":"ann@example.com"}`)
	id := w.s.Add("orders", fmt.Sprintf(`{"ordernumber":7,"status":14,"user":{"id":"%d"},"orderrows":[
		{"product_id":%d,"count":2},{"product_name":"Tip","count":1,"price":1.5,"tax":0}]}`, user, p))
	path := fmt.Sprintf("/orders/%d", id)
	check(t, w.get(path).doc, map[string]string{"total_price": "41.5", "status": "14", "ordernumber": "7", "user.id": fmt.Sprintf(`"%d"`, user)})
	rows := w.get(path + "/orderrows").items()
	check(t, rows[0], map[string]string{"product_name": `"Shirt"`, "price": "20", "tax": "21"})
	check(t, rows[1], map[string]string{"product_name": `"Tip"`, "product_id": "null"})
	w.s.Edit("orders", id, `{"paid":true,"orderrows":[{"product_id":`+fmt.Sprint(p)+`,"count":1}]}`)
	check(t, w.get(path).doc, map[string]string{"total_price": "20", "paid": "true"})
	given := w.s.Add("orders", `{"total_price":99,"orderrows":[]}`)
	w.s.Edit("orders", given, `{"status":7}`)
	w.patch(fmt.Sprintf("/orders/%d", given), `{"status":6}`)
	check(t, w.get(fmt.Sprintf("/orders/%d", given)).doc, map[string]string{"total_price": "99", "status": "6"})
}

func TestMisusePanics(t *testing.T) {
	t.Parallel()
	for name, misuse := range map[string]func(s *salespostest.Server){
		"unknown resource":   func(s *salespostest.Server) { s.Add("nonsense", `{}`) },
		"no JSON":            func(s *salespostest.Server) { s.Add("products", `{`) },
		"unknown key":        func(s *salespostest.Server) { s.Add("products", `{"title":"x"}`) },
		"write key":          func(s *salespostest.Server) { s.Add("products", `{"active":true}`) },
		"computed key":       func(s *salespostest.Server) { s.Add("products", `{"deeplink":"x"}`) },
		"bad type":           func(s *salespostest.Server) { s.Add("products", `{"price":"1"}`) },
		"taken id":           func(s *salespostest.Server) { s.Add("packages", `{"id":1}`) },
		"taken username":     func(s *salespostest.Server) { s.Add("users", `{"username":"a"}`); s.Add("users", `{"username":"A"}`) },
		"combination":        func(s *salespostest.Server) { s.Add("attributecombinations", `{"product_id":1}`) },
		"row":                func(s *salespostest.Server) { s.Add("orderrows", `{"order_id":1}`) },
		"no parent":          func(s *salespostest.Server) { s.Add("attributevalues", `{"name":"Red"}`) },
		"unknown parent":     func(s *salespostest.Server) { s.Add("attributevalues", `{"attribute_id":5}`) },
		"unknown id to edit": func(s *salespostest.Server) { s.Edit("products", 5, `{}`) },
		"no fault":           func(s *salespostest.Server) { s.Inject(salespostest.Fault{}) },
		"page cap":           func(*salespostest.Server) { salespostest.WithPageCap(0) },
		"unknown reading":    func(*salespostest.Server) { salespostest.With("nonsense") },
		"no refusal":         func(*salespostest.Server) { salespostest.WithRefusal(salespostest.BadBody, 200, "") },
		"page size":          func(*salespostest.Server) { salespostest.WithPageSize(0) },
		"no attempts":        func(*salespostest.Server) { salespostest.WithWebhookAttempts(0) },
		"meanwhile nothing":  func(s *salespostest.Server) { s.Inject(salespostest.Fault{Do: salespostest.Meanwhile}) },
		"unknown id to drop": func(s *salespostest.Server) { s.Delete("products", 5) },
		"pace":               func(*salespostest.Server) { salespostest.WithPace(0) },
		"pace that is none":  func(*salespostest.Server) { salespostest.WithPace(math.NaN()) },
		"negative limit":     func(*salespostest.Server) { salespostest.New(salespostest.WithLimits(salespostest.Limits{Get: -1})) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			defer func() {
				if msg, _ := recover().(string); !strings.HasPrefix(msg, "salespostest: ") {
					t.Errorf("got panic %q", msg)
				}
			}()
			misuse(salespostest.New())
		})
	}
}

// TestUnknownResource: the panic says which resources there are.
func TestUnknownResource(t *testing.T) {
	t.Parallel()
	defer func() {
		if msg, _ := recover().(string); !strings.Contains(msg, `no resource "product"`) || !strings.Contains(msg, ", products, ") {
			t.Errorf("got panic %q", msg)
		}
	}()
	salespostest.New().Add("product", `{}`)
}

func TestRequestsAreCopies(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.patch("/packages/1", `{"name":"Box"}`)
	w.want(400, "", "PATCH", "/packages/1", `{"nonsense":1}`)
	w.want(405, "405.10", "DELETE", "/packages/1", "")
	w.want(404, "404.20", "POST", "/nonsense", "{}")
	w.get("/packages/1")
	if got := w.s.Writes(); got != 2 {
		t.Errorf("writes: got %d, want the 2 that reached a route", got)
	}
	reqs := w.s.Requests()
	reqs[0].Path = "changed"
	if got := w.s.Requests()[0]; got.Path != "/packages/1" || string(got.Body) != `{"name":"Box"}` || got.At.IsZero() {
		t.Errorf("got %+v", got)
	}
	w.s.ResetRequests()
	if got := len(w.s.Requests()) + w.s.Writes(); got != 0 {
		t.Errorf("after a reset: got %d", got)
	}
}

func TestExport(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	p := variantProduct(w.s)
	w.post("/orders", fmt.Sprintf(`{"customer":{},"reservationnumber":"ref 1","orderrows":[{"product_id":%d,"count":1}]}`, p))
	export, err := w.s.Export()
	if err != nil {
		t.Fatal(err)
	}
	doc := decode(t, export)
	product := doc["products"].([]any)[0].(map[string]any)
	if got := at(product, "attributecombinations", "collection").([]any); len(got) != 4 {
		t.Errorf("combinations of the product: got %d", len(got))
	}
	order := doc["orders"].([]any)[0].(map[string]any)
	check(t, order, map[string]string{"reservationnumber": `"ref 1"`, "total_price": "20", "user.id": "null"})
	check(t, order["orderrows"].([]any)[0].(map[string]any), map[string]string{"product_id": fmt.Sprint(p), "count": "1"})
	if got := doc["attributevalues"].([]any); len(got) != 4 {
		t.Errorf("attribute values: got %d", len(got))
	}
}

// 100,000 products are listed newest first and by number while they change.
func TestLargeAccount(t *testing.T) {
	t.Parallel()
	const n = 100_000
	w := newWire(t, salespostest.WithoutLimits())
	for i := range n {
		w.s.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":"SKU-%d","name":"Product %d","price":9.95,"stock":%d,
			"modifydate":"2024-01-01T%02d:%02d:%02dZ"}`, i+1, i, i, i%50, i/3600%24, i/60%60, i%60))
	}
	seen := map[int64]bool{}
	for start := 0; start < n; start += 25_000 - 250 {
		for _, id := range w.get(fmt.Sprintf("/products?orderby=modifydate_desc&start=%d&size=250", start)).ids() {
			seen[id] = true
		}
	}
	if len(seen) != 5*250 {
		t.Errorf("got %d different rows, want %d", len(seen), 5*250)
	}
	for i := range 50 {
		id := int64(i*1999%n + 1)
		w.s.Edit("products", id, fmt.Sprintf(`{"price":%d,"modifydate":"2025-01-01T00:00:%02dZ"}`, i, i))
		for _, query := range []string{"orderby=modifydate_desc&size=1", fmt.Sprintf("productnumber=SKU-%d", id-1)} {
			if d := cmp.Diff([]int64{id}, w.get("/products?"+query).ids()); d != "" {
				t.Fatalf("%s: -want +got\n%s", query, d)
			}
		}
	}
}

func BenchmarkListNewest(b *testing.B) {
	s := salespostest.New(salespostest.WithoutLimits())
	for i := range 20_000 {
		s.Add("products", fmt.Sprintf(`{"productnumber":"SKU-%d","name":"Product %d","price":9.95,"stock":%d}`, i, i, i%50))
	}
	w := wire{b, s}
	b.ReportAllocs()
	for b.Loop() {
		req := w.request("GET", "/products?orderby=modifydate_desc&start=10000&size=250&expand=attributecombinations", "")
		resp, err := s.Transport().RoundTrip(req)
		if err != nil || resp.StatusCode != 200 {
			b.Fatal(resp, err)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	w := newWire(t, salespostest.WithoutLimits())
	p := w.s.Add("products", `{"name":"Mug","price":1,"stock":100}`)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 25 {
				w.call("POST", "/orders", fmt.Sprintf(`{"customer":{},"orderrows":[{"product_id":%d,"count":1}]}`, p))
				w.s.Requests()
			}
		})
	}
	wg.Wait()
	check(t, w.get(fmt.Sprintf("/products/%d", p)).doc, map[string]string{"stock": "0"})
	check(t, w.post("/orders", `{"customer":{},"orderrows":[]}`).doc, map[string]string{"ordernumber": "101"})
}
