// Package salespostest is a sandbox of a CCV SalesPOS account for tests,
// examples and demos.
//
// A [Server] keeps raw JSON documents and answers the REST API v1 with its own
// code: it checks the signature of each request on the raw bytes, signs its
// answers, counts the limits for each resource and verb, refuses unknown
// routes and unknown body fields, generates attribute combinations, numbers
// orders and invoices, lowers stock and sends webhooks. It decodes nothing with
// the types of package salespos, so that a misspelt field in the client is
// noticed.
//
// It offers the main resources of the API with all their verbs, and of the
// others those that products, orders and invoices lead to. Other paths answer
// 404 with code 404.20.
//
// It is used without sockets through [Server.Transport] or [Server.Client]
// (also inside a testing/synctest bubble), on a loopback port through
// [Server.Listen], or as a http.Handler. Clients written by others work with it
// unchanged. Tests put documents in with [Server.Add], change them with
// [Server.Edit] and [Server.Delete], look at them with [Server.Doc] and see each
// request in [Server.Requests]. [Server.Inject] makes requests fail in the ways
// a network and a busy server do, by rule or by chance, and lets lists change
// while they are read. [Server.Deliver] sends the webhooks that wait,
// [Server.Install] is the platform's side of an app installation.
// [Server.Export] and [Server.Import] keep the whole state as JSON.
//
// What the vendor's documentation leaves open is a [Reading] or an [Option]; the
// default is the setting that is harder on a client, except where a comment
// says otherwise. Misuse of the package panics, because it is a fault in a test.
package salespostest
