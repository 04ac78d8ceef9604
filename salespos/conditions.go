package salespos

import "context"

// Condition is a condition of products, such as "new".
type Condition struct {
	Extra
	Href string      `json:"href"`
	ID   ConditionID `json:"id"`
	// Name is unique in the shop.
	Name     string `json:"name"`
	Products Link   `json:"products"`
	Parent   Link   `json:"parent"`
}

// ConditionCreate is the body of a new condition.
type ConditionCreate struct {
	Name string `json:"name"`
}

// ConditionUpdate renames a condition; the name is required.
type ConditionUpdate struct {
	Name string `json:"name"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u ConditionUpdate) IsZero() bool { return u == ConditionUpdate{} }

// ConditionService reads and writes conditions.
type ConditionService service

// List reads all conditions; the API does not page them.
//
// Endpoint: GET /conditions
func (s *ConditionService) List(ctx context.Context) ([]Condition, error) {
	return listing[Condition]{client: s.client, route: at("/conditions")}.slice(ctx)
}

// Get reads one condition.
//
// Endpoint: GET /conditions/{id}
func (s *ConditionService) Get(ctx context.Context, id ConditionID) (*Condition, error) {
	return getRecord[Condition](ctx, s.client, atID("/conditions/{id}", id), nil)
}

// Create makes a condition. ErrConflict says that the name is taken; after
// ErrUnknownOutcome look for the name in List.
//
// Endpoint: POST /conditions
func (s *ConditionService) Create(ctx context.Context, condition ConditionCreate) (*Condition, error) {
	return create[Condition](ctx, s.client, at("/conditions"), condition)
}

// Update renames a condition. ErrConflict says that the name is taken.
//
// Endpoint: PATCH /conditions/{id}
func (s *ConditionService) Update(ctx context.Context, id ConditionID, change ConditionUpdate) error {
	return s.client.update(ctx, atID("/conditions/{id}", id), change, true)
}

// Delete removes a condition.
//
// Endpoint: DELETE /conditions/{id}
func (s *ConditionService) Delete(ctx context.Context, id ConditionID) error {
	return s.client.remove(ctx, atID("/conditions/{id}", id))
}
