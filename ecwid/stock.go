package ecwid

import (
	"context"
	"strconv"
)

// StockService changes stock by a difference. To set an absolute number update
// Quantity of the product or variation instead.
//
// A difference must not be sent twice, so none of these calls is repeated after
// an unknown outcome: read the number and go on from there.
type StockService service

// StockResult is the answer to an adjustment.
type StockResult struct {
	// Count is 0 when nothing was changed, for example because stock is
	// unlimited.
	Count int
	// Warning is a text for people, such as that stock is negative now.
	Warning string
}

// StockOptions changes how stock is written. Give at most one.
type StockOptions struct {
	// NotifyLowStock sends the mail to the merchant when the stock falls to
	// the warning limit.
	NotifyLowStock bool
}

// stock adds the last of opts to o.
func (o operation) stock(opts []StockOptions) operation {
	if len(opts) > 0 {
		o.query.Add("checkLowStockNotification", strconv.FormatBool(opts[len(opts)-1].NotifyLowStock))
	}
	return o
}

// stockDelta is the body of an adjustment.
type stockDelta struct {
	QuantityDelta int `json:"quantityDelta"`
}

// AdjustProduct adds delta, which may be negative, to the stock of a product.
// Stock may fall below 0.
//
// Endpoint: PUT /products/{productId}/inventory
// Scope: update_catalog
func (s *StockService) AdjustProduct(ctx context.Context, id ProductID, delta int, opts ...StockOptions) (*StockResult, error) {
	o, err := productCall("PUT /products/{productId}/inventory", id, "inventory")
	if err != nil {
		return nil, err
	}
	return s.adjust(ctx, o.stock(opts), delta)
}

// AdjustCombination adds delta, which may be negative, to the stock of a
// variation. One without a SKU of its own has no stock and is ErrInvalid.
//
// Endpoint: PUT /products/{productId}/combinations/{combinationId}/inventory
// Scope: read_catalog, update_catalog
func (s *StockService) AdjustCombination(ctx context.Context, product ProductID, id CombinationID, delta int, opts ...StockOptions) (*StockResult, error) {
	o, err := combinationCall("PUT /products/{productId}/combinations/{combinationId}/inventory", product, id, "inventory")
	if err != nil {
		return nil, err
	}
	return s.adjust(ctx, o.stock(opts), delta)
}

func (s *StockService) adjust(ctx context.Context, o operation, delta int) (*StockResult, error) {
	o.safe = false
	o.body = stockDelta{QuantityDelta: delta}
	answer, err := fetch[updateAnswer](ctx, s.client, o)
	if err != nil {
		return nil, err
	}
	return &StockResult{Count: *answer.UpdateCount, Warning: answer.Warning}, nil
}
