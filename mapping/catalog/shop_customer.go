package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
)

type (
	shopCustomer      = ecwid.Customer
	shopCustomerPatch = ecwid.CustomerFields
	shopCustomerField = mapping.TargetField[shopCustomer, shopCustomerPatch]
)

const shopCustomerOrigin = "Ecwid /customers"

// shopCustomerFields are the fields of an Ecwid customer that can be written.
func shopCustomerFields() []shopCustomerField {
	return append(intoTarget(shopCustomerOrigin, slices.Concat(shopCustomerAccount(), shopCustomerLists())...),
		part("billingPerson.", func(p *shopCustomer) *shopPerson { return p.BillingPerson },
			optionalPart(func(w *shopCustomerPatch) *optional[shopPersonPatch] { return &w.BillingPerson }), shopPersonFields())...)
}

// shopCustomerSource are all fields of an Ecwid customer.
func shopCustomerSource() []mapping.SourceField[shopCustomer] {
	return slices.Concat(fuller(readable(shopCustomerFields()), fromSource(shopCustomerOrigin, wholeCustomerLists()...)...), fromSource(shopCustomerOrigin, shopCustomerFacts()...),
		within("billingPerson.", func(p *shopCustomer) *shopPerson { return p.BillingPerson }, fromSource(shopPersonOrigin, shopPersonFacts()...)))
}

func shopCustomerAccount() []shopCustomerField {
	return []shopCustomerField{
		needed(clearable(mapping.Absent(), textField("email", "e-mail address, unique in the shop",
			func(p *shopCustomer) string { return p.Email }, func(w *shopCustomerPatch, v string) { w.Email = present(v) }))),
		wholeField("customerGroupId", "customer group, 0 is General",
			func(p *shopCustomer) mapping.Value { return integer(p.CustomerGroupID) },
			func(w *shopCustomerPatch, v ecwid.CustomerGroupID) { w.CustomerGroupID = present(v) }),
		writeOnly(textField("primaryPhone", "telephone",
			func(*shopCustomer) string { return "" }, func(w *shopCustomerPatch, v string) { w.PrimaryPhone = present(v) })),
		textField("taxId", "VAT number",
			func(p *shopCustomer) string { return p.TaxID }, func(w *shopCustomerPatch, v string) { w.TaxID = present(v) }),
		boolField("taxIdValid", "the VAT number was checked",
			func(p *shopCustomer) *bool { return &p.TaxIDValid }, func(w *shopCustomerPatch, v bool) { w.TaxIDValid = present(v) }),
		boolField("taxExempt", "pays no tax; needs a valid VAT number",
			func(p *shopCustomer) *bool { return &p.TaxExempt }, func(w *shopCustomerPatch, v bool) { w.TaxExempt = present(v) }),
		oneOf(wordField("b2b_b2c", "b2b for companies, b2c for consumers",
			func(p *shopCustomer) string { return string(p.Kind) },
			func(w *shopCustomerPatch, v string) { w.Kind = present(ecwid.CustomerKind(v)) }), ecwid.KindBusiness, ecwid.KindConsumer),
		boolField("acceptMarketing", "false forbids marketing mails",
			func(p *shopCustomer) *bool { return p.AcceptMarketing }, func(w *shopCustomerPatch, v bool) { w.AcceptMarketing = present(v) }),
		textField("lang", "language, one that the shop has",
			func(p *shopCustomer) string { return p.Lang }, func(w *shopCustomerPatch, v string) { w.Lang = present(v) }),
		textField("privateAdminNotes", "note of the staff",
			func(p *shopCustomer) string { return p.PrivateAdminNotes }, func(w *shopCustomerPatch, v string) { w.PrivateAdminNotes = present(v) }),
	}
}

// shopCustomerLists are replaced as a whole.
func shopCustomerLists() []shopCustomerField {
	return []shopCustomerField{
		listField("shippingAddresses", "addresses, as a person with {id, note, defaultAddress, orderBy}; one with an id is kept, one that is missing is removed", addressMembers(),
			func(p *shopCustomer) []ecwid.Address { return p.ShippingAddresses }, func(w *shopCustomerPatch, v []ecwid.AddressWrite) { w.ShippingAddresses = present(v) }),
		listField("contacts", "ways to reach the customer, as {id, contact, type, handle, note, default, orderBy}", contactMembers(),
			func(p *shopCustomer) []ecwid.Contact { return p.Contacts }, func(w *shopCustomerPatch, v []ecwid.ContactWrite) { w.Contacts = present(v) }),
		listField("extrafields", "fields of the merchant, as {key, value}", customerExtraMembers(),
			func(p *shopCustomer) []ecwid.CustomerExtraField { return p.ExtraFields }, func(w *shopCustomerPatch, v []ecwid.CustomerExtraFieldWrite) { w.ExtraFields = present(v) }),
	}
}

// shopCustomerFacts are the fields that only the shop writes.
func shopCustomerFacts() []mapping.SourceField[shopCustomer] {
	return []mapping.SourceField[shopCustomer]{
		source("id", mapping.KindNumber, "id of the customer", func(p *shopCustomer) mapping.Value { return id(p.ID) }),
		sourceText("name", "name of the billing person", func(p *shopCustomer) string { return p.Name }),
		source("registered", mapping.KindInstant, "registered at", func(p *shopCustomer) mapping.Value { return instant(p.Registered.Time) }),
		source("updated", mapping.KindInstant, "last change", func(p *shopCustomer) mapping.Value { return instant(p.Updated.Time) }),
		source("totalOrderCount", mapping.KindNumber, "number of orders; in lists only", func(p *shopCustomer) mapping.Value { return maybeInt(p.TotalOrderCount) }),
		sourceText("customerGroupName", "name of the group", func(p *shopCustomer) string { return p.CustomerGroupName }),
		sourceText("fiscalCode", "fiscal code, Italy", func(p *shopCustomer) string { return p.FiscalCode }),
		sourceText("electronicInvoicePecEmail", "e-mail for invoices, Italy", func(p *shopCustomer) string { return p.ElectronicInvoiceEmail }),
		sourceText("electronicInvoiceSdiCode", "code for invoices, Italy", func(p *shopCustomer) string { return p.ElectronicInvoiceSDICode }),
		sourceText("externalReferenceId", "id in another system", func(p *shopCustomer) string { return p.ExternalReferenceID }),
		source("stats.numberOfOrders", mapping.KindNumber, "number of orders", func(p *shopCustomer) mapping.Value { return integer(p.Stats.NumberOfOrders) }),
		sourceAmount("stats.salesValue", "amount of all orders", func(p *shopCustomer) *ecwid.Amount { return &p.Stats.SalesValue }),
		sourceAmount("stats.averageOrderValue", "mean amount of an order", func(p *shopCustomer) *ecwid.Amount { return &p.Stats.AverageOrderValue }),
		source("stats.firstOrderDate", mapping.KindInstant, "first order", func(p *shopCustomer) mapping.Value { return instant(p.Stats.FirstOrderDate.Time) }),
		source("stats.lastOrderDate", mapping.KindInstant, "latest order", func(p *shopCustomer) mapping.Value { return instant(p.Stats.LastOrderDate.Time) }),
		sourceList("favorites", "products that the customer marked, as {productId, addedTimestamp}", func(p *shopCustomer) []ecwid.FavoriteOfPerson { return p.Favorites },
			func(f *ecwid.FavoriteOfPerson) mapping.Value {
				return object(pair("productId", id(f.ProductID)), pair("addedTimestamp", instant(f.AddedTimestamp.Time)))
			}),
	}
}
