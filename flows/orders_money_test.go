package flows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

func TestOrderWhoseAmountsDoNotAddUpIsParked(t *testing.T) {
	t.Parallel()
	for more, want := range map[string]pass.Outcome{
		`,"total":6.99`: pass.Created, // a cent for one line is rounding
		`,"total":6.95`: pass.Parked,
		`,"total":12`:   pass.Parked,
	} {
		t.Run(more, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.articles(3)
				h.products()
				h.place("S-3", "ada@example.com", more)
				report := h.orders()
				h.wants(report, map[pass.Outcome]int{want: 1})
				if want != pass.Parked {
					return
				}
				if p := h.problem(report); p.Reason != "TotalMismatch" || !strings.Contains(p.Message, "add up to 7, its total") || h.pos.Writes() != 0 {
					t.Errorf("%s with %d writes, want TotalMismatch and none", p.Reason, h.pos.Writes())
				}
			})
		})
	}
}

// TestAnotherCurrencyStopsThePass: nothing is converted, and what is not told is not
// taken as equal.
func TestAnotherCurrencyStopsThePass(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, pos, shop, want string }{
		{"currency differs", "EUR", "USD", "the POS counts in EUR and the shop in USD"},
		{"zero-decimal currency", "EUR", "JPY", "the POS counts in EUR and the shop in JPY"},
		{"three-decimal currency", "EUR", "KWD", "the POS counts in EUR and the shop in KWD"},
		{"currency missing at the POS", "", "EUR", "the POS does not tell its currency"},
		{"currency missing in the shop", "EUR", "", "the shop does not tell its currency"},
		{"currency missing at both", " ", "", "the POS does not tell its currency"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.counts(tt.pos, tt.shop)
				h.articles(3)
				h.shop.Add("products", `{"id":77,"sku":"S-3","name":"Already there","price":2}`)
				h.place("S-3", "ada@example.com", "")
				h.quiet()
				report, err := flows.SyncProducts(t.Context(), h.productConfig())
				h.refused(report, err, tt.want)
				report, err = flows.SyncOrders(t.Context(), h.orderConfig())
				h.refused(report, err, tt.want)
				check, err := flows.Check(t.Context(), flows.CheckConfig{SalesPOS: h.pos.Client(), Ecwid: h.shop.Client()})
				if err != nil || !slices.ContainsFunc(check.Findings, func(f flows.Finding) bool { return f.Problem == tt.want && f.Remedy != "" }) {
					t.Errorf("Check = %+v, %v; want %q with a remedy", check.Findings, err, tt.want)
				}
			})
		})
	}
}

// refused asserts that a pass stopped because of a setting, and wrote nothing.
func (h *house) refused(report *pass.Report, err error, want string) {
	h.t.Helper()
	if err == nil || report.Cause != pass.CauseConfig || !strings.Contains(err.Error(), want) {
		h.t.Errorf("%s: %v, %v; want stopped(config) with %q", report.Flow, report.Cause, err, want)
	}
	if h.pos.Writes() != 0 || h.shop.Writes() != 0 {
		h.t.Errorf("%s: %d and %d writes, want none", report.Flow, h.pos.Writes(), h.shop.Writes())
	}
}

// TestCurrencyThatChangesStopsTheNextPrice: what was linked before is not written either.
func TestCurrencyThatChangesStopsTheNextPrice(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		time.Sleep(time.Hour)
		h.pos.Edit("settings", 1, `{"currency":"USD"}`)
		h.pos.Edit("products", 1002, `{"price":9}`)
		h.quiet()
		report, err := flows.SyncProducts(t.Context(), h.productConfig())
		h.refused(report, err, "the POS counts in USD and the shop in EUR")

		h.pos.Edit("settings", 1, `{"currency":"EUR"}`)
		h.products()
		if price := h.bySKU("S-2")["price"]; price != 9.0 {
			t.Errorf("with one currency again the price is %v, want 9", price)
		}
	})
}

// counts sets the currencies of both systems; the shop's profile is new.
func (h *house) counts(pos, shop string) {
	h.pos.Edit("settings", 1, fmt.Sprintf(`{"currency":%q}`, pos))
	h.shop = ecwidtest.New(ecwidtest.WithProfile(fmt.Sprintf(`{"formatsAndUnits":{"currency":%q}}`, shop)))
}

// bookedOrder is what the POS holds of an order's money.
type bookedOrder struct {
	Currency                   string
	Total, Tax, Shipping, Rest float64
	Rows                       []string // count x price at rate
}

func (h *house) booked() bookedOrder {
	h.t.Helper()
	orders := h.posOrders()
	if len(orders) != 1 {
		h.t.Fatalf("%d orders at the POS, want one", len(orders))
	}
	o := orders[0]
	b := bookedOrder{
		Currency: fmt.Sprint(o["currency"]), Total: num(h.t, o["total_price"]), Tax: num(h.t, o["total_tax"]),
		Shipping: num(h.t, o["total_shipping"]), Rest: num(h.t, o["extra_costs"]),
	}
	for _, row := range docs(h.t, h.pos.Docs("orderrows")) {
		b.Rows = append(b.Rows, fmt.Sprintf("%v x %v at %v", row["count"], row["price"], row["tax"]))
	}
	return b
}

// TestMoneyArrivesToTheCent: what the shop says a buyer paid is what the POS shows.
func TestMoneyArrivesToTheCent(t *testing.T) {
	t.Parallel()
	const article = `{"productId":%d,"quantity":3,"price":9.99,"tax":5.2,"taxes":[{"name":"VAT","value":21,"total":5.2,"includeInPrice":true}]}`
	tests := []struct {
		name, currency, items, more string
		want                        bookedOrder
	}{
		{
			"3 x 9.99 with 21 %, 10 % order discount, shipping at another rate", "EUR", article,
			`"pricesIncludeTax":true,"discount":2.997,"shippingOption":{"shippingRate":4.95},"taxesOnShipping":[{"name":"VAT","value":9,"total":0.41}],"total":31.923`,
			bookedOrder{"EUR", 31.92, 5.54, 4.95, 0, []string{"3 x 9.99 at 21", "1 x -3 at 21"}},
		},
		{
			"gift card > total", "EUR", article, `"pricesIncludeTax":true,"giftCardRedemption":50,"totalBeforeGiftCardRedemption":29.97,"total":0`,
			bookedOrder{"EUR", 0, 5.2, 0, 0, []string{"3 x 9.99 at 21", "1 x -29.97 at 0"}},
		},
		{
			"100 % discount", "EUR", article, `"pricesIncludeTax":true,"discount":29.97,"total":0`,
			bookedOrder{"EUR", 0, 0, 0, 0, []string{"3 x 9.99 at 21", "1 x -29.97 at 21"}},
		},
		{
			"tip", "EUR", article, `"pricesIncludeTax":true,"customSurcharges":[{"id":"TIP","value":1.5,"type":"ABSOLUTE","total":1.5}],"total":31.47`,
			bookedOrder{"EUR", 31.47, 5.2, 0, 0, []string{"3 x 9.99 at 21", "1 x 1.5 at 0"}},
		},
		{
			"rounding to 0.05", "EUR", strings.Replace(article, `"quantity":3`, `"quantity":1`, 1), `"pricesIncludeTax":true,"total":10`,
			bookedOrder{"EUR", 10, 1.73, 0, 0.01, []string{"1 x 9.99 at 21"}},
		},
		{
			"tax-free EU B2B", "EUR", `{"productId":%d,"quantity":3,"price":8.26,"tax":0,"taxes":[]}`,
			`"pricesIncludeTax":true,"reversedTaxApplied":true,"tax":0,"shippingOption":{"shippingRate":4.95},"total":29.73`,
			bookedOrder{"EUR", 29.73, 0, 4.95, 0, []string{"3 x 8.26 at 0"}},
		},
		{
			"export", "EUR", `{"productId":%d,"quantity":3,"price":8.26,"tax":0,"taxes":[]}`,
			`"pricesIncludeTax":true,"tax":0,"shippingOption":{"shippingRate":4.95},"total":29.73`,
			bookedOrder{"EUR", 29.73, 0, 4.95, 0, []string{"3 x 8.26 at 0"}},
		},
		{
			"price-includes-tax flag missing", "EUR", `{"productId":%d,"quantity":2,"price":10,"tax":4.2,"taxes":[{"name":"VAT","value":21,"total":4.2,"includeInPrice":false}]}`,
			`"pricesIncludeTax":null,"tax":4.2,"total":24.2`,
			bookedOrder{"EUR", 20, 4.2, 0, 0, []string{"2 x 10 at 21"}},
		},
		{
			"another currency than the euro", "TRY", article, `"pricesIncludeTax":true,"total":29.97`,
			bookedOrder{"TRY", 29.97, 5.2, 0, 0, []string{"3 x 9.99 at 21"}},
		},
		{
			"zero-decimal currency", "JPY", `{"productId":%d,"quantity":1,"price":1000,"taxes":[{"name":"VAT","value":10}]}`,
			`"pricesIncludeTax":true,"discount":333.33,"total":666.67`,
			bookedOrder{"JPY", 667, 60.64, 0, 0, []string{"1 x 1000 at 10", "1 x -333 at 10"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.counts(tt.currency, tt.currency)
				h.articles(3)
				h.products()
				h.shop.Edit("profile", 0, `{"taxSettings":{"taxes":[{"id":1,"name":"VAT","enabled":true,"defaultTax":21,"includeInPrice":true}]}}`)
				h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","items":[`+tt.items+`],`+tt.more+`}`, h.shopID("S-3")))
				h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
				if diff := cmp.Diff(tt.want, h.booked()); diff != "" {
					t.Errorf("at the POS (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// unpaid is a gate that passes every order.
func unpaid(*ecwid.Order) flows.GateResult { return flows.GateResult{} }

func TestUnpaidOrderThatTheGatePassesIsNotPaid(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-3", "ada@example.com", `,"paymentStatus":"AWAITING_PAYMENT"`)
		config := h.orderConfig()
		config.Gate = unpaid
		report, err := flows.SyncOrders(t.Context(), config)
		h.wants(h.checked(report, err), map[pass.Outcome]int{pass.Created: 1})
		if o := h.posOrders()[0]; o["paid"] != false {
			t.Errorf("paid = %v, want false", o["paid"])
		}
	})
}

func TestGateDecides(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.place("S-1", "ada@example.com", `,"paymentMethod":"Cash"`)
		h.place("S-2", "ada@example.com", `,"paymentMethod":"Invoice"`)
		h.place("S-3", "ada@example.com", "")
		config := h.orderConfig()
		config.Gate = func(o *ecwid.Order) flows.GateResult {
			return flows.GateResult{
				Never: o.PaymentMethod == "Cash", Wait: o.PaymentMethod == "Invoice", Reason: "Method", Message: "by its method of payment",
			}
		}
		for range 2 {
			report, err := flows.SyncOrders(t.Context(), config)
			h.checked(report, err)
			if report.Reasons["skipped:Method"] != 1 || report.Reasons["waiting:Method"] != 1 || len(h.posOrders()) != 1 {
				t.Errorf("reasons = %v with %d orders, want one skipped, one waiting, one created", report.Reasons, len(h.posOrders()))
			}
			time.Sleep(time.Minute)
		}
	})
}

// TestOrderOfAShopWithNetPrices: the POS adds the VAT itself.
func TestOrderOfAShopWithNetPrices(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.articles(3)
		h.products()
		h.shop.PlaceOrder(fmt.Sprintf(`{"email":"ada@example.com","pricesIncludeTax":false,"total":24.2,"subtotal":20,"tax":4.2,
			"items":[{"productId":%d,"quantity":2,"price":10,"tax":4.2,"taxes":[{"name":"VAT","value":21,"total":4.2,"includeInPrice":false}]}]}`, h.shopID("S-3")))
		h.wants(h.orders(), map[pass.Outcome]int{pass.Created: 1})
		o, row := h.posOrders()[0], docs(t, h.pos.Docs("orderrows"))[0]
		got := []any{o["order_row_taxes_included"], row["price"], row["count"], row["tax"]}
		if diff := cmp.Diff([]any{false, 10.0, 2.0, 21.0}, got); diff != "" {
			t.Errorf("gross rows, price, count, tax (-want +got):\n%s", diff)
		}
	})
}
