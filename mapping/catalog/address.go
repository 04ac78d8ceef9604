package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// maxPersonText is the longest text about a person that we send; the documents of
// SalesPOS name no limit.
const maxPersonText = 255

// countryLength is the length of a country code.
const countryLength = 2

// AddressSchema are the fields of an Ecwid person and of a SalesPOS billing
// address. Orders and users have the same fields twice, with "billing." and
// "delivery." before their names.
func AddressSchema() mapping.Schema[ecwid.Person, salespos.Address, salespos.BillingAddressInput] {
	return mapping.Schema[ecwid.Person, salespos.Address, salespos.BillingAddressInput]{
		Name:   "addresses Ecwid → SalesPOS",
		Source: personSource("", func(p *ecwid.Person) *ecwid.Person { return p }),
		Target: billingTarget("",
			func(a *salespos.Address) *salespos.Address { return a },
			func(p *salespos.BillingAddressInput, change func(*salespos.BillingAddressInput)) { change(p) }),
	}
}

// Addresses is the default mapping of an address: split into street and house
// number where that is safe, else as lines.
func Addresses() mapping.Definition {
	rules := slices.Concat(billingNameRules("", ""), addressRules("", ""))
	return mapping.Definition{
		Name: "addresses Ecwid → SalesPOS", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("address", mapping.UnlessEdited(), fieldsOf(rules)...)},
	}
}

// billingNameRules are the rules for the name of who pays.
func billingNameRules(target, source string) []mapping.Rule {
	return []mapping.Rule{
		personText(target+"first_name", source+"first_name"),
		personText(target+"last_name", source+"last_name"),
	}
}

// addressRules are the rules for what both addresses have.
func addressRules(target, source string) []mapping.Rule {
	return []mapping.Rule{
		personText(target+"company", source+"company"),
		personText(target+"street", source+"street"),
		mapping.To(target + "housenumber").From(source + "number"),
		personText(target+"housenumber_suffix", source+"number_suffix"),
		personText(target+"address_line_1", source+"line1"),
		personText(target+"address_line_2", source+"line2"),
		personText(target+"zipcode", source+"zipcode"),
		personText(target+"city", source+"city"),
		personText(target+"province", source+"province"),
		mapping.To(target+"country_code").From(source+"country").Transform(mapping.ToCountryCode()).MaxLength(countryLength, mapping.Reject),
		personText(target+"telephone", source+"phone"),
	}
}

// personText is the rule for a text: cut to length, with a remark.
func personText(target, source string) mapping.Rule {
	return mapping.To(target).From(source).MaxLength(maxPersonText, mapping.Truncate)
}

// fieldsOf are the fields of rules, for a group.
func fieldsOf(rules []mapping.Rule) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Field()
	}
	return names
}

// editBilling and editDelivery change an address within a patch.
type (
	editBilling[P any]  = func(*P, func(*salespos.BillingAddressInput))
	editDelivery[P any] = func(*P, func(*salespos.DeliveryAddressInput))
)

// billingTarget are the fields of a billing address. read may return nil.
func billingTarget[T, P any](prefix string, read func(*T) *salespos.Address, edit editBilling[P]) []mapping.TargetField[T, P] {
	text := func(name, doc string, get func(*salespos.Address) string, field func(*salespos.BillingAddressInput) *optional[string]) mapping.TargetField[T, P] {
		return partField(prefix+name, doc, read, get, edit, field)
	}
	fields := []mapping.TargetField[T, P]{
		text("first_name", "first name", func(a *salespos.Address) string { return a.FirstName },
			func(p *salespos.BillingAddressInput) *optional[string] { return &p.FirstName }),
		text("last_name", "last name", func(a *salespos.Address) string { return a.LastName },
			func(p *salespos.BillingAddressInput) *optional[string] { return &p.LastName }),
	}
	common := func(p *P, change func(*salespos.AddressFields)) {
		edit(p, func(a *salespos.BillingAddressInput) { change(&a.AddressFields) })
	}
	return append(fields, addressTarget(prefix, read, common)...)
}

// deliveryTarget are the fields of a delivery address, which has one field for
// the name. read may return nil.
func deliveryTarget[T, P any](prefix string, read func(*T) *salespos.Address, edit editDelivery[P]) []mapping.TargetField[T, P] {
	fields := []mapping.TargetField[T, P]{
		partField(prefix+"full_name", "name", read, func(a *salespos.Address) string { return a.FullName }, edit,
			func(p *salespos.DeliveryAddressInput) *optional[string] { return &p.FullName }),
	}
	common := func(p *P, change func(*salespos.AddressFields)) {
		edit(p, func(a *salespos.DeliveryAddressInput) { change(&a.AddressFields) })
	}
	return append(fields, addressTarget(prefix, read, common)...)
}

// addressTarget are the fields that both addresses have.
func addressTarget[T, P any](prefix string, read func(*T) *salespos.Address, edit func(*P, func(*salespos.AddressFields))) []mapping.TargetField[T, P] {
	text := func(name, doc string, get func(*salespos.Address) string, field func(*salespos.AddressFields) *optional[string]) mapping.TargetField[T, P] {
		return partField(prefix+name, doc, read, get, edit, field)
	}
	return []mapping.TargetField[T, P]{
		text("company", "company", func(a *salespos.Address) string { return a.Company },
			func(p *salespos.AddressFields) *optional[string] { return &p.Company }),
		text("street", "street; with it no address lines", func(a *salespos.Address) string { return a.Street },
			func(p *salespos.AddressFields) *optional[string] { return &p.Street }),
		houseNumber(prefix, read, edit),
		text("housenumber_suffix", "addition to the house number", func(a *salespos.Address) string { return a.HouseNumberSuffix },
			func(p *salespos.AddressFields) *optional[string] { return &p.HouseNumberSuffix }),
		text("address_line_1", "first address line, instead of street and house number", func(a *salespos.Address) string { return a.Line1 },
			func(p *salespos.AddressFields) *optional[string] { return &p.Line1 }),
		text("address_line_2", "second address line", func(a *salespos.Address) string { return a.Line2 },
			func(p *salespos.AddressFields) *optional[string] { return &p.Line2 }),
		text("zipcode", "postal code", func(a *salespos.Address) string { return a.Zipcode },
			func(p *salespos.AddressFields) *optional[string] { return &p.Zipcode }),
		text("city", "city", func(a *salespos.Address) string { return a.City },
			func(p *salespos.AddressFields) *optional[string] { return &p.City }),
		text("province", "province", func(a *salespos.Address) string { return a.Province },
			func(p *salespos.AddressFields) *optional[string] { return &p.Province }),
		limited(countryLength, text("country_code", "ISO 3166-1 alpha-2", func(a *salespos.Address) string { return a.CountryCode },
			func(p *salespos.AddressFields) *optional[string] { return &p.CountryCode })),
		text("telephone", "telephone", func(a *salespos.Address) string { return a.Telephone },
			func(p *salespos.AddressFields) *optional[string] { return &p.Telephone }),
		text("mobile", "mobile telephone", func(a *salespos.Address) string { return a.Mobile },
			func(p *salespos.AddressFields) *optional[string] { return &p.Mobile }),
		text("comment", "remark of the customer", func(a *salespos.Address) string { return a.Comment },
			func(p *salespos.AddressFields) *optional[string] { return &p.Comment }),
	}
}

func houseNumber[T, P any](prefix string, read func(*T) *salespos.Address, edit func(*P, func(*salespos.AddressFields))) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: prefix + "housenumber", Kind: mapping.KindNumber, Doc: "house number without its addition", Origin: personOrigin,
		Get: func(t *T) mapping.Value {
			a := read(t)
			if a == nil {
				return mapping.Absent()
			}
			return maybeInt(a.HouseNumber)
		},
		Set: func(p *P, v mapping.Value) error {
			n, err := whole[int](v)
			if err == nil {
				edit(p, func(a *salespos.AddressFields) { a.HouseNumber = ecwid.Set(n) })
			}
			return err
		},
	}
}

const personOrigin = "SalesPOS personalinfo"

// partField is a text within a part of the record: R is the part that is read, W
// the one that is written.
func partField[T, P, R, W any](name, doc string, read func(*T) *R, get func(*R) string, edit func(*P, func(*W)), field func(*W) *optional[string]) mapping.TargetField[T, P] {
	return mapping.TargetField[T, P]{
		Name: name, Kind: mapping.KindText, Doc: doc, Origin: personOrigin, MaxLength: maxPersonText, Empty: mapping.Text(""),
		Get: func(t *T) mapping.Value {
			part := read(t)
			if part == nil {
				return mapping.Absent()
			}
			return mapping.Text(get(part))
		},
		Set: func(p *P, v mapping.Value) error {
			text, ok := v.AsText()
			if !ok {
				return kindError(mapping.KindText, v)
			}
			edit(p, func(w *W) { *field(w) = ecwid.Set(text) })
			return nil
		},
	}
}
