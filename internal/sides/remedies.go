package sides

import "github.com/tillsync/tillsync/flows/pass"

// remedies say what to do, by the reason that a record carries. The state keeps the
// reason only: a record that is still parked in a later pass shows its remedy again.
var remedies = map[string]string{
	// What the systems answer.
	"AccessRefused":     "check host and keys; no request is sent with them any more in this pass",
	"PermissionMissing": "grant the missing permission",
	"PlanLimit":         "enlarge the plan or delete what is not needed",
	"Refused":           "correct the record at its source; it is taken up by itself",
	"Unavailable":       "check the address of the system and that it answers; the next pass goes on by itself",
	"RateLimited":       "let fewer programs use the account at the same time; the next pass goes on by itself",
	"NotFound":          "restore the record that is named, or remove what refers to it",
	"Taken":             "find the record that has the same key, and change one of the two",
	"ChangedMeanwhile":  "the next pass tries again by itself",
	"NoProgress":        "report it to the maker of the system: its list repeats itself",
	"NoAnswer":          "it is looked for before it is sent again",
	// What the flows refuse.
	"MappingFailed":  "correct the record or the rule that is named",
	"DecisionNeeded": "make both sides agree, or give the field another policy",
	"VariantsAlike":  "give them different values at the POS, or let AttributeMap make options of the attributes in which they differ",
	"StockUnknown":   "let the POS tell its stock; nothing is written while the number is unknown",
	"TaxUnmapped":    "add exactly one tax with that rate to the shop, or leave the field tax out of the mapping",
	"ParentMissing":  "run a pass over all categories; this one is then taken up by itself",
	"UnknownSKU":     "create the articles at the POS and run a product pass, or remove the lines in the shop; the order is then transferred by itself",
	"TotalMismatch":  "correct the order's amounts in the shop; nothing was sent",
	"PackageMissing": "set Package in the flow's configuration",
	"GuestRefused":   "add an e-mail address to the order in the shop, or let guests pass",
}

func remedyOf(reason string) string { return remedies[reason] }

// refusal is a classified error with the remedy for its reason.
func refusal(class pass.Class, reason string, err error) *pass.Error {
	return &pass.Error{Class: class, Reason: reason, Err: err, Remedy: remedies[reason]}
}
