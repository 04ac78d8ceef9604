package ecwid_test

import (
	"context"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
)

// TestCatalogueRequestsThatAreNotSent would be refused by the store, or be read
// as something else.
func TestCatalogueRequestsThatAreNotSent(t *testing.T) {
	t.Parallel()
	image := ecwid.Upload{Data: []byte("JFIF")}
	async := ecwid.AsyncImage{URL: "https://img.example.com/1.png", Width: 1, Height: 1}
	type ctx = context.Context
	calls := map[string]func(ctx, *ecwid.Client) error{
		"upload of nothing": func(c ctx, s *ecwid.Client) error {
			_, err := s.Images.Add(c, 1, ecwid.Upload{FileName: "a.png"})
			return err
		},
		"upload of bytes and an address": func(c ctx, s *ecwid.Client) error {
			_, err := s.Images.SetMain(c, 1, ecwid.Upload{Data: []byte("x"), URL: "https://img.example.com/1.png"})
			return err
		},
		"file of nothing": func(c ctx, s *ecwid.Client) error { _, err := s.Files.Create(c, 1, ecwid.Upload{}, ""); return err },
		"image of product 0": func(c ctx, s *ecwid.Client) error {
			_, err := s.Images.SetMain(c, 0, image)
			return err
		},
		"image without id":  func(c ctx, s *ecwid.Client) error { return s.Images.Delete(c, 1, "") },
		"image that climbs": func(c ctx, s *ecwid.Client) error { return s.Images.Delete(c, 1, "..") },
		"image later, no address": func(c ctx, s *ecwid.Client) error {
			return s.Images.AddAsync(c, 1, ecwid.AsyncImage{Width: 1, Height: 1})
		},
		"image later, no size": func(c ctx, s *ecwid.Client) error {
			return s.Images.SetMainAsync(c, 1, ecwid.AsyncImage{URL: async.URL})
		},
		"image of variation 0":   func(c ctx, s *ecwid.Client) error { return s.Combinations.SetImageAsync(c, 1, 0, async) },
		"image of the root":      func(c ctx, s *ecwid.Client) error { return s.Categories.SetImageAsync(c, 0, async) },
		"all variations of none": func(c ctx, s *ecwid.Client) error { _, err := s.Combinations.DeleteAll(c, 0); return err },
		"all files of none":      func(c ctx, s *ecwid.Client) error { _, err := s.Files.DeleteAll(c, 0); return err },
		"General":                func(c ctx, s *ecwid.Client) error { return s.ProductTypes.Delete(c, 0) },
		"video without address":  func(c ctx, s *ecwid.Client) error { _, err := s.Videos.Add(c, 1, ""); return err },
		"video 0":                func(c ctx, s *ecwid.Client) error { return s.Videos.Delete(c, 1, 0) },
		"no products":            func(c ctx, s *ecwid.Client) error { return s.Categories.UnassignProducts(c, 901, nil) },
		"order of nothing":       func(c ctx, s *ecwid.Client) error { _, err := s.Products.Sort(c, 0, nil); return err },
		"order below -1":         func(c ctx, s *ecwid.Client) error { _, err := s.Categories.SortedIDs(c, -1); return err },
		"filters by nothing":     func(c ctx, s *ecwid.Client) error { _, err := s.Products.Filters(c, nil); return err },
		"path of nothing":        func(c ctx, s *ecwid.Client) error { _, err := s.Categories.ByPath(c, nil, nil); return err },
		"path with an empty name": func(c ctx, s *ecwid.Client) error {
			_, err := s.Categories.ByPath(c, []string{"Tea", " "}, nil)
			return err
		},
		"path with its delimiter": func(c ctx, s *ecwid.Client) error {
			_, err := s.Categories.ByPath(c, []string{"Tea/Coffee"}, nil)
			return err
		},
		"filter by no categories": func(c ctx, s *ecwid.Client) error {
			_, err := s.Products.List(c, &ecwid.ProductListOptions{Categories: []ecwid.CategoryID{}})
			return err
		},
		"filter by no attribute values": func(c ctx, s *ecwid.Client) error {
			_, err := s.Products.List(c, &ecwid.ProductListOptions{Attributes: map[string][]string{"Brand": {}}})
			return err
		},
		"filters of no categories": func(c ctx, s *ecwid.Client) error {
			_, err := s.Products.Filters(c, &ecwid.ProductFilterOptions{
				Fields: []ecwid.FilterField{ecwid.FilterPrice}, Search: &ecwid.ProductListOptions{Categories: []ecwid.CategoryID{}},
			})
			return err
		},
		"medium with two addresses": func(c ctx, s *ecwid.Client) error {
			return s.Images.Replace(c, 1, ecwid.MediaReplace{Gallery: []ecwid.MediaSource{{ImageURL: "https://a", VideoURL: "https://b"}}})
		},
		"medium without address": func(c ctx, s *ecwid.Client) error {
			return s.Images.Replace(c, 1, ecwid.MediaReplace{Main: &ecwid.MediaSource{}})
		},
		"cart without id": func(c ctx, s *ecwid.Client) error { _, err := s.Carts.Place(c, ""); return err },
		"subscription 0":  func(c ctx, s *ecwid.Client) error { _, err := s.Subscriptions.Get(c, 0); return err },
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, `{}`))
			wantClasses(t, call(t.Context(), shop), ecwid.ErrInvalid)
			if got := store.seen(); len(got) != 0 {
				t.Errorf("sent %v", got)
			}
		})
	}
}

// TestCatalogueDeletesOfWhatIsGone: a delete can be repeated.
func TestCatalogueDeletesOfWhatIsGone(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(404, `{"errorMessage":"not found"}`))
	c := t.Context()
	results := map[string]error{
		"category":        shop.Categories.Delete(c, 901),
		"category image":  shop.Categories.DeleteImage(c, 901),
		"variation":       shop.Combinations.Delete(c, 5001, 7001),
		"variation image": shop.Combinations.DeleteImage(c, 5001, 7001),
		"main image":      shop.Images.DeleteMain(c, 5001),
		"image":           shop.Images.Delete(c, 5001, "82"),
		"main video":      shop.Videos.DeleteMain(c, 5001),
		"video":           shop.Videos.Delete(c, 5001, 91),
		"file":            shop.Files.Delete(c, 5001, 61),
		"product type":    shop.ProductTypes.Delete(c, 3301),
	}
	for what, err := range results {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got := len(store.seen()); got != len(results) {
		t.Errorf("got %d requests, want %d", got, len(results))
	}
	wantClasses(t, shop.Categories.UnassignProducts(c, 901, []ecwid.ProductID{1}), ecwid.ErrNotFound)
}

// TestPartialAnswers lack what a record must have, but are no errors.
func TestPartialAnswers(t *testing.T) {
	t.Parallel()
	fields := ecwid.ReadOptions{ResponseFields: "name"}
	shop, _ := newShop(t, always(200, `{"errorMessage":"Something went wrong"}`))
	_, err := shop.Products.Get(t.Context(), 5001, fields)
	wantClasses(t, err, ecwid.ErrBadAnswer)
	shop, _ = newShop(t, always(200, `{"name":"Tea"}`))
	if _, err := shop.Products.Get(t.Context(), 5001, fields); err != nil {
		t.Error(err)
	}
	_, err = shop.Products.Get(t.Context(), 5001)
	wantClasses(t, err, ecwid.ErrBadAnswer)
	for _, answer := range []string{`[]`, `null`, `[{"name":"a"},{"name":"b"}]`} {
		shop, _ = newShop(t, always(200, answer))
		_, err = shop.ProductTypes.Get(t.Context(), 3301, fields)
		wantClasses(t, err, ecwid.ErrBadAnswer)
	}
}

// TestCatalogueAnswersThatLackSomething report success without saying of what.
func TestCatalogueAnswersThatLackSomething(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(200, `{"success":true}`))
	c := t.Context()
	_, image := shop.Images.SetMain(c, 5001, ecwid.Upload{Data: []byte("x")})
	failed, _ := newShop(t, always(200, `{"errorMessage":"Try later"}`))
	async := failed.Images.AddAsync(c, 5001, ecwid.AsyncImage{URL: "https://img.example.com/1.png", Width: 1, Height: 1})
	media := failed.Images.Replace(c, 5001, ecwid.MediaReplace{})
	_, video := shop.Videos.Get(c, 5001, 91)
	_, sorted := shop.Products.SortedIDs(c, 0)
	_, swatches := shop.Products.Swatches(c)
	_, filters := shop.Products.Filters(c, &ecwid.ProductFilterOptions{Fields: []ecwid.FilterField{ecwid.FilterPrice}})
	_, cart := shop.Carts.Get(c, cartID)
	_, placed := shop.Carts.Place(c, cartID)
	_, subscription := shop.Subscriptions.Get(c, 1)
	wantClasses(t, image, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
	wantClasses(t, placed, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
	wantClasses(t, async, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
	for _, err := range []error{media, video, sorted, swatches, filters, cart, subscription} {
		wantClasses(t, err, ecwid.ErrBadAnswer)
	}
}
