package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/tillsync/tillsync/ecwid"
)

// Taxes have no endpoint of their own. The list is replaced as a whole, so the
// ones to keep are sent too.
func ExampleProfileService_Update() {
	shop := answers{
		"GET /profile": `{"generalInfo":{"storeId":1003},"taxSettings":{"taxes":[{"id":31,"name":"VAT","enabled":true}]}}`,
		"PUT /profile": `{"updateCount":1}`,
	}.client()
	ctx := context.Background()
	profile, err := shop.Profile.Get(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	var taxes []ecwid.TaxWrite
	for _, tax := range profile.TaxSettings.Taxes {
		taxes = append(taxes, ecwid.TaxWrite{ID: ecwid.Set(tax.ID)})
	}
	reduced, _ := ecwid.ParseAmount("7")
	taxes = append(taxes, ecwid.TaxWrite{Name: ecwid.Set("Reduced"), DefaultTax: ecwid.Set(reduced)})
	_, err = shop.Profile.Update(ctx, ecwid.ProfileUpdate{TaxSettings: ecwid.Set(ecwid.TaxSettingsWrite{Taxes: ecwid.Set(taxes)})})
	fmt.Println(err)
	// Output:
	// PUT /profile {"taxSettings":{"taxes":[{"id":31},{"name":"Reduced","defaultTax":7}]}}
	// <nil>
}

// The probe before a pass: one cheap call tells whether anything changed.
func ExampleProfileService_LatestStats() {
	shop := answers{"GET /latest-stats": `{"profileUpdated":"2026-01-01 00:00:00 +0000","productsUpdated":"2026-01-31 15:02:00 +0400","productCount":120}`}.client()
	stats, err := shop.Profile.LatestStats(context.Background(), &ecwid.LatestStatsOptions{ProductCount: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(stats.ProductsUpdated, *stats.ProductCount)
	// Output:
	// 2026-01-31 11:02:00 +0000 UTC 120
}

func ExampleCheckoutExtraFieldsService_List() {
	shop := answers{"GET /profile/extrafields": `{"items":[{"key":"gift","title":"Gift?","type":"select","required":true}]}`}.client()
	fields, err := shop.CheckoutExtraFields.List(context.Background())
	for _, field := range fields {
		fmt.Println(field.Key, field.Type, field.Required)
	}
	fmt.Println(err)
	// Output:
	// gift select true
	// <nil>
}

func ExampleShippingOptionsService_Create() {
	shop := answers{"POST /profile/shippingOptions": `{"id":"6589-1709547151586"}`}.client()
	rate, _ := ecwid.ParseAmount("4.90")
	option := ecwid.StoreShippingOptionCreate{}
	option.Title, option.Kind, option.RatesCalculation = ecwid.Set("Parcel"), ecwid.Set("shipping"), ecwid.Set("flat")
	option.FlatRate = ecwid.Set(ecwid.FlatRate{Type: ecwid.ModifierAbsolute, Rate: rate})
	id, err := shop.ShippingOptions.Create(context.Background(), option)
	fmt.Println(id, err)
	// Output:
	// POST /profile/shippingOptions {"title":"Parcel","fulfilmentType":"shipping","ratesCalculationType":"flat","flatRate":{"rateType":"ABSOLUTE","rate":4.9}}
	// 6589-1709547151586 <nil>
}

func ExamplePaymentOptionsService_List() {
	shop := answers{"GET /profile/paymentOptions": `[{"id":"5959-1","enabled":true,"checkoutTitle":"On account","paymentProcessorTitle":"offline"}]`}.client()
	options, err := shop.PaymentOptions.List(context.Background(), ecwid.ReadOptions{Lang: "en"})
	for _, option := range options {
		fmt.Println(option.ID, option.Title, option.Enabled)
	}
	fmt.Println(err)
	// Output:
	// 5959-1 On account true
	// <nil>
}

func ExampleDictionariesService_CurrencyOf() {
	shop := answers{"GET /currencyByCountry": `[{"countryCode":"DE","currencyCode":"EUR","decimalPlaces":"2"}]`}.client()
	currency, err := shop.Dictionaries.CurrencyOf(context.Background(), "DE")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(currency.CurrencyCode, currency.DecimalPlaces)
	// Output:
	// EUR 2
}

// The storage of the app is a place for small settings of one store.
func ExampleStorageService_Set() {
	shop := answers{"PUT /storage/settings": `{"success":true}`}.client()
	ctx := context.Background()
	fmt.Println(shop.Storage.Set(ctx, "settings", `{"direction":"both"}`))
	_, err := shop.Storage.Get(ctx, "other")
	fmt.Println(errors.Is(err, ecwid.ErrNotFound))
	// Output:
	// PUT /storage/settings {"direction":"both"}
	// <nil>
	// true
}

// At start-up a service can check whether its token may do what it needs.
func ExampleApplicationService_Token() {
	shop := answers{"GET /application/token": `{"permissions":["read_store_profile","read_catalog"],"created":"2026-01-01 00:00:00 +0000"}`}.client()
	token, err := shop.Application.Token(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, scope := range []string{"read_catalog", "update_catalog"} {
		fmt.Println(scope, slices.Contains(token.Permissions, scope))
	}
	// Output:
	// read_catalog true
	// update_catalog false
}
