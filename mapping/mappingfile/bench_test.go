package mappingfile_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/mapping/mappingfile"
	"github.com/tillsync/tillsync/salespos"
)

// BenchmarkPlan plans products with the default mapping from its file and from code in
// turns, so that a busy machine slows both, and reports the ratio.
func BenchmarkPlan(b *testing.B) {
	text, err := os.ReadFile("defaults/products.yaml")
	if err != nil {
		b.Fatal(err)
	}
	fromFile, err := mappingfile.New("products.yaml", text, mappingfile.Own{}, catalog.ProductSchema(), key())
	if err != nil {
		b.Fatal(err)
	}
	fromCode, err := mapping.New(catalog.Products(), catalog.ProductSchema(), key())
	if err != nil {
		b.Fatal(err)
	}
	product := catalog.POSProduct{Product: new(salespos.Product)}
	if err := json.Unmarshal([]byte(`{"name": " Mug ", "productnumber": "M1", "price": 12.5, "discount": 0, "description": "<p>A mug</p>"}`), product.Product); err != nil {
		b.Fatal(err)
	}
	compare(b, planner(b, fromFile, product), planner(b, fromCode, product))
}

// BenchmarkExpression compares an expression with a Go function that computes the same.
func BenchmarkExpression(b *testing.B) {
	fromFile, err := mappingfile.New("f", []byte(rule("price", "if: [{expr: \"round(price * (1 + tax / 100), 2)\"}]")), mappingfile.Own{}, fields(), key())
	if err != nil {
		b.Fatal(err)
	}
	hundred := decimal.NewFromInt(100)
	gross := mapping.Call{Name: "gross", Paths: []string{"price", "tax"}, Func: func(args []mapping.Value) (mapping.Value, error) {
		price, _ := args[0].AsNumber()
		tax, _ := args[1].AsNumber()
		return mapping.Number(price.Mul(decimal.NewFromInt(1).Add(tax.DivRound(hundred, 16))).Round(2)), nil
	}}
	fromCode, err := mapping.New(mapping.Definition{Name: "test", Rules: []mapping.Rule{
		mapping.To("price").If(mapping.Otherwise(), gross).Policy(mapping.Always),
	}}, fields(), key())
	if err != nil {
		b.Fatal(err)
	}
	compare(b, planner(b, fromFile, source()), planner(b, fromCode, source()))
}

func planner[S, T, P any](b *testing.B, m *mapping.Mapper[S, T, P], src S) func() {
	b.Helper()
	return func() {
		if _, err := m.Plan(mapping.Input[S, T]{Source: &src}); err != nil {
			b.Fatal(err)
		}
	}
}

// compare runs both in turns and reports the time of the file's and the ratio.
func compare(b *testing.B, fromFile, fromCode func()) {
	b.Helper()
	const turn = 200
	var file, code time.Duration
	turns := 0
	for b.Loop() {
		file += timed(turn, fromFile)
		code += timed(turn, fromCode)
		turns++
	}
	b.ReportMetric(float64(file.Nanoseconds())/float64(turns*turn), "ns/file")
	b.ReportMetric(float64(code.Nanoseconds())/float64(turns*turn), "ns/code")
	b.ReportMetric(float64(file)/float64(code), "file/code")
}

func timed(turns int, f func()) time.Duration {
	start := time.Now()
	for range turns {
		f()
	}
	return time.Since(start)
}

func BenchmarkLoad(b *testing.B) {
	text, err := os.ReadFile("defaults/products.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := mappingfile.Parse("products.yaml", text, mappingfile.Own{}); err != nil {
			b.Fatal(err)
		}
	}
}
