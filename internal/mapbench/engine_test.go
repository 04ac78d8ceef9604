package mapbench

import (
	"bytes"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

type (
	schema = mapping.Schema[article, product, patch]
	mapper = mapping.Mapper[article, product, patch]
	input  = mapping.Input[article, product]
	target = mapping.TargetField[product, patch]
	source = mapping.SourceField[article]
)

func key() []byte { return bytes.Repeat([]byte("k"), 32) }

func newMapper() (*mapper, error) { return mapping.New(definition(), shopSchema(), key()) }

// newFileMapper makes the same mapper of a file with the same rules.
func newFileMapper() (*mapper, error) {
	text, err := mappingfile.Format(definition(), mappingfile.Own{})
	if err != nil {
		return nil, err
	}
	return mappingfile.New("bench.yaml", text, mappingfile.Own{}, shopSchema(), key())
}

func taxTable() map[string]string {
	return map[string]string{"high": "21", "low": "9", "zero": "0", "high A": "21A", "low A": "9A"}
}

func definition() mapping.Definition {
	taxes := mapping.Table{}
	for class, rate := range taxTable() {
		taxes[class] = mapping.Text(rate)
	}
	texts := mapping.UnlessEdited()
	trim := mapping.Trim()
	return mapping.Definition{Name: "bench", Version: "1", Rules: []mapping.Rule{
		mapping.To("name").From("name").Transform(trim).Required().MaxLength(255, mapping.Truncate).Policy(texts),
		mapping.To("subtitle").From("short").Transform(trim).Policy(texts),
		mapping.To("description").From("long").Policy(texts),
		mapping.To("sku").From("number").Transform(trim).MaxLength(255, mapping.Reject).Policy(mapping.Always),
		mapping.To("ean").From("ean").Transform(trim).Policy(mapping.Always),
		mapping.To("brand").From("brand").Transform(trim).Policy(mapping.Always),
		mapping.To("unit").From("unit").Policy(mapping.Always),
		mapping.To("seoTitle").From("pageTitle", "name").SkipEmpty().Transform(trim).Policy(texts),
		mapping.To("seoText").From("metaText").Transform(trim).Policy(texts),
		mapping.To("memo").From("memo").Policy(mapping.CreateOnly),
		mapping.To("slug").From("alias").Policy(mapping.CreateOnly),
		mapping.To("supplier").From("supplier").Policy(mapping.FillEmpty),
		mapping.To("taxClass").From("tax").Map(taxes, mapping.UnmappedFail()).Policy(mapping.Always),
		mapping.To("label").If(mapping.Above("oldPrice", decimal.Zero), mapping.Text("Sale")).Policy(mapping.Always),
		mapping.To("price").From("price").Transform(mapping.Round(2)).Required().Range(decimal.Zero, decimal.New(1, 12)).Policy(mapping.Always),
		mapping.To("cost").From("cost").Transform(mapping.Round(2)).Policy(mapping.Always),
		mapping.To("former").From("oldPrice").WhenAbsent(mapping.Clear).Transform(mapping.Round(2)).Policy(mapping.Always),
		mapping.To("weight").From("weight").Transform(mapping.Round(3)).Policy(texts),
		mapping.To("quantity").From("stock").Policy(mapping.CreateOnly),
		mapping.To("least").From("least").Policy(mapping.Always),
		mapping.To("length").From("length").Transform(mapping.Round(1)).Policy(mapping.Always),
		mapping.To("width").From("width").Transform(mapping.Round(1)).Policy(mapping.Always),
		mapping.To("enabled").From("active").Policy(texts),
		mapping.To("gift").From("gift").Policy(mapping.Always),
		mapping.To("categories").From("groups").Policy(mapping.ListOwn),
	}}
}

func shopSchema() schema {
	s := schema{Name: "bench"}
	s.Source = append(append(textSources(), numberSources()...), otherSources()...)
	s.Target = append(append(textTargets(), numberTargets()...), otherTargets()...)
	return s
}

func textSources() []source {
	text := mapping.SourceText[article]
	return []source{
		text("name", func(a *article) string { return a.Name }),
		text("short", func(a *article) string { return a.Short }),
		text("long", func(a *article) string { return a.Long }),
		text("number", func(a *article) string { return a.Number }),
		text("ean", func(a *article) string { return a.EAN }),
		text("brand", func(a *article) string { return a.Brand }),
		text("unit", func(a *article) string { return a.Unit }),
		text("pageTitle", func(a *article) string { return a.PageTitle }),
		text("metaText", func(a *article) string { return a.MetaText }),
		text("memo", func(a *article) string { return a.Memo }),
		text("alias", func(a *article) string { return a.Alias }),
		text("supplier", func(a *article) string { return a.Supplier }),
		text("tax", func(a *article) string { return a.Tax }),
	}
}

func numberSources() []source {
	number := mapping.SourceNumber[article]
	return []source{
		number("price", func(a *article) decimal.Decimal { return a.Price }),
		number("cost", func(a *article) decimal.Decimal { return a.Cost }),
		mapping.SourceOptionalNumber("oldPrice", func(a *article) (d decimal.Decimal, ok bool) {
			if a.OldPrice == nil {
				return d, false
			}
			return *a.OldPrice, true
		}),
		number("weight", func(a *article) decimal.Decimal { return a.Weight }),
		number("stock", func(a *article) decimal.Decimal { return a.Stock }),
		number("least", func(a *article) decimal.Decimal { return a.Least }),
		number("length", func(a *article) decimal.Decimal { return a.Len }),
		number("width", func(a *article) decimal.Decimal { return a.Wide }),
	}
}

func otherSources() []source {
	return []source{
		mapping.SourceBool("active", func(a *article) bool { return a.Active }),
		mapping.SourceBool("gift", func(a *article) bool { return a.Gift }),
		mapping.SourceTexts("groups", func(a *article) []string { return a.Groups }),
	}
}

func textTargets() []target {
	text := func(name string, get func(*product) string, set func(*patch, string)) target {
		f := mapping.TargetText(name, get, set)
		f.Empty = mapping.Text("")
		return f
	}
	return []target{
		text("name", func(p *product) string { return p.Name }, func(p *patch, s string) { p.Name = set(s) }),
		text("subtitle", func(p *product) string { return p.Subtitle }, func(p *patch, s string) { p.Subtitle = set(s) }),
		text("description", func(p *product) string { return p.Description }, func(p *patch, s string) { p.Description = set(s) }),
		text("sku", func(p *product) string { return p.SKU }, func(p *patch, s string) { p.SKU = set(s) }),
		text("ean", func(p *product) string { return p.EAN }, func(p *patch, s string) { p.EAN = set(s) }),
		text("brand", func(p *product) string { return p.Brand }, func(p *patch, s string) { p.Brand = set(s) }),
		text("unit", func(p *product) string { return p.Unit }, func(p *patch, s string) { p.Unit = set(s) }),
		text("seoTitle", func(p *product) string { return p.SEOTitle }, func(p *patch, s string) { p.SEOTitle = set(s) }),
		text("seoText", func(p *product) string { return p.SEOText }, func(p *patch, s string) { p.SEOText = set(s) }),
		text("memo", func(p *product) string { return p.Memo }, func(p *patch, s string) { p.Memo = set(s) }),
		text("slug", func(p *product) string { return p.Slug }, func(p *patch, s string) { p.Slug = set(s) }),
		text("supplier", func(p *product) string { return p.Supplier }, func(p *patch, s string) { p.Supplier = set(s) }),
		text("taxClass", func(p *product) string { return p.TaxClass }, func(p *patch, s string) { p.TaxClass = set(s) }),
		text("label", func(p *product) string { return p.Label }, func(p *patch, s string) { p.Label = set(s) }),
	}
}

func numberTargets() []target {
	number := func(name string, get func(*product) decimal.Decimal, set func(*patch, decimal.Decimal)) target {
		f := mapping.TargetNumber(name, get, set)
		f.Empty = mapping.Int(0)
		return f
	}
	return []target{
		number("price", func(p *product) decimal.Decimal { return p.Price }, func(p *patch, d decimal.Decimal) { p.Price = set(d) }),
		number("cost", func(p *product) decimal.Decimal { return p.Cost }, func(p *patch, d decimal.Decimal) { p.Cost = set(d) }),
		number("former", func(p *product) decimal.Decimal { return p.Former }, func(p *patch, d decimal.Decimal) { p.Former = set(d) }),
		number("weight", func(p *product) decimal.Decimal { return p.Weight }, func(p *patch, d decimal.Decimal) { p.Weight = set(d) }),
		number("quantity", func(p *product) decimal.Decimal { return p.Quantity }, func(p *patch, d decimal.Decimal) { p.Quantity = set(d) }),
		number("least", func(p *product) decimal.Decimal { return p.Least }, func(p *patch, d decimal.Decimal) { p.Least = set(d) }),
		number("length", func(p *product) decimal.Decimal { return p.Len }, func(p *patch, d decimal.Decimal) { p.Len = set(d) }),
		number("width", func(p *product) decimal.Decimal { return p.Wide }, func(p *patch, d decimal.Decimal) { p.Wide = set(d) }),
	}
}

func otherTargets() []target {
	categories := mapping.TargetTexts("categories", func(p *product) []string { return p.Categories }, func(p *patch, list []string) { p.Categories = set(list) })
	categories.Unordered, categories.Empty = true, mapping.List()
	return []target{
		mapping.TargetBool("enabled", func(p *product) bool { return p.Enabled }, func(p *patch, b bool) { p.Enabled = set(b) }),
		mapping.TargetBool("gift", func(p *product) bool { return p.Gift }, func(p *patch, b bool) { p.Gift = set(b) }),
		categories,
	}
}
