package salespos

import "reflect"

// OrderCreate is the body of a new order. The API has no key that makes it
// happen only once: leave a reference of your own in ReservationNumber.
type OrderCreate struct {
	// Customer may be empty when UserID is set: the user's data is copied, and
	// what is set here overrides it.
	Customer PersonalInfoInput `json:"customer"`
	Rows     []OrderRowInput   `json:"orderrows"`
	// UserID absent makes a guest order.
	UserID Opt[UserID] `json:"user_id,omitzero"`
	// IsCompleted is true when absent: the order gets its number at once.
	IsCompleted Opt[bool] `json:"is_completed,omitzero"`
	OrderFields
}

// OrderUpdate changes the fields that are set and leaves the others alone.
type OrderUpdate struct {
	Customer Opt[PersonalInfoInput] `json:"customer,omitzero"`
	// Rows replaces all rows, and the order is calculated anew.
	Rows Opt[[]OrderRowInput] `json:"orderrows,omitzero"`
	// Mail sends the shopper an e-mail about the change of status, with Note in
	// it. Such an update is not repeated by itself: it may have mailed already.
	Mail Opt[bool]   `json:"mail,omitzero"`
	Note Opt[string] `json:"note,omitzero"`
	OrderFields
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u OrderUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// OrderFields are the optional fields that creates and updates share.
type OrderFields struct {
	InvoiceNumber Opt[int64] `json:"invoicenumber,omitzero"`
	// DeliverMethod: write DeliverByShipping only, the others are unverified.
	DeliverMethod         Opt[string]        `json:"deliver_method,omitzero"`
	DeliverDate           Opt[Time]          `json:"deliver_date,omitzero"`
	TakeoutSlot           Opt[TakeoutSlotID] `json:"takeoutslot,omitzero"`
	IsPlatformSale        Opt[bool]          `json:"is_platform_sale,omitzero"`
	IsIntraCommunity      Opt[bool]          `json:"is_intra_community_order,omitzero"`
	Language              Opt[string]        `json:"orderedinlng,omitzero"`
	Status                Opt[OrderStatus]   `json:"status,omitzero"`
	Paid                  Opt[bool]          `json:"paid,omitzero"`
	SafetyDepositReturned Opt[bool]          `json:"safety_deposit_returned,omitzero"`
	TaxesIncluded         Opt[bool]          `json:"taxes_included,omitzero"`
	// RowTaxesIncluded: the prices of the rows include VAT.
	RowTaxesIncluded      Opt[bool] `json:"order_row_taxes_included,omitzero"`
	ShippingTaxesIncluded Opt[bool] `json:"shipping_taxes_included,omitzero"`
	// TotalShipping absent lets the shop calculate it; 0 is free.
	TotalShipping  Opt[Amount] `json:"total_shipping,omitzero"`
	Currency       Opt[string] `json:"currency,omitzero"` // ISO 4217
	PayMethodCosts Opt[Amount] `json:"paymethod_costs,omitzero"`
	// ExtraCosts may be negative, a discount on the order.
	ExtraCosts            Opt[Amount] `json:"extra_costs,omitzero"`
	ExtraCostsDescription Opt[string] `json:"extra_costs_description,omitzero"`
	TrackingCode          Opt[string] `json:"track_and_trace_code,omitzero"`
	TrackingCarrier       Opt[string] `json:"track_and_trace_carrier,omitzero"`
	// ReservationNumber is a free reference and may be printed on the invoice.
	ReservationNumber Opt[string] `json:"reservationnumber,omitzero"`
}

// OrderRowInput is a row of an order that is written. With ProductID the fields
// that are absent come from the product; without it Price, PurchasePrice,
// Discount, Tax, Unit, Weight, Memo and PackageID are needed too.
type OrderRowInput struct {
	// Count is required; decimals are allowed as far as the product has them.
	Count     Amount         `json:"count"`
	ProductID Opt[ProductID] `json:"product_id,omitzero"`
	// CombinationID names the variant; its values are added to the row.
	CombinationID Opt[CombinationID] `json:"attribute_combination_id,omitzero"`
	// ProductType is "product" when absent.
	ProductType Opt[string] `json:"product_type,omitzero"`
	// AutoDepositRows adds the deposits of the product; true when absent.
	AutoDepositRows Opt[bool] `json:"auto_create_deposit_rows,omitzero"`
	// ProductName and ProductNumber are for rows without ProductID.
	ProductName   Opt[string] `json:"product_name,omitzero"`
	ProductNumber Opt[string] `json:"product_number,omitzero"`
	// Price is per unit, with VAT if OrderFields.RowTaxesIncluded.
	Price         Opt[Amount] `json:"price,omitzero"`
	PurchasePrice Opt[Amount] `json:"product_purchase_price,omitzero"`
	// Discount is the amount off per unit.
	Discount Opt[Amount] `json:"discount,omitzero"`
	// Tax is a percentage.
	Tax       Opt[Amount]    `json:"tax,omitzero"`
	Unit      Opt[string]    `json:"unit,omitzero"`
	Weight    Opt[Amount]    `json:"weight,omitzero"` // kilograms
	Memo      Opt[string]    `json:"memo,omitzero"`
	PackageID Opt[PackageID] `json:"package_id,omitzero"`
}
