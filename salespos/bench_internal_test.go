package salespos

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// productPage is a full page of complete products with variants, and extra at
// the end of each.
func productPage(b *testing.B, extra string) []byte {
	b.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "product.json"))
	if err != nil {
		b.Fatal(err)
	}
	product := strings.TrimSuffix(strings.TrimSpace(string(data)), "}") + extra + "}"
	items := strings.Repeat(product+",", DefaultPageSize-1) + product
	return fmt.Appendf(nil, `{"start":0,"size":%d,"href":"x","items":[%s]}`, DefaultPageSize, items)
}

func BenchmarkDecodeProducts(b *testing.B) {
	for name, extra := range map[string]string{"known": "", "unknown": `,"glaze":"matt"`, "loose": `,"weight":"0.35","no_index":"1"`} {
		b.Run(name, func(b *testing.B) {
			body, client := productPage(b, extra), new(Client)
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				var page Page[Product]
				if err := client.document(body, &page, reflect.TypeFor[Product](), "items."); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncodeProducts(b *testing.B) {
	var page Page[Product]
	if err := json.Unmarshal(productPage(b, ""), &page); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(page); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSign hashes a request, and the answer to it: a full page.
func BenchmarkSign(b *testing.B) {
	s := &signer{public: "pubkey0123456789", key: newSecret("secret0123456789secret0123456789")}
	for name, body := range map[string][]byte{"request": nil, "page": productPage(b, "")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				s.sum("GET", "/api/rest/v1/products?start=0&size=250", body, "2025-01-15T10:20:30Z")
			}
		})
	}
}
