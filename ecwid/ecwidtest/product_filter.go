package ecwidtest

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
)

// filter is one condition of a search.
type filter func(*version) bool

// filters is a search: all conditions have to hold.
type filters []filter

func (f filters) holds(v *version) bool {
	for _, keep := range f {
		if !keep(v) {
			return false
		}
	}
	return true
}

// add appends a filter, unless it is nil because its parameter was not given.
func (f *filters) add(keep filter, err error) error {
	if keep != nil {
		*f = append(*f, keep)
	}
	return err
}

// flagFilter compares a boolean parameter with what is computes.
func (c *call) flagFilter(name string, is func(object) bool) (filter, error) {
	wanted, given, err := c.boolParam(name)
	if err != nil || !given {
		return nil, err
	}
	return func(v *version) bool { return is(v.doc) == wanted }, nil
}

// rangeFilter keeps amounts between two parameters, ends included.
func (c *call) rangeFilter(from, to string, amountOf func(object) *big.Rat) (filter, error) {
	var ends [2]*big.Rat
	for i, name := range []string{from, to} {
		text := c.query.Get(name)
		if text == "" {
			continue
		}
		end, ok := new(big.Rat).SetString(text)
		if !ok || !sane(json.Number(text)) {
			return nil, wrong("Parameter %s is not a number", name)
		}
		ends[i] = end
	}
	if ends[0] == nil && ends[1] == nil {
		return nil, nil
	}
	return func(v *version) bool {
		a := amountOf(v.doc)
		return (ends[0] == nil || a.Cmp(ends[0]) >= 0) && (ends[1] == nil || a.Cmp(ends[1]) <= 0)
	}, nil
}

// productFilters reads every filter of the product search but those that name
// single products.
func (s *Server) productFilters(c *call) (filters, error) {
	var f filters
	for name, is := range productFlags() {
		if err := f.add(c.flagFilter(name, is)); err != nil {
			return nil, err
		}
	}
	price := func(d object) *big.Rat { return ratOf(d, "price") }
	if err := f.add(c.rangeFilter("priceFrom", "priceTo", price)); err != nil {
		return nil, err
	}
	if err := f.add(s.categoriesFilter(c)); err != nil {
		return nil, err
	}
	if err := f.add(c.manualTaxFilter()); err != nil {
		return nil, err
	}
	for _, read := range []func(*call) (filter, error){(*call).inventoryFilter, (*call).onsaleFilter} {
		if err := f.add(read(c)); err != nil {
			return nil, err
		}
	}
	if codes := c.listParam("taxClassCodes"); len(codes) > 0 {
		f = append(f, func(v *version) bool { return slices.Contains(codes, textOf(objectOf(v.doc, "tax"), "taxClassCode")) })
	}
	if c.access.public {
		f = append(f, func(v *version) bool { return boolOf(v.doc, "enabled") })
	}
	return append(f, c.namedFilters()...), nil
}

func productFlags() map[string]func(object) bool {
	return map[string]func(object) bool{
		"enabled":            func(d object) bool { return boolOf(d, "enabled") },
		"inStock":            func(d object) bool { return boolOf(d, "inStock") },
		"discountsAllowed":   func(d object) bool { return !has(d, "discountsAllowed") || boolOf(d, "discountsAllowed") },
		"isCustomerSetPrice": func(d object) bool { return boolOf(d, "nameYourPriceEnabled") },
		"isGiftCard":         func(d object) bool { return boolOf(d, "isGiftCard") },
		"visibleInStorefront": func(d object) bool {
			return boolOf(d, "enabled") && (boolOf(d, "inStock") || textOf(d, "outOfStockVisibilityBehaviour") != "HIDE")
		},
	}
}

func (c *call) inventoryFilter() (filter, error) {
	wanted, err := c.enumsParam("inventory", enum{"instock", "outofstock"})
	if err != nil || len(wanted) == 0 {
		return nil, err
	}
	return func(v *version) bool {
		return boolOf(v.doc, "inStock") && slices.Contains(wanted, "instock") ||
			!boolOf(v.doc, "inStock") && slices.Contains(wanted, "outofstock")
	}, nil
}

func (c *call) onsaleFilter() (filter, error) {
	wanted, err := c.enumsParam("onsale", enum{"onsale", "notonsale"})
	if err != nil || len(wanted) == 0 {
		return nil, err
	}
	return func(v *version) bool {
		return has(v.doc, "compareToPrice") && slices.Contains(wanted, "onsale") ||
			!has(v.doc, "compareToPrice") && slices.Contains(wanted, "notonsale")
	}, nil
}

// manualTaxFilter takes ids and "none".
func (c *call) manualTaxFilter() (filter, error) {
	wanted := c.listParam("enabledManualTaxes")
	if len(wanted) == 0 {
		return nil, nil
	}
	for _, w := range wanted {
		if _, err := json.Number(w).Int64(); err != nil && w != "none" {
			return nil, wrong("Parameter enabledManualTaxes must be a list of ids")
		}
	}
	return func(v *version) bool {
		taxes := listOf(objectOf(v.doc, "tax"), "enabledManualTaxes")
		if len(taxes) == 0 {
			return slices.Contains(wanted, "none")
		}
		return slices.ContainsFunc(taxes, func(id any) bool { return slices.Contains(wanted, string(id.(json.Number))) })
	}, nil
}

// wantedCategories are the categories of the filter, with those below them if
// asked for.
func (s *Server) wantedCategories(c *call) (ids []int64, deep bool, err error) {
	for _, name := range []string{"category", "categories"} {
		more, err := c.idsParam(name)
		if err != nil {
			return nil, false, err
		}
		ids = append(ids, more...)
	}
	for _, name := range []string{"includeProductsFromSubcategories", "withSubcategories"} {
		is, err := c.is(name)
		if err != nil {
			return nil, false, err
		}
		deep = deep || is
	}
	return ids, deep, nil
}

func (s *Server) categoriesFilter(c *call) (filter, error) {
	wanted, deep, err := s.wantedCategories(c)
	if err != nil || len(wanted) == 0 {
		return nil, err
	}
	for i := 0; deep && i < len(wanted); i++ {
		if wanted[i] == 0 {
			continue // the front page has nothing below it
		}
		for _, child := range s.children(wanted[i]) {
			wanted = append(wanted, child.id)
		}
	}
	return func(v *version) bool {
		return slices.Contains(wanted, 0) && has(v.doc, "showOnFrontpage") ||
			slices.ContainsFunc(intsOf(v.doc, "categoryIds"), func(id int64) bool { return slices.Contains(wanted, id) })
	}, nil
}

// namedFilters are those with the name of an attribute or option in theirs.
func (c *call) namedFilters() filters {
	var f filters
	for name := range c.query {
		wanted := c.listParam(name)
		if attribute, found := strings.CutPrefix(name, "attribute_"); found {
			f = append(f, func(v *version) bool { return slices.ContainsFunc(attributeValues(v.doc, attribute), in(wanted)) })
		}
		if option, found := strings.CutPrefix(name, "option_"); found {
			f = append(f, func(v *version) bool { return slices.ContainsFunc(choiceTexts(v.doc, option), in(wanted)) })
		}
	}
	return f
}

func in(wanted []string) func(string) bool {
	return func(s string) bool { return slices.Contains(wanted, s) }
}

// attributeValues are the values of an attribute on a product and its
// variations.
func attributeValues(d object, name string) []string {
	var values []string
	for _, holder := range append([]object{d}, objectsOf(d, "combinations")...) {
		for _, a := range objectsOf(holder, "attributes") {
			if textOf(a, "name") == name {
				values = append(values, textOf(a, "value"))
			}
		}
	}
	return values
}

func choiceTexts(d object, option string) []string {
	var texts []string
	for _, choice := range objectsOf(findOption(d, option), "choices") {
		texts = append(texts, textOf(choice, "text"))
	}
	return texts
}
