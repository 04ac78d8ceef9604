package main

import "encoding/json"

// shopDoc is a product of the shop as its API shows it.
type shopDoc struct {
	ID       int64  `json:"id"`
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

func (h *house) shopDocs() map[string]shopDoc {
	found := map[string]shopDoc{}
	for _, text := range h.shop.Docs("products") {
		var p shopDoc
		if json.Unmarshal([]byte(text), &p) == nil {
			found[p.SKU] = p
		}
	}
	return found
}

func (h *house) shopProduct(sku string) int64 { return h.shopDocs()[sku].ID }
func (h *house) shopQuantity(sku string) int  { return h.shopDocs()[sku].Quantity }
