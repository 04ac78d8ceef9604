package ecwid

import "errors"

// Cart is an abandoned cart: an order that was never placed. Calls about it take
// its ID, not the one in Order.
type Cart struct {
	ID CartID `json:"cartId"`
	// RecoveredOrderID is the internal number of the order that came of it; 0:
	// none.
	RecoveredOrderID  int64 `json:"recoveredOrderId"`
	RecoveryEmailSent Time  `json:"recoveryEmailSentTimestamp"`
	Order
}

func (c *Cart) check() error {
	if c.ID == "" {
		return errors.New("it has no cart id")
	}
	return nil
}

// CartUpdate is a partial update of a cart: absent fields stay as they are.
type CartUpdate struct {
	// Hidden carts are not shown in the control panel.
	Hidden                   Opt[bool]               `json:"hidden,omitzero"`
	TaxesOnShipping          Opt[[]ShippingTaxWrite] `json:"taxesOnShipping,omitzero"` // replaced as a whole
	Kind                     Opt[CustomerKind]       `json:"b2b_b2c,omitzero"`
	RequestedInvoice         Opt[bool]               `json:"customerRequestedInvoice,omitzero"`
	FiscalCode               Opt[string]             `json:"customerFiscalCode,omitzero"`
	ElectronicInvoiceEmail   Opt[string]             `json:"electronicInvoicePecEmail,omitzero"`
	ElectronicInvoiceSDICode Opt[string]             `json:"electronicInvoiceSdiCode,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u CartUpdate) IsZero() bool { return isZero(u) }

// placeAnswer is what comes for a cart that became an order.
type placeAnswer struct {
	ID       OrderID `json:"id"`
	Number   int64   `json:"orderNumber"`
	PublicID OrderID `json:"vendorOrderNumber"`
}

func (a *placeAnswer) check() error {
	if a.ID == "" && a.PublicID == "" {
		return errors.New("it has no order id")
	}
	return nil
}
