package ecwid

import (
	"context"
	"encoding/json"
	"errors"
)

// UpdateResult is the answer to an update.
type UpdateResult struct {
	// Count is 1, or 0 when nothing changed or the record is gone; which of
	// the two is not documented.
	Count int
}

// updateAnswer is what comes for an update or a stock adjustment.
type updateAnswer struct {
	UpdateCount *int     `json:"updateCount"`
	Warning     string   `json:"warning"`
	Item        *Product `json:"item"`
}

func (a *updateAnswer) check() error {
	if a.UpdateCount == nil {
		return errors.New("it has no updateCount")
	}
	return nil
}

func (a *updateAnswer) result() *UpdateResult { return &UpdateResult{Count: *a.UpdateCount} }

// update carries out an update.
func (c *Client) update(ctx context.Context, o operation) (*UpdateResult, error) {
	answer, err := fetch[updateAnswer](ctx, c, o)
	if err != nil {
		return nil, err
	}
	return answer.result(), nil
}

// createAnswer is what comes for a create.
type createAnswer[T ~int64] struct {
	ID   T        `json:"id"`
	Item *Product `json:"item"`
}

func (a *createAnswer[T]) check() error {
	if a.ID <= 0 {
		return errors.New("it has no id of what was created")
	}
	return nil
}

// deleteAnswer is what comes for a delete.
type deleteAnswer struct {
	DeleteCount *int `json:"deleteCount"`
}

func (a *deleteAnswer) check() error {
	if a.DeleteCount == nil {
		return errors.New("it has no deleteCount")
	}
	return nil
}

// remove carries out a delete and returns how many records it removed. What
// does not exist is no error, so that a delete can be repeated.
func (c *Client) remove(ctx context.Context, o operation) (int, error) {
	answer, err := fetch[deleteAnswer](ctx, c, o)
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return *answer.DeleteCount, nil
}

// arrayAnswer is a list without an envelope.
type arrayAnswer[T any] []T

func (a *arrayAnswer[T]) check() error {
	if *a == nil {
		return errors.New("it is no list")
	}
	return nil
}

// itemsAnswer is a complete list in an object.
type itemsAnswer[T any] struct {
	Items []T `json:"items"`
}

func (a *itemsAnswer[T]) check() error {
	if a.Items == nil {
		return errors.New("it has no items")
	}
	return nil
}

// countAnswer is what comes for a create that names no id.
type countAnswer struct {
	CreateCount *int   `json:"createCount"`
	Key         string `json:"key"`
}

func (a *countAnswer) check() error {
	if a.CreateCount == nil {
		return errors.New("it has no createCount")
	}
	return nil
}

// keyAnswer is what comes for a create of what has a text for an id.
type keyAnswer struct {
	ID Text `json:"id"`
}

func (a *keyAnswer) check() error {
	if a.ID == "" {
		return errors.New("it has no id of what was created")
	}
	return nil
}

// fetchOne carries out o and returns its answer, which some stores send as the
// only element of a list.
func fetchOne[T any, PT interface {
	*T
	checked
}](ctx context.Context, c *Client, o operation) (*T, error) {
	answer, err := c.send(ctx, o)
	if err != nil {
		return nil, err
	}
	var list []json.RawMessage
	if json.Unmarshal(answer.Body, &list) == nil && len(list) == 1 {
		answer.Body = list[0]
	}
	var out T
	if err := c.decode(o, answer, PT(&out)); err != nil {
		return nil, err
	}
	return &out, nil
}
