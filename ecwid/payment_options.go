package ecwid

import (
	"context"
	"encoding/json"
	"errors"
)

// PaymentOptionsService reads and writes the ways of payment of the store.
type PaymentOptionsService service

// StorePaymentOption is a way of payment that the store offers.
type StorePaymentOption struct {
	Extra
	ID         PaymentOptionID `json:"id"`
	Enabled    bool            `json:"enabled"`
	Configured bool            `json:"configured"`
	// Title is what buyers see at checkout.
	Title           string  `json:"checkoutTitle"`
	TitleTranslated TextMap `json:"checkoutTitleTranslated"`
	Description     string  `json:"checkoutDescription"`
	ProcessorID     Text    `json:"paymentProcessorId"`
	// ProcessorTitle is Order.PaymentModule.
	ProcessorTitle string            `json:"paymentProcessorTitle"`
	OrderBy        int               `json:"orderBy"`
	AppClientID    string            `json:"appClientId"`
	Surcharge      *PaymentSurcharge `json:"paymentSurcharges"`
	// Instructions are kept as they come; their form is not documented.
	Instructions json.RawMessage  `json:"instructionsForCustomer"`
	Shipping     *PaymentShipping `json:"shippingSettings"`
}

func (o *StorePaymentOption) check() error {
	if o.ID == "" {
		return errors.New("it has no payment option id")
	}
	return nil
}

// PaymentSurcharge is what a way of payment costs the buyer.
type PaymentSurcharge struct {
	Type  ModifierType `json:"type"`
	Value Amount       `json:"value"`
}

// PaymentShipping restricts a way of payment to ways of delivery.
type PaymentShipping struct {
	Extra
	EnabledMethods []string `json:"enabledShippingMethods"`
}

// PaymentShippingWrite restricts a way of payment in a write.
type PaymentShippingWrite struct {
	EnabledMethods Opt[[]string] `json:"enabledShippingMethods,omitzero"`
}

// StorePaymentOptionCreate is the body of a new way of payment. Title, with at
// most 64 characters, is required. One that exists is ErrConflict.
type StorePaymentOptionCreate struct{ StorePaymentOptionFields }

// StorePaymentOptionUpdate is a partial update: absent fields stay as they are.
type StorePaymentOptionUpdate struct{ StorePaymentOptionFields }

// IsZero reports an update that changes nothing.
func (u StorePaymentOptionUpdate) IsZero() bool { return isZero(u) }

// StorePaymentOptionFields are the writable fields. Lists are replaced as a
// whole.
type StorePaymentOptionFields struct {
	Enabled         Opt[bool]                 `json:"enabled,omitzero"`
	Title           Opt[string]               `json:"checkoutTitle,omitzero"`
	TitleTranslated Opt[TextMap]              `json:"checkoutTitleTranslated,omitzero"`
	Description     Opt[string]               `json:"checkoutDescription,omitzero"`
	ProcessorID     Opt[string]               `json:"paymentProcessorId,omitzero"`
	ProcessorTitle  Opt[string]               `json:"paymentProcessorTitle,omitzero"`
	OrderBy         Opt[int]                  `json:"orderBy,omitzero"`
	AppClientID     Opt[string]               `json:"appClientId,omitzero"`
	Surcharge       Opt[PaymentSurcharge]     `json:"paymentSurcharges,omitzero"`
	Instructions    Opt[json.RawMessage]      `json:"instructionsForCustomer,omitzero"`
	Shipping        Opt[PaymentShippingWrite] `json:"shippingSettings,omitzero"`
}

// List returns all ways of payment.
//
// Endpoint: GET /profile/paymentOptions
// Scope: read_store_profile, add_payment_method
func (s *PaymentOptionsService) List(ctx context.Context, opts ...ReadOptions) ([]StorePaymentOption, error) {
	o := operation{op: "GET /profile/paymentOptions", path: []string{"profile", "paymentOptions"}, safe: true}
	answer, err := fetch[arrayAnswer[StorePaymentOption]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Get returns one way of payment.
//
// Endpoint: GET /profile/paymentOptions/{optionId}
// Scope: read_store_profile, add_payment_method
func (s *PaymentOptionsService) Get(ctx context.Context, id PaymentOptionID, opts ...ReadOptions) (*StorePaymentOption, error) {
	return fetch[StorePaymentOption](ctx, s.client, paymentOptionCall("GET /profile/paymentOptions/{optionId}", id).read(opts))
}

// Create adds a way of payment and returns its id.
//
// Endpoint: POST /profile/paymentOptions
// Scope: update_store_profile, add_payment_method
func (s *PaymentOptionsService) Create(ctx context.Context, option StorePaymentOptionCreate) (PaymentOptionID, error) {
	o := operation{op: "POST /profile/paymentOptions", path: []string{"profile", "paymentOptions"}, body: option}
	answer, err := fetch[keyAnswer](ctx, s.client, o)
	if err != nil {
		return "", err
	}
	return PaymentOptionID(answer.ID), nil
}

// Update changes the fields of a way of payment that are present in update.
//
// Endpoint: PUT /profile/paymentOptions/{optionId}
// Scope: update_store_profile, add_payment_method
func (s *PaymentOptionsService) Update(ctx context.Context, id PaymentOptionID, update StorePaymentOptionUpdate) (*UpdateResult, error) {
	o := paymentOptionCall("PUT /profile/paymentOptions/{optionId}", id)
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a way of payment. One that does not exist is no error.
//
// Endpoint: DELETE /profile/paymentOptions/{optionId}
// Scope: read_store_profile, add_payment_method
func (s *PaymentOptionsService) Delete(ctx context.Context, id PaymentOptionID) error {
	_, err := s.client.remove(ctx, paymentOptionCall("DELETE /profile/paymentOptions/{optionId}", id))
	return err
}

// paymentOptionCall is a repeatable call for one way of payment, without a body.
func paymentOptionCall(op string, id PaymentOptionID) operation {
	return operation{op: op, path: []string{"profile", "paymentOptions", string(id)}, safe: true}
}
