package ecwidtest

import (
	"fmt"
	"maps"
	"net/http"
)

// Carts are orders in the status INCOMPLETE under a name of their own.

func cartID(order int64) string { return fmt.Sprintf("00000000-0000-4000-8000-%012d", order) }

func showCart(v *version) object {
	out := maps.Clone(v.doc)
	out["cartId"] = cartID(v.id)
	return out
}

func (s *Server) searchCarts(c *call) (any, error) {
	hidden, err := c.is("showHidden")
	if err != nil {
		return nil, err
	}
	c.query.Set("paymentStatus", "INCOMPLETE")
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	f, err := s.orderFilters(c)
	if err != nil {
		return nil, err
	}
	f = append(f, func(v *version) bool { return hidden || !boolOf(v.doc, "hidden") })
	index := s.orders.searchable()
	rows := index.filtered("carts"+c.question(), s.orderCandidates(c, index), f.holds)
	return pageOf(rows, offset, limit, showCart), nil
}

func (s *Server) cart(c *call) (*version, error) {
	for _, r := range s.orders.live.byID() {
		if cartID(r.id) == c.args[0] && textOf(r.doc, "paymentStatus") == "INCOMPLETE" {
			return r.version, nil
		}
	}
	return nil, fail(http.StatusNotFound, "CHECKOUT_NOT_FOUND", "Cart %s not found", c.args[0])
}

func (s *Server) getCart(c *call) (any, error) {
	v, err := s.cart(c)
	if err != nil {
		return nil, err
	}
	return showCart(v), nil
}

func cartSchema() check { return schema{"hidden": flag} }

func (s *Server) updateCart(c *call) (any, error) {
	v, err := s.cart(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	d := cloneObject(v.doc)
	merge(d, c.body)
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

// placeCart makes a cart an unpaid order.
func (s *Server) placeCart(c *call) (any, error) {
	v, err := s.cart(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	d["paymentStatus"] = "AWAITING_PAYMENT"
	s.linkBuyer(d)
	s.saveOrder(v.id, d, v.created, s.now())
	return object{
		"id": d["id"], "orderNumber": number(v.id), "vendorOrderNumber": d["id"], "cartId": cartID(v.id),
	}, nil
}
