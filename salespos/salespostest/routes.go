package salespostest

import (
	"net/url"
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

// routes is the table of all paths and verbs.
func routes() map[string]map[string]handler {
	all := map[string]map[string]handler{"": {"GET": (*call).rootCollection}}
	for _, part := range []map[string]map[string]handler{
		catalogRoutes(), attributeRoutes(), categoryRoutes(), saleRoutes(), shopRoutes(),
	} {
		for pattern, verbs := range part {
			all[pattern] = verbs
		}
	}
	return all
}

func catalogRoutes() map[string]map[string]handler {
	return map[string]map[string]handler{
		"products": {"GET": list("products"), "POST": create("products", (*world).createProduct)},
		"products/*": {
			"GET":    get("products"),
			"PATCH":  patch("products", (*world).patchProduct),
			"DELETE": remove("products", (*world).deleteProduct),
		},
		"products/*/productattributevalues": {
			"GET":  listOf("products", "productattributevalues", "product_id"),
			"POST": createIn("products", "productattributevalues", (*world).createValueLink),
		},
		"productattributevalues/*": {
			"GET":    get("productattributevalues"),
			"PATCH":  patch("productattributevalues", (*world).patchValueLink),
			"DELETE": remove("productattributevalues", (*world).unlinkValue),
		},
		"products/*/productattributesets":         {"GET": (*call).productAttributeSets},
		"products/*/attributecombinations":        {"GET": listOf("products", "attributecombinations", "product_id")},
		"attributecombinations/*":                 {"GET": get("attributecombinations"), "PATCH": patch("attributecombinations", (*world).patchCombination)},
		"attributecombinations/*/attributes":      {"GET": ofCombination("attributes")},
		"attributecombinations/*/attributevalues": {"GET": ofCombination("attributevalues")},
		"products/*/productphotos":                {"GET": listOf("products", "productphotos", "product_id")},
		"productphotos/*":                         {"GET": get("productphotos")},
	}
}

func attributeRoutes() map[string]map[string]handler {
	return map[string]map[string]handler{
		"attributes": {"GET": list("attributes"), "POST": create("attributes", createPlain("attributes"))},
		"attributes/*": {
			"GET":    get("attributes"),
			"PATCH":  patch("attributes", (*world).patchAttribute),
			"DELETE": remove("attributes", (*world).deleteAttribute),
		},
		"attributes/*/attributevalues": {
			"GET":  listOf("attributes", "attributevalues", "attribute_id"),
			"POST": createIn("attributes", "attributevalues", childOf("attributevalues", "attribute_id")),
		},
		"attributevalues/*": {
			"GET":    get("attributevalues"),
			"PATCH":  patch("attributevalues", patchPlain("attributevalues")),
			"DELETE": remove("attributevalues", (*world).deleteAttributeValue),
		},
	}
}

func categoryRoutes() map[string]map[string]handler {
	return map[string]map[string]handler{
		"categories": {"GET": list("categories"), "POST": create("categories", (*world).createCategory)},
		"categories/*": {
			"GET":    get("categories"),
			"PATCH":  patch("categories", (*world).patchCategory),
			"DELETE": remove("categories", (*world).deleteCategory),
		},
		"categories/*/categories":          {"GET": listOf("categories", "categories", "parent")},
		"categories/*/products":            {"GET": (*call).categoryProducts},
		"categorytree":                     {"GET": (*call).categoryTree},
		"categories/*/producttocategories": {"GET": listOf("categories", "producttocategories", "category_id")},
		"products/*/producttocategories":   {"GET": listOf("products", "producttocategories", "product_id")},
		"producttocategories":              {"POST": create("producttocategories", (*world).createCategoryLink)},
		"producttocategories/*": {
			"GET":    get("producttocategories"),
			"PATCH":  patch("producttocategories", patchPlain("producttocategories")),
			"DELETE": remove("producttocategories", removePlain("producttocategories")),
		},
		"packages":   {"GET": list("packages"), "POST": create("packages", createPlain("packages"))},
		"packages/*": {"GET": get("packages"), "PATCH": patch("packages", patchPlain("packages"))},
	}
}

func saleRoutes() map[string]map[string]handler {
	return map[string]map[string]handler{
		"orders":   {"GET": list("orders"), "POST": create("orders", (*world).createOrder)},
		"orders/*": {"GET": get("orders"), "PATCH": patch("orders", (*world).patchOrder)},
		"orders/*/orderrows": {
			"GET": listOf("orders", "orderrows", "order_id"),
			"PUT": (*call).putRows,
		},
		"orderrows/*": {"GET": get("orderrows")},
		"orders/*/ordernotes": {
			"GET":  listOf("orders", "ordernotes", "order_id"),
			"POST": createIn("orders", "ordernotes", childOf("ordernotes", "order_id")),
		},
		"ordernotes/*": {"GET": get("ordernotes"), "DELETE": remove("ordernotes", removePlain("ordernotes"))},
		"users":        {"GET": list("users"), "POST": create("users", (*world).createUser)},
		"users/*": {
			"GET":    get("users"),
			"PATCH":  patch("users", (*world).patchUser),
			"DELETE": remove("users", removePlain("users")),
		},
		"usergroups":         {"GET": list("usergroups")},
		"usergroups/*":       {"GET": get("usergroups")},
		"usergroups/*/users": {"GET": listOf("usergroups", "users", "group_id")},
	}
}

func shopRoutes() map[string]map[string]handler {
	return map[string]map[string]handler{
		"paymethods":          {"GET": list("paymethods")},
		"webshops":            {"GET": list("webshops")},
		"webshops/*":          {"GET": get("webshops")},
		"webshops/*/settings": {"GET": (*call).getSettings, "PUT": (*call).putSettings},
		"webshops/*/geozonecountries": {"GET": func(c *call) (*reply, *apiError) {
			if err := c.need("webshops"); err != nil {
				return nil, err
			}
			return list("geozonecountries")(c)
		}},
	}
}
