package ecwid_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// The contract tests call every method of the catalogue on the fake of the
// store, which shares no code with the client, and look at the effect.

// contract is a fake with one product, whose client must know every field.
type contract struct {
	*testing.T
	store   *ecwidtest.Server
	shop    *ecwid.Client
	product ecwid.ProductID
}

func newContract(t *testing.T) contract {
	t.Helper()
	store := ecwidtest.New()
	shop := store.Client(ecwid.WithUnknownField(func(document, field string) {
		t.Errorf("%s has no field %s", document, field)
	}))
	product := store.Add("products", `{"sku":"TEA","name":"Green tea","price":4.5,"quantity":3,"unlimited":false,
		"options":[{"type":"SELECT","name":"Size","choices":[{"text":"S"},{"text":"L"}]}]}`)
	return contract{t, store, shop, ecwid.ProductID(product)}
}

// do stops at an error.
func (c contract) do(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

func (c contract) diff(want, got any) {
	c.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		c.Errorf("(-want +got):\n%s", diff)
	}
}

// read returns the product as it is now.
func (c contract) read() *ecwid.Product {
	c.Helper()
	product, err := c.shop.Products.Get(c.Context(), c.product)
	c.do(err)
	return product
}

// png is what the store takes for an image.
func png() ecwid.Upload {
	return ecwid.Upload{Data: []byte("\x89PNG\r\n\x1a\n"), ContentType: "image/png", FileName: "tin.png"}
}

func laterImage() ecwid.AsyncImage {
	return ecwid.AsyncImage{URL: "https://img.example.com/later.png", Width: 800, Height: 600}
}

func TestContractProducts(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx := t.Context()
	page, err := c.shop.Products.List(ctx, &ecwid.ProductListOptions{
		Keyword: "tea", SearchMethod: ecwid.SearchControlPanel, PriceFrom: new(amount(t, "4")), PriceTo: new(amount(t, "5")),
		Enabled: new(true), InStock: new(true), OnSale: new(false), Options: map[string][]string{"Size": {"L"}},
		Lang: "en", SortBy: ecwid.ByUpdatedTimeAsc,
	})
	c.do(err)
	c.diff(1, page.Total)

	update := ecwid.ProductUpdate{}
	update.Name = ecwid.Set("Tea")
	result, err := c.shop.Products.Update(ctx, c.product, update, &ecwid.WriteOptions{ReturnItem: true, ItemFields: "id,name"})
	c.do(err)
	c.diff(&ecwid.Product{ID: c.product, Name: "Tea"}, result.Item)
	partial, err := c.shop.Products.Get(ctx, c.product, ecwid.ReadOptions{ResponseFields: "name,options(name)"})
	c.do(err)
	c.diff(&ecwid.Product{Name: "Tea", Options: []ecwid.ProductOption{{Name: "Size"}}}, partial)

	counts, err := c.shop.Products.Filters(ctx, &ecwid.ProductFilterOptions{
		Fields: []ecwid.FilterField{ecwid.FilterPrice, ecwid.FilterInventory, ecwid.FilterOnSale, ecwid.FilterCategories, ecwid.OptionFilter("Size")},
	})
	c.do(err)
	c.diff(1, counts.ProductCount)
	c.diff(5, len(counts.Filters))

	_, err = c.shop.Products.Sort(ctx, 0, []ecwid.ProductID{c.product})
	c.do(err)
	ids, err := c.shop.Products.SortedIDs(ctx, 0)
	c.do(err)
	c.diff([]ecwid.ProductID{c.product}, ids)
	_, err = c.shop.Products.Swatches(ctx)
	c.do(err)
	drain(t, c.shop.Brands.All(ctx, nil))

	c.do(c.shop.Products.Delete(ctx, c.product))
	c.do(c.shop.Products.Delete(ctx, c.product))
	_, err = c.shop.Products.Get(ctx, c.product)
	wantClasses(t, err, ecwid.ErrNotFound)
}

func TestContractVariations(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.Combinations
	create := ecwid.CombinationCreate{Options: []ecwid.OptionValue{{Name: "Size", Value: "L"}}}
	id, err := service.Create(ctx, c.product, create)
	c.do(err)
	_, err = service.Create(ctx, c.product, create)
	wantClasses(t, err, ecwid.ErrConflict)

	update := ecwid.CombinationUpdate{}
	update.SKU, update.Quantity, update.Unlimited = ecwid.Set("TEA-L"), ecwid.Set(2), ecwid.Set(false)
	_, err = service.Update(ctx, c.product, id, update, ecwid.StockOptions{NotifyLowStock: true})
	c.do(err)
	_, err = c.shop.Stock.AdjustCombination(ctx, c.product, id, -1)
	c.do(err)
	stock, err := c.shop.Stock.AdjustProduct(ctx, c.product, -4)
	c.do(err)
	c.diff(&ecwid.StockResult{Count: 1, Warning: "Product has negative stock."}, stock)
	variation, err := service.Get(ctx, c.product, id)
	c.do(err)
	c.diff(1, *variation.Quantity)

	_, err = service.SetImage(ctx, c.product, id, png())
	c.do(err)
	c.do(service.SetImageAsync(ctx, c.product, id, laterImage()))
	variation, err = service.Get(ctx, c.product, id)
	c.do(err)
	c.diff(laterImage().URL, variation.OriginalImageURL)
	c.do(service.DeleteImage(ctx, c.product, id))

	c.do(service.Delete(ctx, c.product, id))
	_, err = service.Create(ctx, c.product, create)
	c.do(err)
	count, err := service.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
	rest, err := service.List(ctx, c.product)
	c.do(err)
	c.diff(0, len(rest))
}

func TestContractImages(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.Images
	_, err := service.SetMain(ctx, c.product, png())
	c.do(err)
	id, err := service.Add(ctx, c.product, ecwid.Upload{URL: "https://img.example.com/1.png"})
	c.do(err)
	c.do(service.AddAsync(ctx, c.product, laterImage()))
	images := c.read().Media.Images
	if len(images) != 3 || images[0].ID != "0" || images[1].ID != id || images[2].URL != laterImage().URL {
		t.Errorf("got %+v", images)
	}
	c.do(service.Delete(ctx, c.product, id))
	count, err := service.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
	c.do(service.SetMainAsync(ctx, c.product, laterImage()))
	c.diff(laterImage().URL, c.read().OriginalImageURL)
	c.do(service.DeleteMain(ctx, c.product))
	c.diff(0, len(c.read().Media.Images))

	err = service.AddAsync(ctx, c.product, ecwid.AsyncImage{URL: "ftp://img.example.com", Width: 1, Height: 1})
	wantClasses(t, err, ecwid.ErrInvalid)
	_, err = service.Add(ctx, c.product, ecwid.Upload{Data: []byte("no image")})
	wantClasses(t, err, ecwid.ErrInvalid)
}

func TestContractVideosAndMedia(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.Videos
	_, err := service.SetMain(ctx, c.product, "https://video.example.com/1")
	c.do(err)
	id, err := service.Add(ctx, c.product, "https://video.example.com/2")
	c.do(err)
	c.do(service.SetCover(ctx, c.product, id, png()))
	video, err := service.Get(ctx, c.product, id)
	c.do(err)
	c.diff("https://video.example.com/2", video.URL)
	c.do(service.Delete(ctx, c.product, id))
	c.do(service.DeleteMain(ctx, c.product))
	c.diff(0, len(c.read().Media.Videos))

	c.do(c.shop.Images.Replace(ctx, c.product, ecwid.MediaReplace{
		Main:    &ecwid.MediaSource{ImageURL: "https://img.example.com/1.png"},
		Gallery: []ecwid.MediaSource{{ImageURL: "https://img.example.com/2.png"}, {VideoURL: "https://video.example.com/3"}},
	}))
	media := c.read().Media
	c.diff(2, len(media.Images))
	c.diff(1, len(media.Videos))
	c.do(c.shop.Images.Replace(ctx, c.product, ecwid.MediaReplace{}))
	c.diff(1, len(c.read().Media.Images))
}

func TestContractFiles(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.Files
	id, err := service.Create(ctx, c.product, ecwid.Upload{Data: []byte("%PDF"), FileName: "brew.pdf"}, "How to brew")
	c.do(err)
	data, err := service.Download(ctx, c.product, id)
	c.do(err)
	c.diff("%PDF", string(data))
	_, err = service.Update(ctx, c.product, id, ecwid.FileUpdate{Description: ecwid.Set("Brewing")})
	c.do(err)
	files := c.read().Files
	if len(files) != 1 || files[0].Name != "brew.pdf" || files[0].Description != "Brewing" || files[0].Size != 4 {
		t.Errorf("got %+v", files)
	}
	c.do(service.Delete(ctx, c.product, id))
	_, err = service.Create(ctx, c.product, ecwid.Upload{URL: "https://example.com/brew.pdf", FileName: "brew.pdf"}, "")
	c.do(err)
	count, err := service.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
}

func TestContractProductTypes(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.ProductTypes
	id, err := service.Create(ctx, ecwid.ProductTypeCreate{Name: "Tea", Attributes: []ecwid.ProductTypeAttributeWrite{
		{Name: ecwid.Set("Origin"), Type: ecwid.Set(ecwid.AttributeCustom), Show: ecwid.Set(ecwid.ShowDescription)},
	}})
	c.do(err)
	tea, err := service.Get(ctx, id)
	c.do(err)
	keep := []ecwid.ProductTypeAttributeWrite{tea.Attributes[0].Keep(), {Name: ecwid.Set("Harvest")}}
	_, err = service.Update(ctx, id, ecwid.ProductTypeUpdate{Attributes: ecwid.Set(keep)})
	c.do(err)
	changed, err := service.Get(ctx, id)
	c.do(err)
	c.diff(tea.Attributes[0], changed.Attributes[0])
	c.diff(2, len(changed.Attributes))
	all, err := service.List(ctx)
	c.do(err)
	c.diff(2, len(all))
	c.do(service.Delete(ctx, id))
	_, err = service.Get(ctx, id)
	wantClasses(t, err, ecwid.ErrNotFound)
}

func TestContractCategories(t *testing.T) {
	t.Parallel()
	c := newContract(t)
	ctx, service := t.Context(), c.shop.Categories
	root := ecwid.CategoryID(c.store.Add("categories", `{"name":"Tea"}`))
	var children []ecwid.CategoryID
	for _, name := range []string{"Green", "Black"} {
		create := ecwid.CategoryCreate{}
		create.Name, create.ParentID = ecwid.Set(name), ecwid.Set(root)
		id, err := service.Create(ctx, create)
		c.do(err)
		children = append(children, id)
	}
	found, err := service.ByPath(ctx, []string{"Tea", "Green"}, &ecwid.CategoryPathOptions{Delimiter: ">"})
	c.do(err)
	if len(found.Items) != 1 || found.Items[0].ID != children[0] {
		t.Errorf("got %+v", found.Items)
	}
	page, err := service.List(ctx, &ecwid.CategoryListOptions{Parents: []ecwid.CategoryID{root}, Subcategories: true, HiddenCategories: new(true)})
	c.do(err)
	c.diff(2, page.Total)
	_, err = service.Sort(ctx, root, []ecwid.CategoryID{children[1], children[0]})
	c.do(err)
	sorted, err := service.SortedIDs(ctx, root)
	c.do(err)
	c.diff([]ecwid.CategoryID{children[1], children[0]}, sorted)

	_, err = service.AssignProducts(ctx, children[0], []ecwid.ProductID{c.product})
	c.do(err)
	c.diff([]ecwid.CategoryID{children[0]}, c.read().CategoryIDs)
	c.do(service.UnassignProducts(ctx, children[0], []ecwid.ProductID{c.product}))
	c.diff(0, len(c.read().CategoryIDs))

	_, err = service.SetImage(ctx, root, png())
	c.do(err)
	c.do(service.SetImageAsync(ctx, root, laterImage()))
	category, err := service.Get(ctx, root)
	c.do(err)
	c.diff(laterImage().URL, category.OriginalImageURL)
	c.do(service.DeleteImage(ctx, root))
	c.do(service.Delete(ctx, children[0]))
	_, err = service.Get(ctx, children[0])
	if !errors.Is(err, ecwid.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
