package ecwid

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// CategoryPathOptions changes a look-up by path.
type CategoryPathOptions struct {
	// Delimiter stands between the names on the wire and so cannot be part of
	// one; "" means "/".
	Delimiter string
	// CategoryListOptions has further filters; of them Keyword, Parent,
	// HiddenCategories and what is common to all lists count.
	CategoryListOptions
}

// ByPath returns one page of the categories whose full path from the root is
// path, a name for each level. Names need not be unique, so there may be
// several. Disabled ones come only with HiddenCategories.
//
// Endpoint: GET /categoriesByPath
// Scope: read_catalog
func (s *CategoriesService) ByPath(ctx context.Context, path []string, opts *CategoryPathOptions) (*Page[Category], error) {
	if opts == nil {
		opts = &CategoryPathOptions{}
	}
	l := opts.pathListing(path)
	return page[Category](ctx, s.client, l, l.offset)
}

func (o *CategoryPathOptions) pathListing(path []string) listing {
	delimiter := o.Delimiter
	if delimiter == "" {
		delimiter = "/"
	}
	l := o.listing()
	l.op, l.path = "GET /categoriesByPath", "categoriesByPath"
	f := filters{query: l.filter, err: errors.Join(l.err, checkNames(path, delimiter))}
	f.text("path", strings.Join(path, delimiter))
	f.text("delimiter", delimiter)
	f.text("delimeter", delimiter) // as the documents spell it
	l.filter, l.err = f.query, f.err
	return l
}

// checkNames refuses paths that the store would read as another one.
func checkNames(path []string, delimiter string) error {
	if len(path) == 0 {
		return errors.New("the path is empty")
	}
	for i, name := range path {
		if strings.TrimSpace(name) == "" {
			return fmt.Errorf("name %d of the path is empty", i+1)
		}
		if strings.Contains(name, delimiter) {
			return fmt.Errorf("name %d of the path has the delimiter in it; choose another one", i+1)
		}
	}
	return nil
}
