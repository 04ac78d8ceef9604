package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// editInfo changes the personal data within a patch.
type editInfo[P any] = func(*P, func(*salespos.PersonalInfoInput))

// infoTarget are the fields of the personal data of an order or a user. read may
// return nil.
func infoTarget[T, P any](read func(*T) *salespos.PersonalInfo, edit editInfo[P]) []mapping.TargetField[T, P] {
	text := func(name, doc string, get func(*salespos.PersonalInfo) string, field func(*salespos.PersonalInfoInput) *optional[string]) mapping.TargetField[T, P] {
		return partField(name, doc, read, get, edit, field)
	}
	return slices.Concat(
		[]mapping.TargetField[T, P]{
			text("email", "e-mail address", func(i *salespos.PersonalInfo) string { return i.Email },
				func(p *salespos.PersonalInfoInput) *optional[string] { return &p.Email }),
			customerType(read, edit),
			text("btw", "VAT number", func(i *salespos.PersonalInfo) string { return i.VATNumber },
				func(p *salespos.PersonalInfoInput) *optional[string] { return &p.VATNumber }),
			text("reference", "the customer's own reference", func(i *salespos.PersonalInfo) string { return i.Reference },
				func(p *salespos.PersonalInfoInput) *optional[string] { return &p.Reference }),
		},
		billingTarget("billing.", billingOf(read), func(p *P, change func(*salespos.BillingAddressInput)) {
			edit(p, func(info *salespos.PersonalInfoInput) {
				a := info.BillingAddress.Or(salespos.BillingAddressInput{})
				change(&a)
				info.BillingAddress = salespos.Set(a)
			})
		}),
		deliveryTarget("delivery.", deliveryOf(read), func(p *P, change func(*salespos.DeliveryAddressInput)) {
			edit(p, func(info *salespos.PersonalInfoInput) {
				a := info.DeliveryAddress.Or(salespos.DeliveryAddressInput{})
				change(&a)
				info.DeliveryAddress = salespos.Set(a)
			})
		}),
	)
}

func billingOf[T any](read func(*T) *salespos.PersonalInfo) func(*T) *salespos.Address {
	return func(t *T) *salespos.Address {
		info := read(t)
		if info == nil {
			return nil
		}
		return &info.BillingAddress
	}
}

func deliveryOf[T any](read func(*T) *salespos.PersonalInfo) func(*T) *salespos.Address {
	return func(t *T) *salespos.Address {
		info := read(t)
		if info == nil {
			return nil
		}
		return &info.DeliveryAddress
	}
}

func customerType[T, P any](read func(*T) *salespos.PersonalInfo, edit editInfo[P]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: "customertype", Kind: mapping.KindText, Doc: "b2b for companies, b2c for consumers", Origin: personOrigin,
		OneOf: []string{string(salespos.Business), string(salespos.Consumer)},
		Get: func(t *T) mapping.Value {
			info := read(t)
			if info == nil {
				return mapping.Absent()
			}
			return mapping.Text(string(info.CustomerType))
		},
		Set: func(p *P, v mapping.Value) error {
			text, ok := v.AsText()
			if !ok {
				return kindError(mapping.KindText, v)
			}
			edit(p, func(info *salespos.PersonalInfoInput) {
				info.CustomerType = ecwid.Set(salespos.CustomerType(text))
			})
			return nil
		},
	}
}

// infoRules are the default rules for what orders and users have in common.
func infoRules() []mapping.Rule {
	return slices.Concat(
		billingNameRules("billing.", "billing."),
		addressRules("billing.", "billing."),
		[]mapping.Rule{personText("delivery.full_name", "delivery.name")},
		addressRules("delivery.", "delivery."),
		[]mapping.Rule{personText("btw", "tax_id")},
	)
}

// customerTypeRule makes a buyer a company when the condition holds.
func customerTypeRule(company mapping.Cond) mapping.Rule {
	return mapping.To("customertype").
		If(company, mapping.Text(string(salespos.Business))).
		If(mapping.Otherwise(), mapping.Text(string(salespos.Consumer)))
}

// emailValue is the normal form of an address; absent when it is none.
func emailValue(text string) mapping.Value {
	address, ok := mapping.EmailAddress(text)
	if !ok {
		return mapping.Absent()
	}
	return mapping.Text(address)
}
