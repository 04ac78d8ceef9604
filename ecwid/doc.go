// Package ecwid is a typed client of the Ecwid REST API v3: products and their
// variations, stock, categories, product types, customers, orders and the
// profile of one store.
//
//	shop, err := ecwid.New(storeID, token)
//	if err != nil { ... }
//	product, err := shop.Products.Get(ctx, 5001)
//
// # Reading
//
// Get reads one record, List one page, All everything. All is lazy: nothing is
// sent before the first pull, and a range that stops early stops the requests.
// An error comes once, as the last pair:
//
//	for order, err := range shop.Orders.All(ctx, &ecwid.OrderListOptions{UpdatedFrom: from, UpdatedTo: to}) {
//		if err != nil { return err }
//		...
//	}
//
// Read types have the fields of the vendor's documents. A pointer is nil when
// the store sent no such field and that means something, such as Quantity of a
// product without stock tracking. Unknown values of enumerations survive.
// Unknown fields of a record survive in its [Extra]; [WithUnknownField] tells
// their names, so that a program notices when the API grows.
//
// ResponseFields, in [ReadOptions] and in the options of each list, restricts
// an answer to what is needed:
//
//	page, err := shop.Products.List(ctx, &ecwid.ProductListOptions{ResponseFields: "total,items(id,quantity)"})
//
// Lists of products, categories and orders come from an index that lags behind
// writes by seconds to minutes. That a record is not in a list proves nothing
// right after a write; Get, and a list of exact ProductIDs, see writes at once.
//
// # Writing
//
// Write types are types of their own. Each optional field is an [Opt], made with
// [Set]: an absent field is not in the request and stays as it is in the store,
// while 0, "" and an empty list are values that are written.
//
//	update := ecwid.ProductUpdate{}
//	update.Price = ecwid.Set(price)
//	update.Subtitle = ecwid.Set("") // clears
//	_, err := shop.Products.Update(ctx, id, update, nil)
//
// Most lists are replaced as a whole; the comment of each write type says which.
// The Keep methods turn a part that was read into what has to be sent so that it
// stays.
//
// Images and files are an [Upload]: their bytes, or an address from which the
// store fetches them.
//
// Numbers that must not lose digits are [Amount], decimals from wire to wire.
// Instants are [Time], in UTC, with a resolution of one second.
//
// # Everything else
//
// [Client.Do] sends a request to any resource of the store that has no service,
// such as promotions, with the same token, limit, repetitions and errors.
//
// # Errors
//
// Every error of a call is an [*APIError] of one class, such as [ErrNotFound] or
// [ErrConflict], for errors.Is. Requests are repeated, within the rate limit and
// with growing pauses, only when that is harmless. A create, or a change of
// stock by a difference, whose answer was lost is not sent again: the error is
// [ErrUnknownOutcome], and its effect has to be looked for first.
//
// # Batches
//
// Any call goes into a batch as well, which the store carries out on its own:
//
//	sale := ecwid.InBatch("sale-17", func(shop *ecwid.Client) (*ecwid.OrderResult, error) {
//		return shop.Orders.Create(ctx, order)
//	})
//	results, err := shop.Batches.Run(ctx, []ecwid.BatchRequest{sale}, nil)
//	if err != nil { ... }
//	created, err := sale.Result(results)
//
// A batch has a key under which the store takes it on once. Keep keys of your own
// and Resume finds the outcomes after a crash: the one way to create an order
// exactly once.
//
// # Webhooks and apps
//
// A [WebhookHandler] verifies events and hands them over before it answers. They
// are hints: read the record again. An [App] is installed by the owner of a
// store, which gives its token, and opens pages inside the control panel.
//
// # Limits and secrets
//
// A [Client] keeps to 600 requests in any minute and stops when the store tells
// it to wait. Use one client for one token: all its users share the limit. When
// several processes share a token, give each its share of the rate with
// [WithRate], or all of them one [Limiter]. [Client.WithPriority] keeps bulk work
// from delaying what is urgent.
//
// Beside the wait after a 429, at most one call in five is repeated, with a
// reserve of 20: a store that is down gets little more than the calls themselves.
//
// The token is in no error, log line or printed value, and a [Secret] in none.
//
// The comment of each method names its endpoint and the access scopes that the
// token needs.
//
// # Tests
//
// Package [github.com/tillsync/tillsync/ecwid/ecwidtest] is a store in the memory
// of a test; its clients are those of this package.
//
//	store := ecwidtest.New()
//	store.Add("products", `{"id":5001,"name":"Green tea","price":4.5}`)
//	shop := store.Client()
package ecwid
