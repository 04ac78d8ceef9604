package sides

import (
	"context"
	"errors"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
)

// shopCategory is a category of Ecwid with its path of names.
type shopCategory struct {
	ecwid.Category
	path string
}

// pathSeparator joins the names of a path; it is in no name.
const pathSeparator = "\x00"

// shopCategories reads and writes categories of Ecwid. Their list is read as a
// whole, once in a pass: it has no filter by date and none by path.
type shopCategories struct {
	client *ecwid.Client
	byID   map[string]*shopCategory
}

// list reads all categories, hidden ones too.
func (s *shopCategories) list(ctx context.Context) error {
	if s.byID != nil {
		return nil
	}
	byID := map[string]*shopCategory{}
	for c, err := range s.client.Categories.All(ctx, nil) {
		if err != nil {
			return fault(err)
		}
		byID[idText(c.ID)] = &shopCategory{Category: c}
	}
	for _, c := range byID {
		c.path = pathOf(byID, c)
	}
	s.byID = byID
	return nil
}

// maxDepth ends a path that goes round in a circle.
const maxDepth = 100

func pathOf(byID map[string]*shopCategory, c *shopCategory) string {
	names := []string{strings.TrimSpace(c.Name)}
	for range maxDepth {
		parent := byID[idText(c.ParentID)]
		if parent == nil {
			break
		}
		names = append([]string{strings.TrimSpace(parent.Name)}, names...)
		c = parent
	}
	return strings.Join(names, pathSeparator)
}

// Load picks categories from the list; one that the list, which lags behind
// writes, does not show yet is read by its id.
func (s *shopCategories) Load(ctx context.Context, ids []string) (map[string]*shopCategory, error) {
	if err := s.list(ctx); err != nil {
		return nil, err
	}
	found := map[string]*shopCategory{}
	for _, id := range ids {
		c := s.byID[id]
		if c == nil {
			fresh, err := s.client.Categories.Get(ctx, ecwid.CategoryID(number(id)))
			if errors.Is(err, ecwid.ErrNotFound) {
				continue
			}
			if err != nil {
				return nil, fault(err)
			}
			c = &shopCategory{Category: *fresh}
			c.path = pathOf(s.byID, c)
		}
		found[id] = c
	}
	return found, nil
}

// Create makes a category and reads back a text that the shop may have
// rewritten.
func (s *shopCategories) Create(ctx context.Context, p *ecwid.CategoryFields) (string, *shopCategory, error) {
	id, err := s.client.Categories.Create(ctx, ecwid.CategoryCreate{CategoryFields: *p})
	if err != nil {
		return "", nil, fault(err)
	}
	return idText(id), s.readBack(ctx, id, p), nil
}

// Update changes a category and reads back a text that the shop may have
// rewritten.
func (s *shopCategories) Update(ctx context.Context, id string, p *ecwid.CategoryFields) (*shopCategory, error) {
	category := ecwid.CategoryID(number(id))
	if _, err := s.client.Categories.Update(ctx, category, ecwid.CategoryUpdate{CategoryFields: *p}); err != nil {
		return nil, fault(err)
	}
	return s.readBack(ctx, category, p), nil
}

// readBack returns nil when the text was not sent or cannot be read now: the
// shop is then taken to hold what it was sent.
func (s *shopCategories) readBack(ctx context.Context, id ecwid.CategoryID, p *ecwid.CategoryFields) *shopCategory {
	if text, sent := p.Description.Get(); !sent || text == "" {
		return nil
	}
	c, err := s.client.Categories.Get(ctx, id)
	if err != nil {
		return nil
	}
	return &shopCategory{Category: *c}
}
