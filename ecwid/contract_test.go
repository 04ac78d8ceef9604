package ecwid_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// contract calls methods of a client on the sandbox that it talks to, and looks
// at the effects. The sandbox was written from the reference, without the types
// of this package.
type contract func(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client)

// TestContract calls every method on the sandbox, as it is by default and as
// odd as the reference lets answers be, and looks for the typed endpoints that
// never answered with a success.
func TestContract(t *testing.T) {
	t.Parallel()
	answered := new(successes)
	for name, readings := range map[string][]ecwidtest.Reading{
		"default": nil,
		"odd": {
			ecwidtest.OldestOrdersFirst, ecwidtest.DatesElsewhere, ecwidtest.StorageSuccess,
			ecwidtest.AsyncWithoutID, ecwidtest.ObjectsInLists, ecwidtest.OrderIDLower, ecwidtest.ListsUnsorted,
			ecwidtest.BatchCallsFree, ecwidtest.NewProductsTracked,
		},
	} {
		t.Run(name, func(t *testing.T) {
			for name, test := range contracts() {
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					store := ecwidtest.New(ecwidtest.With(readings...))
					test(t, store, store.Client(ecwid.WithUnknownField(func(document, field string) {
						t.Errorf("%s has no field %s", document, field)
					})))
					answered.add(store.Requests())
				})
			}
		})
	}
	for op, e := range listedEndpoints(t) {
		if e.typed && !slices.ContainsFunc(answered.lines, opPattern(op).MatchString) {
			t.Errorf("%s never answered with a success", op)
		}
	}
}

func contracts() map[string]contract {
	return map[string]contract{
		"products": contractProducts, "new product": contractNewProduct, "brands": contractBrands,
		"variations": contractVariations, "images": contractImages, "videos": contractVideosAndMedia,
		"files": contractFiles, "product types": contractProductTypes, "categories": contractCategories,
		"customers": contractCustomers, "contacts": contractContacts, "groups": contractCustomerGroups,
		"customer fields": contractCustomerExtraFields, "orders": contractOrders, "order parts": contractOrderParts,
		"order files": contractOrderFiles, "order statuses": contractOrderStatuses, "calculate": contractCalculate,
		"carts": contractCarts, "subscriptions": contractSubscriptions, "deleted": contractDeleted, "profile": contractProfile,
		"checkout fields": contractCheckoutExtraFields, "ways": contractShippingAndPayment,
		"dictionaries": contractDictionaries, "app": contractApp, "batches": contractBatches,
	}
}

// successes are the request lines that answered with a success.
type successes struct {
	mu    sync.Mutex
	lines []string
}

func (a *successes) add(requests []ecwidtest.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, r := range requests {
		if r.Status/100 == 2 {
			a.lines = append(a.lines, r.Method+" "+r.Path)
		}
	}
}

func contractCarts(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	store.Add("orders", `{"id":"C1","paymentStatus":"INCOMPLETE","email":"ada@example.org","total":9}`)
	page := ok(shop.Carts.List(ctx, &ecwid.CartListOptions{Email: "ada@example.org"}))(t)
	same(t, "carts", 1, page.Total)
	id := page.Items[0].ID
	same(t, "all", page.Items, ok(gather(shop.Carts.All(ctx, nil)))(t))
	same(t, "total", "9", ok(shop.Carts.Get(ctx, id))(t).Total.String())
	ok(shop.Carts.Update(ctx, id, ecwid.CartUpdate{Hidden: ecwid.Set(true)}))(t)
	same(t, "shown", 0, ok(shop.Carts.List(ctx, &ecwid.CartListOptions{ShowHidden: new(false)}))(t).Total)
	placed := ok(shop.Carts.Place(ctx, id))(t)
	same(t, "order", ecwid.PaymentAwaiting, ok(shop.Orders.Get(ctx, placed.ID))(t).PaymentStatus)
	_, err := shop.Carts.Get(ctx, id)
	wantClasses(t, err, ecwid.ErrNotFound)
}

func contractSubscriptions(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	store.Add("subscriptions", `{"subscriptionId":7,"customerId":9}`)
	store.Add("subscriptions", `{"subscriptionId":8,"status":"CANCELLED"}`)
	same(t, "all", 2, len(ok(gather(shop.Subscriptions.All(ctx, nil)))(t)))
	page := ok(shop.Subscriptions.List(ctx, &ecwid.SubscriptionListOptions{CustomerID: 9, Status: ecwid.SubscriptionActive}))(t)
	same(t, "active", 1, page.Total)
	ok(shop.Subscriptions.Update(ctx, 7, ecwid.SubscriptionUpdate{Status: ecwid.Set(ecwid.SubscriptionCancelled)}))(t)
	same(t, "status", ecwid.SubscriptionCancelled, ok(shop.Subscriptions.Get(ctx, 7))(t).Status)
}

func contractDeleted(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	ctx := t.Context()
	addTea(store)
	no(t, shop.Products.Delete(ctx, 5001))
	customer := store.Add("customers", `{"email":"ada@example.org"}`)
	no(t, shop.Customers.Delete(ctx, ecwid.CustomerID(customer)))
	store.Add("orders", `{"id":"XJ12H","paymentStatus":"PAID"}`)
	no(t, shop.Orders.Delete(ctx, "XJ12H"))

	same(t, "product", 5001, ok(shop.Deleted.Products(ctx, nil))(t).Items[0].ID)
	same(t, "customer", customer, ok(shop.Deleted.Customers(ctx, nil))(t).Items[0].ID)
	same(t, "order", "XJ12H", ok(shop.Deleted.Orders(ctx, nil))(t).Items[0].OrderID)
	same(t, "products", 1, len(ok(gather(shop.Deleted.AllProducts(ctx, nil)))(t)))
	same(t, "customers", 1, len(ok(gather(shop.Deleted.AllCustomers(ctx, nil)))(t)))
	same(t, "orders", 1, len(ok(gather(shop.Deleted.AllOrders(ctx, nil)))(t)))
	// The sandbox has neither coupons nor reviews to delete.
	same(t, "coupons", 0, ok(shop.Deleted.Coupons(ctx, nil))(t).Total)
	same(t, "all coupons", 0, len(ok(gather(shop.Deleted.AllCoupons(ctx, nil)))(t)))
	same(t, "reviews", 0, ok(shop.Deleted.Reviews(ctx, nil))(t).Total)
	same(t, "all reviews", 0, len(ok(gather(shop.Deleted.AllReviews(ctx, nil)))(t)))
}

func contractBatches(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	synctest.Test(t, func(t *testing.T) {
		ctx := t.Context()
		newGroup := func(n int) *ecwid.BatchCall[ecwid.CustomerGroupID] {
			return ecwid.InBatch(fmt.Sprint(n), func(shop *ecwid.Client) (ecwid.CustomerGroupID, error) {
				return shop.CustomerGroups.Create(ctx, ecwid.CustomerGroupCreate{Name: fmt.Sprint("Group ", n)})
			})
		}
		first, second, key := newGroup(1), newGroup(2), ecwid.NewBatchKey()
		ran := ok(shop.Batches.Run(ctx, []ecwid.BatchRequest{first}, nil))(t)
		id := ok(first.Result(ran))(t)
		ticket := ok(shop.Batches.Submit(ctx, []ecwid.BatchRequest{second}, &ecwid.BatchOptions{Keys: []string{key}, Group: "g"}))(t)
		waited, resumed := ok(shop.Batches.Wait(ctx, ticket))(t), ok(shop.Batches.Resume(ctx, key))(t)
		same(t, "resumed", ok(second.Result(waited))(t), ok(second.Result(resumed))(t))
		same(t, "group", "Group 1", ok(shop.CustomerGroups.Get(ctx, id))(t).Name)
		same(t, "nothing to cancel", 0, ok(shop.Batches.CancelGroup(ctx, "g"))(t).Count)
		done := &ecwid.BatchListOptions{Status: ecwid.BatchCompleted}
		same(t, "batches", ok(shop.Batches.List(ctx, done))(t).Items, ok(gather(shop.Batches.All(ctx, done)))(t))
		same(t, "submits that created", 2, len(store.Docs("groups"))-1)
	})
}
