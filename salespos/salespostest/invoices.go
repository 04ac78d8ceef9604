package salespostest

import (
	"math/big"
	"strconv"
)

// invoiceAmounts are the amounts of an order that an invoice carries too.
var invoiceAmounts = []string{
	"total_shipping", "total_discounts", "total_price", "total_tax", "paymethod_costs", "extra_costs", "credit_point_discount",
}

// copiedToInvoice maps keys of an order to those of its invoices.
var copiedToInvoice = map[string]string{
	"user_id": "user_id", "customer": "customer", "currency": "currency", "taxes_included": "taxes_included",
	"order_row_taxes_included": "invoice_row_taxes_included", "is_intra_community_order": "is_intra_community_order",
	"shipping_taxes_included": "shipping_taxes_included", "shipping_tax_percentage": "shipping_tax_percentage",
	"ordernumber": "ordernumber", "ordernumber_prefix": "ordernumber_prefix", "ordernumber_full": "ordernumber_full",
	"extra_costs_description": "extra_costs_description", "extra_payment_option": "extra_payment_option",
}

// createInvoice is POST /orders/{id}/invoices: it invoices what the order is
// ahead of its invoices so far. An order that is not completed has no number
// and cannot be invoiced.
func (c *call) createInvoice() (*reply, *apiError) {
	if err := c.need("orders"); err != nil {
		return nil, err
	}
	w, t := c.w, c.w.table("invoices")
	body := map[string]any{}
	if len(c.body) > 0 {
		var err *apiError
		if body, err = c.cleanBody(t.res.schema, rolePatch); err != nil {
			return nil, err
		}
	}
	order := w.table("orders").rows[c.ids[0]]
	if !flag(order.doc, "is_completed", true) {
		return nil, notOnThis("order %d is not completed", order.id)
	}
	doc, rows := w.invoiceOf(order), w.rowsToInvoice(order)
	if len(rows) == 0 && rat(doc["total_price"]).Sign() == 0 {
		return nil, sameValue500()
	}
	merge(doc, body)
	w.invoiceNo++
	doc["invoicenumber"], doc["invoicenumber_full"] = number(w.invoiceNo), strconv.FormatInt(w.invoiceNo, 10)
	rec := w.insert("invoices", 0, doc)
	for _, row := range rows {
		row["invoice_id"] = number(rec.id)
		w.insert("invoicerows", 0, row)
	}
	w.update("orders", order, map[string]any{"invoicenumber": doc["invoicenumber"]})
	return &reply{201, c.view().record(nil, t.res, rec)}, nil
}

// invoiceOf is the document of the next invoice of an order: its amounts less
// those that were invoiced before.
func (w *world) invoiceOf(order *record) map[string]any {
	doc := map[string]any{"order_id": number(order.id), "status": "unpaid"}
	for from, to := range copiedToInvoice {
		if v, ok := order.doc[from]; ok {
			doc[to] = v
		}
	}
	if flag(order.doc, "paid", false) {
		doc["status"] = "paid"
	}
	for _, key := range invoiceAmounts {
		amount := new(big.Rat).Set(rat(order.doc[key]))
		for _, old := range w.table("invoices").where("order_id", order.id) {
			amount.Sub(amount, rat(old.doc[key]))
		}
		doc[key] = money(amount)
	}
	total, tax := rat(doc["total_price"]), rat(doc["total_tax"])
	doc["total_price_inc_tax"], doc["total_price_exc_tax"] = money(total), money(new(big.Rat).Sub(total, tax))
	if !flag(order.doc, "order_row_taxes_included", true) {
		doc["total_price_inc_tax"], doc["total_price_exc_tax"] = money(new(big.Rat).Add(total, tax)), money(total)
	}
	doc["type"] = "debit"
	if total.Sign() < 0 {
		doc["type"] = "credit"
	}
	return doc
}

// rowsToInvoice are the rows of an order with the quantity that no invoice has
// yet.
func (w *world) rowsToInvoice(order *record) []map[string]any {
	schema := w.table("invoicerows").res.schema
	options := w.table("orderrowattributevalues")
	var rows []map[string]any
	for _, row := range w.table("orderrows").where("order_id", order.id) {
		left := new(big.Rat).Set(rat(row.doc["count"]))
		for _, old := range w.table("invoicerows").where("orderrow_id", row.id) {
			left.Sub(left, rat(old.doc["count"]))
		}
		if left.Sign() == 0 {
			continue
		}
		doc := map[string]any{}
		for key, v := range row.doc {
			if f := schema.byKey[key]; f != nil && f.keeps() {
				doc[key] = v
			}
		}
		doc["count"], doc["orderrow_id"] = quantity(left), number(row.id)
		var docs []map[string]any
		attributes := []any{}
		for _, option := range options.where("orderrow_id", row.id) {
			docs = append(docs, option.doc)
			attributes = append(attributes, map[string]any{
				"option_name": option.doc["option_name"], "value_name": option.doc["value_name"], "price": option.doc["price"],
			})
		}
		doc["attributes"] = attributes
		priceRow(doc, optionPrice(docs))
		rows = append(rows, doc)
	}
	return rows
}

// ofOrderCalc are the computed keys that invoices and returns share.
func ofOrderCalc() map[string]func(*view, *record) any {
	return map[string]func(*view, *record) any{
		"user":  (*view).invoiceUser,
		"order": func(v *view, r *record) any { return v.url("orders/", integer(r.doc["order_id"]), "/") },
	}
}

// invoiceUser is the buyer, whose id is a number here.
func (v *view) invoiceUser(r *record) any {
	user := v.buyer(r).(map[string]any)
	if user["id"] != nil {
		user["id"] = r.doc["user_id"]
	}
	return user
}

// The lists of invoices and returns are alike but for the name of the number.
func numberedIndexes(no string) map[string]func(*record) sortKey {
	return map[string]func(*record) sortKey{
		"create_date": textKey("create_date"), "status": textKey("status"), "total_price": amountKey("total_price"),
		no: numKey(no), "ordernumber": numKey("ordernumber"), "ordernumber_full": textKey("ordernumber_full"),
	}
}

func numberedOrder(no string) map[string]string {
	return map[string]string{
		"create_date": "create_date", "id": "id", "status": "status", "total_price": "total_price",
		no: no, no + "_full": no, "ordernumber": "ordernumber", "ordernumber_full": "ordernumber_full",
	}
}

func numberedFilters(no string) map[string]filter {
	return map[string]filter{
		no: numberFilter(key(no), 0), no + "_full": fullNumber(no),
		"ordernumber": numberFilter(key("ordernumber"), 0), "ordernumber_full": textFilter("ordernumber_full"),
		"status":          textFilter("status"),
		"min_create_date": dateFilter("create_date", true),
		"max_create_date": dateFilter("create_date", false),
	}
}

// fullNumber compares with the prefix and the number.
func fullNumber(no string) filter {
	return func(_ *world, arg string) (func(*record) bool, error) {
		return func(r *record) bool { return text(r.doc[no+"_prefix"])+string(number(integer(r.doc[no]))) == arg }, nil
	}
}

func couponFilters() map[string]filter {
	return map[string]filter{
		"min_begindate": dateFilter("begindate", true), "max_begindate": dateFilter("begindate", false),
		"min_enddate": dateFilter("enddate", true), "max_enddate": dateFilter("enddate", false),
		"onetimeuse": boolFilter("onetimeuse", false),
	}
}

// createCoupon checks the code and the products of a coupon.
func (w *world) createCoupon(c *call, body map[string]any) (*record, *apiError) {
	for _, r := range text(body["code"]) {
		if !isCodeLetter(r) {
			return nil, badBody("code: %q is not allowed", r)
		}
	}
	ids, _ := body["products"].([]any)
	for _, id := range ids {
		if err := w.refer(map[string]any{"products": id}, "products", "products"); err != nil {
			return nil, err
		}
	}
	return createPlain(w.table("discountcoupons").res)(w, c, body)
}

func isCodeLetter(r rune) bool {
	switch r {
	case '#', '-', '$', '&', '_', '*':
		return true
	}
	return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
}

// couponProducts are the products that a coupon lists.
func (v *view) couponProducts(r *record) any {
	ids, _ := r.doc["product_ids"].([]any)
	out := []any{}
	for _, id := range ids {
		out = append(out, map[string]any{"product_id": id, "href": v.url("products/", integer(id), "/")})
	}
	return out
}
