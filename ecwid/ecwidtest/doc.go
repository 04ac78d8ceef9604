// Package ecwidtest is a strict Ecwid store in memory, for tests of code that
// talks to the Ecwid REST API v3.
//
// A [Server] holds raw JSON documents and answers as the API does: envelopes,
// responseFields, error codes, unique SKUs and e-mails, partial updates, stock
// taken by orders, a search that lags behind the writes, 600 requests in any
// minute. It shares no code or type with package ecwid; only [Server.Client]
// imports it.
//
//	shop := ecwidtest.New(ecwidtest.WithIndexLag(time.Minute))
//	shop.Add("products", `{"sku":"TEA-100","price":4.5,"quantity":12}`)
//	client := shop.Client()
//
// Requests travel in-process through [Server.Transport], without sockets or
// goroutines, so everything works inside a testing/synctest bubble.
// [Server.Listen] opens a real loopback port for other processes.
//
// # Strictness
//
// An unknown route, a wrong verb, a missing token, a wrong type, and, unlike
// the real API, an unknown key of a body are refused. Documented query
// parameters that the server does not implement are answered with 501, so that
// a filter is never ignored by accident; undocumented ones are ignored as the
// API does. Everything is recorded: see [Server.Requests].
//
// Products, variations, classes, categories, customers, orders, the profile
// (read only), latest-stats and the deleted feeds are served. Images, customer
// groups, carts, batches and the search by category path are not.
//
// # Seeding
//
// [Server.Add], [Server.Edit], [Server.Delete] and [Server.PlaceOrder] act as
// the merchant or a shopper would, past the API: no token, no limits, no
// record, no schema. They use the key names that a GET shows and panic on
// misuse, because a broken test setup should be noticed at once.
package ecwidtest
