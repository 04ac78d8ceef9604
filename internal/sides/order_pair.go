package sides

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// Orders are the settings of the orders of Ecwid on their way to SalesPOS.
type Orders struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	StoreID  int64
	State    state.Store
	Key      []byte
	// Flow, CustomerFlow and ProductFlow name the rows of orders and buyers, and
	// those with the links of the products.
	Flow, CustomerFlow, ProductFlow string
	Orders, Lines, Users            mapping.Definition
	// Gate lets an order pass, or says why not.
	Gate func(*ecwid.Order) engine.Verdict
	// Package is the shipping package of text lines; 0: none.
	Package salespos.PackageID
	// Guest is the user of orders without a usable e-mail address, 0: none.
	Guest salespos.UserID
	// Everybody is the user of all orders; 0: the buyer's own.
	Everybody salespos.UserID
	// ParkGuests parks orders that would have no user.
	ParkGuests bool
	// TextForMissing turns lines of unknown products into text lines.
	TextForMissing bool
	// NoPaymentNote leaves the note with the payment method out.
	NoPaymentNote bool
	// Since begins the first reading, Overlap is read again in later ones.
	Since   time.Time
	Overlap time.Duration
}

type (
	orderWork     = engine.Work[shopOrder, salespos.Order, orderPatch]
	orderPair     = engine.Pair[shopOrder, salespos.Order, orderPatch]
	orderDecision = engine.Decision[salespos.Order, orderPatch]
)

// Reasons and remarks on orders.
const (
	// RemarkTotalDiffers: the POS calculated another total than the shop.
	RemarkTotalDiffers = "TotalDiffers"
	// RemarkLineDropped: a line with quantity zero was left out.
	RemarkLineDropped = "LineDropped"
	// RemarkTaxUnknown: a line that is no product was booked without VAT, because
	// the shop does not tell its rate.
	RemarkTaxUnknown = "TaxUnknown"
	// RemarkRounded: a difference of some cents was booked as rounding.
	RemarkRounded = "Rounded"
)

type orderFlow struct {
	Orders
	orders *mapping.Mapper[catalog.ShopOrder, salespos.Order, salespos.OrderCreate]
	rows   *mapping.Mapper[catalog.ShopLine, salespos.OrderRow, salespos.OrderRowInput]
	hasher *mapping.Hasher
	pos    *posOrders
	buyers *buyerPlanner
	lines  *lineResolver
	terms  *moneyTerms
	// byEmail are the buyers of this pass.
	byEmail map[string]engine.Item[catalog.ShopBuyer]
}

// Pair joins the orders of Ecwid with those of SalesPOS.
func (o Orders) Pair() (*orderPair, error) {
	f := &orderFlow{Orders: o, hasher: mapping.NewHasher(o.Key), pos: &posOrders{client: o.SalesPOS},
		lines: newLineResolver(o), terms: &moneyTerms{pos: o.SalesPOS, shop: o.Ecwid},
		byEmail: map[string]engine.Item[catalog.ShopBuyer]{}}
	var err error
	if f.orders, err = mapping.New(o.Orders, catalog.OrderSchema(), o.Key); err != nil {
		return nil, err
	}
	if f.rows, err = mapping.New(o.Lines, catalog.OrderLineSchema(), o.Key); err != nil {
		return nil, err
	}
	users, err := mapping.New(o.Users, catalog.UserSchema(), o.Key)
	if err != nil {
		return nil, err
	}
	f.buyers = newBuyers(o, users)
	return &orderPair{
		Flow: o.Flow, Fingerprint: f.fingerprint(users.Fingerprint()), Origin: originEcwid,
		Mapping: nameMappings(f.orders.Identity(), f.rows.Identity(), users.Identity()),
		Source:  &shopOrders{client: o.Ecwid, since: o.Since, overlap: o.Overlap},
		Target:  f.pos,
		Timeout: o.SalesPOS.Timeout(), Once: true,
		Gate: f.gate, Holds: f.holds, Version: orderVersion, Probe: f.probe, First: firstReading,
		Prepare: f.prepare, Map: f.mapOrder, Trace: f.trace,
		Reference: func(s *shopOrder) string { return referenceKey(f.reference(s.Order)) }, Remedy: remedyOf,
	}, nil
}

// fingerprint changes with the mappings and with every setting that may let a
// parked order pass.
func (f *orderFlow) fingerprint(users string) string {
	settings := fmt.Sprint(f.Package, f.Guest, f.Everybody, f.ParkGuests, f.TextForMissing)
	sum := f.hasher.Sum("fingerprint", []byte(f.orders.Fingerprint()+f.rows.Fingerprint()+users+settings))
	return sum.String()
}

// reference is what an order that we create carries: our key, then the number
// that people know.
func (f *orderFlow) reference(o *ecwid.Order) string {
	return fmt.Sprintf("ecwid:%d:%d %s", f.StoreID, o.InternalID, o.ID)
}

// orderVersion changes with every change that the shop records.
func orderVersion(s *shopOrder) (string, error) {
	o := s.Order
	return fmt.Sprintf("%d/%s/%s", o.UpdateTimestamp.Unix(), o.PaymentStatus, o.FulfillmentStatus), nil
}

// gate leaves out what we wrote ourselves and asks the caller's rules.
func (f *orderFlow) gate(w *orderWork) engine.Verdict {
	order := w.Item.Record.Order
	if strings.HasPrefix(order.RefererID, "salespos:") {
		return engine.Verdict{Outcome: pass.Skipped, Reason: "echo"}
	}
	if w.TargetID() != "" {
		return engine.Verdict{} // what is transferred is not gated again
	}
	v := f.Gate(order)
	v.Version, _ = orderVersion(&w.Item.Record) // it cannot fail
	return v
}

// holds are the quantities that the order took off the shop's stock.
func (f *orderFlow) holds(s *shopOrder) []state.Hold {
	switch s.Order.PaymentStatus {
	case ecwid.PaymentCancelled, ecwid.PaymentRefunded, ecwid.PaymentIncomplete:
		return nil
	default:
	}
	var holds []state.Hold
	for _, item := range s.Order.Items {
		if item.ProductID > 0 && item.Quantity != 0 {
			holds = append(holds, state.Hold{Article: shopArticle(&item), Quantity: fmt.Sprint(item.Quantity)})
		}
	}
	return holds
}

// shopArticle names what a line sold as the links of the product flow do.
func shopArticle(item *ecwid.OrderItem) string {
	if item.CombinationID > 0 {
		return idText(item.ProductID) + "/" + idText(item.CombinationID)
	}
	return idText(item.ProductID)
}

// probe looks for the orders by the references that they carry. One listing,
// down to a day before the oldest attempt, answers all.
func (f *orderFlow) probe(ctx context.Context, works []*orderWork) (map[string]string, map[string]bool, error) {
	down := time.Now()
	references := make([]string, len(works))
	for i, w := range works {
		order := w.Item.Record.Order
		references[i] = f.reference(order)
		first := order.CreateDate.Time
		if w.Row.Announced != nil {
			first = w.Row.Announced.First
		}
		if day := first.Add(-24 * time.Hour); day.Before(down) {
			down = day
		}
	}
	byReference, err := f.pos.find(ctx, references, down)
	if err != nil {
		return nil, nil, err
	}
	found := map[string]string{}
	for i, w := range works {
		if id, ok := byReference[references[i]]; ok {
			found[w.Item.ID] = id
		}
	}
	return found, nil, nil
}

// prepare resolves the lines of the orders and plans their buyers.
func (f *orderFlow) prepare(ctx context.Context, works []*orderWork) error {
	if err := f.terms.read(ctx); err != nil {
		return err
	}
	for _, w := range works {
		f.terms.describe(&w.Item.Record)
	}
	if err := f.lines.resolve(ctx, works); err != nil {
		return err
	}
	var items []engine.Item[catalog.ShopBuyer]
	var owners []*orderWork
	for _, w := range works {
		if w.Settled() || f.Everybody != 0 {
			continue
		}
		item, ok := buyerOf(w.Item.Record.Order, f.hasher)
		switch {
		case ok:
			items, owners = append(items, f.oneOf(item)), append(owners, w)
		case f.Guest == 0 && f.ParkGuests:
			w.Fail(refusal(pass.ClassValidation, "GuestRefused", fmt.Errorf("order %s has no usable e-mail address", w.Item.Label)))
		}
	}
	works2, err := f.buyers.Plan(ctx, items)
	if err != nil {
		return err
	}
	for i, buyer := range works2 {
		owners[i].Need(buyer.Job)
	}
	return nil
}

// oneOf is the first buyer of this pass with the e-mail address: an address is one
// person, under however many accounts of the shop.
func (f *orderFlow) oneOf(buyer engine.Item[catalog.ShopBuyer]) engine.Item[catalog.ShopBuyer] {
	first, known := f.byEmail[buyer.Record.Email]
	if !known {
		f.byEmail[buyer.Record.Email] = buyer
		return buyer
	}
	return first
}

// mapOrder makes the request for one order.
func (f *orderFlow) mapOrder(w *orderWork) (orderDecision, error) {
	record := &w.Item.Record
	record.Reference, record.Paid = f.reference(record.Order), record.Order.PaymentStatus == ecwid.PaymentPaid
	if err := f.fillRows(w); err != nil {
		return orderDecision{}, err
	}
	change, err := f.orders.Plan(orderInput(w))
	if err != nil {
		return orderDecision{}, mappingFault(err)
	}
	d := orderDecision{Patch: orderPatch{order: change.Patch, note: f.note(record.Order)}, Fields: change.Fields()}
	if user := f.user(w); user != 0 {
		d.Patch.order.UserID = salespos.Set(user)
	}
	if len(w.Needs()) > 0 {
		d.Bind = func(p *orderPatch, ids []string) { p.order.UserID = salespos.Set(salespos.UserID(number(ids[0]))) }
	}
	wanted := expectedTotal(record)
	d.Settle = func(_ *state.Record, after *salespos.Order) []state.Record {
		if after != nil && !after.TotalPrice.Equal(wanted) {
			w.Remark(RemarkTotalDiffers)
		}
		return nil
	}
	return d, nil
}

func orderInput(w *orderWork) mapping.Input[catalog.ShopOrder, salespos.Order] {
	return mapping.Input[catalog.ShopOrder, salespos.Order]{Source: &w.Item.Record.ShopOrder}
}

// user is the fixed user of an order; 0: the buyer's own, or none.
func (f *orderFlow) user(w *orderWork) salespos.UserID {
	switch {
	case f.Everybody != 0:
		return f.Everybody
	case len(w.Needs()) == 0:
		return f.Guest
	default:
		return 0
	}
}

// note says what SalesPOS has no field for: it takes no payment method.
func (f *orderFlow) note(o *ecwid.Order) string {
	if f.NoPaymentNote {
		return ""
	}
	parts := []string{"Ecwid order " + string(o.ID), strings.ToLower(string(o.PaymentStatus))}
	if o.PaymentMethod != "" {
		parts = append(parts, "payment: "+o.PaymentMethod)
	}
	if s := o.ShippingOption; s != nil && s.MethodName != "" {
		parts = append(parts, "shipping: "+s.MethodName)
	}
	return strings.Join(parts, "; ")
}
