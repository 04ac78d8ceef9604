package salespostest

import (
	"net/url"
	"strings"
)

func peopleResources() []*resource {
	return []*resource{{
		name: "users", fields: userFields, sub: personSchemas(), firstID: 12001, paged: true, unique: "username",
		refers: []parent{{"usergroups", "group_id"}},
		indexes: map[string]func(*record) sortKey{
			"username":   foldKey("username"),
			"first_name": foldKey("userinfo", "billingaddress", "first_name"),
			"last_name":  foldKey("userinfo", "billingaddress", "last_name"),
		},
		orderby: map[string]string{"id": "id", "first_name": "first_name", "last_name": "last_name"},
		filters: map[string]filter{"approval_status": func(_ *world, arg string) (func(*record) bool, error) {
			return func(r *record) bool { return (r.doc["approval_status"] == "pending") == (arg == "pending") }, nil
		}},
		create: (*world).createUser,
		patch:  (*world).patchUser,
		drop:   (*world).dropUser,
	}, {
		name: "usergroups", fields: userGroupFields, firstID: 1, paged: true,
		indexes: map[string]func(*record) sortKey{"groupname": foldKey("groupname")},
		orderby: map[string]string{"id": "id", "groupname": "groupname"},
		touched: (*world).oneDefaultGroup,
	}}
}

// shopResources describe the shop itself.
func shopResources() []*resource {
	return []*resource{
		{name: "paymethods", fields: payMethodFields, firstID: 1},
		{name: "webshops", fields: webshopFields, firstID: webshopID, refers: []parent{{"webshops", "parent_id"}},
			calc: map[string]func(*view, *record) any{
				"product_limit_left": func(v *view, r *record) any { return v.w.productsLeft(r) },
				"api_root":           func(v *view, _ *record) any { return v.root },
			}},
		{name: "settings", fields: settingsFields, firstID: webshopID},
		{name: "geozonecountries", fields: geozoneFields, firstID: 1},
		{name: "domains", fields: domainFields, firstID: 1, parents: []parent{{"webshops", "webshop_id"}}},
		{name: "languages", fields: languageFields, firstID: 11, create: (*world).createLanguage},
		{name: "merchant", fields: merchantFields, firstID: merchantID,
			calc: map[string]func(*view, *record) any{
				"full_name": func(_ *view, r *record) any {
					return strings.TrimSpace(text(r.doc["first_name"]) + " " + text(r.doc["last_name"]))
				},
				"address_line": func(_ *view, r *record) any {
					return strings.TrimSpace(text(r.doc["street"]) + " " + text(r.doc["housenumber"]))
				},
			}},
		{name: "webhooks", fields: webhookFields, firstID: 701, paged: true,
			create: (*world).createWebhook,
			patch:  (*world).patchWebhook,
			calc:   map[string]func(*view, *record) any{"key": func(_ *view, r *record) any { return hookKey(r) }}},
	}
}

// appResources are the connector itself and its key.
func appResources() []*resource {
	return []*resource{{
		name: "apps", fields: appFields, firstID: 801,
		refers: []parent{{"appstorecategories", "category_id"}},
		indexes: map[string]func(*record) sortKey{
			"date": textKey("create_date"), "name": foldKey("name"), "populair": numKey("number_of_installations"),
		},
		orderby: map[string]string{"date": "date", "id": "id", "name": "name", "populair": "populair"},
		filters: map[string]filter{"name": textFilter("name")},
		calc:    map[string]func(*view, *record) any{"categories": (*view).appCategories},
	},
		{name: "appstorecategories", fields: appCategoryFields, firstID: 821},
		{name: "credentials", fields: credentialFields, firstID: credentialID, refers: []parent{{"webshops", "webshop_id"}}},
	}
}

// isURL reports whether a text is an absolute web address.
func isURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}
