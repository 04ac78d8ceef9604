package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

// addressMembers are the members of a shipping address: a person, and the address's
// own.
func addressMembers() elements[ecwid.Address, ecwid.AddressWrite] {
	return append(shopAddressOwn(), part("", func(p *ecwid.Address) *shopPerson { return &p.Person },
		wholePart(func(w *ecwid.AddressWrite) *shopPersonPatch { return &w.PersonWrite }), shopPersonFields())...)
}

func shopAddressOwn() elements[ecwid.Address, ecwid.AddressWrite] {
	return elements[ecwid.Address, ecwid.AddressWrite]{
		wholeField("id", "",
			func(p *ecwid.Address) mapping.Value { return id(p.ID) }, func(w *ecwid.AddressWrite, v ecwid.AddressID) { w.ID = present(v) }),
		textField("note", "",
			func(p *ecwid.Address) string { return p.Note }, func(w *ecwid.AddressWrite, v string) { w.Note = present(v) }),
		boolField("defaultAddress", "",
			func(p *ecwid.Address) *bool { return &p.DefaultAddress }, func(w *ecwid.AddressWrite, v bool) { w.DefaultAddress = present(v) }),
		wholeField("orderBy", "",
			func(p *ecwid.Address) mapping.Value { return integer(p.OrderBy) }, func(w *ecwid.AddressWrite, v int) { w.OrderBy = present(v) }),
	}
}

func contactMembers() elements[ecwid.Contact, ecwid.ContactWrite] {
	return elements[ecwid.Contact, ecwid.ContactWrite]{
		wholeField("id", "",
			func(p *ecwid.Contact) mapping.Value { return id(p.ID) }, func(w *ecwid.ContactWrite, v ecwid.ContactID) { w.ID = present(v) }),
		textField("contact", "",
			func(p *ecwid.Contact) string { return p.Contact }, func(w *ecwid.ContactWrite, v string) { w.Contact = v }),
		textField("type", "",
			func(p *ecwid.Contact) string { return string(p.Type) }, func(w *ecwid.ContactWrite, v string) { w.Type = ecwid.ContactType(v) }),
		textField("handle", "",
			func(p *ecwid.Contact) string { return p.Handle }, func(w *ecwid.ContactWrite, v string) { w.Handle = present(v) }),
		textField("note", "",
			func(p *ecwid.Contact) string { return p.Note }, func(w *ecwid.ContactWrite, v string) { w.Note = present(v) }),
		boolField("default", "",
			func(p *ecwid.Contact) *bool { return &p.Default }, func(w *ecwid.ContactWrite, v bool) { w.Default = present(v) }),
		wholeField("orderBy", "",
			func(p *ecwid.Contact) mapping.Value { return integer(p.OrderBy) }, func(w *ecwid.ContactWrite, v int) { w.OrderBy = present(v) }),
	}
}

func customerExtraMembers() elements[ecwid.CustomerExtraField, ecwid.CustomerExtraFieldWrite] {
	return elements[ecwid.CustomerExtraField, ecwid.CustomerExtraFieldWrite]{
		textField("key", "",
			func(p *ecwid.CustomerExtraField) string { return p.Key }, func(w *ecwid.CustomerExtraFieldWrite, v string) { w.Key = v }),
		textField("value", "",
			func(p *ecwid.CustomerExtraField) string { return string(p.Value) }, func(w *ecwid.CustomerExtraFieldWrite, v string) { w.Value = v }),
	}
}

// wholeCustomerLists are the lists of a customer with what only the shop writes.
func wholeCustomerLists() []mapping.SourceField[shopCustomer] {
	address, contact, extra, person := addressMembers(), contactMembers(), customerExtraMembers(), shopPersonFacts()
	return []mapping.SourceField[shopCustomer]{
		sourceList("shippingAddresses", "addresses, as a person with {id, note, defaultAddress, orderBy, createdDate, addressFormatted}",
			func(p *shopCustomer) []ecwid.Address { return p.ShippingAddresses },
			func(a *ecwid.Address) mapping.Value {
				more := []mapping.Pair{pair("createdDate", instant(a.CreatedDate.Time)), textPair("addressFormatted", a.Formatted)}
				for _, f := range person {
					more = append(more, pair(f.Name, f.Get(&a.Person)))
				}
				return extended(address.object(a), more...)
			}),
		sourceList("contacts", "ways to reach the customer, as {id, contact, type, handle, note, default, orderBy, timestamp}",
			func(p *shopCustomer) []ecwid.Contact { return p.Contacts },
			func(c *ecwid.Contact) mapping.Value {
				return extended(contact.object(c), pair("timestamp", instant(c.Timestamp.Time)))
			}),
		sourceList("extrafields", "fields of the merchant, as {key, value, title, type, orderBy, entityTypes}",
			func(p *shopCustomer) []ecwid.CustomerExtraField { return p.ExtraFields },
			func(f *ecwid.CustomerExtraField) mapping.Value {
				return extended(extra.object(f), textPair("title", f.Title), textPair("type", f.Type), textPair("orderBy", f.OrderBy),
					pair("entityTypes", mapping.Texts(f.EntityTypes...)))
			}),
	}
}
