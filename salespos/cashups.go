package salespos

import (
	"context"
	"encoding/json"
)

// CashUpOpen is the status of a count that is under way, the only one that is
// known to the letter.
const CashUpOpen = "OPEN"

// CashUp is a count of the money in a till, usually at the end of a day. Only
// SalesPOS administrations have them.
type CashUp struct {
	Extra
	Href       string   `json:"href"`
	ID         CashUpID `json:"id"`
	NumberFull string   `json:"number_full"`
	Created    Time     `json:"create_date"`
	// Start and End bound the time that is counted; End is zero while it runs.
	Start  Time   `json:"start_period"`
	End    Time   `json:"end_period"`
	Status string `json:"status"`
	// Balances counts each kind of payment and VATTotals each rate of VAT. The
	// vendor does not document their keys.
	Balances  []json.RawMessage `json:"balances"`
	VATTotals []json.RawMessage `json:"vat_totals"`
	Parent    Link              `json:"parent"`
}

// CashUpService reads the counts of tills. The API also has POST /cashups, which
// begins a count with status [CashUpOpen], and PATCH /cashups/{id}; what their
// bodies hold is not documented, hence no types. Who knows them sends them with
// [Client.Do], and reads the answer with Response.Decode into a CashUp.
type CashUpService service

// List reads all counts. It is not known whether the API pages them; pages are
// followed when there are any.
//
// Endpoint: GET /cashups
func (s *CashUpService) List(ctx context.Context) ([]CashUp, error) {
	return listing[CashUp]{client: s.client, route: at("/cashups")}.slice(ctx)
}

// Get reads one count.
//
// Endpoint: GET /cashups/{id}
func (s *CashUpService) Get(ctx context.Context, id CashUpID) (*CashUp, error) {
	return getRecord[CashUp](ctx, s.client, atID("/cashups/{id}", id), nil)
}
