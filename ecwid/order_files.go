package ecwid

import (
	"context"
	"errors"
)

// OrderFilesService adds and removes the files of an order line, which belong
// to an option of the type SelectedFiles. They are read with the order.
type OrderFilesService service

// Create adds a file to the option of an order line. Its FileName is required;
// it may have 100 MB. After ErrUnknownOutcome read the order before you send
// the file again.
//
// Endpoint: POST /orders/{orderId}/items/{itemId}/options/{optionName}
// Scope: update_orders
func (s *OrderFilesService) Create(ctx context.Context, order OrderID, item OrderItemID, option string, file Upload) (FileID, error) {
	o, err := orderOptionCall("POST /orders/{orderId}/items/{itemId}/options/{optionName}", order, item, option)
	if err != nil {
		return 0, err
	}
	if file.FileName == "" {
		return 0, invalid(o.op, errors.New("the file has no name"))
	}
	o, err = o.upload(file)
	if err != nil {
		return 0, err
	}
	o.safe = false
	answer, err := fetch[createAnswer[FileID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Delete removes a file. One that does not exist is no error.
//
// Endpoint: DELETE /orders/{orderId}/items/{itemId}/options/{optionName}/files/{fileId}
// Scope: update_orders
func (s *OrderFilesService) Delete(ctx context.Context, order OrderID, item OrderItemID, option string, id FileID) error {
	const op = "DELETE /orders/{orderId}/items/{itemId}/options/{optionName}/files/{fileId}"
	if err := positive("file", id); err != nil {
		return invalid(op, err)
	}
	o, err := orderOptionCall(op, order, item, option, "files", segment(id))
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// DeleteAll removes all files of the option of an order line and returns their
// number.
//
// Endpoint: DELETE /orders/{orderId}/items/{itemId}/options/{optionName}/files
// Scope: update_orders
func (s *OrderFilesService) DeleteAll(ctx context.Context, order OrderID, item OrderItemID, option string) (int, error) {
	o, err := orderOptionCall("DELETE /orders/{orderId}/items/{itemId}/options/{optionName}/files", order, item, option, "files")
	if err != nil {
		return 0, err
	}
	return s.client.remove(ctx, o)
}

// orderOptionCall is a repeatable call for what is below an option of an order
// line, without a body.
func orderOptionCall(op string, order OrderID, item OrderItemID, option string, below ...string) (operation, error) {
	if err := positive("order item", item); err != nil {
		return operation{}, invalid(op, err)
	}
	return orderCall(op, order, append([]string{"items", segment(item), "options", option}, below...)...)
}
