package salespos_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// orderRowCases are the rows of the rows of orders.
func orderRowCases(t *testing.T) []wireCase {
	return []wireCase{
		{
			name: "OrderRows.Get", method: "GET", target: "/orderrows/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderRows.Get(ctx, 5) },
		},
		{
			name: "OrderRows.Create", method: "POST", target: "/orders/7/orderrows", reply: created(), body: `{"count":2,"product_id":501}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderRows.Create(ctx, 7, salespos.OrderRowInput{Count: amount(t, "2"), ProductID: salespos.Set(salespos.ProductID(501))})
			},
		},
		{
			name: "OrderRows.Replace", method: "PUT", target: "/orders/7/orderrows", reply: noContent(), body: `{"orderrows":[{"count":1.5}]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRows.Replace(ctx, 7, []salespos.OrderRowInput{{Count: amount(t, "1.5")}})
			},
		},
		{
			name: "OrderRows.Replace", method: "PUT", target: "/orders/7/orderrows", reply: noContent(), body: `{"orderrows":[]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRows.Replace(ctx, 7, nil)
			},
		},
		{
			name: "OrderRows.Update", method: "PATCH", target: "/orderrows/5", reply: noContent(), body: `{"discount":0}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRows.Update(ctx, 5, salespos.OrderRowUpdate{Discount: salespos.Set(amount(t, "0"))})
			},
		},
		{
			name: "OrderRows.Delete", method: "DELETE", target: "/orderrows/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.OrderRows.Delete(ctx, 5) },
		},
		{
			name: "OrderRowAttributes.Get", method: "GET", target: "/orderrowattributevalues/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderRowAttributes.Get(ctx, 5) },
		},
		{
			name: "OrderRowAttributes.Create", method: "POST", target: "/orderrows/7/orderrowattributevalues", reply: created(), body: `{"option_name":"Engraving","value_name":"Ada","price":2.5}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderRowAttributes.Create(ctx, 7, salespos.OrderRowAttributeInput{Option: "Engraving", Value: "Ada", Price: salespos.Set(amount(t, "2.50"))})
			},
		},
		{
			name: "OrderRowAttributes.Replace", method: "PUT", target: "/orderrows/7/orderrowattributevalues", reply: noContent(), body: `{"attributes":[{"option_name":"Engraving","value_name":"Bob"}]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRowAttributes.Replace(ctx, 7, []salespos.OrderRowAttributeInput{{Option: "Engraving", Value: "Bob"}})
			},
		},
		{
			name: "OrderRowAttributes.Replace", method: "PUT", target: "/orderrows/7/orderrowattributevalues", reply: noContent(), body: `{"attributes":[]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRowAttributes.Replace(ctx, 7, nil)
			},
		},
		{
			name: "OrderRowAttributes.Delete", method: "DELETE", target: "/orderrowattributevalues/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderRowAttributes.Delete(ctx, 5)
			},
		},
	}
}

// orderTalkCases are the rows of what is said about orders.
func orderTalkCases(*testing.T) []wireCase {
	return []wireCase{
		{
			name: "OrderNotes.Get", method: "GET", target: "/ordernotes/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderNotes.Get(ctx, 5) },
		},
		{
			name: "OrderNotes.Delete", method: "DELETE", target: "/ordernotes/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.OrderNotes.Delete(ctx, 5) },
		},
		{
			name: "OrderMessages.List", method: "GET", target: "/orders/7/ordermessages", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderMessages.List(ctx, 7, nil) },
		},
		{
			name: "OrderMessages.List", method: "GET", target: "/orders/7/ordermessages?orderby=create_date_desc", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderMessages.List(ctx, 7, &salespos.OrderMessageListOptions{OrderBy: salespos.OrderMessagesByCreatedDesc})
			},
		},
		{
			name: "OrderMessages.Get", method: "GET", target: "/ordermessages/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderMessages.Get(ctx, 5) },
		},
		{
			name: "OrderMessages.Create", method: "POST", target: "/orders/7/ordermessages", reply: created(), body: `{"message":"on its way"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderMessages.Create(ctx, 7, salespos.OrderMessageCreate{Message: "on its way"})
			},
		},
		{
			name: "OrderMessages.Delete", method: "DELETE", target: "/ordermessages/5", reply: noContent(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return nil, c.OrderMessages.Delete(ctx, 5) },
		},
		{
			name: "OrderNotifications.List", method: "GET", target: "/orders/7/ordernotifications", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderNotifications.List(ctx, 7) },
		},
		{
			name: "OrderNotifications.Get", method: "GET", target: "/ordernotifications/5", reply: ok(`{"id":5}`),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderNotifications.Get(ctx, 5) },
		},
		{
			name: "OrderNotifications.Create", method: "POST", target: "/orders/7/ordernotifications", reply: created(), body: `{"type":"customer_paymentlink"}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.OrderNotifications.Create(ctx, 7, salespos.OrderNotificationCreate{Type: salespos.CustomerPaymentLink})
			},
		},
		{
			name: "OrderLabels.List", method: "GET", target: "/orders/7/orderlabels", reply: emptyList(),
			call: func(ctx context.Context, c *salespos.Client) (any, error) { return c.OrderLabels.List(ctx, 7) },
		},
		{
			name: "OrderLabels.Replace", method: "PUT", target: "/orders/7/orderlabels", reply: noContent(), body: `{"labels":[3,4]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderLabels.Replace(ctx, 7, []salespos.LabelID{3, 4})
			},
		},
		{
			name: "OrderLabels.Replace", method: "PUT", target: "/orders/7/orderlabels", reply: noContent(), body: `{"labels":[]}`,
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.OrderLabels.Replace(ctx, 7, nil)
			},
		},
	}
}
