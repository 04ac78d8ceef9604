package sides

import (
	"context"

	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// properties knows the specifications of SalesPOS by id: a product names neither
// the specification nor the chosen option. They are read once in a pass.
type properties struct {
	pos     *salespos.Client
	read    bool
	names   map[salespos.PropertyID]string
	options map[salespos.PropertyID]map[string]string // name of an option by its id
}

// load reads all specifications and their options.
func (k *properties) load(ctx context.Context) error {
	if k.read {
		return nil
	}
	k.names, k.options = map[salespos.PropertyID]string{}, map[salespos.PropertyID]map[string]string{}
	groups, err := k.pos.PropertyGroups.List(ctx)
	if err != nil {
		return fault(err)
	}
	for _, group := range groups {
		list, err := k.pos.Properties.List(ctx, group.ID)
		if err != nil {
			return fault(err)
		}
		if err := k.add(ctx, list); err != nil {
			return err
		}
	}
	k.read = true
	return nil
}

// add takes specifications and those below them.
func (k *properties) add(ctx context.Context, list []salespos.Property) error {
	for _, p := range list {
		k.names[p.ID] = p.Name
		if p.Type == salespos.PropertyOfOptions || p.Type == salespos.PropertyOptionCheckbox {
			options, err := k.pos.PropertyOptions.List(ctx, p.ID)
			if err != nil {
				return fault(err)
			}
			k.options[p.ID] = map[string]string{}
			for _, o := range options {
				k.options[p.ID][idText(o.ID)] = o.Name
			}
		}
		if err := k.add(ctx, p.Children); err != nil {
			return err
		}
	}
	return nil
}

// of are the specifications of a product by name, options as their text. One that
// is not known any more is left out.
func (k *properties) of(p *salespos.Product) []catalog.Option {
	var list []catalog.Option
	for _, group := range p.PropertyGroups.Collection {
		for _, v := range group.Values.Collection {
			name, ok := k.names[v.PropertyID]
			if !ok {
				continue
			}
			value := v.Value
			if text, ok := k.options[v.PropertyID][value]; ok {
				value = text
			}
			list = append(list, catalog.Option{Name: name, Value: value})
		}
	}
	return list
}
