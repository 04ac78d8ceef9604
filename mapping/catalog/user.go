package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// UserSchema are the fields of buyers of the shop and of SalesPOS users. A patch
// becomes a create when its Password is set, or a UserUpdate of the same
// UserFields.
func UserSchema() mapping.Schema[ShopBuyer, salespos.User, salespos.UserCreate] {
	return mapping.Schema[ShopBuyer, salespos.User, salespos.UserCreate]{
		Name: "customers Ecwid → SalesPOS", Source: buyerSource(), Target: posUserFields(),
		OpenSource: []mapping.OpenSource[ShopBuyer]{openTexts("extrafields", customerExtraDoc, shopCustomerOrigin, buyerExtra)},
	}
}

// POSUserSchema are the fields of SalesPOS users and of Ecwid customers. A patch
// becomes a CustomerCreate or a CustomerUpdate.
func POSUserSchema() mapping.Schema[salespos.User, ecwid.Customer, ecwid.CustomerFields] {
	return mapping.Schema[salespos.User, ecwid.Customer, ecwid.CustomerFields]{
		Name: "customers SalesPOS → Ecwid", Source: posUserSource(), Target: shopCustomerFields(),
		OpenTarget: []mapping.OpenTarget[ecwid.Customer, ecwid.CustomerFields]{openShopCustomer()},
	}
}

// Users is the default mapping of buyers. The e-mail address is what a user is
// found by: a difference is only reported. Name and addresses (groups "person",
// "billing" and "delivery") follow the shop until somebody edits them at the POS.
func Users() mapping.Definition {
	return mapping.Definition{
		Name: "customers Ecwid → SalesPOS", Version: "1",
		Groups: []mapping.FieldGroup{
			mapping.Group("person", mapping.UnlessEdited(), "customertype", "btw"),
			mapping.Group("billing", mapping.UnlessEdited(),
				fieldsOf(slices.Concat(billingNameRules("billing.", ""), addressRules("billing.", "")))...),
			mapping.Group("delivery", mapping.UnlessEdited(),
				fieldsOf(append(addressRules("delivery.", ""), mapping.To("delivery.full_name")))...),
		},
		Rules: append(infoRules(),
			mapping.To("username").From("email").Required().MaxLength(maxPersonText, mapping.Reject).Policy(mapping.MatchKey(mapping.Report)),
			mapping.To("email").From("email").MaxLength(maxPersonText, mapping.Reject).Policy(mapping.MatchKey(mapping.Report)),
			customerTypeRule(mapping.Is("business", mapping.Bool(true))),
			mapping.To("group_id").From("group").Policy(mapping.CreateOnly),
		),
	}
}

// POSUsers is the default mapping of customers in the other direction. It goes together
// with Users: each side keeps what was edited there, and a difference of the e-mail
// address is only reported. Delivery addresses need an id in the shop and are left out.
func POSUsers() mapping.Definition {
	rules := append(shopAddressRules("billingPerson.", "billing."),
		mapping.To("taxId").From("btw"),
		mapping.To("b2b_b2c").
			If(mapping.Is("customertype", mapping.Text(string(salespos.Business))), mapping.Text(string(ecwid.KindBusiness))).
			If(mapping.Otherwise(), mapping.Text(string(ecwid.KindConsumer))),
	)
	return mapping.Definition{
		Name: "customers SalesPOS → Ecwid", Version: "1",
		Groups: []mapping.FieldGroup{mapping.Group("person", mapping.UnlessEdited(), fieldsOf(rules)...)},
		Rules: append(rules,
			mapping.To("email").From("email", "username").SkipEmpty().Transform(mapping.ToEmail()).Required().Policy(mapping.MatchKey(mapping.Report))),
	}
}

// buyerSource are the fields of a buyer. Those of the customer are absent for the
// buyer of an order; the e-mail address is the one in its normal form.
func buyerSource() []mapping.SourceField[ShopBuyer] {
	own := within("", func(s *ShopBuyer) *shopCustomer { return s.Customer }, leaving(shopCustomerSource(), "email"))
	return slices.Concat(own, fromSource("looked up or computed before mapping", buyerContext()...),
		personSource("billing.", "billingPerson.", func(s *ShopBuyer) *ecwid.Person { return billingPerson(s.Billing, s.Shipping) }),
		personSource("delivery.", "shippingAddresses.", func(s *ShopBuyer) *ecwid.Person { return deliveryPerson(s.Billing, s.Shipping) }),
	)
}

func buyerContext() []mapping.SourceField[ShopBuyer] {
	return []mapping.SourceField[ShopBuyer]{
		source("email", mapping.KindText, "e-mail address in its normal form (see Email)", func(s *ShopBuyer) mapping.Value { return emailValue(s.Email) }),
		of(sourceText("tax_id", "VAT number", func(s *ShopBuyer) string { return s.TaxID }), "taxId"),
		of(sourceBool("business", "a company", func(s *ShopBuyer) bool { return s.Business }), "billingPerson.companyName"),
		source("group", mapping.KindNumber, "id of the user group", func(s *ShopBuyer) mapping.Value { return maybeInt(s.GroupID) }),
	}
}
