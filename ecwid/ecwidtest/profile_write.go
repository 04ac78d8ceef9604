package ecwidtest

// profileSchema are the blocks that can be written. Of most the reference
// names a few keys only; they are taken as they are.
func profileSchema() schema {
	tax := manualTaxSchema()
	s := schema{
		"generalInfo": schema{
			"storeUrl": text, "websitePlatform": text,
			"starterSite": schema{
				"ecwidSubdomain": text, "ecwidSubdomainSuffix": text, "customDomain": text, "slugsWithoutIdsEnabled": flag,
			},
		},
		"account": schema{"accountName": text},
		"company": schema{
			"companyName": text, "email": text, "street": text, "city": text, "countryCode": text, "postalCode": text,
			"stateOrProvinceCode": text, "phone": text,
		},
		"formatsAndUnits": formatsSchema(),
		"languages":       schema{"enabledLanguages": array{text}, "defaultLanguage": text},
		"taxSettings": schema{
			"automaticTaxEnabled": flag, "pricesIncludeTax": flag, "taxes": array{tax}, "taxExemptBusiness": flag,
			"ukVatRegistered": flag, "euIossEnabled": flag, "b2b_b2c": enum{"b2b", "b2c"},
			"taxOnShippingCalculationScheme": text,
		},
		"taxes": array{tax},
		"zones": array{schema{
			"id": text, "name": text, "countryCodes": array{text}, "stateOrProvinceCodes": array{text},
			"postCodes": array{text}, "geoPolygons": array{anything},
		}},
		"shipping": schema{
			"handlingFee": schema{"name": text, "value": num, "description": text}, "shippingOrigin": anything,
		},
		"businessRegistrationID": schema{"name": text, "value": text},
	}
	for _, block := range []string{
		"settings", "mailNotifications", "phoneNotifications", "orderInvoiceSettings", "taxInvoiceSettings",
		"designSettings", "legalPagesSettings", "productFiltersSettings", "tipsSettings", "socialLinksSettings",
	} {
		s[block] = anything
	}
	return s
}

func manualTaxSchema() schema {
	return schema{
		"id": whole, "name": text, "enabled": flag, "includeInPrice": flag, "useShippingAddress": flag,
		"taxShipping": flag, "appliedByDefault": flag, "defaultTax": num,
		"rules": array{schema{"zoneId": text, "tax": num}},
	}
}

func formatsSchema() schema {
	return schema{
		"currency": text, "currencyPrecision": whole, "currencyPrefix": text, "currencySuffix": text,
		"currencyGroupSeparator": text, "currencyDecimalSeparator": text, "currencyTruncateZeroFractional": flag,
		"currencyRate": num, "weightUnit": enum{"CARAT", "GRAM", "OUNCE", "POUND", "KILOGRAM"}, "weightPrecision": whole,
		"dimensionsUnit": enum{"MM", "CM", "IN", "YD"}, "volumeUnit": enum{"ML", "L", "OZ"}, "timezone": text,
		"dateFormat": text, "timeFormat": text, "orderNumberPrefix": text, "orderNumberSuffix": text,
		"orderNumberMinDigitsAmount": whole, "orderNumberNextNumber": whole, "addressFormat": anything,
	}
}

// updateProfile changes the profile block by block. The list of taxes has two
// places; they are kept equal.
func (s *Server) updateProfile(c *call) (any, error) {
	dropNulls(c.body)
	if taxes, sent := c.body["taxes"]; sent && !has(objectOf(c.body, "taxSettings"), "taxes") {
		settings := objectOf(c.body, "taxSettings")
		if settings == nil {
			settings = object{}
		}
		settings["taxes"] = taxes
		c.body["taxSettings"] = settings
	}
	if settings := objectOf(c.body, "taxSettings"); has(settings, "taxes") {
		for _, t := range objectsOf(settings, "taxes") {
			if !has(t, "id") {
				t["id"] = s.partIDs.next()
			}
		}
		c.body["taxes"] = settings["taxes"]
	}
	units := objectOf(c.body, "formatsAndUnits")
	if len([]rune(textOf(units, "orderNumberPrefix"))) > 20 || len([]rune(textOf(units, "orderNumberSuffix"))) > 20 {
		return nil, wrong("Prefix and suffix of order numbers have up to 20 characters")
	}
	if n := intOf(units, "orderNumberMinDigitsAmount"); n < 0 || n > 19 {
		return nil, wrong("Field orderNumberMinDigitsAmount must be between 0 and 19")
	}
	s.editProfile(c.body)
	return object{"updateCount": number(1)}, nil
}
