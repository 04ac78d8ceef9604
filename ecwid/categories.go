package ecwid

import (
	"context"
	"iter"
	"net/http"
	"strings"
)

// CategoriesService reads and writes categories. The tree is built from
// Category.ParentID; there is no feed of changes or deletions.
type CategoriesService service

// CategoryListOptions filters a list of categories.
type CategoryListOptions struct {
	// Keyword is searched in names and descriptions.
	Keyword string
	// Parent restricts to the children of a category, 0 to the roots; nil
	// gives all levels.
	Parent *CategoryID
	// Parents restricts to the children of any of these; Parent counts too.
	Parents []CategoryID
	// Subcategories includes all levels below Parent and Parents.
	Subcategories bool
	// CategoryIDs are exact.
	CategoryIDs []CategoryID
	// HiddenCategories includes disabled categories. nil leaves them out in
	// List, as the store does, and includes them in All.
	HiddenCategories *bool
	// WithProductIDs fills Category.ProductIDs and EnabledProductCount.
	WithProductIDs bool
	Lang           string // see ReadOptions
	URLs           URLOptions
	Offset         int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,parentId,name)".
	ResponseFields string
}

func (o *CategoryListOptions) listing() listing {
	l := newListing("GET /categories", "categories")
	if o == nil {
		return l
	}
	var f filters
	f.text("keyword", o.Keyword)
	if o.Parent != nil {
		f.text("parent", segment(*o.Parent))
	}
	list(&f, "parentIds", o.Parents)
	f.on("withSubcategories", o.Subcategories)
	list(&f, "categoryIds", o.CategoryIDs)
	f.flag("hidden_categories", o.HiddenCategories)
	f.on("productIds", o.WithProductIDs)
	f.text("lang", o.Lang)
	o.URLs.add(&f)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// List returns one page of categories.
//
// Endpoint: GET /categories
// Scope: read_catalog
func (s *CategoriesService) List(ctx context.Context, opts *CategoryListOptions) (*Page[Category], error) {
	l := opts.listing()
	return page[Category](ctx, s.client, l, l.offset)
}

// All yields the categories of all pages, disabled ones included unless
// HiddenCategories says otherwise. Nothing is sent before the first pull, each
// range starts anew, and an error comes once and last.
//
// Endpoint: GET /categories
// Scope: read_catalog
func (s *CategoriesService) All(ctx context.Context, opts *CategoryListOptions) iter.Seq2[Category, error] {
	var o CategoryListOptions
	if opts != nil {
		o = *opts
	}
	if o.HiddenCategories == nil {
		o.HiddenCategories = new(true)
	}
	return all[Category](ctx, s.client, o.listing())
}

// Get returns one category with its product ids.
//
// Endpoint: GET /categories/{categoryId}
// Scope: read_catalog
func (s *CategoriesService) Get(ctx context.Context, id CategoryID, opts ...ReadOptions) (*Category, error) {
	o, err := categoryCall("GET /categories/{categoryId}", id)
	if err != nil {
		return nil, err
	}
	return fetch[Category](ctx, s.client, o.read(opts))
}

// Create adds a category. The store does not refuse a name twice: look under
// the parent first, above all after ErrUnknownOutcome.
//
// Endpoint: POST /categories
// Scope: create_catalog
func (s *CategoriesService) Create(ctx context.Context, category CategoryCreate) (CategoryID, error) {
	o := operation{op: "POST /categories", path: []string{"categories"}, body: category}
	answer, err := fetch[createAnswer[CategoryID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Update changes the fields of a category that are present in update. Two
// edits at the same time can be ErrConflict; read it again and repeat.
//
// Endpoint: PUT /categories/{categoryId}
// Scope: update_catalog
func (s *CategoriesService) Update(ctx context.Context, id CategoryID, update CategoryUpdate) (*UpdateResult, error) {
	o, err := categoryCall("PUT /categories/{categoryId}", id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a category. Its products stay; what becomes of categories
// below it is not documented, so delete those first. One that does not exist is
// no error.
//
// Endpoint: DELETE /categories/{categoryId}
// Scope: update_catalog
func (s *CategoriesService) Delete(ctx context.Context, id CategoryID) error {
	o, err := categoryCall("DELETE /categories/{categoryId}", id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// categoryCall is a call for one category, or for what is below it, without a
// body. It can be repeated unless it is a POST.
func categoryCall(op string, id CategoryID, below ...string) (operation, error) {
	if err := positive("category", id); err != nil {
		return operation{}, invalid(op, err)
	}
	path := append([]string{"categories", segment(id)}, below...)
	return operation{op: op, path: path, safe: !strings.HasPrefix(op, http.MethodPost+" ")}, nil
}
