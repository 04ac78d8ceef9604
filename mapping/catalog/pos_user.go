package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type (
	posUser      = salespos.User
	posUserPatch = salespos.UserCreate
	posUserField = mapping.TargetField[posUser, posUserPatch]
)

const posUserOrigin = "SalesPOS /users"

// posUserFields are the fields of a SalesPOS user that can be written. The password
// is none of them: what is mapped stands in plans and reports.
func posUserFields() []posUserField {
	return slices.Concat(intoTarget(posUserOrigin, posUserAccount()...),
		part("", userInfo, optionalPart(func(w *posUserPatch) *optional[posPersonPatch] { return &w.Info }), posPersonFields()))
}

// posUserSource are all fields of a SalesPOS user.
func posUserSource() []mapping.SourceField[posUser] {
	return slices.Concat(readable(intoTarget(posUserOrigin, posUserAccount()...)),
		fromSource(posUserOrigin, posUserFacts()...),
		within("", userInfo, posPersonSource()))
}

func userInfo(p *posUser) *posPerson { return &p.Info }

func posUserAccount() []posUserField {
	return []posUserField{
		limited(maxPersonText, needed(clearable(mapping.Absent(), textField("username", "login, unique; normally the e-mail address",
			func(p *posUser) string { return p.Username }, func(w *posUserPatch, v string) { w.Username = v })))),
		wholeField("group_id", "user group",
			func(p *posUser) mapping.Value { return id(p.GroupID) }, func(w *posUserPatch, v salespos.UserGroupID) { w.GroupID = present(v) }),
		boolField("status", "may log in",
			func(p *posUser) *bool { return &p.Status }, func(w *posUserPatch, v bool) { w.Status = present(v) }),
		oneOf(wordField("product_in_category_discount", "which discount counts for a company",
			func(p *posUser) string { return p.CategoryDiscount }, func(w *posUserPatch, v string) { w.CategoryDiscount = present(v) }),
			"highest", "lowest"),
	}
}

// posUserFacts are the fields that are not written with a user.
func posUserFacts() []mapping.SourceField[posUser] {
	return []mapping.SourceField[posUser]{
		source("id", mapping.KindNumber, "id of the user", func(p *posUser) mapping.Value { return id(p.ID) }),
		sourceText("approval_status", "registration of a company: pending or accepted", func(p *posUser) string { return string(p.ApprovalStatus) }),
	}
}
