package salespos

import (
	"context"
	"net/http"
)

// Webshop is a shop or a SalesPOS administration.
type Webshop struct {
	Extra
	Href              string    `json:"href"`
	ID                WebshopID `json:"id"`
	Name              string    `json:"name"`
	IsMultishopSystem *bool     `json:"is_multishop_system"`
	// ProductLimit is how many active products the subscription allows and
	// ProductLimitLeft how many more; -1 is unlimited.
	ProductLimit     int    `json:"product_limit"`
	ProductLimitLeft int    `json:"product_limit_left"`
	APIRoot          string `json:"api_root"`
	Webshops         Link   `json:"webshops"`
	Parent           Link   `json:"parent"`
	Created          Time   `json:"create_date"`
	// IsSalesPOS nil means unknown.
	IsSalesPOS *bool `json:"is_salespos"`
}

// GeoZoneCountry is a country that the shop delivers to, with its VAT.
type GeoZoneCountry struct {
	Extra
	Country string `json:"country"`
	// Code is ISO 3166-1 alpha-2.
	Code        string    `json:"code"`
	GeoZoneID   GeoZoneID `json:"geozone_id"`
	GeoZoneName string    `json:"geozone_name"`
	Tariffs     []Tariff  `json:"tariffs"`
}

// Tariff turns a VAT class into a percentage.
type Tariff struct {
	Type       TaxTariff `json:"type"`
	Percentage Amount    `json:"percentage"`
}

// Domain is a host name of a shop.
type Domain struct {
	Extra
	Href string `json:"href"`
	Name string `json:"domainname"`
	// TLS: the shop is reachable by https there.
	TLS bool `json:"ssldomain"`
	// Language is that of visitors of this domain, "" when it decides none.
	Language string `json:"language"`
	Parent   Link   `json:"parent"`
}

// WebshopService reads the shops of the key pair, and says in which shops of a
// multishop a product is sold.
type WebshopService service

func (s *WebshopService) listing(r route) listing[Webshop] {
	return listing[Webshop]{client: s.client, route: r}
}

// List reads the shops; the first one is the key pair's own, whose id the
// methods for settings and countries take.
//
// Endpoint: GET /webshops
func (s *WebshopService) List(ctx context.Context) ([]Webshop, error) {
	return s.listing(at("/webshops")).slice(ctx)
}

// GeoZoneCountries reads the countries and the VAT there; the API does not page
// them.
//
// Endpoint: GET /webshops/{id}/geozonecountries
func (s *WebshopService) GeoZoneCountries(ctx context.Context, id WebshopID) ([]GeoZoneCountry, error) {
	return listing[GeoZoneCountry]{client: s.client, route: atID("/webshops/{id}/geozonecountries", id)}.slice(ctx)
}

// Get reads one shop.
//
// Endpoint: GET /webshops/{id}
func (s *WebshopService) Get(ctx context.Context, id WebshopID) (*Webshop, error) {
	return getRecord[Webshop](ctx, s.client, atID("/webshops/{id}", id), nil)
}

// ListByParent reads the child shops of a multishop; the API does not page them.
//
// Endpoint: GET /webshops/{id}/webshops
func (s *WebshopService) ListByParent(ctx context.Context, id WebshopID) ([]Webshop, error) {
	return s.listing(atID("/webshops/{id}/webshops", id)).slice(ctx)
}

// ListByMerchant reads the shops of a merchant; for key pairs of partners.
//
// Endpoint: GET /merchant/{id}/webshops
func (s *WebshopService) ListByMerchant(ctx context.Context, id MerchantID) ([]Webshop, error) {
	return s.listing(atID("/merchant/{id}/webshops", id)).slice(ctx)
}

// ListByProduct reads the shops that sell a product. It is empty unless the
// product belongs to a multishop.
//
// Endpoint: GET /products/{id}/webshops
func (s *WebshopService) ListByProduct(ctx context.Context, id ProductID) ([]Webshop, error) {
	return s.listing(atID("/products/{id}/webshops", id)).slice(ctx)
}

// AddProduct lets a shop of a multishop sell a product. After ErrUnknownOutcome
// look for the shop in ListByProduct.
//
// Endpoint: POST /products/{id}/webshops
func (s *WebshopService) AddProduct(ctx context.Context, id ProductID, shop WebshopID) error {
	body := struct {
		WebshopID WebshopID `json:"webshop_id"`
	}{shop}
	return s.client.change(ctx, http.MethodPost, atID("/products/{id}/webshops", id), body, false)
}

// ReplaceByProduct lets these shops of a multishop sell a product, and no
// others.
//
// Endpoint: PUT /products/{id}/webshops
func (s *WebshopService) ReplaceByProduct(ctx context.Context, id ProductID, shops []WebshopID) error {
	body := struct {
		Webshops []WebshopID `json:"webshops"`
	}{orEmpty(shops)}
	return s.client.replace(ctx, atID("/products/{id}/webshops", id), body)
}

// Domains reads the host names of a shop; the API does not page them.
//
// Endpoint: GET /webshops/{id}/domains
func (s *WebshopService) Domains(ctx context.Context, id WebshopID) ([]Domain, error) {
	return listing[Domain]{client: s.client, route: atID("/webshops/{id}/domains", id)}.slice(ctx)
}
