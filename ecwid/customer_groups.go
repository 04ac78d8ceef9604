package ecwid

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// CustomerGroupsService reads and writes the groups of customers. There is no
// feed of changes or deletions.
type CustomerGroupsService service

// CustomerGroup is a group of customers. General, with the id 0, always exists.
type CustomerGroup struct {
	Extra
	ID                  CustomerGroupID `json:"id"`
	Name                string          `json:"name"`
	ExternalReferenceID string          `json:"externalReferenceId"`
}

func (g *CustomerGroup) check() error {
	if g.Name == "" && g.ID == 0 {
		return errors.New("it is no customer group")
	}
	return nil
}

// CustomerGroupCreate is the body of a new group. Name is required.
type CustomerGroupCreate struct {
	Name                string      `json:"name"`
	ExternalReferenceID Opt[string] `json:"externalReferenceId,omitzero"`
}

// CustomerGroupUpdate is a partial update of a group: absent fields stay as
// they are.
type CustomerGroupUpdate struct {
	Name                Opt[string] `json:"name,omitzero"`
	ExternalReferenceID Opt[string] `json:"externalReferenceId,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u CustomerGroupUpdate) IsZero() bool { return isZero(u) }

// CustomerGroupListOptions filters a list of groups.
type CustomerGroupListOptions struct {
	IDs     []CustomerGroupID
	Keyword string
	Offset  int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example "total,items(id,name)".
	ResponseFields string
}

func (o *CustomerGroupListOptions) listing() listing {
	l := newListing("GET /customer_groups", "customer_groups")
	if o == nil {
		return l
	}
	var f filters
	// The documents and the vendor's own client name it differently.
	list(&f, "customerGroupIds", o.IDs)
	list(&f, "customerGroupId", o.IDs)
	f.text("keyword", o.Keyword)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of groups. General counts among them.
//
// Endpoint: GET /customer_groups
// Scope: read_customers
func (s *CustomerGroupsService) List(ctx context.Context, opts *CustomerGroupListOptions) (*Page[CustomerGroup], error) {
	l := opts.listing()
	return page[CustomerGroup](ctx, s.client, l, l.offset)
}

// All yields the groups of all pages from opts.Offset on. Nothing is sent
// before the first pull, each range starts anew, and an error comes once and
// last.
//
// Endpoint: GET /customer_groups
// Scope: read_customers
func (s *CustomerGroupsService) All(ctx context.Context, opts *CustomerGroupListOptions) iter.Seq2[CustomerGroup, error] {
	return all[CustomerGroup](ctx, s.client, opts.listing())
}

// Get returns one group; 0 is General.
//
// Endpoint: GET /customer_groups/{groupId}
// Scope: read_customers
func (s *CustomerGroupsService) Get(ctx context.Context, id CustomerGroupID, opts ...ReadOptions) (*CustomerGroup, error) {
	o, err := groupCall("GET /customer_groups/{groupId}", id, 0)
	if err != nil {
		return nil, err
	}
	return fetch[CustomerGroup](ctx, s.client, o.read(opts))
}

// Create adds a group. Whether the store refuses a name or an external id that
// is taken is not documented: look first, above all after ErrUnknownOutcome.
//
// Endpoint: POST /customer_groups
// Scope: create_customers
func (s *CustomerGroupsService) Create(ctx context.Context, group CustomerGroupCreate) (CustomerGroupID, error) {
	o := operation{op: "POST /customer_groups", path: []string{"customer_groups"}, body: group}
	answer, err := fetch[createAnswer[CustomerGroupID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Update changes the fields of a group that are present in update.
//
// Endpoint: PUT /customer_groups/{groupId}
// Scope: update_customers
func (s *CustomerGroupsService) Update(ctx context.Context, id CustomerGroupID, update CustomerGroupUpdate) (*UpdateResult, error) {
	o, err := groupCall("PUT /customer_groups/{groupId}", id, 1)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a group; General cannot be removed. One that does not exist is
// no error.
//
// Endpoint: DELETE /customer_groups/{groupId}
// Scope: update_customers
func (s *CustomerGroupsService) Delete(ctx context.Context, id CustomerGroupID) error {
	o, err := groupCall("DELETE /customer_groups/{groupId}", id, 1)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// groupCall is a repeatable call for one group, without a body.
func groupCall(op string, id, lowest CustomerGroupID) (operation, error) {
	if id < lowest {
		return operation{}, invalid(op, fmt.Errorf("customer group id %d is below %d", id, lowest))
	}
	return operation{op: op, path: []string{"customer_groups", segment(id)}, safe: true}, nil
}
