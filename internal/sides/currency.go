package sides

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/salespos"
)

// minorDigits is the number of decimals of a currency (ISO 4217); 2 when it is not
// known.
func minorDigits(currency string) int32 {
	switch currency {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	default:
		return 2
	}
}

// CurrencyProblem says why amounts of a shop must not be booked at a POS: its
// message, or "". Nothing is converted, so both must tell their currency (ISO 4217)
// and tell the same.
func CurrencyProblem(pos, shop string) string {
	switch pos, shop := strings.TrimSpace(pos), strings.TrimSpace(shop); {
	case pos == "":
		return "the POS does not tell its currency"
	case shop == "":
		return "the shop does not tell its currency"
	case !strings.EqualFold(pos, shop):
		return fmt.Sprintf("the POS counts in %s and the shop in %s", pos, shop)
	default:
		return ""
	}
}

// checkCurrency reads the currency of the POS and refuses a pass between systems that
// count in different money.
func checkCurrency(ctx context.Context, pos *salespos.Client, webshop salespos.WebshopID, profile *ecwid.Profile) error {
	settings, err := pos.Settings.Get(ctx, webshop)
	if err != nil {
		return fault(err)
	}
	problem := CurrencyProblem(settings.Currency, profile.FormatsAndUnits.Currency)
	if problem == "" {
		return nil
	}
	return &pass.Error{Class: pass.ClassConfig, Reason: "CurrencyDiffers",
		Err: errors.New(problem), Remedy: "set one and the same currency at both: amounts are not converted"}
}

// moneyTerms reads what the amounts of a shop mean, once in a pass. Orders of Ecwid carry
// no currency of their own: they are in that of the store.
type moneyTerms struct {
	pos  *salespos.Client
	shop *ecwid.Client

	currency string // "": not read yet
	// taxed says that the shop takes taxes.
	taxed bool
}

// read refuses a pass between systems that count in different money.
func (m *moneyTerms) read(ctx context.Context) error {
	if m.currency != "" {
		return nil
	}
	profile, err := m.shop.Profile.Get(ctx)
	if err != nil {
		return fault(err)
	}
	webshop, err := firstWebshop(ctx, m.pos)
	if err != nil {
		return err
	}
	if err := checkCurrency(ctx, m.pos, webshop, profile); err != nil {
		return err
	}
	m.currency = strings.ToUpper(strings.TrimSpace(profile.FormatsAndUnits.Currency))
	m.taxed = takesTaxes(&profile.TaxSettings)
	return nil
}

func takesTaxes(settings *ecwid.TaxSettings) bool {
	if settings.AutomaticTaxEnabled {
		return true
	}
	for i := range settings.Taxes {
		if settings.Taxes[i].Enabled {
			return true
		}
	}
	return false
}

// describe completes an order with what its amounts mean.
func (m *moneyTerms) describe(record *shopOrder) {
	record.Currency = m.currency
	record.GrossRows = grossPrices(record.Order)
	record.TaxFree = taxFree(record.Order, m.taxed)
}
