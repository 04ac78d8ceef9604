package salespos

import (
	"context"
	"iter"
	"reflect"

	"github.com/tillsync/tillsync/internal/rest"
)

// ApprovalStatus is the state of a business customer's registration.
type ApprovalStatus string

// The states of a registration. Only a pending user can be changed to another.
const (
	ApprovalPending  ApprovalStatus = "pending"
	ApprovalAccepted ApprovalStatus = "accepted"
)

// User is a shop user, a customer with an account.
type User struct {
	Extra
	Href string `json:"href"`
	ID   UserID `json:"id"`
	// Username is unique in the shop and usually the e-mail address.
	Username string      `json:"username"`
	GroupID  UserGroupID `json:"group_id"`
	// Status false: the user cannot log in.
	Status         bool           `json:"status"`
	ApprovalStatus ApprovalStatus `json:"approval_status"`
	// CategoryDiscount is "highest" or "lowest", for business customers.
	CategoryDiscount     string       `json:"product_in_category_discount"`
	Info                 PersonalInfo `json:"userinfo"`
	CreditPoints         Link         `json:"creditpoints"`
	CreditPointMutations Link         `json:"creditpointmutations"`
	DisabledPayMethods   Link         `json:"disabledpaymethods"`
	Parent               Link         `json:"parent"`
}

// UserCreate is the body of a new user; Username and Password are required.
type UserCreate struct {
	Username string   `json:"username"`
	Password Password `json:"password"`
	UserFields
}

// UserUpdate changes the fields that are set and leaves the others alone.
type UserUpdate struct {
	Username Opt[string] `json:"username,omitzero"`
	// Password "" leaves the password as it is.
	Password       Password            `json:"password,omitempty"`
	ApprovalStatus Opt[ApprovalStatus] `json:"approval_status,omitzero"`
	UserFields
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u UserUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// UserFields are the optional fields that creates and updates share.
type UserFields struct {
	GroupID Opt[UserGroupID] `json:"group_id,omitzero"`
	// Status false: the user cannot log in.
	Status Opt[bool] `json:"status,omitzero"`
	// CategoryDiscount is "highest" or "lowest", for business customers.
	CategoryDiscount Opt[string]            `json:"product_in_category_discount,omitzero"`
	Info             Opt[PersonalInfoInput] `json:"userinfo,omitzero"`
}

// userBody is what is sent of a UserCreate or UserUpdate. The password is text
// here and here only.
type userBody struct {
	Username       Opt[string]         `json:"username,omitzero"`
	Password       Opt[string]         `json:"password,omitzero"`
	ApprovalStatus Opt[ApprovalStatus] `json:"approval_status,omitzero"`
	UserFields
}

// UserOrder is a sort order of users.
type UserOrder string

// The sort orders of users.
const (
	UsersByFirstName     UserOrder = "first_name"
	UsersByFirstNameDesc UserOrder = "first_name_desc"
	UsersByID            UserOrder = "id"
	UsersByIDDesc        UserOrder = "id_desc"
	UsersByLastName      UserOrder = "last_name"
	UsersByLastNameDesc  UserOrder = "last_name_desc"
)

// UserListOptions select and sort users. nil and the zero value list all of
// them. The API has no filter for e-mail or user name.
type UserListOptions struct {
	// Start is the offset of the first user, Size the page size; 0 asks for
	// DefaultPageSize.
	Start, Size    int
	ApprovalStatus ApprovalStatus
	OrderBy        UserOrder
}

func (o *UserListOptions) query() *rest.Query {
	if o == nil {
		o = &UserListOptions{}
	}
	query := pageQuery(o.Start, o.Size)
	addText(query, "approval_status", o.ApprovalStatus)
	addText(query, "orderby", o.OrderBy)
	return query
}

// UserService reads and writes shop users.
type UserService service

func (s *UserService) listing(r route, opts *UserListOptions) listing[User] {
	return listing[User]{client: s.client, route: r, query: opts.query()}
}

// List reads one page of users.
//
// Endpoint: GET /users
func (s *UserService) List(ctx context.Context, opts *UserListOptions) (*Page[User], error) {
	return s.listing(at("/users"), opts).page(ctx)
}

// All yields the users of all pages from opts.Start on. It is lazy and may be
// ranged over again; an error is yielded last.
//
// Endpoint: GET /users
func (s *UserService) All(ctx context.Context, opts *UserListOptions) iter.Seq2[User, error] {
	return s.listing(at("/users"), opts).all(ctx)
}

// ListByGroup reads one page of the users of a group.
//
// Endpoint: GET /usergroups/{id}/users
func (s *UserService) ListByGroup(ctx context.Context, id UserGroupID, opts *UserListOptions) (*Page[User], error) {
	return s.listing(atID("/usergroups/{id}/users", id), opts).page(ctx)
}

// AllByGroup yields all users of a group from opts.Start on. It is lazy and may
// be ranged over again; an error is yielded last.
//
// Endpoint: GET /usergroups/{id}/users
func (s *UserService) AllByGroup(ctx context.Context, id UserGroupID, opts *UserListOptions) iter.Seq2[User, error] {
	return s.listing(atID("/usergroups/{id}/users", id), opts).all(ctx)
}

// Get reads one user.
//
// Endpoint: GET /users/{id}
func (s *UserService) Get(ctx context.Context, id UserID) (*User, error) {
	return getRecord[User](ctx, s.client, atID("/users/{id}", id), nil)
}

// Create makes a user. ErrConflict says that the user name is taken.
//
// Endpoint: POST /users
func (s *UserService) Create(ctx context.Context, user UserCreate) (*User, error) {
	return create[User](ctx, s.client, at("/users"), userBody{
		Username:   Set(user.Username),
		Password:   Set(string(user.Password)),
		UserFields: user.UserFields,
	})
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /users/{id}
func (s *UserService) Update(ctx context.Context, id UserID, change UserUpdate) error {
	body := userBody{
		Username:       change.Username,
		ApprovalStatus: change.ApprovalStatus,
		UserFields:     change.UserFields,
	}
	if change.Password != "" {
		body.Password = Set(string(change.Password))
	}
	return s.client.update(ctx, atID("/users/{id}", id), body, true)
}

// Delete removes a user. What becomes of the user's orders is not documented.
//
// Endpoint: DELETE /users/{id}
func (s *UserService) Delete(ctx context.Context, id UserID) error {
	return s.client.remove(ctx, atID("/users/{id}", id))
}
