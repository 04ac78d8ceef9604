package ecwidtest

import (
	"cmp"
	"slices"
	"strings"
)

func facetSchema() check { return schema{"params": textMap} }

// facetsByBody and facetsByQuery count the products of a search by the values
// that they could be filtered with.
func (s *Server) facetsByBody(c *call) (any, error) {
	for name, v := range objectOf(c.body, "params") {
		if t, isText := v.(string); isText {
			c.query.Set(name, t)
		}
	}
	return s.facets(c)
}

func (s *Server) facets(c *call) (any, error) {
	fields := splitNames(c.query.Get("filterFields"))
	if len(fields) == 0 {
		return nil, wrong("Parameter filterFields is absent")
	}
	limit, err := c.wholeParam("filterFacetLimit", maxPage)
	if err != nil {
		return nil, err
	}
	rows, err := s.productRows(c)
	if err != nil {
		return nil, err
	}
	out := object{}
	for _, field := range fields {
		facet, err := s.facet(c, field, rows, limit)
		if err != nil {
			return nil, err
		}
		out[field] = facet
	}
	return object{"productCount": number(int64(len(rows))), "filters": out}, nil
}

// splitNames cuts a list whose commas and backslashes inside names are escaped
// with a backslash.
func splitNames(list string) []string {
	var names []string
	var name strings.Builder
	for i := 0; i < len(list); i++ {
		switch {
		case list[i] == '\\' && i+1 < len(list):
			i++
			name.WriteByte(list[i])
		case list[i] == ',':
			names = append(names, strings.TrimSpace(name.String()))
			name.Reset()
		default:
			name.WriteByte(list[i])
		}
	}
	names = append(names, strings.TrimSpace(name.String()))
	return slices.DeleteFunc(names, func(n string) bool { return n == "" })
}

func (s *Server) facet(c *call, field string, rows []*row, limit int) (object, error) {
	name, isAttribute := strings.CutPrefix(field, "attribute_")
	option, isOption := strings.CutPrefix(field, "option_")
	switch {
	case field == "price":
		return priceFacet(rows), nil
	case field == "categories":
		return s.categoryFacet(c, rows, limit)
	case field == "inventory":
		return fixedFacet(rows, "inStock", "instock", "outofstock"), nil
	case field == "onsale":
		return fixedFacet(rows, "compareToPrice", "onsale", "notonsale"), nil
	case isAttribute:
		return valueFacet(name, rows, limit, func(d object) []string { return attributeValues(d, name) }), nil
	case isOption:
		return valueFacet(option, rows, limit, func(d object) []string { return choiceTexts(d, option) }), nil
	}
	return nil, wrong("Parameter filterFields has an unknown field")
}

func priceFacet(rows []*row) object {
	if len(rows) == 0 {
		return object{"minValue": number(0), "maxValue": number(0), "status": "DISABLED"}
	}
	byPrice := func(a, b *row) int { return byPrice(a.version, b.version) }
	return object{
		"minValue": slices.MinFunc(rows, byPrice).doc["price"], "maxValue": slices.MaxFunc(rows, byPrice).doc["price"],
		"status": "ENABLED",
	}
}

// fixedFacet has two values: the key is true, or present, or not.
func fixedFacet(rows []*row, key, with, without string) object {
	n := 0
	for _, r := range rows {
		if v, isFlag := r.doc[key].(bool); v || !isFlag && has(r.doc, key) {
			n++
		}
	}
	value := func(id string, n int) object {
		return object{"id": id, "title": id, "productCount": number(int64(n))}
	}
	return object{"values": []any{value(with, n), value(without, len(rows)-n)}, "status": "ENABLED"}
}

func valueFacet(title string, rows []*row, limit int, valuesOf func(object) []string) object {
	counts := map[string]int64{}
	for _, r := range rows {
		values := slices.Clone(valuesOf(r.doc))
		slices.Sort(values)
		for _, v := range slices.Compact(values) {
			counts[v]++
		}
	}
	values := []any{}
	for _, v := range mostFirst(counts, limit) {
		values = append(values, object{"title": v, "productCount": number(counts[v])})
	}
	return object{"title": title, "values": values, "status": "ENABLED", "sortingOrder": "PRODUCT_COUNT"}
}

// mostFirst sorts keys by their counts, equal ones by themselves.
func mostFirst[K cmp.Ordered](counts map[K]int64, limit int) []K {
	var keys []K
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return keys[:min(limit, len(keys))]
}

func (s *Server) categoryFacet(c *call, rows []*row, limit int) (object, error) {
	parents, err := c.idsParam("filterParentCategoryId")
	if err != nil {
		return nil, err
	}
	counts := map[int64]int64{}
	for _, r := range rows {
		for _, id := range intsOf(r.doc, "categoryIds") {
			if v := s.categories.get(id); v != nil && oneOf(parents, intOf(v.doc, "parentId")) {
				counts[id]++
			}
		}
	}
	values := []any{}
	for _, id := range mostFirst(counts, limit) {
		values = append(values, object{
			"id": number(id), "title": s.categories.get(id).doc["name"], "productCount": number(counts[id]),
		})
	}
	return object{"values": values, "status": "ENABLED", "sortingOrder": "PRODUCT_COUNT"}, nil
}

func brandSorts() enum {
	return enum{"PRODUCT_COUNT_DESC", "PRODUCT_COUNT_ASC", "NAME_ASC", "NAME_DESC"}
}

// brands are the values of the BRAND attribute; without hidden_brands only
// those of enabled products.
func (s *Server) brands(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	sorts, err := c.enumsParam("sortBy", brandSorts())
	if err != nil {
		return nil, err
	}
	hidden, err := c.is("hidden_brands")
	if err != nil {
		return nil, err
	}
	older, err := c.is("hiddenBrands")
	if err != nil {
		return nil, err
	}
	counts := map[string]int64{}
	for _, r := range s.products.live.byID() {
		if brand := brandOf(r.doc); brand != "" && (hidden || older || boolOf(r.doc, "enabled")) {
			counts[brand]++
		}
	}
	_, main := s.languages()
	items := []any{}
	for _, name := range sortedBrands(counts, strings.Join(sorts, "")) {
		items = append(items, object{
			"name": name, "nameTranslated": object{main: name},
			"productsFilteredByBrandUrl": storeURL + "/search?" + encodeQuery(map[string][]string{"attribute_Brand": {name}}),
		})
	}
	return envelope(items, offset, limit), nil
}

func brandOf(d object) string {
	for _, a := range objectsOf(d, "attributes") {
		if textOf(a, "type") == "BRAND" {
			return textOf(a, "value")
		}
	}
	return ""
}

func sortedBrands(counts map[string]int64, sortBy string) []string {
	names := mostFirst(counts, len(counts))
	switch sortBy {
	case "PRODUCT_COUNT_ASC":
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(counts[a], counts[b]) })
	case "NAME_ASC":
		slices.Sort(names)
	case "NAME_DESC":
		slices.SortFunc(names, func(a, b string) int { return cmp.Compare(b, a) })
	}
	return names
}

// swatches are the colours of the options of type SWATCHES, those of the
// product that changed last first.
func (s *Server) swatches(*call) (any, error) {
	colors, seen := []any{}, map[any]bool{}
	for _, r := range s.products.live.sorted("UPDATED_TIME_DESC", descending(byUpdated)) {
		for _, option := range objectsOf(r.doc, "options") {
			if textOf(option, "type") != "SWATCHES" {
				continue
			}
			for _, choice := range objectsOf(option, "choices") {
				for _, hex := range listOf(choice, "hexCodes") {
					if !seen[hex] {
						seen[hex] = true
						colors = append(colors, object{"name": choice["text"], "hexCode": hex, "translations": object{}})
					}
				}
			}
		}
	}
	return object{"colors": colors}, nil
}
