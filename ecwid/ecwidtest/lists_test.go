package ecwidtest_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// TestIndexLag shows section 1.13: searches are late, everything else is not.
func TestIndexLag(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New(ecwidtest.WithIndexLag(time.Minute))
		product := ok(t, s, "POST", "/products", `{"name":"Tea","sku":"T","externalReferenceId":"x"}`).id()
		category := ok(t, s, "POST", "/categories", `{"name":"Tea"}`).id()
		order := ok(t, s, "POST", "/orders", `{"email":"a@example.org","refererId":"r"}`).id()
		late := map[string]int64{
			"/products": product, "/products?sku=T": product, "/products?externalReferenceId=x": product,
			"/products?keyword=tea": product, "/categories": category, "/orders?responseFields=items(internalId)": order,
			"/orders?refererId=r": order, path("/orders?ids=%d", order): order,
		}
		for p := range late {
			get(t, s, p+sep(p)+"limit=1").is("", "items", 0)
		}
		wantIDs(t, get(t, s, path("/products?productId=%d", product)), product)
		for _, p := range []string{
			path("/products/%d", product), path("/categories/%d", category), path("/orders/%d", order),
		} {
			get(t, s, p)
		}
		get(t, s, "/customers?email=a@example.org&useExactEmailMatch=true").is("1", "total")
		refused(t, s, "POST", "/products", `{"name":"Tea","sku":"T"}`, 409, "SKU_ALREADY_EXISTS")

		sleep(t, time.Minute-1)
		get(t, s, "/products").is("[]", "items")
		sleep(t, 1)
		for p := range late {
			if get(t, s, p).at("items", 0) == nil {
				t.Errorf("%s: still nothing after a minute", p)
			}
		}
		ok(t, s, "PUT", path("/products/%d", product), `{"sku":"U"}`)
		get(t, s, "/products?sku=T").is(`"T"`, "items", 0, "sku") // the old state
		get(t, s, path("/products?productId=%d", product)).is(`"U"`, "items", 0, "sku")
		ok(t, s, "DELETE", path("/products/%d", product), "")
		get(t, s, "/products").is("1", "total")
		sleep(t, time.Minute)
		get(t, s, "/products").is("0", "total")
	})
}

func sep(p string) string {
	if slices.Contains([]byte(p), '?') {
		return "&"
	}
	return "?"
}

func TestDeletedFeeds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		for i := range 12 {
			s.Add("products", path(`{"id":%d}`, i+1))
			ok(t, s, "DELETE", path("/products/%d", i+1), "")
			sleep(t, time.Second)
		}
		s.Add("orders", `{"id":"XJ12H","internalId":7}`)
		ok(t, s, "DELETE", "/orders/XJ12H", "")
		s.Add("customers", `{"id":8}`)
		s.Delete("customers", 8)
		a := get(t, s, "/products/deleted")
		a.is(`{"id":1,"date":"2000-01-01 00:00:00 +0000"}`, "items", 0)
		a.is("10", "count")
		a.is("12", "total")
		wantIDs(t, get(t, s, "/products/deleted?limit=100&offset=10"), 11, 12)
		wantIDs(t, get(t, s, "/products/deleted?from_date=946684802&to_date=2000-01-01+00:00:03"), 3, 4)
		get(t, s, "/orders/deleted").is(`[{"id":7,"orderId":"XJ12H","date":"2000-01-01 00:00:12 +0000"}]`, "items")
		wantIDs(t, get(t, s, "/customers/deleted"), 8)
	})
}

func TestLatestStats(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := ecwidtest.New()
		s.Add("categories", `{"id":5,"name":"c"}`)
		s.Add("products", `{"id":1,"quantity":3}`)
		a := get(t, s, "/latest-stats?productCountRequired=true")
		a.is("1", "productCount")
		a.is("", "categoryCount")
		steps := []struct {
			method, path, body string
			moves              []string
		}{
			{"PUT", "/products/1", `{}`, []string{"productsUpdated"}},
			{"POST", "/categories", `{"name":"n"}`, []string{"productsUpdated", "categoriesUpdated"}},
			{"POST", "/customers", `{"email":"a@example.org"}`, []string{"customersUpdated"}},
			{"POST", "/orders", `{}`, []string{"ordersUpdated"}},
			{"PUT", "/profile", `{"settings":{"closed":true}}`, []string{"profileUpdated"}},
			{"DELETE", "/products/1", ``, []string{"productsUpdated"}},
		}
		for _, step := range steps {
			before := get(t, s, "/latest-stats")
			sleep(t, time.Second)
			ok(t, s, step.method, step.path, step.body)
			after := get(t, s, "/latest-stats")
			for _, key := range []string{
				"productsUpdated", "categoriesUpdated", "customersUpdated", "ordersUpdated", "profileUpdated",
			} {
				if got, want := before.at(key) != after.at(key), slices.Contains(step.moves, key); got != want {
					t.Errorf("%s %s: %s moved %v, want %v", step.method, step.path, key, got, want)
				}
			}
		}
	})
}

// TestListsStayInOrder compares every order with a plain sort while records
// come, change and go.
func TestListsStayInOrder(t *testing.T) {
	t.Parallel()
	type product struct {
		ID                               int64
		CreateTimestamp, UpdateTimestamp int64
		Price                            int64
		Enabled                          bool
	}
	orders := map[string]func(a, b product) int{
		"":                  func(a, b product) int { return 0 },
		"ADDED_TIME_ASC":    func(a, b product) int { return cmp.Compare(a.CreateTimestamp, b.CreateTimestamp) },
		"UPDATED_TIME_ASC":  func(a, b product) int { return cmp.Compare(a.UpdateTimestamp, b.UpdateTimestamp) },
		"UPDATED_TIME_DESC": func(a, b product) int { return cmp.Compare(b.UpdateTimestamp, a.UpdateTimestamp) },
		"PRICE_ASC":         func(a, b product) int { return cmp.Compare(a.Price, b.Price) },
	}
	s := ecwidtest.New(ecwidtest.WithoutLimits())
	rng := rand.New(rand.NewPCG(1, 2))
	for step := range 300 {
		id := rng.Int64N(60) + 1
		doc := path(`{"id":%d,"updated":"%d","price":%d,"enabled":%v}`, id, rng.IntN(20), rng.IntN(5), rng.IntN(2) == 0)
		switch exists := s.Doc("products", id) != ""; {
		case !exists:
			s.Add("products", path(`{"created":"%d",%s`, rng.IntN(20), doc[1:]))
		case rng.IntN(4) == 0:
			s.Delete("products", id)
		default:
			s.Edit("products", id, doc)
		}
		var all []product
		for _, doc := range s.Docs("products") {
			var p product
			if err := json.Unmarshal([]byte(doc), &p); err != nil {
				t.Fatal(err)
			}
			all = append(all, p)
		}
		for name, by := range orders {
			if rng.IntN(3) > 0 {
				continue // let changes pile up between two lists
			}
			want := []int64{}
			for _, p := range slices.SortedStableFunc(slices.Values(all), by) {
				if p.Enabled && p.UpdateTimestamp >= 5 && p.CreateTimestamp <= 15 {
					want = append(want, p.ID)
				}
			}
			a := get(t, s, "/products?enabled=true&updatedFrom=5&createdTo=15&sortBy="+name)
			if diff := gocmp.Diff(want, a.ids()); diff != "" {
				t.Fatalf("step %d, %q (-want +got):\n%s", step, name, diff)
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	a := answer{t: t, raw: func() string {
		return s.Doc("products", s.Add("products", `{"id":5,"sku":"T","quantity":3,"created":"2026-01-10 09:00:00 +0000",
			"updated":"2026-01-11 10:15:30 +0000","media":{"images":[{"id":"0"}]},"anything":{"goes":1.50}}`))
	}()}
	a.is("false", "unlimited")
	a.is("1768126530", "updateTimestamp")
	a.is("1768035600", "createTimestamp")
	a.is("1.50", "anything", "goes")
	s.Edit("products", 5, `{"sku":"U","media":null,"combinations":[{"id":8,"sku":"U-1","quantity":2,
		"options":[{"name":"Size","value":"S"}]}]}`)
	s.Edit("products", 5, `{"updated":"2026-02-01 00:00:00 +0000","combinations":[{"id":8,"quantity":9}]}`)
	a.raw = s.Doc("products", 5)
	a.is(`9`, "combinations", 0, "quantity")
	a.is(`"U-1"`, "combinations", 0, "sku")
	a.is("", "media")
	a.is(`"2026-02-01 00:00:00 +0000"`, "updated")
	if got := s.Doc("products", 6); got != "" {
		t.Errorf("a product that is not there: got %s", got)
	}
	var state map[string]json.RawMessage
	raw, err := s.Export()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &state); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"storeId", "profile", "products", "categories", "classes", "customers", "orders"} {
		if state[key] == nil {
			t.Errorf("the export has no %s", key)
		}
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
	ecwidtest.New().Add("product", `{}`)
}

func TestMisusePanics(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("products", `{"id":5,"sku":"U"}`)
	for name, misuse := range map[string]func(){
		"no JSON":        func() { s.Add("products", `{`) },
		"no resource":    func() { s.Add("goods", `{}`) },
		"id taken":       func() { s.Add("products", `{"id":5}`) },
		"SKU taken":      func() { s.Add("products", `{"sku":"U"}`) },
		"no category":    func() { s.Add("products", `{"categoryIds":[77]}`) },
		"no parent":      func() { s.Add("categories", `{"name":"c","parentId":77}`) },
		"edit of none":   func() { s.Edit("products", 6, `{}`) },
		"delete of none": func() { s.Delete("products", 6) },
		"order id taken": func() { s.PlaceOrder(`{"id":"A"}`); s.PlaceOrder(`{"id":"A"}`) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			misuse()
		}()
	}
}

// BenchmarkLargeStore lists a store of 100,000 products page by page.
func BenchmarkLargeStore(b *testing.B) {
	const size = 100_000
	s := ecwidtest.New(ecwidtest.WithoutLimits())
	for i := range size {
		s.Add("products", fmt.Sprintf(`{"id":%d,"sku":"S%d","name":"Product","quantity":5}`, i+1, i))
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		offset := n * 100 % size
		send(b, s, "GET", path("/products?sortBy=UPDATED_TIME_ASC&offset=%d&responseFields=items(id,sku)", offset), "")
		send(b, s, "PUT", path("/products/%d", offset+1), `{"price":3}`)
		s.ResetRequests()
	}
}

// BenchmarkSeed adds products.
func BenchmarkSeed(b *testing.B) {
	s := ecwidtest.New()
	for n := 0; b.Loop(); n++ {
		s.Add("products", fmt.Sprintf(`{"id":%d,"sku":"S%d","name":"Product","quantity":5}`, n+1, n))
	}
}
