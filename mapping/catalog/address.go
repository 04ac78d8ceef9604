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
		Source: append(personSource("", "", samePart[ecwid.Person]), leaving(shopPersonSource(), "name", "street", "city", "phone")...),
		Target: posBillingFields(),
	}
}

// POSAddressSchema are the fields of a SalesPOS address and of an Ecwid person.
func POSAddressSchema() mapping.Schema[salespos.Address, ecwid.Person, ecwid.PersonWrite] {
	return mapping.Schema[salespos.Address, ecwid.Person, ecwid.PersonWrite]{
		Name: "addresses SalesPOS → Ecwid", Source: posAddressSource(), Target: shopPersonFields(),
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

// POSAddresses is the default mapping of an address in the other direction.
func POSAddresses() mapping.Definition {
	rules := shopAddressRules("", "")
	return mapping.Definition{
		Name: "addresses SalesPOS → Ecwid", Version: "1", Rules: rules,
		Groups: []mapping.FieldGroup{mapping.Group("address", mapping.UnlessEdited(), fieldsOf(rules)...)},
	}
}

// shopAddressRules are the rules for a person of the shop: name and street in one.
func shopAddressRules(target, source string) []mapping.Rule {
	both := func(a, b string) mapping.Cond { return mapping.All(mapping.Filled(source+a), mapping.Filled(source+b)) }
	oneOf := func(r mapping.Rule, paths ...string) mapping.Rule {
		for _, path := range paths {
			r = r.If(mapping.Filled(source+path), mapping.Path(source+path))
		}
		return r
	}
	name := mapping.To(target+"name").If(both("first_name", "last_name"), mapping.FromTemplate("{"+source+"first_name} {"+source+"last_name}"))
	street := mapping.To(target+"street").
		If(both("street", "housenumber"), mapping.FromTemplate("{"+source+"street} {"+source+"housenumber}{"+source+"housenumber_suffix}")).
		If(both("address_line_1", "address_line_2"), mapping.FromTemplate("{"+source+"address_line_1}\n{"+source+"address_line_2}"))
	return []mapping.Rule{
		oneOf(name, "last_name", "first_name", "full_name"),
		mapping.To(target + "companyName").From(source + "company"),
		oneOf(street, "street", "address_line_1"),
		mapping.To(target + "postalCode").From(source + "zipcode"),
		mapping.To(target + "city").From(source + "city"),
		mapping.To(target + "stateOrProvinceCode").From(source + "province"),
		mapping.To(target+"countryCode").From(source+"country_code").Transform(mapping.ToCountryCode()).MaxLength(countryLength, mapping.Reject),
		mapping.To(target+"phone").From(source+"telephone", source+"mobile").SkipEmpty(),
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
