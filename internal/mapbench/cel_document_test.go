package mapbench

import "cel.dev/cel-go/cel"

// celVariables are those of both forms. The tuned form does not ask for taxes.
func celVariables() []cel.EnvOption {
	options := []cel.EnvOption{
		cel.Variable("groups", cel.ListType(cel.StringType)), cel.Variable("active", cel.BoolType), cel.Variable("gift", cel.BoolType),
		cel.Variable("taxes", cel.MapType(cel.StringType, cel.StringType)),
	}
	for _, name := range []string{"price", "cost", "oldPrice", "weight", "stock", "least", "length", "width"} {
		options = append(options, cel.Variable(name, cel.NullableType(celDecimalType)))
	}
	for _, name := range []string{
		"name", "short", "long", "number", "ean", "brand", "unit", "pageTitle", "metaText", "memo", "alias", "supplier", "tax",
	} {
		options = append(options, cel.Variable(name, cel.StringType))
	}
	return options
}

// celDocument has the fields of an article in the types of Go, but decimals, which are no
// type of cel.
func celDocument(a *article, taxes map[string]string) map[string]any {
	doc := map[string]any{
		"name": a.Name, "short": a.Short, "long": a.Long, "number": a.Number, "ean": a.EAN, "brand": a.Brand, "unit": a.Unit,
		"pageTitle": a.PageTitle, "metaText": a.MetaText, "memo": a.Memo, "alias": a.Alias, "supplier": a.Supplier, "tax": a.Tax,
		"price": (*celDecimal)(&a.Price), "cost": (*celDecimal)(&a.Cost), "oldPrice": nil, "weight": (*celDecimal)(&a.Weight),
		"stock": (*celDecimal)(&a.Stock), "least": (*celDecimal)(&a.Least), "length": (*celDecimal)(&a.Len),
		"width": (*celDecimal)(&a.Wide), "active": a.Active, "gift": a.Gift, "groups": a.Groups,
		"taxes": taxes,
	}
	if a.OldPrice != nil {
		doc["oldPrice"] = (*celDecimal)(a.OldPrice)
	}
	return doc
}
