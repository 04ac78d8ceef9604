package ecwidtest

import (
	"slices"
	"strings"
)

func (s *Server) searchOrders(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	err = c.refuse("keywords", "totalFrom", "totalTo", "pickupTimeFrom", "pickupTimeTo", "paymentMethod",
		"paymentModule", "shippingMethod", "couponCode", "subscriptionId", "acceptMarketing", "containsPreorderItems",
		"orderNumber", "vendorOrderNumber", "customer", "customerIdOrEmail", "paymentReference")
	if err != nil {
		return nil, err
	}
	index := s.orders.searchable()
	keep, err := c.orderFilter()
	if err != nil {
		return nil, err
	}
	rows := index.filtered(c.question(), s.orderCandidates(c, index), keep)
	return pageOf(rows, offset, limit, func(v *version) object { return v.doc }), nil
}

// orderCandidates returns the orders to filter, newest first.
func (s *Server) orderCandidates(c *call, index *view) []*row {
	ids, ref := c.listParam("ids"), c.query.Get("refererId")
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
		return index.sorted("NEWEST", descending(byCreated))
	}
	rows := rowsOf(index, named)
	slices.SortStableFunc(rows, func(a, b *row) int { return byCreated(b.version, a.version) })
	return rows
}

func (c *call) orderFilter() (func(*version) bool, error) {
	created, updated, err := c.windows()
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
	customers, err := c.idsParam("customerId")
	if err != nil {
		return nil, err
	}
	products, err := c.idsParam("productId")
	if err != nil {
		return nil, err
	}
	email, ref := c.query.Get("email"), c.query.Get("refererId")
	return func(v *version) bool {
		payment := textOf(v.doc, "paymentStatus")
		wanted := payment != "INCOMPLETE" || slices.Contains(payments, "INCOMPLETE")
		return wanted && created.holds(v.created) && updated.holds(v.updated) &&
			oneOf(payments, payment) && oneOf(fulfillments, textOf(v.doc, "fulfillmentStatus")) &&
			oneOf(customers, intOf(v.doc, "customerId")) && (len(products) == 0 || hasProduct(v.doc, products)) &&
			(email == "" || strings.EqualFold(email, textOf(v.doc, "email"))) &&
			(ref == "" || ref == textOf(v.doc, "refererId"))
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
