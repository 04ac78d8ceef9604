package ecwidtest

import (
	"maps"
	"net/http"
	"slices"
)

func noKeys(object) []string { return nil }

func subscriptionUpdateSchema() check {
	return schema{
		"status": subscriptionStatuses(), "nextCharge": date,
		"chargeSettings": schema{
			"recurringInterval": enum{"DAY", "WEEK", "MONTH", "YEAR"}, "recurringIntervalCount": whole,
		},
	}
}

func subscriptionStatuses() enum {
	return enum{"ACTIVE", "CANCELLED", "LAST_CHARGE_FAILED", "REQUIRES_PAYMENT_CONFIRMATION"}
}

// saveSubscription dates in milliseconds, as the API does here and nowhere
// else.
func (s *Server) saveSubscription(id int64, d object, created, updated int64) {
	d["subscriptionId"] = number(id)
	fill(d, object{"status": "ACTIVE", "created": s.stamp(created)})
	d["createTimestamp"], d["updateTimestamp"] = number(created*1000), number(updated*1000)
	s.subscriptions.put(&version{id: id, doc: d, created: created, updated: updated})
}

func (s *Server) searchSubscriptions(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	f, err := c.subscriptionFilters()
	if err != nil {
		return nil, err
	}
	rows := slices.DeleteFunc(slices.Clone(s.subscriptions.live.byID()), func(r *row) bool { return !f.holds(r.version) })
	return pageOf(rows, offset, limit, shown), nil
}

func (c *call) subscriptionFilters() (filters, error) {
	created, updated, err := c.windows()
	if err != nil {
		return nil, err
	}
	f := filters{func(v *version) bool { return created.holds(v.created) && updated.holds(v.updated) }}
	for _, key := range []string{"cancelled", "nextCharge"} {
		window, err := c.spanParam(key+"From", key+"To")
		if err != nil {
			return nil, err
		}
		f = append(f, func(v *version) bool {
			at, given := parseTime(textOf(v.doc, key))
			return window.open() || given && window.holds(at)
		})
	}
	statuses, err := c.enumsParam("status", subscriptionStatuses())
	if err != nil {
		return nil, err
	}
	customers, err := c.idsParam("customerId")
	if err != nil {
		return nil, err
	}
	products, err := c.idsParam("productId")
	email, order := c.query.Get("email"), c.query.Get("orderId")
	return append(f, func(v *version) bool {
		template := objectOf(v.doc, "orderTemplate")
		return oneOf(statuses, textOf(v.doc, "status")) && oneOf(customers, intOf(v.doc, "customerId")) &&
			(len(products) == 0 || hasProduct(template, products)) && (email == "" || textOf(template, "email") == email) &&
			(order == "" || isOrderOf(v.doc, order))
	}), err
}

func isOrderOf(subscription object, id string) bool {
	return slices.ContainsFunc(objectsOf(subscription, "orders"), func(o object) bool {
		return textOf(o, "id") == id || number(intOf(o, "id")).String() == id
	})
}

func (s *Server) subscription(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.subscriptions.get(id)
	if v == nil {
		return nil, c.miss(fail(http.StatusNotFound, "", "Subscription #%d not found", id))
	}
	return v, nil
}

func (s *Server) getSubscription(c *call) (any, error) {
	v, err := s.subscription(c)
	if err != nil {
		return nil, err
	}
	return v.doc, nil
}

func (s *Server) updateSubscription(c *call) (any, error) {
	v, err := s.subscription(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	d := maps.Clone(v.doc)
	merge(d, c.body)
	if textOf(d, "status") == "CANCELLED" && !has(d, "cancelled") {
		d["cancelled"] = s.stamp(s.now())
	}
	s.saveSubscription(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}
