package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// An order is made with a reference of one's own, and marked as sent.
func ExampleOrderService() {
	account := salespostest.New()
	mug := account.Add("products", `{"name":"Mug","price":12.50,"stock":10}`)
	pos, ctx := account.Client(), context.Background()

	order, err := pos.Orders.Create(ctx, salespos.OrderCreate{
		Rows: []salespos.OrderRowInput{{
			ProductID: salespos.Set(salespos.ProductID(mug)), Count: price("2"),
		}},
		OrderFields: salespos.OrderFields{ReservationNumber: salespos.Set("WEB-1001")},
	})
	check(err)
	err = pos.Orders.Update(ctx, order.ID, salespos.OrderUpdate{OrderFields: salespos.OrderFields{
		Status:       salespos.Set(salespos.OrderSent),
		TrackingCode: salespos.Set("3SABC"),
	}})
	check(err)
	for order, err := range pos.Orders.All(ctx, &salespos.OrderListOptions{OrderBy: salespos.OrdersByIDDesc}) {
		check(err)
		fmt.Println(order.ReservationNumber, order.TotalPrice, order.Status == salespos.OrderSent)
	}
	// Output: WEB-1001 25 true
}

// The amount of an order is the sum of its rows, which are a call of their own.
func ExampleOrderRowService() {
	account := salespostest.New()
	id := account.Add("orders", `{"orderrows":[
		{"product_name":"Mug","count":2,"price":12.5,"tax":21},
		{"product_name":"Tea","count":0.25,"price":40,"tax":9}]}`)

	for row, err := range account.Client().OrderRows.All(context.Background(), salespos.OrderID(id), nil) {
		check(err)
		fmt.Println(row.ProductName, row.Count, row.TotalPriceWithAttributes)
	}
	// Output:
	// Mug 2 25
	// Tea 0.25 10
}

// A note marks an order for the staff; a message goes to the customer.
func ExampleOrderNoteService() {
	account := salespostest.New()
	id := salespos.OrderID(account.Add("orders", `{"orderrows":[{"product_name":"Mug","count":1,"price":12.5}]}`))
	pos, ctx := account.Client(), context.Background()

	_, err := pos.OrderNotes.Create(ctx, id, salespos.OrderNoteCreate{Note: "exported to the bookkeeper"})
	check(err)
	notes, err := pos.OrderNotes.List(ctx, id)
	check(err)
	fmt.Println(notes[0].Note)
	// Output: exported to the bookkeeper
}

// Labels are private to a key pair: here orders that were exported get one.
func ExampleOrderLabelService() {
	const exported = salespos.LabelID(4)
	pos := printingShop("", `{"href":"…","items":[{"label_id":4}]}`)
	ctx := context.Background()

	check(pos.OrderLabels.Replace(ctx, 7001, []salespos.LabelID{exported}))
	labels, err := pos.OrderLabels.List(ctx, 7001)
	check(err)
	fmt.Println(labels[0].LabelID == exported)
	// Output:
	// PUT /orders/7001/orderlabels {"labels":[4]}
	// GET /orders/7001/orderlabels
	// true
}

// The invoices of a month, and the number that a bookkeeper gave to one.
func ExampleInvoiceService() {
	pos := printingShop(`{"href":"…","next":null,"items":[
		{"id":41,"invoicenumber_full":"F-41","status":"unpaid","total_price":590,"total_tax":102.4,"currency":"EUR"}]}`, "")
	ctx := context.Background()

	page, err := pos.Invoices.List(ctx, &salespos.InvoiceListOptions{
		CreatedFrom: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC),
		CreatedTo:   time.Date(2025, 1, 31, 0, 0, 0, 0, time.UTC),
		OrderBy:     salespos.InvoicesByNumber,
	})
	check(err)
	for _, invoice := range page.Items {
		fmt.Println(invoice.NumberFull, invoice.Status, invoice.TotalPrice, invoice.Currency)
		err := pos.Invoices.Update(ctx, invoice.ID, salespos.InvoiceUpdate{
			InvoiceFields: salespos.InvoiceFields{ExternalReference: salespos.Set("B-2025-7")},
		})
		check(err)
	}
	// Output:
	// GET /invoices?start=0&size=250&min_create_date=2025-01-01&max_create_date=2025-01-31&orderby=invoicenumber
	// F-41 unpaid 590 EUR
	// PATCH /invoices/41 {"external_reference":"B-2025-7"}
}

func ExampleReturnService() {
	pos := printingShop(`{"href":"…","next":null,"items":[
		{"id":71,"returnnumber_full":"R-3","ordernumber_full":"2025-88","reason_name":"Too small","total_price":12.5}]}`)

	for back, err := range pos.Returns.All(context.Background(), nil) {
		check(err)
		fmt.Println(back.NumberFull, "of order", back.OrderNumberFull, back.ReasonName, back.TotalPrice)
	}
	// Output:
	// GET /returns?start=0&size=250
	// R-3 of order 2025-88 Too small 12.5
}

// A coupon of ten per cent. A code that is taken is a conflict.
func ExampleDiscountCouponService() {
	pos := printingShop(`{"id":91,"code":"WELCOME","discount":10,"type":"Procent"}`)

	coupon, err := pos.DiscountCoupons.Create(context.Background(), salespos.DiscountCouponCreate{
		Code: "WELCOME", Type: salespos.CouponPercentage, Discount: price("10"),
		Begin:        salespos.NewTime(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)),
		MinimumPrice: price("25"),
	})
	if errors.Is(err, salespos.ErrConflict) {
		log.Fatal("choose another code")
	}
	check(err)
	fmt.Println(coupon.Code, coupon.Discount)
	// Output:
	// POST /discountcoupons {"code":"WELCOME","discount":10,"type":"Procent","begindate":"2025-01-01T00:00:00Z","onetimeuse":false,"givesfreeshipping":false,"minimumprice":25}
	// WELCOME 10
}

// The counts of the tills, as far as the vendor documents them.
func ExampleCashUpService() {
	pos := printingShop(`{"href":"…","items":[{"id":21,"number_full":"2025-21","status":"OPEN","balances":[{"method":"cash"}]}]}`)

	cashUps, err := pos.CashUps.List(context.Background())
	check(err)
	for _, cashUp := range cashUps {
		fmt.Println(cashUp.NumberFull, cashUp.Status == salespos.CashUpOpen, string(cashUp.Balances[0]))
	}
	// Output:
	// GET /cashups
	// 2025-21 true {"method":"cash"}
}

func ExampleFiscalSignatureService() {
	pos := printingShop(`{"href":"…","items":[{"id":61,"signature_identifier":"TSE-1","signature_data":"V0;1;Beleg"}]}`)

	signatures, err := pos.FiscalSignatures.List(context.Background(), 7001)
	check(err)
	fmt.Println(signatures[0].Identifier, signatures[0].Data)
	// Output:
	// GET /orders/7001/fiscaltransactionsignatures
	// TSE-1 V0;1;Beleg
}
