package ecwidtest

import (
	"net/http"
	"slices"
)

func orderFieldSchema() schema {
	return extraFieldSchema().with(schema{"showInNotifications": flag, "showInInvoice": flag})
}

// orderFieldUpdateSchema has no input type: it cannot be changed.
func orderFieldUpdateSchema() schema {
	s := orderFieldSchema()
	delete(s, "id")
	delete(s, "customerInputType")
	return s
}

func (s *Server) listOrderFields(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	return listOf(v.doc, "orderExtraFields"), nil
}

func (s *Server) addOrderField(c *call) (any, error) {
	v, err := s.order(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	for _, key := range []string{"id", "value", "title"} {
		if !has(c.body, key) {
			return nil, wrong("Field %s is absent", key)
		}
	}
	d := cloneObject(v.doc)
	if findField(d, textOf(c.body, "id")) >= 0 {
		return nil, fail(http.StatusConflict, "", "Extra field %s exists already", textOf(c.body, "id"))
	}
	fill(c.body, object{"customerInputType": "TEXT", "orderDetailsDisplaySection": ""})
	d["orderExtraFields"] = append(listOf(d, "orderExtraFields"), c.body)
	if err := checkOrderFields(d); err != nil {
		return nil, err
	}
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"createCount": number(1)}, nil
}

func findField(d object, id string) int {
	return slices.IndexFunc(objectsOf(d, "orderExtraFields"), func(f object) bool { return textOf(f, "id") == id })
}

// orderField finds the order and the field that the path names, in a copy.
func (s *Server) orderField(c *call) (v *version, d object, i int, err error) {
	if v, err = s.order(c); err != nil {
		return nil, nil, 0, err
	}
	d = cloneObject(v.doc)
	if i = findField(d, c.args[1]); i < 0 {
		return nil, nil, 0, c.miss(fail(http.StatusNotFound, "", "Extra field %s not found", c.args[1]))
	}
	return v, d, i, nil
}

func (s *Server) updateOrderField(c *call) (any, error) {
	v, d, i, err := s.orderField(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	merge(objectsOf(d, "orderExtraFields")[i], c.body)
	if err := checkOrderFields(d); err != nil {
		return nil, err
	}
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func (s *Server) deleteOrderField(c *call) (any, error) {
	v, d, i, err := s.orderField(c)
	if err != nil {
		return nil, err
	}
	d["orderExtraFields"] = slices.Delete(listOf(d, "orderExtraFields"), i, i+1)
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

// checkOrderFields keeps a value to 255 characters and all of an order to 8 KB.
func checkOrderFields(d object) error {
	size := 0
	for _, f := range objectsOf(d, "orderExtraFields") {
		value := textOf(f, "value")
		if size += len(value); len([]rune(value)) > 255 || size > 8<<10 {
			return wrong("Order extra field %s is too long", textOf(f, "id"))
		}
	}
	return nil
}
