package salespos_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// page is a page of products with a link to the next one.
func page(next string, ids ...int) reply {
	items := make([]string, len(ids))
	for i, id := range ids {
		items[i] = fmt.Sprintf(`{"id":%d}`, id)
	}
	return ok(fmt.Sprintf(`{"start":0,"size":2,"href":"x","next":%q,"items":[%s]}`, next, strings.Join(items, ",")))
}

func productIDs(t *testing.T, products []salespos.Product) []int {
	t.Helper()
	var ids []int
	for _, p := range products {
		ids = append(ids, int(p.ID))
	}
	return ids
}

// TestNextIsFollowedToTheByte: links may be encoded as no client would, and are
// signed and sent as they are. An empty page is no end.
func TestNextIsFollowedToTheByte(t *testing.T) {
	t.Parallel()
	links := []string{
		"/api/rest/v1/products/?start=2&size=2&productname=a+b&x=%2c%2C:@/?'",
		"/api/rest/v1/products?size=2&start=4&b=2&a=1&a",
	}
	s := &shop{replies: []reply{page(shopURL+links[0], 1, 2), page(links[1]), page("", 3)}}
	client := newClient(t, s)
	products := client.Products.All(t.Context(), &salespos.ProductListOptions{Size: 2})
	if n := len(s.seen()); n != 0 {
		t.Fatalf("got %d requests before the first pull, want 0", n)
	}
	got, err := collect(products)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []int{1, 2, 3}, productIDs(t, got))
	var targets []string
	for _, r := range s.seen() {
		targets = append(targets, r.Target)
	}
	diff(t, append([]string{"/api/rest/v1/products?start=0&size=2"}, links...), targets)
}

// TestAllTwice: a second range starts anew and sees the same; a stopped one
// sends no more.
func TestAllTwice(t *testing.T) {
	t.Parallel()
	next := shopURL + "/api/rest/v1/products?start=2&size=2"
	s := &shop{replies: []reply{page(next, 1, 2), page("", 3), page(next, 1, 2), page("", 3), page(next, 1, 2)}}
	opts := &salespos.ProductListOptions{Expand: []salespos.ProductExpand{salespos.ExpandPhotos}}
	products := newClient(t, s).Products.All(t.Context(), opts)
	opts.Expand[0], opts.Start = salespos.ExpandVideos, 99
	for range 2 {
		got, err := collect(products)
		if err != nil {
			t.Fatal(err)
		}
		diff(t, []int{1, 2, 3}, productIDs(t, got))
	}
	for _, err := range products {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	seen := s.seen()
	if len(seen) != 5 {
		t.Fatalf("got %d requests, want 5", len(seen))
	}
	for _, i := range []int{0, 2, 4} {
		diff(t, "/api/rest/v1/products?start=0&size=250&expand=productphotos", seen[i].Target)
	}
}

// TestBadNext: a link that leads elsewhere is an error, once and last, and is
// not followed.
func TestBadNext(t *testing.T) {
	t.Parallel()
	for name, link := range map[string]string{
		"foreign host": "https://evil.example.org/api/rest/v1/products?start=2",
		"other port":   "https://shop.example.com:8443/api/rest/v1/products?start=2",
		"http port":    "http://shop.example.com:443/api/rest/v1/products?start=2",
		"other scheme": "ftp://shop.example.com/api/rest/v1/products?start=2",
		"no scheme":    "//shop.example.com/api/rest/v1/products?start=2",
		"user info":    "https://shop.example.com@evil.example.org/api/rest/v1/products",
		"other path":   shopURL + "/admin",
		"other API":    shopURL + "/api/rest/v11/products",
		"no path":      shopURL,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, shop := serve(t, page(link, 1))
			var errs int
			for _, err := range client.Products.All(t.Context(), nil) {
				if err != nil {
					errs++
					checkKinds(t, err, "BadAnswer")
				}
			}
			diff(t, 1, errs)
			diff(t, 1, len(shop.seen()))
		})
	}
}

// TestNextOfTheOwnHost: of a link only the path counts. A shop behind a proxy may
// write http or the port into it; all the same the request goes where all others
// go.
func TestNextOfTheOwnHost(t *testing.T) {
	t.Parallel()
	const path = "/api/rest/v1/products?start=2"
	for base, links := range map[string][]string{
		shopURL: {
			"http://shop.example.com" + path, "http://shop.example.com:80" + path, "https://shop.example.com:443" + path,
			"HTTPS://SHOP.example.com" + path, path + "&from=http://elsewhere.example.com/",
		},
		shopURL + ":443": {shopURL + path, shopURL + ":443" + path},
	} {
		for _, link := range links {
			s := &shop{replies: []reply{page(link, 1), page("", 2)}}
			var urls []string
			transport := s.transport()
			client, err := salespos.New(base, publicKey, secretKey, salespos.WithTransport(roundTrip(func(r *http.Request) (*http.Response, error) {
				urls = append(urls, r.URL.Scheme+"://"+r.URL.Host)
				return transport.RoundTrip(r)
			})))
			if err != nil {
				t.Fatal(err)
			}
			got, err := collect(client.Products.All(t.Context(), nil))
			if err != nil || len(got) != 2 {
				t.Errorf("%s: got %d products and %v", link, len(got), err)
				continue
			}
			diff(t, []string{base, base}, urls)
			if !strings.HasSuffix(link, s.seen()[1].Target) {
				t.Errorf("%s: led to %s", link, s.seen()[1].Target)
			}
		}
	}
}

// TestClimbingNext: not even a signed link leaves the API through "..".
func TestClimbingNext(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, page("/api/rest/v1/%2e%2e/products", 1))
	_, err := collect(client.Products.All(t.Context(), nil))
	if err == nil {
		t.Error("got no error")
	}
	diff(t, 1, len(shop.seen()))
}

// TestEndlessList: a link that comes back ends the list with an error.
func TestEndlessList(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, page(shopURL+"/api/rest/v1/products?start=2", 1))
	_, err := collect(client.Products.All(t.Context(), nil))
	if !errors.Is(err, salespos.ErrNoProgress) {
		t.Errorf("got %v, want ErrNoProgress", err)
	}
	checkKinds(t, err, "")
}

// TestEmptyLists: all the ways to say that there is nothing, and what is no
// list at all.
func TestEmptyLists(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]reply{
		"204":   {Status: http.StatusNoContent},
		"200":   ok(""),
		"empty": ok(`{"href":"x","items":[]}`),
		"null":  ok(`{"href":"x","items":null,"start":null,"size":null}`),
		"none":  ok(`{"href":"x"}`),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, answer)
			got, err := client.OrderNotes.List(t.Context(), 5)
			if err != nil || len(got) != 0 {
				t.Errorf("got %v and %v, want nothing", got, err)
			}
		})
	}
	for name, body := range map[string]string{
		"error in 200": `{"status":500,"code":"500.24"}`,
		"null":         `null`,
		"array":        `[]`,
		"no JSON":      `<html>`,
	} {
		t.Run("not "+name, func(t *testing.T) {
			t.Parallel()
			client, _ := serve(t, ok(body))
			_, err := client.OrderNotes.List(t.Context(), 5)
			checkKinds(t, err, "BadAnswer")
		})
	}
}

// TestUnpagedListWithPages: should a list be paged one day, nothing is missed.
func TestUnpagedListWithPages(t *testing.T) {
	t.Parallel()
	client, _ := serve(t,
		ok(`{"href":"x","items":[{"id":1}],"next":"https://shop.example.com/api/rest/v1/packages?start=1"}`),
		ok(`{"href":"x","items":[{"id":2}]}`))
	got, err := client.Packages.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []salespos.Package{{ID: 1}, {ID: 2}}, got)
}

// TestErrorInTheMiddle: what was read is yielded, then the error, then nothing.
func TestErrorInTheMiddle(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, page(shopURL+"/api/rest/v1/products?start=2", 1, 2), fault(404, "404.20"))
	got, err := collect(client.Products.All(t.Context(), nil))
	checkKinds(t, err, "NotFound")
	diff(t, []int{1, 2}, productIDs(t, got))
}
