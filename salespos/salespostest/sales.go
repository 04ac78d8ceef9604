package salespostest

// createUser stores a user; the password is needed but never kept.
func (w *world) createUser(_ *call, body map[string]any) (*record, *apiError) {
	if err := w.refer(body, "group_id", "usergroups"); err != nil {
		return nil, err
	}
	return createPlain("users")(w, nil, body)
}

// patchUser lets the approval of a pending user change only.
func (w *world) patchUser(c *call, rec *record, body map[string]any) (bool, *apiError) {
	if err := w.refer(body, "group_id", "usergroups"); err != nil {
		return false, err
	}
	if next, ok := body["approval_status"]; ok && rec.doc["approval_status"] != "pending" && next != "accepted" {
		return false, badBody("approval_status: only a pending user can be changed")
	}
	return patchPlain("users")(w, c, rec, body)
}

// putRows replaces all rows of an order and recalculates it.
func (c *call) putRows() (*reply, *apiError) {
	if err := c.need("orders"); err != nil {
		return nil, err
	}
	body, err := c.cleanBody(c.w.rowsBody, rolePost)
	if err != nil {
		return nil, err
	}
	order := c.w.table("orders").rows[c.ids[0]]
	rows, err := c.w.buildRows(order.doc, body["orderrows"].([]any))
	if err != nil {
		return nil, err
	}
	c.w.storeRows(order, rows)
	return &reply{status: 204}, nil
}

func (c *call) getSettings() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	return get("settings")(c)
}

// putSettings is partial: unlike other PUTs it changes only the keys it has.
func (c *call) putSettings() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	return patch("settings", patchPlain("settings"))(c)
}
