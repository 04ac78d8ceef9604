package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

// restore loads what an earlier run with -state left in both systems. It reports
// whether there was such a run.
func (h *house) restore() (bool, error) {
	if h.statePath == "" {
		return false, nil
	}
	pos, err := os.ReadFile(h.statePath + ".salespos.json")
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read the kept systems: %w", err)
	}
	shop, err := os.ReadFile(h.statePath + ".ecwid.json")
	if err != nil {
		return false, fmt.Errorf("read the kept systems: %w", err)
	}
	if err := addAll(pos, posKept, h.pos.Add); err != nil {
		return false, err
	}
	return true, addAll(shop, shopKept, h.shop.Add)
}

// kept names what is kept of the documents of one resource; nil keeps them
// whole. Rows are the documents within an order.
type kept struct {
	resource   string
	keys, rows []string
}

// posKept are the parts of the POS's documents that a run with -orders makes; the
// rest is the server's own.
var posKept = []kept{
	{resource: "categories", keys: []string{"id", "name", "show_on_website"}},
	{resource: "products", keys: []string{"id", "productnumber", "name", "price", "stockenabled", "stocktype", "stock", "is_active", "createdate", "modifydate"}},
	{resource: "producttocategories", keys: []string{"id", "product_id", "category_id"}},
	{resource: "users", keys: []string{"id", "username", "userinfo"}},
	{
		resource: "orders",
		keys:     []string{"id", "reservationnumber", "status", "is_completed", "paid", "create_date", "currency", "customer", "user", "order_row_taxes_included", "total_shipping", "orderrows"},
		rows:     []string{"product_id", "product_name", "product_number", "count", "price", "discount", "tax", "unit"},
	},
}

// shopKept are the resources of the shop that a run with -orders makes.
var shopKept = []kept{{resource: "categories"}, {resource: "products"}, {resource: "customers"}, {resource: "orders"}}

// pick returns the kept part of a document.
func (k kept) pick(doc map[string]any) map[string]any {
	if k.keys == nil {
		return doc
	}
	part := picked(doc, k.keys)
	if rows, ok := part["orderrows"].([]any); ok {
		for i, row := range rows {
			if fields, ok := row.(map[string]any); ok {
				rows[i] = picked(fields, k.rows)
			}
		}
	}
	return part
}

func picked(doc map[string]any, keys []string) map[string]any {
	part := map[string]any{}
	for _, key := range keys {
		if value, ok := doc[key]; ok && value != nil {
			part[key] = value
		}
	}
	return part
}

// addAll seeds a sandbox with the documents of an export.
func addAll(export []byte, resources []kept, add func(resource, doc string) int64) error {
	decoder := json.NewDecoder(bytes.NewReader(export))
	decoder.UseNumber()
	var all map[string]any
	if err := decoder.Decode(&all); err != nil {
		return fmt.Errorf("read the kept systems: %w: remove the files beside -state to begin anew", err)
	}
	for _, k := range resources {
		docs, ok := all[k.resource].([]any)
		if !ok {
			return fmt.Errorf("the kept systems have no %s: remove the files beside -state to begin anew", k.resource)
		}
		for _, doc := range docs {
			fields, _ := doc.(map[string]any)
			text, err := json.Marshal(k.pick(fields))
			if err != nil {
				return fmt.Errorf("read the kept %s: %w", k.resource, err)
			}
			add(k.resource, string(text))
		}
	}
	return nil
}

// keep writes both systems beside the state, for the next run.
func (h *house) keep() error {
	if h.statePath == "" {
		return nil
	}
	pos, err := h.pos.Export()
	if err != nil {
		return fmt.Errorf("export SalesPOS: %w", err)
	}
	shop, err := h.shop.Export()
	if err != nil {
		return fmt.Errorf("export Ecwid: %w", err)
	}
	for suffix, content := range map[string][]byte{".salespos.json": pos, ".ecwid.json": shop} {
		if err := os.WriteFile(h.statePath+suffix, content, 0o600); err != nil {
			return fmt.Errorf("keep the systems: %w", err)
		}
	}
	return nil
}
