package ecwid

// ProfileUpdate is a partial update of the profile: absent blocks, and absent
// fields of a block, stay as they are. Lists are replaced as a whole. What the
// store does not let change is left out.
type ProfileUpdate struct {
	GeneralInfo          Opt[GeneralInfoWrite]          `json:"generalInfo,omitzero"`
	Account              Opt[AccountWrite]              `json:"account,omitzero"`
	Settings             Opt[StoreSettingsWrite]        `json:"settings,omitzero"`
	Company              Opt[CompanyWrite]              `json:"company,omitzero"`
	FormatsAndUnits      Opt[FormatsAndUnitsWrite]      `json:"formatsAndUnits,omitzero"`
	Languages            Opt[LanguagesWrite]            `json:"languages,omitzero"`
	TaxSettings          Opt[TaxSettingsWrite]          `json:"taxSettings,omitzero"`
	Zones                Opt[[]ZoneWrite]               `json:"zones,omitzero"`
	Shipping             Opt[StoreShippingWrite]        `json:"shipping,omitzero"`
	BusinessRegistration Opt[BusinessRegistrationWrite] `json:"businessRegistrationID,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u ProfileUpdate) IsZero() bool { return isZero(u) }

// GeneralInfoWrite is the site of the store in a write.
type GeneralInfoWrite struct {
	StoreURL        Opt[string]           `json:"storeUrl,omitzero"`
	WebsitePlatform Opt[string]           `json:"websitePlatform,omitzero"`
	StarterSite     Opt[StarterSiteWrite] `json:"starterSite,omitzero"`
}

// StarterSiteWrite is the site that every store has, in a write.
type StarterSiteWrite struct {
	Subdomain       Opt[string] `json:"ecwidSubdomain,omitzero"`
	SubdomainSuffix Opt[string] `json:"ecwidSubdomainSuffix,omitzero"`
	CustomDomain    Opt[string] `json:"customDomain,omitzero"`
	SlugsWithoutIDs Opt[bool]   `json:"slugsWithoutIdsEnabled,omitzero"`
}

// AccountWrite is the owner's account in a write.
type AccountWrite struct {
	Name Opt[string] `json:"accountName,omitzero"`
}

// StoreSettingsWrite are switches of the storefront in a write.
type StoreSettingsWrite struct {
	Closed             Opt[bool]   `json:"closed,omitzero"`
	StoreName          Opt[string] `json:"storeName,omitzero"`
	HideOutOfStock     Opt[bool]   `json:"hideOutOfStockProductsInStorefront,omitzero"`
	AllowPreorders     Opt[bool]   `json:"allowPreordersForOutOfStockProducts,omitzero"`
	AskCompanyName     Opt[bool]   `json:"askCompanyName,omitzero"`
	AskTaxID           Opt[bool]   `json:"askTaxId,omitzero"`
	AskZipCode         Opt[bool]   `json:"askZipCode,omitzero"`
	RequirePhone       Opt[bool]   `json:"requirePhoneOnCheckout,omitzero"`
	ShowPricePerUnit   Opt[bool]   `json:"showPricePerUnit,omitzero"`
	ShowCostPrice      Opt[bool]   `json:"showCostPriceInControlPanel,omitzero"`
	DefaultProductSort Opt[string] `json:"defaultProductSortOrder,omitzero"`
}

// CompanyWrite is the merchant in a write.
type CompanyWrite struct {
	Name                Opt[string] `json:"companyName,omitzero"`
	Email               Opt[string] `json:"email,omitzero"`
	Street              Opt[string] `json:"street,omitzero"` // lines separated by "\n"
	City                Opt[string] `json:"city,omitzero"`
	CountryCode         Opt[string] `json:"countryCode,omitzero"`
	PostalCode          Opt[string] `json:"postalCode,omitzero"`
	StateOrProvinceCode Opt[string] `json:"stateOrProvinceCode,omitzero"`
	Phone               Opt[string] `json:"phone,omitzero"`
}

// FormatsAndUnitsWrite are currency, units and number formats in a write; see
// FormatsAndUnits for their values.
type FormatsAndUnitsWrite struct {
	Currency                 Opt[string]             `json:"currency,omitzero"`
	CurrencyPrecision        Opt[int]                `json:"currencyPrecision,omitzero"`
	CurrencyPrefix           Opt[string]             `json:"currencyPrefix,omitzero"`
	CurrencySuffix           Opt[string]             `json:"currencySuffix,omitzero"`
	CurrencyGroupSeparator   Opt[string]             `json:"currencyGroupSeparator,omitzero"`
	CurrencyDecimalSeparator Opt[string]             `json:"currencyDecimalSeparator,omitzero"`
	CurrencyTruncateZeros    Opt[bool]               `json:"currencyTruncateZeroFractional,omitzero"`
	CurrencyRate             Opt[Amount]             `json:"currencyRate,omitzero"`
	WeightUnit               Opt[string]             `json:"weightUnit,omitzero"`
	WeightPrecision          Opt[int]                `json:"weightPrecision,omitzero"`
	WeightGroupSeparator     Opt[string]             `json:"weightGroupSeparator,omitzero"`
	WeightDecimalSeparator   Opt[string]             `json:"weightDecimalSeparator,omitzero"`
	WeightTruncateZeros      Opt[bool]               `json:"weightTruncateZeroFractional,omitzero"`
	DimensionsUnit           Opt[string]             `json:"dimensionsUnit,omitzero"`
	VolumeUnit               Opt[string]             `json:"volumeUnit,omitzero"`
	TimeZone                 Opt[string]             `json:"timezone,omitzero"`
	DateFormat               Opt[string]             `json:"dateFormat,omitzero"`
	TimeFormat               Opt[string]             `json:"timeFormat,omitzero"`
	OrderNumberPrefix        Opt[string]             `json:"orderNumberPrefix,omitzero"` // at most 20 characters
	OrderNumberSuffix        Opt[string]             `json:"orderNumberSuffix,omitzero"` // at most 20 characters
	OrderNumberMinDigits     Opt[int]                `json:"orderNumberMinDigitsAmount,omitzero"`
	OrderNumberNext          Opt[int64]              `json:"orderNumberNextNumber,omitzero"`
	AddressFormat            Opt[AddressFormatWrite] `json:"addressFormat,omitzero"`
}

// AddressFormatWrite are templates for addresses in a write.
type AddressFormatWrite struct {
	Plain     Opt[string] `json:"plain,omitzero"`
	Multiline Opt[string] `json:"multiline,omitzero"`
}

// LanguagesWrite are the languages of the store in a write; the first one is the
// default.
type LanguagesWrite struct {
	Enabled Opt[[]string] `json:"enabledLanguages,omitzero"`
	Default Opt[string]   `json:"defaultLanguage,omitzero"`
}

// TaxSettingsWrite tells how the store taxes. The taxes of a store have no
// endpoint of their own: send all that shall stay.
type TaxSettingsWrite struct {
	AutomaticTaxEnabled Opt[bool]         `json:"automaticTaxEnabled,omitzero"`
	PricesIncludeTax    Opt[bool]         `json:"pricesIncludeTax,omitzero"`
	Taxes               Opt[[]TaxWrite]   `json:"taxes,omitzero"`
	TaxExemptBusiness   Opt[bool]         `json:"taxExemptBusiness,omitzero"`
	UKVATRegistered     Opt[bool]         `json:"ukVatRegistered,omitzero"`
	EUIOSSEnabled       Opt[bool]         `json:"euIossEnabled,omitzero"`
	Kind                Opt[CustomerKind] `json:"b2b_b2c,omitzero"`
	ShippingScheme      Opt[string]       `json:"taxOnShippingCalculationScheme,omitzero"`
}

// TaxWrite is a manual tax in a write. With an ID it is one that exists.
type TaxWrite struct {
	ID                 Opt[TaxID]     `json:"id,omitzero"`
	Name               Opt[string]    `json:"name,omitzero"`
	Enabled            Opt[bool]      `json:"enabled,omitzero"`
	IncludeInPrice     Opt[bool]      `json:"includeInPrice,omitzero"`
	UseShippingAddress Opt[bool]      `json:"useShippingAddress,omitzero"`
	TaxShipping        Opt[bool]      `json:"taxShipping,omitzero"`
	AppliedByDefault   Opt[bool]      `json:"appliedByDefault,omitzero"`
	DefaultTax         Opt[Amount]    `json:"defaultTax,omitzero"` // percent
	Rules              Opt[[]TaxRule] `json:"rules,omitzero"`
}

// ZoneWrite is a region for taxes and shipping in a write. With an ID it is one
// that exists.
type ZoneWrite struct {
	ID                   Opt[string]   `json:"id,omitzero"`
	Name                 Opt[string]   `json:"name,omitzero"`
	CountryCodes         Opt[[]string] `json:"countryCodes,omitzero"`
	StateOrProvinceCodes Opt[[]string] `json:"stateOrProvinceCodes,omitzero"` // "US-AL"
	PostCodes            Opt[[]string] `json:"postCodes,omitzero"`
}

// StoreShippingWrite are the fee and the origin of shipping in a write.
type StoreShippingWrite struct {
	HandlingFee    Opt[HandlingFeeWrite] `json:"handlingFee,omitzero"`
	ShippingOrigin Opt[PersonWrite]      `json:"shippingOrigin,omitzero"`
}

// BusinessRegistrationWrite is the VAT or company number in a write.
type BusinessRegistrationWrite struct {
	Name  Opt[string] `json:"name,omitzero"`
	Value Opt[string] `json:"value,omitzero"`
}
