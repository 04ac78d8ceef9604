package salespos

import (
	"context"
	"iter"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// UserGroup is a group of shop users with a discount of its own.
type UserGroup struct {
	Extra
	Href string      `json:"href"`
	ID   UserGroupID `json:"id"`
	// Default: new users land in this group; nil means unknown.
	Default *bool  `json:"default"`
	Name    string `json:"groupname"`
	// Discount is a percentage.
	Discount *Amount `json:"discount"`
	// CategoryDiscount is "highest" or "lowest", for business customers.
	CategoryDiscount   string `json:"product_in_category_discount"`
	Users              Link   `json:"users"`
	DisabledPayMethods Link   `json:"disabledpaymethods"`
	Parent             Link   `json:"parent"`
}

// UserGroupCreate is the body of a new group; every field is optional.
type UserGroupCreate struct{ UserGroupFields }

// UserGroupUpdate changes the fields that are set and leaves the others alone.
type UserGroupUpdate struct{ UserGroupFields }

// IsZero reports that nothing is set: such an update is not worth a request.
func (u UserGroupUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// UserGroupFields are the optional fields that creates and updates share.
type UserGroupFields struct {
	// Default: new users land in this group.
	Default Opt[bool]   `json:"default,omitzero"`
	Name    Opt[string] `json:"groupname,omitzero"`
	// Discount is a percentage.
	Discount Opt[Amount] `json:"discount,omitzero"`
	// CategoryDiscount is "highest" or "lowest", for business customers.
	CategoryDiscount Opt[string] `json:"product_in_category_discount,omitzero"`
}

// UserGroupOrder is a sort order of groups.
type UserGroupOrder string

// The sort orders of groups.
const (
	UserGroupsByID       UserGroupOrder = "id"
	UserGroupsByIDDesc   UserGroupOrder = "id_desc"
	UserGroupsByName     UserGroupOrder = "groupname"
	UserGroupsByNameDesc UserGroupOrder = "groupname_desc"
)

// UserGroupListOptions sort groups. nil and the zero value list all of them.
type UserGroupListOptions struct {
	// Start is the offset of the first group, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size int
	OrderBy     UserGroupOrder
}

func (o *UserGroupListOptions) query() *rest.Query {
	if o == nil {
		o = &UserGroupListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addText(query, "orderby", o.OrderBy)
	return query
}

// UserGroupService reads and writes groups of shop users.
type UserGroupService service

func (s *UserGroupService) listing(opts *UserGroupListOptions) listing[UserGroup] {
	return listing[UserGroup]{client: s.client, route: at("/usergroups"), query: opts.query()}
}

// List reads one page of groups.
//
// Endpoint: GET /usergroups
func (s *UserGroupService) List(ctx context.Context, opts *UserGroupListOptions) (*Page[UserGroup], error) {
	return s.listing(opts).page(ctx)
}

// All yields the groups of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /usergroups
func (s *UserGroupService) All(ctx context.Context, opts *UserGroupListOptions) iter.Seq2[UserGroup, error] {
	return s.listing(opts).all(ctx)
}

// Get reads one group.
//
// Endpoint: GET /usergroups/{id}
func (s *UserGroupService) Get(ctx context.Context, id UserGroupID) (*UserGroup, error) {
	return getRecord[UserGroup](ctx, s.client, atID("/usergroups/{id}", id), nil)
}

// Create makes a group. After ErrUnknownOutcome look for its name in List.
//
// Endpoint: POST /usergroups
func (s *UserGroupService) Create(ctx context.Context, group UserGroupCreate) (*UserGroup, error) {
	return create[UserGroup](ctx, s.client, at("/usergroups"), group)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /usergroups/{id}
func (s *UserGroupService) Update(ctx context.Context, id UserGroupID, change UserGroupUpdate) error {
	return s.client.update(ctx, atID("/usergroups/{id}", id), change, true)
}

// Delete removes a group.
//
// Endpoint: DELETE /usergroups/{id}
func (s *UserGroupService) Delete(ctx context.Context, id UserGroupID) error {
	return s.client.remove(ctx, atID("/usergroups/{id}", id))
}
