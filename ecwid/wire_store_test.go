package ecwid_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

func profileCalls() []wireCase {
	return []wireCase{
		{
			name: "profile get, all options",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Profile.Get(ctx, ecwid.ProfileGetOptions{
					Lang: "de", ExtendedInfo: true, ReportAvailability: true, Vertical: true, FeaturesByPlans: true, ResponseFields: "zones",
				})
			},
			method: "GET",
			target: "/profile?showExtendedInfo=true&getReportAvailabilityStatus=true&getStoreVertical=true&getFeaturesByPlans=true" +
				"&lang=de&responseFields=zones",
			answer: `{"zones":[{"id":"z"}]}`, want: &ecwid.Profile{Zones: []ecwid.Zone{{ID: "z"}}},
		},
		{
			name: "profile update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Profile.Update(ctx, ecwid.ProfileUpdate{
					Settings: ecwid.Set(ecwid.StoreSettingsWrite{Closed: ecwid.Set(false)}),
					TaxSettings: ecwid.Set(ecwid.TaxSettingsWrite{Taxes: ecwid.Set([]ecwid.TaxWrite{
						{ID: ecwid.Set(ecwid.TaxID(31)), Rules: ecwid.Set([]ecwid.TaxRule{{ZoneID: "z-1"}})},
					})}),
				})
			},
			method: "PUT", target: "/profile",
			body:   `{"settings":{"closed":false},"taxSettings":{"taxes":[{"id":31,"rules":[{"zoneId":"z-1","tax":0}]}]}}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "latest stats",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Profile.LatestStats(ctx, &ecwid.LatestStatsOptions{
					ProductCount: true, CategoryCount: true, Reviews: true, Domains: true, Subscription: true, ResponseFields: "productCount",
				})
			},
			method: "GET",
			target: "/latest-stats?productCountRequired=true&categoryCountRequired=true&reviewsUpdatesRequired=true&domainsRequired=true" +
				"&subscriptionRequired=true&responseFields=productCount",
			answer: `{"productCountRequired":0}`, want: &ecwid.LatestStats{ProductCount: new(0)},
		},
		{
			name: "report",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.Profile.Report(ctx, "allOrders", &ecwid.ReportOptions{
					From: time.Unix(1769857200, 0), To: time.Unix(1769857300, 0), TimeScale: "day", Compare: "x", ResponseFields: "data",
				})
			},
			method: "GET",
			target: "/reports/allOrders?startedFrom=1769857200&endedAt=1769857300&timeScaleValue=day&comparePeriod=x&responseFields=data",
			answer: `{"data":[1]}`, want: json.RawMessage(`{"data":[1]}`),
		},
	}
}

func logoCalls() []wireCase {
	const link, query = "https://x.example/l.png", "?externalUrl=https%3A%2F%2Fx.example%2Fl.png"
	set := func(path string, call func(ctx context.Context, shop *ecwid.Client) error) wireCase {
		return wireCase{
			name: "set " + path, method: "PUT", target: path + query, answer: `{"id":0}`,
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) { return nil, call(ctx, shop) },
		}
	}
	remove := func(path string, call func(ctx context.Context, shop *ecwid.Client) error) wireCase {
		return wireCase{
			name: "delete " + path, method: "DELETE", target: path, answer: `{"deleteCount":1}`,
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) { return nil, call(ctx, shop) },
		}
	}
	return []wireCase{
		set("/profile/logo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.SetLogo(ctx, link) }),
		set("/profile/invoicelogo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.SetInvoiceLogo(ctx, link) }),
		set("/profile/emaillogo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.SetEmailLogo(ctx, link) }),
		remove("/profile/logo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.DeleteLogo(ctx) }),
		remove("/profile/invoicelogo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.DeleteInvoiceLogo(ctx) }),
		remove("/profile/emaillogo", func(ctx context.Context, shop *ecwid.Client) error { return shop.Profile.DeleteEmailLogo(ctx) }),
	}
}

func checkoutFieldCalls() []wireCase {
	return []wireCase{
		{
			name:   "checkout fields list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.CheckoutExtraFields.List(ctx) },
			method: "GET", target: "/profile/extrafields", answer: `{"items":[{"key":"gift"}]}`,
			want: []ecwid.CheckoutExtraField{{Key: "gift"}},
		},
		{
			name: "checkout field get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CheckoutExtraFields.Get(ctx, "gift", ecwid.ReadOptions{ResponseFields: "key"})
			},
			method: "GET", target: "/profile/extrafields/gift?responseFields=key", answer: `{"key":"gift"}`,
			want: &ecwid.CheckoutExtraField{Key: "gift"},
		},
		{
			name: "checkout field create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				field := ecwid.CheckoutExtraFieldCreate{Key: "gift"}
				field.Title, field.Options = ecwid.Set("Gift?"), ecwid.Set([]json.RawMessage{[]byte(`{"title":"Yes"}`)})
				return nil, shop.CheckoutExtraFields.Create(ctx, field)
			},
			method: "POST", target: "/profile/extrafields", body: `{"key":"gift","title":"Gift?","options":[{"title":"Yes"}]}`,
			answer: `{"createCount":1}`,
		},
		{
			name: "checkout field update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.CheckoutExtraFields.Update(ctx, "gift", ecwid.CheckoutExtraFieldUpdate{Available: ecwid.Set(false)})
			},
			method: "PUT", target: "/profile/extrafields/gift", body: `{"available":false}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "checkout field delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.CheckoutExtraFields.Delete(ctx, "gift")
			},
			method: "DELETE", target: "/profile/extrafields/gift", answer: `{"deleteCount":1}`,
		},
	}
}

func shippingOptionCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "shipping options list",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.ShippingOptions.List(ctx, onlyID)
			},
			method: "GET", target: "/profile/shippingOptions?responseFields=id", answer: `[{"id":"6589-1"}]`,
			want: []ecwid.StoreShippingOption{{ID: "6589-1"}},
		},
		{
			name: "shipping option create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				option := ecwid.StoreShippingOptionCreate{}
				option.Title, option.Kind = ecwid.Set("Parcel"), ecwid.Set("shipping")
				option.FlatRate = ecwid.Set(ecwid.FlatRate{Type: ecwid.ModifierAbsolute, Rate: amount(t, "4.90")})
				return shop.ShippingOptions.Create(ctx, option)
			},
			method: "POST", target: "/profile/shippingOptions",
			body:   `{"title":"Parcel","fulfilmentType":"shipping","flatRate":{"rateType":"ABSOLUTE","rate":4.9}}`,
			answer: `{"id":"6589-1"}`, want: ecwid.ShippingOptionID("6589-1"),
		},
		{
			name: "shipping option update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.StoreShippingOptionUpdate{}
				update.Enabled = ecwid.Set(false)
				return shop.ShippingOptions.Update(ctx, "6589-1", update)
			},
			method: "PUT", target: "/profile/shippingOptions/6589-1", body: `{"enabled":false}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "shipping option delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.ShippingOptions.Delete(ctx, "6589-1")
			},
			method: "DELETE", target: "/profile/shippingOptions/6589-1", answer: `{"deleteCount":1}`,
		},
	}
}

func paymentOptionCalls(t *testing.T) []wireCase {
	return []wireCase{
		{
			name:   "payment options list",
			call:   func(ctx context.Context, shop *ecwid.Client) (any, error) { return shop.PaymentOptions.List(ctx) },
			method: "GET", target: "/profile/paymentOptions", answer: `[{"id":"p-1"}]`,
			want: []ecwid.StorePaymentOption{{ID: "p-1"}},
		},
		{
			name: "payment option get",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return shop.PaymentOptions.Get(ctx, "p-1", onlyID)
			},
			method: "GET", target: "/profile/paymentOptions/p-1?responseFields=id", answer: `{"id":"p-1"}`,
			want: &ecwid.StorePaymentOption{ID: "p-1"},
		},
		{
			name: "payment option create",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				option := ecwid.StorePaymentOptionCreate{}
				option.Title = ecwid.Set("On account")
				option.Surcharge = ecwid.Set(ecwid.PaymentSurcharge{Type: ecwid.ModifierPercent, Value: amount(t, "1.5")})
				return shop.PaymentOptions.Create(ctx, option)
			},
			method: "POST", target: "/profile/paymentOptions",
			body:   `{"checkoutTitle":"On account","paymentSurcharges":{"type":"PERCENT","value":1.5}}`,
			answer: `{"id":"p-1"}`, want: ecwid.PaymentOptionID("p-1"),
		},
		{
			name: "payment option update",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				update := ecwid.StorePaymentOptionUpdate{}
				update.Shipping = ecwid.Set(ecwid.PaymentShippingWrite{EnabledMethods: ecwid.Set([]string{})})
				return shop.PaymentOptions.Update(ctx, "p-1", update)
			},
			method: "PUT", target: "/profile/paymentOptions/p-1", body: `{"shippingSettings":{"enabledShippingMethods":[]}}`,
			answer: `{"updateCount":1}`, want: &ecwid.UpdateResult{Count: 1},
		},
		{
			name: "payment option delete",
			call: func(ctx context.Context, shop *ecwid.Client) (any, error) {
				return nil, shop.PaymentOptions.Delete(ctx, "p-1")
			},
			method: "DELETE", target: "/profile/paymentOptions/p-1", answer: `{"deleteCount":1}`,
		},
	}
}
