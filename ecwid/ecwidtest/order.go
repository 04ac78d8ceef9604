package ecwidtest

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

func orderKeys(d object) []string {
	keys := []string{"id:" + textOf(d, "id")}
	if ref := textOf(d, "refererId"); ref != "" {
		keys = append(keys, "ref:"+ref)
	}
	return keys
}

// findOrder takes public ids, with or without the store's prefix and suffix,
// and internal numbers.
func (s *Server) findOrder(in *view, id string) *version {
	units := objectOf(s.profile, "formatsAndUnits")
	full := textOf(units, "orderNumberPrefix") + id + textOf(units, "orderNumberSuffix")
	for _, public := range []string{id, full} {
		if ids := in.byKey["id:"+public]; len(ids) > 0 {
			return in.get(ids[0])
		}
	}
	if n, err := strconv.ParseInt(id, 10, 64); err == nil {
		return in.get(n)
	}
	return nil
}

func (s *Server) order(c *call) (*version, error) {
	v := s.findOrder(s.seen(c, s.orders), c.args[0])
	if v == nil || s.cfg.reads(InternalIDsRefused) && c.args[0] == number(v.id).String() && c.args[0] != textOf(v.doc, "id") {
		return nil, c.miss(noOrder(c.args[0]))
	}
	return v, nil
}

func (s *Server) getOrder(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return v.doc, nil
}

func (s *Server) createOrder(c *call) (any, error) {
	if err := s.checkComplete(c.body); err != nil {
		return nil, err
	}
	if err := s.checkPublic(c); err != nil {
		return nil, err
	}
	d := s.blankOrder()
	if err := s.changeOrder(d, c.body); err != nil {
		return nil, err
	}
	if err := s.checkStock(d); err != nil {
		return nil, err
	}
	id := s.addOrder(d)
	if s.createTakesStock(d) {
		s.takeStock(id)
	}
	key := "orderId"
	if s.cfg.reads(OrderIDLower) {
		key = "orderid"
	}
	return object{"id": number(id), key: s.orders.get(id).doc["id"]}, nil
}

// checkComplete refuses, under CompleteOrders, orders that lack something.
func (s *Server) checkComplete(body object) error {
	if !s.cfg.reads(CompleteOrders) {
		return nil
	}
	for _, key := range []string{"email", "subtotal", "total", "paymentStatus", "fulfillmentStatus"} {
		if !has(body, key) {
			return wrong("Field Order.%s is absent", key)
		}
	}
	for _, item := range objectsOf(body, "items") {
		if !has(item, "quantity") {
			return wrong("Field OrderItem.quantity is absent")
		}
	}
	return nil
}

// checkPublic keeps storefront tokens to unpaid orders without staff notes.
func (s *Server) checkPublic(c *call) error {
	if !c.access.public {
		return nil
	}
	delete(c.body, "privateAdminNotes")
	for key, allowed := range s.publicStatuses() {
		switch status := textOf(c.body, key); {
		case slices.Contains(allowed, status):
		case status == "" || s.cfg.reads(PublicStatusesIgnored):
			c.body[key] = allowed[0]
		default:
			return wrong("A public token cannot create orders in this status")
		}
	}
	return nil
}

// publicStatuses are those that storefront tokens may set, the default first.
func (s *Server) publicStatuses() map[string]enum {
	payment := enum{"AWAITING_PAYMENT", "INCOMPLETE"}
	if s.cfg.reads(PublicOrdersIncomplete) {
		payment = payment[1:]
	}
	return map[string]enum{"paymentStatus": payment, "fulfillmentStatus": {"AWAITING_PROCESSING"}}
}

func (s *Server) updateOrder(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.changeOrder(d, c.body); err != nil {
		return nil, err
	}
	s.linkBuyer(d)
	s.saveOrder(v.id, d, v.created, s.now())
	s.settleStock(v.doc, v.id)
	return object{"updateCount": number(1)}, nil
}

// deleteOrder has no effect on stock.
func (s *Server) deleteOrder(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	s.orders.delete(v.id, textOf(v.doc, "id"))
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) blankOrder() object {
	d := mustParse("order", `{"email": "", "paymentStatus": "AWAITING_PAYMENT", "fulfillmentStatus": "AWAITING_PROCESSING",
		"subtotal": 0, "total": 0, "tax": 0, "discount": 0, "couponDiscount": 0, "volumeDiscount": 0,
		"membershipBasedDiscount": 0, "totalAndMembershipBasedDiscount": 0, "customDiscount": [], "discountInfo": [],
		"customSurcharges": [], "refundedAmount": 0, "items": [], "paymentParams": {}, "extraFields": {},
		"orderExtraFields": [], "externalFulfillment": false, "disableAllCustomerNotifications": false, "hidden": false,
		"b2b_b2c": "b2c", "customerTaxExempt": false, "customerTaxId": "", "customerTaxIdValid": false,
		"reversedTaxApplied": false, "customerRequestedInvoice": false, "ipAddress": "", "additionalInfo": {},
		"invoices": []}`)
	d["pricesIncludeTax"] = boolOf(s.taxSettings(), "pricesIncludeTax")
	return d
}

// changeOrder carries a body out on the copy d.
func (s *Server) changeOrder(d, patch object) error {
	s.dropNulls(d, patch, s.blankOrder())
	if err := s.checkOrder(d, patch); err != nil {
		return err
	}
	if has(patch, "items") {
		items, err := s.mergeItems(objectsOf(d, "items"), objectsOf(patch, "items"))
		if err != nil {
			return err
		}
		d["items"] = items
		delete(patch, "items")
	}
	for _, key := range []string{"createDate", "pickupTime", "latestShipDate", "latestDeliveryDate"} {
		if has(patch, key) {
			t, _ := parseTime(fmt.Sprint(patch[key])) // the schema has looked at it
			patch[key] = s.stamp(t)
		}
	}
	for _, refund := range objectsOf(patch, "refunds") {
		refund["date"] = s.stamp(timeOf(refund, "", "date", s.now()))
	}
	s.merge(d, patch)
	return nil
}

func (s *Server) checkOrder(d, patch object) error {
	was, is := textOf(d, "paymentStatus"), textOf(patch, "paymentStatus")
	if s.cfg.reads(FinalStatuses) && (was == "CANCELLED" || was == "REFUNDED") && is != "" && is != was {
		return wrong("An order that is %s stays so", was)
	}
	for _, key := range []string{"paymentStatus", "fulfillmentStatus"} {
		if status := textOf(patch, key); status != "" && patch[key] != d[key] {
			if err := s.checkStatus(status); err != nil {
				return err
			}
		}
	}
	if id := intOf(patch, "customerId"); id != 0 && s.customers.get(id) == nil {
		return noCustomer(id)
	}
	external := boolOf(patch, "externalFulfillment") || !has(patch, "externalFulfillment") && boolOf(d, "externalFulfillment")
	if textOf(patch, "externalOrderId") != "" && !external {
		return wrong("Field externalOrderId needs externalFulfillment")
	}
	for _, f := range objectsOf(patch, "orderExtraFields") {
		if len([]rune(textOf(f, "value"))) > 255 {
			return wrong("Order extra field %s is too long", textOf(f, "id"))
		}
	}
	return nil
}

// mergeItems makes sent the whole list of lines; entries with an id change
// their line.
func (s *Server) mergeItems(old, sent []object) ([]any, error) {
	next := make([]any, 0, len(sent))
	for _, patch := range sent {
		item := blankItem()
		if id := intOf(patch, "id"); id != 0 {
			if item = findByID(old, id); item == nil {
				return nil, wrong("Order item #%d not found", id)
			}
		}
		if err := s.checkItem(patch); err != nil {
			return nil, err
		}
		merge(item, patch)
		if !has(item, "id") {
			item["id"] = s.lineIDs.next()
		}
		next = append(next, item)
	}
	return next, nil
}

func blankItem() object {
	return mustParse("order item", `{"quantity": 0, "price": 0, "tax": 0, "taxes": [], "discounts": [],
		"couponApplied": false, "digital": false, "giftCard": false, "selectedOptions": []}`)
}

// checkItem refuses lines of products and variations that do not exist.
func (s *Server) checkItem(item object) error {
	product, variation := intOf(item, "productId"), intOf(item, "combinationId")
	if product == 0 {
		return nil
	}
	v := s.products.get(product)
	if v == nil {
		return noProduct(product)
	}
	if variation != 0 && findVariation(v.doc, variation) == nil {
		return noVariation(variation)
	}
	return nil
}

// addOrder gives a new order its ids and buyer, and commits it.
func (s *Server) addOrder(d object) int64 {
	id := intOf(d, "internalId")
	if id == 0 {
		id = s.orders.nextID()
	}
	s.orders.reserve(id)
	if textOf(d, "id") == "" {
		d["id"] = s.newOrderID(id)
	}
	for _, key := range []string{"vendorOrderNumber", "publicUid"} {
		d[key] = d["id"]
	}
	d["internalId"], d["orderNumber"] = number(id), number(id)
	s.linkBuyer(d)
	created := timeOf(d, "createTimestamp", "createDate", s.now())
	s.saveOrder(id, d, created, timeOf(d, "updateTimestamp", "updateDate", max(created, s.now())))
	return id
}

// idLength is that of generated SKUs and random order ids.
func (s *Server) idLength() int {
	if s.cfg.reads(LongIDs) {
		return 9
	}
	return 5
}

// newOrderID follows the store's style: random letters and digits, or the plain
// number, between prefix and suffix.
func (s *Server) newOrderID(internal int64) string {
	units := objectOf(s.profile, "formatsAndUnits")
	frame := func(core string) string {
		return textOf(units, "orderNumberPrefix") + core + textOf(units, "orderNumberSuffix")
	}
	if s.toggle("CONSECUTIVE_ORDER_IDS") {
		next := cloneObject(s.profile)
		n := intOf(units, "orderNumberNextNumber")
		objectOf(next, "formatsAndUnits")["orderNumberNextNumber"] = number(n + 1)
		s.profile = next
		return frame(fmt.Sprintf("%0*d", int(intOf(units, "orderNumberMinDigitsAmount")), n))
	}
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
	for n := uint64(internal); ; n++ {
		core := make([]byte, s.idLength())
		for i, rest := 0, n*0x9E3779B97F4A7C15>>(64-5*len(core)); i < len(core); i, rest = i+1, rest>>5 {
			core[i] = letters[rest&31]
		}
		if id := frame(string(core)); len(s.orders.live.byKey["id:"+id]) == 0 {
			return id
		}
	}
}

// linkBuyer links the customer of the order's e-mail; an unknown address
// becomes a bare account. A cart is nobody's yet.
func (s *Server) linkBuyer(d object) {
	email := strings.TrimSpace(textOf(d, "email"))
	if intOf(d, "customerId") != 0 || email == "" || textOf(d, "paymentStatus") == "INCOMPLETE" {
		return
	}
	if ids := s.customers.live.withKey(s.mailKey(email)); len(ids) > 0 {
		d["customerId"] = number(ids[0])
		return
	}
	buyer := blankCustomer()
	buyer["email"] = email
	id := s.customers.nextID()
	s.saveCustomer(id, buyer, s.now(), s.now())
	d["customerId"] = number(id)
}

func (s *Server) saveOrder(id int64, d object, created, updated int64) {
	d["createDate"], d["createTimestamp"] = s.stamp(created), number(created)
	d["updateDate"], d["updateTimestamp"] = s.stamp(updated), number(updated)
	total, tax := ratOf(d, "total"), ratOf(d, "tax")
	d["totalWithoutTax"] = amount(new(big.Rat).Sub(total, tax), 6)
	d["usdTotal"] = d["total"]
	splitName(objectOf(d, "billingPerson"))
	splitName(objectOf(d, "shippingPerson"))
	s.orders.put(&version{id: id, doc: d, created: created, updated: updated})
	if buyer := intOf(d, "customerId"); buyer != 0 && !slices.Contains(s.buyers[buyer], id) {
		s.buyers[buyer] = append(s.buyers[buyer], id)
	}
}
