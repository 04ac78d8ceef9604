package salespostest

import (
	"fmt"
	"slices"
)

// Switch is the other answer to a question that the vendor's documentation
// leaves open. [With] sets it; its text is its name on a command line.
type Switch string

// The switches. Each comment says what the server does when it is set and, in
// the end, what it does by default.
const (
	// EmptyLastPage gives a last page that is exactly full a `next` link, which
	// leads to an empty page. Default: `next` is null there.
	EmptyLastPage Switch = "empty-last-page"
	// PageRefusal answers 400 to a size above the cap. Default: it is cut.
	PageRefusal Switch = "page-refusal"
	// NewestFirst lists without `orderby` by id descending. Default: ascending.
	NewestFirst Switch = "newest-first"
	// MorePaging pages /cashups and /redirects. Default: they list everything.
	MorePaging Switch = "more-paging"
	// ParameterErrors answers 400 to an unknown parameter, `expand` or `orderby`.
	// Default: they are ignored.
	ParameterErrors Switch = "parameter-errors"
	// ExclusiveMaxDates leaves the day of a `max_…date` out. Default: it is in.
	ExclusiveMaxDates Switch = "exclusive-max-dates"

	// HrefOnlyLinks leaves `collection` out of links that were not expanded.
	// Default: it is there and empty, which a client must not read as "none".
	HrefOnlyLinks Switch = "href-only-links"
	// AlwaysExpanded fills `collection` without `expand`. Default: see above.
	AlwaysExpanded Switch = "always-expanded"
	// SparseDocuments leaves out keys that are null. Default: they are there.
	SparseDocuments Switch = "sparse-documents"
	// SDKKeys leaves out the keys that the vendor's SDK of 2025 does not name
	// any more. Default: they are there.
	SDKKeys Switch = "sdk-keys"
	// TextNumbers writes numbers of documents as text. Default: as numbers, but
	// for `order.user.id` and `invoicerows.invoice_id`.
	TextNumbers Switch = "text-numbers"
	// LowerStockType writes `stocktype` in lower case. Default: `Product`.
	LowerStockType Switch = "lower-stocktype"
	// MerchantObject answers /webshops/{id}/merchant with the object. Default: a
	// collection of one.
	MerchantObject Switch = "merchant-object"
	// OptionsInRowName adds the chosen options to `product_name` of an order row.
	// Default: it is the name of the product.
	OptionsInRowName Switch = "options-in-row-name"

	// LenientBodies ignores unknown keys and nulls of a body. Default: 400.
	LenientBodies Switch = "lenient-bodies"
	// SameValueErrors answers 500.50 to a PATCH or PUT that changes nothing.
	// Default: 204.
	SameValueErrors Switch = "same-value-errors"
	// UniqueNumbers answers 500.40 to a `productnumber` that another product has.
	// Default: numbers repeat.
	UniqueNumbers Switch = "unique-numbers"
	// NamesCreate makes a brand or condition that a product names and that does
	// not exist. Default: the product keeps the name only.
	NamesCreate Switch = "names-create"
	// SignedErrors signs error answers too. Default: only 2xx.
	SignedErrors Switch = "signed-errors"
	// ErrorKeys adds further keys to error bodies. Default: the three known ones.
	ErrorKeys Switch = "error-keys"
	// OptionsAnswer answers OPTIONS with 200 and no body. Default: 405.10.
	OptionsAnswer Switch = "options-answer"

	// FixedWindows counts the limits by the minutes of the server's clock.
	// Default: in every sliding minute, which is stricter.
	FixedWindows Switch = "fixed-windows"
	// LimitsByParent counts a path below another resource for that one.
	// Default: for the last part of the path that is no id.
	LimitsByParent Switch = "limits-by-parent"
	// RetryAfterHeader adds Retry-After to 429. Default: no such header.
	RetryAfterHeader Switch = "retry-after"

	// StockModifies lets changes of stock, of combinations and of linked values
	// move products.modifydate. Default: they do not.
	StockModifies Switch = "stock-modifies"
	// OrdersKeepStock keeps stock when an order is completed. Default: a
	// completed order lowers it, also one that the API posted.
	OrdersKeepStock Switch = "orders-keep-stock"
	// CancelRestocks puts stock back when an order becomes cancelled (status 8).
	// Default: it does not.
	CancelRestocks Switch = "cancel-restocks"
	// RemadeCombinations makes all combinations of a product anew when a value is
	// linked or unlinked: new ids, no numbers, no stock. Default: those that keep
	// their set of values survive.
	RemadeCombinations Switch = "remade-combinations"
	// Trash keeps a deleted product readable by its id. Default: it is gone.
	Trash Switch = "trash"
	// NoFallback shows "" for a text without a translation. Default: the text of
	// the shop's main language.
	NoFallback Switch = "no-fallback"
	// PostWritesLanguage lets a POST write the language of accept-language.
	// Default: the shop's main language.
	PostWritesLanguage Switch = "post-writes-language"

	// PartnerKey lets the key create credentials for shops. Default: refused.
	PartnerKey Switch = "partner-key"
	// UnsignedWebhooks sends webhooks without x-hash. Default: signed over
	// `address|body` with the key of the webhook.
	UnsignedWebhooks Switch = "unsigned-webhooks"
	// FullWebhooks sends the whole document with every event. Default: `id` only,
	// but for orders, whose payload is known.
	FullWebhooks Switch = "full-webhooks"
)

// Switches returns all switches.
func Switches() []Switch {
	return []Switch{
		EmptyLastPage, PageRefusal, NewestFirst, MorePaging, ParameterErrors, ExclusiveMaxDates,
		HrefOnlyLinks, AlwaysExpanded, SparseDocuments, SDKKeys, TextNumbers, LowerStockType, MerchantObject, OptionsInRowName,
		LenientBodies, SameValueErrors, UniqueNumbers, NamesCreate, SignedErrors, ErrorKeys, OptionsAnswer,
		FixedWindows, LimitsByParent, RetryAfterHeader,
		StockModifies, OrdersKeepStock, CancelRestocks, RemadeCombinations, Trash, NoFallback, PostWritesLanguage,
		PartnerKey, UnsignedWebhooks, FullWebhooks,
	}
}

// With sets switches. Unknown ones panic.
func With(switches ...Switch) Option {
	for _, s := range switches {
		if !slices.Contains(Switches(), s) {
			panic(fmt.Sprintf("salespostest: no switch %q", s))
		}
	}
	return func(c *config) {
		for _, s := range switches {
			c.switches[s] = true
		}
	}
}
