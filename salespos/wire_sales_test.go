package salespos_test

import (
	"context"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

// day is a day of January 2025.
func day(n int) time.Time { return time.Date(2025, 1, n, 0, 0, 0, 0, time.UTC) }

// invoiceCases are the rows of invoices and returns.
func invoiceCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "Invoices.List", method: "GET", target: "/invoices?start=5&size=10&invoicenumber=41&invoicenumber_full=F-41&ordernumber=88&ordernumber_full=2025-88&status=unpaid&min_create_date=2025-01-15&max_create_date=2025-01-16&orderby=total_price_desc", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Invoices.List(ctx, &salespos.InvoiceListOptions{
					Start: 5, Size: 10, Number: 41, NumberFull: "F-41", OrderNumber: 88, OrderNumberFull: "2025-88",
					Status: salespos.InvoiceUnpaid, CreatedFrom: day(15), CreatedTo: day(16), OrderBy: salespos.InvoicesByTotalPriceDesc,
				})
			},
		},
		{
			name: "Invoices.All", method: "GET", target: "/invoices?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return collect(c.Invoices.All(ctx, nil)) },
		},
		{
			name: "Invoices.Get", method: "GET", target: "/invoices/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Invoices.Get(ctx, 5) },
		},
		{
			name: "Invoices.Create", method: "POST", target: "/orders/7/invoices", reply: created(), body: `{}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Invoices.Create(ctx, 7, salespos.InvoiceCreate{})
			},
		},
		{
			name: "Invoices.Update", method: "PATCH", target: "/invoices/5", reply: noContent(), body: `{"status":"paid","payment_link_sent":"2025-01-15T00:00:00Z","external_reference":"B-7"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Invoices.Update(ctx, 5, salespos.InvoiceUpdate{InvoiceFields: salespos.InvoiceFields{
					Status: salespos.Set(salespos.InvoicePaid), PaymentLinkSent: salespos.Set(salespos.NewTime(day(15))), ExternalReference: salespos.Set("B-7"),
				}})
			},
		},
		{
			name: "InvoiceRows.List", method: "GET", target: "/invoices/7/invoicerows?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.InvoiceRows.List(ctx, 7, nil) },
		},
		{
			name: "InvoiceRows.All", method: "GET", target: "/invoices/7/invoicerows?start=2&size=3", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.InvoiceRows.All(ctx, 7, &salespos.InvoiceRowListOptions{Start: 2, Size: 3}))
			},
		},
		{
			name: "InvoiceRows.Get", method: "GET", target: "/invoicerows/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.InvoiceRows.Get(ctx, 5) },
		},
		{
			name: "Returns.List", method: "GET", target: "/returns?start=0&size=250&returnnumber=3&returnnumber_full=R-3&ordernumber=88&ordernumber_full=2025-88&status=new&min_create_date=2025-01-15&max_create_date=2025-01-16&orderby=returnnumber_full", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Returns.List(ctx, &salespos.ReturnListOptions{
					Number: 3, NumberFull: "R-3", OrderNumber: 88, OrderNumberFull: "2025-88",
					Status: "new", CreatedFrom: day(15), CreatedTo: day(16), OrderBy: salespos.ReturnsByNumberFull,
				})
			},
		},
		{
			name: "Returns.All", method: "GET", target: "/returns?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return collect(c.Returns.All(ctx, nil)) },
		},
		{
			name: "Returns.Get", method: "GET", target: "/returns/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.Returns.Get(ctx, 5) },
		},
	}
}

// tillCases are the rows of coupons and of what only tills have.
func tillCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "DiscountCoupons.List", method: "GET", target: "/discountcoupons?start=0&size=250&min_begindate=2025-01-01&max_begindate=2025-01-02&min_enddate=2025-01-03&max_enddate=2025-01-04&onetimeuse=false&orderby=enddate_desc", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.DiscountCoupons.List(ctx, &salespos.DiscountCouponListOptions{
					BeginFrom: day(1), BeginTo: day(2), EndFrom: day(3), EndTo: day(4),
					OneTimeUse: new(false), OrderBy: salespos.DiscountCouponsByEndDesc,
				})
			},
		},
		{
			name: "DiscountCoupons.All", method: "GET", target: "/discountcoupons?start=0&size=250", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return collect(c.DiscountCoupons.All(ctx, nil))
			},
		},
		{
			name: "DiscountCoupons.Get", method: "GET", target: "/discountcoupons/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.DiscountCoupons.Get(ctx, 5) },
		},
		{
			name: "DiscountCoupons.Create", method: "POST", target: "/discountcoupons", reply: created(), body: `{"code":"WELCOME","discount":10,"type":"Procent","begindate":"2025-01-01T00:00:00Z","onetimeuse":false,"givesfreeshipping":false,"minimumprice":0,"productwhitelist":true,"products":[501]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.DiscountCoupons.Create(ctx, salespos.DiscountCouponCreate{
					Code: "WELCOME", Discount: amount(t, "10"), Type: salespos.CouponPercentage, Begin: salespos.NewTime(day(1)),
					MinimumPrice: amount(t, "0"), ProductWhitelist: salespos.Set(true), Products: salespos.Set([]salespos.ProductID{501}),
				})
			},
		},
		{
			name: "DiscountCoupons.Delete", method: "DELETE", target: "/discountcoupons/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.DiscountCoupons.Delete(ctx, 5)
			},
		},
		{
			name: "CashUps.List", method: "GET", target: "/cashups", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.CashUps.List(ctx) },
		},
		{
			name: "CashUps.Get", method: "GET", target: "/cashups/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.CashUps.Get(ctx, 5) },
		},
		{
			name: "FiscalSignatures.List", method: "GET", target: "/orders/7/fiscaltransactionsignatures", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.FiscalSignatures.List(ctx, 7) },
		},
		{
			name: "FiscalSignatures.Get", method: "GET", target: "/fiscaltransactionsignatures/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.FiscalSignatures.Get(ctx, 5) },
		},
		{
			name: "FiscalSignatures.Create", method: "POST", target: "/orders/7/fiscaltransactionsignatures", reply: created(), body: `{"create_date":"2025-01-15T00:00:00Z","signature_identifier":"TSE-1","type":"sale","signature_data":"V0;1"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.FiscalSignatures.Create(ctx, 7, salespos.FiscalSignatureCreate{
					Created: salespos.NewTime(day(15)), Identifier: "TSE-1", Type: "sale", Data: "V0;1",
				})
			},
		},
		{
			name: "FiscalSignatures.SetData", method: "PATCH", target: "/fiscaltransactionsignatures/5", reply: noContent(), body: `{"signature_data":"V0;2"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.FiscalSignatures.SetData(ctx, 5, "V0;2")
			},
		},
	}
}
