package catalog

import (
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// The longest name and number of an article at the POS.
const (
	maxRowName   = 200
	maxRowNumber = 50
)

// rowField is a field of an order row: in the row that is read, and in the input,
// from which the order's own mapping reads it again.
type rowField struct {
	mapping.TargetField[salespos.OrderRow, salespos.OrderRowInput]
	input func(*salespos.OrderRowInput) mapping.Value
}

func rowTarget() []mapping.TargetField[salespos.OrderRow, salespos.OrderRowInput] {
	fields := rowFields()
	target := make([]mapping.TargetField[salespos.OrderRow, salespos.OrderRowInput], len(fields))
	for i, f := range fields {
		target[i] = f.TargetField
	}
	return intoTarget("SalesPOS order row input", target...)
}

// rowValues are rows as a list of objects.
func rowValues(rows []salespos.OrderRowInput) mapping.Value {
	fields := rowFields()
	list := make([]mapping.Value, len(rows))
	for i := range rows {
		var pairs []mapping.Pair
		for _, f := range fields {
			if v := f.input(&rows[i]); !v.IsAbsent() {
				pairs = append(pairs, mapping.Pair{Name: f.Name, Value: v})
			}
		}
		list[i] = mapping.Object(pairs...)
	}
	return mapping.List(list...)
}

// rowInputs are the rows of such a list. A name that no field has is an error.
func rowInputs(v mapping.Value) ([]salespos.OrderRowInput, error) {
	items, ok := v.AsList()
	if !ok {
		return nil, kindError(mapping.KindList, v)
	}
	fields := make(map[string]rowField)
	for _, f := range rowFields() {
		fields[f.Name] = f
	}
	rows := make([]salespos.OrderRowInput, len(items))
	for i, item := range items {
		pairs, ok := item.AsObject()
		if !ok {
			return nil, kindError(mapping.KindObject, item)
		}
		for _, pair := range pairs {
			f, ok := fields[pair.Name]
			if !ok {
				return nil, fmt.Errorf("row %d: rows have no field %q", i+1, pair.Name)
			}
			if err := f.Set(&rows[i], pair.Value); err != nil {
				return nil, fmt.Errorf("row %d: %s: %w", i+1, pair.Name, err)
			}
		}
	}
	return rows, nil
}

func rowFields() []rowField {
	return []rowField{
		rowCount(),
		rowID("product_id", "product; absent for a text line", func(r *salespos.OrderRow) salespos.ProductID { return r.ProductID },
			func(p *salespos.OrderRowInput) *optional[salespos.ProductID] { return &p.ProductID }),
		rowVariant(),
		rowText("product_type", "product, or a kind of deposit", 0, func(r *salespos.OrderRow) string { return r.ProductType },
			func(p *salespos.OrderRowInput) *optional[string] { return &p.ProductType }),
		rowDeposits(),
		rowText("product_name", "name of a text line", maxRowName, func(r *salespos.OrderRow) string { return r.ProductName },
			func(p *salespos.OrderRowInput) *optional[string] { return &p.ProductName }),
		rowText("product_number", "article number of a text line", maxRowNumber, func(r *salespos.OrderRow) string { return r.ProductNumber },
			func(p *salespos.OrderRowInput) *optional[string] { return &p.ProductNumber }),
		rowAmount("price", "price of a piece before discount", func(r *salespos.OrderRow) *salespos.Amount { return r.Price },
			func(p *salespos.OrderRowInput) *optional[salespos.Amount] { return &p.Price }),
		rowAmount("product_purchase_price", "cost of a piece", func(r *salespos.OrderRow) *salespos.Amount { return r.PurchasePrice },
			func(p *salespos.OrderRowInput) *optional[salespos.Amount] { return &p.PurchasePrice }),
		rowAmount("discount", "amount off a piece", func(r *salespos.OrderRow) *salespos.Amount { return r.Discount },
			func(p *salespos.OrderRowInput) *optional[salespos.Amount] { return &p.Discount }),
		rowAmount("tax", "VAT percentage", func(r *salespos.OrderRow) *salespos.Amount { return r.Tax },
			func(p *salespos.OrderRowInput) *optional[salespos.Amount] { return &p.Tax }),
		rowText("unit", "sales unit", 0, func(r *salespos.OrderRow) string { return r.Unit },
			func(p *salespos.OrderRowInput) *optional[string] { return &p.Unit }),
		rowAmount("weight", "kilograms", func(r *salespos.OrderRow) *salespos.Amount { return r.Weight },
			func(p *salespos.OrderRowInput) *optional[salespos.Amount] { return &p.Weight }),
		rowText("memo", "free text", 0, func(r *salespos.OrderRow) string { return r.Memo },
			func(p *salespos.OrderRowInput) *optional[string] { return &p.Memo }),
		rowID("package_id", "shipping package, required for text lines", func(r *salespos.OrderRow) salespos.PackageID { return r.PackageID },
			func(p *salespos.OrderRowInput) *optional[salespos.PackageID] { return &p.PackageID }),
	}
}

func rowCount() rowField {
	return rowField{
		needed(amountField("count", "quantity, decimals as far as the product has them",
			func(r *salespos.OrderRow) *salespos.Amount { return r.Count }, func(p *salespos.OrderRowInput, v salespos.Amount) { p.Count = v })),
		func(p *salespos.OrderRowInput) mapping.Value { return mapping.Number(p.Count.Decimal) },
	}
}

func rowVariant() rowField {
	f := rowID("attribute_combination_id", "variant; the row that is read does not name it",
		func(*salespos.OrderRow) salespos.CombinationID { return 0 },
		func(p *salespos.OrderRowInput) *optional[salespos.CombinationID] { return &p.CombinationID })
	f.TargetField = writeOnly(f.TargetField)
	return f
}

func rowDeposits() rowField {
	field := func(p *salespos.OrderRowInput) *optional[bool] { return &p.AutoDepositRows }
	return rowField{
		writeOnly(boolField("auto_create_deposit_rows", "adds the deposits of the product as rows",
			func(*salespos.OrderRow) *bool { return nil },
			func(p *salespos.OrderRowInput, v bool) { *field(p) = present(v) })),
		rowInput(field, mapping.Bool),
	}
}

func rowText(name, doc string, limit int, get func(*salespos.OrderRow) string, field func(*salespos.OrderRowInput) *optional[string]) rowField {
	put := func(p *salespos.OrderRowInput, v string) { *field(p) = present(v) }
	return rowField{limited(limit, textField(name, doc, get, put)), rowInput(field, mapping.Text)}
}

func rowAmount(name, doc string, get func(*salespos.OrderRow) *salespos.Amount, field func(*salespos.OrderRowInput) *optional[salespos.Amount]) rowField {
	return rowField{
		amountField(name, doc, get, func(p *salespos.OrderRowInput, v salespos.Amount) { *field(p) = present(v) }),
		rowInput(field, func(a salespos.Amount) mapping.Value { return mapping.Number(a.Decimal) }),
	}
}

func rowID[I ~int64](name, doc string, get func(*salespos.OrderRow) I, field func(*salespos.OrderRowInput) *optional[I]) rowField {
	return rowField{
		wholeField(name, doc, func(r *salespos.OrderRow) mapping.Value { return id(get(r)) },
			func(p *salespos.OrderRowInput, v I) { *field(p) = present(v) }),
		rowInput(field, func(n I) mapping.Value { return mapping.Int(int64(n)) }),
	}
}

// rowInput reads an optional field of a row.
func rowInput[V any](field func(*salespos.OrderRowInput) *ecwid.Opt[V], value func(V) mapping.Value) func(*salespos.OrderRowInput) mapping.Value {
	return func(p *salespos.OrderRowInput) mapping.Value {
		v, ok := field(p).Get()
		if !ok {
			return mapping.Absent()
		}
		return value(v)
	}
}
