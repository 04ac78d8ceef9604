package ecwid

import (
	"encoding/json"
	"errors"
	"slices"
)

// FeatureEmptySKU is the feature toggle that lets SKUs be empty or repeat. While
// it is off, a SKU belongs to one product or variation of the store.
const FeatureEmptySKU = "ALLOW_EMPTY_AND_NON_UNIQUE_SKU"

// FeatureCombinations is the feature of the plan that allows variations.
const FeatureCombinations = "COMBINATIONS"

// Profile are the settings of the store that matter for exchanging data. Blocks
// that are not needed for it are left out.
type Profile struct {
	Extra
	GeneralInfo     GeneralInfo     `json:"generalInfo"`
	Account         Account         `json:"account"`
	Settings        StoreSettings   `json:"settings"`
	FeatureToggles  []FeatureToggle `json:"featureToggles"`
	Company         Company         `json:"company"`
	FormatsAndUnits FormatsAndUnits `json:"formatsAndUnits"`
	Languages       Languages       `json:"languages"`
	TaxSettings     TaxSettings     `json:"taxSettings"`
	// Taxes repeats TaxSettings.Taxes.
	Taxes                []Tax                `json:"taxes"`
	Zones                []Zone               `json:"zones"`
	Shipping             StoreShipping        `json:"shipping"`
	Payment              StorePayment         `json:"payment"`
	BusinessRegistration BusinessRegistration `json:"businessRegistrationID"`
	// OrderInvoices and what follows are kept as they come.
	OrderInvoices  json.RawMessage `json:"orderInvoiceSettings"`
	TaxInvoices    json.RawMessage `json:"taxInvoiceSettings"`
	Mails          json.RawMessage `json:"mailNotifications"`
	Phones         json.RawMessage `json:"phoneNotifications"`
	Design         json.RawMessage `json:"designSettings"`
	LegalPages     json.RawMessage `json:"legalPagesSettings"`
	ProductFilters json.RawMessage `json:"productFiltersSettings"`
	Tips           json.RawMessage `json:"tipsSettings"`
	SocialLinks    json.RawMessage `json:"socialLinksSettings"`
	GiftCards      json.RawMessage `json:"giftCardSettings"`
	Vertical       json.RawMessage `json:"verticalSettings"`
	Billing        json.RawMessage `json:"accountBilling"`
}

func (p *Profile) check() error {
	if p.GeneralInfo.StoreID <= 0 {
		return errors.New("it has no store id")
	}
	return nil
}

// Feature reports whether a feature toggle such as FeatureEmptySKU is on.
func (p *Profile) Feature(name string) bool {
	return slices.ContainsFunc(p.FeatureToggles, func(t FeatureToggle) bool {
		return t.Name == name && t.Enabled
	})
}

// Available reports whether the plan has a feature such as FeatureCombinations.
func (p *Profile) Available(feature string) bool {
	return slices.Contains(p.Account.AvailableFeatures, feature)
}

// GeneralInfo says which store this is.
type GeneralInfo struct {
	Extra
	StoreID         int64       `json:"storeId"`
	StoreURL        string      `json:"storeUrl"`
	ProfileID       Text        `json:"profileId"`
	WebsitePlatform string      `json:"websitePlatform"`
	URLFormat       string      `json:"storefrontUrlFormat"`
	URLSlugFormat   string      `json:"storefrontUrlSlugFormat"`
	StarterSite     StarterSite `json:"starterSite"`
}

// StarterSite is the site that every store has.
type StarterSite struct {
	Extra
	Subdomain       string `json:"ecwidSubdomain"`
	SubdomainSuffix string `json:"ecwidSubdomainSuffix"`
	CustomDomain    string `json:"customDomain"`
	GeneratedURL    string `json:"generatedUrl"`
	SlugsWithoutIDs bool   `json:"slugsWithoutIdsEnabled"`
}

// Account is the owner's account with its plan.
type Account struct {
	Extra
	Name              string   `json:"accountName"`
	Email             string   `json:"accountEmail"`
	Suspended         bool     `json:"suspended"`
	WhiteLabel        bool     `json:"whiteLabel"`
	RegistrationDate  Text     `json:"registrationDate"`
	AvailableFeatures []string `json:"availableFeatures"`
	// Limits need the scope read_store_limits.
	Limits *AccountLimits `json:"limitsAndRestrictions"`
}

// AccountLimits are the limits of the plan.
type AccountLimits struct {
	Extra
	MaxProducts *int `json:"maxProductLimit"`
}

// StoreSettings are switches of the storefront.
type StoreSettings struct {
	Extra
	Closed             bool   `json:"closed"`
	StoreName          string `json:"storeName"`
	HideOutOfStock     bool   `json:"hideOutOfStockProductsInStorefront"`
	AllowPreorders     bool   `json:"allowPreordersForOutOfStockProducts"`
	AskCompanyName     bool   `json:"askCompanyName"`
	AskTaxID           bool   `json:"askTaxId"`
	AskZipCode         bool   `json:"askZipCode"`
	RequirePhone       bool   `json:"requirePhoneOnCheckout"`
	ShowPricePerUnit   bool   `json:"showPricePerUnit"`
	ShowCostPrice      bool   `json:"showCostPriceInControlPanel"`
	DefaultProductSort string `json:"defaultProductSortOrder"`
}

// FeatureToggle is a switch of the vendor.
type FeatureToggle struct {
	Extra
	Name    string `json:"name"`
	Visible bool   `json:"visible"`
	Enabled bool   `json:"enabled"`
}

// Company is the merchant.
type Company struct {
	Extra
	Name                string `json:"companyName"`
	Email               string `json:"email"`
	Street              string `json:"street"` // lines separated by "\n"
	City                string `json:"city"`
	CountryCode         string `json:"countryCode"`
	PostalCode          string `json:"postalCode"`
	StateOrProvinceCode string `json:"stateOrProvinceCode"`
	Phone               string `json:"phone"`
}

// FormatsAndUnits are currency, units and number formats of the store.
type FormatsAndUnits struct {
	Extra
	Currency                 string        `json:"currency"` // ISO 4217
	CurrencyPrecision        int           `json:"currencyPrecision"`
	CurrencyPrefix           string        `json:"currencyPrefix"`
	CurrencySuffix           string        `json:"currencySuffix"`
	CurrencyGroupSeparator   string        `json:"currencyGroupSeparator"`
	CurrencyDecimalSeparator string        `json:"currencyDecimalSeparator"`
	CurrencyTruncateZeros    bool          `json:"currencyTruncateZeroFractional"`
	CurrencyRate             Amount        `json:"currencyRate"`
	WeightUnit               string        `json:"weightUnit"` // CARAT, GRAM, OUNCE, POUND, KILOGRAM
	WeightPrecision          int           `json:"weightPrecision"`
	WeightGroupSeparator     string        `json:"weightGroupSeparator"`
	WeightDecimalSeparator   string        `json:"weightDecimalSeparator"`
	WeightTruncateZeros      bool          `json:"weightTruncateZeroFractional"`
	DimensionsUnit           string        `json:"dimensionsUnit"` // MM, CM, IN, YD
	VolumeUnit               string        `json:"volumeUnit"`     // ML, L, OZ
	TimeZone                 string        `json:"timezone"`       // IANA
	DateFormat               string        `json:"dateFormat"`
	TimeFormat               string        `json:"timeFormat"`
	OrderNumberPrefix        string        `json:"orderNumberPrefix"`
	OrderNumberSuffix        string        `json:"orderNumberSuffix"`
	OrderNumberMinDigits     int           `json:"orderNumberMinDigitsAmount"`
	OrderNumberNext          int64         `json:"orderNumberNextNumber"`
	AddressFormat            AddressFormat `json:"addressFormat"`
}

// AddressFormat are templates for addresses.
type AddressFormat struct {
	Extra
	Plain     string `json:"plain"`
	Multiline string `json:"multiline"`
}

// Languages are the languages of the store; the first one is the default.
type Languages struct {
	Extra
	Enabled        []string `json:"enabledLanguages"`
	Default        string   `json:"defaultLanguage"`
	FacebookLocale string   `json:"facebookPreferredLocale"`
}

// TaxSettings tell how the store taxes.
type TaxSettings struct {
	Extra
	AutomaticTaxEnabled bool `json:"automaticTaxEnabled"`
	// PricesIncludeTax: product prices are gross.
	PricesIncludeTax  bool         `json:"pricesIncludeTax"`
	Taxes             []Tax        `json:"taxes"`
	TaxExemptBusiness bool         `json:"taxExemptBusiness"`
	UKVATRegistered   bool         `json:"ukVatRegistered"`
	EUIOSSEnabled     bool         `json:"euIossEnabled"`
	Kind              CustomerKind `json:"b2b_b2c"`
	ShippingScheme    string       `json:"taxOnShippingCalculationScheme"`
}

// Tax is a manual tax of the store.
type Tax struct {
	Extra
	ID                 TaxID  `json:"id"`
	Name               string `json:"name"`
	Enabled            bool   `json:"enabled"`
	IncludeInPrice     bool   `json:"includeInPrice"`
	UseShippingAddress bool   `json:"useShippingAddress"`
	TaxShipping        bool   `json:"taxShipping"`
	// AppliedByDefault: it applies to all products, otherwise to those that
	// list it.
	AppliedByDefault bool      `json:"appliedByDefault"`
	DefaultTax       Amount    `json:"defaultTax"` // percent
	Rules            []TaxRule `json:"rules"`
}

// TaxRule is the rate of a tax in a zone, in percent.
type TaxRule struct {
	ZoneID Text   `json:"zoneId"`
	Tax    Amount `json:"tax"`
}

// Zone is a region for taxes and shipping.
type Zone struct {
	Extra
	ID                   Text     `json:"id"`
	Name                 string   `json:"name"`
	CountryCodes         []string `json:"countryCodes"`
	StateOrProvinceCodes []string `json:"stateOrProvinceCodes"` // "US-AL"
	PostCodes            []string `json:"postCodes"`
	// GeoPolygons is kept as it comes; its form is not documented.
	GeoPolygons json.RawMessage `json:"geoPolygons"`
}

// StoreShipping are fee and options of shipping. The options are read here and
// written with Client.ShippingOptions.
type StoreShipping struct {
	Extra
	HandlingFee     *HandlingFee          `json:"handlingFee"`
	ShippingOrigin  *Person               `json:"shippingOrigin"`
	ShippingOptions []StoreShippingOption `json:"shippingOptions"`
}

// StorePayment are the payment options, written with Client.PaymentOptions.
type StorePayment struct {
	Extra
	PaymentOptions []StorePaymentOption `json:"paymentOptions"`
}

// BusinessRegistration is the VAT or company number of the merchant.
type BusinessRegistration struct {
	Extra
	Name  string `json:"name"`
	Value string `json:"value"`
}
