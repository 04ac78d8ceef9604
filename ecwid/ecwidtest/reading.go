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
	// DatesElsewhere writes times with the offset +0400 (reference 1.9).
	DatesElsewhere Reading = "dates-elsewhere"
	// StorageSuccess answers writes of the application storage with
	// {"success":true} (reference 1.5).
	StorageSuccess Reading = "storage-success"
	// EmptyErrors sends no body with an error (#16).
	EmptyErrors Reading = "empty-errors"
	// LegacyErrors sends the error bodies of older versions (#16).
	LegacyErrors Reading = "legacy-errors"
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
	// CategoryReferencesIgnored does not keep the externalReferenceId of a
	// category (#39).
	CategoryReferencesIgnored Reading = "category-references-ignored"
	// MissesSilent answers PUT and DELETE of unknown ids with a count of 0 (#42).
	MissesSilent Reading = "misses-silent"
	// NoChangeCountsZero answers updateCount 0 when nothing changed (#43).
	NoChangeCountsZero Reading = "no-change-counts-zero"
	// ListsUnsorted lists products and categories in no order unless one is
	// asked for (#47).
	ListsUnsorted Reading = "lists-unsorted"
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
	// NegativePrices takes prices below 0 (#55).
	NegativePrices Reading = "negative-prices"
	// WholeOptionSets refuses variations that leave a choice option open (#57).
	WholeOptionSets Reading = "whole-option-sets"
	// OAuthByGet refuses the token exchange by POST with 405 (#59).
	OAuthByGet Reading = "oauth-by-get"
)

// Readings returns all of them.
func Readings() []Reading {
	return []Reading{
		NullClears, AttributesReplace, ObjectsReplace, NewProductsDisabled, NewProductsTracked, StockRequired,
		OldestOrdersFirst, EndsOutside, LargePagesRefused, OffsetCapped, DeletionsForgotten, BatchCallsFree,
		TicketsShort, DatesElsewhere, StorageSuccess, EmptyErrors, LegacyErrors, EmailsExact, ZeroComparePrice,
		TextsCapped, ChildrenStay, OrdersUnlinked, ValuesStay, AsyncWithoutID, ObjectsInLists, OrderIDLower,
		InternalIDsRefused, SnakeCaseEvents, RetriesRestamped, MembersUpdated, SharedSKUsRefused, DeltaTracks,
		CombinationsUpsert, CategoryReferencesIgnored, MissesSilent, NoChangeCountsZero, ListsUnsorted,
		HiddenBranches, AliasOfClassOnly, EmptyValuesStay, GroupReferencesUnique, NegativePrices, WholeOptionSets,
		OAuthByGet,
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
