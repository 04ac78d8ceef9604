package salespostest

import (
	"fmt"
	"slices"
)

// Reading is the other answer to a question that the vendor's documentation
// leaves open. [With] sets it; a client is right when it works with each of
// [Readings]. Its text is its name on a command line.
type Reading string

// The readings. Each comment says what the server does with it and, in the end,
// what it does by default.
const (
	// EmptyLastPage gives a last page that is exactly full a `next` link, which
	// leads to an empty page. Default: `next` is null there.
	EmptyLastPage Reading = "empty-last-page"
	// PageRefusal answers 400 to a size above the cap. Default: it is cut.
	PageRefusal Reading = "page-refusal"
	// NewestFirst lists without `orderby` by id descending. Default: ascending.
	NewestFirst Reading = "newest-first"
	// MorePaging pages /cashups and /redirects. Default: they list everything.
	MorePaging Reading = "more-paging"
	// ParameterErrors answers 400 to an unknown parameter, `expand` or `orderby`.
	// Default: they are ignored.
	ParameterErrors Reading = "parameter-errors"
	// ExclusiveMaxDates leaves the day of a `max_…date` out. Default: it is in.
	ExclusiveMaxDates Reading = "exclusive-max-dates"

	// DaysOnly ignores the time part of a date filter. Default: it is the exact
	// moment.
	DaysOnly Reading = "days-only"

	// HrefOnlyLinks leaves `collection` out of links that were not expanded.
	// Default: it is there and empty, which a client must not read as "none".
	HrefOnlyLinks Reading = "href-only-links"
	// AlwaysExpanded fills `collection` without `expand`. Default: see above.
	AlwaysExpanded Reading = "always-expanded"
	// SparseDocuments leaves out keys that are null. Default: they are there.
	SparseDocuments Reading = "sparse-documents"
	// SDKKeys leaves out the keys that the vendor's SDK of 2025 does not name
	// any more. Default: they are there.
	SDKKeys Reading = "sdk-keys"
	// TextNumbers writes numbers of documents as text. Default: as numbers, but
	// for `order.user.id` and `invoicerows.invoice_id`.
	TextNumbers Reading = "text-numbers"
	// LowerStockType writes `stocktype` in lower case. Default: `Product`.
	LowerStockType Reading = "lower-stocktype"
	// MerchantObject answers /webshops/{id}/merchant with the object. Default: a
	// collection of one.
	MerchantObject Reading = "merchant-object"
	// OptionsInRowName adds the chosen options to `product_name` of an order row.
	// Default: it is the name of the product.
	OptionsInRowName Reading = "options-in-row-name"

	// TillOrders shows orders as a till may make them: without the keys of the
	// payment method, and with `customer` null where no user is linked. Default:
	// all keys are there.
	TillOrders Reading = "till-orders"

	// LenientBodies ignores unknown keys and nulls of a body. Default: 400.
	LenientBodies Reading = "lenient-bodies"
	// SameValueErrors answers 500.50 to a PATCH or PUT that changes nothing.
	// Default: 204.
	SameValueErrors Reading = "same-value-errors"
	// UniqueNumbers answers 500.40 to a `productnumber` that another product has.
	// Default: numbers repeat.
	UniqueNumbers Reading = "unique-numbers"
	// NamesCreate makes a brand or condition that a product names and that does
	// not exist. Default: the product keeps the name only.
	NamesCreate Reading = "names-create"
	// SignedErrors signs error answers too. Default: only 2xx.
	SignedErrors Reading = "signed-errors"
	// ErrorKeys adds further keys to error bodies. Default: the three known ones.
	ErrorKeys Reading = "error-keys"
	// OptionsAnswer answers OPTIONS with 200 and no body. Default: 405.10.
	OptionsAnswer Reading = "options-answer"

	// SDKLists serves the lists that only the vendor's SDK knows, such as
	// GET /productphotos. Default: 405.10.
	SDKLists Reading = "sdk-lists"

	// NullItems writes the items of an empty list as null. Default: [].
	NullItems Reading = "null-items"

	// FixedWindows counts the limits by the minutes of the server's clock.
	// Default: in every sliding minute, which is stricter.
	FixedWindows Reading = "fixed-windows"
	// LimitsByParent counts a path below another resource for that one.
	// Default: for the last part of the path that is no id.
	LimitsByParent Reading = "limits-by-parent"
	// RetryAfterHeader adds Retry-After to 429. Default: no such header.
	RetryAfterHeader Reading = "retry-after"

	// StockModifies lets changes of stock, of combinations and of linked values
	// move products.modifydate. Default: they do not.
	StockModifies Reading = "stock-modifies"
	// OrdersKeepStock keeps stock when an order is completed. Default: a
	// completed order lowers it, also one that the API posted.
	OrdersKeepStock Reading = "orders-keep-stock"
	// CancelRestocks puts stock back when an order becomes cancelled (status 8).
	// Default: it does not.
	CancelRestocks Reading = "cancel-restocks"
	// RemadeCombinations makes all combinations of a product anew when a value is
	// linked or unlinked: new ids, no numbers, no stock. Default: those that keep
	// their set of values survive.
	RemadeCombinations Reading = "remade-combinations"
	// RoundedRows adds up the rows of an order as they are shown, rounded to cents.
	// Default: the exact amounts; the sum is rounded.
	RoundedRows Reading = "rounded-rows"
	// UsersKept answers 500.70 to the DELETE of a user that has orders. Default: it
	// is deleted.
	UsersKept Reading = "users-kept"
	// Trash keeps a deleted product readable by its id. Default: it is gone.
	Trash Reading = "trash"
	// NoFallback shows "" for a text without a translation. Default: the text of
	// the shop's main language.
	NoFallback Reading = "no-fallback"
	// PostWritesLanguage lets a POST write the language of accept-language.
	// Default: the shop's main language.
	PostWritesLanguage Reading = "post-writes-language"

	// PartnerKey lets the key create credentials for shops. Default: refused.
	PartnerKey Reading = "partner-key"
	// UnsignedWebhooks sends webhooks without x-hash. Default: signed over
	// `address|body` with the key of the webhook.
	UnsignedWebhooks Reading = "unsigned-webhooks"
	// FullWebhooks sends the whole document with every event. Default: `id` only,
	// but for orders, whose payload is known.
	FullWebhooks Reading = "full-webhooks"
)

// Readings returns all readings.
func Readings() []Reading {
	return []Reading{
		EmptyLastPage, PageRefusal, NewestFirst, MorePaging, ParameterErrors, ExclusiveMaxDates, DaysOnly,
		HrefOnlyLinks, AlwaysExpanded, SparseDocuments, SDKKeys, TextNumbers, LowerStockType, MerchantObject, OptionsInRowName,
		TillOrders,
		LenientBodies, SameValueErrors, UniqueNumbers, NamesCreate, SignedErrors, ErrorKeys, OptionsAnswer, SDKLists,
		NullItems, FixedWindows, LimitsByParent, RetryAfterHeader,
		StockModifies, OrdersKeepStock, CancelRestocks, RemadeCombinations, RoundedRows, UsersKept, Trash, NoFallback, PostWritesLanguage,
		PartnerKey, UnsignedWebhooks, FullWebhooks,
	}
}

// With sets readings. Unknown ones panic.
func With(readings ...Reading) Option {
	for _, s := range readings {
		if !slices.Contains(Readings(), s) {
			panic(fmt.Sprintf("salespostest: no reading %q", s))
		}
	}
	return func(c *config) {
		for _, s := range readings {
			c.readings[s] = true
		}
	}
}
