package ecwid_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

func dictionaryCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "countries",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.Countries(ctx, true, ecwid.ReadOptions{Lang: "de", ResponseFields: "code"})
			},
			method: "GET", target: "/countries?withStates=true&lang=de&responseFields=code",
			answer: `[{"code":"DE","states":[{"code":"BE","name":"Berlin"}]}]`,
			want:   []ecwid.Country{{Code: "DE", States: []ecwid.State{{Code: "BE", Name: "Berlin"}}}},
		},
		{
			name: "countries without states",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.Countries(ctx, false)
			},
			method: "GET", target: "/countries", answer: `[]`, want: []ecwid.Country{},
		},
		{
			name:   "states",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Dictionaries.States(ctx, "DE") },
			method: "GET", target: "/states?countryCode=DE", answer: `[{"code":"BE","name":"Berlin"}]`,
			want: []ecwid.State{{Code: "BE", Name: "Berlin"}},
		},
		{
			name: "currencies",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.Currencies(ctx, ecwid.ReadOptions{Lang: "de"})
			},
			method: "GET", target: "/currencies?lang=de", answer: `[{"code":"EUR","name":"Euro"}]`,
			want: []ecwid.Currency{{Code: "EUR", Name: "Euro"}},
		},
		{
			name: "currency of a country, in a list and as texts",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.CurrencyOf(ctx, "DE")
			},
			method: "GET", target: "/currencyByCountry?countryCode=DE", answer: `[{"currencyCode":"EUR","decimalPlaces":"2"}]`,
			want: &ecwid.CountryCurrency{CurrencyCode: "EUR", DecimalPlaces: 2},
		},
		{
			name: "currency of a country, as an object",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.CurrencyOf(ctx, "JP")
			},
			method: "GET", target: "/currencyByCountry?countryCode=JP", answer: `{"currencyCode":"JPY","decimalPlaces":0}`,
			want: &ecwid.CountryCurrency{CurrencyCode: "JPY"},
		},
		{
			name: "tax classes",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Dictionaries.TaxClasses(ctx, "DE")
			},
			method: "GET", target: "/taxClasses?countryCode=DE",
			answer: `[{"stateCode":"","taxClassCode":"default","taxClassRate":"19.5","localization":{"language":"en","taxClassName":"Standard"}}]`,
			want: []ecwid.TaxClass{{Code: "default", Rate: amount(t, "19.5"),
				Names: ecwid.OneOrMany[ecwid.TaxClassLanguage]{{Language: "en", Name: "Standard"}}}},
		},
	}
}

func storageCalls() []wireCase {
	return []wireCase{
		{
			name:   "storage list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Storage.List(ctx) },
			method: "GET", target: "/storage", answer: `[{"key":"a","value":"1"}]`, want: []ecwid.StorageEntry{{Key: "a", Value: "1"}},
		},
		{
			name:   "storage get, an object",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Storage.Get(ctx, "a/b") },
			method: "GET", target: "/storage/a%2Fb", answer: `{"key":"a/b","value":"1"}`, want: &ecwid.StorageEntry{Key: "a/b", Value: "1"},
		},
		{
			name: "storage get, in a list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Storage.Get(ctx, "a", ecwid.ReadOptions{ResponseFields: "value"})
			},
			method: "GET", target: "/storage/a?responseFields=value", answer: `[{"value":"1"}]`, want: &ecwid.StorageEntry{Value: "1"},
		},
		{
			name: "storage set",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Storage.Set(ctx, "a", `{"x": 1}`)
			},
			method: "PUT", target: "/storage/a", body: `{"x": 1}`, answer: `{"success":true}`,
		},
		{
			name: "storage create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Storage.Create(ctx, "a", "plain text")
			},
			method: "POST", target: "/storage/a", body: `plain text`, answer: `{"updateCount":1}`, read: true,
		},
		{
			name:   "storage delete",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return nil, shop.Storage.Delete(ctx, "a") },
			method: "DELETE", target: "/storage/a", answer: `{"deleteCount":1}`,
		},
	}
}

func applicationCalls() []wireCase {
	return []wireCase{
		{
			name:   "application",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Application.Get(ctx) },
			method: "GET", target: "/application", answer: `{"subscriptionStatus":"TRIAL","subscription":{"x":1}}`,
			want: &ecwid.Application{Status: ecwid.AppTrial, Subscription: json.RawMessage(`{"x":1}`)},
		},
		{
			name:   "token",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.Application.Token(ctx) },
			method: "GET", target: "/application/token", answer: `{"permissions":["read_catalog"]}`,
			want: &ecwid.TokenInfo{Permissions: []string{"read_catalog"}},
		},
		{
			name: "uninstall",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.Application.Uninstall(ctx, "my-app")
			},
			method: "DELETE", target: "/application?namespace=my-app", answer: `{}`,
		},
	}
}
