package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posAddress      = salespos.Address
	posAddressPatch = salespos.AddressFields
	posBilling      = salespos.BillingAddressInput
	posDelivery     = salespos.DeliveryAddressInput
)

const posAddressOrigin = "SalesPOS personalinfo, addresses"

// posBillingFields are the fields of a billing address that can be written.
func posBillingFields() []mapping.TargetField[posAddress, posBilling] {
	return slices.Concat(
		intoTarget(posAddressOrigin, posBillingNames()...),
		part("", samePart[posAddress], wholePart(func(w *posBilling) *posAddressPatch { return &w.AddressFields }), posAddressFields()))
}

// posDeliveryFields are the fields of a delivery address that can be written.
func posDeliveryFields() []mapping.TargetField[posAddress, posDelivery] {
	return slices.Concat(
		intoTarget(posAddressOrigin, posDeliveryName()),
		part("", samePart[posAddress], wholePart(func(w *posDelivery) *posAddressPatch { return &w.AddressFields }), posAddressFields()))
}

// posAddressFields are the fields that both addresses have.
func posAddressFields() []mapping.TargetField[posAddress, posAddressPatch] {
	return intoTarget(posAddressOrigin, slices.Concat(posAddressPlace(), posAddressContact())...)
}

// posAddressSource are all fields of an address.
func posAddressSource() []mapping.SourceField[posAddress] {
	return append(readable(posBillingFields()), fromSource(posAddressOrigin,
		sourceText("full_name", "name, composed by the POS in a billing address", func(p *posAddress) string { return p.FullName }),
		sourceText("country", "name of the country, in the language of the shop", func(p *posAddress) string { return p.Country }),
	)...)
}

// samePart is a part that is the record itself.
func samePart[T any](t *T) *T { return t }

func posBillingNames() []mapping.TargetField[posAddress, posBilling] {
	return []mapping.TargetField[posAddress, posBilling]{
		limited(maxPersonText, textField("first_name", "first name",
			func(p *posAddress) string { return p.FirstName }, func(w *posBilling, v string) { w.FirstName = present(v) })),
		limited(maxPersonText, textField("last_name", "last name, with particles",
			func(p *posAddress) string { return p.LastName }, func(w *posBilling, v string) { w.LastName = present(v) })),
		limited(maxPersonText, textField("fax", "fax",
			func(p *posAddress) string { return p.Fax }, func(w *posBilling, v string) { w.Fax = present(v) })),
	}
}

func posDeliveryName() mapping.TargetField[posAddress, posDelivery] {
	return limited(maxPersonText, textField("full_name", "name, the only one that a delivery address has",
		func(p *posAddress) string { return p.FullName }, func(w *posDelivery, v string) { w.FullName = present(v) }))
}

func posAddressPlace() []mapping.TargetField[posAddress, posAddressPatch] {
	return []mapping.TargetField[posAddress, posAddressPatch]{
		limited(maxPersonText, textField("company", "company",
			func(p *posAddress) string { return p.Company }, func(w *posAddressPatch, v string) { w.Company = present(v) })),
		limited(maxPersonText, textField("street", "street; with it no address lines",
			func(p *posAddress) string { return p.Street }, func(w *posAddressPatch, v string) { w.Street = present(v) })),
		wholeField("housenumber", "house number without its addition",
			func(p *posAddress) mapping.Value { return maybeInt(p.HouseNumber) }, func(w *posAddressPatch, v int) { w.HouseNumber = present(v) }),
		limited(maxPersonText, textField("housenumber_suffix", "addition to the house number",
			func(p *posAddress) string { return p.HouseNumberSuffix }, func(w *posAddressPatch, v string) { w.HouseNumberSuffix = present(v) })),
		limited(maxPersonText, textField("address_line_1", "first address line, instead of street and house number",
			func(p *posAddress) string { return p.Line1 }, func(w *posAddressPatch, v string) { w.Line1 = present(v) })),
		limited(maxPersonText, textField("address_line_2", "second address line",
			func(p *posAddress) string { return p.Line2 }, func(w *posAddressPatch, v string) { w.Line2 = present(v) })),
		limited(maxPersonText, textField("zipcode", "postal code",
			func(p *posAddress) string { return p.Zipcode }, func(w *posAddressPatch, v string) { w.Zipcode = present(v) })),
		limited(maxPersonText, textField("city", "city",
			func(p *posAddress) string { return p.City }, func(w *posAddressPatch, v string) { w.City = present(v) })),
		limited(maxPersonText, textField("province", "province",
			func(p *posAddress) string { return p.Province }, func(w *posAddressPatch, v string) { w.Province = present(v) })),
		limited(countryLength, textField("country_code", "ISO 3166-1 alpha-2",
			func(p *posAddress) string { return p.CountryCode }, func(w *posAddressPatch, v string) { w.CountryCode = present(v) })),
	}
}

func posAddressContact() []mapping.TargetField[posAddress, posAddressPatch] {
	return []mapping.TargetField[posAddress, posAddressPatch]{
		limited(maxPersonText, textField("gender", "gender; the words are not documented",
			func(p *posAddress) string { return p.Gender }, func(w *posAddressPatch, v string) { w.Gender = present(v) })),
		limited(maxPersonText, textField("initials", "initials",
			func(p *posAddress) string { return p.Initials }, func(w *posAddressPatch, v string) { w.Initials = present(v) })),
		limited(maxPersonText, textField("telephone", "telephone",
			func(p *posAddress) string { return p.Telephone }, func(w *posAddressPatch, v string) { w.Telephone = present(v) })),
		limited(maxPersonText, textField("mobile", "mobile telephone",
			func(p *posAddress) string { return p.Mobile }, func(w *posAddressPatch, v string) { w.Mobile = present(v) })),
		limited(maxPersonText, textField("comment", "remark of the customer",
			func(p *posAddress) string { return p.Comment }, func(w *posAddressPatch, v string) { w.Comment = present(v) })),
	}
}
