package ecwidtest_test

import (
	"testing"

	"github.com/tillsync/tillsync/ecwid/ecwidtest"
)

// catalogue has a tree of categories and products that differ in every filter.
func catalogue(opts ...ecwidtest.Option) *ecwidtest.Server {
	s := ecwidtest.New(append(opts, ecwidtest.WithProfile(`{"taxSettings":{"taxes":[{"id":3,"enabled":true}]}}`))...)
	s.Add("categories", `{"id":10,"name":"Drinks"}`)
	s.Add("categories", `{"id":11,"name":"Tea","parentId":10}`)
	s.Add("products", `{"id":1,"name":"Green","price":5,"quantity":3,"categoryIds":[11],"compareToPrice":9,
		"tax":{"enabledManualTaxes":[3],"taxClassCode":"food"},"attributes":[
		{"id":5002,"name":"Brand","type":"BRAND","value":"Leaf","show":"DESCR"}],
		"options":[{"name":"Size","type":"SWATCHES","choices":[{"text":"S","hexCodes":["#00ff00"]},{"text":"L"}]}]}`)
	s.Add("products", `{"id":2,"name":"Black","price":8,"quantity":0,"categoryIds":[10,11],"discountsAllowed":false,
		"outOfStockVisibilityBehaviour":"HIDE","attributes":[
		{"id":5002,"name":"Brand","type":"BRAND","value":"Leaf","show":"NOTSHOW"}]}`)
	s.Add("products", `{"id":3,"name":"Card","price":2.5,"enabled":false,"isGiftCard":true,"nameYourPriceEnabled":true,
		"attributes":[{"id":5002,"name":"Brand","type":"BRAND","value":"Gift","show":"DESCR"}]}`)
	return s
}

func TestProductFilters(t *testing.T) {
	t.Parallel()
	s := catalogue()
	for query, want := range map[string][]int64{
		"category=11": {1, 2}, "category=10": {2}, "categories=10,11": {1, 2}, "category=0": {3},
		"category=10&includeProductsFromSubcategories=true": {1, 2}, "category=10&withSubcategories=true": {1, 2},
		"priceFrom=2.50&priceTo=5": {1, 3}, "priceFrom=5.01": {2}, "inStock=true": {1, 3}, "inStock=false": {2},
		"inventory=instock": {1, 3}, "inventory=outofstock": {2}, "onsale=onsale": {1}, "onsale=notonsale": {2, 3},
		"discountsAllowed=false": {2}, "visibleInStorefront=true": {1}, "isCustomerSetPrice=true": {3},
		"isGiftCard=true": {3}, "enabled=false": {3}, "enabledManualTaxes=3": {1}, "enabledManualTaxes=none": {2, 3},
		"enabledManualTaxes=none,3": {1, 2, 3}, "taxClassCodes=food,other": {1}, "attribute_Brand=Leaf": {1, 2},
		"attribute_Brand=Leaf,Gift&priceTo=5": {1, 3}, "option_Size=L": {1}, "option_Size=M": {},
		"keyword=leaf": {1}, "keyword=le*": {1}, "searchMethod=CP&keyword=green": {1},
	} {
		t.Run(query, func(t *testing.T) {
			t.Parallel()
			wantIDs(t, get(t, s, "/products?"+query), want...)
		})
	}
	for _, query := range []string{
		"category=x", "priceFrom=x", "inStock=x", "inventory=some", "onsale=x", "enabledManualTaxes=x",
		"withSubcategories=x",
	} {
		refused(t, s, "GET", "/products?"+query, "", 400, "WRONG_PARAMETER")
	}
}

func TestPublicToken(t *testing.T) {
	t.Parallel()
	s := catalogue()
	token := s.AddPublicToken()
	wantIDs(t, as(t, s, s.Token(), "/products"), 1, 2, 3)
	wantIDs(t, as(t, s, token, "/products"), 1, 2)
	wantIDs(t, as(t, s, token, "/products?productId=1,3"), 1)
	as(t, s, token, "/products/2").is("[]", "attributes")
	as(t, s, token, "/profile").is("", "account")
	if a := as(t, s, token, "/products/3"); a.status != 404 {
		t.Errorf("a disabled product: got %d", a.status)
	}
	if a := as(t, s, token, "/customers"); a.status != 403 {
		t.Errorf("customers: got %d", a.status)
	}
	for body, want := range map[string]int{
		`{"paymentStatus":"INCOMPLETE","privateAdminNotes":"x"}`: 200, `{"paymentStatus":"AWAITING_PAYMENT"}`: 200,
		`{"paymentStatus":"PAID"}`: 400, `{"fulfillmentStatus":"SHIPPED"}`: 400,
	} {
		if a := sendAs(t, s, token, "POST", "/orders", body); a.status != want {
			t.Errorf("%s: got %d %s", body, a.status, a.raw)
		}
	}
	get(t, s, "/orders?paymentStatus=INCOMPLETE").is("", "items", 0, "privateAdminNotes")
}

func TestSortOrders(t *testing.T) {
	t.Parallel()
	s := catalogue()
	get(t, s, "/products/sort?parentCategory=11").is(`{"sortedIds":[1,2]}`)
	ok(t, s, "PUT", "/products/sort?parentCategory=11", `{"sortedIds":[2]}`)
	get(t, s, "/products/sort?parentCategory=11").is(`{"sortedIds":[2,1]}`)
	wantIDs(t, get(t, s, "/products?category=11"), 2, 1)
	wantIDs(t, get(t, s, "/products?category=11&sortBy=PRICE_ASC"), 1, 2)
	get(t, s, "/products/sort?parentCategory=0").is(`{"sortedIds":[3]}`)
	s.Add("products", `{"id":4}`)
	ok(t, s, "PUT", "/products/sort?parentCategory=0", `{"sortedIds":[4,3]}`)
	get(t, s, "/products/sort?parentCategory=0").is(`{"sortedIds":[4,3]}`)
	get(t, s, "/products/3").is("2", "showOnFrontpage")
	refused(t, s, "PUT", "/products/sort?parentCategory=11", `{"sortedIds":[3]}`, 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/products/sort", "", 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/products/sort?parentCategory=99", "", 404, "CATEGORIES_NOT_FOUND")
	s.Add("categories", `{"id":12,"name":"Coffee","parentId":10}`)
	get(t, s, "/categories/sort?parentCategory=10").is(`{"sortedIds":[11,12]}`)
	ok(t, s, "PUT", "/categories/sort?parentCategory=10", `{"sortedIds":[12,11]}`)
	wantIDs(t, get(t, s, "/categories?parent=10"), 12, 11)
}

func TestFacets(t *testing.T) {
	t.Parallel()
	s := catalogue()
	a := ok(t, s, "POST", "/products/filters",
		`{"params":{"filterFields":"price,inventory,onsale,categories,attribute_Brand,option_Size","enabled":"true"}}`)
	a.is(`2`, "productCount")
	a.is(`{"minValue":5,"maxValue":8,"status":"ENABLED"}`, "filters", "price")
	a.is(`[{"id":"instock","title":"instock","productCount":1},{"id":"outofstock","title":"outofstock","productCount":1}]`,
		"filters", "inventory", "values")
	a.is(`1`, "filters", "onsale", "values", 0, "productCount")
	a.is(`{"id":11,"title":"Tea","productCount":2}`, "filters", "categories", "values", 0)
	a.is(`[{"title":"Leaf","productCount":2}]`, "filters", "attribute_Brand", "values")
	a.is(`[{"title":"L","productCount":1},{"title":"S","productCount":1}]`, "filters", "option_Size", "values")
	get(t, s, `/products/filters?filterFields=attribute_A%5C,B&filterFacetLimit=1`).is(`"A,B"`, "filters", "attribute_A,B", "title")
	refused(t, s, "GET", "/products/filters", "", 400, "WRONG_PARAMETER")
	refused(t, s, "GET", "/products/filters?filterFields=colour", "", 400, "WRONG_PARAMETER")
}

func TestBrandsAndSwatches(t *testing.T) {
	t.Parallel()
	s := catalogue()
	a := get(t, s, "/brands")
	a.is("1", "total")
	a.is(`"Leaf"`, "items", 0, "name")
	get(t, s, "/brands?hidden_brands=true&sortBy=NAME_ASC").is(`"Gift"`, "items", 0, "name")
	get(t, s, "/brands?hiddenBrands=true").is(`"Leaf"`, "items", 0, "name")
	get(t, s, "/brands?hidden_brands=true&sortBy=PRODUCT_COUNT_ASC").is(`"Gift"`, "items", 0, "name")
	for _, p := range []string{"/swatches", "/swatches/recent-colors"} {
		get(t, s, p).is(`[{"name":"S","hexCode":"#00ff00","translations":{}}]`, "colors")
	}
}

func TestCategoriesByPath(t *testing.T) {
	t.Parallel()
	s := catalogue()
	s.Add("categories", `{"id":12,"name":"Tea"}`)
	wantIDs(t, get(t, s, "/categoriesByPath?path=Drinks+/+/Tea&delimiter=/"), 11)
	wantIDs(t, get(t, s, "/categoriesByPath?path=Tea&delimeter=%3E"), 12)
	wantIDs(t, get(t, s, "/categoriesByPath?path=Drinks%3ECoffee&delimiter=%3E"))
	refused(t, s, "GET", "/categoriesByPath?path=Tea", "", 400, "WRONG_PARAMETER")
}

func TestURLs(t *testing.T) {
	t.Parallel()
	s := catalogue()
	for query, want := range map[string]string{
		"": "https://shop.example.com/products/p1", "baseUrl=https://my.example/": "https://my.example/products/p1",
		"cleanUrls=false": "https://shop.example.com/#!/p/1", "slugsWithoutIds=true": "https://shop.example.com/products/green",
	} {
		get(t, s, "/products/1?"+query).is(`"`+want+`"`, "url")
	}
	get(t, s, "/categories/10?cleanURLs=false").is(`"https://shop.example.com/#!/c/10"`, "url")
	for _, p := range []string{"/products", "/products/1", "/categories", "/categories/10"} {
		refused(t, s, "GET", p+"?cleanUrls=perhaps", "", 400, "CLEAN_URLS_PARAMETER_IS_INVALID")
	}
}

func TestCustomerFilters(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("groups", `{"id":8,"name":"Gold"}`)
	s.Add("customers", `{"id":1,"email":"ada@example.org","lang":"de","taxExempt":true,"customerGroupId":8,
		"billingPerson":{"name":"Ada Example"},"shippingAddresses":[{"city":"Berlin","postalCode":"10115",
		"countryCode":"DE","stateOrProvinceCode":"BE","companyName":"Acme, Inc.","phone":"+49 30 1"}]}`)
	s.Add("customers", `{"id":2,"email":"bob@example.org","b2b_b2c":"b2b","acceptMarketing":false,
		"billingPerson":{"name":"Bob"},"contacts":[{"type":"PHONE","contact":"+49 40 2"}]}`)
	s.Add("products", `{"id":5}`)
	s.PlaceOrder(`{"email":"bob@example.org","total":20,"items":[{"productId":5}]}`)
	for query, want := range map[string][]int64{
		"keyword=ada": {1}, "keyword=example.org": {1, 2}, "name=bob": {2}, "email=BOB@": {2}, "phone=40": {2},
		"phone=30": {1}, "city=berlin": {1}, "postalCode=10115": {1}, "countryCodes=DE,NL": {1},
		"stateOrProvinceCode=BE": {1}, "companyName=Acme,+Inc.": {1}, "lang=de": {1}, "lang=en": {}, "acceptMarketing=true": {1},
		"acceptMarketing=false": {2}, "customerGroupIds=8": {1}, "customerGroup=0": {2}, "minOrderCount=1": {2},
		"maxOrderCount=0": {1}, "minSalesValue=19.99&maxSalesValue=20": {2}, "purchasedProductIds=5,6": {2},
		"b2b_b2c=b2b": {2}, "taxExempt=true": {1}, "sortBy=ORDER_COUNT_DESC": {2, 1}, "sortBy=SALES_VALUE_ASC": {1, 2},
		"sortBy=LAST_ORDER_DATE_DESC": {2, 1}, "sortBy=FIRST_ORDER_DATE_ASC": {1, 2},
	} {
		t.Run(query, func(t *testing.T) {
			t.Parallel()
			wantIDs(t, get(t, s, "/customers?"+query), want...)
		})
	}
	for _, query := range []string{"b2b_b2c=x", "minOrderCount=x", "taxExempt=x", "customerGroupIds=x", "sortBy=x"} {
		refused(t, s, "GET", "/customers?"+query, "", 400, "WRONG_PARAMETER")
	}
}

// TestSearchesSeeChangesElsewhere: what a search remembers does not outlive what
// it depends on.
func TestSearchesSeeChangesElsewhere(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("customers", `{"id":1,"email":"ada@example.org","lang":"de"}`)
	wantIDs(t, get(t, s, "/customers?lang=de"), 1)
	wantIDs(t, get(t, s, "/customers?lang=en"))
	s.Add("categories", `{"id":7,"name":"Drinks"}`)
	s.Add("categories", `{"id":8,"name":"Tea"}`)
	s.Add("products", `{"id":5,"categoryIds":[8]}`)
	const below = "/products?category=7&withSubcategories=true"
	wantIDs(t, get(t, s, below))
	ok(t, s, "PUT", "/categories/8", `{"parentId":7}`)
	wantIDs(t, get(t, s, below), 5)
}

func TestOrderFilters(t *testing.T) {
	t.Parallel()
	s := ecwidtest.New()
	s.Add("orders", `{"id":"A","internalId":1,"total":10,"email":"ada@example.org","customerId":9,"paymentStatus":"PAID",
		"pickupTime":"2026-02-01 10:00:00 +0000","paymentMethod":"Cash","paymentModule":"CUSTOM_PAYMENT_APP-x",
		"paymentReference":"ref","shippingOption":{"shippingMethodName":"Post"},"discountCoupon":{"code":"SALE"},
		"acceptMarketing":true,"privateAdminNotes":"call first","billingPerson":{"name":"Ada Example","street":"Main 1"},
		"items":[{"productId":5,"sku":"T-1","name":"Green tea","subscriptionId":4,"isPreorder":true,
		"selectedOptions":[{"name":"Size","value":"Huge"}]}]}`)
	s.Add("orders", `{"id":"B","internalId":2,"total":20,"createDate":"2026-01-01 00:00:00 +0000"}`)
	for query, want := range map[string]string{
		"totalFrom=10&totalTo=10": "A", "totalFrom=11": "B", "pickupTimeFrom=2026-02-01&pickupTimeTo=2026-02-02": "A",
		"paymentMethod=cash": "A", "paymentModule=CUSTOM_PAYMENT_APP-x": "A", "paymentReference=ref": "A",
		"shippingMethod=Post": "A", "couponCode=SALE": "A", "acceptMarketing=true": "A", "acceptMarketing=false": "B",
		"containsPreorderItems=true": "A", "subscriptionId=4,5": "A", "keywords=main": "A", "keywords=green+huge": "A",
		"keywords=T-1": "A", "keywords=call": "A", "keywords=B": "B", "customer=Ada+Example": "A",
		"customerId=9": "A", "email=ADA@example.org": "A", "customerId=9&email=ada@example.org": "A",
		"customerIdOrEmail=true&customerId=9&email=nobody@example.org": "A", "customerIdOrEmail=true&customerId=9": "A",
		"orderNumber=2&totalTo=1": "B",
		"vendorOrderNumber=A":     "A", "productId=5": "A", "createdTo=2026-01-01": "B",
	} {
		t.Run(query, func(t *testing.T) {
			t.Parallel()
			a := get(t, s, "/orders?"+query)
			a.is("1", "total")
			a.is(`"`+want+`"`, "items", 0, "id")
		})
	}
	for _, query := range []string{"totalFrom=x", "pickupTimeFrom=x", "acceptMarketing=x", "subscriptionId=x", "orderNumber=x", "customerIdOrEmail=9"} {
		refused(t, s, "GET", "/orders?"+query, "", 400, "WRONG_PARAMETER")
	}
}
