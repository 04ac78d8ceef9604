package ecwid

import (
	"context"
	"encoding/json"
	"errors"
)

// CheckoutExtraFieldsService reads and writes the definitions of the extra
// fields of the checkout. What buyers entered is in Order.ExtraFields and
// Order.OrderExtraFields.
type CheckoutExtraFieldsService service

// CheckoutExtraField is a field that buyers fill in at checkout.
type CheckoutExtraField struct {
	Extra
	Key             string  `json:"key"`
	Title           string  `json:"title"`
	TitleTranslated TextMap `json:"titleTranslated"`
	// Type is text, textarea, select, radio_buttons, checkbox,
	// toggle_button_group, datetime or empty.
	Type                      string            `json:"type"`
	TextPlaceholder           string            `json:"textPlaceholder"`
	TextPlaceholderTranslated TextMap           `json:"textPlaceholderTranslated"`
	Tip                       string            `json:"tip"`
	Value                     Text              `json:"value"` // filled in beforehand
	Options                   []json.RawMessage `json:"options"`
	Available                 *bool             `json:"available"` // nil: true
	Required                  bool              `json:"required"`
	CheckoutSection           string            `json:"checkoutDisplaySection"`
	// Section is where orders show it: shipping_info, billing_info,
	// customer_info or order_comments; "" hides it.
	Section             string `json:"orderDetailsDisplaySection"`
	OrderBy             Text   `json:"orderBy"`
	ShowInInvoice       bool   `json:"showInInvoice"`
	ShowInNotifications bool   `json:"showInNotifications"`
}

func (f *CheckoutExtraField) check() error {
	if f.Key == "" {
		return errors.New("it has no key")
	}
	return nil
}

// CheckoutExtraFieldCreate is the body of a new field. Key, which is yours, is
// required.
type CheckoutExtraFieldCreate struct {
	Key string `json:"key"`
	CheckoutExtraFieldUpdate
}

// CheckoutExtraFieldUpdate is a partial update of a field: absent fields stay as
// they are. Options are replaced as a whole; see CheckoutExtraField for values.
type CheckoutExtraFieldUpdate struct {
	Title                     Opt[string]            `json:"title,omitzero"`
	TitleTranslated           Opt[TextMap]           `json:"titleTranslated,omitzero"`
	Type                      Opt[string]            `json:"type,omitzero"`
	TextPlaceholder           Opt[string]            `json:"textPlaceholder,omitzero"`
	TextPlaceholderTranslated Opt[TextMap]           `json:"textPlaceholderTranslated,omitzero"`
	Tip                       Opt[string]            `json:"tip,omitzero"`
	Value                     Opt[string]            `json:"value,omitzero"`
	Options                   Opt[[]json.RawMessage] `json:"options,omitzero"`
	Available                 Opt[bool]              `json:"available,omitzero"`
	Required                  Opt[bool]              `json:"required,omitzero"`
	CheckoutSection           Opt[string]            `json:"checkoutDisplaySection,omitzero"`
	Section                   Opt[string]            `json:"orderDetailsDisplaySection,omitzero"`
	OrderBy                   Opt[string]            `json:"orderBy,omitzero"`
	ShowInInvoice             Opt[bool]              `json:"showInInvoice,omitzero"`
	ShowInNotifications       Opt[bool]              `json:"showInNotifications,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u CheckoutExtraFieldUpdate) IsZero() bool { return isZero(u) }

// List returns all fields of the checkout.
//
// Endpoint: GET /profile/extrafields
// Scope: read_store_profile
func (s *CheckoutExtraFieldsService) List(ctx context.Context, opts ...ReadOptions) ([]CheckoutExtraField, error) {
	o := operation{op: "GET /profile/extrafields", path: []string{"profile", "extrafields"}, safe: true}
	answer, err := fetch[itemsAnswer[CheckoutExtraField]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return answer.Items, nil
}

// Get returns one field.
//
// Endpoint: GET /profile/extrafields/{key}
// Scope: read_store_profile
func (s *CheckoutExtraFieldsService) Get(ctx context.Context, key string, opts ...ReadOptions) (*CheckoutExtraField, error) {
	return fetch[CheckoutExtraField](ctx, s.client, checkoutFieldCall("GET /profile/extrafields/{key}", key).read(opts))
}

// Create adds a field to the checkout.
//
// Endpoint: POST /profile/extrafields
// Scope: update_store_profile
func (s *CheckoutExtraFieldsService) Create(ctx context.Context, field CheckoutExtraFieldCreate) error {
	const op = "POST /profile/extrafields"
	if field.Key == "" {
		return invalid(op, errors.New("the key is empty"))
	}
	return s.client.finish(ctx, operation{op: op, path: []string{"profile", "extrafields"}, body: field})
}

// Update changes what is present in update.
//
// Endpoint: PUT /profile/extrafields/{key}
// Scope: update_store_profile
func (s *CheckoutExtraFieldsService) Update(ctx context.Context, key string, update CheckoutExtraFieldUpdate) (*UpdateResult, error) {
	o := checkoutFieldCall("PUT /profile/extrafields/{key}", key)
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a field. One that does not exist is no error.
//
// Endpoint: DELETE /profile/extrafields/{key}
// Scope: update_store_profile
func (s *CheckoutExtraFieldsService) Delete(ctx context.Context, key string) error {
	_, err := s.client.remove(ctx, checkoutFieldCall("DELETE /profile/extrafields/{key}", key))
	return err
}

// checkoutFieldCall is a repeatable call for one field, without a body.
func checkoutFieldCall(op, key string) operation {
	return operation{op: op, path: []string{"profile", "extrafields", key}, safe: true}
}
