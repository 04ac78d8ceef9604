package sides

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// buyerVersion settles a buyer for good: a linked one is not read again.
const buyerVersion = "linked"

type (
	buyerPair     = engine.Pair[catalog.ShopBuyer, salespos.User, salespos.UserCreate]
	buyerWork     = engine.Work[catalog.ShopBuyer, salespos.User, salespos.UserCreate]
	buyerDecision = engine.Decision[salespos.User, salespos.UserCreate]
	buyerPlanner  = engine.Planner[catalog.ShopBuyer, salespos.User, salespos.UserCreate]
)

// posUsers writes users to SalesPOS.
type posUsers struct{ client *salespos.Client }

// Load reads users one by one: they cannot be listed by id.
func (s posUsers) Load(ctx context.Context, ids []string) (map[string]*salespos.User, error) {
	found := map[string]*salespos.User{}
	for _, id := range ids {
		user, err := s.client.Users.Get(ctx, salespos.UserID(number(id)))
		if errors.Is(err, salespos.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fault(err)
		}
		found[id] = user
	}
	return found, nil
}

// Create makes a user with a random password that is stored nowhere.
func (s posUsers) Create(ctx context.Context, p *salespos.UserCreate) (string, *salespos.User, error) {
	body := *p
	body.Password = salespos.Password(rand.Text())
	user, err := s.client.Users.Create(ctx, body)
	if err != nil {
		return "", nil, fault(err)
	}
	return idText(user.ID), user, nil
}

// Update never happens: an order carries its own addresses.
func (s posUsers) Update(context.Context, string, *salespos.UserCreate) (*salespos.User, error) {
	return nil, errors.New("users are not updated by orders")
}

// buyers finds or creates the users of the POS for the buyers of orders.
type buyers struct {
	users   posUsers
	index   state.Index
	name    string
	mapper  *mapping.Mapper[catalog.ShopBuyer, salespos.User, salespos.UserCreate]
	matcher *engine.Matcher[catalog.ShopBuyer, salespos.User]
}

// newBuyers plans buyers under the rows of a flow.
func newBuyers(o Orders, mapper *mapping.Mapper[catalog.ShopBuyer, salespos.User, salespos.UserCreate]) *buyerPlanner {
	b := &buyers{users: posUsers{o.SalesPOS}, index: o.State.Index, name: o.CustomerFlow + ":users", mapper: mapper}
	b.matcher = &engine.Matcher[catalog.ShopBuyer, salespos.User]{
		Hasher: mapping.NewHasher(o.Key), Index: b.index, Kind: "E-mail", TargetIndex: b.name,
		SourceKeys: func(s *catalog.ShopBuyer) []string { return []string{s.Email} },
		TargetKeys: userKeys, Refresh: b.refresh, Search: b.search, Shared: true,
	}
	pair := &buyerPair{
		Flow: o.CustomerFlow, Fingerprint: mapper.Fingerprint(), Origin: originEcwid, Target: b.users, Timeout: o.SalesPOS.Timeout(),
		Once: true, Version: func(*catalog.ShopBuyer) (string, error) { return buyerVersion, nil },
		Match: b.matcher, Probe: b.probe, Map: b.mapBuyer, Trace: b.trace, Remedy: remedyOf,
	}
	return engine.NewPlanner(pair, o.State.Records)
}

// userKeys are the e-mail and the user name of a user, as the index keeps them.
func userKeys(u *salespos.User) []string {
	return []string{emailKey(u.Info.Email), emailKey(u.Username)}
}

func emailKey(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

func (b *buyers) mapBuyer(w *buyerWork) (buyerDecision, error) {
	change, err := b.mapper.Plan(buyerInput(w))
	if err != nil {
		return buyerDecision{}, mappingFault(err)
	}
	return buyerDecision{Patch: change.Patch, Fields: change.Fields()}, nil
}

func buyerInput(w *buyerWork) mapping.Input[catalog.ShopBuyer, salespos.User] {
	return mapping.Input[catalog.ShopBuyer, salespos.User]{Source: &w.Item.Record}
}

// refresh extends the index by the users that are newer than its mark, newest
// first: users can neither be filtered by e-mail nor by user name.
func (b *buyers) refresh(ctx context.Context) error {
	mark, _, err := b.index.Mark(ctx, b.name)
	if err != nil {
		return storeFault(err)
	}
	known := number(mark)
	newest := known
	page := func(ctx context.Context, offset int) ([]salespos.User, bool, error) {
		page, err := b.users.client.Users.List(ctx, &salespos.UserListOptions{Start: offset, OrderBy: salespos.UsersByIDDesc})
		if err != nil {
			return nil, false, err
		}
		return page.Items, page.Next != "", nil
	}
	for fresh, err := range scan(ctx, 0, func(u *salespos.User) int64 { return int64(u.ID) }, page) {
		if err != nil {
			return fault(err)
		}
		var entries []state.Entry
		reached := false
		for i := range fresh.rows {
			u := &fresh.rows[i]
			reached = reached || int64(u.ID) <= known
			newest = max(newest, int64(u.ID))
			entries = append(entries, b.matcher.Entries(idText(u.ID), userKeys(u))...)
		}
		if err := b.index.Add(ctx, b.name, entries, ""); err != nil {
			return storeFault(err)
		}
		if reached {
			break
		}
	}
	if err := b.index.Add(ctx, b.name, nil, idText(newest)); err != nil {
		return storeFault(err)
	}
	return nil
}

// search looks for the holder of an e-mail that the POS called taken, in the
// index as it is now.
func (b *buyers) search(ctx context.Context, email string) ([]string, error) {
	if err := b.refresh(ctx); err != nil {
		return nil, err
	}
	var ids []string
	entry := b.matcher.Entries("", []string{email})[0]
	found, err := b.index.Lookup(ctx, b.name, []mapping.Hash{entry.Hash})
	if err != nil {
		return nil, storeFault(err)
	}
	for _, some := range found {
		ids = append(ids, some...)
	}
	return ids, nil
}

// probe looks for announced users by their user name.
func (b *buyers) probe(ctx context.Context, works []*buyerWork) (map[string]string, map[string]bool, error) {
	found := map[string]string{}
	for _, w := range works {
		ids, err := b.search(ctx, w.Item.Record.Email)
		if err != nil {
			return nil, nil, err
		}
		users, err := b.users.Load(ctx, ids)
		if err != nil {
			return nil, nil, err
		}
		for id, u := range users {
			if emailKey(u.Username) == w.Item.Record.Email {
				found[w.Item.ID] = id
			}
		}
	}
	return found, nil, nil
}

// buyerOf makes the buyer of an order; ok is false for a guest without a usable
// e-mail address.
func buyerOf(o *ecwid.Order, hasher *mapping.Hasher) (item engine.Item[catalog.ShopBuyer], ok bool) {
	email, valid := mapping.EmailAddress(o.Email)
	if !valid {
		return item, false
	}
	id := "e:" + hasher.Sum("buyer", []byte(email)).String()
	if o.CustomerID != 0 {
		id = idText(o.CustomerID)
	}
	billing := o.BillingPerson
	if billing == nil {
		billing = o.ShippingPerson
	}
	return engine.Item[catalog.ShopBuyer]{ID: id, Label: "buyer of " + string(o.ID), Record: catalog.ShopBuyer{
		Email: email, Billing: billing, Shipping: o.ShippingPerson, TaxID: o.CustomerTaxID, Business: businessOf(billing),
	}}, true
}

func businessOf(p *ecwid.Person) bool {
	if p == nil {
		return false
	}
	_, ok := catalog.CompanyName(p.CompanyName)
	return ok
}
