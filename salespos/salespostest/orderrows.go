package salespostest

import (
	"encoding/json"
	"math/big"
)

// buildRows makes the documents of the rows of an order; nothing is stored.
func (w *world) buildRows(order map[string]any, inputs []any) ([]map[string]any, *apiError) {
	var rows []map[string]any
	for i, in := range inputs {
		input := in.(map[string]any)
		row, product, err := w.buildRow(input)
		if err != nil {
			err.msg = "orderrows: row " + string(number(int64(i))) + ": " + err.msg
			return nil, err
		}
		if flag(order, "is_intra_community_order", false) || flag(order, "is_platform_sale", false) {
			row["tax"] = number(0)
		}
		rows = append(rows, row)
		if product != nil && flag(input, "auto_create_deposit_rows", true) {
			rows = append(rows, depositRows(product, row["count"])...)
		}
	}
	return rows, nil
}

// buildRow makes one row: with a product, what the input leaves out comes from
// it; without, the input has to say everything.
func (w *world) buildRow(input map[string]any) (map[string]any, *record, *apiError) {
	row := map[string]any{"product_type": "product"}
	product := w.table("products").rows[integer(input["product_id"])]
	if input["product_id"] == nil {
		if err := checkTextRow(input); err != nil {
			return nil, nil, err
		}
	} else if product == nil {
		return nil, nil, badBody("product_id: no product with id %v", input["product_id"])
	} else if input["product_name"] != nil || input["product_number"] != nil {
		return nil, nil, badBody("product_name and product_number are only for rows without product_id")
	} else {
		merge(row, w.productRow(product))
		row["custom_price"] = input["price"] != nil
	}
	if err := w.refer(input, "package_id", "packages"); err != nil {
		return nil, nil, err
	}
	for key, v := range input {
		if key != "auto_create_deposit_rows" && v != nil {
			row[key] = v
		}
	}
	if row["product_type"] != "product" {
		row["tax"] = number(0)
	}
	if p := w.table("packages").rows[integer(row["package_id"])]; p != nil {
		row["package_name"] = text(p.doc["name"])
	}
	if input["attribute_combination_id"] != nil {
		if err := w.addCombination(row, integer(input["product_id"])); err != nil {
			return nil, nil, err
		}
	}
	priceRow(row)
	return row, product, nil
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
func (w *world) addCombination(row map[string]any, productID int64) *apiError {
	id := integer(row["attribute_combination_id"])
	combo := w.table("attributecombinations").rows[id]
	if combo == nil || integer(combo.doc["product_id"]) != productID {
		return badBody("attribute_combination_id: product %d has no combination %d", productID, id)
	}
	row["sub_product_number"] = text(combo.doc["product_number"])
	row["sub_sku_number"] = text(combo.doc["sku_number"])
	row["sub_ean_number"] = text(combo.doc["ean_number"])
	options := []any{}
	for _, valueID := range combo.values {
		value := w.table("attributevalues").rows[valueID]
		options = append(options, map[string]any{
			"option_name": w.attributeOf(value).doc["name"], "value_name": value.doc["name"],
			"price": quantity(rat(w.linkOf(productID, valueID).doc["price"])),
		})
	}
	row["options"] = options
	return nil
}

// depositRows are the rows that the API adds for deposits; they carry no VAT.
func depositRows(product *record, count any) []map[string]any {
	var rows []map[string]any
	for _, kind := range []string{"container_deposit", "safety_deposit"} {
		price := rat(product.doc[kind+"_price"])
		if price.Sign() == 0 {
			continue
		}
		row := map[string]any{"product_type": kind, "product_name": kind, "count": count, "price": quantity(price)}
		priceRow(row)
		rows = append(rows, row)
	}
	return rows
}

// optionPrice is the sum of the prices of the chosen options of one unit.
func optionPrice(row map[string]any) *big.Rat {
	sum := new(big.Rat)
	options, _ := row["options"].([]any)
	for _, o := range options {
		sum.Add(sum, rat(dig(o.(map[string]any), "price")))
	}
	return sum
}

// rowAmount is the exact amount of a row, before it is rounded.
func rowAmount(row map[string]any) *big.Rat {
	unit := new(big.Rat).Sub(rat(row["price"]), rat(row["discount"]))
	unit.Add(unit, optionPrice(row))
	return unit.Mul(unit, rat(row["count"]))
}

// priceRow computes the prices of a row.
func priceRow(row map[string]any) {
	price, count, options := rat(row["price"]), rat(row["count"]), optionPrice(row)
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
func (w *world) storeRows(order *record, rows []map[string]any) {
	t := w.table("orderrows")
	for _, old := range t.where("order_id", order.id) {
		t.remove(old)
	}
	for _, row := range rows {
		row["order_id"] = number(order.id)
		w.insert("orderrows", 0, row)
	}
	w.recalculate(order)
}

// rowAttributes is the computed list of the chosen options.
func (v *view) rowAttributes(row *record) any {
	options, _ := row.doc["options"].([]any)
	out := []any{}
	for _, o := range options {
		shown := map[string]any{"parent": map[string]any{"href": v.url("orderrows/", row.id, "/orderrowattributevalues/")}}
		merge(shown, o.(map[string]any))
		out = append(out, shown)
	}
	return out
}
