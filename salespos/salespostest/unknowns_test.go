package salespostest_test

import (
	"slices"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// unknown is a row of section 7 of the reference: a question without a sure
// answer, and the switches to other answers, or why there is none.
type unknown struct {
	question string
	readings []salespostest.Reading
	options  []salespostest.Option
	excuse   string
}

func switches(question string, readings ...salespostest.Reading) unknown {
	return unknown{question: question, readings: readings}
}

func optional(question string, options ...salespostest.Option) unknown {
	return unknown{question: question, options: options}
}

func excused(question, why string) unknown { return unknown{question: question, excuse: why} }

// and adds readings to a row with options.
func (u unknown) and(readings ...salespostest.Reading) unknown {
	u.readings = append(u.readings, readings...)
	return u
}

// Why a row has no switch.
const (
	anyText   = "Server.Add takes any text there, and a client keeps it"
	adviceFor = "advice to clients: the server does not differ"
	readOnly  = "the server takes what the SDK's documents have; a connector only reads"
	notServed = "nobody writes it, and the server does not take it"
)

// unknowns are the rows of section 7 by their numbers.
func unknowns() map[int]unknown {
	return map[int]unknown{
		1:  optional("page size and its cap", salespostest.WithPageSize(25), salespostest.WithPageCap(250)).and(salespostest.PageRefusal),
		2:  optional("refused credentials", salespostest.WithRefusal(salespostest.BadCredentials, 401, "")),
		3:  optional("unknown id", salespostest.WithRefusal(salespostest.UnknownID, 404, "")),
		4:  optional("refused body", salespostest.WithRefusal(salespostest.BadBody, 400, "")),
		5:  switches("further error keys", salespostest.ErrorKeys),
		6:  optional("total limit, Retry-After", salespostest.WithLimits(salespostest.Limits{Total: 1})).and(salespostest.RetryAfterHeader),
		7:  switches("what a limit counts, and when", salespostest.LimitsByParent, salespostest.FixedWindows),
		8:  switches("letter case of stocktype", salespostest.LowerStockType),
		9:  excused("ordering_without_stock", anyText),
		10: excused("types of menu attributes", anyText),
		11: excused("types of properties", anyText),
		12: switches("combinations after a change of values", salespostest.RemadeCombinations),
		13: switches("modifydate after a change of stock", salespostest.StockModifies),
		14: switches("unique numbers", salespostest.UniqueNumbers),
		15: excused("which number is the SKU", adviceFor),
		16: switches("unknown keys and nulls", salespostest.LenientBodies),
		17: switches("documents of a SalesPOS", salespostest.SparseDocuments, salespostest.TextNumbers),
		18: excused("bodies of cash-ups", readOnly),
		19: excused("fiscal signatures", readOnly),
		20: excused("terminal receipts, devices, subscriptions", notServed),
		21: excused("list of the events", "only the events that were seen can be subscribed to"),
		22: switches("signature of webhooks", salespostest.UnsignedWebhooks),
		23: optional("retries of webhooks", salespostest.WithWebhookAttempts(3)),
		24: switches("payloads of webhooks", salespostest.FullWebhooks),
		25: optional("bounds and zone of dates", salespostest.WithDateZone(time.UTC)).and(salespostest.ExclusiveMaxDates),
		26: excused("parameter fields", "it does not exist; unknown parameters are row 27"),
		27: switches("unknown parameters", salespostest.ParameterErrors),
		28: optional("204 to a POST", salespostest.WithPostAnswer(salespostest.PostNoContent)),
		29: switches("deleted products", salespostest.Trash),
		30: switches("stock of orders", salespostest.OrdersKeepStock, salespostest.CancelRestocks),
		31: excused("absolute or relative stock", "known: absolute, the last writer wins"),
		32: switches("numbers as text", salespostest.TextNumbers),
		33: excused("status of invoices on write", "the word is taken, as clients are told to write it"),
		34: excused("literals of returns, rows, notes, genders", anyText),
		35: excused("dash of ordernumber_prefix", adviceFor),
		36: switches("texts without translation", salespostest.NoFallback),
		37: optional("precision of the five minutes", salespostest.WithClockSkew(0)),
		38: switches("signed errors", salespostest.SignedErrors),
		39: optional("file and payload limits", salespostest.WithFileLimits(0, 0)),
		40: switches("users with orders", salespostest.UsersKept),
		41: switches("OPTIONS", salespostest.OptionsAnswer),
		42: optional("missing permission", salespostest.WithoutAccess(), salespostest.WithRefusal(salespostest.NoPermission, 403, "")),
		43: excused("deliver_method", anyText),
		44: excused("photo of a description", anyText),
		45: excused("types of notifications", anyText),
		46: switches("rounding of amounts", salespostest.RoundedRows),
		47: excused("rejecting a user", notServed),
		48: switches("options in the name of a row", salespostest.OptionsInRowName),
		49: switches("brands and conditions by name", salespostest.NamesCreate),
		50: switches("default order, full last page", salespostest.NewestFirst, salespostest.EmptyLastPage, salespostest.NullItems),
		51: switches("PATCH without a change", salespostest.SameValueErrors),
		52: optional("fate of a POST", salespostest.WithPostAnswer(salespostest.PostStoredBut500)),
		53: switches("language of a POST", salespostest.PostWritesLanguage),
		54: excused("clearing a value", adviceFor),
		55: switches("merchant", salespostest.MerchantObject),
		56: switches("links without expand", salespostest.HrefOnlyLinks, salespostest.AlwaysExpanded),
		57: switches("time part of a date filter", salespostest.DaysOnly),
		58: switches("paging of cash-ups and redirects", salespostest.MorePaging),
		59: switches("lists of the SDK", salespostest.SDKLists),
		60: excused("POST of order rows", "a row as PUT takes it: TestOrderRowVerbs; clients are told to use PUT"),
		61: excused("disabledpaymethods, creditpoints", notServed),
		62: switches("orders of a till", salespostest.TillOrders, salespostest.SparseDocuments),
		63: switches("keys that the SDK does not name", salespostest.SDKKeys),
	}
}

// Every row of section 7 has a switch or an excuse, and every switch a row.
func TestUnknowns(t *testing.T) {
	t.Parallel()
	const rows = 63
	listed := []salespostest.Reading{salespostest.PartnerKey} // section 4.1: who may make credentials
	for n := range rows {
		u, found := unknowns()[n+1]
		if !found || (len(u.readings)+len(u.options) > 0) == (u.excuse != "") {
			t.Errorf("#%d %s has neither a switch nor an excuse, or both", n+1, u.question)
		}
		listed = append(listed, u.readings...)
	}
	if got := len(unknowns()); got != rows {
		t.Errorf("got %d unknowns, want %d", got, rows)
	}
	for _, r := range salespostest.Readings() {
		if !slices.Contains(listed, r) {
			t.Errorf("%s belongs to no unknown", r)
		}
	}
	for _, r := range listed {
		if !slices.Contains(salespostest.Readings(), r) {
			t.Errorf("%s is not in Readings", r)
		}
	}
}
