package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// openPlan maps one open field to others, always.
func openPlan[S, T, P any](t *testing.T, schema mapping.Schema[S, T, P], source *S, current *T, rules ...mapping.Rule) mapping.Change[P] {
	t.Helper()
	for i := range rules {
		rules[i] = rules[i].Policy(mapping.Always)
	}
	for i := range schema.Target {
		schema.Target[i].Required = false
	}
	m := newMapper(t, mapping.Definition{Name: "open", Rules: rules}, schema)
	return plan(t, m, mapping.Input[S, T]{Source: source, Current: current})
}

func TestOpenProductFields(t *testing.T) {
	t.Parallel()
	source := fullProduct(t)
	source.Product.AttributeSets.Collection = []salespos.ProductAttributeSet{
		{AttributeName: "Colour ", Items: []salespos.ProductAttributeRow{{Name: "Red"}, {Name: "Blue "}}},
		{AttributeName: "Engraving"},
	}
	source.Properties = []catalog.Option{{Name: "Material", Value: "Wool"}}
	rules := []mapping.Rule{
		mapping.To("attributes[Farbe]").From("attributes[colour]"),
		mapping.To("attributes[Material]").From("property[Material]"),
		mapping.To("attributes[None]").From("attributes[Engraving]", "property[Weight]"),
	}
	c := openPlan(t, catalog.ProductSchema(), source, nil, rules...)
	wantJSON(t, c.Patch, `{"attributes":[{"name":"Farbe","value":"Red, Blue"},{"name":"Material","value":"Wool"}]}`)

	current := stored(t, c.Patch)
	current.Attributes[1].Value = "Cotton"
	current.Attributes = append(current.Attributes, ecwid.AttributeValue{ID: 9, Name: "Smell", Value: "Fresh"})
	c = openPlan(t, catalog.ProductSchema(), source, current, rules...)
	catalog.CompleteProduct(&c.Patch, current)
	wantJSON(t, c.Patch, `{"attributes":[{"id":1,"value":"Red, Blue"},{"id":9,"value":"Fresh"},{"name":"Material","value":"Wool"}]}`)
}

func TestOpenVariantFields(t *testing.T) {
	t.Parallel()
	source := &catalog.POSVariant{Combination: &salespos.AttributeCombination{}, Options: []catalog.Option{{Name: "Size", Value: "L"}}}
	c := openPlan(t, catalog.VariantSchema(), source, nil, mapping.To("customsHsTariffCode").From("options[size]"))
	wantJSON(t, c.Patch, `{"customsHsTariffCode":"L"}`)
}

func TestOpenShopProductFields(t *testing.T) {
	t.Parallel()
	source := &ecwid.Product{Attributes: []ecwid.AttributeValue{{Name: "Origin", Value: "NL"}}}
	c := openPlan(t, catalog.ShopProductSchema(), source, nil,
		mapping.To("memo").From("attributes[Origin]"), mapping.To("specs").From("attributes[Link]"))
	wantJSON(t, c.Patch, `{"memo":"NL"}`)
}

func TestOpenOrderFields(t *testing.T) {
	t.Parallel()
	source := fullOrder(t)
	source.Order.ExtraFields = ecwid.TextMap{"Gift?": "yes"}
	source.Order.OrderExtraFields = []ecwid.OrderExtraField{{ID: "till", Value: "2"}}
	c := openPlan(t, catalog.OrderSchema(), source, nil,
		mapping.To("reference").From("extraFields[Gift?]"), mapping.To("costcentre").From("orderExtraFields[till]"),
		mapping.To("kvk").From("orderExtraFields[other]", "extraFields[other]"))
	wantJSON(t, c.Patch.Customer, `{"reference":"yes","costcentre":"2"}`)

	pos := &catalog.POSOrder{Order: decoded[salespos.Order](t, `{"reservationnumber":"R-1","currency":"EUR"}`)}
	rules := []mapping.Rule{
		mapping.To("orderExtraFields[sale]").From("reservationnumber"),
		mapping.To("extraFields[Currency]").From("currency"), mapping.To("extraFields[Sale]").From("reservationnumber"),
	}
	back := openPlan(t, catalog.POSOrderSchema(), pos, nil, rules...)
	wantJSON(t, back.Patch, `{"orderExtraFields":[{"id":"sale","value":"R-1"}],"extraFields":{"Currency":"EUR","Sale":"R-1"}}`)

	current := &ecwid.Order{OrderExtraFields: []ecwid.OrderExtraField{{ID: "till", Value: "2", Title: "Till"}, {ID: "sale", Value: "R-0"}}}
	back = openPlan(t, catalog.POSOrderSchema(), pos, current, rules[:1]...)
	catalog.CompleteOrder(&back.Patch.OrderFields, current)
	wantJSON(t, back.Patch, `{"orderExtraFields":[
		{"id":"till","value":"2","title":"Till","orderDetailsDisplaySection":""},{"id":"sale","value":"R-1"}]}`)
}

func TestOpenCustomerFields(t *testing.T) {
	t.Parallel()
	shop := &ecwid.Customer{ExtraFields: []ecwid.CustomerExtraField{{Key: "card", Value: "17"}, {Key: "club", Value: "x"}}}
	rule := mapping.To("cardnumber").From("extrafields[card]")
	c := openPlan(t, catalog.UserSchema(), &catalog.ShopBuyer{Customer: shop}, nil, rule)
	wantJSON(t, c.Patch.Info, `{"cardnumber":"17"}`)
	if c := openPlan(t, catalog.UserSchema(), &catalog.ShopBuyer{}, nil, rule); c.Writes() {
		t.Error("the buyer of an order has fields of a customer")
	}

	pos := &salespos.User{Info: salespos.PersonalInfo{CardNumber: "18"}}
	back := openPlan(t, catalog.POSUserSchema(), pos, shop, mapping.To("extrafields[card]").From("cardnumber"))
	catalog.CompleteCustomer(&back.Patch, shop)
	wantJSON(t, back.Patch, `{"extrafields":[{"key":"club","value":"x"},{"key":"card","value":"18"}]}`)
	untouched := ecwid.CustomerFields{}
	catalog.CompleteCustomer(&untouched, shop)
	wantJSON(t, untouched, `{}`)
}
