package sides

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// Reservations reads the orders of the POS that reserve stock. The rows of an
// order cost a read of their own, made when the order is new or changed; else
// the quantities kept in the state count.
type Reservations struct {
	Client  *salespos.Client
	Records state.Records
	Hasher  *mapping.Hasher
	// Flow names the rows of reserving orders in the state.
	Flow     string
	Statuses []salespos.OrderStatus

	changed []state.Record
}

// read returns the reserved quantities by article.
func (r *Reservations) read(ctx context.Context) (quantities, error) {
	sums := quantities{}
	seen := map[string]bool{}
	for _, status := range r.Statuses {
		page := func(ctx context.Context, offset int) ([]salespos.Order, bool, error) {
			page, err := r.Client.Orders.List(ctx, &salespos.OrderListOptions{Start: offset, Status: status, OrderBy: salespos.OrdersByID})
			if err != nil {
				return nil, false, err
			}
			return page.Items, page.Next != "", nil
		}
		for fresh, err := range scan(ctx, 0, func(o *salespos.Order) int64 { return int64(o.ID) }, page) {
			if err != nil {
				return nil, fault(fmt.Errorf("list reserving orders: %w", err))
			}
			if err := r.addOrders(ctx, fresh.rows, sums, seen); err != nil {
				return nil, err
			}
		}
	}
	return sums, r.release(ctx, seen)
}

func (r *Reservations) addOrders(ctx context.Context, orders []salespos.Order, sums quantities, seen map[string]bool) error {
	ids := make([]string, len(orders))
	for i, o := range orders {
		ids[i] = idText(o.ID)
		seen[ids[i]] = true
	}
	rows, err := r.Records.Load(ctx, r.Flow, ids)
	if err != nil {
		return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load reserving orders: %w", err)}
	}
	known := map[string]state.Record{}
	for _, row := range rows {
		known[row.SourceID] = row
	}
	for i := range orders {
		row, err := r.row(ctx, &orders[i], known[ids[i]])
		if err != nil {
			return err
		}
		if err := sums.add(row.Holds); err != nil {
			return err
		}
	}
	return nil
}

// row returns the order's row with the quantities that it reserves now.
func (r *Reservations) row(ctx context.Context, order *salespos.Order, row state.Record) (state.Record, error) {
	document, err := json.Marshal(order)
	if err != nil {
		return row, mappingFault(fmt.Errorf("order %d: %w", order.ID, err))
	}
	sum := r.Hasher.Sum("reservation", document)
	version := hex.EncodeToString(sum[:8])
	if row.Version == version {
		return row, nil
	}
	row.SourceID, row.Version, row.Holds = idText(order.ID), version, nil
	for line, err := range r.Client.OrderRows.All(ctx, order.ID, nil) {
		if err != nil {
			return row, fault(fmt.Errorf("read rows of order %d: %w", order.ID, err))
		}
		if line.ProductID != 0 && line.Count != nil {
			row.Holds = append(row.Holds, state.Hold{
				Article:  reservedKey(line.ProductID, line.SubSKUNumber, line.SubProductNumber),
				Quantity: line.Count.String(),
			})
		}
	}
	r.changed = append(r.changed, row)
	return row, nil
}

// release frees what orders held that do not reserve any more.
func (r *Reservations) release(ctx context.Context, seen map[string]bool) error {
	for after := ""; ; {
		rows, err := r.Records.Holding(ctx, r.Flow, after, holdingPage)
		if err != nil {
			return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load reserving orders: %w", err)}
		}
		if len(rows) == 0 {
			return nil
		}
		after = rows[len(rows)-1].SourceID
		for _, row := range rows {
			if !seen[row.SourceID] {
				row.Holds, row.Version = nil, ""
				r.changed = append(r.changed, row)
			}
		}
	}
}

// Save keeps what was read, so that the next pass reads only what changed. A
// row that another worker saved meanwhile is as good as ours.
func (r *Reservations) Save(ctx context.Context) error {
	for start := 0; start < len(r.changed); start += holdingPage {
		if _, err := r.Records.Save(ctx, r.Flow, r.changed[start:min(start+holdingPage, len(r.changed))]); err != nil {
			return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("save reserving orders: %w", err)}
		}
	}
	r.changed = nil
	return nil
}
