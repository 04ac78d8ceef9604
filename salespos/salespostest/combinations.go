package salespostest

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// attributeNumber is the deprecated number of an attribute type.
func attributeNumber(kind string) int64 {
	kinds := []string{
		"option_menu", "text", "text_required", "option_menu_required", "additional_menu", "additional_menu_required",
	}
	return int64(slices.Index(kinds, kind) + 1)
}

func (w *world) linkedValue(link *record) *record {
	return w.table("attributevalues").rows[integer(link.doc["optionvalue_id"])]
}

func (w *world) attributeOf(value *record) *record {
	return w.table("attributes").rows[integer(value.doc["attribute_id"])]
}

func (w *world) linkedAttribute(link *record) *record { return w.attributeOf(w.linkedValue(link)) }

// valueGroup is one attribute on one product with the values linked there.
type valueGroup struct {
	attribute *record
	position  int64
	links     []*record
}

// valueGroups returns the attributes of a product in their order.
func (w *world) valueGroups(productID int64) []valueGroup {
	var groups []valueGroup
	for _, link := range w.table("productattributevalues").where("product_id", productID) {
		attribute := w.linkedAttribute(link)
		i := slices.IndexFunc(groups, func(g valueGroup) bool { return g.attribute == attribute })
		if i < 0 {
			i = len(groups)
			groups = append(groups, valueGroup{attribute: attribute, position: integer(link.doc["optionposition"])})
		}
		groups[i].links = append(groups[i].links, link)
	}
	for _, g := range groups {
		slices.SortStableFunc(g.links, func(a, b *record) int {
			return cmp.Compare(integer(a.doc["position"]), integer(b.doc["position"]))
		})
	}
	slices.SortStableFunc(groups, func(a, b valueGroup) int { return cmp.Compare(a.position, b.position) })
	return groups
}

// cartesian returns the Cartesian product of the values over the option menus.
func cartesian(groups []valueGroup) [][]int64 {
	var rows [][]int64
	for _, g := range groups {
		if !strings.HasPrefix(text(g.attribute.doc["type"]), "option_menu") {
			continue
		}
		if rows == nil {
			rows = [][]int64{nil}
		}
		var next [][]int64
		for _, row := range rows {
			for _, link := range g.links {
				next = append(next, append(slices.Clone(row), integer(link.doc["optionvalue_id"])))
			}
		}
		rows = next
	}
	return rows
}

// valueSet names a set of attribute values, whatever their order.
func valueSet(ids []int64) string {
	var b strings.Builder
	for _, id := range slices.Sorted(slices.Values(ids)) {
		b.WriteString(strconv.FormatInt(id, 36) + ",")
	}
	return b.String()
}

// generate makes the combinations of a product anew. Those whose set of values
// is still there survive, unless the server is set to remake all; new ones get
// the stock, which may be nil.
func (w *world) generate(productID int64, stock any) {
	t := w.table("attributecombinations")
	old := map[string]*record{}
	for _, rec := range t.where("product_id", productID) {
		if w.reads(RemadeCombinations) {
			w.remove(t.res.name, rec)
			continue
		}
		old[valueSet(rec.values)] = rec
	}
	for _, values := range cartesian(w.valueGroups(productID)) {
		set := valueSet(values)
		if rec := old[set]; rec != nil {
			rec.values = values
			delete(old, set)
			continue
		}
		doc := map[string]any{"product_id": number(productID)}
		if stock != nil {
			doc["stock"] = stock
		}
		w.insert(t.res.name, 0, doc).values = values
	}
	for _, rec := range old {
		w.remove(t.res.name, rec)
	}
	w.touchStock(productID)
}

// linkValue stores a productattributevalue and generates the combinations.
func (w *world) linkValue(id, productID, valueID int64, doc map[string]any, stock any) (*record, *apiError) {
	t := w.table("productattributevalues")
	value := w.table("attributevalues").rows[valueID]
	if value == nil {
		return nil, badBody("optionvalue: no attribute value with id %d", valueID)
	}
	attribute := w.attributeOf(value)
	position, values := int64(1), int64(1)
	for _, g := range w.valueGroups(productID) {
		position = max(position, g.position+1)
		if g.attribute == attribute {
			position, values = g.position, int64(len(g.links))+1
			break
		}
	}
	for _, link := range t.where("product_id", productID) {
		if integer(link.doc["optionvalue_id"]) == valueID {
			return nil, taken("this attribute value on the product")
		}
	}
	doc["product_id"], doc["optionvalue_id"] = number(productID), number(valueID)
	if doc["optionposition"] == nil {
		doc["optionposition"] = number(position)
	}
	if doc["position"] == nil {
		doc["position"] = number(values)
	}
	rec := w.insert(t.res.name, id, doc)
	w.generate(productID, stock)
	return rec, nil
}

// unlinkValue removes a productattributevalue and the combinations with it.
func (w *world) unlinkValue(link *record) {
	w.remove("productattributevalues", link)
	w.generate(integer(link.doc["product_id"]), nil)
}

// linkOf finds the link of a value on the product of a combination.
func (w *world) linkOf(productID, valueID int64) *record {
	for _, link := range w.table("productattributevalues").where("product_id", productID) {
		if integer(link.doc["optionvalue_id"]) == valueID {
			return link
		}
	}
	return nil
}

// extraPrice is the sum of the extra prices of a combination's values.
func (w *world) extraPrice(combo *record) any {
	sum := new(big.Rat)
	for _, id := range combo.values {
		sum.Add(sum, rat(w.linkOf(integer(combo.doc["product_id"]), id).doc["price"]))
	}
	return quantity(sum)
}

// combination is the computed key that names attributes and values.
func (v *view) combination(combo *record) any {
	out := []any{}
	for _, id := range combo.values {
		value := v.w.table("attributevalues").rows[id]
		link := v.w.linkOf(integer(combo.doc["product_id"]), id)
		out = append(out, map[string]any{
			"attribute":       v.linkTo("attributes/", v.w.attributeOf(value)),
			"attribute_value": v.linkTo("attributevalues/", value),
			"extra_price":     quantity(rat(link.doc["price"])),
		})
	}
	return out
}

// attributeSets is the read-only view of a product's values by attribute. The
// id of a set is the id of its first link: it is not the attribute's id.
func (v *view) attributeSets(productID int64, orderby string, desc bool) []any {
	sets := []any{}
	for _, g := range v.w.valueGroups(productID) {
		items, id := []any{}, g.links[0].id
		for _, link := range g.links {
			id = min(id, link.id)
			items = append(items, map[string]any{
				"href": v.url("productattributevalues/", link.id, "/"), "id": link.id,
				"optionsname": v.text(v.w.linkedValue(link), "name"), "price": quantity(rat(link.doc["price"])),
				"enable": true, "position": number(integer(link.doc["position"])),
			})
		}
		sets = append(sets, map[string]any{
			"id": id, "attributename": v.text(g.attribute, "name"), "attributeposition": number(g.position),
			"type": g.attribute.doc["type"], "items": items,
			"parent": map[string]any{"href": v.url("products/", productID, "/productattributesets/")},
		})
	}
	if desc && orderby == "attributeposition" {
		slices.Reverse(sets)
	}
	return sets
}
