package salespostest

import "slices"

func (c *call) getSettings() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	return get("settings")(c)
}

// putSettings is partial: unlike other PUTs it changes only the keys it has.
func (c *call) putSettings() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	return patch("settings")(c)
}

func (c *call) geozoneCountries() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	return list("geozonecountries")(c)
}

// shopMerchant is a collection in one version of the API and an object in
// another.
func (c *call) shopMerchant() (*reply, *apiError) {
	if err := c.need("webshops"); err != nil {
		return nil, err
	}
	if c.w.reads(MerchantObject) {
		t := c.w.table("merchant")
		return &reply{200, c.view().record(nil, t.res, t.rows[merchantID])}, nil
	}
	return list("merchant")(c)
}

func (c *call) merchantShops() (*reply, *apiError) {
	if err := c.need("merchant"); err != nil {
		return nil, err
	}
	return list("webshops")(c)
}

// createLanguage gives a custom language its code.
func (w *world) createLanguage(c *call, body map[string]any) (*record, *apiError) {
	known, _ := w.setting("languages").([]any)
	if !slices.Contains(known, body["base_language"]) {
		return nil, badBody("base_language: the shop has no language %v", body["base_language"])
	}
	rec, err := createPlain(w.table("languages").res)(w, c, body)
	if err == nil {
		w.update("languages", rec, map[string]any{"iso_code": "c" + string(number(rec.id))})
	}
	return rec, err
}

// appCategories are the categories of an app, when they are asked for.
func (v *view) appCategories(app *record) any {
	t := v.w.table("appstorecategories")
	recs := []*record{}
	if rec := t.rows[integer(app.doc["category_id"])]; rec != nil && v.wants("categories") {
		recs = append(recs, rec)
	}
	return map[string]any{"collection": v.plain().raw(t.res, recs)}
}

// ownCredentials are those of the key that asks.
func (c *call) ownCredentials() (*reply, *apiError) {
	t := c.w.table("credentials")
	return c.list(t, []*record{t.rows[credentialID]})
}

// createCredentials makes a key for a shop. It is stored but opens nothing.
func (c *call) createCredentials() (*reply, *apiError) {
	if !c.w.reads(PartnerKey) {
		return nil, &apiError{refusal: NoPermission, msg: "only partner keys may create credentials"}
	}
	return createIn("webshops", "credentials")(c)
}
