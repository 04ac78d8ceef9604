package ecwidtest

import "cmp"

func (s *Server) getApplication(*call) (any, error) {
	return object{
		"subscriptionStatus": "ACTIVE",
		"subscription":       object{"status": "ACTIVE", "plan": "", "price": number(0)},
	}, nil
}

// uninstall ends the app: all its tokens are dead.
func (s *Server) uninstall(c *call) (any, error) {
	if c.query.Get("namespace") != clientID {
		return nil, wrong("Parameter namespace does not name the app")
	}
	clear(s.tokens)
	s.touched = true
	s.announce("application.uninstalled", storeID, nil)
	return object{"deleteCount": number(1)}, nil
}

// report has the shape of a report, and the orders of the time in question.
func (s *Server) report(c *call) (any, error) {
	window, err := c.spanParam("startedFrom", "endedAt")
	if err != nil {
		return nil, err
	}
	orders := int64(0)
	for _, r := range s.orders.live.byID() {
		if window.holds(r.created) && textOf(r.doc, "paymentStatus") != "INCOMPLETE" {
			orders++
		}
	}
	return object{
		"reportType": c.args[0], "startedFrom": number(max(window.from, 0)), "endedAt": number(min(window.to, s.now())),
		"timeScaleValue": cmp.Or(c.query.Get("timeScaleValue"), "day"),
		"aggregatedData": []any{object{"dataId": "orders", "dataValue": number(orders)}}, "dataset": []any{},
	}, nil
}

// setLogo makes the handler of one of the logos.
func setLogo(block, key string) func(*Server, *call) (any, error) {
	return func(s *Server, c *call) (any, error) {
		address, err := s.upload(c)
		if err != nil {
			return nil, err
		}
		s.editProfile(object{block: object{key: address}})
		return object{"id": s.partIDs.next()}, nil
	}
}

func dropLogo(block, key string) func(*Server, *call) (any, error) {
	return func(s *Server, _ *call) (any, error) {
		s.editProfile(object{block: object{key: nil}})
		return object{"deleteCount": number(1)}, nil
	}
}
