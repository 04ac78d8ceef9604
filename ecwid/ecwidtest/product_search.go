package ecwidtest

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
)

func productSorts() enum {
	return enum{
		"RELEVANCE", "DEFINED_BY_STORE_OWNER", "ADDED_TIME_DESC", "ADDED_TIME_ASC", "NAME_ASC", "NAME_DESC",
		"PRICE_ASC", "PRICE_DESC", "UPDATED_TIME_ASC", "UPDATED_TIME_DESC",
	}
}

func byName(a, b *version) int {
	return cmp.Compare(strings.ToLower(textOf(a.doc, "name")), strings.ToLower(textOf(b.doc, "name")))
}

func byPrice(a, b *version) int { return ratOf(a.doc, "price").Cmp(ratOf(b.doc, "price")) }

// inOrder returns the rows of a view in one of the documented orders.
func inOrder(v *view, sortBy string, orders map[string]compare) []*row {
	name, down := strings.CutSuffix(sortBy, "_DESC")
	by := orders[strings.TrimSuffix(name, "_ASC")]
	if by == nil {
		return v.byID()
	}
	if down {
		by = descending(by)
	}
	return v.sorted(sortBy, by)
}

func (s *Server) searchProducts(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	if err := c.checkURLs(); err != nil {
		return nil, err
	}
	rows, err := s.productRows(c)
	if err != nil {
		return nil, err
	}
	return pageOf(rows, offset, limit, func(v *version) object { return s.showProductTo(c, v) }), nil
}

func (s *Server) productRows(c *call) ([]*row, error) {
	ids, err := c.idsParam("productId")
	if err != nil {
		return nil, err
	}
	if len(ids) > 0 { // never late, and every other filter is ignored
		slices.Sort(ids)
		return c.visible(rowsOf(s.products.live, slices.Compact(ids))), nil
	}
	index := s.products.searchable()
	if sku := c.query.Get("sku"); sku != "" {
		return c.visible(rowsOf(index, index.withKey(s.skuKey(sku)))), nil
	}
	return s.filterProducts(c, index)
}

// visible leaves out what storefront tokens do not see; the rows are the
// caller's own.
func (c *call) visible(rows []*row) []*row {
	return slices.DeleteFunc(rows, func(r *row) bool { return c.access.public && !boolOf(r.doc, "enabled") })
}

func rowsOf(v *view, ids []int64) []*row {
	out := []*row{}
	for _, id := range ids {
		if r := v.rows[id]; r != nil {
			out = append(out, r)
		}
	}
	return out
}

func (s *Server) filterProducts(c *call, index *view) ([]*row, error) {
	created, updated, err := c.windows()
	if err != nil {
		return nil, err
	}
	sorts, err := c.enumsParam("sortBy", productSorts())
	if err != nil {
		return nil, err
	}
	f, err := s.productFilters(c)
	if err != nil {
		return nil, err
	}
	rows, err := s.candidates(c, index, strings.Join(sorts, ""), &created, &updated)
	if err != nil {
		return nil, err
	}
	keyword := c.query.Get("keyword")
	if keyword == "" && len(f) == 0 && created.open() && updated.open() {
		return rows, nil
	}
	question := fmt.Sprint(s.categories.live.gen, c.question()) // the tree is part of some filters
	return index.filtered(question, rows, func(v *version) bool {
		return created.holds(v.created) && updated.holds(v.updated) && f.holds(v) &&
			(keyword == "" || c.cfg.matches(v.doc, keyword))
	}), nil
}

// candidates returns the rows to filter, in order. A window over the order
// itself is cut out at once, so that not every row is looked at, and opened.
func (s *Server) candidates(c *call, index *view, sortBy string, created, updated *span) ([]*row, error) {
	if ref := c.query.Get("externalReferenceId"); ref != "" {
		return rowsOf(index, index.withKey("ref:"+ref)), nil
	}
	if sortBy == "" || sortBy == "DEFINED_BY_STORE_OWNER" {
		categories, deep, err := s.wantedCategories(c)
		if err != nil || len(categories) == 1 && !deep {
			return rowsOf(index, s.sortedProducts(categories)), err
		}
	}
	if sortBy == "" && s.cfg.reads(ListsUnsorted) {
		return index.unsorted(), nil
	}
	rows := inOrder(index, sortBy, map[string]compare{
		"ADDED_TIME": byCreated, "UPDATED_TIME": byUpdated, "NAME": byName, "PRICE": byPrice,
	})
	switch sortBy {
	case "ADDED_TIME_ASC":
		rows, *created = cut(rows, *created, func(v *version) int64 { return v.created })
	case "UPDATED_TIME_ASC":
		rows, *updated = cut(rows, *updated, func(v *version) int64 { return v.updated })
	}
	return rows, nil
}

// cut keeps the rows inside a window over the key that they are sorted by.
func cut(rows []*row, window span, key func(*version) int64) ([]*row, span) {
	from := sort.Search(len(rows), func(i int) bool { return key(rows[i].version) >= window.from })
	to := sort.Search(len(rows), func(i int) bool { return key(rows[i].version) > window.to })
	return rows[from:max(from, to)], everything()
}

// matches looks for keywords in names, descriptions, SKUs, options, gallery
// texts and visible attributes.
func (c *config) matches(d object, keyword string) bool {
	texts := []string{textOf(d, "name"), textOf(d, "description"), textOf(d, "sku")}
	for _, holder := range append([]object{d}, objectsOf(d, "combinations")...) {
		texts = append(texts, textOf(holder, "sku"))
		for _, a := range objectsOf(holder, "attributes") {
			if textOf(a, "show") != "NOTSHOW" {
				texts = append(texts, textOf(a, "value"))
			}
		}
	}
	for _, o := range objectsOf(d, "options") {
		texts = append(texts, textOf(o, "name"))
		for _, choice := range objectsOf(o, "choices") {
			texts = append(texts, textOf(choice, "text"))
		}
	}
	for _, image := range objectsOf(objectOf(d, "media"), "images") {
		texts = append(texts, textOf(objectOf(image, "alt"), "main"))
	}
	return c.hasWords(texts, keyword)
}

// hasWords finds whole words; "*" at the end of a word makes it a prefix, and
// all words have to be there.
func (c *config) hasWords(texts []string, keyword string) bool {
	if c.reads(KeywordsInside) {
		return hasParts(texts, keyword)
	}
	isBreak := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	words := strings.FieldsFunc(strings.ToLower(strings.Join(texts, " ")), isBreak)
	breakButStar := func(r rune) bool { return r != '*' && isBreak(r) }
	for _, wanted := range strings.FieldsFunc(strings.ToLower(keyword), breakButStar) {
		prefix, open := strings.CutSuffix(wanted, "*")
		found := slices.ContainsFunc(words, func(w string) bool {
			return w == prefix || open && strings.HasPrefix(w, prefix)
		})
		if !found {
			return false
		}
	}
	return true
}

// hasParts finds any of the keywords, also inside of words.
func hasParts(texts []string, keyword string) bool {
	text := strings.ToLower(strings.Join(texts, " "))
	isPart := func(word string) bool { return strings.Contains(text, strings.TrimSuffix(word, "*")) }
	words := strings.Fields(strings.ToLower(keyword))
	return len(words) == 0 || slices.ContainsFunc(words, isPart)
}
