package sides

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// posCategory is a category of SalesPOS with the category above it.
type posCategory struct {
	catalog.POSCategory
	parent salespos.CategoryID // 0: root
}

// posCategories reads the category tree, which one call answers as a whole, and the
// list for what the tree leaves out when it is needed.
type posCategories struct {
	client *salespos.Client
	// details says that the mapping reads more than the tree has.
	details bool
}

// categoriesRead is the cursor of a flow that always reads everything.
const categoriesRead = "read"

// Read yields all categories, each behind the one above it.
func (s *posCategories) Read(ctx context.Context, token string) iter.Seq2[engine.Batch[posCategory], error] {
	return func(yield func(engine.Batch[posCategory], error) bool) {
		items, err := s.all(ctx)
		if err != nil {
			yield(engine.Batch[posCategory]{}, err)
			return
		}
		if len(items) == 0 && token != "" {
			yield(engine.Batch[posCategory]{}, engine.EmptySource())
			return
		}
		for some := range slices.Chunk(items, engine.BatchSize) {
			if !yield(engine.Batch[posCategory]{Items: some, Cursor: token, Total: len(items)}, nil) {
				return
			}
		}
		if len(items) > 0 {
			yield(engine.Batch[posCategory]{Cursor: categoriesRead, Total: len(items)}, nil)
		}
	}
}

// Get reads the tree and picks the categories from it.
func (s *posCategories) Get(ctx context.Context, ids []string) ([]engine.Item[posCategory], error) {
	items, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(items, func(i engine.Item[posCategory]) bool { return !slices.Contains(ids, i.ID) }), nil
}

func (s *posCategories) all(ctx context.Context) ([]engine.Item[posCategory], error) {
	tree, err := s.client.Categories.Tree(ctx)
	if err != nil {
		return nil, fault(err)
	}
	details, err := s.list(ctx)
	if err != nil {
		return nil, err
	}
	var items []engine.Item[posCategory]
	var walk func(nodes []salespos.CategoryNode, path []string, parent salespos.CategoryID)
	walk = func(nodes []salespos.CategoryNode, path []string, parent salespos.CategoryID) {
		for i := range nodes {
			node := &nodes[i]
			here := append(slices.Clone(path), strings.TrimSpace(node.Name))
			items = append(items, engine.Item[posCategory]{
				ID: idText(node.ID), Label: strings.Join(here, " / "),
				Record: posCategory{parent: parent, POSCategory: catalog.POSCategory{
					Category: node, Details: details[node.ID], Path: here,
				}},
			})
			walk(node.Children, here, node.ID)
		}
	}
	walk(tree.Roots, nil, 0)
	return items, nil
}

// list are the categories of the list by id, where the mapping needs them. One that
// is missing there, because it is new or the pages shifted, has what the tree says.
func (s *posCategories) list(ctx context.Context) (map[salespos.CategoryID]*salespos.Category, error) {
	found := map[salespos.CategoryID]*salespos.Category{}
	if !s.details {
		return found, nil
	}
	for category, err := range s.client.Categories.All(ctx, nil) {
		if err != nil {
			return nil, fault(err)
		}
		found[category.ID] = &category
	}
	return found, nil
}
