package mapbench

import (
	"encoding/json"

	"github.com/shopspring/decimal"
)

// jqDocument has the fields of an article in the types that gojq documents.
func jqDocument(a *article) map[string]any {
	doc := map[string]any{
		"Name": a.Name, "Short": a.Short, "Long": a.Long, "Number": a.Number, "EAN": a.EAN, "Brand": a.Brand, "Unit": a.Unit,
		"PageTitle": a.PageTitle, "MetaText": a.MetaText, "Memo": a.Memo, "Alias": a.Alias, "Supplier": a.Supplier, "Tax": a.Tax,
		"Price": toJSON(&a.Price), "Cost": toJSON(&a.Cost), "OldPrice": toJSON(a.OldPrice), "Weight": toJSON(&a.Weight),
		"Stock": toJSON(&a.Stock), "Least": toJSON(&a.Least), "Len": toJSON(&a.Len), "Wide": toJSON(&a.Wide),
		"Active": a.Active, "Gift": a.Gift,
	}
	groups := make([]any, len(a.Groups))
	for i, group := range a.Groups {
		groups[i] = group
	}
	doc["Groups"] = groups
	return doc
}

func toJSON(d *decimal.Decimal) any {
	if d == nil {
		return nil
	}
	return json.Number(d.String())
}

// fromJSON gives the values of a query the types that fill takes.
func fromJSON(values []any) error {
	for i, v := range values {
		switch v := v.(type) {
		case json.Number:
			d, err := decimal.NewFromString(string(v))
			if err != nil {
				return err
			}
			values[i] = d
		case []any:
			values[i] = textsOf(v)
		}
	}
	return nil
}

func textsOf(list []any) []string {
	var texts []string
	for _, v := range list {
		texts = append(texts, v.(string))
	}
	return texts
}
