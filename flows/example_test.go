package flows_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/state/memstate"
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
		fmt.Println(step.Label, step.Outcome)
		for _, field := range step.Fields {
			if field.Field == "name" || field.Field == "price" {
				fmt.Printf("%s: %s, %s\n", field.Field, field.Decision, field.Reason)
			}
		}
	}
	// Output:
	// TEA-1 updated
	// name: keep, the record existed before us; its value stays until both sides agree
	// price: write, the source decides
}
