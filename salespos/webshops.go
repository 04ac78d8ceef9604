package salespos

import "context"

// Webshop is a shop or a SalesPOS administration.
type Webshop struct {
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

// WebshopService reads the shops of the key pair.
type WebshopService service

// List reads the shops; the first one is the key pair's own, whose id the
// methods for settings and countries take.
//
// Endpoint: GET /webshops
func (s *WebshopService) List(ctx context.Context) ([]Webshop, error) {
	return listing[Webshop]{client: s.client, route: at("/webshops")}.slice(ctx)
}

// GeoZoneCountries reads the countries and the VAT there; the API does not page
// them.
//
// Endpoint: GET /webshops/{id}/geozonecountries
func (s *WebshopService) GeoZoneCountries(ctx context.Context, id WebshopID) ([]GeoZoneCountry, error) {
	return listing[GeoZoneCountry]{client: s.client, route: atID("/webshops/{id}/geozonecountries", id)}.slice(ctx)
}
