package ecwidtest

import (
	"net/http"
	"slices"
	"strings"
)

func groupSchema() schema { return schema{"name": text, "externalReferenceId": text} }

func groupKeys(d object) []string { return []string{"ref:" + textOf(d, "externalReferenceId")} }

func noGroup(id int64) error {
	return fail(http.StatusNotFound, "", "Customer group #%d not found", id)
}

// group finds the group that the path names.
func (s *Server) group(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.groups.get(id)
	if v == nil {
		return nil, c.miss(noGroup(id))
	}
	return v, nil
}

func (s *Server) searchGroups(c *call) (any, error) {
	offset, limit, err := s.page(c, maxPage)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, name := range []string{"customerGroupIds", "customerGroupId"} {
		more, err := c.idsParam(name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, more...)
	}
	keyword := c.query.Get("keyword")
	rows := slices.DeleteFunc(slices.Clone(s.groups.live.byID()), func(r *row) bool {
		return !oneOf(ids, r.id) || !c.cfg.hasWords([]string{textOf(r.doc, "name")}, keyword)
	})
	return pageOf(rows, offset, limit, shown), nil
}

func (s *Server) getGroup(c *call) (any, error) {
	v, err := s.group(c)
	if err != nil {
		return nil, err
	}
	return v.doc, nil
}

func (s *Server) createGroup(c *call) (any, error) {
	if !s.hasFeature("CUSTOMER_GROUPS") {
		return nil, fail(http.StatusPaymentRequired, "NOT_AVAILABLE_ON_CURRENT_PLAN", "The plan has no customer groups")
	}
	dropNulls(c.body)
	if strings.TrimSpace(textOf(c.body, "name")) == "" {
		return nil, wrong("Field CustomerMembership.name is absent")
	}
	if err := s.checkGroup(c.body); err != nil {
		return nil, err
	}
	id := s.groups.nextID()
	s.saveGroup(id, cloneObject(c.body))
	return object{"id": number(id)}, nil
}

func (s *Server) updateGroup(c *call) (any, error) {
	v, err := s.group(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	if name, sent := c.body["name"].(string); sent && strings.TrimSpace(name) == "" {
		return nil, wrong("Field CustomerMembership.name is absent")
	}
	d := cloneObject(v.doc)
	merge(d, c.body)
	if err := s.checkGroup(d); err != nil {
		return nil, err
	}
	s.saveGroup(v.id, d)
	return object{"updateCount": number(1)}, nil
}

// checkGroup refuses external ids twice where they have to be unique.
func (s *Server) checkGroup(d object) error {
	ref := textOf(d, "externalReferenceId")
	if ref == "" || !s.cfg.reads(GroupReferencesUnique) {
		return nil
	}
	for _, id := range s.groups.live.withKey("ref:" + ref) {
		if !has(d, "id") || id != intOf(d, "id") {
			return fail(http.StatusConflict, "EXTERNAL_ID_ALREADY_USED", "The external id is already used")
		}
	}
	return nil
}

// deleteGroup moves the group's customers to the general one.
func (s *Server) deleteGroup(c *call) (any, error) {
	v, err := s.group(c)
	if err != nil {
		return nil, err
	}
	if v.id == 0 {
		return nil, wrong("The general group cannot be deleted")
	}
	s.dropGroup(v)
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) dropGroup(v *version) {
	for _, r := range slices.Clone(s.customers.live.byID()) {
		if intOf(r.doc, "customerGroupId") == v.id {
			d := cloneObject(r.doc)
			d["customerGroupId"] = number(0)
			s.saveCustomer(r.id, d, r.created, s.now())
		}
	}
	s.groups.delete(v.id, "")
}

func (s *Server) saveGroup(id int64, d object) {
	d["id"] = number(id)
	s.groups.put(&version{id: id, doc: d})
}

// groupName is the name that a customer shows.
func (s *Server) groupName(id int64) string {
	if v := s.groups.get(id); v != nil {
		return textOf(v.doc, "name")
	}
	return "General"
}
