package salespos

import (
	"context"

	"github.com/tillsync/tillsync/internal/rest"
)

// App is an app of the vendor's app store. Numbers that the API may leave out
// are pointers, nil when it did.
type App struct {
	Extra
	Href          string       `json:"href"`
	ID            AppID        `json:"id"`
	Name          string       `json:"name"`
	EURPrices     AppPrices    `json:"eur_prices"`
	CHFPrices     AppPrices    `json:"chf_prices"`
	Created       Time         `json:"create_date"`
	Modified      Time         `json:"modified_date"`
	Description   string       `json:"description"`
	Cover         string       `json:"cover"` // URL
	Logo          string       `json:"logo"`  // URL
	Developer     AppDeveloper `json:"developer"`
	Installations *Amount      `json:"number_of_installations"`
	// IsInstalled: the installation is finished.
	IsInstalled bool                `json:"is_installed"`
	Languages   []string            `json:"available_languages"`
	Photos      []string            `json:"photos"` // URLs
	Categories  Linked[AppCategory] `json:"categories"`
	CodeBlocks  Link                `json:"code_blocks"`
	PSP         Link                `json:"psp"`
	Parent      Link                `json:"parent"`
}

// AppPrices are the prices of an app in one currency.
type AppPrices struct {
	OneTime *Amount `json:"one_time_costs"`
	Monthly *Amount `json:"monthly_costs"`
}

// AppDeveloper is who made an app.
type AppDeveloper struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Email   string `json:"email"`
	Website string `json:"website"`
}

// AppCategory is a category of the app store.
type AppCategory struct {
	Extra
	Href        string        `json:"href"`
	ID          AppCategoryID `json:"id"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Position    *int          `json:"position"`
	Apps        Link          `json:"apps"`
	Parent      Link          `json:"parent"`
}

// AppExpand names a sub-resource that comes along with apps.
type AppExpand string

// ExpandAppCategories fills App.Categories.
const ExpandAppCategories AppExpand = "categories"

// markExpanded marks what the request asked for.
func (a *App) markExpanded(asked []AppExpand) {
	if len(asked) > 0 {
		a.Categories.mark()
	}
}

// AppOrder is a sort order of apps.
type AppOrder string

// The sort orders of apps.
const (
	AppsByDate           AppOrder = "date"
	AppsByDateDesc       AppOrder = "date_desc"
	AppsByID             AppOrder = "id"
	AppsByIDDesc         AppOrder = "id_desc"
	AppsByName           AppOrder = "name"
	AppsByNameDesc       AppOrder = "name_desc"
	AppsByPopularity     AppOrder = "populair"
	AppsByPopularityDesc AppOrder = "populair_desc"
)

// AppListOptions select and sort apps. nil and the zero value list all of them.
type AppListOptions struct {
	Name    string
	OrderBy AppOrder
	Expand  []AppExpand
}

func (o *AppListOptions) query() *rest.Query {
	query := new(rest.Query)
	if o == nil {
		return query
	}
	addText(query, "name", o.Name)
	expandQuery(query, o.Expand)
	addText(query, "orderby", o.OrderBy)
	return query
}

// AppService reads apps and finishes their installation.
type AppService service

func (s *AppService) listing(r route, opts *AppListOptions) listing[App] {
	var asked []AppExpand
	if opts != nil {
		asked = opts.Expand
	}
	return listing[App]{
		client: s.client, route: r, query: opts.query(),
		finish: func(a *App) { a.markExpanded(asked) },
	}
}

// List reads the apps that the key pair belongs to, one for the key pair of an
// app; the API does not page them.
//
// Endpoint: GET /apps
func (s *AppService) List(ctx context.Context, opts *AppListOptions) ([]App, error) {
	return s.listing(at("/apps"), opts).slice(ctx)
}

// ListByCategory reads the apps of a category of the app store; the API does not
// page them.
//
// Endpoint: GET /appstorecategories/{id}/apps
func (s *AppService) ListByCategory(ctx context.Context, id AppCategoryID, opts *AppListOptions) ([]App, error) {
	return s.listing(atID("/appstorecategories/{id}/apps", id), opts).slice(ctx)
}

// Get reads one app with the named sub-resources.
//
// Endpoint: GET /apps/{id}
func (s *AppService) Get(ctx context.Context, id AppID, expand ...AppExpand) (*App, error) {
	query := new(rest.Query)
	expandQuery(query, expand)
	app, err := getRecord[App](ctx, s.client, atID("/apps/{id}", id), query)
	if err != nil {
		return nil, err
	}
	app.markExpanded(expand)
	return app, nil
}

// SetInstalled tells the platform whether the app is installed; true is the last
// step of an installation, see FinishInstall.
//
// Endpoint: PATCH /apps/{id}
func (s *AppService) SetInstalled(ctx context.Context, id AppID, installed bool) error {
	body := struct {
		IsInstalled bool `json:"is_installed"`
	}{installed}
	return s.client.update(ctx, atID("/apps/{id}", id), body, true)
}
