package catalog

import (
	"slices"

	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// infoRules are the default rules for what orders and users have in common.
func infoRules() []mapping.Rule {
	return slices.Concat(
		billingNameRules("billing.", "billing."),
		addressRules("billing.", "billing."),
		[]mapping.Rule{personText("delivery.full_name", "delivery.name")},
		addressRules("delivery.", "delivery."),
		[]mapping.Rule{personText("btw", "tax_id")},
	)
}

// customerTypeRule makes a buyer a company when the condition holds.
func customerTypeRule(company mapping.Cond) mapping.Rule {
	return mapping.To("customertype").
		If(company, mapping.Text(string(salespos.Business))).
		If(mapping.Otherwise(), mapping.Text(string(salespos.Consumer)))
}

// emailValue is the normal form of an address; absent when it is none.
func emailValue(text string) mapping.Value {
	address, ok := mapping.EmailAddress(text)
	if !ok {
		return mapping.Absent()
	}
	return mapping.Text(address)
}
