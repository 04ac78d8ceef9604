package mapbench

import (
	"bytes"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
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
	text := func(name string, at func(*article) *string) source {
		return source{Name: name, Kind: mapping.KindText, Get: func(a *article) mapping.Value { return mapping.Text(*at(a)) }}
	}
	return []source{
		text("name", func(a *article) *string { return &a.Name }),
		text("short", func(a *article) *string { return &a.Short }),
		text("long", func(a *article) *string { return &a.Long }),
		text("number", func(a *article) *string { return &a.Number }),
		text("ean", func(a *article) *string { return &a.EAN }),
		text("brand", func(a *article) *string { return &a.Brand }),
		text("unit", func(a *article) *string { return &a.Unit }),
		text("pageTitle", func(a *article) *string { return &a.PageTitle }),
		text("metaText", func(a *article) *string { return &a.MetaText }),
		text("memo", func(a *article) *string { return &a.Memo }),
		text("alias", func(a *article) *string { return &a.Alias }),
		text("supplier", func(a *article) *string { return &a.Supplier }),
		text("tax", func(a *article) *string { return &a.Tax }),
	}
}

func numberSources() []source {
	number := func(name string, at func(*article) *decimal.Decimal) source {
		return source{Name: name, Kind: mapping.KindNumber, Get: func(a *article) mapping.Value {
			d := at(a)
			if d == nil {
				return mapping.Absent()
			}
			return mapping.Number(*d)
		}}
	}
	return []source{
		number("price", func(a *article) *decimal.Decimal { return &a.Price }),
		number("cost", func(a *article) *decimal.Decimal { return &a.Cost }),
		number("oldPrice", func(a *article) *decimal.Decimal { return a.OldPrice }),
		number("weight", func(a *article) *decimal.Decimal { return &a.Weight }),
		number("stock", func(a *article) *decimal.Decimal { return &a.Stock }),
		number("least", func(a *article) *decimal.Decimal { return &a.Least }),
		number("length", func(a *article) *decimal.Decimal { return &a.Len }),
		number("width", func(a *article) *decimal.Decimal { return &a.Wide }),
	}
}

func otherSources() []source {
	return []source{
		{Name: "active", Kind: mapping.KindBool, Get: func(a *article) mapping.Value { return mapping.Bool(a.Active) }},
		{Name: "gift", Kind: mapping.KindBool, Get: func(a *article) mapping.Value { return mapping.Bool(a.Gift) }},
		{Name: "groups", Kind: mapping.KindList, Get: func(a *article) mapping.Value { return mapping.Texts(a.Groups...) }},
	}
}

func textTargets() []target {
	text := func(name string, at func(*product) *string, to func(*patch) *value[string]) target {
		return target{
			Name: name, Kind: mapping.KindText, Empty: mapping.Text(""),
			Get: func(p *product) mapping.Value { return mapping.Text(*at(p)) },
			Set: func(p *patch, v mapping.Value) error {
				s, ok := v.AsText()
				*to(p) = set(s)
				return wrongKind(ok, v)
			},
		}
	}
	return []target{
		text("name", func(p *product) *string { return &p.Name }, func(p *patch) *value[string] { return &p.Name }),
		text("subtitle", func(p *product) *string { return &p.Subtitle }, func(p *patch) *value[string] { return &p.Subtitle }),
		text("description", func(p *product) *string { return &p.Description }, func(p *patch) *value[string] { return &p.Description }),
		text("sku", func(p *product) *string { return &p.SKU }, func(p *patch) *value[string] { return &p.SKU }),
		text("ean", func(p *product) *string { return &p.EAN }, func(p *patch) *value[string] { return &p.EAN }),
		text("brand", func(p *product) *string { return &p.Brand }, func(p *patch) *value[string] { return &p.Brand }),
		text("unit", func(p *product) *string { return &p.Unit }, func(p *patch) *value[string] { return &p.Unit }),
		text("seoTitle", func(p *product) *string { return &p.SEOTitle }, func(p *patch) *value[string] { return &p.SEOTitle }),
		text("seoText", func(p *product) *string { return &p.SEOText }, func(p *patch) *value[string] { return &p.SEOText }),
		text("memo", func(p *product) *string { return &p.Memo }, func(p *patch) *value[string] { return &p.Memo }),
		text("slug", func(p *product) *string { return &p.Slug }, func(p *patch) *value[string] { return &p.Slug }),
		text("supplier", func(p *product) *string { return &p.Supplier }, func(p *patch) *value[string] { return &p.Supplier }),
		text("taxClass", func(p *product) *string { return &p.TaxClass }, func(p *patch) *value[string] { return &p.TaxClass }),
		text("label", func(p *product) *string { return &p.Label }, func(p *patch) *value[string] { return &p.Label }),
	}
}

func numberTargets() []target {
	number := func(name string, at func(*product) *decimal.Decimal, to func(*patch) *value[decimal.Decimal]) target {
		return target{
			Name: name, Kind: mapping.KindNumber, Empty: mapping.Int(0),
			Get: func(p *product) mapping.Value { return mapping.Number(*at(p)) },
			Set: func(p *patch, v mapping.Value) error {
				d, ok := v.AsNumber()
				*to(p) = set(d)
				return wrongKind(ok, v)
			},
		}
	}
	type at = *value[decimal.Decimal]
	return []target{
		number("price", func(p *product) *decimal.Decimal { return &p.Price }, func(p *patch) at { return &p.Price }),
		number("cost", func(p *product) *decimal.Decimal { return &p.Cost }, func(p *patch) at { return &p.Cost }),
		number("former", func(p *product) *decimal.Decimal { return &p.Former }, func(p *patch) at { return &p.Former }),
		number("weight", func(p *product) *decimal.Decimal { return &p.Weight }, func(p *patch) at { return &p.Weight }),
		number("quantity", func(p *product) *decimal.Decimal { return &p.Quantity }, func(p *patch) at { return &p.Quantity }),
		number("least", func(p *product) *decimal.Decimal { return &p.Least }, func(p *patch) at { return &p.Least }),
		number("length", func(p *product) *decimal.Decimal { return &p.Len }, func(p *patch) at { return &p.Len }),
		number("width", func(p *product) *decimal.Decimal { return &p.Wide }, func(p *patch) at { return &p.Wide }),
	}
}

func otherTargets() []target {
	flag := func(name string, at func(*product) bool, to func(*patch) *value[bool]) target {
		return target{
			Name: name, Kind: mapping.KindBool, Get: func(p *product) mapping.Value { return mapping.Bool(at(p)) },
			Set: func(p *patch, v mapping.Value) error {
				b, ok := v.AsBool()
				*to(p) = set(b)
				return wrongKind(ok, v)
			},
		}
	}
	return []target{
		flag("enabled", func(p *product) bool { return p.Enabled }, func(p *patch) *value[bool] { return &p.Enabled }),
		flag("gift", func(p *product) bool { return p.Gift }, func(p *patch) *value[bool] { return &p.Gift }),
		{
			Name: "categories", Kind: mapping.KindList, Unordered: true, Empty: mapping.List(),
			Get: func(p *product) mapping.Value { return mapping.Texts(p.Categories...) },
			Set: setCategories,
		},
	}
}

func setCategories(p *patch, v mapping.Value) error {
	items, ok := v.AsList()
	names := make([]string, len(items))
	for i, item := range items {
		names[i], _ = item.AsText()
	}
	p.Categories = set(names)
	return wrongKind(ok, v)
}

func wrongKind(ok bool, v mapping.Value) error {
	if ok {
		return nil
	}
	return fmt.Errorf("got a %s", v.Kind())
}
