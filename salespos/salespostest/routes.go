package salespostest

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// call is one request on its way through a handler.
type call struct {
	w      *world
	method string
	path   string // relative to the API, without a slash at either end
	query  string // as it stood in the request
	params url.Values
	ids    []int64 // numbers in the path
	body   []byte
	root   string // absolute URL of the API with a slash at its end

	language string // of accept-language, "" for the main language of the shop
}

// reply is a successful answer.
type reply struct {
	status int
	body   []byte
}

type handler func(*call) (*reply, *apiError)

// splitPath returns the form of a path in the route table, where each number
// is a star, its numbers, and the last part that is none: the name under which
// the request is counted.
func splitPath(path string) (pattern string, ids []int64, last string) {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if id, err := strconv.ParseInt(part, 10, 64); err == nil && i > 0 {
			ids = append(ids, id)
			parts[i] = "*"
			continue
		}
		last = part
	}
	return strings.Join(parts, "/"), ids, last
}

// routeTable has a line for each path, with the verbs it knows. A star is an
// id. Handlers follow from the form of the path, see generic; special has the
// others. Paths without a verb are offered by the vendor's SDK but not
// documented: they answer 405.
const routeTable = `
-                                                    GET
products                                             GET POST
products/*                                           GET PATCH DELETE
brands/*/products                                    GET
suppliers/*/products                                 GET
conditions/*/products                                GET
categories/*/products                                GET
webshops/*/products                                  GET
productqueries                                       GET
productphotos
productphotos/*                                      GET PATCH DELETE
products/*/productphotos                             GET POST PUT
productattributevalues/*                             GET PATCH DELETE
products/*/productattributevalues                    GET POST
products/*/productattributesets                      GET
attributecombinations/*                              GET PATCH
products/*/attributecombinations                     GET
attributecombinationphotos/*                         GET PATCH DELETE
attributecombinations/*/attributecombinationphotos   GET POST
attributecombinations/*/attributes                   GET
attributecombinations/*/attributevalues              GET
attributes                                           GET POST
attributes/*                                         GET PATCH DELETE
attributevalues/*                                    GET PATCH DELETE
attributes/*/attributevalues                         GET POST
productpropertygroups                                GET POST
productpropertygroups/*                              GET PATCH DELETE
productproperties
productproperties/*                                  GET PATCH DELETE
productpropertygroups/*/productproperties            GET POST
productpropertyoptions
productpropertyoptions/*                             GET PATCH DELETE
productproperties/*/productpropertyoptions           GET POST
productpropertyvalues                                POST
productpropertyvalues/*                              GET PATCH DELETE
producttopropertygroups                              POST
producttopropertygroups/*                            GET DELETE
products/*/producttopropertygroups                   GET
producttocategories                                  POST
producttocategories/*                                GET PATCH DELETE
products/*/producttocategories                       GET
categories/*/producttocategories                     GET
productvariations/*                                  GET PATCH DELETE
products/*/productvariations                         GET POST
producttaxtariffexceptions/*                         GET PATCH DELETE
products/*/producttaxtariffexceptions                GET POST
products/*/productkeywords                           GET POST DELETE
products/*/productlabels                             GET PUT
productattachments/*                                 GET PATCH DELETE
products/*/productattachments                        GET POST
productrelevant/*                                    GET DELETE
products/*/productrelevant                           GET POST
productreviews                                       GET
productreviews/*                                     GET PATCH
products/*/productreviews                            GET POST
productstaggeredprices/*                             GET PATCH DELETE
products/*/productstaggeredprices                    GET POST
productvideos/*                                      GET PATCH DELETE
products/*/productvideos                             GET POST
products/*/productshippingcosts                      GET
brands                                               GET POST
brands/*                                             GET PATCH DELETE
suppliers                                            GET POST
suppliers/*                                          GET PATCH DELETE
conditions                                           GET POST
conditions/*                                         GET PATCH DELETE
colors                                               GET POST
colors/*                                             GET
packages                                             GET POST
packages/*                                           GET PATCH
categories                                           GET POST
categories/*                                         GET PATCH DELETE
categories/*/categories                              GET
categorytree                                         GET
labels                                               GET POST
labels/*                                             GET PATCH DELETE
redirects                                            GET POST
redirects/*                                          GET PATCH DELETE
orders                                               GET POST
orders/*                                             GET PATCH
orderrows/*                                          GET PATCH DELETE
orders/*/orderrows                                   GET POST PUT
orderrowattributevalues/*                            GET DELETE
orderrows/*/orderrowattributevalues                  POST PUT
ordernotes/*                                         GET DELETE
orders/*/ordernotes                                  GET POST
ordermessages/*                                      GET DELETE
orders/*/ordermessages                               GET POST
ordernotifications/*                                 GET
orders/*/ordernotifications                          GET POST
orders/*/orderlabels                                 GET PUT
invoices                                             GET
invoices/*                                           GET PATCH
orders/*/invoices                                    POST
invoicerows/*                                        GET
invoices/*/invoicerows                               GET
invoicenotifications/*                               GET
invoices/*/invoicenotifications                      GET POST
returns                                              GET
returns/*                                            GET
returnrows/*                                         GET
returns/*/returnrows                                 GET
users                                                GET POST
users/*                                              GET PATCH DELETE
usergroups/*/users                                   GET
webshops/*/users
usergroups                                           GET POST
usergroups/*                                         GET PATCH DELETE
paymethods                                           GET
webhooks                                             GET POST
webhooks/*                                           GET PATCH DELETE
webshops                                             GET
webshops/*                                           GET
products/*/webshops                                  GET POST PUT
webshops/*/webshops                                  GET
merchant/*/webshops                                  GET
webshops/*/settings                                  GET PUT
webshops/*/geozonecountries                          GET
merchant                                             GET
merchant/*                                           GET PATCH
webshops/*/merchant                                  GET
languages                                            GET POST
webshops/*/domains                                   GET
apps                                                 GET
apps/*                                               GET PATCH
appstorecategories                                   GET
appstorecategories/*                                 GET
appstorecategories/*/apps                            GET
credentials                                          GET
credentials/*                                        GET DELETE
webshops/*/credentials                               POST
discountcoupons                                      GET POST
discountcoupons/*                                    GET DELETE
cashups                                              GET POST
cashups/*                                            GET PATCH
fiscaltransactionsignatures
fiscaltransactionsignatures/*                        GET PATCH
orders/*/fiscaltransactionsignatures                 GET POST
`

// special are the handlers that do not follow from the form of a path.
func special() map[string]handler {
	return map[string]handler{
		"GET -":                                       (*call).rootCollection,
		"GET categories/*/products":                   (*call).categoryProducts,
		"GET webshops/*/products":                     (*call).shopProducts,
		"GET productqueries":                          (*call).productQueries,
		"GET products/*/productattributesets":         (*call).productAttributeSets,
		"GET attributecombinations/*/attributes":      ofCombination("attributes"),
		"GET attributecombinations/*/attributevalues": ofCombination("attributevalues"),
		"GET products/*/productvariations":            (*call).listVariations,
		"POST products/*/productkeywords":             (*call).addKeyword,
		"DELETE products/*/productkeywords":           (*call).clearKeywords,
		"GET products/*/productshippingcosts":         (*call).shippingCosts,
		"GET categorytree":                            (*call).categoryTree,
		"POST orders/*/orderrows":                     (*call).addRow,
		"PUT orders/*/orderrows":                      (*call).putRows,
		"POST orders/*/invoices":                      (*call).createInvoice,
		"GET products/*/webshops":                     (*call).productShops,
		"POST products/*/webshops":                    (*call).addProductShop,
		"PUT products/*/webshops":                     (*call).putProductShops,
		"GET merchant/*/webshops":                     (*call).merchantShops,
		"GET webshops/*/settings":                     (*call).getSettings,
		"PUT webshops/*/settings":                     (*call).putSettings,
		"GET webshops/*/geozonecountries":             (*call).geozoneCountries,
		"GET webshops/*/merchant":                     (*call).shopMerchant,
		"GET credentials":                             (*call).ownCredentials,
		"POST webshops/*/credentials":                 (*call).createCredentials,
	}
}

// routes reads the table of paths and verbs.
func routes(w *world) map[string]map[string]handler {
	all, own := map[string]map[string]handler{}, special()
	for line := range strings.Lines(strings.TrimSpace(routeTable)) {
		cols := strings.Fields(line)
		verbs := map[string]handler{}
		for _, verb := range cols[1:] {
			handle, ok := own[verb+" "+cols[0]]
			if !ok {
				handle = generic(w, verb, strings.Split(cols[0], "/"))
			}
			verbs[verb] = handle
		}
		if len(verbs) == 0 && w.reads(SDKLists) {
			verbs[http.MethodGet] = list(path.Base(cols[0]))
		}
		all[strings.TrimPrefix(cols[0], "-")] = verbs
	}
	return all
}

// offered are the names of all resources, in the order of the table.
func offered() []string {
	var names []string
	for line := range strings.Lines(routeTable) {
		cols := strings.Fields(line)
		if len(cols) < 2 || cols[0] == "-" {
			continue
		}
		if _, _, name := splitPath(strings.ReplaceAll(cols[0], "*", "1")); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// generic is the handler of `name`, `name/*` or `parent/*/name`.
func generic(w *world, verb string, path []string) handler {
	name := path[0]
	if len(path) == 3 {
		w.table(path[2]).res.keyOf(name) // panics when they have nothing to do with each other
	}
	switch form := strconv.Itoa(len(path)) + " " + verb; form {
	case "1 GET":
		return list(name)
	case "1 POST":
		return create(name)
	case "2 GET":
		return get(name)
	case "2 PATCH":
		return patch(name)
	case "2 DELETE":
		return drop(name)
	case "3 GET":
		return listIn(name, path[2])
	case "3 POST":
		return createIn(name, path[2])
	case "3 PUT":
		return replaceIn(name, path[2])
	default:
		panic("salespostest: route table: no handler for " + verb + " " + strings.Join(path, "/"))
	}
}
