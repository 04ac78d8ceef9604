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
			func(p *ecwid.Address) mapping.Value { return mapping.Bool(p.DefaultAddress) }, func(w *ecwid.AddressWrite, v bool) { w.DefaultAddress = present(v) }),
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
			func(p *ecwid.Contact) mapping.Value { return mapping.Bool(p.Default) }, func(w *ecwid.ContactWrite, v bool) { w.Default = present(v) }),
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
