package flows

import (
	"context"
	"errors"
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/internal/sides"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// CheckConfig names what [Check] looks at.
type CheckConfig struct {
	// SalesPOS and Ecwid are required, also where the flows have the same clients.
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	// Flows that are nil are not used.
	Categories *CategoryConfig
	Products   *ProductConfig
	Stock      *StockConfig
	Orders     *OrderConfig
}

// Finding is one thing that Check found.
type Finding struct {
	// Subject is a system, a flow or a mapping.
	Subject string
	// Problem says what is wrong, Remedy what to do about it.
	Problem, Remedy string
	// Warning marks what may be wanted.
	Warning bool
}

// String is the finding in one line.
func (f Finding) String() string {
	kind := "error"
	if f.Warning {
		kind = "warning"
	}
	return fmt.Sprintf("%s: %s: %s: %s", kind, f.Subject, f.Problem, f.Remedy)
}

// CheckResult is what [Check] found, and the lists to choose settings from.
type CheckResult struct {
	Findings []Finding
	// Packages, PayMethods and OrderStatuses are those of the POS, ShopTaxes the
	// manual taxes of the shop.
	Packages      []salespos.Package
	PayMethods    []salespos.PayMethod
	OrderStatuses []salespos.StatusName
	ShopTaxes     []ecwid.Tax
}

// OK reports that nothing was found but warnings.
func (r *CheckResult) OK() bool {
	for _, f := range r.Findings {
		if !f.Warning {
			return false
		}
	}
	return true
}

// Check tests credentials, permissions, settings and mappings before the first
// pass, and returns everything that it finds at once. It writes nothing. An
// error means that the check itself was cut off.
func Check(ctx context.Context, c CheckConfig) (*CheckResult, error) {
	r := &checking{}
	r.configs(c)
	if c.SalesPOS == nil || c.Ecwid == nil {
		r.add("CheckConfig", "SalesPOS or Ecwid is missing", "set them to the clients of the flows")
		return &r.CheckResult, nil
	}
	settings := r.salesPOS(ctx, c.SalesPOS)
	profile := r.ecwid(ctx, c)
	if c.Products != nil && len(c.Products.AttributeMap) > 0 {
		r.attributes(ctx, c)
	}
	if settings != nil && profile != nil {
		r.compare(settings, profile)
	}
	return &r.CheckResult, ctx.Err()
}

type checking struct{ CheckResult }

func (r *checking) add(subject, problem, remedy string) {
	r.Findings = append(r.Findings, Finding{Subject: subject, Problem: problem, Remedy: remedy})
}

func (r *checking) warn(subject, problem, remedy string) {
	r.Findings = append(r.Findings, Finding{Subject: subject, Problem: problem, Remedy: remedy, Warning: true})
}

// configs checks the settings and mappings of the flows that are used.
func (r *checking) configs(c CheckConfig) {
	if c.Categories != nil {
		r.settings("categories", c.Categories.check())
		checkMapping(r, c.Categories.mapping(), catalog.CategorySchema())
	}
	if c.Products != nil {
		r.settings("products", c.Products.check())
		m, _ := c.Products.mapping() // what is wrong with the attribute map is a setting's problem
		checkMapping(r, m.Products, catalog.ProductSchema())
		checkMapping(r, m.Variants, catalog.VariantSchema())
	}
	if c.Stock != nil {
		r.settings("stock", c.Stock.check())
	}
	if c.Orders != nil {
		r.settings("orders", c.Orders.check())
		checkMapping(r, orDefault(c.Orders.Mapping, catalog.Orders()), catalog.OrderSchema())
		checkMapping(r, orDefault(c.Orders.Lines, catalog.OrderLines()), catalog.OrderLineSchema())
		checkMapping(r, orDefault(c.Orders.Customers, catalog.Users()), catalog.UserSchema())
	}
}

func (r *checking) settings(flow string, err error) {
	fault, ok := errors.AsType[*pass.Error](err)
	if !ok {
		return
	}
	joined, ok := fault.Err.(interface{ Unwrap() []error })
	if !ok {
		return
	}
	for _, one := range joined.Unwrap() {
		if s, ok := errors.AsType[*SettingError](one); ok {
			r.add(flow, s.Setting+": "+s.Problem, s.Remedy)
		}
	}
}

func checkMapping[S, T, P any](r *checking, d mapping.Definition, schema mapping.Schema[S, T, P]) {
	for _, problem := range mapping.Check(d, schema) {
		r.Findings = append(r.Findings, Finding{
			Subject: "mapping " + d.Name, Problem: fmt.Sprintf("field %s: %s", problem.Field, problem.Problem),
			Remedy: problem.Remedy, Warning: problem.Warning,
		})
	}
}

// try books the failure of a read that the flows need.
func (r *checking) try(subject, what string, err error) bool {
	if err != nil {
		r.add(subject, fmt.Sprintf("%s cannot be read: %v", what, err), "check address and keys, and that the key may read "+what)
	}
	return err == nil
}

// salesPOS reads what the flows need of the POS.
func (r *checking) salesPOS(ctx context.Context, client *salespos.Client) *salespos.Settings {
	const subject = "SalesPOS"
	shops, err := client.Webshops.List(ctx)
	if !r.try(subject, "the shop", err) {
		return nil
	}
	if len(shops) == 0 {
		r.add(subject, "the account lists no shop of its own", "use the key of a SalesPOS administration")
		return nil
	}
	if kind := shops[0].IsSalesPOS; kind != nil && !*kind {
		r.warn(subject, "the key belongs to a web shop, not to a point of sale", "check that the right administration is connected")
	}
	settings, err := client.Settings.Get(ctx, shops[0].ID)
	if !r.try(subject, "settings", err) {
		return nil
	}
	r.OrderStatuses = settings.OrderStatus
	if !settings.Stock {
		r.warn(subject, "the stock module is off", "turn it on before stock is synchronised")
	}
	r.Packages, err = client.Packages.List(ctx)
	r.try(subject, "packages", err)
	r.PayMethods, err = client.PayMethods.List(ctx)
	r.try(subject, "payment methods", err)
	_, err = client.Products.List(ctx, &salespos.ProductListOptions{Size: 1})
	r.try(subject, "products", err)
	return settings
}

// ecwid reads what the flows need of the shop.
func (r *checking) ecwid(ctx context.Context, c CheckConfig) *ecwid.Profile {
	const subject = "Ecwid"
	profile, err := c.Ecwid.Profile.Get(ctx)
	if !r.try(subject, "the store profile", err) {
		return nil
	}
	r.ShopTaxes = profile.TaxSettings.Taxes
	if c.Products != nil || c.Stock != nil {
		_, err = c.Ecwid.Products.List(ctx, &ecwid.ProductListOptions{Limit: 1})
		r.try(subject, "products", err)
	}
	if c.Orders != nil {
		_, err = c.Ecwid.Orders.List(ctx, &ecwid.OrderListOptions{Limit: 1})
		r.try(subject, "orders", err)
	}
	if profile.Feature("ALLOW_EMPTY_AND_NON_UNIQUE_SKU") {
		r.warn(subject, "the store allows repeated SKUs", "each new product then costs one search more")
	}
	return profile
}

// compare checks that both systems count in the same money.
func (r *checking) compare(settings *salespos.Settings, profile *ecwid.Profile) {
	if problem := sides.CurrencyProblem(settings.Currency, profile.FormatsAndUnits.Currency); problem != "" {
		r.add("currency", problem, "set one and the same currency at both: amounts are not converted")
	}
	gross := profile.TaxSettings.PricesIncludeTax
	if settings.PricesIncludeVAT != nil && *settings.PricesIncludeVAT != gross {
		r.add("prices", fmt.Sprintf("prices at the POS include VAT: %t, prices in the shop: %t", *settings.PricesIncludeVAT, gross),
			"let both enter prices the same way: they are not converted")
	}
}
