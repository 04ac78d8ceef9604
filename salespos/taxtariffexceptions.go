package salespos

import (
	"context"
	"reflect"
)

// TaxTariffException is another VAT class of a product in one country.
type TaxTariffException struct {
	Extra
	Href      string               `json:"href"`
	ID        TaxTariffExceptionID `json:"id"`
	ProductID ProductID            `json:"product_id"`
	// Country is ISO 3166-1 alpha-2.
	Country   string    `json:"country"`
	TaxTariff TaxTariff `json:"taxtariff"`
	Parent    Link      `json:"parent"`
}

// TaxTariffExceptionCreate is a new exception; both fields are required.
type TaxTariffExceptionCreate struct {
	// Country is ISO 3166-1 alpha-2.
	Country   string    `json:"country"`
	TaxTariff TaxTariff `json:"taxtariff"`
}

// TaxTariffExceptionUpdate changes the fields that are set and leaves the other
// alone.
type TaxTariffExceptionUpdate struct {
	// Country is ISO 3166-1 alpha-2.
	Country   Opt[string]    `json:"country,omitzero"`
	TaxTariff Opt[TaxTariff] `json:"taxtariff,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u TaxTariffExceptionUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// TaxTariffExceptionService reads and writes the VAT classes that products have
// in single countries.
type TaxTariffExceptionService service

// List reads all exceptions of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/producttaxtariffexceptions
func (s *TaxTariffExceptionService) List(ctx context.Context, id ProductID) ([]TaxTariffException, error) {
	return listing[TaxTariffException]{
		client: s.client,
		route:  atID("/products/{id}/producttaxtariffexceptions", id),
	}.slice(ctx)
}

// Get reads one exception.
//
// Endpoint: GET /producttaxtariffexceptions/{id}
func (s *TaxTariffExceptionService) Get(ctx context.Context, id TaxTariffExceptionID) (*TaxTariffException, error) {
	return getRecord[TaxTariffException](ctx, s.client, atID("/producttaxtariffexceptions/{id}", id), nil)
}

// Create adds an exception to a product. After ErrUnknownOutcome look for the
// country in List.
//
// Endpoint: POST /products/{id}/producttaxtariffexceptions
func (s *TaxTariffExceptionService) Create(ctx context.Context, id ProductID, exception TaxTariffExceptionCreate) (*TaxTariffException, error) {
	return create[TaxTariffException](ctx, s.client, atID("/products/{id}/producttaxtariffexceptions", id), exception)
}

// Update changes the fields that are set.
//
// Endpoint: PATCH /producttaxtariffexceptions/{id}
func (s *TaxTariffExceptionService) Update(ctx context.Context, id TaxTariffExceptionID, change TaxTariffExceptionUpdate) error {
	return s.client.update(ctx, atID("/producttaxtariffexceptions/{id}", id), change, true)
}

// Delete removes an exception: the product has its own class there again.
//
// Endpoint: DELETE /producttaxtariffexceptions/{id}
func (s *TaxTariffExceptionService) Delete(ctx context.Context, id TaxTariffExceptionID) error {
	return s.client.remove(ctx, atID("/producttaxtariffexceptions/{id}", id))
}
