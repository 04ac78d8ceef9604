package catalog

import (
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// personSource are the fields of a person with an address. prefix is "billing." or
// "delivery.", whose is what stands before the names of the shop's own fields; person
// may return nil, all fields are absent then.
func personSource[S any](prefix, whose string, person func(*S) *ecwid.Person) []mapping.SourceField[S] {
	text := func(name, shopName, doc string, get func(*ecwid.Person) string) mapping.SourceField[S] {
		return of(source(prefix+name, mapping.KindText, doc, func(s *S) mapping.Value {
			p := person(s)
			if p == nil {
				return mapping.Absent()
			}
			return mapping.Text(strings.TrimSpace(get(p)))
		}), whose+shopName)
	}
	number := of(source(prefix+"number", mapping.KindNumber, "house number, when the street could be split", func(s *S) mapping.Value {
		p := person(s)
		if p == nil {
			return mapping.Absent()
		}
		return id(splitAddress(p.Street).number)
	}), whose+"street")
	return fromSource("Ecwid Person",
		text("name", "name", "full name", fullName),
		text("first_name", "name", "first name (see mapping.PersonName)", func(p *ecwid.Person) string { return splitPerson(p).First }),
		text("last_name", "name", "last name with particles (see mapping.PersonName)", func(p *ecwid.Person) string { return splitPerson(p).Last }),
		text("company", "companyName", "company (see CompanyName)", func(p *ecwid.Person) string { name, _ := CompanyName(p.CompanyName); return name }),
		text("address", "street", "address lines as the shop has them", func(p *ecwid.Person) string { return p.Street }),
		text("street", "street", "street, when it could be split (see mapping.ParseStreet)", func(p *ecwid.Person) string { return splitAddress(p.Street).street }),
		number,
		text("number_suffix", "street", "addition to the house number", func(p *ecwid.Person) string { return splitAddress(p.Street).suffix }),
		text("line1", "street", "first address line, when the street could not be split", func(p *ecwid.Person) string { return splitAddress(p.Street).line1 }),
		text("line2", "street", "further address lines, when the street could not be split", func(p *ecwid.Person) string { return splitAddress(p.Street).line2 }),
		text("zipcode", "postalCode", "postal code", func(p *ecwid.Person) string { return p.PostalCode }),
		text("city", "city", "city", func(p *ecwid.Person) string { return p.City }),
		text("province", "stateOrProvinceCode", "state or province", func(p *ecwid.Person) string { return firstFilled(p.StateOrProvinceName, p.StateOrProvinceCode) }),
		text("country", "countryCode", "code of the country, or its name", func(p *ecwid.Person) string { return firstFilled(p.CountryCode, p.CountryName) }),
		text("phone", "phone", "telephone", func(p *ecwid.Person) string { return p.Phone }),
	)
}

func firstFilled(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}

func fullName(p *ecwid.Person) string {
	return firstFilled(p.Name, mapping.PersonName{First: p.FirstName, Last: p.LastName}.String())
}

// splitPerson prefers our own split: the shop's knows no particles.
func splitPerson(p *ecwid.Person) mapping.PersonName {
	if strings.TrimSpace(p.Name) == "" {
		return mapping.PersonName{First: p.FirstName, Last: p.LastName}
	}
	return mapping.ParsePersonName(p.Name)
}

// address is a street address in one of two forms: split, or as lines.
type address struct {
	street       string
	number       int
	suffix       string
	line1, line2 string
}

// splitAddress splits the lines of a street address. With the number in front they
// stay as they are: the POS would print it behind.
func splitAddress(text string) address {
	if s, ok := mapping.ParseStreet(text); ok && !s.NumberFirst {
		return address{street: s.Name, number: s.Number, suffix: s.Suffix}
	}
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return address{}
	}
	return address{line1: lines[0], line2: strings.Join(lines[1:], ", ")}
}

// billingPerson is who pays; a shop may have the receiver only.
func billingPerson(billing, shipping *ecwid.Person) *ecwid.Person {
	if billing == nil {
		return shipping
	}
	return billing
}

// deliveryPerson is who receives the goods, nil when it is the one who pays: the
// POS then takes the billing address.
func deliveryPerson(billing, shipping *ecwid.Person) *ecwid.Person {
	if shipping == nil || billing == nil || samePerson(billing, shipping) {
		return nil
	}
	return shipping
}

func samePerson(a, b *ecwid.Person) bool {
	parts := func(p *ecwid.Person) [8]string {
		return [8]string{
			fullName(p), p.CompanyName, p.Street, p.City, p.PostalCode,
			firstFilled(p.CountryCode, p.CountryName), firstFilled(p.StateOrProvinceCode, p.StateOrProvinceName), p.Phone,
		}
	}
	theirs := parts(b)
	for i, part := range parts(a) {
		if strings.TrimSpace(part) != strings.TrimSpace(theirs[i]) {
			return false
		}
	}
	return true
}
