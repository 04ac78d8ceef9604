package salespostest

import (
	"encoding/json"
	"maps"
	"math/big"
)

// newRow is a row that is not stored yet, with its chosen options.
type newRow struct {
	doc     map[string]any
	options []map[string]any
}

// buildRows makes the documents of the rows of an order; nothing is stored.
func (w *world) buildRows(order map[string]any, inputs []any) ([]newRow, *apiError) {
	var rows []newRow
	for i, in := range inputs {
		input := in.(map[string]any)
		row, product, err := w.buildRow(input)
		if err != nil {
			err.msg = "orderrows: row " + string(number(int64(i))) + ": " + err.msg
			return nil, err
		}
		if flag(order, "is_intra_community_order", false) || flag(order, "is_platform_sale", false) {
			row.doc["tax"] = number(0)
		}
		rows = append(rows, row)
		if product != nil && flag(input, "auto_create_deposit_rows", true) {
			rows = append(rows, depositRows(product, row.doc["count"])...)
		}
	}
	return rows, nil
}

// buildRow makes one row: with a product, what the input leaves out comes from
// it; without, the input has to say everything.
func (w *world) buildRow(input map[string]any) (newRow, *record, *apiError) {
	doc, product, err := w.rowBase(input)
	if err != nil {
		return newRow{}, nil, err
	}
	if err := w.refer(input, "package_id", "packages"); err != nil {
		return newRow{}, nil, err
	}
	for key, v := range input {
		if key != "auto_create_deposit_rows" && v != nil {
			doc[key] = v
		}
	}
	if doc["product_type"] != "product" {
		doc["tax"] = number(0)
	}
	if p := w.table("packages").rows[integer(doc["package_id"])]; p != nil {
		doc["package_name"] = text(p.doc["name"])
	}
	row := newRow{doc: doc}
	if input["attribute_combination_id"] != nil {
		if err := w.addCombination(&row, integer(input["product_id"])); err != nil {
			return newRow{}, nil, err
		}
	}
	priceRow(doc, optionPrice(row.options))
	return row, product, nil
}

// rowBase is what a row has before its input is read.
func (w *world) rowBase(input map[string]any) (map[string]any, *record, *apiError) {
	doc := map[string]any{"product_type": "product"}
	if input["product_id"] == nil {
		return doc, nil, checkTextRow(input)
	}
	product := w.table("products").rows[integer(input["product_id"])]
	if product == nil {
		return nil, nil, badBody("product_id: no product with id %v", input["product_id"])
	}
	if input["product_name"] != nil || input["product_number"] != nil {
		return nil, nil, badBody("product_name and product_number are only for rows without product_id")
	}
	merge(doc, w.productRow(product))
	doc["custom_price"] = input["price"] != nil
	return doc, product, nil
}

// checkTextRow names the keys that a row without a product needs.
func checkTextRow(input map[string]any) *apiError {
	for _, key := range []string{
		"price", "product_purchase_price", "discount", "tax", "unit", "weight", "memo", "package_id",
	} {
		if input[key] == nil {
			return badBody("%s is needed without product_id", key)
		}
	}
	return nil
}

// productRow copies what a row takes from its product.
func (w *world) productRow(product *record) map[string]any {
	doc := product.doc
	class := text(doc["taxtariff"])
	if class == "" {
		class = "normal"
	}
	return map[string]any{
		"product_id": number(product.id), "product_name": text(doc["name"]), "product_number": text(doc["productnumber"]),
		"price": quantity(rat(doc["price"])), "discount": quantity(rat(doc["discount"])),
		"product_purchase_price": quantity(rat(doc["purchaseprice"])), "tax": w.percentage(class),
		"unit": text(doc["unit"]), "weight": quantity(rat(doc["weight"])), "memo": "",
		"package_id": dig(doc, "package", "id"), "stock_location": text(doc["stocklocation"]),
		"supplier": text(dig(doc, "supplier", "name")),
	}
}

// addCombination adds numbers and options of the chosen variant.
func (w *world) addCombination(row *newRow, productID int64) *apiError {
	doc := row.doc
	id := integer(doc["attribute_combination_id"])
	combo := w.table("attributecombinations").rows[id]
	if combo == nil || integer(combo.doc["product_id"]) != productID {
		return badBody("attribute_combination_id: product %d has no combination %d", productID, id)
	}
	doc["sub_product_number"] = text(combo.doc["product_number"])
	doc["sub_sku_number"] = text(combo.doc["sku_number"])
	doc["sub_ean_number"] = text(combo.doc["ean_number"])
	for _, valueID := range combo.values {
		value := w.table("attributevalues").rows[valueID]
		name := text(value.doc["name"])
		row.options = append(row.options, map[string]any{
			"option_name": w.attributeOf(value).doc["name"], "value_name": name,
			"price": quantity(rat(w.linkOf(productID, valueID).doc["price"])),
		})
		if w.reads(OptionsInRowName) {
			doc["product_name"] = text(doc["product_name"]) + " " + name
		}
	}
	return nil
}

// depositRows are the rows that the API adds for deposits; they carry no VAT.
func depositRows(product *record, count any) []newRow {
	var rows []newRow
	for _, kind := range []string{"container_deposit", "safety_deposit"} {
		price := rat(product.doc[kind+"_price"])
		if price.Sign() == 0 {
			continue
		}
		row := map[string]any{"product_type": kind, "product_name": kind, "count": count, "price": quantity(price)}
		priceRow(row, new(big.Rat))
		rows = append(rows, newRow{doc: row})
	}
	return rows
}

// optionPrice is the sum of the prices of the chosen options of one unit.
func optionPrice(options []map[string]any) *big.Rat {
	sum := new(big.Rat)
	for _, o := range options {
		sum.Add(sum, rat(o["price"]))
	}
	return sum
}

// rowAmount is the exact amount of a row, before it is rounded.
func rowAmount(row map[string]any) *big.Rat {
	return new(big.Rat).Mul(rat(row["price_with_attributes"]), rat(row["count"]))
}

// priceRow computes the prices of a row with its options.
func priceRow(row map[string]any, options *big.Rat) {
	price, count := rat(row["price"]), rat(row["count"])
	selling := new(big.Rat).Sub(price, rat(row["discount"]))
	times := func(r *big.Rat) json.Number { return money(new(big.Rat).Mul(r, count)) }
	plus := func(r *big.Rat) json.Number { return quantity(new(big.Rat).Add(r, options)) }
	row["selling_price"], row["original_price"] = quantity(selling), quantity(selling)
	row["price_without_discount"] = quantity(price)
	row["price_without_discount_with_attributes"] = plus(price)
	row["price_with_attributes"] = plus(selling)
	row["total_price"] = times(selling)
	row["total_extra_option_price"] = times(options)
	row["total_price_with_attributes"] = money(rowAmount(row))
}

// storeRows replaces the rows of an order and recalculates it.
func (w *world) storeRows(order *record, rows []newRow) {
	for _, old := range w.table("orderrows").where("order_id", order.id) {
		w.remove("orderrows", old)
	}
	for _, row := range rows {
		w.storeRow(order, row)
	}
	w.recalculate(order)
}

func (w *world) storeRow(order *record, row newRow) *record {
	row.doc["order_id"] = number(order.id)
	rec := w.insert("orderrows", 0, row.doc)
	for _, option := range row.options {
		option["orderrow_id"] = number(rec.id)
		w.insert("orderrowattributevalues", 0, option)
	}
	return rec
}

// rowAttributes is the computed list of the chosen options.
func (v *view) rowAttributes(row *record) any {
	t := v.w.table("orderrowattributevalues")
	return v.raw(t.res, t.where("orderrow_id", row.id))
}

// addRow is POST /orders/{id}/orderrows: one row, and those of its deposits.
func (c *call) addRow() (*reply, *apiError) {
	if err := c.need("orders"); err != nil {
		return nil, err
	}
	input, err := c.cleanBody(c.w.rowInput, rolePost)
	if err != nil {
		return nil, err
	}
	order := c.w.table("orders").rows[c.ids[0]]
	rows, err := c.w.buildRows(order.doc, []any{input})
	if err != nil {
		return nil, err
	}
	var recs []*record
	for _, row := range rows {
		recs = append(recs, c.w.storeRow(order, row))
	}
	c.w.recalculate(order)
	return &reply{201, c.view().record(nil, c.w.table("orderrows").res, recs[0])}, nil
}

// putRows replaces all rows of an order and recalculates it.
func (c *call) putRows() (*reply, *apiError) {
	if err := c.need("orders"); err != nil {
		return nil, err
	}
	body, err := c.cleanBody(c.w.rowsBody, rolePost)
	if err != nil {
		return nil, err
	}
	order := c.w.table("orders").rows[c.ids[0]]
	rows, err := c.w.buildRows(order.doc, body["orderrows"].([]any))
	if err != nil {
		return nil, err
	}
	c.w.storeRows(order, rows)
	return &reply{status: 204}, nil
}

// patchRow changes a row of an order that is not completed.
func (w *world) patchRow(_ *call, rec *record, body map[string]any) (bool, *apiError) {
	if flag(w.table("orders").rows[integer(rec.doc["order_id"])].doc, "is_completed", true) {
		return false, notOnThis("the order of row %d is completed", rec.id)
	}
	return w.update("orderrows", rec, body), nil
}

// rowTouched prices a row that was changed and its order.
func (w *world) rowTouched(row *record) {
	if w.table("orderrows").rows[row.id] == row {
		var options []map[string]any
		for _, option := range w.table("orderrowattributevalues").where("orderrow_id", row.id) {
			options = append(options, option.doc)
		}
		prices := maps.Clone(row.doc)
		priceRow(prices, optionPrice(options))
		w.update("orderrows", row, prices)
	}
	if order := w.table("orders").rows[integer(row.doc["order_id"])]; order != nil {
		w.recalculate(order)
	}
}

// rowOptionTouched does so for the row of an option.
func (w *world) rowOptionTouched(option *record) {
	if row := w.table("orderrows").rows[integer(option.doc["orderrow_id"])]; row != nil {
		w.rowTouched(row)
	}
}
