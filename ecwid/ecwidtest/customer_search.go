package ecwidtest

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

func customerSorts() enum {
	var sorts enum
	for _, name := range []string{
		"NAME", "EMAIL", "REGISTERED_DATE", "UPDATED_DATE", "ORDER_COUNT", "SALES_VALUE", "FIRST_ORDER_DATE",
		"LAST_ORDER_DATE",
	} {
		sorts = append(sorts, name+"_ASC", name+"_DESC")
	}
	return sorts
}

func byEmail(a, b *version) int {
	return cmp.Compare(strings.ToLower(textOf(a.doc, "email")), strings.ToLower(textOf(b.doc, "email")))
}

func (s *Server) searchCustomers(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	rows, err := s.filterCustomers(c, s.customers.live)
	if err != nil {
		return nil, err
	}
	out := pageOf(rows, offset, limit, s.showCustomer)
	out["allCustomerCount"] = number(int64(len(s.customers.live.rows)))
	return out, nil
}

func (s *Server) filterCustomers(c *call, all *view) ([]*row, error) {
	exact, err := c.is("useExactEmailMatch")
	if err != nil {
		return nil, err
	}
	created, updated, err := c.windows()
	if err != nil {
		return nil, err
	}
	sorts, err := c.enumsParam("sortBy", customerSorts())
	if err != nil {
		return nil, err
	}
	f, err := s.customerFilters(c)
	if err != nil {
		return nil, err
	}
	sortBy := cmp.Or(strings.Join(sorts, ""), "NAME_ASC")
	rows := s.sortedCustomers(all, sortBy)
	if email := c.query.Get("email"); email != "" && exact {
		rows = rowsOf(all, all.withKey(s.mailKey(email)))
	}
	if sortBy == "UPDATED_DATE_ASC" {
		rows, updated = cut(rows, updated, func(v *version) int64 { return v.updated })
	}
	if len(f) == 0 && created.open() && updated.open() {
		return rows, nil
	}
	// Some filters count orders, and here the language is a filter too.
	question := fmt.Sprint(s.orders.live.gen, c.query.Get("lang"), c.question())
	return all.filtered(question, rows, func(v *version) bool {
		return created.holds(v.created) && updated.holds(v.updated) && f.holds(v)
	}), nil
}

// sortedCustomers returns all rows; those sorted by their orders are sorted
// anew each time, because orders change without their customer.
func (s *Server) sortedCustomers(all *view, sortBy string) []*row {
	name, down := strings.CutSuffix(sortBy, "_DESC")
	key := map[string]func(*version) *big.Rat{
		"ORDER_COUNT":      func(v *version) *big.Rat { n, _, _, _ := s.salesOf(v.id); return big.NewRat(n, 1) },
		"SALES_VALUE":      func(v *version) *big.Rat { _, _, _, sales := s.salesOf(v.id); return sales },
		"FIRST_ORDER_DATE": func(v *version) *big.Rat { _, first, _, _ := s.salesOf(v.id); return big.NewRat(first, 1) },
		"LAST_ORDER_DATE":  func(v *version) *big.Rat { _, _, last, _ := s.salesOf(v.id); return big.NewRat(last, 1) },
	}[strings.TrimSuffix(name, "_ASC")]
	if key == nil {
		return inOrder(all, sortBy, map[string]compare{
			"NAME": byName, "EMAIL": byEmail, "REGISTERED_DATE": byCreated, "UPDATED_DATE": byUpdated,
		})
	}
	rows := slices.Clone(all.byID())
	slices.SortStableFunc(rows, func(a, b *row) int {
		if down {
			a, b = b, a
		}
		return key(a.version).Cmp(key(b.version))
	})
	return rows
}

func (s *Server) customerFilters(c *call) (filters, error) {
	f := c.customerTexts()
	for name, is := range map[string]func(object) bool{
		"acceptMarketing": func(d object) bool { return !has(d, "acceptMarketing") || boolOf(d, "acceptMarketing") },
		"taxExempt":       func(d object) bool { return boolOf(d, "taxExempt") },
	} {
		if err := f.add(c.flagFilter(name, is)); err != nil {
			return nil, err
		}
	}
	count := func(d object) *big.Rat { n, _, _, _ := s.salesOf(intOf(d, "id")); return big.NewRat(n, 1) }
	if err := f.add(c.rangeFilter("minOrderCount", "maxOrderCount", count)); err != nil {
		return nil, err
	}
	sales := func(d object) *big.Rat { _, _, _, sales := s.salesOf(intOf(d, "id")); return sales }
	if err := f.add(c.rangeFilter("minSalesValue", "maxSalesValue", sales)); err != nil {
		return nil, err
	}
	for _, name := range []string{"customerGroupIds", "customerGroupId", "customerGroup"} {
		groups, err := c.idsParam(name)
		if err != nil {
			return nil, err
		}
		f = append(f, func(v *version) bool { return oneOf(groups, intOf(v.doc, "customerGroupId")) })
	}
	bought, err := c.idsParam("purchasedProductIds")
	if err != nil {
		return nil, err
	}
	if len(bought) > 0 {
		f = append(f, func(v *version) bool { return s.hasBought(v.id, bought) })
	}
	kinds, err := c.enumsParam("b2b_b2c", enum{"b2b", "b2c"})
	return append(f, func(v *version) bool { return oneOf(kinds, textOf(v.doc, "b2b_b2c")) }), err
}

func (s *Server) hasBought(customer int64, products []int64) bool {
	return slices.ContainsFunc(s.buyers[customer], func(id int64) bool {
		o := s.orders.get(id)
		return o != nil && textOf(o.doc, "paymentStatus") != "INCOMPLETE" && hasProduct(o.doc, products)
	})
}

// customerTexts are the filters that look for a text.
func (c *call) customerTexts() filters {
	var f filters
	for name, texts := range map[string]func(object) []string{
		"name":  func(d object) []string { return []string{textOf(objectOf(d, "billingPerson"), "name")} },
		"email": func(d object) []string { return []string{textOf(d, "email")} },
		"phone": phonesOf,
	} {
		part := strings.ToLower(c.query.Get(name))
		fits := func(t string) bool { return strings.Contains(strings.ToLower(t), part) }
		if name == "email" && c.cfg.reads(EmailsWhole) {
			fits = func(t string) bool { return strings.EqualFold(t, part) }
		}
		if part != "" {
			f = append(f, func(v *version) bool { return slices.ContainsFunc(texts(v.doc), fits) })
		}
	}
	if keyword := c.query.Get("keyword"); keyword != "" {
		f = append(f, func(v *version) bool {
			return c.cfg.hasWords([]string{textOf(v.doc, "name"), textOf(v.doc, "email")}, keyword)
		})
	}
	for _, name := range []string{"city", "postalCode", "stateOrProvinceCode", "companyName"} {
		if wanted := c.query.Get(name); wanted != "" {
			f = append(f, func(v *version) bool { return shipsTo(v.doc, name, []string{wanted}) })
		}
	}
	if countries := c.listParam("countryCodes"); len(countries) > 0 {
		f = append(f, func(v *version) bool { return shipsTo(v.doc, "countryCode", countries) })
	}
	if lang := c.query.Get("lang"); lang != "" {
		f = append(f, func(v *version) bool { return textOf(v.doc, "lang") == lang })
	}
	return f
}

func phonesOf(d object) []string {
	var phones []string
	for _, a := range objectsOf(d, "shippingAddresses") {
		phones = append(phones, textOf(a, "phone"))
	}
	for _, contact := range objectsOf(d, "contacts") {
		if textOf(contact, "type") == "PHONE" {
			phones = append(phones, textOf(contact, "contact"))
		}
	}
	return phones
}

// shipsTo looks into the shipping addresses only, as the API does.
func shipsTo(d object, key string, wanted []string) bool {
	return slices.ContainsFunc(objectsOf(d, "shippingAddresses"), func(a object) bool {
		return slices.ContainsFunc(wanted, func(w string) bool { return strings.EqualFold(w, textOf(a, key)) })
	})
}
