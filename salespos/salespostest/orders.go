package salespostest

import (
	"encoding/json"
	"math/big"
	"strconv"
)

func orderFilters() map[string]filter {
	return map[string]filter{
		"ordernumber":     numberFilter(key("ordernumber"), 0),
		"status":          numberFilter(key("status"), 0),
		"paymethod_id":    numberFilter(key("paymethod_id"), 0),
		"transaction_id":  textFilter("transaction_id"),
		"is_paid":         boolFilter("paid", false),
		"is_completed":    boolFilter("is_completed", true),
		"min_create_date": dateFilter("create_date", true),
		"max_create_date": dateFilter("create_date", false),
		"deliver_date":    onDay("deliver_date"),
		"take_out_date":   onDay("take_out_window", "start"),
	}
}

func orderCalc() map[string]func(*view, *record) any {
	basket := func(v *view, r *record) any {
		if flag(r.doc, "is_completed", true) {
			return nil
		}
		return deeplink("checkout")(v, r)
	}
	return map[string]func(*view, *record) any{
		"basket_href": basket, "checkout_href": basket,
		"packing_slip_deeplink": func(v *view, r *record) any {
			if !flag(r.doc, "is_completed", true) {
				return nil
			}
			return deeplink("packingslip")(v, r)
		},
		"user": (*view).buyer,
	}
}

// buyer is the user of an order. Its id is text, unlike everywhere else.
func (v *view) buyer(r *record) any {
	id := integer(r.doc["user_id"])
	if id == 0 {
		return map[string]any{"id": nil, "discount_percentage": nil, "href": nil}
	}
	return map[string]any{
		"id": strconv.FormatInt(id, 10), "href": v.url("users/", id, ""),
		"discount_percentage": quantity(v.w.userDiscount(id)),
	}
}

// userDiscount is the percentage of the user's group.
func (w *world) userDiscount(id int64) *big.Rat {
	if user := w.table("users").rows[id]; user != nil {
		if group := w.table("usergroups").rows[integer(user.doc["group_id"])]; group != nil {
			return rat(group.doc["discount"])
		}
	}
	return new(big.Rat)
}

// checkOrder checks what a field table cannot.
func checkOrder(body map[string]any) *apiError {
	if n, ok := body["status"]; ok && (integer(n) < 1 || integer(n) > 14) {
		return badBody("status: no order status %v", n)
	}
	return nil
}

// createOrder stores an order with its rows, numbers it and takes the sold
// quantities off the stock when it is completed.
func (w *world) createOrder(_ *call, body map[string]any) (*record, *apiError) {
	if err := checkOrder(body); err != nil {
		return nil, err
	}
	schema := w.table("orders").res.schema
	doc := w.orderDefaults(body)
	merge(doc, schema.storedDoc(body))
	if !flag(doc, "is_completed", true) {
		delete(doc, "status")
	}
	rows, err := w.buildRows(doc, body["orderrows"].([]any))
	if err != nil {
		return nil, err
	}
	rec := w.insert("orders", 0, doc)
	w.storeRows(rec, rows)
	if flag(doc, "is_completed", true) {
		w.complete(rec)
		w.moveStock(rec, -1)
	}
	return rec, nil
}

// orderDefaults are the keys that depend on the shop and on the user: the
// personal data of the user are copied, what the body says comes on top.
func (w *world) orderDefaults(body map[string]any) map[string]any {
	doc := map[string]any{
		"customer":                 map[string]any{},
		"is_completed":             true,
		"currency":                 w.setting("currency"),
		"order_row_taxes_included": w.setting("prices_include_vat"),
		"shipping_tax_percentage":  w.percentage("normal"),
	}
	if user := w.table("users").rows[integer(body["user_id"])]; user != nil {
		if info, ok := user.doc["userinfo"].(map[string]any); ok {
			merge(doc, map[string]any{"customer": info})
		}
	}
	return doc
}

// complete gives a finished order its number and its first status.
func (w *world) complete(rec *record) {
	patch := map[string]any{}
	if rec.doc["status"] == nil {
		patch["status"] = number(1)
	}
	if rec.doc["ordernumber"] == nil {
		w.orderNo++
		prefix := strconv.Itoa(w.now().Year()) + "-"
		patch["ordernumber"] = number(w.orderNo)
		patch["ordernumber_prefix"] = prefix
		patch["ordernumber_full"] = prefix + strconv.FormatInt(w.orderNo, 10)
	}
	w.update("orders", rec, patch)
}

// moveStock takes the rows of an order off the stock (-1) or puts them back
// (1), of the combination or of the product as stocktype says.
func (w *world) moveStock(order *record, sign int64) {
	if w.reads(OrdersKeepStock) {
		return
	}
	for _, row := range w.table("orderrows").where("order_id", order.id) {
		product := w.table("products").rows[integer(row.doc["product_id"])]
		if product == nil || !flag(product.doc, "stockenabled", true) {
			continue
		}
		table, holder := "products", product
		if w.stockType(product) == "Attribute" {
			table = "attributecombinations"
			holder = w.table(table).rows[integer(row.doc["attribute_combination_id"])]
		}
		if holder != nil {
			moved := new(big.Rat).Mul(rat(row.doc["count"]), big.NewRat(sign, 1))
			w.update(table, holder, map[string]any{"stock": quantity(moved.Add(moved, rat(holder.doc["stock"])))})
			w.touchStock(product.id)
		}
	}
}

// cancelled is the order status after which stock may come back.
const cancelled = 8

func (w *world) patchOrder(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := checkOrder(body); err != nil {
		return false, err
	}
	schema := w.table("orders").res.schema
	patch := schema.storedDoc(body)
	if inputs, ok := body["orderrows"].([]any); ok {
		next := map[string]any{}
		merge(next, rec.doc)
		merge(next, patch)
		rows, err := w.buildRows(next, inputs)
		if err != nil {
			return false, err
		}
		w.update("orders", rec, patch)
		w.storeRows(rec, rows)
		return true, nil
	}
	return w.editOrder(rec, patch), nil
}

// editOrder merges a patch and brings totals, number and stock in line.
func (w *world) editOrder(rec *record, patch map[string]any) bool {
	wasOpen, was := !flag(rec.doc, "is_completed", true), integer(rec.doc["status"])
	changed := w.update("orders", rec, patch)
	if changed && movesTotals(patch) {
		w.recalculate(rec)
	}
	if wasOpen && flag(rec.doc, "is_completed", true) {
		w.complete(rec)
		w.moveStock(rec, -1)
	}
	if is := integer(rec.doc["status"]); is != was && is == cancelled && !wasOpen && w.reads(CancelRestocks) {
		w.moveStock(rec, 1)
	}
	return changed
}

// movesTotals reports whether a change of an order's own keys has an effect on
// its totals.
func movesTotals(patch map[string]any) bool {
	for _, key := range []string{
		"total_shipping", "paymethod_costs", "extra_costs", "taxes_included", "order_row_taxes_included",
		"shipping_taxes_included", "is_intra_community_order", "is_platform_sale",
	} {
		if _, ok := patch[key]; ok {
			return true
		}
	}
	return false
}

// recalculate sets the totals of an order from its rows. Amounts are summed
// exactly and rounded once.
func (w *world) recalculate(order *record) {
	doc := order.doc
	rows, tax, weight := new(big.Rat), new(big.Rat), new(big.Rat)
	included := flag(doc, "order_row_taxes_included", true)
	for _, row := range w.table("orderrows").where("order_id", order.id) {
		amount := rowAmount(row.doc)
		if w.reads(RoundedRows) {
			amount = rat(money(amount))
		}
		rows.Add(rows, amount)
		if !flag(doc, "is_intra_community_order", false) && !flag(doc, "is_platform_sale", false) {
			tax.Add(tax, taxOf(amount, rat(row.doc["tax"]), included))
		}
		weight.Add(weight, new(big.Rat).Mul(rat(row.doc["weight"]), rat(row.doc["count"])))
	}
	shipping := rat(doc["total_shipping"])
	if flag(doc, "shipping_taxes_included", true) {
		tax.Add(tax, taxOf(shipping, rat(doc["shipping_tax_percentage"]), included))
	}
	if !flag(doc, "taxes_included", true) {
		tax = new(big.Rat)
	}
	withShipping := new(big.Rat).Add(rows, shipping)
	total := new(big.Rat).Set(withShipping)
	for _, key := range []string{"paymethod_costs", "extra_costs"} {
		total.Add(total, rat(doc[key]))
	}
	for _, key := range []string{"total_discounts", "credit_point_discount"} {
		total.Sub(total, rat(doc[key]))
	}
	w.update("orders", order, map[string]any{
		"total_orderrow_price": money(withShipping), "total_price": money(total),
		"total_tax": money(tax), "total_weight": quantity(weight),
	})
}

// taxOf is the VAT in an amount, or on top of it.
func taxOf(amount, percent *big.Rat, included bool) *big.Rat {
	base := big.NewRat(100, 1)
	if included {
		base.Add(base, percent)
	}
	if base.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(new(big.Rat).Mul(amount, percent), base)
}

// percentage is the VAT rate of a class in the country of the shop.
func (w *world) percentage(class string) json.Number {
	for _, t := range w.tariffs() {
		if text(t["type"]) == class {
			return quantity(rat(t["percentage"]))
		}
	}
	return number(0)
}

// tariffOf is the class with that rate, `normal` when there is none.
func (w *world) tariffOf(rate *big.Rat) string {
	for _, t := range w.tariffs() {
		if rat(t["percentage"]).Cmp(rate) == 0 {
			return text(t["type"])
		}
	}
	return "normal"
}

func (w *world) tariffs() []map[string]any {
	zones := w.table("geozonecountries").all()
	if len(zones) == 0 {
		return nil
	}
	var out []map[string]any
	list, _ := zones[0].doc["tariffs"].([]any)
	for _, t := range list {
		if t, ok := t.(map[string]any); ok {
			out = append(out, t)
		}
	}
	return out
}
