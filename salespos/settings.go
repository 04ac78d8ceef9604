package salespos

import (
	"context"
	"reflect"
)

// Settings are the settings of a shop. Numbers and flags that the API may leave
// out are pointers, nil when it did.
type Settings struct {
	Extra
	Href                 string `json:"href"`
	WebshopEnabled       bool   `json:"webshop_enabled"`
	WebshopDisabledTitle string `json:"webshop_disabled_title"`
	WebshopDisabledText  string `json:"webshop_disabled_text"`
	// Currency is ISO 4217, "" when unknown.
	Currency string `json:"currency"`
	// DefaultVATRate is a percentage.
	DefaultVATRate *Amount `json:"default_vat_rat"`
	// PricesIncludeVAT nil means unknown: do not calculate with prices then.
	PricesIncludeVAT  *bool    `json:"prices_include_vat"`
	FullSSL           *bool    `json:"full_ssl_webshop"`
	CreditPointValue  *Amount  `json:"creditpoint_value"`
	Languages         []string `json:"languages"`
	BackendLanguage   string   `json:"backend_language"`
	DomainPerLanguage bool     `json:"separate_domain_per_language"`
	// Stock: the shop keeps stock at all.
	Stock                       bool             `json:"stock"`
	OrderingWithoutStock        string           `json:"ordering_without_stock"`
	StockLevelWarnings          StockWarnings    `json:"stock_level_warnings"`
	MultishopReadonlyProperties []string         `json:"multishop_readonly_properties"`
	CheckoutType                []string         `json:"checkout_type"`
	TakeOut                     *TakeOutSettings `json:"takeoutsettings"`
	QuotationStatus             []StatusName     `json:"quotation_status"`
	// OrderStatus names the values of Order.Status.
	OrderStatus   []StatusName `json:"order_status"`
	InvoiceStatus []StatusName `json:"invoice_status"`
	ReturnStatus  []StatusName `json:"return_status"`
	Parent        Link         `json:"parent"`
}

// StockWarnings are the thresholds of stock warnings, nil when stock is off.
type StockWarnings struct {
	Low  *Amount `json:"low_threshold"`
	High *Amount `json:"high_threshold"`
}

// StatusName is how a shop names a status.
type StatusName struct {
	ID              int64  `json:"id"`
	Status          string `json:"status"`
	Name            string `json:"status_name"`
	TextColor       string `json:"text_color"`
	BackgroundColor string `json:"background_color"`
}

// TakeOutSettings are the times of delivery and pickup.
type TakeOutSettings struct {
	// DeliveryInterval and PreparationTime are in minutes, OrderInAdvance in
	// days.
	DeliveryInterval *int             `json:"deliveryinterval"`
	OrderInAdvance   *int             `json:"orderinadvance"`
	PreparationTime  *int             `json:"preparationtime"`
	AllowSelection   *bool            `json:"allowselection"`
	Periods          []TakeOutPeriod  `json:"periods"`
	Excludes         []TakeOutExclude `json:"excludes"`
}

// TakeOutPeriod is a time of the week with delivery or pickup.
type TakeOutPeriod struct {
	// DayOfTheWeek is 1 for Monday to 7 for Sunday.
	DayOfTheWeek int    `json:"dayoftheweek"`
	From         string `json:"timefrom"`
	Till         string `json:"timetill"`
	CheckoutType string `json:"checkouttype"`
	Capacity     *int   `json:"capacity"`
}

// TakeOutExclude is a time without delivery or pickup.
type TakeOutExclude struct {
	Date         string `json:"date"`
	From         string `json:"timefrom"`
	Till         string `json:"timetill"`
	CheckoutType string `json:"checkouttype"`
	Capacity     *int   `json:"capacity"`
}

// SettingsUpdate changes the fields that are set and leaves the others alone.
type SettingsUpdate struct {
	// WebshopEnabled false closes the shop, with the texts as a notice.
	WebshopEnabled       Opt[bool]   `json:"webshop_enabled,omitzero"`
	WebshopDisabledTitle Opt[string] `json:"webshop_disabled_title,omitzero"`
	WebshopDisabledText  Opt[string] `json:"webshop_disabled_text,omitzero"`
	// Languages are codes; see Languages.List.
	Languages Opt[[]string] `json:"languages,omitzero"`
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u SettingsUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// SettingsService reads and writes the settings of shops.
type SettingsService service

// Get reads the settings of a shop; see Webshops.List for its id.
//
// Endpoint: GET /webshops/{id}/settings
func (s *SettingsService) Get(ctx context.Context, id WebshopID) (*Settings, error) {
	return get[Settings](ctx, s.client, atID("/webshops/{id}/settings", id), nil)
}

// Update changes the fields that are set, though the API calls it a PUT.
//
// Endpoint: PUT /webshops/{id}/settings
func (s *SettingsService) Update(ctx context.Context, id WebshopID, change SettingsUpdate) error {
	return s.client.replace(ctx, atID("/webshops/{id}/settings", id), change)
}
