package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/flows/pass"
)

// retail builds the catalogue and the web orders from an order-line file and
// carries both through, with every line accounted for.
func (h *house) retail(ctx context.Context, path string) error {
	lines, err := readLines(path)
	if err != nil {
		return err
	}
	restored, err := h.restore(ctx)
	if err != nil {
		return err
	}
	all := invoices(lines)
	h.view.title("%d lines, %d invoices, from %s", len(lines), len(all), path)
	if !restored {
		h.seedArticles(lines)
	}
	if _, err := h.categories(ctx, "categories"); err != nil {
		return err
	}
	if _, err := h.products(ctx, "products"); err != nil {
		return err
	}
	if !restored {
		if err := h.placeInvoices(all); err != nil {
			return err
		}
	}
	h.reportSkipped(all)
	h.allOrders = restored // every invoice is accounted for
	report, err := h.orders(ctx, "orders")
	if err != nil {
		return err
	}
	h.view.problems(report)
	if err := h.account(all); err != nil {
		return err
	}
	return h.keep(ctx)
}

// seedArticles makes one article of each product code: codes that differ only in
// letter case are two. Its name is the description that most lines have, its
// price the most frequent one above zero.
func (h *house) seedArticles(lines []line) {
	names, prices, sold := map[string]map[string]int{}, map[string]map[string]int{}, map[string]int{}
	var codes []string
	for _, l := range lines {
		if !l.isProduct() {
			continue
		}
		if names[l.code] == nil {
			names[l.code], prices[l.code] = map[string]int{}, map[string]int{}
			codes = append(codes, l.code)
		}
		if l.description != "" && l.description != "?" {
			names[l.code][l.description]++
		}
		if l.price.IsPositive() {
			prices[l.code][l.price.String()]++
		}
		sold[l.code] += max(l.quantity, 0)
	}
	slices.Sort(codes)
	h.pos.Add("categories", `{"id":100,"name":"Catalogue","show_on_website":true}`)
	for i, code := range codes {
		id := 100001 + i
		h.pos.Add("products", fmt.Sprintf(`{"id":%d,"productnumber":%s,"name":%s,"price":%s,"stockenabled":true,"stocktype":"Product","stock":%d,"is_active":true}`,
			id, quote(code), quote(mostFrequent(names[code], code)), mostFrequent(prices[code], "0"), sold[code]+100))
		h.pos.Add("producttocategories", fmt.Sprintf(`{"product_id":%d,"category_id":100}`, id))
	}
}

// mostFrequent is the text with the highest count, the first by letters among
// equals.
func mostFrequent(counts map[string]int, other string) string {
	best := other
	for text, n := range counts {
		if n > counts[best] || n == counts[best] && cmp.Less(text, best) {
			best = text
		}
	}
	return best
}

// quote makes a JSON string.
func quote(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always encodes
	}
	return string(b)
}

// reportSkipped puts the invoices that are not placed into the report.
func (h *house) reportSkipped(all []*invoice) {
	for _, inv := range all {
		if reason := inv.skipReason(); reason != "" {
			h.record.add("orders", pass.Step{Flow: "file", SourceID: inv.number, Label: inv.number, Outcome: pass.Skipped, Reason: reason})
		}
	}
}

// placeInvoices places one paid web order for each invoice: net prices, no
// taxes, the invoice number as public order id.
func (h *house) placeInvoices(all []*invoice) error {
	docs := h.shopDocs()
	for _, inv := range all {
		if inv.skipReason() != "" {
			continue
		}
		var items []map[string]any
		total := decimal.Zero
		for _, l := range inv.lines {
			item := map[string]any{"sku": l.code, "name": cmp.Or(l.description, l.code), "quantity": l.quantity, "price": json.Number(l.price.String())}
			if p, ok := docs[l.code]; ok && l.isProduct() {
				item["productId"] = p.ID
			}
			items = append(items, item)
			total = total.Add(l.total())
		}
		order := map[string]any{"id": inv.number, "paymentStatus": "PAID", "paymentMethod": "Invoice", "pricesIncludeTax": false,
			"items": items, "subtotal": json.Number(total.String()), "total": json.Number(total.String())}
		if first := inv.lines[0]; first.customer != "" {
			order["email"] = "customer-" + first.customer + "@example.com"
			order["billingPerson"] = map[string]any{"name": "Customer " + first.customer, "countryCode": countryCode(first.country)}
		}
		text, err := json.Marshal(order)
		if err != nil {
			return fmt.Errorf("invoice %s: %w", inv.number, err)
		}
		h.shop.PlaceOrder(string(text))
	}
	return nil
}

// account says for every line what became of it, and compares the sum of the
// transferred orders at the POS with the sum in the file.
func (h *house) account(all []*invoice) error {
	outcomes := h.orderOutcomes()
	counts := map[string]int{}
	read, sum := 0, decimal.Zero
	for _, inv := range all {
		read += len(inv.lines)
		outcome, ok := outcomes[inv.number]
		if !ok {
			return fmt.Errorf("invoice %s has no outcome: this is a fault of the program", inv.number)
		}
		counts[outcome] += len(inv.lines)
		if outcome != string(pass.Created) && outcome != "skipped: existing" {
			continue
		}
		for _, l := range inv.lines {
			sum = sum.Add(l.total())
		}
	}
	h.view.title("Every line accounted for")
	for _, outcome := range slices.Sorted(mapKeys(counts)) {
		h.view.say("   %s: %d lines", outcome, counts[outcome])
	}
	booked, err := h.posTotal()
	if err != nil {
		return err
	}
	h.view.say("   read: %d lines; transferred lines in the file: %s, at the POS: %s", read, sum.StringFixed(2), booked.StringFixed(2))
	if !booked.Equal(sum) {
		return fmt.Errorf("the POS has %s and the file %s", booked, sum)
	}
	return nil
}

// orderOutcomes is the outcome of each order in the last pass, by order id.
func (h *house) orderOutcomes() map[string]string {
	outcomes := map[string]string{}
	for _, e := range h.record.entries {
		if e.Pass != "orders" || e.Field != "" {
			continue
		}
		outcome := e.Outcome
		if e.Reason != "" {
			outcome += ": " + e.Reason
		}
		outcomes[e.Label] = outcome
	}
	return outcomes
}

// posTotal is the sum of all rows of all orders at the POS.
func (h *house) posTotal() (decimal.Decimal, error) {
	state, err := h.pos.Export()
	if err != nil {
		return decimal.Zero, fmt.Errorf("export SalesPOS: %w", err)
	}
	var doc struct {
		Orders []struct {
			Rows []struct {
				Total decimal.Decimal `json:"total_price_with_attributes"`
			} `json:"orderrows"`
		} `json:"orders"`
	}
	if err := json.Unmarshal(state, &doc); err != nil {
		return decimal.Zero, fmt.Errorf("read the export of SalesPOS: %w", err)
	}
	sum := decimal.Zero
	for _, o := range doc.Orders {
		for _, r := range o.Rows {
			sum = sum.Add(r.Total)
		}
	}
	return sum, nil
}
