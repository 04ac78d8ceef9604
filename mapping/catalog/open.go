package catalog

import (
	"slices"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// openTexts declares open source fields that are texts; get reads the one of a key,
// absent when there is none.
func openTexts[S any](name, doc, origin string, get func(s *S, key string) mapping.Value) mapping.OpenSource[S] {
	return mapping.OpenSource[S]{Name: name, Doc: doc, Origin: origin, Field: func(key string) mapping.SourceField[S] {
		return mapping.SourceField[S]{
			Kind: mapping.KindText, Doc: doc, Origin: origin,
			Get: func(s *S) mapping.Value { return get(s, key) },
		}
	}}
}

// openTargets declares open target fields that are texts and are cleared with "".
// put sets the one of a key.
func openTargets[T, P any](name, doc, origin string, get func(t *T, key string) mapping.Value, put func(p *P, key, text string)) mapping.OpenTarget[T, P] {
	return mapping.OpenTarget[T, P]{Name: name, Doc: doc, Origin: origin, Field: func(key string) mapping.TargetField[T, P] {
		f := writable("", mapping.KindText, doc, func(t *T) mapping.Value { return get(t, key) }, asText,
			func(p *P, text string) { put(p, key, text) })
		f.Origin = origin
		return clearable(mapping.Text(""), f)
	}}
}

// propertyName is what stands before the bracket for specifications.
const propertyName = "property"

// openPosProduct are what a SalesPOS product says under names of the merchant's.
func openPosProduct() []mapping.OpenSource[POSProduct] {
	return []mapping.OpenSource[POSProduct]{
		openTexts("attributes", "values of the attribute of that name, with commas between them", posProductOrigin+"/{id}/productattributesets",
			func(s *POSProduct, name string) mapping.Value { return attributeValues(s.Product, name) }),
		openTexts(propertyName, "value of the specification of that name", posProductOrigin+"/{id}/producttopropertygroups",
			func(s *POSProduct, name string) mapping.Value { return optionValue(s.Properties, name) }),
	}
}

// attributeValues are the values of an attribute of a product; absent when it has
// none.
func attributeValues(p *salespos.Product, name string) mapping.Value {
	for _, set := range p.AttributeSets.Collection {
		if !sameText(set.AttributeName, name) || len(set.Items) == 0 {
			continue
		}
		values := make([]string, len(set.Items))
		for i, item := range set.Items {
			values[i] = strings.TrimSpace(item.Name)
		}
		return mapping.Text(strings.Join(values, ", "))
	}
	return mapping.Absent()
}

// openPosVariant are the options of a variant by name.
func openPosVariant() []mapping.OpenSource[POSVariant] {
	return []mapping.OpenSource[POSVariant]{
		openTexts("options", "value of the option of that name", "looked up or computed before mapping",
			func(s *POSVariant, name string) mapping.Value { return optionValue(s.Options, name) }),
	}
}

func optionValue(options []Option, name string) mapping.Value {
	at := slices.IndexFunc(options, func(o Option) bool { return sameText(o.Name, name) })
	if at < 0 {
		return mapping.Absent()
	}
	return mapping.Text(options[at].Value)
}

const (
	attributeDoc     = "value of the attribute of that name, one of the product's type"
	customerExtraDoc = "value of the merchant's field with that key"
	orderExtraDoc    = "value of the field of an app with that id, at most 255 characters"
	checkoutDoc      = "value of the checkout field of that name; written only with a new order"
)

// openShopProduct are the attributes of an Ecwid product by name.
func openShopProduct() mapping.OpenTarget[shopProduct, shopProductPatch] {
	return openTargets("attributes", attributeDoc+"; the patch needs CompleteProduct", shopProductOrigin+", attributes",
		func(p *shopProduct, name string) mapping.Value { return attributeNamed(p.Attributes, name) },
		func(w *shopProductPatch, name, text string) { setNamed(&w.Attributes, name, text) })
}

func attributeNamed(attributes []ecwid.AttributeValue, name string) mapping.Value {
	at := slices.IndexFunc(attributes, func(a ecwid.AttributeValue) bool { return equalNames(a.Name, name) })
	if at < 0 {
		return mapping.Absent()
	}
	return mapping.Text(string(attributes[at].Value))
}

// setNamed sets an attribute by name and leaves the others of the patch.
func setNamed(attributes *optional[[]ecwid.AttributeValueWrite], name, text string) {
	others := slices.DeleteFunc(slices.Clone(attributes.Or(nil)), func(a ecwid.AttributeValueWrite) bool {
		return equalNames(a.Name.Or(""), name)
	})
	*attributes = present(append(others, ecwid.AttributeValueWrite{Name: present(name), Value: present(text)}))
}

// openShopCustomer are the merchant's fields of an Ecwid customer by key.
func openShopCustomer() mapping.OpenTarget[shopCustomer, shopCustomerPatch] {
	return openTargets("extrafields", customerExtraDoc+"; the patch needs CompleteCustomer", shopCustomerOrigin, customerExtra,
		func(w *shopCustomerPatch, key, text string) {
			others := slices.DeleteFunc(slices.Clone(w.ExtraFields.Or(nil)), func(f ecwid.CustomerExtraFieldWrite) bool { return f.Key == key })
			w.ExtraFields = present(append(others, ecwid.CustomerExtraFieldWrite{Key: key, Value: text}))
		})
}

func buyerExtra(s *ShopBuyer, key string) mapping.Value {
	if s.Customer == nil {
		return mapping.Absent()
	}
	return customerExtra(s.Customer, key)
}

func customerExtra(c *shopCustomer, key string) mapping.Value {
	at := slices.IndexFunc(c.ExtraFields, func(f ecwid.CustomerExtraField) bool { return f.Key == key })
	if at < 0 {
		return mapping.Absent()
	}
	return mapping.Text(string(c.ExtraFields[at].Value))
}

// openShopOrder are the fields of apps and of the checkout of an Ecwid order.
func openShopOrder() []mapping.OpenTarget[shopOrder, shopOrderPatch] {
	return []mapping.OpenTarget[shopOrder, shopOrderPatch]{
		openTargets("orderExtraFields", orderExtraDoc+"; the patch needs CompleteOrder", shopOrderOrigin, orderExtra,
			func(w *shopOrderPatch, id, text string) {
				others := slices.DeleteFunc(slices.Clone(w.OrderExtraFields.Or(nil)), func(f ecwid.OrderExtraFieldWrite) bool { return f.ID == id })
				w.OrderExtraFields = present(append(others, ecwid.OrderExtraFieldWrite{ID: id, Value: text}))
			}),
		openTargets("extraFields", checkoutDoc, shopOrderOrigin, checkoutField,
			func(w *shopOrderPatch, name, text string) {
				texts := ecwid.TextMap{name: text}
				for other, value := range w.ExtraFields.Or(nil) {
					if other != name {
						texts[other] = value
					}
				}
				w.ExtraFields = present(texts)
			}),
	}
}

func orderExtra(o *shopOrder, id string) mapping.Value {
	at := slices.IndexFunc(o.OrderExtraFields, func(f ecwid.OrderExtraField) bool { return f.ID == id })
	if at < 0 {
		return mapping.Absent()
	}
	return mapping.Text(string(o.OrderExtraFields[at].Value))
}

func checkoutField(o *shopOrder, name string) mapping.Value {
	text, ok := o.ExtraFields[name]
	if !ok {
		return mapping.Absent()
	}
	return mapping.Text(text)
}
