package ecwid

import (
	"errors"
	"time"
)

// CustomerSort is an order of customers.
type CustomerSort string

// Values of CustomerSort; the store's default is by name.
const (
	CustomersByNameAsc        CustomerSort = "NAME_ASC"
	CustomersByNameDesc       CustomerSort = "NAME_DESC"
	CustomersByEmailAsc       CustomerSort = "EMAIL_ASC"
	CustomersByEmailDesc      CustomerSort = "EMAIL_DESC"
	CustomersByOrderCountAsc  CustomerSort = "ORDER_COUNT_ASC"
	CustomersByOrderCountDesc CustomerSort = "ORDER_COUNT_DESC"
	CustomersByRegisteredAsc  CustomerSort = "REGISTERED_DATE_ASC"
	CustomersByRegisteredDesc CustomerSort = "REGISTERED_DATE_DESC"
	CustomersByUpdatedAsc     CustomerSort = "UPDATED_DATE_ASC"
	CustomersByUpdatedDesc    CustomerSort = "UPDATED_DATE_DESC"
	CustomersBySalesValueAsc  CustomerSort = "SALES_VALUE_ASC"
	CustomersBySalesValueDesc CustomerSort = "SALES_VALUE_DESC"
	CustomersByFirstOrderAsc  CustomerSort = "FIRST_ORDER_DATE_ASC"
	CustomersByFirstOrderDesc CustomerSort = "FIRST_ORDER_DATE_DESC"
	CustomersByLastOrderAsc   CustomerSort = "LAST_ORDER_DATE_ASC"
	CustomersByLastOrderDesc  CustomerSort = "LAST_ORDER_DATE_DESC"
)

// CustomerListOptions filters a list of customers; the filters combine with
// AND.
type CustomerListOptions struct {
	// Keyword is searched in names and e-mail addresses, Name in names.
	Keyword, Name string
	// Email is a search term, with UseExactEmailMatch the whole address. Its
	// letter case is not documented: compare what comes without it.
	Email              string
	UseExactEmailMatch bool
	// Phone is a part of a number in shipping addresses and contacts.
	Phone string
	// City and the four after it look into the shipping addresses.
	City, PostalCode, StateOrProvinceCode string
	CountryCodes                          []string
	CompanyName                           string

	AcceptMarketing   *bool
	Lang              string
	CustomerGroupIDs  []CustomerGroupID
	MinOrderCount     *int
	MaxOrderCount     *int
	MinSalesValue     *Amount
	MaxSalesValue     *Amount
	PurchasedProducts []ProductID
	Kind              CustomerKind
	TaxExempt         *bool

	// CreatedFrom and CreatedTo restrict the registration, or the first order
	// of a guest. All four have a resolution of one second.
	CreatedFrom, CreatedTo, UpdatedFrom, UpdatedTo time.Time
	SortBy                                         CustomerSort
	Offset                                         int
	// Limit is the page size, 1 to MaxPageSize; 0 means MaxPageSize.
	Limit int
	// ResponseFields restricts the answer, for example
	// "total,items(id,email)".
	ResponseFields string
}

func (o *CustomerListOptions) listing() listing {
	l := newListing("GET /customers", "customers")
	if o == nil {
		return l
	}
	var f filters
	o.addPerson(&f)
	o.addSales(&f)
	f.instant("createdFrom", o.CreatedFrom)
	f.instant("createdTo", o.CreatedTo)
	f.instant("updatedFrom", o.UpdatedFrom)
	f.instant("updatedTo", o.UpdatedTo)
	f.text("sortBy", string(o.SortBy))
	l.paged(f, o.Offset, o.Limit, o.ResponseFields)
	return l
}

// addPerson adds the filters for who the customer is.
func (o *CustomerListOptions) addPerson(f *filters) {
	if o.UseExactEmailMatch && o.Email == "" {
		f.err = errors.New("UseExactEmailMatch needs Email")
	}
	f.text("keyword", o.Keyword)
	f.text("name", o.Name)
	f.text("email", o.Email)
	f.on("useExactEmailMatch", o.UseExactEmailMatch)
	f.text("phone", o.Phone)
	f.text("city", o.City)
	f.text("postalCode", o.PostalCode)
	f.text("stateOrProvinceCode", o.StateOrProvinceCode)
	list(f, "countryCodes", o.CountryCodes)
	f.text("companyName", o.CompanyName)
}

// addSales adds the filters for how one does business with the customer.
func (o *CustomerListOptions) addSales(f *filters) {
	f.flag("acceptMarketing", o.AcceptMarketing)
	f.text("lang", o.Lang)
	list(f, "customerGroupIds", o.CustomerGroupIDs)
	f.count("minOrderCount", o.MinOrderCount)
	f.count("maxOrderCount", o.MaxOrderCount)
	f.amount("minSalesValue", o.MinSalesValue)
	f.amount("maxSalesValue", o.MaxSalesValue)
	list(f, "purchasedProductIds", o.PurchasedProducts)
	f.text("b2b_b2c", string(o.Kind))
	f.flag("taxExempt", o.TaxExempt)
}
