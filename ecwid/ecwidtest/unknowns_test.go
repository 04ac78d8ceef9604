package ecwidtest_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// unknown is a row of section 7 of the reference: a question without a sure
// answer, and the switches to other answers, or why there is none.
type unknown struct {
	question string
	readings []ecwidtest.Reading
	options  []ecwidtest.Option
	excuse   string
}

// switches is a row with readings only.
func switches(question string, readings ...ecwidtest.Reading) unknown {
	return unknown{question: question, readings: readings}
}

func excused(question, why string) unknown { return unknown{question: question, excuse: why} }

// unknowns are the rows of section 7 by their numbers.
func unknowns() map[int]unknown {
	return map[int]unknown{
		1: switches("null in PUT", ecwidtest.NullClears),
		2: switches("attributes of a PUT: merge or replace", ecwidtest.AttributesReplace),
		3: switches("nested objects: merge or replace", ecwidtest.ObjectsReplace),
		4: switches("enabled of a new product", ecwidtest.NewProductsDisabled),
		5: switches("unlimited of a new product", ecwidtest.NewProductsTracked),
		6: switches("which orders move stock", ecwidtest.StockOfPaid, ecwidtest.StockOfAll, ecwidtest.StockOfNone,
			ecwidtest.RestockNever),
		7:  switches("paid orders of more than there is", ecwidtest.StockRequired),
		8:  switches("order of the orders", ecwidtest.OldestOrdersFirst),
		9:  switches("ends of time windows", ecwidtest.EndsOutside),
		10: switches("limit above 100", ecwidtest.LargePagesRefused),
		11: switches("largest offset", ecwidtest.OffsetCapped),
		12: switches("life of deleted feeds", ecwidtest.DeletionsForgotten),
		13: excused("path of the deleted coupons", "coupons are not served"),
		14: switches("do calls inside of a batch count", ecwidtest.BatchCallsFree),
		15: switches("life of tickets", ecwidtest.TicketsShort),
		16: switches("bodies of errors", ecwidtest.EmptyErrors, ecwidtest.LegacyErrors),
		17: excused("Retry-After of 503 and 449", "a Fault answers them, with its RetryAfter or without"),
		18: switches("letter case of SKUs", ecwidtest.CaseInsensitiveSKUs),
		19: switches("letter case of e-mails", ecwidtest.EmailsExact),
		20: switches("compareToPrice 0", ecwidtest.ZeroComparePrice),
		21: switches("longest texts", ecwidtest.TextsCapped),
		22: switches("children of a deleted category", ecwidtest.ChildrenStay),
		23: switches("orders of a deleted customer", ecwidtest.OrdersUnlinked),
		24: switches("values after a change of class", ecwidtest.ValuesStay),
		25: switches("id of an async image", ecwidtest.AsyncWithoutID),
		26: excused("spelling of four parameters", "both spellings are taken: TestBothSpellings"),
		27: switches("object or list of one", ecwidtest.ObjectsInLists),
		28: switches("orderId or orderid", ecwidtest.OrderIDLower),
		29: switches("internal order ids in paths", ecwidtest.InternalIDsRefused),
		30: switches("event names, retries", ecwidtest.SnakeCaseEvents, ecwidtest.RetriesRestamped),
		31: switches("what moves updated", ecwidtest.MembersUpdated),
		32: excused("stock of variations without SKU", "section 4.2 knows it; the row is advice to clients"),
		33: switches("variations with the product's SKU", ecwidtest.SharedSKUsRefused),
		34: switches("quantityDelta of an unlimited item", ecwidtest.DeltaTracks),
		35: switches("list of saveCombinations", ecwidtest.CombinationsUpsert),
		36: switches("rounding of money", ecwidtest.RoundedPrices),
		37: {question: "webhooks of self-made apps", options: []ecwidtest.Option{ecwidtest.WithWebhooks(ecwidtest.Webhooks{})}},
		38: switches("statuses of public tokens", ecwidtest.PublicStatusesIgnored, ecwidtest.PublicOrdersIncomplete),
		39: switches("references of categories", ecwidtest.CategoryReferencesIgnored),
		40: excused("who may write locationInventory", "nobody here: 409 as section 1.6 lists it; it is never written"),
		41: switches("what a new order needs", ecwidtest.CompleteOrders),
		42: switches("PUT and DELETE of unknown ids", ecwidtest.MissesSilent),
		43: switches("updateCount without a change", ecwidtest.NoChangeCountsZero),
		44: switches("defaults of a new product", ecwidtest.NewProductsDisabled, ecwidtest.NewProductsTracked),
		45: switches("generated SKUs and order ids", ecwidtest.LongIDs),
		46: switches("batch: not executed, counters, unknown ticket", ecwidtest.UnexecutedCounted, ecwidtest.UnexecutedOmitted,
			ecwidtest.TicketErrors),
		47: switches("order of lists", ecwidtest.ListsUnsorted),
		48: switches("keywords", ecwidtest.KeywordsInside, ecwidtest.EmailsWhole),
		49: switches("unknown keys", ecwidtest.LenientBodies),
		50: switches("enabled below disabled", ecwidtest.HiddenBranches),
		51: switches("aliases that the class has not", ecwidtest.AliasOfClassOnly),
		52: switches("value \"\" of an attribute", ecwidtest.EmptyValuesStay),
		53: switches("references of groups", ecwidtest.GroupReferencesUnique),
		54: switches("refunds", ecwidtest.RefundsWritable),
		55: switches("negative prices", ecwidtest.NegativePrices),
		56: switches("transitions of statuses", ecwidtest.FinalStatuses),
		57: switches("variations of some options", ecwidtest.WholeOptionSets),
		58: switches("quantity beside variations with stock", ecwidtest.ProductStockIdle),
		59: switches("verb of the token exchange", ecwidtest.OAuthByGet),
		60: switches("GET by id after a write", ecwidtest.StaleReads),
	}
}

// elsewhere are readings of what other sections say in two ways.
func elsewhere() []ecwidtest.Reading {
	return []ecwidtest.Reading{ecwidtest.TokenInQuery, ecwidtest.DatesElsewhere, ecwidtest.StorageSuccess, ecwidtest.CreateReturnsItem}
}

// Every row of section 7 has a switch or an excuse, and every switch a row.
func TestUnknowns(t *testing.T) {
	t.Parallel()
	const rows = 60
	listed := elsewhere()
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
	for _, r := range ecwidtest.Readings() {
		if !slices.Contains(listed, r) {
			t.Errorf("%s belongs to no unknown", r)
		}
	}
	for _, r := range listed {
		if !slices.Contains(ecwidtest.Readings(), r) {
			t.Errorf("%s is not in Readings", r)
		}
	}
}

// #26: parameters that the documents spell in two ways are taken in both.
func TestBothSpellings(t *testing.T) {
	t.Parallel()
	s := catalogue()
	group := ok(t, s, "POST", "/customer_groups", `{"name":"Gold"}`).id()
	ticket := submit(t, s, "", `[]`)
	for _, pair := range [][2]string{
		{"/categoriesByPath?path=Drinks%3ETea&delimiter=%3E", "/categoriesByPath?path=Drinks%3ETea&delimeter=%3E"},
		{"/brands?hidden_brands=true", "/brands?hiddenBrands=true"},
		{path("/customer_groups?customerGroupIds=%d", group), path("/customer_groups?customerGroupId=%d", group)},
		{"/batch?ticket=" + ticket, "/batch?ticketId=" + ticket},
	} {
		one, other := get(t, s, pair[0]), get(t, s, pair[1])
		if one.raw != other.raw || one.at("total") == json.Number("0") {
			t.Errorf("%s: got %s, and for %s %s", pair[0], one.raw, pair[1], other.raw)
		}
	}
}
