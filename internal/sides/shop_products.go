package sides

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// shopPage is the largest page of Ecwid.
const shopPage = 100

// maxCombinations is how many variations Ecwid takes with one product.
const maxCombinations = 200

// productPatch is what one product needs in the shop.
type productPatch struct {
	fields ecwid.ProductFields
	// variations are created with the product, or one by one when it exists.
	variations []*variationPatch
}

// variationPatch is what one variation needs; id 0 creates it.
type variationPatch struct {
	id      ecwid.CombinationID
	part    string // the variant's id in the state
	options []ecwid.OptionValue
	fields  ecwid.CombinationUpdate
	change  mapping.Change[ecwid.CombinationUpdate]
}

func (v *variationPatch) create() ecwid.CombinationCreate {
	return ecwid.CombinationCreate{Options: v.options, CombinationFields: v.fields.CombinationFields}
}

// shopProducts writes products to Ecwid.
type shopProducts struct{ client *ecwid.Client }

// Load reads products by id, a page at a time. Reads by id do not lag.
func (s shopProducts) Load(ctx context.Context, ids []string) (map[string]*ecwid.Product, error) {
	found := make(map[string]*ecwid.Product, len(ids))
	for start := 0; start < len(ids); start += shopPage {
		page, err := s.client.Products.List(ctx, &ecwid.ProductListOptions{
			ProductIDs: productIDs(ids[start:min(start+shopPage, len(ids))]), Limit: shopPage,
		})
		if err != nil {
			return nil, fault(err)
		}
		for i := range page.Items {
			found[idText(page.Items[i].ID)] = &page.Items[i]
		}
	}
	return found, nil
}

func productIDs(ids []string) []ecwid.ProductID {
	numbers := make([]ecwid.ProductID, 0, len(ids))
	for _, id := range ids {
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			numbers = append(numbers, ecwid.ProductID(n))
		}
	}
	return numbers
}

func idText[ID ~int64](id ID) string { return strconv.FormatInt(int64(id), 10) }

// Create sends the product with its options and its first 200 variations.
func (s shopProducts) Create(ctx context.Context, p *productPatch) (string, *ecwid.Product, error) {
	body := ecwid.ProductCreate{ProductFields: p.fields}
	for _, v := range p.variations[:min(len(p.variations), maxCombinations)] {
		body.Combinations = append(body.Combinations, v.create())
	}
	result, err := s.client.Products.Create(ctx, body, &ecwid.WriteOptions{
		SaveCombinations: len(body.Combinations) > 0, ReturnItem: true,
	})
	if err != nil {
		return "", nil, fault(err)
	}
	if len(p.variations) > maxCombinations {
		return idText(result.ID), nil, nil // more follow: the answer is not all
	}
	return idText(result.ID), result.Item, nil
}

// Complete sends the variations that did not fit into the create.
func (s shopProducts) Complete(ctx context.Context, id string, p *productPatch, fresh bool) error {
	if !fresh || len(p.variations) <= maxCombinations {
		return nil
	}
	return s.writeVariations(ctx, productIDs([]string{id})[0], p.variations[maxCombinations:])
}

// Update sends the product's changed fields first, because a variation may need
// a new choice, and then each changed variation.
func (s shopProducts) Update(ctx context.Context, id string, p *productPatch) (*ecwid.Product, error) {
	product := productIDs([]string{id})[0]
	var after *ecwid.Product
	if update := (ecwid.ProductUpdate{ProductFields: p.fields}); !update.IsZero() {
		result, err := s.client.Products.Update(ctx, product, update, &ecwid.WriteOptions{ReturnItem: true})
		if err != nil {
			return nil, fault(err)
		}
		after = result.Item
	}
	if len(p.variations) == 0 {
		return after, nil
	}
	return nil, s.writeVariations(ctx, product, p.variations)
}

// writeVariations sends variations one by one: the list as a whole would undo
// what the shop did meanwhile.
func (s shopProducts) writeVariations(ctx context.Context, product ecwid.ProductID, variations []*variationPatch) error {
	for _, v := range variations {
		if v.id == 0 {
			id, err := s.client.Combinations.Create(ctx, product, v.create())
			if err != nil {
				return fault(err)
			}
			v.id = id
			continue
		}
		if _, err := s.client.Combinations.Update(ctx, product, v.id, v.fields); err != nil {
			return fault(err)
		}
	}
	return nil
}

// bySKU asks the shop's search for the products that hold a SKU, themselves or
// in a variation. The search lags behind writes.
func (s shopProducts) bySKU(ctx context.Context, sku string) ([]string, error) {
	return s.search(ctx, &ecwid.ProductListOptions{SKU: sku, Limit: shopPage})
}

// byReference asks for the product that carries our reference.
func (s shopProducts) byReference(ctx context.Context, reference string) ([]string, error) {
	return s.search(ctx, &ecwid.ProductListOptions{ExternalReferenceID: reference, Limit: shopPage})
}

func (s shopProducts) search(ctx context.Context, opts *ecwid.ProductListOptions) ([]string, error) {
	page, err := s.client.Products.List(ctx, opts)
	if err != nil {
		return nil, fault(err)
	}
	ids := make([]string, len(page.Items))
	for i, p := range page.Items {
		ids[i] = idText(p.ID)
	}
	return ids, nil
}

// productKeys are the SKUs of a product: its own first, then those of its
// variations.
func productKeys(p *ecwid.Product) []string {
	keys := []string{strings.TrimSpace(p.SKU)}
	for _, c := range p.Combinations {
		if sku := strings.TrimSpace(c.SKU); sku != "" {
			keys = append(keys, sku)
		}
	}
	return keys
}

// maxShopOffset keeps offsets below the window of the shop's search; beyond it
// the list is asked anew from the last creation time on.
const maxShopOffset = 9900

// scan reads all products of the shop, oldest first, with the given fields,
// or those updated since an instant.
func (s shopProducts) scan(ctx context.Context, opts ecwid.ProductListOptions, each func([]ecwid.Product, int) error) error {
	opts.Limit, opts.SortBy = shopPage, ecwid.ByAddedTimeAsc
	var last time.Time
	total := 0
	page := func(ctx context.Context, offset int) ([]ecwid.Product, bool, error) {
		opts.Offset = offset
		page, err := s.client.Products.List(ctx, &opts)
		if err != nil {
			return nil, false, err
		}
		if total == 0 {
			total = page.Total
		}
		return page.Items, offset+len(page.Items) < page.Total && offset < maxShopOffset, nil
	}
	for {
		previous, rows := last, 0
		for fresh, err := range scan(ctx, 0, func(p *ecwid.Product) int64 { return int64(p.ID) }, page) {
			if err != nil {
				return fault(err)
			}
			if rows = fresh.end; len(fresh.rows) > 0 {
				last = fresh.rows[len(fresh.rows)-1].Created.Time
			}
			if err := each(fresh.rows, total); err != nil {
				return err
			}
		}
		if rows < maxShopOffset || !last.After(previous) {
			return nil
		}
		opts.CreatedFrom = last
	}
}
