package ecwidtest_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// readingCase asks a store one question; the answer differs with the reading.
type readingCase struct {
	seed        func(s *ecwidtest.Server)
	ask         func(t *testing.T, s *ecwidtest.Server) any
	usual, with any
}

const lag = time.Minute

func product(doc string) func(*ecwidtest.Server) {
	return func(s *ecwidtest.Server) { s.Add("products", doc) }
}

// status asks for the status of one request.
func status(method, path, body string) func(*testing.T, *ecwidtest.Server) any {
	return func(t *testing.T, s *ecwidtest.Server) any {
		t.Helper()
		return send(t, s, method, path, body).status
	}
}

// value sends a write, unless it is "", and looks at what a GET shows then.
func value(method, path, body, getPath string, at ...any) func(*testing.T, *ecwidtest.Server) any {
	return func(t *testing.T, s *ecwidtest.Server) any {
		t.Helper()
		if method != "" {
			ok(t, s, method, path, body)
		}
		v := get(t, s, getPath).at(at...)
		if n, isNumber := v.(interface{ String() string }); isNumber {
			return n.String()
		}
		return v
	}
}

// answered looks at the answer to one request.
func answered(method, path, body string, at ...any) func(*testing.T, *ecwidtest.Server) any {
	return func(t *testing.T, s *ecwidtest.Server) any {
		t.Helper()
		a := send(t, s, method, path, body)
		a.t = t
		if len(at) == 0 {
			return a.raw
		}
		v := a.at(at...)
		if n, isNumber := v.(interface{ String() string }); isNumber {
			return n.String()
		}
		return v
	}
}

func productReadings() map[ecwidtest.Reading]readingCase {
	const two = `{"id":5,"attributes":[{"id":5001,"name":"UPC","type":"UPC","value":"1"}]}`
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.NullClears: {
			product(`{"id":5,"subtitle":"x"}`),
			value("PUT", "/products/5", `{"subtitle":null}`, "/products/5", "subtitle"), "x", nil,
		},
		ecwidtest.AttributesReplace: {
			product(two), value("PUT", "/products/5", `{"attributes":[{"id":5002,"value":"2"}]}`, "/products/5",
				"attributes", 0, "value"), "1", "2",
		},
		ecwidtest.ObjectsReplace: {
			product(`{"id":5}`),
			value("PUT", "/products/5", `{"tax":{"taxable":true}}`, "/products/5", "tax", "taxClassCode"), "default", nil,
		},
		ecwidtest.NewProductsDisabled: {
			nil, value("POST", "/products", `{"name":"n"}`, "/products", "items", 0, "enabled"), true, false,
		},
		ecwidtest.NewProductsTracked: {
			nil, value("POST", "/products", `{"name":"n"}`, "/products", "items", 0, "unlimited"), true, false,
		},
		ecwidtest.ZeroComparePrice: {
			product(`{"id":5}`),
			value("PUT", "/products/5", `{"compareToPrice":0}`, "/products/5", "compareToPrice"), nil, "0",
		},
		ecwidtest.NegativePrices: {nil, status("POST", "/products", `{"name":"n","price":-1}`), 400, 200},
		ecwidtest.ListsUnsorted: {func(s *ecwidtest.Server) {
			for i := range 9 {
				s.Add("products", path(`{"id":%d}`, i+1))
			}
		}, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			return slices.IsSorted(get(t, s, "/products").ids())
		}, true, false},
		ecwidtest.CaseInsensitiveSKUs: {product(`{"id":5,"sku":"Ab"}`), value("", "", "", "/products?sku=aB", "total"), "0", "1"},
		ecwidtest.RoundedPrices: {
			product(`{"id":5}`), value("PUT", "/products/5", `{"price":1.005}`, "/products/5", "price"), "1.005", "1.01",
		},
		ecwidtest.LenientBodies: {nil, status("POST", "/products", `{"name":"n","colour":"green"}`), 400, 200},
		ecwidtest.CreateReturnsItem: {
			nil, answered("POST", "/products?returnItem=true", `{"name":"n"}`, "item", "name"), nil, "n",
		},
		ecwidtest.KeywordsInside: {product(`{"id":5,"name":"Green tea"}`), func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			var found []any
			for _, keyword := range []string{"een", "tea+coffee", "gre*", "tea+green", "coffee"} {
				found = append(found, value("", "", "", "/products?keyword="+keyword, "total")(t, s))
			}
			return found
		}, []any{"0", "0", "1", "1", "0"}, []any{"1", "1", "1", "1", "0"}},
		ecwidtest.LongIDs: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			sku := value("POST", "/products", `{"name":"n"}`, "/products", "items", 0, "sku")(t, s)
			id, _ := ok(t, s, "POST", "/orders", `{}`).at("orderId").(string)
			return []any{sku, len(id)}
		}, []any{"00001", 5}, []any{"000000001", 9}},
		ecwidtest.TextsCapped: {
			nil, status("POST", "/products", `{"name":"`+strings.Repeat("x", 256)+`"}`), 200, 400,
		},
	}
}

func treeReadings() map[ecwidtest.Reading]readingCase {
	const tree = `{"id":8,"name":"child","parentId":7}`
	seedTree := func(s *ecwidtest.Server) {
		s.Add("categories", `{"id":7,"name":"top","enabled":false}`)
		s.Add("categories", tree)
	}
	seedClass := func(s *ecwidtest.Server) {
		s.Add("classes", `{"id":9,"name":"k","attributes":[{"id":91,"name":"a"}]}`)
		s.Add("products", `{"id":5,"productClassId":9,"attributes":[{"id":91,"name":"a","value":"v"}]}`)
	}
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.ChildrenStay: {seedTree, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ok(t, s, "DELETE", "/categories/7", "")
			return send(t, s, "GET", "/categories/8", "").status
		}, 404, 200},
		ecwidtest.CategoryReferencesIgnored: {
			seedTree, value("PUT", "/categories/8", `{"externalReferenceId":"x"}`, "/categories/8", "externalReferenceId"), "x", nil,
		},
		ecwidtest.HiddenBranches: {seedTree, value("", "", "", "/categories", "total"), "1", "0"},
		ecwidtest.ValuesStay: {
			seedClass, value("PUT", "/products/5", `{"productClassId":0}`, "/products/5", "attributes", 0, "value"), nil, "v",
		},
		ecwidtest.AsyncWithoutID: {
			product(`{"id":5}`),
			answered("POST", "/products/5/image/async", `{"url":"https://a.example/x","width":1,"height":1}`), `{"id":0}`, `{}`,
		},
		ecwidtest.MembersUpdated: {func(s *ecwidtest.Server) {
			s.Add("categories", `{"id":7,"name":"c"}`)
			s.Add("products", `{"id":5,"created":"5","updated":"5"}`)
		}, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ok(t, s, "POST", "/categories/7/assignProducts", `{"productIds":[5]}`)
			return get(t, s, "/products/5").at("updated") == "1970-01-01 00:00:05 +0000"
		}, true, false},
	}
}

func variationReadings() map[ecwidtest.Reading]readingCase {
	const two = `{"id":5,"attributes":[{"id":5001,"name":"UPC","type":"UPC","value":"1"}]}`
	seedClass := func(s *ecwidtest.Server) {
		s.Add("classes", `{"id":9,"name":"k","attributes":[{"id":91,"name":"a"}]}`)
		s.Add("products", `{"id":5,"productClassId":9,"attributes":[{"id":91,"name":"a","value":"v"}]}`)
	}
	variation := `{"id":5,"options":[{"name":"Size","choices":[{"text":"S"}]},{"name":"Hue","choices":[{"text":"R"}]}],
		"combinations":[{"id":21,"options":[{"name":"Size","value":"S"}]}]}`
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.DeltaTracks: {
			product(`{"id":5}`),
			value("PUT", "/products/5/inventory", `{"quantityDelta":2}`, "/products/5", "quantity"), nil, "2",
		},
		ecwidtest.ProductStockIdle: {
			product(`{"id":5,"sku":"T","quantity":7,"combinations":[{"id":21,"sku":"T1","quantity":3,"options":[{"name":"Size","value":"S"}]}]}`),
			func(t *testing.T, s *ecwidtest.Server) any {
				t.Helper()
				ok(t, s, "PUT", "/products/5", `{"quantity":9}`)
				delta := answered("PUT", "/products/5/inventory", `{"quantityDelta":-1}`, "updateCount")(t, s)
				get(t, s, "/products/5").is("3", "combinations", 0, "quantity")
				return []any{delta, value("", "", "", "/products/5", "quantity")(t, s)}
			}, []any{"1", "8"}, []any{"0", "7"},
		},
		ecwidtest.SharedSKUsRefused: {
			product(`{"id":5,"sku":"T"}`),
			status("POST", "/products/5/combinations", `{"sku":"T","options":[{"name":"Size","value":"M"}]}`), 200, 409,
		},
		ecwidtest.CombinationsUpsert: {product(variation), func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ok(t, s, "PUT", "/products/5?saveCombinations=true", `{"combinations":[]}`)
			return get(t, s, "/products/5/combinations").at(0) != nil
		}, false, true},
		ecwidtest.AliasOfClassOnly: {
			seedClass, status("PUT", "/products/5", `{"attributes":[{"alias":"UPC","value":"1"}]}`), 200, 400,
		},
		ecwidtest.EmptyValuesStay: {
			product(two),
			value("PUT", "/products/5", `{"attributes":[{"id":5001,"value":""}]}`, "/products/5", "attributes", 0, "value"),
			nil, "",
		},
		ecwidtest.WholeOptionSets: {
			product(variation),
			status("POST", "/products/5/combinations", `{"options":[{"name":"Size","value":"M"}]}`), 200, 400,
		},
		ecwidtest.MissesSilent: {nil, answered("PUT", "/products/9", `{}`, "updateCount"), nil, "0"},
		ecwidtest.NoChangeCountsZero: {
			product(`{"id":5,"price":3}`), answered("PUT", "/products/5", `{"price":3}`, "updateCount"), "1", "0",
		},
		ecwidtest.ObjectsInLists: {nil, answered("GET", "/classes/0", "", 0, "id"), nil, "0"},
	}
}

func timedReadings() map[ecwidtest.Reading]readingCase {
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.DeletionsForgotten: {product(`{"id":5}`), func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			s.Delete("products", 5)
			sleep(t, 31*24*time.Hour)
			return value("", "", "", "/products/deleted", "total")(t, s)
		}, "1", "0"},
		ecwidtest.BatchCallsFree: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			entry := `{"method":"GET","path":"/profile"}`
			submit(t, s, "", "["+strings.Repeat(entry+",", 499)+entry+"]")
			for range 99 {
				get(t, s, "/classes")
			}
			return send(t, s, "GET", "/profile", "").status
		}, 429, 200},
		ecwidtest.StaleReads: {func(s *ecwidtest.Server) {
			s.Add("products", `{"id":5,"name":"old"}`)
			s.Add("categories", `{"id":7,"name":"old"}`)
			s.Add("orders", `{"id":"A","internalId":1,"email":"old@example.org"}`)
		}, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			sleep(t, lag)
			ok(t, s, "PUT", "/products/5", `{"name":"new"}`)
			ok(t, s, "PUT", "/categories/7", `{"name":"new"}`)
			ok(t, s, "PUT", "/orders/A", `{"email":"new@example.org"}`)
			look := func() []any {
				return []any{get(t, s, "/products/5").at("name"), get(t, s, "/categories/7").at("name"), get(t, s, "/orders/A").at("email")}
			}
			seen := look()
			sleep(t, lag)
			return [][]any{seen, look()}
		}, [][]any{{"new", "new", "new@example.org"}, {"new", "new", "new@example.org"}},
			[][]any{{"old", "old", "old@example.org"}, {"new", "new", "new@example.org"}}},
		ecwidtest.TokenInQuery: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://app.ecwid.com/api/v3/1003/profile?lang=en&token="+s.Token(), nil)
			if err != nil {
				t.Fatal(err)
			}
			a, err := do(s.Transport(), req)
			if query := s.Requests()[0].Query; err != nil || query != "lang=en" {
				t.Errorf("recorded %q, %v", query, err)
			}
			return a.status
		}, 403, 200},
		ecwidtest.TicketsShort: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			ticket := submit(t, s, "", `[]`)
			sleep(t, time.Hour)
			return send(t, s, "GET", "/batch?ticket="+ticket, "").status
		}, 200, 404},
	}
}

func appReadings() map[ecwidtest.Reading]readingCase {
	return map[ecwidtest.Reading]readingCase{
		ecwidtest.SnakeCaseEvents: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			s.Announce("profile.subscriptionStatusChanged", 1003, "")
			return receive(t, 200).types(s)[0]
		}, "profile.subscriptionStatusChanged", "profile.subscription_status_changed"},
		ecwidtest.RetriesRestamped: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			s.Announce("profile.updated", 1003, "")
			r := receive(t, 500, 200)
			_ = r.types(s)
			before := answer{t: t, raw: r.bodies[0]}.at("eventCreated")
			sleep(t, time.Hour)
			_ = r.types(s)
			return answer{t: t, raw: r.bodies[0]}.at("eventCreated") == before
		}, true, false},
		ecwidtest.OAuthByGet: {nil, func(t *testing.T, s *ecwidtest.Server) any {
			t.Helper()
			return exchange(t, s, "POST", form(s, s.AuthorizeApp("https://app.example/done"))).status
		}, 200, 405},
	}
}

// A silent miss is about the record in the path, nothing else.
func TestMissesSilent(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New(ecwidtest.With(ecwidtest.MissesSilent))
	s.Add("products", `{"id":5}`)
	ok(t, s, "DELETE", "/orders/NONE", "").is(`{"deleteCount":0}`)
	refused(t, s, "PUT", "/products/5", `{"categoryIds":[9]}`, 404, "CATEGORIES_NOT_FOUND")
	refused(t, s, "PUT", "/nowhere/5", `{}`, 404, "")
	refused(t, s, "GET", "/products/6", "", 404, "PRODUCT_NOT_FOUND")
}

// Every reading changes what it says, and nothing does without it.
func TestReadings(t *testing.T) {
	t.Parallel()
	cases := map[ecwidtest.Reading]readingCase{}
	for _, more := range []map[ecwidtest.Reading]readingCase{
		productReadings(), treeReadings(), variationReadings(), salesReadings(), orderReadings(), batchReadings(),
		timedReadings(), appReadings(),
	} {
		maps.Copy(cases, more)
	}
	for _, reading := range ecwidtest.Readings() {
		c, found := cases[reading]
		if !found {
			t.Errorf("%s has no test", reading)
			continue
		}
		t.Run(string(reading), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				for _, opts := range [][]ecwidtest.Option{nil, {ecwidtest.With(reading)}} {
					want := c.usual
					if len(opts) > 0 {
						want = c.with
					}
					if reading == ecwidtest.StaleReads {
						opts = append(opts, ecwidtest.WithIndexLag(lag))
					}
					s := hooked(opts...)
					if c.seed != nil {
						c.seed(s)
					}
					if diff := cmp.Diff(want, c.ask(t, s)); diff != "" {
						t.Errorf("with %d readings (-want +got):\n%s", len(opts), diff)
					}
				}
			})
		})
	}
}

func TestWithPanicsOnUnknownReadings(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	ecwidtest.With("nonsense")
}
