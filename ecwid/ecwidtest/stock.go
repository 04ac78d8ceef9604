package ecwidtest

import "slices"

// setStock carries quantity and unlimited of a patch out (reference 4.2): a
// quantity alone starts tracking on a new record and is ignored on one that is
// unlimited.
func setStock(d, patch object) {
	_, tracked := d["quantity"]
	isNew := !has(d, "id")
	if has(patch, "unlimited") {
		d["unlimited"] = patch["unlimited"]
	} else if has(patch, "quantity") && isNew {
		d["unlimited"] = false
	}
	if has(patch, "quantity") && !boolOf(d, "unlimited") {
		d["quantity"] = patch["quantity"]
	} else if !tracked {
		d["quantity"] = number(0)
	}
}

// finishStock leaves the quantity out where stock is not tracked.
func finishStock(o object) {
	if !has(o, "unlimited") {
		o["unlimited"] = !has(o, "quantity")
	}
	if boolOf(o, "unlimited") {
		delete(o, "quantity")
		o["inStock"] = true
		return
	}
	if !has(o, "quantity") {
		o["quantity"] = number(0)
	}
	o["inStock"] = intOf(o, "quantity") > 0
}

// mirrorStock shows a product's stock on a variation without stock of its own.
func mirrorStock(v, d object) {
	v["unlimited"], v["inStock"] = d["unlimited"], boolOf(d, "unlimited") || intOf(d, "quantity") > 0
	delete(v, "quantity")
	if has(d, "quantity") {
		v["quantity"] = d["quantity"]
	}
}

// sharesStock reports whether a variation has no SKU of its own, and so no
// stock.
func (s *Server) sharesStock(d, v object) bool {
	sku := textOf(v, "sku")
	return sku == "" || s.skuKey(sku) == s.skuKey(textOf(d, "sku"))
}

// isStockIdle reports, under ProductStockIdle, whether all stock of a product is
// that of its variations.
func (s *Server) isStockIdle(d object) bool {
	variations := objectsOf(d, "combinations")
	shares := func(v object) bool { return s.sharesStock(d, v) }
	return s.cfg.reads(ProductStockIdle) && len(variations) > 0 && !slices.ContainsFunc(variations, shares)
}

func (s *Server) adjustProduct(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	return s.adjust(v, 0, c.body)
}

func (s *Server) adjustVariation(c *call) (any, error) {
	v, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	if textOf(variation, "sku") == "" {
		return nil, wrong("The variation has no SKU of its own")
	}
	return s.adjust(v, intOf(variation, "id"), c.body)
}

func (s *Server) adjust(v *version, variation int64, body object) (any, error) {
	if !has(body, "quantityDelta") {
		return nil, wrong("Field quantityDelta is absent")
	}
	if variation == 0 && s.isStockIdle(v.doc) {
		return object{"updateCount": number(0)}, nil
	}
	if s.cfg.reads(DeltaTracks) {
		v = s.track(v, variation)
	}
	left, tracked := s.move(v, variation, intOf(body, "quantityDelta"))
	out := object{"updateCount": number(0)}
	if tracked {
		out["updateCount"] = number(1)
	}
	if left < 0 {
		out["warning"] = "Product has negative stock."
	}
	return out, nil
}

// track starts to count an unlimited stock from 0.
func (s *Server) track(v *version, variation int64) *version {
	d := cloneObject(v.doc)
	holder := d
	if own := findVariation(d, variation); own != nil && !s.sharesStock(d, own) {
		holder = own
	}
	if boolOf(holder, "unlimited") {
		holder["unlimited"], holder["quantity"] = false, number(0)
		s.saveProduct(v.id, d, v.created, s.now())
	}
	return s.products.get(v.id)
}

// moving is a quantity that an order took from one stock.
type moving struct{ product, variation, quantity int64 }

// move adds delta to the stock of a product or of its variation, whichever
// holds it; nothing happens where stock is not tracked.
func (s *Server) move(v *version, variation, delta int64) (left int64, tracked bool) {
	d := cloneObject(v.doc)
	holder := d
	if own := findVariation(d, variation); own != nil && !s.sharesStock(d, own) {
		holder = own
	}
	if boolOf(holder, "unlimited") {
		return 0, false
	}
	left = intOf(holder, "quantity") + delta
	holder["quantity"] = number(left)
	s.saveProduct(v.id, d, v.created, s.now())
	return left, true
}
