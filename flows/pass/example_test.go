package pass_test

import (
	"fmt"

	"github.com/tillsync/tillsync/flows/pass"
)

// A report adds up: what was read is the sum of the outcomes.
func ExampleReport() {
	report := pass.Report{Flow: "orders", State: pass.Complete}
	report.Count(pass.Step{Label: "1001", Outcome: pass.Created})
	report.Count(pass.Step{Label: "1002", Outcome: pass.Waiting, Reason: "NotPaid"})
	report.Count(pass.Step{
		Label: "1003", Outcome: pass.Parked, Reason: "UnknownSKU",
		Message: "no article has the SKU A-7: create it at the POS",
	})

	fmt.Println(report.State, "read", report.Read, "written", report.Writes())
	for _, outcome := range pass.Outcomes() {
		if n := report.Counts[outcome]; n > 0 {
			fmt.Println(outcome, n)
		}
	}
	for _, s := range report.Problems {
		fmt.Println(s)
	}
	// Output:
	// complete read 3 written 1
	// created 1
	// waiting 1
	// parked 1
	// 1003 parked UnknownSKU: no article has the SKU A-7: create it at the POS
}
