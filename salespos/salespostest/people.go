package salespostest

import "strings"

// createUser stores a user; the password is needed but never kept. A new user
// without a group lands in the default one.
func (w *world) createUser(c *call, body map[string]any) (*record, *apiError) {
	rec, err := createPlain(w.table("users").res)(w, c, body)
	if err == nil && rec.doc["group_id"] == nil {
		for _, group := range w.table("usergroups").all() {
			if flag(group.doc, "default", false) {
				w.update("users", rec, map[string]any{"group_id": number(group.id)})
			}
		}
	}
	return rec, err
}

// patchUser lets the approval of a pending user change only.
func (w *world) patchUser(c *call, rec *record, body map[string]any) (bool, *apiError) {
	if next, ok := body["approval_status"]; ok && rec.doc["approval_status"] != "pending" && next != "accepted" {
		return false, badBody("approval_status: only a pending user can be changed")
	}
	return patchPlain(w.table("users").res)(w, c, rec, body)
}

// oneDefaultGroup lets a new default group take the place of the old one.
func (w *world) oneDefaultGroup(rec *record) {
	t := w.table("usergroups")
	if !flag(rec.doc, "default", false) || t.rows[rec.id] != rec {
		return
	}
	for _, other := range t.all() {
		if other != rec {
			w.update("usergroups", other, map[string]any{"default": false})
		}
	}
}

// createNotification sends one of the known e-mails, which nobody gets.
func createNotification(name string) creator {
	return func(w *world, c *call, body map[string]any) (*record, *apiError) {
		receiver, _, ok := strings.Cut(text(body["type"]), "_")
		if !ok || receiver != "customer" && receiver != "merchant" && receiver != "printer" {
			return nil, badBody("type: %q is for neither customer, merchant nor printer", text(body["type"]))
		}
		return createPlain(w.table(name).res)(w, c, body)
	}
}

// dropUser refuses, under UsersKept, to delete a user that has orders.
func (w *world) dropUser(rec *record) *apiError {
	if w.reads(UsersKept) && len(w.table("orders").where("user_id", rec.id)) > 0 {
		return notOnThis("user %d has orders", rec.id)
	}
	w.remove("users", rec)
	return nil
}
