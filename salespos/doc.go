// Package salespos is a typed client of the CCV SalesPOS and CCV Shop REST API,
// version 1.
//
// A [Client] belongs to one shop and has a service for each resource:
//
//	pos, err := salespos.New("https://shop.example.com", publicKey, secret)
//	...
//	product, err := pos.Products.Get(ctx, 501, salespos.ExpandAttributeCombinations)
//
// It needs the key pair that the shop's back office shows under settings, API.
// Keep it where your other secrets are: the client prints it nowhere.
//
// # Signatures
//
// Each request is signed with HMAC-SHA512 over its exact bytes and the time;
// the API accepts it within five minutes. When the two clocks differ, the
// client learns the difference from the first refusal. Each success is verified
// before it is decoded; one that is unsigned or altered is [ErrBadAnswer].
// Errors are not signed by the API, so [ErrNotFound] is no proof that a record
// does not exist.
//
// # Reading
//
// List reads one page, All yields the items of all pages:
//
//	for product, err := range pos.Products.All(ctx, &salespos.ProductListOptions{
//		OrderBy: salespos.ProductsByModifiedDesc,
//	}) {
//		if err != nil {
//			return err
//		}
//		...
//	}
//
// All sends nothing before the first item is asked for, can be ranged over
// again, and yields an error once, as its last element. Lists that the API does
// not page are slices.
//
// Sub-resources come along when a read asks for them. A [Linked] collection
// counts only if its Expanded is true: without having been asked, the API sends
// an empty list for what is not empty.
//
// Read types are lenient, since the API is loose with types: a number may come
// as text, an object as "" or []. Numbers and flags that the API may leave out
// are pointers; nil means unknown, not zero. Texts that are missing are "".
// Decimals are [Amount], never floats.
//
// Words and keys that came after this package survive: an unknown word is an
// ordinary value of its type, and [Extra] has the keys. [WithUnknownField] tells
// their names, so that a program notices when the API grows.
//
// # Everything else
//
// Resources without a service are called with [Client.Do]: signed, verified,
// repeated and within the rates like all others, with JSON instead of types. That
// goes for the writes of cash-ups too, whose bodies the vendor does not document.
//
// # Writing
//
// Write types are types of their own and send only what was set:
//
//	err := pos.Products.Update(ctx, 501, salespos.ProductUpdate{
//		Price: salespos.Set(salespos.NewAmount(price)),
//	})
//
// [Set] makes a value of an optional field, also zero and "". [Null] clears, in
// the few fields that the API lets be cleared. IsZero of an update says that it
// would send nothing.
//
// # Errors
//
// Every error is an [*APIError] and one or more of the kinds, for errors.Is.
// The kind follows the vendor's code rather than the status, since the API
// reports mistakes of the caller as 500. Ask for [ErrUnknownOutcome] first: it
// says that a create may have been carried out although no proper answer came.
// The API has no key that makes a create happen only once; look for the record
// before sending it again.
//
// Repeated, after a wait, are calls that the server refused as too many, and
// calls that got no answer when a repetition does no harm. That is every call
// but a create, and an order update that mails the shopper.
//
// # Rates
//
// The API counts calls by verb and resource, 150 reads and 100 writes of each
// kind a minute. A client keeps within them in every sliding minute, so share
// one client among all users of a key pair, or one [Limiter] among clients of
// several processes. [Client.WithPriority] keeps bulk work from delaying what is
// urgent. After a 429 it pauses a minute. Other repetitions are at most
// one for five calls, with a reserve of 20: a server that is down gets little more
// than the calls themselves.
//
// # Webhooks
//
// [WebhookService] subscribes to events and a [WebhookHandler] takes them. The
// platform tells neither the event nor the shop, so each event has an address
// with a part that nobody can guess. An [Event] is a hint to read a record
// again; it is handed over before the delivery is answered, may come twice, and
// may not come at all: read everything from time to time.
//
// # Apps
//
// A connector that merchants install from the app store gets the key pair of a
// shop from the platform, see [NewHandshakeHandler] and [FinishInstall].
//
// # Tests
//
// Package [github.com/tillsync/tillsync/salespos/salespostest] is a shop in the
// memory of a test; its clients are those of this package.
//
//	account := salespostest.New()
//	account.Add("products", `{"id":501,"name":"Mug","price":12.5}`)
//	pos := account.Client()
package salespos
