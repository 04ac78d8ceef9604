package mappingfile_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// posArticle and webProduct are the records of these examples.
type (
	posArticle struct {
		Name, Text, Brand string
		Price, VAT        decimal.Decimal
	}
	webProduct struct{ Title, Label, Price string }
)

func exampleSchema() mapping.Schema[posArticle, webProduct, webProduct] {
	source := func(name string, get func(*posArticle) mapping.Value) mapping.SourceField[posArticle] {
		return mapping.SourceField[posArticle]{Name: name, Get: get}
	}
	target := func(name string, kind mapping.Kind, field func(*webProduct) *string) mapping.TargetField[webProduct, webProduct] {
		return mapping.TargetField[webProduct, webProduct]{
			Name: name, Kind: kind, Empty: mapping.Text(""),
			Get: func(p *webProduct) mapping.Value { return mapping.Text(*field(p)) },
			Set: func(p *webProduct, v mapping.Value) error { *field(p) = v.Reveal(); return nil },
		}
	}
	return mapping.Schema[posArticle, webProduct, webProduct]{
		Source: []mapping.SourceField[posArticle]{
			source("name", func(a *posArticle) mapping.Value { return mapping.Text(a.Name) }),
			source("text", func(a *posArticle) mapping.Value { return mapping.Text(a.Text) }),
			source("brand", func(a *posArticle) mapping.Value { return mapping.Text(a.Brand) }),
			source("price", func(a *posArticle) mapping.Value { return mapping.Number(a.Price) }),
			source("vat", func(a *posArticle) mapping.Value { return mapping.Number(a.VAT) }),
		},
		Target: []mapping.TargetField[webProduct, webProduct]{
			target("title", mapping.KindText, func(p *webProduct) *string { return &p.Title }),
			target("label", mapping.KindText, func(p *webProduct) *string { return &p.Label }),
			target("price", mapping.KindNumber, func(p *webProduct) *string { return &p.Price }),
		},
	}
}

var secret = bytes.Repeat([]byte("k"), 32)

func ExampleNew() {
	const file = `
name: products
version: "1"
fields:
  title:
    from: name
    transform: [Trim, Upper]
    policy: UnlessEdited
  price:
    if:
      - expr: round(price * (1 + vat / 100), 2)
    policy: Always
  label:
    if:
      - when: {above: {price: 100}}
        value: premium
      - when: filled(brand) and not (name startsWith brand)
        template: "{brand} {name}"
    default: other
    policy: CreateOnly
`
	m, err := mappingfile.New("products.yaml", []byte(file), mappingfile.Own{}, exampleSchema(), secret)
	if err != nil {
		fmt.Println(err)
		return
	}
	article := posArticle{Name: "Mug ", Brand: "Acme", Price: decimal.RequireFromString("9.95"), VAT: decimal.NewFromInt(21)}
	change, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &article})
	fmt.Printf("%+v %v\n", change.Patch, err)
	// Output: {Title:MUG Label:Acme Mug  Price:12.04} <nil>
}

func ExampleCheck() {
	const file = `name: products
fields:
  title: {from: nmae, polcy: Always}
  label:
    if:
      - expr: uper(brand)
    policy: CreateOnly
`
	for _, problem := range mappingfile.Check("products.yaml", []byte(file), mappingfile.Own{}, exampleSchema()) {
		fmt.Println(problem)
	}
	// Output:
	// products.yaml:3:17: fields.title.from: the source has no field "nmae": did you mean "name"?
	// products.yaml:3:23: fields.title: there is no key "polcy" here: did you mean "policy"?
	// products.yaml:6:15: fields.label.if[0].expr: there is no function "uper": did you mean "upper"?
}

// A mapping that was made in code, or changed, becomes a file.
func ExampleFormat() {
	def := mapping.Definition{Name: "products", Version: "2", Rules: []mapping.Rule{
		mapping.To("title").From("name").Transform(mapping.Trim()).Policy(mapping.UnlessEdited()),
		mapping.To("label").If(mapping.Above("price", decimal.NewFromInt(100)), mapping.Text("premium")).Policy(mapping.CreateOnly),
	}}
	file, err := mappingfile.Format(def, mappingfile.Own{})
	fmt.Printf("%s%v\n", file, err)
	// Output:
	// name: products
	// version: "2"
	// fields:
	//   title:
	//     from: name
	//     transform: Trim
	//     policy: UnlessEdited
	//   label:
	//     if:
	//       - when: {above: {price: 100}}
	//         value: premium
	//     policy: CreateOnly
	// <nil>
}

// Parse gives the definition, to change it before it is compiled.
func ExampleParse() {
	const file = `{"name": "products", "fields": {"title": {"from": "name", "policy": "Always"}}}`
	def, err := mappingfile.Parse("products.json", []byte(file), mappingfile.Own{})
	if err != nil {
		fmt.Println(err)
		return
	}
	def = def.With(mapping.To("price").From("price").Policy(mapping.Always))
	m, err := mapping.New(def, exampleSchema(), secret)
	fmt.Println(m.Fields(), err)
	// Output: [title price] <nil>
}

// Functions of the program stand in the file by their names.
func ExampleOwn() {
	own := mappingfile.Own{Functions: mapping.Functions{
		"initials": {Takes: mapping.KindText, Func: func(args ...mapping.Value) (mapping.Value, error) {
			text, _ := args[0].AsText()
			var letters strings.Builder
			for word := range strings.FieldsSeq(text) {
				letters.WriteString(word[:1])
			}
			return mapping.Text(letters.String()), nil
		}},
	}}
	const file = "name: products\nfields:\n  label: {from: brand, transform: [initials, Lower], policy: Always}\n"
	m, err := mappingfile.New("products.yaml", []byte(file), own, exampleSchema(), secret)
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &posArticle{Brand: "Acme Bolt"}})
	fmt.Println(change.Patch.Label, err)
	// Output: ab <nil>
}

func ExampleSchema() {
	fmt.Println(bytes.HasPrefix(mappingfile.Schema(), []byte("{\n  \"$defs\"")))
	// Output: true
}
