package ecwid

import (
	"context"
	"errors"
)

// DictionariesService reads the lists of countries, currencies and taxes that
// are the same for all stores.
type DictionariesService service

// Country is a country with its code of ISO 3166-1 alpha-2.
type Country struct {
	Extra
	Code string `json:"code"`
	Name string `json:"name"`
	// States come when asked for.
	States []State `json:"states"`
}

// State is a state or province of a country.
type State struct {
	Extra
	Code string `json:"code"`
	Name string `json:"name"`
}

// Currency is a currency with its code of ISO 4217.
type Currency struct {
	Extra
	Code string `json:"code"`
	Name string `json:"name"`
}

// CountryCurrency is the currency of a country and how amounts are shown in it.
type CountryCurrency struct {
	Extra
	CountryCode   string `json:"countryCode"`
	CurrencyCode  string `json:"currencyCode"`
	CurrencyName  string `json:"currencyName"`
	Prefix        string `json:"prefix"`
	Suffix        string `json:"suffix"`
	DecimalPlaces Int    `json:"decimalPlaces"`
}

func (c *CountryCurrency) check() error {
	if c.CurrencyCode == "" {
		return errors.New("it has no currency code")
	}
	return nil
}

// TaxClass is a rate of a country for a kind of products.
type TaxClass struct {
	Extra
	// StateCode is "" for the whole country.
	StateCode string                      `json:"stateCode"`
	Code      string                      `json:"taxClassCode"`
	Rate      Amount                      `json:"taxClassRate"` // percent
	Names     OneOrMany[TaxClassLanguage] `json:"localization"`
}

// TaxClassLanguage is a tax class in words.
type TaxClassLanguage struct {
	Extra
	Language    string `json:"language"`
	Name        string `json:"taxClassName"`
	Description string `json:"taxClassDescription"`
}

// Countries returns all countries, withStates with their states.
//
// Endpoint: GET /countries
// Scope: none
func (s *DictionariesService) Countries(ctx context.Context, withStates bool, opts ...ReadOptions) ([]Country, error) {
	o := operation{op: "GET /countries", path: []string{"countries"}, safe: true}
	if withStates {
		o.query.Add("withStates", "true")
	}
	return dictionary[Country](ctx, s.client, o.read(opts))
}

// States returns the states of a country.
//
// Endpoint: GET /states
// Scope: none
func (s *DictionariesService) States(ctx context.Context, countryCode string, opts ...ReadOptions) ([]State, error) {
	o, err := countryCall("GET /states", "states", countryCode)
	if err != nil {
		return nil, err
	}
	return dictionary[State](ctx, s.client, o.read(opts))
}

// Currencies returns all currencies.
//
// Endpoint: GET /currencies
// Scope: none
func (s *DictionariesService) Currencies(ctx context.Context, opts ...ReadOptions) ([]Currency, error) {
	o := operation{op: "GET /currencies", path: []string{"currencies"}, safe: true}
	return dictionary[Currency](ctx, s.client, o.read(opts))
}

// CurrencyOf returns the currency of a country.
//
// Endpoint: GET /currencyByCountry
// Scope: none
func (s *DictionariesService) CurrencyOf(ctx context.Context, countryCode string, opts ...ReadOptions) (*CountryCurrency, error) {
	o, err := countryCall("GET /currencyByCountry", "currencyByCountry", countryCode)
	if err != nil {
		return nil, err
	}
	return fetchOne[CountryCurrency](ctx, s.client, o.read(opts))
}

// TaxClasses returns the tax classes of a country and its states.
//
// Endpoint: GET /taxClasses
// Scope: none
func (s *DictionariesService) TaxClasses(ctx context.Context, countryCode string, opts ...ReadOptions) ([]TaxClass, error) {
	o, err := countryCall("GET /taxClasses", "taxClasses", countryCode)
	if err != nil {
		return nil, err
	}
	return dictionary[TaxClass](ctx, s.client, o.read(opts))
}

// countryCall is a repeatable call for what a country has.
func countryCall(op, path, countryCode string) (operation, error) {
	if countryCode == "" {
		return operation{}, invalid(op, errors.New("the country code is empty"))
	}
	o := operation{op: op, path: []string{path}, safe: true}
	o.query.Add("countryCode", countryCode)
	return o, nil
}

func dictionary[T any](ctx context.Context, c *Client, o operation) ([]T, error) {
	answer, err := fetch[arrayAnswer[T]](ctx, c, o)
	if err != nil {
		return nil, err
	}
	return *answer, nil
}
