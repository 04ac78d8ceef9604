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
		Name: "customers Ecwid → SalesPOS", Source: buyerSource(), Target: userTarget(),
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

func buyerSource() []mapping.SourceField[ShopBuyer] {
	return slices.Concat(
		fromSource("Ecwid /customers",
			source("email", mapping.KindText, "e-mail address in its normal form (see Email)", func(s *ShopBuyer) mapping.Value { return emailValue(s.Email) }),
			sourceText("tax_id", "VAT number", func(s *ShopBuyer) string { return s.TaxID }),
		),
		fromSource("looked up or computed before mapping",
			sourceBool("business", "a company", func(s *ShopBuyer) bool { return s.Business }),
			source("group", mapping.KindNumber, "id of the user group", func(s *ShopBuyer) mapping.Value {
				if s.GroupID == nil {
					return mapping.Absent()
				}
				return mapping.Int(int64(*s.GroupID))
			}),
		),
		personSource("billing.", func(s *ShopBuyer) *ecwid.Person { return billingPerson(s.Billing, s.Shipping) }),
		personSource("delivery.", func(s *ShopBuyer) *ecwid.Person { return deliveryPerson(s.Billing, s.Shipping) }),
	)
}

func userTarget() []mapping.TargetField[salespos.User, salespos.UserCreate] {
	fields := intoTarget("SalesPOS /users",
		mapping.TargetField[salespos.User, salespos.UserCreate]{
			Name: "username", Kind: mapping.KindText, Required: true, MaxLength: maxPersonText,
			Doc: "login, unique; normally the e-mail address",
			Get: func(u *salespos.User) mapping.Value { return mapping.Text(u.Username) },
			Set: func(p *salespos.UserCreate, v mapping.Value) error {
				text, ok := v.AsText()
				if !ok {
					return kindError(mapping.KindText, v)
				}
				p.Username = text
				return nil
			},
		},
		wholeField("group_id", "user group",
			func(u *salespos.User) mapping.Value { return id(u.GroupID) },
			func(p *salespos.UserCreate) *optional[salespos.UserGroupID] { return &p.GroupID }),
		boolField("status", "may log in",
			func(u *salespos.User) mapping.Value { return mapping.Bool(u.Status) },
			func(p *salespos.UserCreate) *optional[bool] { return &p.Status }),
	)
	return append(fields, infoTarget(
		func(u *salespos.User) *salespos.PersonalInfo { return &u.Info },
		func(p *salespos.UserCreate, change func(*salespos.PersonalInfoInput)) {
			info := p.Info.Or(salespos.PersonalInfoInput{})
			change(&info)
			p.Info = salespos.Set(info)
		})...)
}
