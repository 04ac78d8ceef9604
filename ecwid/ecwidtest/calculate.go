package ecwidtest

import (
	"math/big"
	"slices"
)

func calculateSchema() check {
	return schema{
		"email": text, "customerId": whole, "ipAddress": text,
		"items": array{schema{
			"productId": whole, "combinationId": whole, "price": num, "quantity": whole, "weight": num, "sku": text,
			"name": text, "isShippingRequired": flag, "dimensions": dimensionsSchema(),
			"selectedOptions": array{selectedOptionSchema()},
		}},
		"billingPerson": personSchema(), "shippingPerson": personSchema(), "discountCoupon": anything,
		"discountInfo": array{discountSchema()}, "customSurcharges": array{anything}, "giftCardCode": text,
		"handlingFee":    schema{"name": text, "value": num, "description": text, "taxes": array{taxSchema()}},
		"shippingOption": shippingOptionSchema(), "customerTaxExempt": flag,
		"paymentOptionsDetails": schema{"paymentId": text},
	}
}

// calculate prices a cart and stores nothing. Lines without a price get that
// of their product; only the manual taxes of the profile are known.
func (s *Server) calculate(c *call) (any, error) {
	dropNulls(c.body)
	delete(c.body, "paymentOptionsDetails")
	d := s.blankOrder()
	merge(d, c.body)
	d["paymentStatus"] = "INCOMPLETE"
	if !has(d, "shippingPerson") && has(d, "billingPerson") {
		d["shippingPerson"] = d["billingPerson"]
	}
	tax := new(big.Rat)
	for _, item := range objectsOf(d, "items") {
		if err := s.checkItem(item); err != nil {
			return nil, err
		}
		s.fillLine(item)
		fill(item, blankItem())
		if !boolOf(d, "customerTaxExempt") {
			tax.Add(tax, s.taxLine(item, boolOf(d, "pricesIncludeTax")))
		}
	}
	d["tax"] = amount(tax, s.precision())
	addUp(d, c.body)
	d["availableShippingOptions"], d["availableTaxes"] = s.shippingChoices(), listOf(s.taxSettings(), "taxes")
	return d, nil
}

// taxLine computes the taxes of a line and returns their sum.
func (s *Server) taxLine(item object, included bool) *big.Rat {
	sum := new(big.Rat)
	line := new(big.Rat).Mul(ratOf(item, "price"), big.NewRat(intOf(item, "quantity"), 1))
	taxes := []any{}
	for _, t := range s.taxesOf(s.products.get(intOf(item, "productId"))) {
		rate := ratOf(t, "defaultTax")
		base := big.NewRat(100, 1)
		if included {
			base.Add(base, rate)
		}
		total := new(big.Rat).Quo(new(big.Rat).Mul(line, rate), base)
		rounded := amount(total, s.precision())
		taxes = append(taxes, object{
			"name": t["name"], "value": t["defaultTax"], "total": rounded, "includeInPrice": t["includeInPrice"],
		})
		sum.Add(sum, ratOf(object{"": rounded}, ""))
	}
	item["taxes"], item["tax"] = taxes, amount(sum, s.precision())
	return sum
}

// taxesOf are the enabled taxes of a product, or of a line without one.
func (s *Server) taxesOf(p *version) []object {
	var own []int64
	if p != nil {
		if !boolOf(objectOf(p.doc, "tax"), "taxable") {
			return nil
		}
		own = intsOf(objectOf(p.doc, "tax"), "enabledManualTaxes")
	}
	return slices.DeleteFunc(objectsOf(s.taxSettings(), "taxes"), func(t object) bool {
		return !boolOf(t, "enabled") || !boolOf(t, "appliedByDefault") && !slices.Contains(own, intOf(t, "id"))
	})
}

func (s *Server) shippingChoices() []any {
	choices := []any{}
	for _, o := range s.shelves["shippingOptions"].docs {
		if !boolOf(o, "enabled") {
			continue
		}
		choices = append(choices, object{
			"shippingMethodId": o["id"], "shippingMethodName": o["title"], "isPickup": textOf(o, "fulfilmentType") == "pickup",
			"shippingRate": amount(ratOf(objectOf(o, "flatRate"), "rate"), s.precision()),
		})
	}
	return choices
}
