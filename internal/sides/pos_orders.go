package sides

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// orderPatch is one order for the POS and the note that hangs on it.
type orderPatch struct {
	order salespos.OrderCreate
	note  string // "": none
}

// posOrders writes orders to SalesPOS.
type posOrders struct {
	client *salespos.Client
	// references are the orders listed so far by the reference that they carry.
	references map[string]string
	// listed is the creation time down to which references are complete.
	listed time.Time
}

// Load is not needed: an order is created once and not read again.
func (s *posOrders) Load(context.Context, []string) (map[string]*salespos.Order, error) {
	return nil, errors.New("orders are not read back")
}

// Create sends the order.
func (s *posOrders) Create(ctx context.Context, p *orderPatch) (string, *salespos.Order, error) {
	order, err := s.client.Orders.Create(ctx, p.order)
	if err != nil {
		return "", nil, fault(err)
	}
	return idText(order.ID), order, nil
}

// Update never happens: what changes after the transfer is reported.
func (s *posOrders) Update(context.Context, string, *orderPatch) (*salespos.Order, error) {
	return nil, errors.New("orders are not updated")
}

// Complete adds the note. On an order that may have it already, it is looked for
// by its text.
func (s *posOrders) Complete(ctx context.Context, id string, p *orderPatch, fresh bool) error {
	if p.note == "" {
		return nil
	}
	order := salespos.OrderID(number(id))
	if !fresh {
		notes, err := s.client.OrderNotes.List(ctx, order)
		if err != nil {
			return fault(err)
		}
		for _, note := range notes {
			if note.Note == p.note {
				return nil
			}
		}
	}
	_, err := s.client.OrderNotes.Create(ctx, order, salespos.OrderNoteCreate{Note: p.note})
	return afterCreate(fault(err))
}

// find returns the orders that carry one of the references, by reference. It
// lists orders newest first, down to an instant, and keeps what it saw.
func (s *posOrders) find(ctx context.Context, references []string, down time.Time) (map[string]string, error) {
	if s.references == nil || down.Before(s.listed) {
		if err := s.list(ctx, down); err != nil {
			return nil, err
		}
	}
	found := map[string]string{}
	for _, reference := range references {
		if id, ok := s.references[referenceKey(reference)]; ok {
			found[reference] = id
		}
	}
	return found, nil
}

func (s *posOrders) list(ctx context.Context, down time.Time) error {
	references := map[string]string{}
	page := func(ctx context.Context, offset int) ([]salespos.Order, bool, error) {
		page, err := s.client.Orders.List(ctx, &salespos.OrderListOptions{Start: offset, OrderBy: salespos.OrdersByIDDesc})
		if err != nil {
			return nil, false, err
		}
		return page.Items, page.Next != "", nil
	}
	for fresh, err := range scan(ctx, 0, func(o *salespos.Order) int64 { return int64(o.ID) }, page) {
		if err != nil {
			return fault(err)
		}
		older := false
		for _, o := range fresh.rows {
			if key := referenceKey(o.ReservationNumber); key != "" {
				references[key] = idText(o.ID)
			}
			older = older || o.Created.Before(down)
		}
		if older {
			break
		}
	}
	s.references, s.listed = references, down
	return nil
}

// referenceKey is the part of a reference that is compared: what people read
// stands behind the blank.
func referenceKey(reference string) string {
	key, _, _ := strings.Cut(reference, " ")
	return key
}

// afterCreate makes an addition without an answer a failure: the next pass looks
// for it on the order before it is sent again.
func afterCreate(err error) error {
	if f, ok := errors.AsType[*pass.Error](err); ok && f.Unknown {
		again := *f
		again.Unknown = false
		return &again
	}
	return err
}
