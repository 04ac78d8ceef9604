package salespos

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
)

// Merchant is who runs a shop.
type Merchant struct {
	Extra
	Href string `json:"href"`
	// ID and UUID are 0 and "" on servers that do not tell them.
	ID          MerchantID `json:"id"`
	UUID        string     `json:"uuid"`
	Gender      string     `json:"gender"`
	FirstName   string     `json:"first_name"`
	LastName    string     `json:"last_name"`
	FullName    string     `json:"full_name"`
	Company     string     `json:"company"`
	Email       string     `json:"email"`
	AddressLine string     `json:"address_line"`
	Street      string     `json:"street"`
	// HouseNumber is a text here, with its suffix.
	HouseNumber string `json:"housenumber"`
	Zipcode     string `json:"zipcode"`
	City        string `json:"city"`
	// Country is a name, CountryCode is ISO 3166-1 alpha-2.
	Country               string `json:"country"`
	CountryCode           string `json:"country_code"`
	Telephone             string `json:"telephone"`
	VATNumber             string `json:"tax_number"`
	ChamberOfCommerce     string `json:"coc_number"`
	IBAN                  string `json:"iban"`
	BankAccountHolderName string `json:"bank_account_holder_name"`
	Parent                Link   `json:"parent"`
}

// MerchantUpdate changes the fields that are set and leaves the others alone.
type MerchantUpdate struct {
	UUID                  Opt[string] `json:"uuid,omitzero"`
	Gender                Opt[string] `json:"gender,omitzero"`
	FirstName             Opt[string] `json:"first_name,omitzero"`
	LastName              Opt[string] `json:"last_name,omitzero"`
	Company               Opt[string] `json:"company,omitzero"`
	Email                 Opt[string] `json:"email,omitzero"`
	Street                Opt[string] `json:"street,omitzero"`
	HouseNumber           Opt[string] `json:"housenumber,omitzero"`
	Zipcode               Opt[string] `json:"zipcode,omitzero"`
	City                  Opt[string] `json:"city,omitzero"`
	CountryCode           Opt[string] `json:"country_code,omitzero"` // ISO 3166-1 alpha-2
	Telephone             Opt[string] `json:"telephone,omitzero"`
	VATNumber             Opt[string] `json:"tax_number,omitzero"`
	ChamberOfCommerce     Opt[string] `json:"coc_number,omitzero"`
	IBAN                  Opt[string] `json:"iban,omitzero"`
	BankAccountHolderName Opt[string] `json:"bank_account_holder_name,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u MerchantUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// MerchantService reads and writes merchants. List, Get and Update are for key
// pairs of partners.
type MerchantService service

// List reads the merchants of the key pair; the API does not page them.
//
// Endpoint: GET /merchant
func (s *MerchantService) List(ctx context.Context) ([]Merchant, error) {
	return listing[Merchant]{client: s.client, route: at("/merchant")}.slice(ctx)
}

// Get reads one merchant.
//
// Endpoint: GET /merchant/{id}
func (s *MerchantService) Get(ctx context.Context, id MerchantID) (*Merchant, error) {
	return getRecord[Merchant](ctx, s.client, atID("/merchant/{id}", id), nil)
}

// GetByWebshop reads the merchant of a shop. Servers answer it as it is, or in a
// collection.
//
// Endpoint: GET /webshops/{id}/merchant
func (s *MerchantService) GetByWebshop(ctx context.Context, id WebshopID) (*Merchant, error) {
	call, answer, err := s.client.read(ctx, atID("/webshops/{id}/merchant", id), nil)
	if err != nil {
		return nil, err
	}
	if !isCollection(answer.Body) {
		return object[Merchant](s.client, call, answer)
	}
	page, err := listing[Merchant]{client: s.client}.decode(call, answer)
	if err != nil {
		return nil, err
	}
	if len(page.Items) == 0 {
		return nil, badAnswer(call, answer, fmt.Errorf("%w: it names no merchant", ErrBadAnswer))
	}
	return &page.Items[0], nil
}

func isCollection(body []byte) bool {
	var doc struct {
		Items json.RawMessage `json:"items"`
	}
	return decode(body, &doc) == nil && doc.Items != nil
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /merchant/{id}
func (s *MerchantService) Update(ctx context.Context, id MerchantID, change MerchantUpdate) error {
	return s.client.update(ctx, atID("/merchant/{id}", id), change, true)
}
