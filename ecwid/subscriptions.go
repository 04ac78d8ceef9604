package ecwid

import (
	"context"
	"iter"
	"time"
)

// SubscriptionsService reads and writes the recurring subscriptions that buyers
// have.
type SubscriptionsService service

// SubscriptionListOptions filters a list of subscriptions.
type SubscriptionListOptions struct {
	CustomerID CustomerID
	Email      string
	ProductID  ProductID
	OrderID    OrderID
	Status     SubscriptionStatus
	// CreatedFrom and the others have a resolution of one second.
	CreatedFrom, CreatedTo       time.Time
	UpdatedFrom, UpdatedTo       time.Time
	CancelledFrom, CancelledTo   time.Time
	NextChargeFrom, NextChargeTo time.Time
	Offset                       int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(subscriptionId,status)".
	ResponseFields string
}

func (o *SubscriptionListOptions) listing() listing {
	l := newListing("GET /subscriptions", "subscriptions")
	if o == nil {
		return l
	}
	var f filters
	if o.CustomerID != 0 {
		f.text("customerId", segment(o.CustomerID))
	}
	f.text("email", o.Email)
	if o.ProductID != 0 {
		f.text("productId", segment(o.ProductID))
	}
	f.text("orderId", string(o.OrderID))
	f.text("status", string(o.Status))
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.instant("cancelledFrom", o.CancelledFrom)
	f.instant("cancelledTo", o.CancelledTo)
	f.instant("nextChargeFrom", o.NextChargeFrom)
	f.instant("nextChargeTo", o.NextChargeTo)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of subscriptions.
//
// Endpoint: GET /subscriptions
// Scope: read_subscriptions
func (s *SubscriptionsService) List(ctx context.Context, opts *SubscriptionListOptions) (*Page[Subscription], error) {
	l := opts.listing()
	return page[Subscription](ctx, s.client, l, l.offset)
}

// All yields the subscriptions of all pages from opts.Offset on. Nothing is
// sent before the first pull, each range starts anew, and an error comes once
// and last.
//
// Endpoint: GET /subscriptions
// Scope: read_subscriptions
func (s *SubscriptionsService) All(ctx context.Context, opts *SubscriptionListOptions) iter.Seq2[Subscription, error] {
	return all[Subscription](ctx, s.client, opts.listing())
}

// Get returns one subscription.
//
// Endpoint: GET /subscriptions/{subscriptionId}
// Scope: read_subscriptions
func (s *SubscriptionsService) Get(ctx context.Context, id SubscriptionID, opts ...ReadOptions) (*Subscription, error) {
	o, err := subscriptionCall("GET /subscriptions/{subscriptionId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Subscription](ctx, s.client, o.read(opts))
}

// Update changes the fields of a subscription that are present in update.
//
// Endpoint: PUT /subscriptions/{subscriptionId}
// Scope: update_subscriptions
func (s *SubscriptionsService) Update(ctx context.Context, id SubscriptionID, update SubscriptionUpdate) (*UpdateResult, error) {
	o, err := subscriptionCall("PUT /subscriptions/{subscriptionId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// subscriptionCall is a repeatable call for one subscription, without a body.
func subscriptionCall(op string, id SubscriptionID) (operation, error) {
	if err := positive("subscription", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return operation{op: op, path: []string{"subscriptions", segment(id)}, safe: true}, nil
}
