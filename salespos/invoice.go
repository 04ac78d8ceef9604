package salespos

import "reflect"

// InvoiceStatus is the state of an invoice. Unknown ones are kept as they are.
type InvoiceStatus string

// The states of an invoice.
const (
	InvoicePaid       InvoiceStatus = "paid"
	InvoiceUnpaid     InvoiceStatus = "unpaid"
	InvoiceReimbursed InvoiceStatus = "reimbursed"
)

// Invoice is an invoice or credit invoice of an order.
type Invoice struct {
	Extra
	Href string    `json:"href"`
	ID   InvoiceID `json:"id"`
	// NumberFull and OrderNumberFull are what people see; do not compose them.
	NumberPrefix      string        `json:"invoicenumber_prefix"`
	Number            int64         `json:"invoicenumber"`
	NumberFull        string        `json:"invoicenumber_full"`
	OrderNumberPrefix string        `json:"ordernumber_prefix"`
	OrderNumber       int64         `json:"ordernumber"`
	OrderNumberFull   string        `json:"ordernumber_full"`
	Created           Time          `json:"create_date"`
	Status            InvoiceStatus `json:"status"`
	// StatusName is Status in the language of WithLanguage.
	StatusName string `json:"status_name"`
	// Type tells debit and credit invoices apart, in the vendor's spelling.
	Type string `json:"type"`
	// PaymentLinkSent is zero when no link was sent.
	PaymentLinkSent Time `json:"payment_link_sent"`

	// TaxesIncluded false hides all taxes.
	TaxesIncluded bool `json:"taxes_included"`
	// RowTaxesIncluded: the prices of the rows include VAT.
	RowTaxesIncluded      bool   `json:"invoice_row_taxes_included"`
	IsIntraCommunity      bool   `json:"is_intra_community_order"`
	ShippingTaxesIncluded bool   `json:"shipping_taxes_included"`
	ShippingTaxPercentage Amount `json:"shipping_tax_percentage"`

	TotalShipping Amount `json:"total_shipping"`
	// TotalDiscounts includes coupons.
	TotalDiscounts   Amount `json:"total_discounts"`
	TotalPriceIncTax Amount `json:"total_price_inc_tax"`
	TotalPriceExcTax Amount `json:"total_price_exc_tax"`
	TotalPrice       Amount `json:"total_price"`
	TotalTax         Amount `json:"total_tax"`
	Currency         string `json:"currency"`

	ExtraPaymentOption      string  `json:"extra_payment_option"`
	ExtraPaymentOptionPrice *Amount `json:"extra_payment_option_price"`
	PayMethodCosts          Amount  `json:"paymethod_costs"`
	CreditPointDiscount     *Amount `json:"credit_point_discount"`
	// ExtraCosts may be negative, a discount on the invoice.
	ExtraCosts            Amount `json:"extra_costs"`
	ExtraCostsDescription string `json:"extra_costs_description"`

	// ExternalReference is the number of the invoice in another system.
	ExternalReference string       `json:"external_reference"`
	Deeplink          string       `json:"deeplink"` // the PDF
	User              OrderUser    `json:"user"`
	Customer          PersonalInfo `json:"customer"`
	DiscountCoupon    OrderCoupon  `json:"discountcoupon"`
	// OrderHref is the URL of the order, "" when there is none.
	OrderHref     string `json:"order"`
	Rows          Link   `json:"invoicerows"`
	Notifications Link   `json:"invoicenotifications"`
	// DownloadLink is deprecated, use Deeplink.
	DownloadLink string `json:"download_link"`
	Parent       Link   `json:"parent"`
}

// InvoiceCreate is the body of a new invoice; every field is optional.
type InvoiceCreate struct{ InvoiceFields }

// InvoiceUpdate changes the fields that are set and leaves the others alone.
type InvoiceUpdate struct{ InvoiceFields }

// IsZero reports that nothing is set: such an update is not worth a request.
func (u InvoiceUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// InvoiceFields are the optional fields that creates and updates share.
type InvoiceFields struct {
	Status          Opt[InvoiceStatus] `json:"status,omitzero"`
	PaymentLinkSent Opt[Time]          `json:"payment_link_sent,omitzero"`
	// ExternalReference is the number of the invoice in another system.
	ExternalReference Opt[string] `json:"external_reference,omitzero"`
}
