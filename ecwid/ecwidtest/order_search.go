package ecwidtest

import (
	"math/big"
	"slices"
	"strings"
)

func (s *Server) searchOrders(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	index := s.orders.searchable()
	f, err := s.orderFilters(c)
	if err != nil {
		return nil, err
	}
	numbers, err := c.idsParam("orderNumber")
	if err != nil {
		return nil, err
	}
	if len(numbers) > 0 { // other filters are ignored
		return pageOf(rowsOf(index, numbers), offset, limit, shown), nil
	}
	rows := index.filtered(c.question(), s.orderCandidates(c, index), f.holds)
	return pageOf(rows, offset, limit, shown), nil
}

func shown(v *version) object { return v.doc }

// orderCandidates returns the orders to filter, newest first.
func (s *Server) orderCandidates(c *call, index *view) []*row {
	newest := descending(byCreated)
	if s.cfg.reads(OldestOrdersFirst) {
		newest = byCreated
	}
	ids, ref := append(c.listParam("ids"), c.listParam("vendorOrderNumber")...), c.query.Get("refererId")
	var named []int64
	switch {
	case len(ids) > 0:
		for _, id := range ids {
			if v := s.findOrder(index, id); v != nil {
				named = append(named, v.id)
			}
		}
		slices.Sort(named)
		named = slices.Compact(named)
	case ref != "":
		named = index.withKey("ref:" + ref)
	default:
		return index.sorted("NEWEST", newest)
	}
	rows := rowsOf(index, named)
	slices.SortStableFunc(rows, func(a, b *row) int { return newest(a.version, b.version) })
	return rows
}

func (s *Server) orderFilters(c *call) (filters, error) {
	f, err := c.orderWindows()
	if err != nil {
		return nil, err
	}
	payments, err := c.enumsParam("paymentStatus", paymentStatuses())
	if err != nil {
		return nil, err
	}
	fulfillments, err := c.enumsParam("fulfillmentStatus", fulfillmentStatuses())
	if err != nil {
		return nil, err
	}
	f = append(f, func(v *version) bool {
		payment := textOf(v.doc, "paymentStatus")
		return (payment != "INCOMPLETE" || slices.Contains(payments, "INCOMPLETE")) && oneOf(payments, payment) &&
			oneOf(fulfillments, textOf(v.doc, "fulfillmentStatus"))
	})
	total := func(d object) *big.Rat { return ratOf(d, "total") }
	if err := f.add(c.rangeFilter("totalFrom", "totalTo", total)); err != nil {
		return nil, err
	}
	for name, is := range map[string]func(object) bool{
		"acceptMarketing":       func(d object) bool { return boolOf(d, "acceptMarketing") },
		"containsPreorderItems": hasPreorders,
	} {
		if err := f.add(c.flagFilter(name, is)); err != nil {
			return nil, err
		}
	}
	if err := c.orderIDFilters(&f); err != nil {
		return nil, err
	}
	return append(f, c.orderTexts()...), nil
}

func hasPreorders(d object) bool {
	return slices.ContainsFunc(objectsOf(d, "items"), func(item object) bool { return boolOf(item, "isPreorder") })
}

func (c *call) orderWindows() (filters, error) {
	created, updated, err := c.windows()
	if err != nil {
		return nil, err
	}
	pickup, err := c.spanParam("pickupTimeFrom", "pickupTimeTo")
	if err != nil {
		return nil, err
	}
	return filters{func(v *version) bool {
		at, given := parseTime(textOf(v.doc, "pickupTime"))
		return created.holds(v.created) && updated.holds(v.updated) && (pickup.open() || given && pickup.holds(at))
	}}, nil
}

func (c *call) orderIDFilters(f *filters) error {
	if err := f.add(c.buyerFilter()); err != nil {
		return err
	}
	products, err := c.idsParam("productId")
	if err != nil {
		return err
	}
	subscriptions, err := c.idsParam("subscriptionId")
	*f = append(*f, func(v *version) bool {
		return (len(products) == 0 || hasProduct(v.doc, products)) &&
			(len(subscriptions) == 0 || hasSubscription(v.doc, subscriptions))
	})
	return err
}

// buyerFilter wants both, the customer and the e-mail, or with customerIdOrEmail
// either of them.
func (c *call) buyerFilter() (filter, error) {
	either, err := c.is("customerIdOrEmail")
	if err != nil {
		return nil, err
	}
	customers, err := c.idsParam("customerId")
	if err != nil {
		return nil, err
	}
	email := c.query.Get("email")
	either = either && email != "" && len(customers) > 0
	return func(v *version) bool {
		isCustomer := oneOf(customers, intOf(v.doc, "customerId"))
		isEmail := email == "" || strings.EqualFold(textOf(v.doc, "email"), email)
		return isCustomer && isEmail || either && (isCustomer || isEmail)
	}, nil
}

// oneOf reports whether a value passes a list filter; an empty one lets all
// pass.
func oneOf[T comparable](wanted []T, v T) bool { return len(wanted) == 0 || slices.Contains(wanted, v) }

func hasProduct(d object, products []int64) bool {
	return slices.ContainsFunc(objectsOf(d, "items"), func(item object) bool {
		return slices.Contains(products, intOf(item, "productId"))
	})
}

func hasSubscription(d object, ids []int64) bool {
	return slices.ContainsFunc(objectsOf(d, "items"), func(item object) bool {
		return has(item, "subscriptionId") && slices.Contains(ids, intOf(item, "subscriptionId"))
	})
}

// orderTexts are the filters that compare a text.
func (c *call) orderTexts() filters {
	var f filters
	for name, textsOf := range map[string]func(object) []string{
		"refererId":        func(d object) []string { return []string{textOf(d, "refererId")} },
		"paymentMethod":    func(d object) []string { return []string{textOf(d, "paymentMethod")} },
		"paymentModule":    func(d object) []string { return []string{textOf(d, "paymentModule")} },
		"paymentReference": func(d object) []string { return []string{textOf(d, "paymentReference")} },
		"shippingMethod":   func(d object) []string { return []string{textOf(objectOf(d, "shippingOption"), "shippingMethodName")} },
		"couponCode":       func(d object) []string { return []string{textOf(objectOf(d, "discountCoupon"), "code")} },
		"customer":         namesOf,
	} {
		if wanted := c.query.Get(name); wanted != "" {
			same := func(t string) bool { return strings.EqualFold(t, wanted) }
			f = append(f, func(v *version) bool { return slices.ContainsFunc(textsOf(v.doc), same) })
		}
	}
	if keywords := c.query.Get("keywords"); keywords != "" {
		f = append(f, func(v *version) bool { return c.cfg.hasWords(orderWords(v.doc), keywords) })
	}
	return f
}

func namesOf(d object) []string {
	return []string{textOf(objectOf(d, "billingPerson"), "name"), textOf(objectOf(d, "shippingPerson"), "name")}
}

// orderWords are the texts that keywords look into.
func orderWords(d object) []string {
	var texts []string
	for _, key := range []string{
		"id", "externalTransactionId", "email", "trackingNumber", "privateAdminNotes", "orderComments", "affiliateId",
	} {
		texts = append(texts, textOf(d, key))
	}
	for _, key := range []string{"billingPerson", "shippingPerson"} {
		for _, field := range objectOf(d, key) {
			if t, isText := field.(string); isText {
				texts = append(texts, t)
			}
		}
	}
	for _, item := range objectsOf(d, "items") {
		texts = append(texts, textOf(item, "sku"), textOf(item, "name"))
		for _, o := range objectsOf(item, "selectedOptions") {
			texts = append(texts, textOf(o, "name"), textOf(o, "value"))
		}
	}
	return texts
}
