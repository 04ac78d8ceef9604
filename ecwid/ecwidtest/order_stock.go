package ecwidtest

import "net/http"

// createTakesStock reports whether an order of the API takes its items from
// stock when it is created (reference 4.9 and section 7 #6).
func (s *Server) createTakesStock(d object) bool {
	status := textOf(d, "paymentStatus")
	switch {
	case s.cfg.reads(StockOfNone):
		return false
	case s.cfg.reads(StockOfAll):
		return status != "INCOMPLETE"
	default:
		return status == "PAID" && (textOf(d, "email") != "" || intOf(d, "customerId") != 0)
	}
}

// checkStock refuses, under StockRequired, paid orders of more than there is.
func (s *Server) checkStock(d object) error {
	if !s.cfg.reads(StockRequired) || textOf(d, "paymentStatus") != "PAID" {
		return nil
	}
	for _, item := range objectsOf(d, "items") {
		p := s.products.get(intOf(item, "productId"))
		if p == nil {
			continue
		}
		holder := p.doc
		if own := findVariation(p.doc, intOf(item, "combinationId")); own != nil {
			holder = own
		}
		if !boolOf(holder, "unlimited") && intOf(holder, "quantity") < intOf(item, "quantity") {
			return fail(http.StatusConflict, "", "There is not enough of product #%d", p.id)
		}
	}
	return nil
}

// takeStock takes the items of an order from stock, below zero if need be, and
// remembers what it took. The lines keep the stock from before.
func (s *Server) takeStock(order int64) {
	v := s.orders.get(order)
	d := cloneObject(v.doc)
	took := []moving{}
	for _, item := range objectsOf(d, "items") {
		m := moving{intOf(item, "productId"), intOf(item, "combinationId"), intOf(item, "quantity")}
		p := s.products.get(m.product)
		if p == nil || m.quantity == 0 || m.variation != 0 && findVariation(p.doc, m.variation) == nil {
			continue
		}
		item["quantityInStock"], item["trackQuantity"] = number(0), false
		if left, tracked := s.move(p, m.variation, -m.quantity); tracked {
			item["quantityInStock"], item["trackQuantity"] = number(left+m.quantity), true
			took = append(took, m)
		}
	}
	s.taken[order] = took
	s.saveOrder(order, d, v.created, v.updated)
}

// settleStock follows a change of the payment status: CANCELLED and REFUNDED
// bring back what was taken, once.
func (s *Server) settleStock(before object, order int64) {
	was, is := textOf(before, "paymentStatus"), textOf(s.orders.get(order).doc, "paymentStatus")
	if was == is {
		return
	}
	if is == "PAID" && s.cfg.reads(StockOfPaid) {
		if _, done := s.taken[order]; !done {
			s.takeStock(order)
		}
	}
	if (is == "CANCELLED" || is == "REFUNDED") && !s.cfg.reads(RestockNever) {
		for _, m := range s.taken[order] {
			if p := s.products.get(m.product); p != nil {
				s.move(p, m.variation, m.quantity)
			}
		}
		s.taken[order] = nil // stays known: nothing is taken or returned twice
	}
}
