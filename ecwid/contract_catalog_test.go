package ecwid_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// catalogContract is a fake with one product.
type catalogContract struct {
	*testing.T
	store   *ecwidtest.Server
	shop    *ecwid.Client
	product ecwid.ProductID
}

func newContract(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) catalogContract {
	t.Helper()
	product := store.Add("products", `{"sku":"TEA","name":"Green tea","price":4.5,"quantity":3,"unlimited":false,
		"options":[{"type":"SELECT","name":"Size","choices":[{"text":"S"},{"text":"L"}]}]}`)
	return catalogContract{t, store, shop, ecwid.ProductID(product)}
}

// do stops at an error.
func (c catalogContract) do(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

func (c catalogContract) diff(want, got any) {
	c.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		c.Errorf("(-want +got):\n%s", diff)
	}
}

// read returns the product as it is now.
func (c catalogContract) read() *ecwid.Product {
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

func contractProducts(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
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

	c.do(c.shop.Products.Delete(ctx, c.product))
	c.do(c.shop.Products.Delete(ctx, c.product))
	_, err = c.shop.Products.Get(ctx, c.product)
	wantClasses(t, err, ecwid.ErrNotFound)
}

func contractNewProduct(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	create := ecwid.ProductCreate{}
	create.Name, create.SKU, create.Price = ecwid.Set("Cup"), ecwid.Set("CUP"), ecwid.Set(amount(t, "2.95"))
	cup, err := c.shop.Products.Create(ctx, create, nil)
	c.do(err)
	all, err := gather(c.shop.Products.All(ctx, &ecwid.ProductListOptions{SKU: "CUP"}))
	c.do(err)
	if len(all) != 1 || all[0].ID != cup.ID || all[0].Price.String() != "2.95" {
		t.Errorf("got %+v, want the cup", all)
	}
	c.do(c.shop.Products.Delete(ctx, cup.ID))
}

func contractBrands(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	acme := ecwid.ProductUpdate{}
	acme.Attributes = ecwid.Set([]ecwid.AttributeValueWrite{{Alias: ecwid.Set(ecwid.AliasBrand), Value: ecwid.Set("Acme")}})
	_, err := c.shop.Products.Update(ctx, c.product, acme, nil)
	c.do(err)
	brands, err := c.shop.Brands.List(ctx, nil)
	c.do(err)
	if len(brands.Items) != 1 || brands.Items[0].Name != "Acme" {
		t.Errorf("got brands %+v, want Acme", brands.Items)
	}
	c.diff(brands.Items, ok(gather(c.shop.Brands.All(ctx, nil)))(t))
}

func contractVariations(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	create := ecwid.CombinationCreate{Options: []ecwid.OptionValue{{Name: "Size", Value: "L"}}}
	id, err := c.shop.Combinations.Create(ctx, c.product, create)
	c.do(err)
	_, err = c.shop.Combinations.Create(ctx, c.product, create)
	wantClasses(t, err, ecwid.ErrConflict)

	update := ecwid.CombinationUpdate{}
	update.SKU, update.Quantity, update.Unlimited = ecwid.Set("TEA-L"), ecwid.Set(2), ecwid.Set(false)
	_, err = c.shop.Combinations.Update(ctx, c.product, id, update, ecwid.StockOptions{NotifyLowStock: true})
	c.do(err)
	_, err = c.shop.Stock.AdjustCombination(ctx, c.product, id, -1)
	c.do(err)
	stock, err := c.shop.Stock.AdjustProduct(ctx, c.product, -4)
	c.do(err)
	c.diff(&ecwid.StockResult{Count: 1, Warning: "Product has negative stock."}, stock)
	variation, err := c.shop.Combinations.Get(ctx, c.product, id)
	c.do(err)
	c.diff(1, *variation.Quantity)

	_, err = c.shop.Combinations.SetImage(ctx, c.product, id, png())
	c.do(err)
	c.do(c.shop.Combinations.SetImageAsync(ctx, c.product, id, laterImage()))
	variation, err = c.shop.Combinations.Get(ctx, c.product, id)
	c.do(err)
	c.diff(laterImage().URL, variation.OriginalImageURL)
	c.do(c.shop.Combinations.DeleteImage(ctx, c.product, id))

	c.do(c.shop.Combinations.Delete(ctx, c.product, id))
	_, err = c.shop.Combinations.Create(ctx, c.product, create)
	c.do(err)
	count, err := c.shop.Combinations.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
	rest, err := c.shop.Combinations.List(ctx, c.product)
	c.do(err)
	c.diff(0, len(rest))
}

func contractImages(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	_, err := c.shop.Images.SetMain(ctx, c.product, png())
	c.do(err)
	id, err := c.shop.Images.Add(ctx, c.product, ecwid.Upload{URL: "https://img.example.com/1.png"})
	c.do(err)
	c.do(c.shop.Images.AddAsync(ctx, c.product, laterImage()))
	images := c.read().Media.Images
	if len(images) != 3 || images[0].ID != "0" || images[1].ID != id || images[2].URL != laterImage().URL {
		t.Errorf("got %+v", images)
	}
	c.do(c.shop.Images.Delete(ctx, c.product, id))
	count, err := c.shop.Images.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
	c.do(c.shop.Images.SetMainAsync(ctx, c.product, laterImage()))
	c.diff(laterImage().URL, c.read().OriginalImageURL)
	c.do(c.shop.Images.DeleteMain(ctx, c.product))
	c.diff(0, len(c.read().Media.Images))

	err = c.shop.Images.AddAsync(ctx, c.product, ecwid.AsyncImage{URL: "ftp://img.example.com", Width: 1, Height: 1})
	wantClasses(t, err, ecwid.ErrInvalid)
	_, err = c.shop.Images.Add(ctx, c.product, ecwid.Upload{Data: []byte("no image")})
	wantClasses(t, err, ecwid.ErrInvalid)
}

func contractVideosAndMedia(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	_, err := c.shop.Videos.SetMain(ctx, c.product, "https://video.example.com/1")
	c.do(err)
	id, err := c.shop.Videos.Add(ctx, c.product, "https://video.example.com/2")
	c.do(err)
	c.do(c.shop.Videos.SetCover(ctx, c.product, id, png()))
	video, err := c.shop.Videos.Get(ctx, c.product, id)
	c.do(err)
	c.diff("https://video.example.com/2", video.URL)
	c.do(c.shop.Videos.Delete(ctx, c.product, id))
	c.do(c.shop.Videos.DeleteMain(ctx, c.product))
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

func contractFiles(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	id, err := c.shop.Files.Create(ctx, c.product, ecwid.Upload{Data: []byte("%PDF"), FileName: "brew.pdf"}, "How to brew")
	c.do(err)
	data, err := c.shop.Files.Download(ctx, c.product, id)
	c.do(err)
	c.diff("%PDF", string(data))
	_, err = c.shop.Files.Update(ctx, c.product, id, ecwid.FileUpdate{Description: ecwid.Set("Brewing")})
	c.do(err)
	files := c.read().Files
	if len(files) != 1 || files[0].Name != "brew.pdf" || files[0].Description != "Brewing" || files[0].Size != 4 {
		t.Errorf("got %+v", files)
	}
	c.do(c.shop.Files.Delete(ctx, c.product, id))
	_, err = c.shop.Files.Create(ctx, c.product, ecwid.Upload{URL: "https://example.com/brew.pdf", FileName: "brew.pdf"}, "")
	c.do(err)
	count, err := c.shop.Files.DeleteAll(ctx, c.product)
	c.do(err)
	c.diff(1, count)
}

func contractProductTypes(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	id, err := c.shop.ProductTypes.Create(ctx, ecwid.ProductTypeCreate{Name: "Tea", Attributes: []ecwid.ProductTypeAttributeWrite{
		{Name: ecwid.Set("Origin"), Type: ecwid.Set(ecwid.AttributeCustom), Show: ecwid.Set(ecwid.ShowDescription)},
	}})
	c.do(err)
	tea, err := c.shop.ProductTypes.Get(ctx, id)
	c.do(err)
	keep := []ecwid.ProductTypeAttributeWrite{tea.Attributes[0].Keep(), {Name: ecwid.Set("Harvest")}}
	_, err = c.shop.ProductTypes.Update(ctx, id, ecwid.ProductTypeUpdate{Attributes: ecwid.Set(keep)})
	c.do(err)
	changed, err := c.shop.ProductTypes.Get(ctx, id)
	c.do(err)
	c.diff(tea.Attributes[0], changed.Attributes[0])
	c.diff(2, len(changed.Attributes))
	all, err := c.shop.ProductTypes.List(ctx)
	c.do(err)
	c.diff(2, len(all))
	c.do(c.shop.ProductTypes.Delete(ctx, id))
	_, err = c.shop.ProductTypes.Get(ctx, id)
	wantClasses(t, err, ecwid.ErrNotFound)
}

func contractCategories(t *testing.T, store *ecwidtest.Server, shop *ecwid.Client) {
	c := newContract(t, store, shop)
	ctx := t.Context()
	root := ecwid.CategoryID(c.store.Add("categories", `{"name":"Tea"}`))
	var children []ecwid.CategoryID
	for _, name := range []string{"Green", "Black"} {
		create := ecwid.CategoryCreate{}
		create.Name, create.ParentID = ecwid.Set(name), ecwid.Set(root)
		id, err := c.shop.Categories.Create(ctx, create)
		c.do(err)
		children = append(children, id)
	}
	found, err := c.shop.Categories.ByPath(ctx, []string{"Tea", "Green"}, &ecwid.CategoryPathOptions{Delimiter: ">"})
	c.do(err)
	if len(found.Items) != 1 || found.Items[0].ID != children[0] {
		t.Errorf("got %+v", found.Items)
	}
	page, err := c.shop.Categories.List(ctx, &ecwid.CategoryListOptions{Parents: []ecwid.CategoryID{root}, Subcategories: true, HiddenCategories: new(true)})
	c.do(err)
	c.diff(2, page.Total)
	_, err = c.shop.Categories.Sort(ctx, root, []ecwid.CategoryID{children[1], children[0]})
	c.do(err)
	sorted, err := c.shop.Categories.SortedIDs(ctx, root)
	c.do(err)
	c.diff([]ecwid.CategoryID{children[1], children[0]}, sorted)

	update := ecwid.CategoryUpdate{}
	update.Enabled = ecwid.Set(false)
	_, err = c.shop.Categories.Update(ctx, children[1], update)
	c.do(err)
	c.diff(3, len(ok(gather(c.shop.Categories.All(ctx, nil)))(t)))
	visible := &ecwid.CategoryListOptions{HiddenCategories: new(false)}
	c.diff(2, len(ok(gather(c.shop.Categories.All(ctx, visible)))(t)))

	_, err = c.shop.Categories.AssignProducts(ctx, children[0], []ecwid.ProductID{c.product})
	c.do(err)
	c.diff([]ecwid.CategoryID{children[0]}, c.read().CategoryIDs)
	c.do(c.shop.Categories.UnassignProducts(ctx, children[0], []ecwid.ProductID{c.product}))
	c.diff(0, len(c.read().CategoryIDs))

	_, err = c.shop.Categories.SetImage(ctx, root, png())
	c.do(err)
	c.do(c.shop.Categories.SetImageAsync(ctx, root, laterImage()))
	category, err := c.shop.Categories.Get(ctx, root)
	c.do(err)
	c.diff(laterImage().URL, category.OriginalImageURL)
	c.do(c.shop.Categories.DeleteImage(ctx, root))
	c.do(c.shop.Categories.Delete(ctx, children[0]))
	_, err = c.shop.Categories.Get(ctx, children[0])
	if !errors.Is(err, ecwid.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
