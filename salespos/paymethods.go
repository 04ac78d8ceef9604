package salespos

import "context"

// PayMethod is a payment method that the shop has switched on.
type PayMethod struct {
	Extra
	// ID is the value of Order.PayMethodID.
	ID     PayMethodID `json:"id"`
	PSP    string      `json:"psp"`
	Method string      `json:"method"`
	// CombinedName is the value of Order.PayMethod.
	CombinedName string `json:"combined_name"`
	// Label is the name in the language of WithLanguage.
	Label string `json:"label"`
	// ExtraCosts: the shopper pays a fee.
	ExtraCosts           bool   `json:"extra_costs"`
	ExtraCostsFixed      Amount `json:"extra_costs_fixed"`
	ExtraCostsPercentage Amount `json:"extra_costs_percentage"`
	// AppPSP and AppPSPPayMethod are URLs.
	AppPSP          string `json:"apppsp"`
	AppPSPPayMethod string `json:"apppsppaymethod"`
}

// PayMethodService reads the payment methods.
type PayMethodService service

// List reads all payment methods that are switched on; the API does not page
// them.
//
// Endpoint: GET /paymethods
func (s *PayMethodService) List(ctx context.Context) ([]PayMethod, error) {
	return listing[PayMethod]{client: s.client, route: at("/paymethods")}.slice(ctx)
}
