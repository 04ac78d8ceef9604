package ecwid

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/tillsync/tillsync/internal/rest"
)

// Client talks to one Ecwid store with one token. It is immutable and safe for
// concurrent use; all its callers share one rate limit.
type Client struct {
	Application         *ApplicationService
	Batches             *BatchesService
	Brands              *BrandsService
	Carts               *CartsService
	Categories          *CategoriesService
	CheckoutExtraFields *CheckoutExtraFieldsService
	Combinations        *CombinationsService
	CustomerContacts    *CustomerContactsService
	CustomerExtraFields *CustomerExtraFieldsService
	CustomerGroups      *CustomerGroupsService
	Customers           *CustomersService
	Deleted             *DeletedService
	Dictionaries        *DictionariesService
	Files               *FilesService
	Images              *ImagesService
	Invoices            *InvoicesService
	OrderExtraFields    *OrderExtraFieldsService
	OrderFiles          *OrderFilesService
	Orders              *OrdersService
	OrderStatuses       *OrderStatusesService
	PaymentOptions      *PaymentOptionsService
	Products            *ProductsService
	ProductTypes        *ProductTypesService
	Profile             *ProfileService
	ShippingOptions     *ShippingOptionsService
	Stock               *StockService
	Storage             *StorageService
	Subscriptions       *SubscriptionsService
	Videos              *VideosService

	// batchSize is the largest batch that Run makes, batchRate the rate that a
	// batch has to fit into, 0 for any. A free batch counts as one request.
	batchSize, batchRate int
	freeBatches          bool
	shares               *batchShares

	rest    funnel
	timeout time.Duration
	storeID int64

	unknownField func(document, field string)
	// token is a function because fmt prints every field, also unexported
	// ones, but of a function only its address.
	token func() string
}

// service is what all services are: a view of the client.
type service struct{ client *Client }

// New makes a client for the store with the given id. token is the secret
// access token of the app ("secret_..."). All mistakes are reported at once and
// without the token. Nothing is sent.
func New(storeID int64, token string, opts ...Option) (*Client, error) {
	cfg := config{baseURL: DefaultBaseURL, perMinute: DefaultRate, pace: 1}
	var errs []error
	for _, option := range opts {
		errs = append(errs, option(&cfg))
	}
	base, err := apiBase(cfg, storeID)
	errs = append(errs, err, checkStoreID(storeID), checkToken(token))
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("ecwid: new client: %w", err)
	}
	return newClient(storeID, token, cfg, base)
}

// apiBase is the address below which everything of the store is.
func apiBase(cfg config, storeID int64) (*url.URL, error) {
	base, err := rest.BaseURL(cfg.baseURL, cfg.loopback)
	switch {
	case err != nil:
		return nil, err
	case strings.Contains(base.Path+"/", "/api/v3/"):
		return nil, fmt.Errorf("address of %s: leave /api/v3 out, it is added", base.Hostname())
	}
	return base.JoinPath("api", "v3", strconv.FormatInt(storeID, 10)), nil
}

func newClient(storeID int64, token string, cfg config, base *url.URL) (*Client, error) {
	hc := cfg.httpClient()
	funnel, err := rest.New(rest.Config{
		Base:      base,
		HTTP:      hc,
		Limiter:   cfg.limits(),
		Logger:    cfg.logger,
		Judge:     judge,
		UserAgent: cfg.userAgent,
	})
	if err != nil {
		return nil, fmt.Errorf("ecwid: new client: %w", err)
	}
	c := &Client{
		rest: funnel, timeout: hc.Timeout, storeID: storeID, token: func() string { return token },
		unknownField: cfg.unknownField,
		batchSize:    cfg.batchSize(), batchRate: cfg.batchRate(), freeBatches: cfg.freeBatches,
		shares: newBatchShares(),
	}
	c.addServices()
	return c, nil
}

// through is the client on another funnel.
func (c *Client) through(f funnel) *Client {
	other := *c
	other.rest = f
	other.addServices()
	return &other
}

func (c *Client) addServices() {
	s := &service{client: c}
	c.Application = (*ApplicationService)(s)
	c.Batches = (*BatchesService)(s)
	c.Brands = (*BrandsService)(s)
	c.Carts = (*CartsService)(s)
	c.Categories = (*CategoriesService)(s)
	c.CheckoutExtraFields = (*CheckoutExtraFieldsService)(s)
	c.Combinations = (*CombinationsService)(s)
	c.CustomerContacts = (*CustomerContactsService)(s)
	c.CustomerExtraFields = (*CustomerExtraFieldsService)(s)
	c.CustomerGroups = (*CustomerGroupsService)(s)
	c.Customers = (*CustomersService)(s)
	c.Deleted = (*DeletedService)(s)
	c.Dictionaries = (*DictionariesService)(s)
	c.Files = (*FilesService)(s)
	c.Images = (*ImagesService)(s)
	c.Invoices = (*InvoicesService)(s)
	c.OrderExtraFields = (*OrderExtraFieldsService)(s)
	c.OrderFiles = (*OrderFilesService)(s)
	c.Orders = (*OrdersService)(s)
	c.OrderStatuses = (*OrderStatusesService)(s)
	c.PaymentOptions = (*PaymentOptionsService)(s)
	c.Products = (*ProductsService)(s)
	c.ProductTypes = (*ProductTypesService)(s)
	c.Profile = (*ProfileService)(s)
	c.ShippingOptions = (*ShippingOptionsService)(s)
	c.Stock = (*StockService)(s)
	c.Storage = (*StorageService)(s)
	c.Subscriptions = (*SubscriptionsService)(s)
	c.Videos = (*VideosService)(s)
}

// StoreID is the id of the store this client talks to.
func (c *Client) StoreID() int64 { return c.storeID }

// Timeout is how long one attempt of one request may take. A request that was
// sent before an instant is answered, or lost, this long after it.
func (c *Client) Timeout() time.Duration { return c.timeout }

func checkStoreID(id int64) error {
	if id <= 0 {
		return fmt.Errorf("store id %d is not above 0; it stands in the control panel of the store", id)
	}
	return nil
}

func checkToken(token string) error {
	switch {
	case token == "":
		return errors.New("the token is empty; use the secret access token of the app")
	case strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return errors.New("the token has blanks, line breaks or special characters; was it copied completely?")
	}
	return nil
}

// rateLimitPause is how long a 429 without Retry-After stops the token.
const rateLimitPause = 10 * time.Second

// judge tells the funnel what is worth another try. 408 and 5xx may come after
// the work was done; a locked catalogue (449) refuses the work.
func judge(answer rest.Answer) rest.Verdict {
	switch status := answer.Status; {
	case status == http.StatusTooManyRequests:
		return rest.Verdict{Retry: true, Untouched: true, CoolDown: rateLimitPause}
	case status == statusRetryWith:
		return rest.Verdict{Retry: true, Untouched: true}
	case status == http.StatusRequestTimeout, status >= http.StatusInternalServerError:
		return rest.Verdict{Retry: true}
	}
	return rest.Verdict{}
}
