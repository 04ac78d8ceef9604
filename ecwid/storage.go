package ecwid

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"
)

// StorageService reads and writes the small storage that an app has in each
// store. Nobody but the app sees it, but for the key StoragePublic.
type StorageService service

// StoragePublic is the key whose value the storefront can read.
const StoragePublic = "public"

// Limits of the storage.
const (
	MaxStorageKey         = 1024      // characters
	MaxStorageValue       = 1 << 20   // bytes
	MaxStoragePublicValue = 256 << 10 // bytes
)

// StorageEntry is a key with its value.
type StorageEntry struct {
	Extra
	Key   string `json:"key"`
	Value Text   `json:"value"`
}

func (e *StorageEntry) check() error {
	if e.Key == "" {
		return errors.New("it has no key")
	}
	return nil
}

// List returns all entries of the app.
//
// Endpoint: GET /storage
// Scope: read_store_profile
func (s *StorageService) List(ctx context.Context, opts ...ReadOptions) ([]StorageEntry, error) {
	o := operation{op: "GET /storage", path: []string{"storage"}, safe: true}
	answer, err := fetch[arrayAnswer[StorageEntry]](ctx, s.client, o.read(opts))
	if err != nil {
		return nil, err
	}
	return *answer, nil
}

// Get returns one entry. A key that does not exist is ErrNotFound.
//
// Endpoint: GET /storage/{key}
// Scope: read_store_profile
func (s *StorageService) Get(ctx context.Context, key string, opts ...ReadOptions) (*StorageEntry, error) {
	o := operation{op: "GET /storage/{key}", path: []string{"storage", key}, safe: true}
	return fetchOne[StorageEntry](ctx, s.client, o.read(opts))
}

// Set stores a value, whether its key exists or not. It is sent as it is, JSON or
// not; one above the limits is ErrInvalid.
//
// Endpoint: PUT /storage/{key}
// Scope: update_store_profile
func (s *StorageService) Set(ctx context.Context, key, value string) error {
	return s.write(ctx, "PUT /storage/{key}", key, value)
}

// Create stores a value as Set does: the store overwrites one that exists.
//
// Endpoint: POST /storage/{key}
// Scope: update_store_profile
func (s *StorageService) Create(ctx context.Context, key, value string) error {
	return s.write(ctx, "POST /storage/{key}", key, value)
}

// write sends the value as it is, without JSON around it.
func (s *StorageService) write(ctx context.Context, op, key, value string) error {
	if err := checkStorage(key, value); err != nil {
		return invalid(op, err)
	}
	o := operation{
		op: op, path: []string{"storage", key}, safe: true,
		raw: []byte(value), contentType: "application/json;charset=utf-8",
	}
	_, err := fetch[storageAnswer](ctx, s.client, o)
	return err
}

func checkStorage(key, value string) error {
	limit := MaxStorageValue
	if key == StoragePublic {
		limit = MaxStoragePublicValue
	}
	if len(value) > limit {
		return fmt.Errorf("the value has %d bytes, more than %d", len(value), limit)
	}
	if n := utf8.RuneCountInString(key); n > MaxStorageKey {
		return fmt.Errorf("the key has %d characters, more than %d", n, MaxStorageKey)
	}
	return nil
}

// Delete removes a key. One that does not exist is no error.
//
// Endpoint: DELETE /storage/{key}
// Scope: update_store_profile
func (s *StorageService) Delete(ctx context.Context, key string) error {
	o := operation{op: "DELETE /storage/{key}", path: []string{"storage", key}, safe: true}
	_, err := fetch[storageAnswer](ctx, s.client, o)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}

// storageAnswer is what comes for a write to the storage; the documents and the
// vendor's own client disagree about its form.
type storageAnswer struct {
	Success     *bool `json:"success"`
	UpdateCount *int  `json:"updateCount"`
	DeleteCount *int  `json:"deleteCount"`
}

func (a *storageAnswer) check() error {
	switch {
	case a.Success != nil && !*a.Success:
		return errors.New("it says that nothing was stored")
	case a.Success == nil && a.UpdateCount == nil && a.DeleteCount == nil:
		return errors.New("it does not say that the storage was changed")
	}
	return nil
}
