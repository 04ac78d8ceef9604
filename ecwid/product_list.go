package ecwid

import (
	"strconv"
	"time"
)

// ProductSort is an order of products.
type ProductSort string

// Values of ProductSort. A pass over changes needs one of the first two.
const (
	ByUpdatedTimeAsc  ProductSort = "UPDATED_TIME_ASC"
	ByAddedTimeAsc    ProductSort = "ADDED_TIME_ASC"
	ByUpdatedTimeDesc ProductSort = "UPDATED_TIME_DESC"
	ByAddedTimeDesc   ProductSort = "ADDED_TIME_DESC"
	ByNameAsc         ProductSort = "NAME_ASC"
	ByNameDesc        ProductSort = "NAME_DESC"
	ByPriceAsc        ProductSort = "PRICE_ASC"
	ByPriceDesc       ProductSort = "PRICE_DESC"
	ByRelevance       ProductSort = "RELEVANCE" // with Keyword
	ByStoreOwner      ProductSort = "DEFINED_BY_STORE_OWNER"
)

// SearchMethod is how Keyword counts.
type SearchMethod string

// Values of SearchMethod.
const (
	SearchStorefront   SearchMethod = "STOREFRONT"
	SearchControlPanel SearchMethod = "CP"
)

// ProductListOptions filters a list of products; the filters combine with AND.
// Lists are served from an index that lags behind writes by up to minutes, but
// not when they are asked for ProductIDs.
type ProductListOptions struct {
	// ProductIDs are exact; every other filter is ignored then.
	ProductIDs []ProductID
	// SKU is an exact SKU of a product or of one of its variations; the other
	// filters are ignored then.
	SKU string
	// ExternalReferenceID is that of a product or of one of its variations.
	ExternalReferenceID string
	// Keyword is searched in names, descriptions, SKUs, options, attributes and
	// names of categories: whole words, with a trailing * their beginning.
	Keyword      string
	SearchMethod SearchMethod
	// Categories are joined with OR; 0 is the front page of the store.
	Categories []CategoryID
	// Subcategories includes the products below Categories.
	Subcategories bool
	// PriceFrom and PriceTo are on the tax basis of the store.
	PriceFrom, PriceTo *Amount
	// CreatedFrom and the three after it have a resolution of one second;
	// whether they include their second is not documented.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	// Enabled nil gives enabled and disabled products.
	Enabled *bool
	// InStock asks whether the product or any variation can be bought.
	InStock             *bool
	OnSale              *bool // has a CompareToPrice
	DiscountsAllowed    *bool
	VisibleInStorefront *bool
	CustomerSetsPrice   *bool
	GiftCard            *bool
	// Attributes and Options ask, for each name, for any of the values.
	Attributes, Options map[string][]string
	// ManualTaxes are those a product lists itself; 0 asks for none.
	ManualTaxes    []TaxID
	TaxClassCodes  []string
	SortBy         ProductSort
	Lang           string // see ReadOptions
	URLs           URLOptions
	Offset         int
	Limit          int // the page size, 1 to MaxPageSize; 0 means MaxPageSize
	ResponseFields string
}

func (o *ProductListOptions) listing() listing {
	l := newListing("GET /products", "products")
	if o == nil {
		return l
	}
	f := o.search()
	f.text("sortBy", string(o.SortBy))
	f.text("lang", o.Lang)
	o.URLs.add(&f)
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// search has the parameters that select products.
func (o *ProductListOptions) search() filters {
	var f filters
	list(&f, "productId", o.ProductIDs)
	f.text("sku", o.SKU)
	f.text("externalReferenceId", o.ExternalReferenceID)
	f.text("keyword", o.Keyword)
	f.text("searchMethod", string(o.SearchMethod))
	list(&f, "categories", o.Categories)
	f.on("includeProductsFromSubcategories", o.Subcategories)
	f.amount("priceFrom", o.PriceFrom)
	f.amount("priceTo", o.PriceTo)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.flag("enabled", o.Enabled)
	f.flag("inStock", o.InStock)
	f.either("onsale", o.OnSale, "onsale", "notonsale")
	f.flag("discountsAllowed", o.DiscountsAllowed)
	f.flag("visibleInStorefront", o.VisibleInStorefront)
	f.flag("isCustomerSetPrice", o.CustomerSetsPrice)
	f.flag("isGiftCard", o.GiftCard)
	f.lists("attribute_", o.Attributes)
	f.lists("option_", o.Options)
	list(&f, "enabledManualTaxes", taxNames(o.ManualTaxes))
	list(&f, "taxClassCodes", o.TaxClassCodes)
	return f
}

// taxNames are ids as a filter takes them.
func taxNames(ids []TaxID) []string {
	if ids == nil {
		return nil
	}
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		if id == 0 {
			names = append(names, "none")
			continue
		}
		names = append(names, strconv.FormatInt(int64(id), 10))
	}
	return names
}
