package ecwidtest

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"slices"
	"strings"
)

func (s *Server) productKeys(d object) []string {
	var keys []string
	for _, o := range append(objectsOf(d, "combinations"), d) {
		if sku := textOf(o, "sku"); sku != "" {
			keys = append(keys, s.skuKey(sku))
		}
		if ref := textOf(o, "externalReferenceId"); ref != "" {
			keys = append(keys, "ref:"+ref)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (s *Server) skuKey(sku string) string {
	if s.cfg.reads(CaseInsensitiveSKUs) {
		sku = strings.ToLower(sku)
	}
	return "sku:" + sku
}

func noProduct(id int64) error {
	return fail(http.StatusNotFound, "PRODUCT_NOT_FOUND", "Product #%d not found", id)
}

// product finds the product that the path names.
func (s *Server) product(c *call) (*version, error) {
	id, err := c.id(0)
	if err != nil {
		return nil, err
	}
	v := s.seen(c, s.products).get(id)
	if v == nil || c.access.public && !boolOf(v.doc, "enabled") {
		return nil, c.miss(noProduct(id))
	}
	return v, nil
}

func (s *Server) getProduct(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	if err := c.checkURLs(); err != nil {
		return nil, err
	}
	return s.showProductTo(c, v), nil
}

func (s *Server) createProduct(c *call) (any, error) {
	limit := intOf(objectOf(objectOf(s.profile, "account"), "limitsAndRestrictions"), "maxProductLimit")
	if limit > 0 && int64(len(s.products.live.rows)) >= limit {
		return nil, fail(http.StatusPaymentRequired, "", "The plan allows %d products", limit)
	}
	if strings.TrimSpace(textOf(c.body, "name")) == "" && len(objectOf(c.body, "nameTranslated")) == 0 {
		return nil, wrong("Field name is absent")
	}
	d := s.blankProduct()
	if s.cfg.reads(NewProductsDisabled) {
		d["enabled"] = false
	}
	if s.cfg.reads(NewProductsTracked) {
		d["unlimited"] = false
	}
	if err := s.changeProduct(c, d, true); err != nil {
		return nil, err
	}
	id := s.products.nextID()
	s.saveProduct(id, d, s.now(), s.now())
	out := object{"id": number(id)}
	wanted, err := c.is("returnItem")
	if wanted && s.cfg.reads(CreateReturnsItem) {
		out["item"] = s.showProductTo(c, s.products.get(id))
	}
	return out, err
}

func (s *Server) updateProduct(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	wanted, err := c.is("returnItem")
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.changeProduct(c, d, false); err != nil {
		return nil, err
	}
	s.saveProduct(v.id, d, v.created, s.now())
	out := object{"updateCount": number(1)}
	if wanted {
		out["item"] = s.showProductTo(c, s.products.get(v.id))
	}
	return out, nil
}

func (s *Server) deleteProduct(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	s.dropProduct(v)
	return object{"deleteCount": number(1)}, nil
}

// deleteProducts takes everything. The API answers 202 without a body.
func (s *Server) deleteProducts(*call) (any, error) {
	for _, r := range slices.Clone(s.products.live.byID()) {
		s.dropProduct(r.version)
	}
	return reply{status: http.StatusAccepted}, nil
}

func (s *Server) dropProduct(v *version) {
	s.relink(v.id, intsOf(v.doc, "categoryIds"), nil)
	s.products.delete(v.id, "")
}

// blankProduct is a new product; the objects in it are shared.
func (s *Server) blankProduct() object { return maps.Clone(s.newProduct) }

// productDefaults are those of reference section 7 #44.
func productDefaults() object {
	return mustParse("product", `{
		"enabled": true, "price": 0, "costPrice": 0, "wholesalePrices": [], "unlimited": true, "warningLimit": 1,
		"outOfStockVisibilityBehaviour": "SHOW", "isShippingRequired": false,
		"dimensions": {"length": 0, "width": 0, "height": 0}, "volume": 0,
		"tax": {"taxable": true, "defaultLocationIncludedTaxRate": 0, "enabledManualTaxes": [], "taxClassCode": "default"},
		"shipping": {"type": "GLOBAL_METHODS", "methodMarkup": 0, "flatRate": 0, "disabledMethods": [], "enabledMethods": []},
		"productClassId": 0, "attributes": [], "options": [], "combinations": [], "categoryIds": [],
		"defaultCategoryId": 0, "media": {"images": [], "videos": []}, "galleryImages": [], "files": [],
		"relatedProducts": {"productIds": [], "relatedCategory": {"enabled": false, "categoryId": 0, "productCount": 1}},
		"productCondition": "NEW", "customSlug": "", "seoTitle": "", "seoDescription": "", "isSampleProduct": false}`)
}

// changeProduct carries the body of a create or an update out on d, a copy.
func (s *Server) changeProduct(c *call, d object, isNew bool) error {
	patch := c.body
	full, err := c.is("saveCombinations")
	if err != nil {
		return err
	}
	if has(patch, "combinations") && full && !s.hasFeature("COMBINATIONS") {
		return noVariationsInPlan()
	}
	combinations, listed := patch["combinations"].([]any)
	delete(patch, "combinations")
	s.dropNulls(d, patch, s.blankProduct(), "googleProductCategory")
	if err := s.checkProduct(patch, d, isNew); err != nil {
		return err
	}
	if err := s.mergeMedia(d, patch); err != nil {
		return err
	}
	oldClass := intOf(d, "productClassId")
	s.mergeProduct(d, patch)
	if err := s.mergeAttributes(d, patch, intOf(d, "productClassId") != oldClass); err != nil {
		return err
	}
	if listed && full {
		if err := s.replaceVariations(d, combinations); err != nil {
			return err
		}
	}
	if err := checkUsedOptions(d); err != nil {
		return err
	}
	return s.checkUnique(d)
}

// checkProduct refuses what can be seen without merging.
func (s *Server) checkProduct(patch, d object, isNew bool) error {
	if err := s.checkPrices(patch, d); err != nil {
		return err
	}
	if err := s.checkFixed(patch); err != nil {
		return err
	}
	if err := s.checkLanguages(patch, productTexts()); err != nil {
		return err
	}
	if err := s.checkTaxes(patch); err != nil {
		return err
	}
	if class := intOf(patch, "productClassId"); s.classes.get(class) == nil {
		return noClass(class)
	}
	if len(listOf(patch, "categoryIds")) > maxPage {
		return fail(http.StatusPaymentRequired, "MAX_CATEGORIES_FOR_API_REQUEST_LIMIT_EXCEEDED",
			"More than %d categories in a request", maxPage)
	}
	for _, id := range intsOf(patch, "categoryIds") {
		if s.categories.get(id) == nil {
			return noCategory(id)
		}
	}
	if has(patch, "showOnFrontpage") && intOf(patch, "showOnFrontpage") < 0 {
		if len(listOf(patch, "categoryIds")) == 0 && (isNew || len(listOf(d, "categoryIds")) == 0) {
			return wrong("A product without categories has to be on the front page")
		}
	}
	if name, sent := patch["name"].(string); sent && strings.TrimSpace(name) == "" {
		return wrong("Field name is empty")
	}
	return checkOptions(patch)
}

// checkFixed refuses stock of locations, which only stores with a linked
// system have, and texts that are too long where there is a limit.
func (s *Server) checkFixed(patch object) error {
	if has(patch, "locationInventory") {
		return fail(http.StatusConflict, "NOT_ALLOWED_TO_UPDATE_PARAMETER", "The store has no locations")
	}
	for _, key := range []string{"name", "sku"} {
		if len([]rune(textOf(patch, key))) > 255 && s.cfg.reads(TextsCapped) {
			return wrong("Field %s is too long", key)
		}
	}
	return nil
}

// mergeProduct sets everything but attributes and variations.
func (s *Server) mergeProduct(d, patch object) {
	s.cleanTexts(patch)
	s.roundPrices(patch)
	sku, sent := patch["sku"].(string)
	rest := object{}
	for k, v := range patch {
		if k != "attributes" && k != "sku" && k != "quantity" && k != "unlimited" {
			rest[k] = v
		}
	}
	s.merge(d, rest)
	if sent || !has(d, "sku") {
		d["sku"] = strings.TrimSpace(sku)
	}
	if textOf(d, "sku") == "" && !s.toggle("ALLOW_EMPTY_AND_NON_UNIQUE_SKU") {
		d["sku"] = s.newSKU()
	}
	if v, sent := patch["googleProductCategory"]; sent && v == nil {
		delete(d, "googleProductCategory")
	}
	s.syncTexts(d, patch, productTexts())
	if s.isStockIdle(d) {
		delete(patch, "quantity")
	}
	setStock(d, patch)
}

// mergeMedia sorts images and sets their texts. The first one is the main
// image, whose id is "0"; the one that was main before gets a new id.
func (s *Server) mergeMedia(d, patch object) error {
	sent := objectsOf(objectOf(patch, "media"), "images")
	delete(patch, "media")
	images := objectsOf(objectOf(d, "media"), "images")
	for _, p := range sent {
		i := slices.IndexFunc(images, func(m object) bool { return textOf(m, "id") == textOf(p, "id") })
		if i < 0 {
			return wrong("Image %s not found", textOf(p, "id"))
		}
		merge(images[i], p)
	}
	if len(sent) == 0 {
		return nil
	}
	slices.SortStableFunc(images, func(a, b object) int { return cmp.Compare(intOf(a, "orderBy"), intOf(b, "orderBy")) })
	for _, m := range images[1:] {
		if textOf(m, "id") == mainImage {
			m["id"], images[0]["id"] = string(s.partIDs.next()), mainImage
		}
	}
	setImages(d, images)
	return nil
}

// newSKU counts up, skipping SKUs that are taken.
func (s *Server) newSKU() string {
	for {
		s.skuNumber++
		if sku := fmt.Sprintf("%0*d", s.idLength(), int64(s.skuNumber)); len(s.products.live.byKey[s.skuKey(sku)]) == 0 {
			return sku
		}
	}
}

// checkPrices looks at the money of a product or variation.
func (s *Server) checkPrices(patch, d object) error {
	negative := ratOf(patch, "price").Sign() < 0 || ratOf(patch, "compareToPrice").Sign() < 0
	if negative && !s.cfg.reads(NegativePrices) {
		return wrong("Prices cannot be negative")
	}
	if ratOf(patch, "costPrice").Sign() < 0 {
		return fail(http.StatusBadRequest, "COST_PRICE_CANT_BE_NEGATIVE", "The cost price cannot be negative")
	}
	base := ratOf(d, "price")
	if has(patch, "price") {
		base = ratOf(patch, "price")
	}
	for _, tier := range objectsOf(patch, "wholesalePrices") {
		if code := tierError(tier, base); code != "" {
			return fail(http.StatusBadRequest, code, "A wholesale price is not allowed")
		}
	}
	return nil
}

func tierError(tier object, base *big.Rat) string {
	price := ratOf(tier, "price")
	switch {
	case price.Sign() == 0:
		return "WHOLESALE_PRICES_CANT_BE_NULL"
	case price.Sign() < 0:
		return "WHOLESALE_PRICES_CANT_BE_NEGATIVE"
	case price.Cmp(base) > 0:
		return "WHOLESALE_PRICES_TOO_BIG"
	case intOf(tier, "quantity") < 2:
		return "WHOLESALE_PRICES_QUANTITY_TOO_SMALL"
	}
	return ""
}

func (s *Server) roundPrices(patch object) {
	if !s.cfg.reads(RoundedPrices) {
		return
	}
	for _, key := range []string{"price", "costPrice", "compareToPrice"} {
		if has(patch, key) {
			patch[key] = amount(ratOf(patch, key), s.precision())
		}
	}
}

// checkUnique refuses SKUs and external ids that other products, or two
// variations of d, have.
func (s *Server) checkUnique(d object) error {
	seen := map[string]bool{}
	for _, key := range s.productKeys(d) {
		for _, id := range s.products.live.byKey[key] {
			seen[key] = seen[key] || id != intOf(d, "id")
		}
	}
	base := s.skuKey(textOf(d, "sku"))
	for i, o := range append([]object{d}, objectsOf(d, "combinations")...) {
		sku, ref := s.skuKey(textOf(o, "sku")), "ref:"+textOf(o, "externalReferenceId")
		shared := i > 0 && sku == base && !s.cfg.reads(SharedSKUsRefused) // has its product's SKU: allowed
		if textOf(o, "sku") != "" && !shared && !s.toggle("ALLOW_EMPTY_AND_NON_UNIQUE_SKU") {
			if seen[sku] {
				return fail(http.StatusConflict, "SKU_ALREADY_EXISTS", "SKU %s already exists", textOf(o, "sku"))
			}
			seen[sku] = true
		}
		if textOf(o, "externalReferenceId") != "" {
			if seen[ref] {
				return fail(http.StatusConflict, "EXTERNAL_ID_ALREADY_USED", "The external id is already used")
			}
			seen[ref] = true
		}
	}
	return nil
}
