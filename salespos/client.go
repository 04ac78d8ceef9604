package salespos

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/tillsync/tillsync/internal/limit"
	"github.com/tillsync/tillsync/internal/rest"
)

// Client is a client of one shop or SalesPOS administration. It is immutable and
// safe for concurrent use; all its callers share the rates of the API.
type Client struct {
	Apps                   *AppService
	AttributeCombinations  *AttributeCombinationService
	AttributeValues        *AttributeValueService
	Attributes             *AttributeService
	Brands                 *BrandService
	CashUps                *CashUpService
	Categories             *CategoryService
	Colors                 *ColorService
	CombinationPhotos      *CombinationPhotoService
	Conditions             *ConditionService
	Credentials            *CredentialService
	DiscountCoupons        *DiscountCouponService
	FiscalSignatures       *FiscalSignatureService
	InvoiceRows            *InvoiceRowService
	Invoices               *InvoiceService
	Languages              *LanguageService
	Merchants              *MerchantService
	OrderLabels            *OrderLabelService
	OrderMessages          *OrderMessageService
	OrderNotes             *OrderNoteService
	OrderNotifications     *OrderNotificationService
	OrderRowAttributes     *OrderRowAttributeService
	OrderRows              *OrderRowService
	Orders                 *OrderService
	Packages               *PackageService
	PayMethods             *PayMethodService
	ProductAttributeSets   *ProductAttributeSetService
	ProductAttributeValues *ProductAttributeValueService
	ProductCategories      *ProductCategoryService
	ProductKeywords        *ProductKeywordService
	ProductLabels          *ProductLabelService
	ProductPhotos          *ProductPhotoService
	ProductPropertyGroups  *ProductPropertyGroupService
	ProductPropertyValues  *ProductPropertyValueService
	ProductQueries         *ProductQueryService
	ProductVariations      *ProductVariationService
	Products               *ProductService
	Properties             *PropertyService
	PropertyGroups         *PropertyGroupService
	PropertyOptions        *PropertyOptionService
	Resources              *ResourceService
	Returns                *ReturnService
	Settings               *SettingsService
	Suppliers              *SupplierService
	TaxTariffExceptions    *TaxTariffExceptionService
	UserGroups             *UserGroupService
	Users                  *UserService
	Webhooks               *WebhookService
	Webshops               *WebshopService

	base     *url.URL
	rest     *rest.Client
	signer   *signer
	timeout  time.Duration
	language string
	line     ProductLine
	// unknownField can be nil.
	unknownField func(document, field string)
}

// service is what all services share.
type service struct{ client *Client }

// New makes a client for the shop at shopURL, such as
// "https://shop.example.com", with a key pair from the shop's back office. It
// sends nothing. The error names all settings that are wrong.
func New(shopURL, publicKey, secret string, opts ...Option) (*Client, error) {
	cfg := config{line: SalesPOSLine}
	var errs []error
	for _, opt := range opts {
		errs = append(errs, opt(&cfg))
	}
	base, err := apiBase(shopURL, cfg.allowLoopback)
	errs = append(errs, err, checkKey("public key", publicKey), checkKey("secret", secret))
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("salespos: %w", err)
	}
	return cfg.client(base, publicKey, newSecret(secret))
}

// client builds the client of a checked configuration.
func (cfg config) client(base *url.URL, public string, key secret) (*Client, error) {
	hc := cfg.httpClient()
	signer := &signer{public: public, key: key, shop: base, next: hc.Transport}
	hc.Transport = signer
	funnel, err := rest.New(rest.Config{
		Base:        base,
		HTTP:        hc,
		Limiter:     cfg.limits(),
		Logger:      cfg.logger,
		Judge:       cfg.judge,
		MaxAttempts: cfg.attempts,
		UserAgent:   cfg.userAgent,
	})
	if err != nil {
		return nil, fmt.Errorf("salespos: %w", err)
	}
	c := &Client{
		base: base, rest: funnel, signer: signer,
		timeout: hc.Timeout, language: cfg.language, line: cfg.line,
		unknownField: cfg.unknownField,
	}
	c.addServices()
	return c, nil
}

func (c *Client) addServices() {
	s := service{client: c}
	c.addCatalogServices(&s)
	c.Apps = (*AppService)(&s)
	c.CashUps = (*CashUpService)(&s)
	c.Credentials = (*CredentialService)(&s)
	c.DiscountCoupons = (*DiscountCouponService)(&s)
	c.FiscalSignatures = (*FiscalSignatureService)(&s)
	c.InvoiceRows = (*InvoiceRowService)(&s)
	c.Invoices = (*InvoiceService)(&s)
	c.Languages = (*LanguageService)(&s)
	c.Merchants = (*MerchantService)(&s)
	c.OrderLabels = (*OrderLabelService)(&s)
	c.OrderMessages = (*OrderMessageService)(&s)
	c.OrderNotes = (*OrderNoteService)(&s)
	c.OrderNotifications = (*OrderNotificationService)(&s)
	c.OrderRowAttributes = (*OrderRowAttributeService)(&s)
	c.OrderRows = (*OrderRowService)(&s)
	c.Orders = (*OrderService)(&s)
	c.PayMethods = (*PayMethodService)(&s)
	c.Resources = (*ResourceService)(&s)
	c.Returns = (*ReturnService)(&s)
	c.Settings = (*SettingsService)(&s)
	c.UserGroups = (*UserGroupService)(&s)
	c.Users = (*UserService)(&s)
	c.Webhooks = (*WebhookService)(&s)
	c.Webshops = (*WebshopService)(&s)
}

// addCatalogServices adds the services of products and what belongs to them.
func (c *Client) addCatalogServices(s *service) {
	c.AttributeCombinations = (*AttributeCombinationService)(s)
	c.Attributes = (*AttributeService)(s)
	c.AttributeValues = (*AttributeValueService)(s)
	c.Brands = (*BrandService)(s)
	c.Categories = (*CategoryService)(s)
	c.Colors = (*ColorService)(s)
	c.CombinationPhotos = (*CombinationPhotoService)(s)
	c.Conditions = (*ConditionService)(s)
	c.Packages = (*PackageService)(s)
	c.ProductAttributeSets = (*ProductAttributeSetService)(s)
	c.ProductAttributeValues = (*ProductAttributeValueService)(s)
	c.ProductCategories = (*ProductCategoryService)(s)
	c.ProductKeywords = (*ProductKeywordService)(s)
	c.ProductLabels = (*ProductLabelService)(s)
	c.ProductPhotos = (*ProductPhotoService)(s)
	c.ProductPropertyGroups = (*ProductPropertyGroupService)(s)
	c.ProductPropertyValues = (*ProductPropertyValueService)(s)
	c.ProductQueries = (*ProductQueryService)(s)
	c.Products = (*ProductService)(s)
	c.ProductVariations = (*ProductVariationService)(s)
	c.Properties = (*PropertyService)(s)
	c.PropertyGroups = (*PropertyGroupService)(s)
	c.PropertyOptions = (*PropertyOptionService)(s)
	c.Suppliers = (*SupplierService)(s)
	c.TaxTariffExceptions = (*TaxTariffExceptionService)(s)
}

// Timeout is how long one attempt of a call may take. A create that got no
// answer can still take effect until then.
func (c *Client) Timeout() time.Duration { return c.timeout }

// Format prints the address of the shop and no more, under every verb.
func (c *Client) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, "salespos client of "+c.base.Host)
}

// httpClient is a copy of the caller's client with all that was left out.
func (cfg config) httpClient() *http.Client {
	var hc http.Client
	if cfg.http != nil {
		hc = *cfg.http
	}
	if cfg.transport != nil {
		hc.Transport = cfg.transport
	}
	if hc.Transport == nil {
		hc.Transport = http.DefaultTransport
	}
	if hc.Timeout == 0 {
		hc.Timeout = DefaultTimeout
	}
	return &hc
}

// rate is the rate of a counter in windows of the configured pace.
func (cfg config) rate(key string) limit.Rate {
	rate := cfg.rates.withDefaults().of(key)
	rate.Window = cfg.paced(rate.Window)
	return rate
}

// paced is how long a time of the API takes at the configured pace.
func (cfg config) paced(d time.Duration) time.Duration {
	if cfg.pace > 0 {
		return time.Duration(float64(d) / cfg.pace)
	}
	return d
}

// of is the rate of a counter, "GET products".
func (r Rates) of(key string) limit.Rate {
	verb, resource, _ := strings.Cut(key, " ")
	calls := map[string]int{
		http.MethodGet:    r.Get,
		http.MethodPost:   r.Post,
		http.MethodPut:    r.Put,
		http.MethodPatch:  r.Patch,
		http.MethodDelete: r.Delete,
	}[verb]
	if resource == "productqueries" {
		calls = r.ProductQueries
	}
	return limit.Rate{Calls: calls, Window: time.Minute}
}

// apiBase makes the base of all paths from the address of the shop, with or
// without the path of the API behind it.
func apiBase(shopURL string, allowLoopback bool) (*url.URL, error) {
	base, err := rest.BaseURL(shopURL, allowLoopback)
	if err != nil {
		return nil, fmt.Errorf("shop %w", err)
	}
	switch path := strings.TrimSuffix(base.EscapedPath(), "/"); path {
	case "", apiPath:
		return &url.URL{Scheme: base.Scheme, Host: base.Host, Path: apiPath}, nil
	default:
		return nil, fmt.Errorf("shop address of %s: remove the path, the API is at %s of each shop", base.Host, apiPath)
	}
}

// checkKey refuses keys that cannot be meant. The error does not repeat them.
func checkKey(name, value string) error {
	switch {
	case value == "":
		return fmt.Errorf("the %s is empty; find it in the shop's back office under settings, API", name)
	case strings.ContainsFunc(value, func(r rune) bool { return r <= ' ' || r == 0x7f }):
		return fmt.Errorf("the %s has spaces or line breaks in it; copy it again", name)
	default:
		return nil
	}
}
