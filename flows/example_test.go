package flows_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/state/memstate"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// A product of the POS goes to the shop, and back comes a report. The sandboxes
// stand for the real systems.
func Example() {
	till, shop := salespostest.New(), ecwidtest.New()
	till.Add("products", `{"productnumber":"TEA-1","name":"Sencha","price":4.95,"is_active":true}`)

	report, err := flows.SyncProducts(context.Background(), flows.ProductConfig{
		SalesPOS:  till.Client(),
		Ecwid:     shop.Client(),
		State:     memstate.New(),
		Key:       []byte("32 secret bytes from your vault!"),
		Direction: flows.SalesPOSToEcwid,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.State, report.Counts)
	// Output: complete map[created:1]
}

// A plan says what a pass would do and why, and writes nothing.
func ExamplePlanProducts() {
	till, shop := salespostest.New(), ecwidtest.New()
	till.Add("products", `{"productnumber":"TEA-1","name":"Sencha","price":4.95,"is_active":true}`)
	shop.Add("products", `{"sku":"TEA-1","name":"Our Sencha","price":4.5}`)

	for step, err := range flows.PlanProducts(context.Background(), flows.ProductConfig{
		SalesPOS: till.Client(), Ecwid: shop.Client(), State: memstate.New(),
		Key: []byte("32 secret bytes from your vault!"), Direction: flows.SalesPOSToEcwid,
	}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(step)
		for _, field := range []string{"name", "price"} {
			why, err := step.Trace.Why(field) // fmt.Print(step.Trace) explains all fields
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Print(why) // why.Reveal() shows the values
		}
	}
	// Output:
	// TEA-1 updated
	// name: keep, U2: the record existed before us; its value stays until both sides agree
	//   from      name: text(6)
	//   transform Replace("\x00",""): text(6) → text(6)
	//   transform Trim: text(6) → text(6)
	//   policy    UnlessEdited: mapped text(6), target text(10)
	//   baseline  nothing known about an earlier write
	// price: write, always: the source decides
	//   from      sell_price: number
	//   policy    Always: mapped number, target number
	//   baseline  nothing known about an earlier write
}

// Before a changed mapping is rolled out, its impact says what it would change.
func ExampleImpactProducts() {
	till, shop := salespostest.New(), ecwidtest.New()
	till.Add("products", `{"id":1,"productnumber":"TEA-1","name":"Sencha","price":4.95,"is_active":true}`)
	till.Add("products", `{"id":2,"productnumber":"TEA-2","name":"ASSAM","price":3.95,"is_active":true}`)
	config := flows.ProductConfig{
		SalesPOS: till.Client(), Ecwid: shop.Client(), State: memstate.New(),
		Key: []byte("32 secret bytes from your vault!"), Direction: flows.SalesPOSToEcwid,
	}
	if _, err := flows.SyncProducts(context.Background(), config); err != nil {
		fmt.Println(err)
		return
	}

	changed := config
	changed.Mapping = catalog.Products().With(mapping.To("name").From("name").Transform(mapping.Upper()).Policy(mapping.UnlessEdited()))
	for d, err := range flows.ImpactProducts(context.Background(), config, changed) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("product %s: %s would be %s\n", d.ID, d.Field, d.Effect)
	}
	// Output: product 1: name would be written
}
