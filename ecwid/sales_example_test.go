package ecwid_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
)

// answers is a store for examples: it prints the bodies that it gets and answers
// from a table of verbs and paths. Leave WithTransport out to talk to a real
// store.
type answers map[string]string

func (a answers) RoundTrip(r *http.Request) (*http.Response, error) {
	call := r.Method + " " + strings.TrimPrefix(r.URL.EscapedPath(), "/api/v3/1003")
	if r.Body != nil {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		fmt.Println(strings.TrimSpace(call + " " + string(body)))
	}
	status, body := http.StatusOK, a[call]
	if body == "" {
		status, body = http.StatusNotFound, `{"errorMessage":"not found"}`
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// client of a store that answers like this.
func (a answers) client() *ecwid.Client {
	shop, err := ecwid.New(1003, "secret_example", ecwid.WithTransport(a))
	if err != nil {
		panic(err)
	}
	return shop
}

// The e-mail address is the identity of a customer. Shipping addresses are
// replaced as a whole: what shall stay is sent with its id.
func ExampleCustomersService_Update() {
	shop := answers{
		"GET /customers":       `{"total":1,"items":[{"id":60001,"email":"ada@example.org","shippingAddresses":[{"id":9101,"city":"Berlin"}]}]}`,
		"PUT /customers/60001": `{"updateCount":1}`,
	}.client()
	ctx := context.Background()
	found, err := shop.Customers.List(ctx, &ecwid.CustomerListOptions{Email: "ada@example.org", UseExactEmailMatch: true})
	if err != nil || len(found.Items) != 1 {
		fmt.Println("no such customer:", err)
		return
	}
	ada := found.Items[0]
	kept := ecwid.AddressWrite{ID: ecwid.Set(ada.ShippingAddresses[0].ID)}
	added := ecwid.AddressWrite{PersonWrite: ecwid.PersonWrite{City: ecwid.Set("Hamburg"), CountryCode: ecwid.Set("DE")}}
	update := ecwid.CustomerUpdate{}
	update.ShippingAddresses = ecwid.Set([]ecwid.AddressWrite{kept, added})
	_, err = shop.Customers.Update(ctx, ada.ID, update)
	fmt.Println(err)
	// Output:
	// PUT /customers/60001 {"shippingAddresses":[{"id":9101},{"city":"Hamburg","countryCode":"DE"}]}
	// <nil>
}

func ExampleCustomerContactsService_Create() {
	shop := answers{
		"POST /customers/60001/contacts": `{"createCount":1}`,
		"GET /customers/60001/contacts":  `{"items":[{"id":9201,"contact":"ada@example.org","type":"EMAIL"},{"id":9202,"contact":"+49 30 000","type":"PHONE"}]}`,
	}.client()
	ctx := context.Background()
	if err := shop.CustomerContacts.Create(ctx, 60001, ecwid.ContactWrite{Contact: "+49 30 000", Type: ecwid.ContactPhone}); err != nil {
		fmt.Println(err)
		return
	}
	contacts, err := shop.CustomerContacts.List(ctx, 60001)
	for _, contact := range contacts {
		fmt.Println(contact.ID, contact.Type, contact.Contact)
	}
	fmt.Println(err)
	// Output:
	// POST /customers/60001/contacts {"contact":"+49 30 000","type":"PHONE"}
	// 9201 EMAIL ada@example.org
	// 9202 PHONE +49 30 000
	// <nil>
}

func ExampleCustomerGroupsService_All() {
	shop := answers{"GET /customer_groups": `{"total":2,"items":[{"id":0,"name":"General"},{"id":4,"name":"Regulars"}]}`}.client()
	for group, err := range shop.CustomerGroups.All(context.Background(), nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(group.ID, group.Name)
	}
	// Output:
	// 0 General
	// 4 Regulars
}

// An extra field is the place for the number of a loyalty card. Its value is
// written to each customer under the key.
func ExampleCustomerExtraFieldsService_Create() {
	shop := answers{
		"POST /store_extrafields/customers": `{"createCount":1,"key":"k7"}`,
		"PUT /customers/60001":              `{"updateCount":1}`,
	}.client()
	ctx := context.Background()
	key, err := shop.CustomerExtraFields.Create(ctx, ecwid.CustomerExtraFieldCreate{Title: "Loyalty card"})
	if err != nil {
		fmt.Println(err)
		return
	}
	update := ecwid.CustomerUpdate{}
	update.ExtraFields = ecwid.Set([]ecwid.CustomerExtraFieldWrite{{Key: key, Value: "0017"}})
	_, err = shop.Customers.Update(ctx, 60001, update)
	fmt.Println(err)
	// Output:
	// POST /store_extrafields/customers {"title":"Loyalty card"}
	// PUT /customers/60001 {"extrafields":[{"key":"k7","value":"0017"}]}
	// <nil>
}

// A pass over changes freezes its window, since orders cannot be sorted and
// pages shift while orders come in.
func ExampleOrdersService_All() {
	shop := answers{"GET /orders": `{"total":2,"items":[{"id":"XJ12H","total":15.8},{"id":"XJ13K","total":4.5}]}`}.client()
	now := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	opts := &ecwid.OrderListOptions{
		UpdatedFrom: now.Add(-time.Hour), UpdatedTo: now.Add(-2 * time.Minute), // the index lags
		PaymentStatus:  []ecwid.PaymentStatus{ecwid.PaymentPaid},
		ResponseFields: "total,items(id,total)",
	}
	for order, err := range shop.Orders.All(context.Background(), opts) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(order.ID, order.Total)
	}
	// Output:
	// XJ12H 15.8
	// XJ13K 4.5
}

// RefererID is the mark by which the order is found again when the answer to
// Create got lost.
func ExampleOrdersService_Create() {
	shop := answers{"POST /orders": `{"id":516483487,"orderId":"XJ12H"}`}.client()
	total, _ := ecwid.ParseAmount("9.00")
	price, _ := ecwid.ParseAmount("4.50")
	order := ecwid.OrderCreate{}
	order.Email = ecwid.Set("ada@example.org")
	order.PaymentStatus, order.FulfillmentStatus = ecwid.Set(ecwid.PaymentPaid), ecwid.Set(ecwid.FulfillmentDelivered)
	order.Subtotal, order.Total = ecwid.Set(total), ecwid.Set(total)
	order.Items = ecwid.Set([]ecwid.OrderItemWrite{{
		SKU: ecwid.Set("TEA-100"), Name: ecwid.Set("Green tea"), Quantity: ecwid.Set(2), Price: ecwid.Set(price),
	}})
	order.RefererID, order.CustomerMailsOff = ecwid.Set("till:S-1"), ecwid.Set(true)
	result, err := shop.Orders.Create(context.Background(), order)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.ID)
	// Output:
	// POST /orders {"email":"ada@example.org","paymentStatus":"PAID","fulfillmentStatus":"DELIVERED","subtotal":9,"total":9,"items":[{"sku":"TEA-100","name":"Green tea","quantity":2,"price":4.5}],"refererId":"till:S-1","disableAllCustomerNotifications":true}
	// XJ12H
}

// The store computes sums only here: Create stores what it is given.
func ExampleOrdersService_Calculate() {
	shop := answers{"POST /order/calculate": `{"paymentStatus":"INCOMPLETE","subtotal":9,"tax":0.59,"total":9.59}`}.client()
	order, err := shop.Orders.Calculate(context.Background(), ecwid.OrderCalculation{
		Items: ecwid.Set([]ecwid.OrderItemWrite{{ProductID: ecwid.Set(ecwid.ProductID(5001)), Quantity: ecwid.Set(2)}}),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(order.Subtotal, order.Tax, order.Total)
	// Output:
	// POST /order/calculate {"items":[{"productId":5001,"quantity":2}]}
	// 9 0.59 9.59
}

func ExampleOrderExtraFieldsService_Create() {
	shop := answers{"POST /orders/XJ12H/extraFields": `{"createCount":1}`}.client()
	err := shop.OrderExtraFields.Create(context.Background(), "XJ12H", ecwid.OrderExtraFieldCreate{
		ID: "till_sale", Title: "Sale", Value: "S-1", Section: ecwid.Set("order_comments"),
	})
	fmt.Println(err)
	// Output:
	// POST /orders/XJ12H/extraFields {"id":"till_sale","value":"S-1","title":"Sale","orderDetailsDisplaySection":"order_comments"}
	// <nil>
}

func ExampleOrderFilesService_Create() {
	shop := answers{"POST /orders/XJ12H/items/301/options/Your%20art": `{"id":71}`}.client()
	id, err := shop.OrderFiles.Create(context.Background(), "XJ12H", 301, "Your art", ecwid.Upload{
		FileName: "art.txt", Data: []byte("a picture"), ContentType: "text/plain",
	})
	fmt.Println(id, err)
	// Output:
	// POST /orders/XJ12H/items/301/options/Your%20art a picture
	// 71 <nil>
}

func ExampleInvoicesService_PDF() {
	shop := answers{"GET /orders/XJ12H/invoice-pdf": "%PDF-1.7 ..."}.client()
	receipt, err := shop.Invoices.PDF(context.Background(), "XJ12H")
	fmt.Println(len(receipt), "bytes", err)
	// Output:
	// 12 bytes <nil>
}

// A custom status has to be enabled before an order can get it.
func ExampleOrderStatusesService_Update() {
	shop := answers{"PUT /profile/order_status/CUSTOM_PAYMENT_STATUS_1": `{"updateCount":1}`}.client()
	_, err := shop.OrderStatuses.Update(context.Background(), string(ecwid.PaymentCustom1), ecwid.OrderStatusUpdate{
		Enabled: ecwid.Set(true), Name: ecwid.Set("On account"),
	})
	fmt.Println(err)
	// Output:
	// PUT /profile/order_status/CUSTOM_PAYMENT_STATUS_1 {"enabled":true,"name":"On account"}
	// <nil>
}

func ExampleDeletedService_AllOrders() {
	shop := answers{"GET /orders/deleted": `{"total":1,"items":[{"id":516483487,"orderId":"XJ12H","date":"2026-01-31 11:02:00 +0000"}]}`}.client()
	since := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	for gone, err := range shop.Deleted.AllOrders(context.Background(), &ecwid.DeletedListOptions{From: since}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(gone.OrderID, gone.Date.Format(time.DateTime))
	}
	// Output:
	// XJ12H 2026-01-31 11:02:00
}
