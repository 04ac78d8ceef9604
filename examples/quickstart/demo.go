package main

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/examples/internal/demoshop"
	"github.com/tillsync/tillsync/flows/pass"
)

// demo shows the five steps of the demo shop.
func (h *house) demo(ctx context.Context) error {
	demoshop.Seed(h.pos)
	for _, step := range []func(context.Context) error{h.firstPass, h.secondPass, h.thirdPass, h.stockPass, h.orderPass} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (h *house) firstPass(ctx context.Context) error {
	h.view.title("1. First pass: the catalogue of the POS goes to the empty shop")
	if _, err := h.categories(ctx, "categories"); err != nil {
		return err
	}
	_, err := h.products(ctx, "products")
	return err
}

func (h *house) secondPass(ctx context.Context) error {
	h.view.title("2. Second pass: nothing changed")
	before := h.writes()
	if _, err := h.categories(ctx, "categories again"); err != nil {
		return err
	}
	if _, err := h.products(ctx, "products again"); err != nil {
		return err
	}
	return h.wantNoWrites(before)
}

// wantNoWrites makes the demo fail when a pass wrote where nothing had changed.
func (h *house) wantNoWrites(before int) error {
	n := h.writes() - before
	h.view.say("   %d writes", n)
	if n != 0 {
		return fmt.Errorf("%d writes although nothing had changed", n)
	}
	return nil
}

func (h *house) thirdPass(ctx context.Context) error {
	h.view.title("3. The POS changes a price and a text, the shop enriches another text")
	h.pos.Edit("products", demoshop.GreenTea, `{"price":5.95,"description":"<p>First flush, picked by hand in April.</p>"}`)
	h.shop.Edit("products", h.shopProduct("TEA-BLACK"), `{"description":"<p>Our favourite for a rainy day, with a recipe.</p>"}`)
	h.pos.Edit("products", demoshop.BlackTea, `{"price":4.75}`)
	if err := h.why(ctx, demoshop.BlackTea, "description"); err != nil {
		return err
	}
	report, err := h.pass3(ctx)
	if err != nil {
		return err
	}
	if report.Counts[pass.Updated] != 2 {
		return fmt.Errorf("%d products updated, expected 2", report.Counts[pass.Updated])
	}
	return nil
}

// pass3 runs the third pass and prints why, for each field that differs.
func (h *house) pass3(ctx context.Context) (*pass.Report, error) {
	from := len(h.record.entries)
	report, err := h.products(ctx, "changed products")
	for _, e := range h.record.entries[from:] {
		if e.Outcome == string(pass.Updated) && e.Field != "" && e.Decision != "same" && e.Decision != "skip" {
			h.view.say("   %s %s: %s (%s %s): %s", e.Label, e.Field, e.Decision, e.Policy, e.Case, e.Why)
		}
	}
	return report, err
}

func (h *house) stockPass(ctx context.Context) error {
	h.view.title("4. Stock: what is on hand, less what is reserved")
	if _, err := h.stock(ctx, "stock, first pass"); err != nil {
		return err
	}
	h.pos.Edit("products", demoshop.GreenTea, `{"stock":30}`)
	h.pos.Add("orders", fmt.Sprintf(`{"status":14,"is_completed":true,"orderrows":[{"product_id":%d,"count":4}]}`, demoshop.BlackTea))
	report, err := h.stock(ctx, "stock changed")
	if err != nil {
		return err
	}
	h.view.say("   TEA-GREEN: 30 on hand -> %v in the shop", h.shopQuantity("TEA-GREEN"))
	h.view.say("   TEA-BLACK: 40 on hand, 4 reserved -> %v in the shop", h.shopQuantity("TEA-BLACK"))
	if report.Counts[pass.Updated] != 2 {
		return fmt.Errorf("%d numbers written, expected 2", report.Counts[pass.Updated])
	}
	return nil
}

func (h *house) orderPass(ctx context.Context) error {
	h.view.title("5. Web orders go to the POS")
	demoshop.Order(h.shop, h.shopProduct)
	report, err := h.orders(ctx, "orders")
	if err != nil {
		return err
	}
	h.view.problems(report)
	if report.Counts[pass.Created] != 3 || report.Counts[pass.Waiting] != 1 || report.Counts[pass.Parked] != 1 {
		return fmt.Errorf("orders: %v, expected 3 created, 1 waiting and 1 parked", report.Counts)
	}
	before := h.writes()
	if _, err := h.orders(ctx, "orders again"); err != nil {
		return err
	}
	return h.wantNoWrites(before)
}
