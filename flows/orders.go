package flows

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/internal/sides"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// Guests says what happens to orders without a usable e-mail address.
type Guests string

// What happens to guests.
const (
	// GuestsPass lets the order arrive without a user; its personal data stands
	// in the order. It is the default.
	GuestsPass Guests = ""
	// GuestsPark parks the order.
	GuestsPark Guests = "park"
)

// DefaultCustomer is a user of the POS that orders are booked on.
type DefaultCustomer struct {
	// ID is the user; 0 is none.
	ID salespos.UserID
	// Force books all orders on it; otherwise only those of guests.
	Force bool
}

// MissingProduct says what happens to a line whose article the POS does not know.
type MissingProduct string

// What happens to lines of unknown articles.
const (
	// MissingFails parks the order, naming all such lines. It is the default.
	MissingFails MissingProduct = ""
	// MissingAsText books the line as free text; it needs Package.
	MissingAsText MissingProduct = "text"
)

// GateResult is what a gate says of an order.
type GateResult struct {
	// Wait lets the order wait until it changes, Never leaves it out; with
	// neither it passes.
	Wait, Never bool
	// Reason is a fixed word, Message says more to people.
	Reason, Message string
}

// PaymentIn is the gate that passes orders in the given states of payment and
// lets others wait. Cancelled and refunded orders are left out.
func PaymentIn(statuses ...ecwid.PaymentStatus) func(*ecwid.Order) GateResult {
	return func(o *ecwid.Order) GateResult {
		switch {
		case slices.Contains(statuses, o.PaymentStatus):
			return GateResult{}
		case o.PaymentStatus == ecwid.PaymentCancelled || o.PaymentStatus == ecwid.PaymentRefunded:
			return GateResult{Never: true, Reason: "Cancelled", Message: "the order was cancelled before it was transferred"}
		default:
			return GateResult{Wait: true, Reason: "Unpaid", Message: "the order is transferred when its payment status changes from " + string(o.PaymentStatus)}
		}
	}
}

// OrderConfig configures [SyncOrders].
type OrderConfig struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	// Key are 32 secret bytes or more, the same in every process and flow.
	Key       []byte
	Direction Direction // EcwidToSalesPOS
	Pass      PassOptions
	// Since begins the first pass; it is required then, so that years of old
	// orders are not imported by accident. Later passes ignore it.
	Since time.Time
	// Gate decides which orders are transferred; nil is PaymentIn(PAID).
	Gate func(*ecwid.Order) GateResult
	// Package is the shipping package of rows that are no product, such as
	// discounts, tips and manual items. Without it such orders are parked.
	Package         salespos.PackageID
	Guests          Guests
	DefaultCustomer DefaultCustomer
	MissingProduct  MissingProduct
	// NoPaymentNote leaves out the order note that names the payment method, for
	// which SalesPOS has no writable field.
	NoPaymentNote bool
	// Mapping, Lines and Customers are [catalog.Orders], [catalog.OrderLines] and
	// [catalog.Users] when they have no rules.
	Mapping, Lines, Customers mapping.Definition
}

func (c OrderConfig) systems() systems {
	return systems{c.SalesPOS, c.Ecwid, c.State, c.Key}
}

func (c OrderConfig) check() error {
	var p problems
	c.systems().check(&p)
	c.Pass.check(&p)
	direction(&p, c.Direction, EcwidToSalesPOS)
	p.add(c.Package < 0, "Package", "is negative", "the id of a package of the POS")
	p.add(c.Guests != GuestsPass && c.Guests != GuestsPark, "Guests", fmt.Sprintf("is %q", c.Guests), `"" or park`)
	p.add(c.DefaultCustomer.ID < 0 || c.DefaultCustomer.Force && c.DefaultCustomer.ID == 0, "DefaultCustomer", "has no user", "set ID to a user of the POS")
	p.add(c.MissingProduct != MissingFails && c.MissingProduct != MissingAsText, "MissingProduct", fmt.Sprintf("is %q", c.MissingProduct), `"" or text`)
	p.add(c.MissingProduct == MissingAsText && c.Package == 0, "MissingProduct", "text lines have no package", "set Package")
	return p.err()
}

// SyncOrders creates the web orders of the shop at the POS, each exactly once,
// with buyer, lines, addresses and payment. Orders that the gate lets wait come
// back when they change; an order that cannot be transferred as a whole is
// parked, and nothing of it is written. What is booked adds up to the shop's total
// to the cent, or the order is parked. Both systems must tell one and the same
// currency, or the pass stops: nothing is converted.
//
// For each order it costs one create and one note at the POS, for each new buyer
// one create more.
func SyncOrders(ctx context.Context, c OrderConfig) (*pass.Report, error) {
	p, err := c.pass(ctx, c.State)
	if err != nil {
		return failedReport("orders", err)
	}
	return p.Run(ctx)
}

// PlanOrders yields what SyncOrders would do, and writes nothing. Step.Trace explains
// it, also of a buyer among the children.
func PlanOrders(ctx context.Context, c OrderConfig) iter.Seq2[pass.Step, error] {
	p, err := c.pass(ctx, planStore(c.State))
	if err != nil {
		return failed[pass.Step](err)
	}
	return p.Plan(ctx)
}

func (c OrderConfig) pass(ctx context.Context, store state.Store) (*sides.OrderPass, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	s := c.systems()
	flow := s.flow("orders", c.Direction)
	if err := c.checkSince(ctx, flow); err != nil {
		return nil, err
	}
	o := sides.Orders{
		SalesPOS: c.SalesPOS, Ecwid: c.Ecwid, StoreID: c.Ecwid.StoreID(), State: store, Key: c.Key,
		Flow: flow, CustomerFlow: s.flow("customers", c.Direction), ProductFlow: s.flow("products", SalesPOSToEcwid),
		Orders: orDefault(c.Mapping, catalog.Orders()), Lines: orDefault(c.Lines, catalog.OrderLines()), Users: orDefault(c.Customers, catalog.Users()),
		Gate: c.verdict, Package: c.Package, Guest: c.DefaultCustomer.ID, ParkGuests: c.Guests == GuestsPark,
		TextForMissing: c.MissingProduct == MissingAsText, NoPaymentNote: c.NoPaymentNote,
		Since: c.Since.UTC(), Overlap: DefaultOverlap,
	}
	if c.DefaultCustomer.Force {
		o.Everybody = c.DefaultCustomer.ID
	}
	pair, err := o.Pair()
	if err != nil {
		return nil, configError(err)
	}
	return newPass(pair, store, c.Pass), nil
}

// checkSince refuses a first pass that does not say where to begin.
func (c OrderConfig) checkSince(ctx context.Context, flow string) error {
	if !c.Since.IsZero() || len(c.Pass.Only) > 0 {
		return nil
	}
	_, ok, err := c.State.Cursors.Cursor(ctx, flow)
	if err != nil {
		return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load cursor of the orders: %w", err)}
	}
	var p problems
	p.add(!ok, "Since", "missing in the first pass of orders", "set the time from which on orders are transferred")
	return p.err()
}

func (c OrderConfig) verdict(o *ecwid.Order) engine.Verdict {
	gate := c.Gate
	if gate == nil {
		gate = PaymentIn(ecwid.PaymentPaid)
	}
	r := gate(o)
	switch {
	case r.Never:
		return engine.Verdict{Outcome: pass.Skipped, Reason: r.Reason, Message: r.Message}
	case r.Wait:
		return engine.Verdict{Outcome: pass.Waiting, Reason: r.Reason, Message: r.Message}
	default:
		return engine.Verdict{}
	}
}
