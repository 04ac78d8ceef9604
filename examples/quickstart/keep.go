package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
)

// restore loads what an earlier run with -state left in both systems. It reports
// whether there was such a run.
func (h *house) restore(ctx context.Context) (bool, error) {
	if !h.state.found {
		return false, nil
	}
	pos, err := h.system(ctx, "salespos")
	if err != nil {
		return false, err
	}
	shop, err := h.system(ctx, "ecwid")
	if err != nil {
		return false, err
	}
	if err := addAll(pos, posKept, h.pos.Add); err != nil {
		return false, err
	}
	return true, addAll(shop, shopKept, h.shop.Add)
}

func (h *house) system(ctx context.Context, name string) (export []byte, err error) {
	err = h.db.QueryRowContext(ctx, `SELECT export FROM quickstart_systems WHERE name = ?`, name).Scan(&export)
	if err != nil {
		return nil, fmt.Errorf("%s is no state that this program kept (%w): remove it to begin anew", h.state.path, err)
	}
	return export, nil
}

// part names what is kept of the documents of one resource; nil keeps them
// whole. Rows are the documents within an order.
type part struct {
	resource   string
	keys, rows []string
}

// posKept are the parts of the POS's documents that a run with -orders makes; the
// rest is the server's own.
var posKept = []part{
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
var shopKept = []part{{resource: "categories"}, {resource: "products"}, {resource: "customers"}, {resource: "orders"}}

// pick returns the kept part of a document.
func (k part) pick(doc map[string]any) map[string]any {
	if k.keys == nil {
		return doc
	}
	picked := pickedKeys(doc, k.keys)
	if rows, ok := picked["orderrows"].([]any); ok {
		for i, row := range rows {
			if fields, ok := row.(map[string]any); ok {
				rows[i] = pickedKeys(fields, k.rows)
			}
		}
	}
	return picked
}

func pickedKeys(doc map[string]any, keys []string) map[string]any {
	part := map[string]any{}
	for _, key := range keys {
		if value, ok := doc[key]; ok && value != nil {
			part[key] = value
		}
	}
	return part
}

// addAll seeds a sandbox with the documents of an export.
func addAll(export []byte, resources []part, add func(resource, doc string) int64) error {
	decoder := json.NewDecoder(bytes.NewReader(export))
	decoder.UseNumber()
	var all map[string]any
	if err := decoder.Decode(&all); err != nil {
		return fmt.Errorf("read the kept systems: %w: remove the file of -state to begin anew", err)
	}
	for _, k := range resources {
		docs, ok := all[k.resource].([]any)
		if !ok {
			return fmt.Errorf("the kept systems have no %s: remove the file of -state to begin anew", k.resource)
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

// keep puts both systems into the state and the state into the file of -state.
func (h *house) keep(ctx context.Context) error {
	if h.state.path == "" {
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
	_, err = h.db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS quickstart_systems (name TEXT PRIMARY KEY, export BLOB NOT NULL);
		INSERT OR REPLACE INTO quickstart_systems VALUES ('salespos', ?), ('ecwid', ?)`, pos, shop)
	if err != nil {
		return fmt.Errorf("keep the systems: %w", err)
	}
	if err := h.db.Close(); err != nil {
		return fmt.Errorf("close the state: %w", err)
	}
	return h.state.keep()
}
