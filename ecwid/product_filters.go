package ecwid

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// FilterField is something products can be counted by: one of its values, an
// AttributeFilter or an OptionFilter.
type FilterField string

// Values of FilterField.
const (
	FilterPrice      FilterField = "price"
	FilterInventory  FilterField = "inventory"
	FilterOnSale     FilterField = "onsale"
	FilterCategories FilterField = "categories"
)

// AttributeFilter counts by the values of the attribute with this name.
func AttributeFilter(name string) FilterField { return FilterField("attribute_" + name) }

// OptionFilter counts by the choices of the options with this name.
func OptionFilter(name string) FilterField { return FilterField("option_" + name) }

// ProductFilterOptions says which products are counted by what.
type ProductFilterOptions struct {
	// Fields is required.
	Fields []FilterField
	// FacetLimit is the largest number of values of a field; 0 leaves it to the
	// store.
	FacetLimit int
	// ParentCategory restricts FilterCategories to the children of a category;
	// 0 are the roots.
	ParentCategory *CategoryID
	// Search selects the products; its order, page and ResponseFields do not
	// count. nil selects all.
	Search *ProductListOptions
}

// ProductFilters are the numbers of products by field.
type ProductFilters struct {
	Extra
	ProductCount int                           `json:"productCount"`
	Filters      map[FilterField]ProductFilter `json:"filters"`
}

func (p *ProductFilters) check() error {
	if p.Filters == nil {
		return errors.New("it has no filters")
	}
	return nil
}

// ProductFilter is the result for one field.
type ProductFilter struct {
	Extra
	// Title is that of an attribute or an option.
	Title string `json:"title"`
	// MinValue and MaxValue belong to FilterPrice.
	MinValue *Amount `json:"minValue"`
	MaxValue *Amount `json:"maxValue"`
	// Values belong to all other fields.
	Values       []FilterValue `json:"values"`
	Status       string        `json:"status"`
	SortingOrder Text          `json:"sortingOrder"`
}

// FilterValue is one value of a field and its number of products.
type FilterValue struct {
	Extra
	// ID is that of a category, or "instock" and the like; attributes and
	// options have none.
	ID           Text   `json:"id"`
	Title        string `json:"title"`
	ProductCount int    `json:"productCount"`
}

// body has the parameters of a search, all as texts.
func (o *ProductFilterOptions) body() (any, error) {
	if o == nil || len(o.Fields) == 0 {
		return nil, errors.New("there are no fields to count by")
	}
	var f filters
	lang := ""
	if o.Search != nil {
		f, lang = o.Search.search(), o.Search.Lang
	}
	list(&f, "filterFields", escapedFields(o.Fields))
	if o.FacetLimit != 0 {
		f.text("filterFacetLimit", strconv.Itoa(o.FacetLimit))
	}
	if o.ParentCategory != nil {
		f.text("filterParentCategoryId", segment(*o.ParentCategory))
	}
	f.text("lang", lang)
	if f.err != nil {
		return nil, f.err
	}
	values, err := url.ParseQuery(strings.TrimPrefix(f.query.Target(""), "?"))
	if err != nil {
		return nil, err
	}
	params := make(map[string]string, len(values))
	for name := range values {
		params[name] = values.Get(name)
	}
	return map[string]any{"params": params}, nil
}

// escapedFields are fields as a list separated by commas takes them.
func escapedFields(fields []FilterField) []string {
	escape := strings.NewReplacer(`\`, `\\`, `,`, `\,`)
	texts := make([]string, 0, len(fields))
	for _, field := range fields {
		texts = append(texts, escape.Replace(string(field)))
	}
	return texts
}

// Filters counts products by price, stock, category, attribute or option, as
// the filters of a shop page show them.
//
// Endpoint: POST /products/filters
// Scope: read_catalog
func (s *ProductsService) Filters(ctx context.Context, opts *ProductFilterOptions) (*ProductFilters, error) {
	const op = "POST /products/filters"
	body, err := opts.body()
	if err != nil {
		return nil, invalid(op, err)
	}
	return fetch[ProductFilters](ctx, s.client, operation{op: op, path: []string{"products", "filters"}, body: body, safe: true})
}
