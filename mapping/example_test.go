package mapping_test

import (
	"bytes"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

type (
	// posArticle is the record that we read.
	posArticle struct {
		Name, Text string
		Price      decimal.Decimal
		Groups     []string
	}
	// webProduct is the record that we write.
	webProduct struct {
		Title, Description string
		Price              decimal.Decimal
		Categories         []string
	}
	// webPatch has the fields that are sent.
	webPatch map[string]string
)

func exampleSchema() mapping.Schema[posArticle, webProduct, webPatch] {
	type target = mapping.TargetField[webProduct, webPatch]
	set := func(name string) func(*webPatch, mapping.Value) error {
		return func(p *webPatch, v mapping.Value) error {
			if *p == nil {
				*p = webPatch{}
			}
			(*p)[name] = v.Reveal()
			return nil
		}
	}
	return mapping.Schema[posArticle, webProduct, webPatch]{
		Name: "articles to products",
		Source: []mapping.SourceField[posArticle]{
			{Name: "name", Kind: mapping.KindText, Get: func(a *posArticle) mapping.Value { return mapping.Text(a.Name) }},
			{Name: "text", Kind: mapping.KindText, Get: func(a *posArticle) mapping.Value { return mapping.Text(a.Text) }},
			{Name: "price", Kind: mapping.KindNumber, Get: func(a *posArticle) mapping.Value { return mapping.Number(a.Price) }},
			{Name: "groups", Kind: mapping.KindList, Get: func(a *posArticle) mapping.Value { return mapping.Texts(a.Groups...) }},
		},
		Target: []target{
			{
				Name: "title", Kind: mapping.KindText, Set: set("title"),
				Get: func(p *webProduct) mapping.Value { return mapping.Text(p.Title) },
			},
			{
				Name: "description", Kind: mapping.KindText, Set: set("description"), Empty: mapping.Text(""),
				Get: func(p *webProduct) mapping.Value { return mapping.Text(p.Description) },
			},
			{
				Name: "price", Kind: mapping.KindNumber, Set: set("price"),
				Get: func(p *webProduct) mapping.Value { return mapping.Number(p.Price) },
			},
			{
				Name: "categories", Kind: mapping.KindList, Set: set("categories"), Empty: mapping.List(),
				Get: func(p *webProduct) mapping.Value { return mapping.Texts(p.Categories...) },
			},
		},
	}
}

func exampleMapper(rules ...mapping.Rule) *mapping.Mapper[posArticle, webProduct, webPatch] {
	secret := bytes.Repeat([]byte{7}, 32) // real ones are random and stay the same
	m, err := mapping.New(mapping.Definition{Name: "products", Version: "1", Rules: rules}, exampleSchema(), secret)
	if err != nil {
		panic(err)
	}
	return m
}

// explain prints the decision about the first field.
func explain(m *mapping.Mapper[posArticle, webProduct, webPatch], in mapping.Input[posArticle, webProduct]) {
	c, err := m.Plan(in)
	if err != nil {
		fmt.Println(err)
		return
	}
	f := c.Fields()[0]
	fmt.Printf("%s: %s\n", f.Decision, f.Reason)
}

func Example() {
	m := exampleMapper(
		mapping.To("title").From("name").Transform(mapping.Trim()).MaxLength(20, mapping.Truncate).Policy(mapping.Always),
		mapping.To("price").From("price").Transform(mapping.Round(2)).Policy(mapping.Always),
		mapping.To("description").From("text").Policy(mapping.UnlessEdited()),
	)
	article := posArticle{Name: " Mug ", Text: "A mug.", Price: decimal.RequireFromString("9.995")}

	// The product is new: everything is written, and remembered when it is confirmed.
	created, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &article})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(created.Patch)
	shop := webProduct{Title: "Mug", Description: "A mug.", Price: decimal.RequireFromString("10")}
	known := m.Baselines(created, &shop, nil)

	// Later the POS changes the price, and somebody in the shop the description.
	article.Price = decimal.RequireFromString("8.5")
	shop.Description = "A mug from our own pottery."
	updated, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &article, Current: &shop, Baselines: known})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(updated.Patch)
	for _, f := range updated.Fields() {
		fmt.Printf("%-11s %-5s %s: %s\n", f.Field, f.Decision, f.Case, f.Reason)
	}
	// Output:
	// map[description:A mug. price:10 title:Mug]
	// map[price:8.5]
	// title       same  equal: both sides agree
	// price       write always: the source decides
	// description keep  U4: it was edited at the target, the source did not change it
}

func ExampleCreateOnly() {
	m := exampleMapper(mapping.To("description").From("text").Policy(mapping.CreateOnly))
	article := &posArticle{Text: "A mug."}
	explain(m, mapping.Input[posArticle, webProduct]{Source: article})
	explain(m, mapping.Input[posArticle, webProduct]{Source: article, Current: &webProduct{Description: "Enriched."}})
	// Output:
	// write: the record is new
	// keep: written on create only
}

func ExampleFillEmpty() {
	m := exampleMapper(mapping.To("description").From("text").Policy(mapping.FillEmpty))
	article := &posArticle{Text: "A mug."}
	explain(m, mapping.Input[posArticle, webProduct]{Source: article, Current: &webProduct{Description: "<p></p>"}})
	explain(m, mapping.Input[posArticle, webProduct]{Source: article, Current: &webProduct{Description: "Enriched."}})
	// Output:
	// write: the target is empty
	// keep: the target has a value
}

func ExampleUnlessEdited() {
	m := exampleMapper(mapping.To("description").From("text").Policy(mapping.UnlessEdited(mapping.OnConflictPark)))
	article := &posArticle{Text: "A mug."}
	c, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: article})
	if err != nil {
		fmt.Println(err)
		return
	}
	known := m.Baselines(c, nil, nil)

	article.Text = "A blue mug."
	explain(m, mapping.Input[posArticle, webProduct]{Source: article, Current: &webProduct{Description: "A mug."}, Baselines: known})
	explain(m, mapping.Input[posArticle, webProduct]{Source: article, Current: &webProduct{Description: "Enriched."}, Baselines: known})
	// Output:
	// write: only the source changed it
	// park: both sides changed it; somebody has to decide
}

func ExampleMatchKey() {
	m := exampleMapper(mapping.To("title").From("name").Policy(mapping.MatchKey(mapping.Report)))
	explain(m, mapping.Input[posArticle, webProduct]{Source: &posArticle{Name: "MUG-1"}, Current: &webProduct{Title: "MUG-01"}})
	// Output:
	// keep: the key differs from the source's; it is only reported
}

func ExamplePolicy_listOwn() {
	m := exampleMapper(mapping.To("categories").From("groups").WhenEmpty(mapping.Clear).Policy(mapping.ListOwn))
	article := &posArticle{Groups: []string{"Mugs", "Sale"}}
	c, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: article})
	if err != nil {
		fmt.Println(err)
		return
	}
	known := m.Baselines(c, nil, nil)

	article.Groups = []string{"Mugs", "New"}
	shop := &webProduct{Categories: []string{"Mugs", "Sale", "Gifts"}} // Gifts is the shop's own
	c, err = m.Plan(mapping.Input[posArticle, webProduct]{Source: article, Current: shop, Baselines: known})
	fmt.Println(c.Patch, err)
	// Output: map[categories:[Mugs, Gifts, New]] <nil>
}

func ExampleRule_Map() {
	m := exampleMapper(mapping.To("title").From("price").
		Map(mapping.Table{"21": mapping.Text("high"), "9": mapping.Text("low")}, mapping.UnmappedFail()).
		Policy(mapping.Always))
	for _, rate := range []string{"21.00", "6"} {
		c, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &posArticle{Price: decimal.RequireFromString(rate)}})
		fmt.Println(c.Patch, err)
	}
	// Output:
	// map[title:high] <nil>
	// map[] field "title": map: the table has no entry for "6": add it or choose what to do with unmapped values
}

func ExampleRule_If() {
	m := exampleMapper(mapping.To("description").From("text").
		If(mapping.Above("price", decimal.NewFromInt(100)), mapping.Text("Price on request")).
		Policy(mapping.Always))
	c, err := m.Plan(mapping.Input[posArticle, webProduct]{Source: &posArticle{Text: "A mug.", Price: decimal.NewFromInt(250)}})
	fmt.Println(c.Patch, err)
	// Output: map[description:Price on request] <nil>
}

func ExampleCheck() {
	def := mapping.Definition{Name: "products", Rules: []mapping.Rule{
		mapping.To("title").From("nam").Policy(mapping.Always),
		mapping.To("price").From("price"),
	}}
	for _, problem := range mapping.Check(def, exampleSchema()) {
		fmt.Println(problem.Problem)
	}
	// Output:
	// the source has no field "nam"
	// the rule has no policy, and none is taken for granted
}
