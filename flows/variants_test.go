package flows_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/tillsync/tillsync/flows"
	"github.com/tillsync/tillsync/flows/pass"
)

func syncProducts(t *testing.T, c flows.ProductConfig) (*pass.Report, error) {
	t.Helper()
	return flows.SyncProducts(t.Context(), c)
}

// variant seeds a shirt in S and L with numbers, stock and an extra price.
func (h *house) variant() {
	h.pos.Add("attributes", `{"id":1,"name":"Size","type":"option_menu"}`)
	h.pos.Add("attributevalues", `{"id":11,"attribute_id":1,"name":"S"}`)
	h.pos.Add("attributevalues", `{"id":12,"attribute_id":1,"name":"L"}`)
	h.pos.Add("products", `{"id":5000,"productnumber":"SHIRT","name":"Shirt","price":20,"stockenabled":true,"stocktype":"Attribute","is_active":true}`)
	h.pos.Add("productattributevalues", `{"product_id":5000,"optionvalue":11,"price":0}`)
	h.pos.Add("productattributevalues", `{"product_id":5000,"optionvalue":12,"price":2.5}`)
	for _, c := range docs(h.t, h.pos.Docs("attributecombinations")) {
		id := int64(num(h.t, c["id"]))
		if extra := c["netto_extra_price"]; extra == 2.5 {
			h.pos.Edit("attributecombinations", id, `{"sku_number":"SHIRT-L","stock":4}`)
		} else {
			h.pos.Edit("attributecombinations", id, `{"sku_number":"SHIRT-S","stock":3}`)
		}
	}
}

// variations returns the shirt's variations by SKU.
func (h *house) variations() map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, c := range h.bySKU("SHIRT")["combinations"].([]any) {
		v := c.(map[string]any)
		out[v["sku"].(string)] = v
	}
	return out
}

func TestVariantsAreCreatedWithTheProduct(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.wants(h.products(), map[pass.Outcome]int{pass.Created: 1})
		if got := h.shop.Writes(); got != 1 {
			t.Errorf("%d writes, want the product with its variations in one", got)
		}
		v := h.variations()
		if v["SHIRT-S"]["price"] != 20.0 || v["SHIRT-L"]["price"] != 22.5 {
			t.Errorf("prices = %v, %v; want 20 and 22.5", v["SHIRT-S"]["price"], v["SHIRT-L"]["price"])
		}
		if v["SHIRT-S"]["quantity"] != 3.0 || v["SHIRT-L"]["quantity"] != 4.0 {
			t.Errorf("quantities = %v, %v; want 3 and 4", v["SHIRT-S"]["quantity"], v["SHIRT-L"]["quantity"])
		}
		if p := h.bySKU("SHIRT"); p["quantity"] != 0.0 || p["unlimited"] != false {
			t.Errorf("parent = %v, unlimited %v; an option set without a variation could be bought", p["quantity"], p["unlimited"])
		}
	})
}

func TestChangedVariantIsOneRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.variant()
		h.products()
		time.Sleep(time.Hour)
		h.pos.Edit("products", 5000, `{"price":21}`)
		h.quiet()
		h.wants(h.products(), map[pass.Outcome]int{pass.Updated: 1})
		v := h.variations()
		if v["SHIRT-S"]["price"] != 21.0 || v["SHIRT-L"]["price"] != 23.5 {
			t.Errorf("prices = %v, %v; want 21 and 23.5", v["SHIRT-S"]["price"], v["SHIRT-L"]["price"])
		}
		if got := h.shop.Writes(); got != 3 {
			t.Errorf("%d writes, want the product and two variations", got)
		}
		if len(v) != 2 {
			t.Errorf("%d variations, want 2", len(v))
		}
	})
}

func syncStock(t *testing.T, c flows.StockConfig) (*pass.Report, error) {
	t.Helper()
	return flows.SyncStock(t.Context(), c)
}
