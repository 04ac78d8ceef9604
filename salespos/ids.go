package salespos

import "encoding/json"

// Identifiers of the API's resources. They are positive; 0 means "none".
type (
	// AppCategoryID names a category of the app store.
	AppCategoryID int64
	// AppID names an app of the vendor's app store.
	AppID int64
	// AttributeID names an attribute of the shop, such as "Colour".
	AttributeID int64
	// AttributeSetID names the group of one attribute's values on a product.
	AttributeSetID int64
	// AttributeValueID names a value of an attribute, such as "Red".
	AttributeValueID int64
	// BrandID names a brand.
	BrandID int64
	// CashUpID names a count of a till.
	CashUpID int64
	// CategoryID names a category.
	CategoryID int64
	// ColorID names a product colour.
	ColorID int64
	// CombinationID names an attribute combination, a variant of a product. It
	// is no durable key: the server may generate combinations anew.
	CombinationID int64
	// CombinationPhotoID names a photo of an attribute combination.
	CombinationPhotoID int64
	// ConditionID names a product condition, such as "new".
	ConditionID int64
	// CredentialID names a key pair of the API.
	CredentialID int64
	// DiscountCouponID names a coupon.
	DiscountCouponID int64
	// FiscalSignatureID names a signature of a fiscal device.
	FiscalSignatureID int64
	// GeoZoneID names a group of countries with common tariffs.
	GeoZoneID int64
	// InvoiceID names an invoice. It is not the number that people see.
	InvoiceID int64
	// InvoiceRowID names a row of an invoice.
	InvoiceRowID int64
	// LabelID names a label of this API key. Labels themselves, the resource
	// /labels, have no service: make them with Client.Do.
	LabelID int64
	// MarktplaatsCategoryID names an advertising category.
	MarktplaatsCategoryID int64
	// MerchantID names who runs a shop.
	MerchantID int64
	// OrderID names an order. It is not the order number that people see.
	OrderID int64
	// OrderMessageID names a message that was mailed about an order.
	OrderMessageID int64
	// OrderNoteID names a note of an order.
	OrderNoteID int64
	// OrderNotificationID names an e-mail that was sent through the API.
	OrderNotificationID int64
	// OrderRowAttributeID names a chosen option of an order row.
	OrderRowAttributeID int64
	// OrderRowID names a row of an order.
	OrderRowID int64
	// PackageID names a shipping package.
	PackageID int64
	// PayMethodID names a payment method; it is the PSP's id.
	PayMethodID int64
	// ProductAttributeValueID names the link between a product and a value.
	ProductAttributeValueID int64
	// ProductCategoryID names the link between a product and a category.
	ProductCategoryID int64
	// ProductID names a product.
	ProductID int64
	// ProductLayoutID names the layout of the products in a category.
	ProductLayoutID int64
	// ProductPhotoID names a photo of a product.
	ProductPhotoID int64
	// ProductPropertyGroupID names the link between a product and a group of
	// properties.
	ProductPropertyGroupID int64
	// ProductPropertyValueID names the value of a property of a product.
	ProductPropertyValueID int64
	// ProductVariationID names the link between two products.
	ProductVariationID int64
	// PropertyGroupID names a group of product properties.
	PropertyGroupID int64
	// PropertyID names a product property, such as "Material".
	PropertyID int64
	// PropertyOptionID names a choice of a product property.
	PropertyOptionID int64
	// ReturnID names a return. It is not the number that people see.
	ReturnID int64
	// SupplierID names a supplier.
	SupplierID int64
	// TakeoutSlotID names a time slot for delivery or pickup.
	TakeoutSlotID int64
	// TaxTariffExceptionID names the VAT class of a product in one country.
	TaxTariffExceptionID int64
	// UserGroupID names a group of shop users.
	UserGroupID int64
	// UserID names a shop user, a customer with an account.
	UserID int64
	// WebhookID names a subscription to an event.
	WebhookID int64
	// WebshopID names a shop or a SalesPOS administration.
	WebshopID int64
)

// UnmarshalJSON decodes a number or a numeric string; null, "" and a missing
// key are 0. Orders carry the id of their user as text.
func (id *UserID) UnmarshalJSON(data []byte) error {
	var n int64
	if err := decode(data, &n); err != nil {
		return err
	}
	*id = UserID(n)
	return nil
}

var _ json.Unmarshaler = (*UserID)(nil)
