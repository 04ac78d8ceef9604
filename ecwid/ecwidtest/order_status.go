package ecwidtest

import (
	"net/http"
	"strings"
)

func orderStatuses() []object {
	var list []object
	add := func(kind string, ids enum) {
		for i, id := range ids {
			custom := strings.HasPrefix(id, "CUSTOM_")
			o := object{
				"statusId": id, "orderStatusType": kind, "enabled": !custom, "sendNotificationWhenStatusIsAssigned": !custom,
			}
			if i == 0 {
				o["defaultStatus"] = true
			}
			list = append(list, o)
		}
	}
	add("PAYMENT_STATUS", paymentStatuses())
	add("FULFILLMENT_STATUS", fulfillmentStatuses())
	return list
}

func orderStatusSchema() schema {
	return schema{
		"enabled": flag, "sendNotificationWhenStatusIsAssigned": flag, "name": text, "nameTranslations": langText,
	}
}

func (s *Server) listOrderStatuses(*call) (any, error) {
	return object{"items": asList(s.shelves["statuses"].docs)}, nil
}

func (s *Server) getOrderStatus(c *call) (any, error) {
	f, i, err := s.shelved(c, "statuses", "")
	if err != nil {
		return nil, err
	}
	return f.docs[i], nil
}

// updateOrderStatus changes custom statuses only.
func (s *Server) updateOrderStatus(c *call) (any, error) {
	f, i, err := s.shelved(c, "statuses", "")
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(c.args[0], "CUSTOM_") {
		return nil, wrong("Status %s is not a custom one", c.args[0])
	}
	dropNulls(c.body)
	o := cloneObject(f.docs[i])
	if texts, sent := c.body["nameTranslations"]; sent {
		o["nameTranslated"] = texts
		delete(c.body, "nameTranslations")
	}
	if name := textOf(c.body, "name"); name != "" && name != textOf(o, "name") {
		o["lastNameChangeDate"] = s.stamp(s.now())
	}
	merge(o, c.body)
	f.put(o)
	s.touched = true
	return object{"updateCount": number(1)}, nil
}

// checkStatus refuses statuses that the store has not enabled.
func (s *Server) checkStatus(status string) error {
	f := s.shelves["statuses"]
	if i := f.find(status); i < 0 || !boolOf(f.docs[i], "enabled") {
		return wrong("Status %s is not enabled", status)
	}
	return nil
}

func noOrder(id string) error {
	return fail(http.StatusNotFound, "ORDER_NOT_FOUND", "Order #%s not found", id)
}
