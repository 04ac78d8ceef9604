package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posPerson      = salespos.PersonalInfo
	posPersonPatch = salespos.PersonalInfoInput
	posPersonField = mapping.TargetField[posPerson, posPersonPatch]
)

const posPersonOrigin = "SalesPOS personalinfo"

// posPersonFields are the personal data of orders and users that can be written,
// with both addresses.
func posPersonFields() []posPersonField {
	own := slices.Concat(posPersonTrade(), posPersonBank(), posPersonLife(), posPersonClub())
	return slices.Concat(intoTarget(posPersonOrigin, own...),
		part("billing.", func(p *posPerson) *posAddress { return &p.BillingAddress },
			optionalPart(func(w *posPersonPatch) *optional[posBilling] { return &w.BillingAddress }), posBillingFields()),
		part("delivery.", func(p *posPerson) *posAddress { return &p.DeliveryAddress },
			optionalPart(func(w *posPersonPatch) *optional[posDelivery] { return &w.DeliveryAddress }), posDeliveryFields()))
}

// posPersonSource are all personal data. Fields that the POS calls deprecated are
// left out: each has another name here.
func posPersonSource() []mapping.SourceField[posPerson] {
	return slices.Concat(readable(posPersonFields()),
		fromSource(posPersonOrigin, posPersonFacts()...))
}

func posPersonTrade() []posPersonField {
	return []posPersonField{
		limited(maxPersonText, textField("email", "e-mail address",
			func(p *posPerson) string { return p.Email }, func(w *posPersonPatch, v string) { w.Email = present(v) })),
		oneOf(wordField("customertype", "b2b for companies, b2c for consumers",
			func(p *posPerson) string { return string(p.CustomerType) },
			func(w *posPersonPatch, v string) { w.CustomerType = present(salespos.CustomerType(v)) }), salespos.Business, salespos.Consumer),
		limited(maxPersonText, textField("btw", "VAT number",
			func(p *posPerson) string { return p.VATNumber }, func(w *posPersonPatch, v string) { w.VATNumber = present(v) })),
		limited(maxPersonText, textField("kvk", "number at the Chamber of Commerce",
			func(p *posPerson) string { return p.ChamberOfCommerce }, func(w *posPersonPatch, v string) { w.ChamberOfCommerce = present(v) })),
		limited(maxPersonText, textField("reference", "the customer's own reference",
			func(p *posPerson) string { return p.Reference }, func(w *posPersonPatch, v string) { w.Reference = present(v) })),
		limited(maxPersonText, textField("reservationnumber", "reservation number",
			func(p *posPerson) string { return p.ReservationNumber }, func(w *posPersonPatch, v string) { w.ReservationNumber = present(v) })),
		limited(maxPersonText, textField("costcentre", "cost centre",
			func(p *posPerson) string { return p.CostCentre }, func(w *posPersonPatch, v string) { w.CostCentre = present(v) })),
		limited(maxPersonText, textField("branch", "trade",
			func(p *posPerson) string { return p.Branch }, func(w *posPersonPatch, v string) { w.Branch = present(v) })),
		limited(maxPersonText, textField("income", "income",
			func(p *posPerson) string { return p.Income }, func(w *posPersonPatch, v string) { w.Income = present(v) })),
		limited(maxPersonText, textField("website", "web address",
			func(p *posPerson) string { return p.Website }, func(w *posPersonPatch, v string) { w.Website = present(v) })),
		limited(maxPersonText, textField("findus", "how the customer found the shop",
			func(p *posPerson) string { return p.FindUs }, func(w *posPersonPatch, v string) { w.FindUs = present(v) })),
	}
}

func posPersonBank() []posPersonField {
	return []posPersonField{
		limited(maxPersonText, textField("bankaccount", "account number that is no IBAN",
			func(p *posPerson) string { return p.BankAccount }, func(w *posPersonPatch, v string) { w.BankAccount = present(v) })),
		limited(maxPersonText, textField("iban", "IBAN",
			func(p *posPerson) string { return p.IBAN }, func(w *posPersonPatch, v string) { w.IBAN = present(v) })),
		limited(maxPersonText, textField("bic", "BIC",
			func(p *posPerson) string { return p.BIC }, func(w *posPersonPatch, v string) { w.BIC = present(v) })),
		limited(maxPersonText, textField("bankname", "holder of the account",
			func(p *posPerson) string { return p.BankName }, func(w *posPersonPatch, v string) { w.BankName = present(v) })),
		limited(maxPersonText, textField("cardnumber", "number of a card",
			func(p *posPerson) string { return p.CardNumber }, func(w *posPersonPatch, v string) { w.CardNumber = present(v) })),
	}
}

func posPersonLife() []posPersonField {
	return []posPersonField{
		limited(maxPersonText, textField("birthdate", "date of birth, as text",
			func(p *posPerson) string { return p.BirthDate }, func(w *posPersonPatch, v string) { w.BirthDate = present(v) })),
		limited(maxPersonText, textField("birthtime", "time of birth, as text",
			func(p *posPerson) string { return p.BirthTime }, func(w *posPersonPatch, v string) { w.BirthTime = present(v) })),
		limited(maxPersonText, textField("birthplace", "place of birth",
			func(p *posPerson) string { return p.BirthPlace }, func(w *posPersonPatch, v string) { w.BirthPlace = present(v) })),
		limited(maxPersonText, textField("ssnnumber", "social security number",
			func(p *posPerson) string { return p.SSNNumber }, func(w *posPersonPatch, v string) { w.SSNNumber = present(v) })),
		limited(maxPersonText, textField("zzppass", "pass of the self-employed",
			func(p *posPerson) string { return p.ZZPPass }, func(w *posPersonPatch, v string) { w.ZZPPass = present(v) })),
	}
}

func posPersonClub() []posPersonField {
	return []posPersonField{
		limited(maxPersonText, textField("clubname", "name of the club",
			func(p *posPerson) string { return p.ClubName }, func(w *posPersonPatch, v string) { w.ClubName = present(v) })),
		limited(maxPersonText, textField("clubcity", "city of the club",
			func(p *posPerson) string { return p.ClubCity }, func(w *posPersonPatch, v string) { w.ClubCity = present(v) })),
		limited(maxPersonText, textField("clubcomment", "remark about the club",
			func(p *posPerson) string { return p.ClubComment }, func(w *posPersonPatch, v string) { w.ClubComment = present(v) })),
		limited(maxPersonText, textField("fair", "fair",
			func(p *posPerson) string { return p.Fair }, func(w *posPersonPatch, v string) { w.Fair = present(v) })),
		limited(maxPersonText, textField("booth", "booth at the fair",
			func(p *posPerson) string { return p.Booth }, func(w *posPersonPatch, v string) { w.Booth = present(v) })),
		limited(maxPersonText, textField("carbrand", "brand of the car",
			func(p *posPerson) string { return p.CarBrand }, func(w *posPersonPatch, v string) { w.CarBrand = present(v) })),
		limited(maxPersonText, textField("cartype", "type of the car",
			func(p *posPerson) string { return p.CarType }, func(w *posPersonPatch, v string) { w.CarType = present(v) })),
		limited(maxPersonText, textField("carweight", "weight of the car, as text",
			func(p *posPerson) string { return p.CarWeight }, func(w *posPersonPatch, v string) { w.CarWeight = present(v) })),
	}
}

// posPersonFacts are the fields that only the POS writes.
func posPersonFacts() []mapping.SourceField[posPerson] {
	return []mapping.SourceField[posPerson]{
		sourceText("billing.full_name", "name, composed by the POS", func(p *posPerson) string { return p.BillingAddress.FullName }),
		sourceText("billing.country", "name of the country, in the language of the shop", func(p *posPerson) string { return p.BillingAddress.Country }),
		sourceText("delivery.country", "name of the country, in the language of the shop", func(p *posPerson) string { return p.DeliveryAddress.Country }),
		sourceText("email_invoice", "e-mail for invoices; no document explains it", func(p *posPerson) string { return p.EmailInvoice }),
		sourceText("email_invoice_company", "company for invoices; no document explains it", func(p *posPerson) string { return p.EmailInvoiceCompany }),
		sourceText("email_invoice_union", "union for invoices; no document explains it", func(p *posPerson) string { return p.EmailInvoiceUnion }),
	}
}
