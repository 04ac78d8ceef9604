// Package salespostest is an in-process fake of a CCV SalesPOS account for
// tests, examples and demos.
//
// A [Server] keeps raw JSON documents and answers the REST API v1 with its own
// code: it checks the signature of each request on the raw bytes, signs its
// answers, counts the limits for each resource and verb, refuses unknown
// routes and unknown body fields, generates attribute combinations, numbers
// orders and lowers stock. It decodes nothing with the types of package
// salespos, so that a misspelt field in the client is noticed.
//
// It is used without sockets through [Server.Transport] or [Server.Client]
// (also inside a testing/synctest bubble), or on a loopback port through
// [Server.Listen]. Tests put documents in with [Server.Add], change them with
// [Server.Edit], look at them with [Server.Doc] and see each request in
// [Server.Requests]. [Server.Inject] makes requests fail in the ways a network
// and a busy server do.
//
// What the vendor's documentation leaves open is an [Option]; the default is
// the setting that is harder on a client, except where a comment says
// otherwise. Misuse of the package panics, because it is a fault in a test.
//
// Resources so far: products, productphotos (read), productattributevalues,
// productattributesets, attributecombinations, attributes, attributevalues,
// categories, categorytree, producttocategories, orders, orderrows,
// ordernotes, users, usergroups (read), paymethods, packages, webshops,
// settings and geozonecountries. Other paths answer 404 with code 404.20.
package salespostest
