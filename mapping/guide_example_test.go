package mapping_test

import (
	"bytes"
	"fmt"
	"maps"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

type (
	webMapper = mapping.Mapper[posArticle, webProduct, webPatch]
	webInput  = mapping.Input[posArticle, webProduct]
)

// defaults is a default mapping as package catalog has them.
func defaults() mapping.Definition {
	return mapping.Definition{
		Name: "products", Version: "1",
		Groups: []mapping.FieldGroup{mapping.Group("texts", mapping.UnlessEdited(), "title", "description")},
		Rules: []mapping.Rule{
			mapping.To("title").From("name").Transform(mapping.Trim()),
			mapping.To("description").From("text"),
			mapping.To("price").From("price").Policy(mapping.Always),
			mapping.To("categories").From("groups").Policy(mapping.ListOwn),
		},
	}
}

func compiled(def mapping.Definition) *webMapper {
	m, err := mapping.New(def, exampleSchema(), bytes.Repeat([]byte{7}, 32))
	if err != nil {
		panic(err)
	}
	return m
}

// show prints the decisions about a record.
func show(m *webMapper, in webInput) {
	c, err := m.Plan(in)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range c.Fields() {
		fmt.Printf("%-11s %-5s %s\n", f.Field, f.Decision, f.New.Reveal())
	}
}

// Step 1: take the default, give it a name of your own, and replace the rules that
// are different for the customer. What is left out stays as it was.
func Example_guide1Rules() {
	def := defaults().
		With(mapping.To("title").From("name").Transform(mapping.Trim(), mapping.Prefix("Kopje ")).Policy(mapping.Always)).
		Without("categories")
	def.Name, def.Version = "products of Kopje", "1"
	show(compiled(def), webInput{Source: &posArticle{Name: "Mug ", Text: "A mug.", Price: decimal.NewFromInt(9)}})
	// Output:
	// title       write Kopje Mug
	// description write A mug.
	// price       write 9
}

// Step 2: say who owns which field. A group gives several fields one policy, the tick
// box switches its updates off, and a field's own policy wins.
func Example_guide2Policies() {
	def := defaults().UpdateCheckbox("texts", false)
	description, _ := def.Rule("description")
	def = def.With(description.Policy(mapping.FillEmpty))
	article := &posArticle{Name: "Blue mug", Text: "A blue mug.", Price: decimal.NewFromInt(8)}
	shop := &webProduct{Title: "Mug", Price: decimal.NewFromInt(9)}
	show(compiled(def), webInput{Source: article, Current: shop})
	// Output:
	// title       keep  Blue mug
	// description write A blue mug.
	// price       write 8
	// categories  skip
}

// Step 3: compute what the customer wants: transforms, conditions, tables, and
// functions of your own.
func Example_guide3Values() {
	own := mapping.Functions{"dealerPrice": {Func: func(args ...mapping.Value) (mapping.Value, error) {
		price, _ := args[0].AsNumber()
		factor, _ := args[1].AsNumber()
		return mapping.Number(price.Mul(factor)), nil
	}}}
	dealer, err := own.Transform("dealerPrice", mapping.Number(decimal.RequireFromString("0.85")))
	if err != nil {
		fmt.Println(err)
		return
	}
	def := defaults().With(
		mapping.To("price").From("price").Transform(dealer, mapping.Round(2)).Policy(mapping.Always),
		mapping.To("description").From("text").
			If(mapping.Above("price", decimal.NewFromInt(100)), mapping.Text("Price on request")).Policy(mapping.Always),
		mapping.To("title").From("name").
			Map(mapping.Table{"Tasse": mapping.Text("Mug")}, mapping.UnmappedPass()).Policy(mapping.Always),
	)
	show(compiled(def), webInput{Source: &posArticle{Name: "Tasse", Text: "Gold.", Price: decimal.RequireFromString("199.99")}})
	// Output:
	// title       write Mug
	// description write Price on request
	// price       write 169.99
	// categories  skip
}

// Step 4: check the definition when the program starts, and ask why a field is what it
// is. Explanations show no content unless they are told to.
func Example_guide4Why() {
	for _, problem := range mapping.Check(defaults().With(mapping.To("titel").From("name").Policy(mapping.Always)), exampleSchema()) {
		fmt.Println(problem)
	}
	m := compiled(defaults())
	article := &posArticle{Name: " Mug", Price: decimal.NewFromInt(9)}
	e, err := m.Why(webInput{Source: article, Current: &webProduct{Title: "Our best mug"}}, "title")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(e)
	fmt.Print(e.Reveal())
	// Output:
	// mapping: field "titel": the target has no such field: did you mean "title"?
	// title: keep, U2: the record existed before us; its value stays until both sides agree
	//   from      name: text(4)
	//   transform Trim: text(4) → text(3)
	//   policy    UnlessEdited: mapped text(3), target text(12)
	//   baseline  nothing known about an earlier write
	// title: keep, U2: the record existed before us; its value stays until both sides agree
	//   from      name: " Mug"
	//   transform Trim: " Mug" → "Mug"
	//   policy    UnlessEdited: mapped "Mug", target "Our best mug"
	//   baseline  nothing known about an earlier write
}

// Step 5: before another mapping goes live, see what it would change. Its new
// fingerprint makes the next full pass roll it out.
func Example_guide5Impact() {
	before := compiled(defaults())
	def := defaults().With(mapping.To("price").From("price").Transform(mapping.Round(0)).Policy(mapping.Always))
	def.Version = "2"
	after := compiled(def)
	records := map[string]webInput{}
	for id, price := range map[string]string{"17": "9.95", "18": "12", "19": "3.20"} {
		p := decimal.RequireFromString(price)
		records[id] = webInput{Source: &posArticle{Name: "Mug", Price: p}, Current: &webProduct{Title: "Mug", Price: p}}
	}
	fmt.Println("from", strings.Fields(before.Identity().String())[1], "to", strings.Fields(after.Identity().String())[1])
	fmt.Print(mapping.Summarise(mapping.Impact(before, after, maps.All(records)), 0))
	// Output:
	// from 1 to 2
	// 2 records would change
	//   price: written in 2
}

// A long description is sent when the product is created, then enriched in the shop.
// It must not be overwritten when the POS changes its text. Three policies do that;
// they differ in what happens as long as nobody edited it, and when somebody empties
// it.
func ExamplePolicy_longDescription() {
	for _, policy := range []mapping.Policy{mapping.CreateOnly, mapping.UnlessEdited(), mapping.FillEmpty} {
		m := exampleMapper(mapping.To("description").From("text").Policy(policy))
		created, err := m.Plan(webInput{Source: &posArticle{Text: "A mug."}})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s: created with %q\n", policy, created.Patch["description"])
		known := m.Baselines(created, nil, nil)
		for _, now := range []string{"A mug from our own pottery.", "A mug.", ""} {
			c, err := m.Plan(webInput{Source: &posArticle{Text: "A blue mug."}, Current: &webProduct{Description: now}, Baselines: known})
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Printf("  over %-29q %s: %s\n", now, c.Fields()[0].Decision, c.Fields()[0].Reason)
		}
	}
	// Output:
	// CreateOnly: created with "A mug."
	//   over "A mug from our own pottery." keep: written on create only
	//   over "A mug."                      keep: written on create only
	//   over ""                            keep: written on create only
	// UnlessEdited: created with "A mug."
	//   over "A mug from our own pottery." keep: both sides changed it; the rule keeps the target's value
	//   over "A mug."                      write: only the source changed it
	//   over ""                            keep: both sides changed it; the rule keeps the target's value
	// FillEmpty: created with "A mug."
	//   over "A mug from our own pottery." keep: the target has a value
	//   over "A mug."                      keep: the target has a value
	//   over ""                            write: the target is empty
}
