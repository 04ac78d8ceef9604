package sides

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// skuToggle is the store feature that allows repeated SKUs.
const skuToggle = "ALLOW_EMPTY_AND_NON_UNIQUE_SKU"

// taxTable joins the VAT classes of SalesPOS with the manual taxes of Ecwid by
// equal rate, and compares their currencies. All is read once in a pass, when the
// first record needs it.
type taxTable struct {
	pos  *salespos.Client
	shop *ecwid.Client

	mu           sync.Mutex
	profile      *ecwid.Profile
	webshop      salespos.WebshopID // 0: not read yet
	sameCurrency bool
	rates        map[string]decimal.Decimal // by VAT class, lower case
}

// checkCurrency refuses a pass between systems that count in different money.
func (t *taxTable) checkCurrency(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.sameCurrency {
		return nil
	}
	profile, err := t.readProfile(ctx)
	if err != nil {
		return err
	}
	if err := t.readWebshop(ctx); err != nil {
		return err
	}
	err = checkCurrency(ctx, t.pos, t.webshop, profile)
	t.sameCurrency = err == nil
	return err
}

// of returns the shop's taxes with the rate of a VAT class. known is false in a
// shop that calculates taxes itself or has none: the field is left alone.
func (t *taxTable) of(ctx context.Context, class salespos.TaxTariff) (ids []ecwid.TaxID, known bool, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	profile, err := t.readProfile(ctx)
	if err != nil {
		return nil, false, err
	}
	if profile.TaxSettings.AutomaticTaxEnabled || len(profile.TaxSettings.Taxes) == 0 {
		return nil, false, nil
	}
	if err := t.readRates(ctx, profile.Company.CountryCode); err != nil {
		return nil, false, err
	}
	rate, ok := t.rates[folded(string(class))]
	if !ok {
		return nil, false, noTax(class, "has no rate for the shop's country")
	}
	for _, tax := range profile.TaxSettings.Taxes {
		if tax.Enabled && tax.DefaultTax.Equal(rate) {
			ids = append(ids, tax.ID)
		}
	}
	switch {
	case rate.IsZero() && len(ids) == 0:
		return nil, true, nil
	case len(ids) == 0:
		return nil, false, noTax(class, fmt.Sprintf("has %s %%, and no tax of the shop has that rate", rate))
	case len(ids) > 1:
		return nil, false, noTax(class, fmt.Sprintf("has %s %%, and %d taxes of the shop have that rate", rate, len(ids)))
	}
	return ids, true, nil
}

func noTax(class salespos.TaxTariff, problem string) error {
	return refusal(pass.ClassMapping, "TaxUnmapped", fmt.Errorf("VAT class %q %s", class, problem))
}

// uniqueSKUs reports whether the shop refuses a second product with a SKU.
func (t *taxTable) uniqueSKUs(ctx context.Context) (bool, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	profile, err := t.readProfile(ctx)
	if err != nil {
		return false, err
	}
	for _, toggle := range profile.FeatureToggles {
		if toggle.Name == skuToggle && toggle.Enabled {
			return false, nil
		}
	}
	return true, nil
}

func (t *taxTable) readProfile(ctx context.Context) (*ecwid.Profile, error) {
	if t.profile != nil {
		return t.profile, nil
	}
	profile, err := t.shop.Profile.Get(ctx)
	if err != nil {
		return nil, fault(err)
	}
	t.profile = profile
	return profile, nil
}

func (t *taxTable) readWebshop(ctx context.Context) (err error) {
	if t.webshop == 0 {
		t.webshop, err = firstWebshop(ctx, t.pos)
	}
	return err
}

// readRates reads the percentages of the VAT classes in one country.
func (t *taxTable) readRates(ctx context.Context, country string) error {
	if t.rates != nil {
		return nil
	}
	if err := t.readWebshop(ctx); err != nil {
		return err
	}
	zones, err := t.pos.Webshops.GeoZoneCountries(ctx, t.webshop)
	if err != nil {
		return fault(err)
	}
	rates := map[string]decimal.Decimal{}
	for _, zone := range zones {
		if folded(zone.Code) != folded(country) {
			continue
		}
		for _, tariff := range zone.Tariffs {
			rates[folded(string(tariff.Type))] = tariff.Percentage.Decimal
		}
	}
	t.rates = rates
	return nil
}

// firstWebshop is the shop that holds the settings of the POS.
func firstWebshop(ctx context.Context, pos *salespos.Client) (salespos.WebshopID, error) {
	shops, err := pos.Webshops.List(ctx)
	if err != nil {
		return 0, fault(err)
	}
	if len(shops) > 0 {
		return shops[0].ID, nil
	}
	return 0, &pass.Error{Class: pass.ClassConfig, Reason: "NoWebshop", Err: errors.New("the SalesPOS account lists no shop of its own"),
		Remedy: "check that the key belongs to a SalesPOS administration"}
}

func folded(text string) string { return strings.ToLower(strings.TrimSpace(text)) }
