package main

import (
	"context"
	"fmt"
	"time"
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
	began, err := h.system(ctx, "began")
	if err != nil {
		return false, err
	}
	if err := h.began.UnmarshalText(began); err != nil {
		return false, fmt.Errorf("%s: %w: remove it to begin anew", h.state.path, err)
	}
	if err := h.pos.Import(pos); err != nil {
		return false, fmt.Errorf("%s: %w: remove it to begin anew", h.state.path, err)
	}
	if err := h.shop.Import(shop); err != nil {
		return false, fmt.Errorf("%s: %w: remove it to begin anew", h.state.path, err)
	}
	return true, nil
}

func (h *house) system(ctx context.Context, name string) (export []byte, err error) {
	err = h.db.QueryRowContext(ctx, `SELECT export FROM quickstart_systems WHERE name = ?`, name).Scan(&export)
	if err != nil {
		return nil, fmt.Errorf("%s is no state that this program kept (%w): remove it to begin anew", h.state.path, err)
	}
	return export, nil
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
		INSERT OR REPLACE INTO quickstart_systems VALUES ('salespos', ?), ('ecwid', ?), ('began', ?)`, pos, shop, h.began.Format(time.RFC3339))
	if err != nil {
		return fmt.Errorf("keep the systems: %w", err)
	}
	if err := h.db.Close(); err != nil {
		return fmt.Errorf("close the state: %w", err)
	}
	return h.state.keep()
}
