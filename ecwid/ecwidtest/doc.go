// Package ecwidtest is a strict Ecwid store in memory: a sandbox for code that
// talks to the Ecwid REST API v3, and for its tests.
//
// A [Server] holds raw JSON documents and answers as the API does: envelopes,
// responseFields, scopes, error codes, unique SKUs and e-mails, partial
// updates, stock taken by orders, a search that lags behind the writes, batches
// that run in the background, signed webhooks, 600 requests in any minute for
// each token, a block of callers that keep using a bad one. It shares no code or
// type with package ecwid; only [Server.Client] imports it.
//
//	shop := ecwidtest.New(ecwidtest.WithIndexLag(time.Minute))
//	shop.Add("products", `{"sku":"TEA-100","price":4.5,"quantity":12}`)
//	client := shop.Client()
//
// Requests travel in-process through [Server.Transport], without sockets or
// goroutines, so everything works inside a testing/synctest bubble.
// [Server.Listen] opens a real loopback port for other processes, and for
// clients in any language.
//
// # Strictness
//
// An unknown route, a wrong verb, a missing token, a wrong type, and, unlike
// the real API, an unknown key of a body are refused; undocumented query
// parameters are ignored as the API does. Everything is recorded: see
// [Server.Requests].
//
// Served are the catalogue with its images, videos and files, customers with
// contacts and groups, orders with extra fields, statuses and invoices, carts,
// subscriptions, the profile with shipping and payment options, the application storage, the
// dictionaries, latest-stats, the deleted feeds, batches, and the exchange of
// OAuth codes. Coupons, promotions, reviews, staff and domains are not. Reports and dictionaries have little to say.
//
// # What nobody knows
//
// Where the reference is not sure how the API behaves, the server takes the
// safe assumption. [With] switches to the other [Reading]; other options, such
// as [WithIndexLag] and [WithClockSkew], set what is a matter of degree.
//
// # Trouble
//
// [Server.Inject] loses, delays, cuts or replaces answers, before or
// after the effect, by rule or by chance, and lets lists shift while they are
// read. [Server.Deliver] sends webhooks late, twice and out of order, as
// [Webhooks] says. Nothing is random that a seed does not repeat.
//
// # Seeding
//
// [Server.Add], [Server.Edit], [Server.Delete] and [Server.PlaceOrder] act as
// the merchant or a shopper would, past the API: no token, no limits, no
// record, no schema. They use the key names that a GET shows and panic on
// misuse, because a broken test setup should be noticed at once.
// [Server.Export] and [Server.Import] carry a whole store over.
package ecwidtest
