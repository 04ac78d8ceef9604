package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// packageID is the shipping package of rows that are no product; every sandbox
// has it.
const packageID salespos.PackageID = 1

// pass runs one pass, shows its progress and its table, and keeps its steps.
func (h *house) pass(name string, run func(flows.PassOptions) (*pass.Report, error)) (*pass.Report, error) {
	before := h.cost.begin(h.pos.Requests(), h.shop.Requests())
	bar := h.view.progress(name)
	report, err := run(flows.PassOptions{OnEvent: func(e pass.Event) {
		bar.show(e)
		if e.Kind == pass.EventStep {
			h.record.add(name, *e.Step)
		}
	}})
	bar.done()
	spent := h.cost.end(before, h.pos.Requests(), h.shop.Requests())
	h.view.table(name, report, spent)
	if err != nil {
		return report, fmt.Errorf("%s: %w", name, err)
	}
	return report, nil
}

func (h *house) categories(ctx context.Context, name string) (*pass.Report, error) {
	return h.pass(name, func(o flows.PassOptions) (*pass.Report, error) {
		return flows.SyncCategories(ctx, flows.CategoryConfig{
			SalesPOS: h.posClient, Ecwid: h.shopClient, State: h.store, Key: key(), Direction: flows.SalesPOSToEcwid, Pass: o,
		})
	})
}

func (h *house) products(ctx context.Context, name string) (*pass.Report, error) {
	return h.pass(name, func(o flows.PassOptions) (*pass.Report, error) {
		return flows.SyncProducts(ctx, h.productConfig(o))
	})
}

func (h *house) productConfig(o flows.PassOptions) flows.ProductConfig {
	return flows.ProductConfig{
		SalesPOS: h.posClient, Ecwid: h.shopClient, State: h.store, Key: key(), Direction: flows.SalesPOSToEcwid, Pass: o,
	}
}

// why plans one product and explains one of its fields. Nothing is written.
func (h *house) why(ctx context.Context, product salespos.ProductID, field string) error {
	only := []string{strconv.FormatInt(int64(product), 10)}
	for step, err := range flows.PlanProducts(ctx, h.productConfig(flows.PassOptions{Only: only})) {
		if err != nil {
			return fmt.Errorf("plan of product %d: %w", product, err)
		}
		why, err := step.Trace.Why(field)
		if err != nil {
			return fmt.Errorf("explain %s of %s: %w", field, step.Label, err)
		}
		h.view.say("   before the pass, a plan explains %s:", step.Label)
		for line := range strings.Lines(why.String()) {
			h.view.say("     %s", strings.TrimRight(line, "\n"))
		}
	}
	return nil
}

func (h *house) stock(ctx context.Context, name string) (*pass.Report, error) {
	return h.pass(name, func(o flows.PassOptions) (*pass.Report, error) {
		return flows.SyncStock(ctx, flows.StockConfig{
			SalesPOS: h.posClient, Ecwid: h.shopClient, State: h.store, Key: key(), Direction: flows.SalesPOSToEcwid, Pass: o,
		})
	})
}

func (h *house) orders(ctx context.Context, name string) (*pass.Report, error) {
	return h.pass(name, func(o flows.PassOptions) (*pass.Report, error) {
		o.Full = h.allOrders
		return flows.SyncOrders(ctx, flows.OrderConfig{
			SalesPOS: h.posClient, Ecwid: h.shopClient, State: h.store, Key: key(), Direction: flows.EcwidToSalesPOS, Pass: o,
			Since: h.began, Package: packageID,
		})
	})
}

// writes counts what was written to both systems so far.
func (h *house) writes() int { return h.pos.Writes() + h.shop.Writes() }
