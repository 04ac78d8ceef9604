package ecwidtest

import (
	"math/big"
	"net/http"
	"slices"
	"time"
)

func defaultProfile() object {
	return mustParse("profile", `{
		"generalInfo": {"storeId": 1003, "storeUrl": "https://shop.example.com", "storefrontUrlFormat": "CLEAN"},
		"account": {"accountName": "Example", "accountEmail": "owner@example.com", "suspended": false,
			"availableFeatures": ["API", "COMBINATIONS", "INVENTORY_TRACKING", "CUSTOMER_GROUPS", "COST_PRICE_FEATURE"],
			"limitsAndRestrictions": {}},
		"settings": {"closed": false, "storeName": "Example", "hideOutOfStockProductsInStorefront": false,
			"allowPreordersForOutOfStockProducts": false},
		"featureToggles": [
			{"name": "ALLOW_EMPTY_AND_NON_UNIQUE_SKU", "visible": true, "enabled": false},
			{"name": "RANDOM_ORDER_IDS", "visible": true, "enabled": true},
			{"name": "CONSECUTIVE_ORDER_IDS", "visible": true, "enabled": false}],
		"company": {"companyName": "Example", "email": "owner@example.com", "street": "Main 1", "city": "Berlin",
			"countryCode": "DE", "postalCode": "10115", "stateOrProvinceCode": "BE", "phone": ""},
		"formatsAndUnits": {"currency": "EUR", "currencyPrecision": 2, "currencyPrefix": "", "currencySuffix": " EUR",
			"currencyGroupSeparator": " ", "currencyDecimalSeparator": ".", "currencyTruncateZeroFractional": false,
			"currencyRate": 1, "weightUnit": "KILOGRAM", "weightPrecision": 3, "dimensionsUnit": "CM",
			"volumeUnit": "ML", "timezone": "Europe/Berlin", "dateFormat": "dd.MM.yyyy", "timeFormat": "HH:mm",
			"orderNumberPrefix": "", "orderNumberSuffix": "", "orderNumberMinDigitsAmount": 0,
			"orderNumberNextNumber": 1},
		"languages": {"enabledLanguages": ["en"], "defaultLanguage": "en"},
		"taxSettings": {"automaticTaxEnabled": false, "pricesIncludeTax": true, "taxes": []},
		"taxes": [], "zones": []}`)
}

// getProfile shows storefront tokens less.
func (s *Server) getProfile(c *call) (any, error) {
	out := s.showProfile()
	if c.access.public {
		delete(out, "account")
		delete(out, "featureToggles")
	}
	return out, nil
}

// editProfile merges; a null takes a key out.
func (s *Server) editProfile(patch object) {
	next := cloneObject(s.profile)
	edit(next, patch)
	s.profile = next
	s.profileChanged = s.now()
	s.touched = true
	s.announce("profile.updated", storeID, nil)
}

func (s *Server) toggle(name string) bool {
	for _, t := range objectsOf(s.profile, "featureToggles") {
		if textOf(t, "name") == name {
			return boolOf(t, "enabled")
		}
	}
	return false
}

func (s *Server) setToggle(name string, enabled bool) {
	next := cloneObject(s.profile)
	for _, t := range objectsOf(next, "featureToggles") {
		if textOf(t, "name") == name {
			t["enabled"] = enabled
		}
	}
	s.profile = next
}

func (s *Server) hasFeature(name string) bool {
	return slices.Contains(listOf(objectOf(s.profile, "account"), "availableFeatures"), any(name))
}

func (s *Server) precision() int {
	return int(intOf(objectOf(s.profile, "formatsAndUnits"), "currencyPrecision"))
}

func (s *Server) taxSettings() object { return objectOf(s.profile, "taxSettings") }

// taxFactor is what a net price of a product is multiplied with to show it
// with tax.
func (s *Server) taxFactor(tax object) *big.Rat {
	percent := new(big.Rat)
	for _, t := range objectsOf(s.taxSettings(), "taxes") {
		applies := boolOf(t, "appliedByDefault") || slices.Contains(intsOf(tax, "enabledManualTaxes"), intOf(t, "id"))
		if boolOf(t, "enabled") && !boolOf(t, "includeInPrice") && applies {
			percent.Add(percent, ratOf(t, "defaultTax"))
		}
	}
	if !boolOf(tax, "taxable") || boolOf(s.taxSettings(), "pricesIncludeTax") {
		return big.NewRat(1, 1)
	}
	return percent.Add(percent.Quo(percent, big.NewRat(100, 1)), big.NewRat(1, 1))
}

// checkTaxes refuses manual taxes that cannot be assigned.
func (s *Server) checkTaxes(patch object) error {
	for _, id := range intsOf(objectOf(patch, "tax"), "enabledManualTaxes") {
		usable := slices.ContainsFunc(objectsOf(s.taxSettings(), "taxes"), func(t object) bool {
			return intOf(t, "id") == id && boolOf(t, "enabled")
		})
		if boolOf(s.taxSettings(), "automaticTaxEnabled") || !usable {
			return fail(http.StatusConflict, "", "Tax #%d cannot be assigned", id)
		}
	}
	return nil
}

func (s *Server) latestStats(c *call) (any, error) {
	out := object{
		"productsUpdated":        s.stamp(max(s.products.changed, s.categories.changed)),
		"categoriesUpdated":      s.stamp(s.categories.changed),
		"ordersUpdated":          s.stamp(s.orders.changed),
		"customersUpdated":       s.stamp(s.customers.changed),
		"profileUpdated":         s.stamp(s.profileChanged),
		"discountCouponsUpdated": s.stamp(0),
		"abandonedSalesUpdated":  s.stamp(0),
	}
	for parameter, key := range map[string]string{
		"reviewsUpdatesRequired": "reviewsUpdated", "domainsRequired": "domainsUpdated",
		"subscriptionRequired": "subscriptionsUpdated",
	} {
		wanted, err := c.is(parameter)
		if err != nil {
			return nil, err
		}
		if wanted {
			out[key] = s.stamp(0)
		}
	}
	counts := map[string]*table{"product": s.products, "category": s.categories}
	for name, t := range counts {
		wanted, err := c.is(name + "CountRequired")
		if err != nil {
			return nil, err
		}
		if wanted {
			out[name+"Count"] = number(int64(len(t.live.rows)))
		}
	}
	return out, nil
}

func (s *Server) deletedProducts(c *call) (any, error)  { return s.deleted(c, s.products) }
func (s *Server) deletedOrders(c *call) (any, error)    { return s.deleted(c, s.orders) }
func (s *Server) deletedCustomers(c *call) (any, error) { return s.deleted(c, s.customers) }

// nothingDeleted is the feed of records that the server does not keep.
func (s *Server) nothingDeleted(c *call) (any, error) { return s.deleted(c, &table{}) }

// deleted pages through what a table lost. Without a limit a page has 10
// entries, the smaller of the two defaults that are documented.
func (s *Server) deleted(c *call, t *table) (any, error) {
	offset, limit, err := s.page(c, 10)
	if err != nil {
		return nil, err
	}
	window, err := c.spanParam("from_date", "to_date")
	if err != nil {
		return nil, err
	}
	rows := []*row{}
	for _, g := range t.gone {
		old := s.now()-g.at > int64(30*24*time.Hour/time.Second)
		if !window.holds(g.at) || old && s.cfg.reads(DeletionsForgotten) {
			continue
		}
		entry := object{"id": number(g.id), "date": s.stamp(g.at)}
		if g.orderID != "" {
			entry["orderId"] = g.orderID
		}
		rows = append(rows, &row{version: &version{id: g.id, doc: entry}})
	}
	return pageOf(rows, offset, limit, func(v *version) object { return v.doc }), nil
}
