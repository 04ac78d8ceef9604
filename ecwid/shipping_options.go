package ecwid

import (
	"context"
	"encoding/json"
)

// ShippingOptionsService reads and writes the ways of delivery of the store.
type ShippingOptionsService service

// StoreShippingOption is a way of delivery that the store offers. What an order
// uses is a ShippingOption.
type StoreShippingOption struct {
	Extra
	ID              ShippingOptionID `json:"id"`
	Title           string           `json:"title"`
	TitleTranslated TextMap          `json:"titleTranslated"`
	Enabled         bool             `json:"enabled"`
	OrderBy         int              `json:"orderby"`
	// Kind is pickup, delivery or shipping, in small letters.
	Kind                  string          `json:"fulfilmentType"`
	MinimumSubtotal       *Amount         `json:"minimumOrderSubtotal"`
	DestinationZone       *Zone           `json:"destinationZone"`
	DeliveryTimeDays      Text            `json:"deliveryTimeDays"`
	Description           string          `json:"description"`
	DescriptionTranslated TextMap         `json:"descriptionTranslated"`
	Carrier               string          `json:"carrier"`
	CarrierMethods        json.RawMessage `json:"carrierMethods"`
	// RatesCalculation is carrier-calculated, table, flat or app.
	RatesCalculation  string      `json:"ratesCalculationType"`
	CostMarkup        *Amount     `json:"shippingCostMarkup"`
	FlatRate          *FlatRate   `json:"flatRate"`
	RatesTable        *RatesTable `json:"ratesTable"`
	AppClientID       string      `json:"appClientId"`
	PickupInstruction string      `json:"pickupInstruction"`
	Scheduled         bool        `json:"scheduled"`
	BusinessHours     string      `json:"businessHours"` // JSON in a text
	LocationID        Text        `json:"locationId"`
}

// FlatRate is the same price for every order.
type FlatRate struct {
	Type ModifierType `json:"rateType"`
	Rate Amount       `json:"rate"`
}

// RatesTable are prices by weight or subtotal.
type RatesTable struct {
	// BasedOn is subtotal, discountedSubtotal or weight.
	BasedOn string           `json:"tableBasedOn"`
	Rates   []RatesTableLine `json:"rates"`
}

// RatesTableLine is one price of a table, kept as it comes: its form is not
// documented.
type RatesTableLine struct {
	Conditions json.RawMessage `json:"conditions,omitempty"`
	Rate       json.RawMessage `json:"rate,omitempty"`
}

// StoreShippingOptionCreate is the body of a new way of delivery. Title is
// required and has at most 100 characters.
type StoreShippingOptionCreate struct{ StoreShippingOptionFields }

// StoreShippingOptionUpdate is a partial update: absent fields stay as they are.
type StoreShippingOptionUpdate struct{ StoreShippingOptionFields }

// IsZero reports an update that changes nothing.
func (u StoreShippingOptionUpdate) IsZero() bool { return isZero(u) }

// StoreShippingOptionFields are the writable fields; see StoreShippingOption for
// their values. Lists are replaced as a whole.
type StoreShippingOptionFields struct {
	Title                 Opt[string]          `json:"title,omitzero"`
	TitleTranslated       Opt[TextMap]         `json:"titleTranslated,omitzero"`
	Enabled               Opt[bool]            `json:"enabled,omitzero"`
	OrderBy               Opt[int]             `json:"orderby,omitzero"`
	Kind                  Opt[string]          `json:"fulfilmentType,omitzero"`
	MinimumSubtotal       Opt[Amount]          `json:"minimumOrderSubtotal,omitzero"`
	DestinationZone       Opt[ZoneWrite]       `json:"destinationZone,omitzero"`
	DeliveryTimeDays      Opt[string]          `json:"deliveryTimeDays,omitzero"`
	Description           Opt[string]          `json:"description,omitzero"`
	DescriptionTranslated Opt[TextMap]         `json:"descriptionTranslated,omitzero"`
	Carrier               Opt[string]          `json:"carrier,omitzero"`
	CarrierMethods        Opt[json.RawMessage] `json:"carrierMethods,omitzero"`
	RatesCalculation      Opt[string]          `json:"ratesCalculationType,omitzero"`
	CostMarkup            Opt[Amount]          `json:"shippingCostMarkup,omitzero"`
	FlatRate              Opt[FlatRate]        `json:"flatRate,omitzero"`
	RatesTable            Opt[RatesTable]      `json:"ratesTable,omitzero"`
	AppClientID           Opt[string]          `json:"appClientId,omitzero"`
	PickupInstruction     Opt[string]          `json:"pickupInstruction,omitzero"`
	Scheduled             Opt[bool]            `json:"scheduled,omitzero"`
	BusinessHours         Opt[string]          `json:"businessHours,omitzero"` // JSON in a text
	LocationID            Opt[string]          `json:"locationId,omitzero"`
}

// List returns all ways of delivery.
//
// Endpoint: GET /profile/shippingOptions
// Scope: read_store_profile
func (s *ShippingOptionsService) List(ctx context.Context, opts ...ReadOptions) ([]StoreShippingOption, error) {
	o := operation{op: "GET /profile/shippingOptions", path: []string{"profile", "shippingOptions"}, safe: true}
	answer, err := fetch[arrayAnswer[StoreShippingOption]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Create adds a way of delivery and returns its id. Nothing in it is unique:
// look first, above all after ErrUnknownOutcome.
//
// Endpoint: POST /profile/shippingOptions
// Scope: update_store_profile
func (s *ShippingOptionsService) Create(ctx context.Context, option StoreShippingOptionCreate) (ShippingOptionID, error) {
	o := operation{op: "POST /profile/shippingOptions", path: []string{"profile", "shippingOptions"}, body: option}
	answer, err := fetch[keyAnswer](ctx, s.client, o)
	if err != nil {
		return "", err
	}
	return ShippingOptionID(answer.ID), nil
}

// Update changes the fields of a way of delivery that are present in update.
//
// Endpoint: PUT /profile/shippingOptions/{optionId}
// Scope: update_store_profile
func (s *ShippingOptionsService) Update(ctx context.Context, id ShippingOptionID, update StoreShippingOptionUpdate) (*UpdateResult, error) {
	o := shippingOptionCall("PUT /profile/shippingOptions/{optionId}", id)
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a way of delivery. One that does not exist is no error.
//
// Endpoint: DELETE /profile/shippingOptions/{optionId}
// Scope: update_store_profile
func (s *ShippingOptionsService) Delete(ctx context.Context, id ShippingOptionID) error {
	_, err := s.client.remove(ctx, shippingOptionCall("DELETE /profile/shippingOptions/{optionId}", id))
	return err
}

// shippingOptionCall is a repeatable call for one way of delivery, without a
// body.
func shippingOptionCall(op string, id ShippingOptionID) operation {
	return operation{op: op, path: []string{"profile", "shippingOptions", string(id)}, safe: true}
}
