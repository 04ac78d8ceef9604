package ecwidtest

import (
	"fmt"
	"slices"
)

// Reading is the other answer to a question that the API reference leaves
// open. The default of the server is the safe assumption of the reference; a
// client is right when it works with every reading: see [With] and [Readings].
type Reading string

// The readings, by the number of the question in section 7 of the reference.
const (
	// NullClears lets a null of a PUT take a key away (#1).
	NullClears Reading = "null-clears"
	// AttributesReplace makes the attributes of a product the whole list (#2).
	AttributesReplace Reading = "attributes-replace"
	// ObjectsReplace replaces nested objects of a PUT as a whole (#3).
	ObjectsReplace Reading = "objects-replace"
	// NewProductsDisabled lets products start disabled (#4).
	NewProductsDisabled Reading = "new-products-disabled"
	// NewProductsTracked lets products start with a tracked stock of 0 (#5).
	NewProductsTracked Reading = "new-products-tracked"
	// StockOfPaid lets orders that become PAID by an update take stock too, not
	// only those that are created as PAID (#6). Orders of shoppers
	// ([Server.PlaceOrder]) always do.
	StockOfPaid Reading = "stock-of-paid"
	// StockOfAll lets every order but INCOMPLETE ones take stock on create (#6).
	StockOfAll Reading = "stock-of-all"
	// StockOfNone lets orders of the API leave stock alone (#6).
	StockOfNone Reading = "stock-of-none"
	// RestockNever keeps stock as it is when an order becomes CANCELLED or
	// REFUNDED, instead of bringing back once what it took (#6).
	RestockNever Reading = "restock-never"
	// StockRequired refuses PAID orders of more than there is with 409 (#7).
	StockRequired Reading = "stock-required"
	// OldestOrdersFirst turns the list of orders round (#8).
	OldestOrdersFirst Reading = "oldest-orders-first"
	// EndsOutside leaves both ends of a time window out (#9).
	EndsOutside Reading = "ends-outside"
	// LargePagesRefused answers 400 to a limit above 100 (#10).
	LargePagesRefused Reading = "large-pages-refused"
	// OffsetCapped answers 400 to an offset of 10,000 and more (#11).
	OffsetCapped Reading = "offset-capped"
	// DeletionsForgotten keeps deleted feeds for 30 days only (#12).
	DeletionsForgotten Reading = "deletions-forgotten"
	// BatchCallsFree does not count the requests inside a batch (#14).
	BatchCallsFree Reading = "batch-calls-free"
	// TicketsShort forgets batch tickets after an hour, not a day (#15).
	TicketsShort Reading = "tickets-short"
	// TokenInQuery takes the access token as the query parameter "token" too, as
	// clients of older versions send it (reference 1.1).
	TokenInQuery Reading = "token-in-query"
	// DatesElsewhere writes times with the offset +0400 (reference 1.9).
	DatesElsewhere Reading = "dates-elsewhere"
	// StorageSuccess answers writes of the application storage with
	// {"success":true} (reference 1.5).
	StorageSuccess Reading = "storage-success"
	// EmptyErrors sends no body with an error (#16).
	EmptyErrors Reading = "empty-errors"
	// LegacyErrors sends the error bodies of older versions (#16).
	LegacyErrors Reading = "legacy-errors"
	// CaseInsensitiveSKUs makes SKUs that differ in letter case only equal, in the
	// check for duplicates and in the search by sku (#18).
	CaseInsensitiveSKUs Reading = "case-insensitive-skus"
	// EmailsExact lets e-mails that differ in letter case be two customers (#19).
	EmailsExact Reading = "emails-exact"
	// ZeroComparePrice keeps a compareToPrice of 0 instead of removing it (#20).
	ZeroComparePrice Reading = "zero-compare-price"
	// TextsCapped refuses names and SKUs of more than 255 characters (#21).
	TextsCapped Reading = "texts-capped"
	// ChildrenStay moves the children of a deleted category to the root (#22).
	ChildrenStay Reading = "children-stay"
	// OrdersUnlinked takes the customerId out of orders of a deleted customer (#23).
	OrdersUnlinked Reading = "orders-unlinked"
	// ValuesStay keeps attribute values when the class of a product changes (#24).
	ValuesStay Reading = "values-stay"
	// AsyncWithoutID answers async uploads with an empty object (#25).
	AsyncWithoutID Reading = "async-without-id"
	// ObjectsInLists puts single storage keys, classes and currencies into a
	// list (#27).
	ObjectsInLists Reading = "objects-in-lists"
	// OrderIDLower spells the key of a new order "orderid" (#28).
	OrderIDLower Reading = "order-id-lower"
	// InternalIDsRefused resolves public order ids only in paths (#29).
	InternalIDsRefused Reading = "internal-ids-refused"
	// SnakeCaseEvents spells webhook event types as the vendor's client does (#30).
	SnakeCaseEvents Reading = "snake-case-events"
	// RetriesRestamped gives each retry of a webhook a new eventCreated (#30).
	RetriesRestamped Reading = "retries-restamped"
	// MembersUpdated moves the time of update of products whose categories or
	// class change (#31).
	MembersUpdated Reading = "members-updated"
	// SharedSKUsRefused refuses a variation with the SKU of its product (#33).
	SharedSKUsRefused Reading = "shared-skus-refused"
	// DeltaTracks lets a quantityDelta start the tracking of an unlimited
	// product from 0 (#34).
	DeltaTracks Reading = "delta-tracks"
	// CombinationsUpsert keeps the variations that saveCombinations does not
	// list (#35).
	CombinationsUpsert Reading = "combinations-upsert"
	// RoundedPrices rounds prices to the currency's precision when they are saved
	// (#36).
	RoundedPrices Reading = "rounded-prices"
	// PublicStatusesIgnored creates the orders of storefront tokens unpaid and
	// unprocessed, whatever other status they ask for (#38).
	PublicStatusesIgnored Reading = "public-statuses-ignored"
	// PublicOrdersIncomplete takes only INCOMPLETE orders from storefront tokens,
	// which is their default then (#38).
	PublicOrdersIncomplete Reading = "public-orders-incomplete"
	// CategoryReferencesIgnored does not keep the externalReferenceId of a
	// category (#39).
	CategoryReferencesIgnored Reading = "category-references-ignored"
	// CompleteOrders refuses orders without e-mail, subtotal, total, payment and
	// fulfilment status or item quantity with 400 (#41).
	CompleteOrders Reading = "complete-orders"
	// MissesSilent answers PUT and DELETE of unknown ids with a count of 0 (#42).
	MissesSilent Reading = "misses-silent"
	// NoChangeCountsZero answers updateCount 0 when nothing changed (#43).
	NoChangeCountsZero Reading = "no-change-counts-zero"
	// LongIDs makes generated SKUs and random order ids nine characters long, not
	// five (#45).
	LongIDs Reading = "long-ids"
	// UnexecutedCounted counts the requests of a batch that were not executed as
	// completed, and shows them with empty http keys (#46).
	UnexecutedCounted Reading = "unexecuted-counted"
	// UnexecutedOmitted leaves the requests of a batch that were not executed out
	// of its responses (#46).
	UnexecutedOmitted Reading = "unexecuted-omitted"
	// TicketErrors sends an error body with the 404 to an unknown ticket (#46).
	TicketErrors Reading = "ticket-errors"
	// ListsUnsorted lists products and categories in no order unless one is
	// asked for (#47).
	ListsUnsorted Reading = "lists-unsorted"
	// KeywordsInside finds keywords inside of words, and any of several (#48).
	KeywordsInside Reading = "keywords-inside"
	// EmailsWhole finds customers by their whole e-mail only, also without
	// useExactEmailMatch (#48).
	EmailsWhole Reading = "emails-whole"
	// LenientBodies ignores unknown keys of bodies, as the API is taken to do,
	// instead of refusing them with 400; wrong types are refused all the same
	// (#49).
	LenientBodies Reading = "lenient-bodies"
	// HiddenBranches hides enabled categories below a disabled one (#50).
	HiddenBranches Reading = "hidden-branches"
	// AliasOfClassOnly refuses an attribute alias that the class of the product
	// does not have (#51).
	AliasOfClassOnly Reading = "alias-of-class-only"
	// EmptyValuesStay keeps an attribute whose value is "" (#52).
	EmptyValuesStay Reading = "empty-values-stay"
	// GroupReferencesUnique refuses a second customer group with the same
	// externalReferenceId (#53).
	GroupReferencesUnique Reading = "group-references-unique"
	// RefundsWritable takes the refunds of an order on create and update (#54).
	RefundsWritable Reading = "refunds-writable"
	// NegativePrices takes prices below 0 (#55).
	NegativePrices Reading = "negative-prices"
	// FinalStatuses refuses to change the payment status of a CANCELLED or
	// REFUNDED order (#56).
	FinalStatuses Reading = "final-statuses"
	// WholeOptionSets refuses variations that leave a choice option open (#57).
	WholeOptionSets Reading = "whole-option-sets"
	// ProductStockIdle ignores quantities and deltas for a product all of whose
	// variations have SKUs of their own (#58).
	ProductStockIdle Reading = "product-stock-idle"
	// OAuthByGet refuses the token exchange by POST with 405 (#59).
	OAuthByGet Reading = "oauth-by-get"
	// StaleReads shows products, categories and orders by id as late as searches
	// do (#60); it needs [WithIndexLag].
	StaleReads Reading = "stale-reads"
	// CreateReturnsItem lets POST /products honour returnItem as PUT does
	// (reference 2.1).
	CreateReturnsItem Reading = "create-returns-item"
)

// Readings returns all of them.
func Readings() []Reading {
	return []Reading{
		NullClears, AttributesReplace, ObjectsReplace, NewProductsDisabled, NewProductsTracked, StockOfPaid,
		StockOfAll, StockOfNone, RestockNever, StockRequired, OldestOrdersFirst, EndsOutside, LargePagesRefused,
		OffsetCapped, DeletionsForgotten, BatchCallsFree, TicketsShort, TokenInQuery, DatesElsewhere, StorageSuccess,
		EmptyErrors, LegacyErrors, CaseInsensitiveSKUs, EmailsExact, ZeroComparePrice, TextsCapped, ChildrenStay,
		OrdersUnlinked, ValuesStay, AsyncWithoutID, ObjectsInLists, OrderIDLower, InternalIDsRefused, SnakeCaseEvents,
		RetriesRestamped, MembersUpdated, SharedSKUsRefused, DeltaTracks, CombinationsUpsert, RoundedPrices,
		PublicStatusesIgnored, PublicOrdersIncomplete, CategoryReferencesIgnored, CompleteOrders, MissesSilent,
		NoChangeCountsZero, LongIDs, UnexecutedCounted, UnexecutedOmitted, TicketErrors, ListsUnsorted, KeywordsInside,
		EmailsWhole, LenientBodies, HiddenBranches, AliasOfClassOnly, EmptyValuesStay, GroupReferencesUnique,
		RefundsWritable, NegativePrices, FinalStatuses, WholeOptionSets, ProductStockIdle, OAuthByGet, StaleReads,
		CreateReturnsItem,
	}
}

// With lets the server follow these readings. It panics on unknown ones.
func With(readings ...Reading) Option {
	for _, r := range readings {
		if !slices.Contains(Readings(), r) {
			panic(fmt.Sprintf("ecwidtest: With: there is no reading %q", r))
		}
	}
	return func(c *config) { c.readings = append(c.readings, readings...) }
}

func (c *config) reads(r Reading) bool { return slices.Contains(c.readings, r) }
