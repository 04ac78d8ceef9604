package rest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/internal/rest"
)

func TestBaseURL(t *testing.T) {
	t.Parallel()
	tests := []struct {
		raw      string
		loopback bool
		want     string // "" when the address is refused
		says     string // part of the error
	}{
		{"https://shop.example.com", false, "https://shop.example.com", ""},
		{"https://shop.example.com:8443/api/v3/", false, "https://shop.example.com:8443/api/v3/", ""},
		{"http://127.0.0.1:8080", true, "http://127.0.0.1:8080", ""},
		{"http://[::1]:8080", true, "http://[::1]:8080", ""},
		{"http://localhost:8080", true, "http://localhost:8080", ""},
		{"https://127.0.0.1:8080", false, "https://127.0.0.1:8080", ""},
		{"http://127.0.0.1:8080", false, "", "AllowLoopbackHTTP"},
		{"http://shop.example.com", true, "", "use https"},
		{"http://localhost.example.com", true, "", "use https"},
		{"http://127.0.0.1.example.com", true, "", "use https"},
		{"ftp://shop.example.com", false, "", "https://"},
		{"shop.example.com", false, "", "host is missing"},
		{"", false, "", "host is missing"},
		{"https://", false, "", "host is missing"},
		{"https://:443", false, "", "host is missing"},
		{"https://u:secret@shop.example.com", false, "", "user name"},
		{"https://shop.example.com?token=secret", false, "", "?"},
		{"https://shop.example.com/?", false, "", "?"},
		{"https://shop.example.com/#secret", false, "", "#"},
		{"https://shop.example.com:secret", false, "", "cannot be read"},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%s loopback=%t", test.raw, test.loopback), func(t *testing.T) {
			t.Parallel()
			got, err := rest.BaseURL(test.raw, test.loopback)
			if test.want != "" {
				if err != nil || got.String() != test.want {
					t.Errorf("address = %v, %v, want %s", got, err, test.want)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Fatalf("address = %v, error = %v, want one that says %q", got, err, test.says)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("error %q shows the address", err)
			}
		})
	}
}

func TestPath(t *testing.T) {
	t.Parallel()
	tests := []struct {
		segments []string
		want     string // "" when refused
	}{
		{[]string{"products"}, "/products"},
		{[]string{"products", "-1"}, "/products/-1"},
		{[]string{"a/b", "c+d", "e f", "é", "50%", "a?b#c"}, "/a%2Fb/c%2Bd/e%20f/%C3%A9/50%25/a%3Fb%23c"},
		{[]string{"...", ".a"}, "/.../.a"},
		{nil, ""},
		{[]string{"products", ""}, ""},
		{[]string{"products", "."}, ""},
		{[]string{"..", "products"}, ""},
		{[]string{"orders", "a/../b"}, ""},
		{[]string{"orders", `..\b`}, ""},
	}
	for _, test := range tests {
		got, err := rest.Path(test.segments...)
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("Path(%q) = %q, %v, want %q", test.segments, got, err, test.want)
		}
	}
}

func TestQueryKeepsItsOrder(t *testing.T) {
	t.Parallel()
	var q rest.Query
	if got := q.Target("/products"); got != "/products" {
		t.Errorf("an empty query makes %q of /products", got)
	}
	q.Add("size", "250")
	q.Add("b", "x y+z&=%/é")
	kept := q
	q.Add("a[]", "1")
	q.Add("a[]", "")
	if got, want := q.Target("/products"), "/products?size=250&b=x%20y%2Bz%26%3D%25%2F%C3%A9&a%5B%5D=1&a%5B%5D="; got != want {
		t.Errorf("target = %s, want %s", got, want)
	}
	if got, want := kept.Target("/p"), "/p?size=250&b=x%20y%2Bz%26%3D%25%2F%C3%A9"; got != want {
		t.Errorf("a copy became %s, want %s", got, want)
	}
}

func ExamplePath() {
	path, err := rest.Path("orders", "A/1")
	if err != nil {
		fmt.Println(err)
		return
	}
	var query rest.Query
	query.Add("responseFields", "id,total")
	fmt.Println(query.Target(path))
	// Output: /orders/A%2F1?responseFields=id%2Ctotal
}
