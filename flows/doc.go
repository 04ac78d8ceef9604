// Package flows keeps a CCV SalesPOS point of sale and an Ecwid shop in step.
//
// A flow is a function that makes one pass over one kind of record and returns:
// [SyncCategories], [SyncProducts] and [SyncStock] carry the catalogue from the
// POS to the shop, [SyncOrders] carries web orders to the POS. When to run them
// is the caller's business, and so is where their memory is kept: a
// [state.Store], such as flows/state/sqlstate.
//
//	report, err := flows.SyncProducts(ctx, flows.ProductConfig{
//		SalesPOS: pos, Ecwid: shop, State: store, Key: key,
//		Direction: flows.SalesPOSToEcwid,
//	})
//
// Each has a plan beside it, which says for every record and field what a pass
// would do and why, and writes nothing:
//
//	for step, err := range flows.PlanProducts(ctx, cfg) { … }
//
// Flows that share their clients share the rates of the systems, and orders go
// first: stock and, more so, products and categories leave a little of each rate to
// what is more urgent. A client that the caller made less urgent, with WithPriority,
// stays so.
//
// [Check] tests credentials, settings and mappings before the first pass.
//
// A pass that fails half way, is cancelled or whose process dies is simply run
// again: nothing is lost and nothing is done twice. Records that cannot be
// handled are parked with a message that says what to do; they come back by
// themselves.
package flows
