package ecwidtest

import (
	"cmp"
	"fmt"
	"html"
	"net/http"
)

func (s *Server) listInvoices(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return object{"invoices": listOf(v.doc, "invoices")}, nil
}

// createInvoice needs a finished order.
func (s *Server) createInvoice(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	if textOf(v.doc, "paymentStatus") == "INCOMPLETE" {
		return nil, fail(http.StatusUnprocessableEntity, "", "The order is not finished")
	}
	id := s.partIDs.next()
	d := cloneObject(v.doc)
	d["invoices"] = append(listOf(d, "invoices"), object{
		"internalId": id, "id": "INV-" + id.String(), "created": s.stamp(s.now()), "type": "SALE",
		"link": fmt.Sprintf("%s/invoices/%s.pdf", storeURL, id),
	})
	s.saveOrder(v.id, d, v.created, s.now())
	s.announce("invoice.created", toInt(id), object{"orderId": d["id"]})
	return object{"id": id}, nil
}

// receiptPDF and receipt show an order for people.
func (s *Server) receiptPDF(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return reply{
		status: http.StatusOK, contentType: "application/pdf",
		body: fmt.Appendf(nil, "%%PDF-1.4\n%% order %s\n%%%%EOF\n", textOf(v.doc, "id")),
	}, nil
}

func (s *Server) receipt(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return reply{
		status: http.StatusOK, contentType: "text/html;charset=utf-8",
		body: fmt.Appendf(nil, "<h1>Order %s</h1>", html.EscapeString(textOf(v.doc, "id"))),
	}, nil
}

func (s *Server) repeatURL(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return object{"repeatOrderUrl": fmt.Sprintf("%s/repeat/%d", storeURL, v.id)}, nil
}

// lastOrder is the newest order, of one buyer if an e-mail is given.
func (s *Server) lastOrder(c *call) (any, error) {
	if _, err := c.is("withAddress"); err != nil {
		return nil, err
	}
	email := c.query.Get("customerEmail")
	var last *version
	for _, r := range s.orders.live.byID() {
		fits := textOf(r.doc, "paymentStatus") != "INCOMPLETE" && (email == "" || textOf(r.doc, "email") == email)
		if fits && (last == nil || cmp.Or(byCreated(r.version, last), cmp.Compare(r.id, last.id)) > 0) {
			last = r.version
		}
	}
	if last == nil {
		return nil, noOrder("last")
	}
	return last.doc, nil
}
