package ecwid_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// addTea adds the product of sale with its variation.
func addTea(store *ecwidtest.Server) {
	store.Add("products", `{"id":5001,"name":"Green tea","price":4.5,"options":[{"type":"SELECT","name":"Size","choices":[{"text":"L"}]}],
		"combinations":[{"id":7002,"sku":"TEA-100-L","quantity":9,"options":[{"name":"Size","value":"L"}]}]}`)
}

// ok ends the test at an error and gives the result of a call.
func ok[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func no(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// missing checks that a record is gone and that removing it again is no error.
func missing(t *testing.T, err, again error) {
	t.Helper()
	if !errors.Is(err, ecwid.ErrNotFound) || again != nil {
		t.Errorf("read: %v, second delete: %v", err, again)
	}
}

func contractCustomers(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	create := ecwid.CustomerCreate{}
	create.Email, create.TaxID = ecwid.Set("ada@example.org"), ecwid.Set("DE000000000")
	create.BillingPerson = ecwid.Set(ecwid.PersonWrite{Name: ecwid.Set("Ada Example"), CountryCode: ecwid.Set("DE")})
	id := ok(shop.Customers.Create(ctx, create))(t)
	_, err := shop.Customers.Create(ctx, create)
	wantClasses(t, err, ecwid.ErrConflict)

	address := ecwid.AddressWrite{PersonWrite: ecwid.PersonWrite{City: ecwid.Set("Hamburg")}}
	update := ecwid.CustomerUpdate{}
	update.ShippingAddresses = ecwid.Set([]ecwid.AddressWrite{address})
	same(t, "update", &ecwid.UpdateResult{Count: 1}, ok(shop.Customers.Update(ctx, id, update))(t))
	got := ok(shop.Customers.Get(ctx, id))(t)
	same(t, "name", "Ada Example", got.BillingPerson.Name)
	same(t, "city", "Hamburg", got.ShippingAddresses[0].City)
	same(t, "some fields", &ecwid.Customer{TaxID: "DE000000000"}, ok(shop.Customers.Get(ctx, id, ecwid.ReadOptions{ResponseFields: "taxId"}))(t))

	opts := &ecwid.CustomerListOptions{
		Email: "ada@example.org", UseExactEmailMatch: true, City: "Hamburg", MinOrderCount: new(0), SortBy: ecwid.CustomersByUpdatedDesc,
	}
	page := ok(shop.Customers.List(ctx, opts))(t)
	same(t, "counts", []int{1, 1, 1}, []int{page.Total, page.Count, page.AllCustomers})
	for customer, err := range shop.Customers.All(ctx, opts) {
		no(t, err)
		same(t, "id", id, customer.ID)
	}

	no(t, shop.Customers.Delete(ctx, id))
	_, err = shop.Customers.Get(ctx, id)
	missing(t, err, shop.Customers.Delete(ctx, id))
	gone := ok(shop.Deleted.Customers(ctx, nil))(t)
	same(t, "deleted", []int64{int64(id)}, []int64{gone.Items[0].ID})
}

func contractContacts(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	customer := ecwid.CustomerID(store.Add("customers", `{"email":"ada@example.org"}`))
	no(t, shop.CustomerContacts.Create(ctx, customer, ecwid.ContactWrite{Contact: "+49 30 000", Type: ecwid.ContactPhone}))
	contacts := ok(shop.CustomerContacts.List(ctx, customer))(t)
	phone := contacts[len(contacts)-1]
	same(t, "contact", "+49 30 000", phone.Contact)
	ok(shop.CustomerContacts.Update(ctx, customer, phone.ID, ecwid.ContactUpdate{Note: ecwid.Set("at work")}))(t)
	same(t, "note", "at work", ok(shop.CustomerContacts.Get(ctx, customer, phone.ID))(t).Note)
	no(t, shop.CustomerContacts.Delete(ctx, customer, phone.ID))
	_, err := shop.CustomerContacts.Get(ctx, customer, phone.ID)
	missing(t, err, shop.CustomerContacts.Delete(ctx, customer, phone.ID))
}

func contractCustomerGroups(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	id := ok(shop.CustomerGroups.Create(ctx, ecwid.CustomerGroupCreate{Name: "Regulars", ExternalReferenceID: ecwid.Set("g-1")}))(t)
	ok(shop.CustomerGroups.Update(ctx, id, ecwid.CustomerGroupUpdate{Name: ecwid.Set("Friends")}))(t)
	same(t, "group", &ecwid.CustomerGroup{ID: id, Name: "Friends", ExternalReferenceID: "g-1"}, ok(shop.CustomerGroups.Get(ctx, id))(t))
	same(t, "General", "General", ok(shop.CustomerGroups.Get(ctx, 0))(t).Name)
	same(t, "total", 2, ok(shop.CustomerGroups.List(ctx, nil))(t).Total)
	var names []string
	for group, err := range shop.CustomerGroups.All(ctx, &ecwid.CustomerGroupListOptions{IDs: []ecwid.CustomerGroupID{id}}) {
		no(t, err)
		names = append(names, group.Name)
	}
	same(t, "by id", []string{"Friends"}, names)
	no(t, shop.CustomerGroups.Delete(ctx, id))
	_, err := shop.CustomerGroups.Get(ctx, id)
	missing(t, err, shop.CustomerGroups.Delete(ctx, id))
}

func contractCustomerExtraFields(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	key := ok(shop.CustomerExtraFields.Create(ctx, ecwid.CustomerExtraFieldCreate{
		Title: "Loyalty card", Type: ecwid.Set(ecwid.CustomerFieldText), ShownOnOrderDetails: ecwid.Set(true),
	}))(t)
	ok(shop.CustomerExtraFields.Update(ctx, key, ecwid.CustomerExtraFieldUpdate{Title: ecwid.Set("Card")}))(t)
	same(t, "title", "Card", ok(shop.CustomerExtraFields.Get(ctx, key))(t).Title)
	same(t, "definitions", 1, len(ok(shop.CustomerExtraFields.List(ctx))(t)))
	no(t, shop.CustomerExtraFields.Delete(ctx, key))
	_, err := shop.CustomerExtraFields.Get(ctx, key)
	missing(t, err, shop.CustomerExtraFields.Delete(ctx, key))
}

func contractOrders(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	addTea(store)
	ctx := t.Context()
	created := ok(shop.Orders.Create(ctx, sale(t)))(t)
	update := ecwid.OrderUpdate{}
	update.FulfillmentStatus, update.TrackingNumber = ecwid.Set(ecwid.FulfillmentShipped), ecwid.Set("T1")
	ok(shop.Orders.Update(ctx, created.ID, update))(t)
	got := ok(shop.Orders.Get(ctx, created.ID))(t)
	same(t, "order", []string{"SHIPPED", "T1", "15.8"}, []string{string(got.FulfillmentStatus), got.TrackingNumber, got.Total.String()})
	same(t, "last", created.ID, ok(shop.Orders.Last(ctx, &ecwid.LastOrderOptions{CustomerEmail: "ada@example.org"}))(t).ID)
	same(t, "address to repeat", true, strings.HasPrefix(ok(shop.Orders.RepeatURL(ctx, created.ID))(t), "https://"))

	opts := &ecwid.OrderListOptions{
		RefererID: "posync:S-1", PaymentStatus: []ecwid.PaymentStatus{ecwid.PaymentPaid}, TotalFrom: new(amount(t, "15.80")),
		ProductIDs: []ecwid.ProductID{5001},
	}
	same(t, "found", 1, ok(shop.Orders.List(ctx, opts))(t).Total)
	for order, err := range shop.Orders.All(ctx, opts) {
		no(t, err)
		same(t, "id", created.ID, order.ID)
	}
	no(t, shop.Orders.Delete(ctx, created.ID))
	_, err := shop.Orders.Get(ctx, created.ID)
	missing(t, err, shop.Orders.Delete(ctx, created.ID))
	gone := ok(shop.Deleted.Orders(ctx, nil))(t)
	same(t, "deleted", created.ID, gone.Items[0].OrderID)
}

func contractCalculate(t *testing.T, _ *ecwidtest.Server, shop *ecwid.Client) {
	order := ok(shop.Orders.Calculate(t.Context(), ecwid.OrderCalculation{
		Email: ecwid.Set("ada@example.org"),
		Items: ecwid.Set([]ecwid.OrderItemWrite{{
			Name: ecwid.Set("Green tea"), Price: ecwid.Set(amount(t, "4.50")), Quantity: ecwid.Set(2),
		}}),
	}))(t)
	same(t, "sums", []string{"9", "9"}, []string{order.Subtotal.String(), order.Total.String()})
	same(t, "nothing stored", 0, ok(shop.Orders.List(t.Context(), nil))(t).Total)
}
