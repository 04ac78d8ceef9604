package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopPerson      = ecwid.Person
	shopPersonPatch = ecwid.PersonWrite
	shopPersonField = mapping.TargetField[shopPerson, shopPersonPatch]
)

const shopPersonOrigin = "Ecwid Person"

// shopPersonFields are the fields of an Ecwid person that can be written.
func shopPersonFields() []shopPersonField {
	return intoTarget(shopPersonOrigin, shopPersonAddress()...)
}

// shopPersonSource are all fields of an Ecwid person, as the shop has them; the
// fields of personSource are split and joined for the POS.
func shopPersonSource() []mapping.SourceField[shopPerson] {
	return append(readable(shopPersonFields()), fromSource(shopPersonOrigin, shopPersonFacts()...)...)
}

func shopPersonAddress() []shopPersonField {
	return []shopPersonField{
		textField("name", "full name",
			func(p *shopPerson) string { return p.Name }, func(w *shopPersonPatch, v string) { w.Name = present(v) }),
		textField("companyName", "company",
			func(p *shopPerson) string { return p.CompanyName }, func(w *shopPersonPatch, v string) { w.CompanyName = present(v) }),
		textField("street", "street and house number; a second line after a line feed",
			func(p *shopPerson) string { return p.Street }, func(w *shopPersonPatch, v string) { w.Street = present(v) }),
		textField("postalCode", "postal code",
			func(p *shopPerson) string { return p.PostalCode }, func(w *shopPersonPatch, v string) { w.PostalCode = present(v) }),
		textField("city", "city",
			func(p *shopPerson) string { return p.City }, func(w *shopPersonPatch, v string) { w.City = present(v) }),
		textField("stateOrProvinceCode", "code of the state or province, a free text where there is no list",
			func(p *shopPerson) string { return p.StateOrProvinceCode }, func(w *shopPersonPatch, v string) { w.StateOrProvinceCode = present(v) }),
		limited(countryLength, textField("countryCode", "ISO 3166-1 alpha-2",
			func(p *shopPerson) string { return p.CountryCode }, func(w *shopPersonPatch, v string) { w.CountryCode = present(v) })),
		textField("phone", "telephone",
			func(p *shopPerson) string { return p.Phone }, func(w *shopPersonPatch, v string) { w.Phone = present(v) }),
	}
}

// shopPersonFacts are the fields that only the shop writes.
func shopPersonFacts() []mapping.SourceField[shopPerson] {
	return []mapping.SourceField[shopPerson]{
		sourceText("firstName", "first name, as the shop derives it", func(p *shopPerson) string { return p.FirstName }),
		sourceText("lastName", "last name, as the shop derives it", func(p *shopPerson) string { return p.LastName }),
		sourceText("countryName", "name of the country", func(p *shopPerson) string { return p.CountryName }),
		sourceText("stateOrProvinceName", "name of the state or province", func(p *shopPerson) string { return p.StateOrProvinceName }),
	}
}
