package ecwid_test

import (
	"slices"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

func contractOrderParts(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	addTea(store)
	ctx := t.Context()
	id := ok(shop.Orders.Create(ctx, sale(t)))(t).ID
	no(t, shop.OrderExtraFields.Create(ctx, id, ecwid.OrderExtraFieldCreate{ID: "pos", Value: "S-1", Title: "POS sale"}))
	ok(shop.OrderExtraFields.Update(ctx, id, "pos", ecwid.OrderExtraFieldUpdate{Value: ecwid.Set("S-2"), ShowInInvoice: ecwid.Set(true)}))(t)
	fields := ok(shop.OrderExtraFields.List(ctx, id))(t)
	same(t, "field", []string{"pos", "S-2"}, []string{fields[0].ID, string(fields[0].Value)})
	no(t, shop.OrderExtraFields.Delete(ctx, id, "pos"))
	no(t, shop.OrderExtraFields.Delete(ctx, id, "pos"))
	_, err := shop.OrderExtraFields.Update(ctx, id, "pos", ecwid.OrderExtraFieldUpdate{Value: ecwid.Set("S-3")})
	wantClasses(t, err, ecwid.ErrNotFound)

	invoice := ok(shop.Invoices.Create(ctx, id))(t)
	invoices := ok(shop.Invoices.List(ctx, id))(t)
	same(t, "invoices", 1, len(invoices))
	same(t, "invoice", invoice, string(invoices[0].InternalID))
	same(t, "PDF", "%PDF", string(ok(shop.Invoices.PDF(ctx, id))(t)[:4]))
	same(t, "HTML", "<", string(ok(shop.Invoices.HTML(ctx, id))(t)[:1]))
}

func contractOrderFiles(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	store.Add("orders", `{"id":"XJ12H","internalId":1,"email":"ada@example.org","items":[{"id":301,"name":"Mug","quantity":1,"price":9,
		"selectedOptions":[{"name":"Your art","type":"FILES","files":[]}]}]}`)
	const option = "Your art"
	file := ok(shop.OrderFiles.Create(ctx, "XJ12H", 301, option, ecwid.Upload{FileName: "art.png", Data: []byte("PNG")}))(t)
	ok(shop.OrderFiles.Create(ctx, "XJ12H", 301, option, ecwid.Upload{FileName: "b.png", URL: "https://files.example.com/b.png"}))(t)
	files := ok(shop.Orders.Get(ctx, "XJ12H"))(t).Items[0].SelectedOptions[0].Files
	same(t, "files", []string{"art.png", "b.png"}, []string{files[0].Name, files[1].Name})
	no(t, shop.OrderFiles.Delete(ctx, "XJ12H", 301, option, file))
	no(t, shop.OrderFiles.Delete(ctx, "XJ12H", 301, option, file))
	same(t, "deleted", 1, ok(shop.OrderFiles.DeleteAll(ctx, "XJ12H", 301, option))(t))
}

func contractOrderStatuses(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	ok(shop.OrderStatuses.Update(ctx, "CUSTOM_PAYMENT_STATUS_1", ecwid.OrderStatusUpdate{Enabled: ecwid.Set(true), Name: ecwid.Set("On account")}))(t)
	status := ok(shop.OrderStatuses.Get(ctx, "CUSTOM_PAYMENT_STATUS_1"))(t)
	same(t, "status", []any{"On account", true, ecwid.StatusOfPayment}, []any{status.Name, status.Enabled, status.Type})
	statuses := ok(shop.OrderStatuses.List(ctx))(t)
	same(t, "PAID", true, slices.ContainsFunc(statuses, func(s ecwid.OrderStatus) bool { return s.ID == string(ecwid.PaymentPaid) && s.Enabled }))
}

func contractProfile(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	ok(shop.Profile.Update(ctx, ecwid.ProfileUpdate{
		Settings: ecwid.Set(ecwid.StoreSettingsWrite{StoreName: ecwid.Set("Tea & more")}),
		TaxSettings: ecwid.Set(ecwid.TaxSettingsWrite{Taxes: ecwid.Set([]ecwid.TaxWrite{
			{Name: ecwid.Set("VAT"), Enabled: ecwid.Set(true), DefaultTax: ecwid.Set(amount(t, "19"))},
		})}),
	}))(t)
	profile := ok(shop.Profile.Get(ctx))(t)
	same(t, "name", "Tea & more", profile.Settings.StoreName)
	same(t, "tax", "19", profile.TaxSettings.Taxes[0].DefaultTax.String())
	some := ok(shop.Profile.Get(ctx, ecwid.ProfileGetOptions{ResponseFields: "settings(storeName)"}))(t)
	same(t, "some fields", &ecwid.Profile{Settings: ecwid.StoreSettings{StoreName: "Tea & more"}}, some)
	stats := ok(shop.Profile.LatestStats(ctx, &ecwid.LatestStatsOptions{ProductCount: true, CategoryCount: true}))(t)
	same(t, "counts", []int{0, 0}, []int{*stats.ProductCount, *stats.CategoryCount})
	if report := ok(shop.Profile.Report(ctx, "allOrders", nil))(t); len(report) == 0 {
		t.Error("the report is empty")
	}
	const logo = "https://files.example.com/logo.png"
	no(t, shop.Profile.SetLogo(ctx, logo))
	no(t, shop.Profile.SetInvoiceLogo(ctx, logo))
	no(t, shop.Profile.SetEmailLogo(ctx, logo))
	no(t, shop.Profile.DeleteLogo(ctx))
	no(t, shop.Profile.DeleteInvoiceLogo(ctx))
	no(t, shop.Profile.DeleteEmailLogo(ctx))
}

func contractCheckoutExtraFields(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	field := ecwid.CheckoutExtraFieldCreate{Key: "gift"}
	field.Title, field.Type = ecwid.Set("Gift?"), ecwid.Set("text")
	no(t, shop.CheckoutExtraFields.Create(ctx, field))
	fields := ok(shop.CheckoutExtraFields.List(ctx))(t)
	key := fields[0].Key
	ok(shop.CheckoutExtraFields.Update(ctx, key, ecwid.CheckoutExtraFieldUpdate{Required: ecwid.Set(true)}))(t)
	got := ok(shop.CheckoutExtraFields.Get(ctx, key))(t)
	same(t, "field", []any{"Gift?", true}, []any{got.Title, got.Required})
	no(t, shop.CheckoutExtraFields.Delete(ctx, key))
	_, err := shop.CheckoutExtraFields.Get(ctx, key)
	missing(t, err, shop.CheckoutExtraFields.Delete(ctx, key))
}

func contractShippingAndPayment(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	shipping := ecwid.StoreShippingOptionCreate{}
	shipping.Title, shipping.Kind, shipping.RatesCalculation = ecwid.Set("Parcel"), ecwid.Set("shipping"), ecwid.Set("flat")
	shipping.FlatRate = ecwid.Set(ecwid.FlatRate{Type: ecwid.ModifierAbsolute, Rate: amount(t, "4.90")})
	parcel := ok(shop.ShippingOptions.Create(ctx, shipping))(t)
	change := ecwid.StoreShippingOptionUpdate{}
	change.Description = ecwid.Set("With tracking")
	ok(shop.ShippingOptions.Update(ctx, parcel, change))(t)
	ways := ok(shop.ShippingOptions.List(ctx))(t)
	last := ways[len(ways)-1]
	same(t, "shipping", []string{"With tracking", "4.9"}, []string{last.Description, last.FlatRate.Rate.String()})
	no(t, shop.ShippingOptions.Delete(ctx, parcel))
	no(t, shop.ShippingOptions.Delete(ctx, parcel))

	payment := ecwid.StorePaymentOptionCreate{}
	payment.Title, payment.ProcessorID = ecwid.Set("On account"), ecwid.Set("offline")
	account := ok(shop.PaymentOptions.Create(ctx, payment))(t)
	other := ecwid.StorePaymentOptionUpdate{}
	other.Description = ecwid.Set("14 days")
	ok(shop.PaymentOptions.Update(ctx, account, other))(t)
	same(t, "payment", "14 days", ok(shop.PaymentOptions.Get(ctx, account))(t).Description)
	if len(ok(shop.PaymentOptions.List(ctx))(t)) == 0 {
		t.Error("there is no way of payment")
	}
	no(t, shop.PaymentOptions.Delete(ctx, account))
	_, err := shop.PaymentOptions.Get(ctx, account)
	missing(t, err, shop.PaymentOptions.Delete(ctx, account))
}

func contractDictionaries(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	countries := ok(shop.Dictionaries.Countries(ctx, true))(t)
	same(t, "Germany", true, slices.ContainsFunc(countries, func(c ecwid.Country) bool { return c.Code == "DE" }))
	states := ok(shop.Dictionaries.States(ctx, "US"))(t)
	same(t, "Alabama", true, slices.ContainsFunc(states, func(s ecwid.State) bool { return s.Code == "AL" }))
	currencies := ok(shop.Dictionaries.Currencies(ctx))(t)
	same(t, "euro", true, slices.ContainsFunc(currencies, func(c ecwid.Currency) bool { return c.Code == "EUR" }))
	euro := ok(shop.Dictionaries.CurrencyOf(ctx, "DE"))(t)
	same(t, "currency", []any{"EUR", ecwid.Int(2)}, []any{euro.CurrencyCode, euro.DecimalPlaces})
	if len(ok(shop.Dictionaries.TaxClasses(ctx, "DE"))(t)) == 0 {
		t.Error("Germany has no tax classes")
	}
}

func contractApp(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	no(t, shop.Storage.Create(ctx, "a/b", `{"x": "ä"}`))
	no(t, shop.Storage.Set(ctx, "plain", "just text"))
	same(t, "JSON", ecwid.Text(`{"x": "ä"}`), ok(shop.Storage.Get(ctx, "a/b"))(t).Value)
	same(t, "text", ecwid.Text("just text"), ok(shop.Storage.Get(ctx, "plain"))(t).Value)
	same(t, "entries", 2, len(ok(shop.Storage.List(ctx))(t)))
	no(t, shop.Storage.Delete(ctx, "a/b"))
	_, err := shop.Storage.Get(ctx, "a/b")
	missing(t, err, shop.Storage.Delete(ctx, "a/b"))

	if len(ok(shop.Application.Token(ctx))(t).Permissions) == 0 {
		t.Error("the token may do nothing")
	}
	same(t, "status", ecwid.AppActive, ok(shop.Application.Get(ctx))(t).Status)
	no(t, shop.Application.Uninstall(ctx, store.ClientID()))
	_, err = shop.Application.Get(ctx)
	wantClasses(t, err, ecwid.ErrUnauthorized)
}
