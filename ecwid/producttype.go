package ecwid

import "errors"

// AttributeType is the kind of an attribute. Other values than these occur.
type AttributeType string

// Values of AttributeType.
const (
	AttributeCustom         AttributeType = "CUSTOM"
	AttributeUPC            AttributeType = "UPC" // the barcode: EAN, UPC, ISBN
	AttributeBrand          AttributeType = "BRAND"
	AttributeGender         AttributeType = "GENDER"
	AttributeAgeGroup       AttributeType = "AGE_GROUP"
	AttributeColor          AttributeType = "COLOR"
	AttributeSize           AttributeType = "SIZE"
	AttributeTags           AttributeType = "TAGS"
	AttributePricePerUnit   AttributeType = "PRICE_PER_UNIT"
	AttributeUnitsInProduct AttributeType = "UNITS_IN_PRODUCT"
	AttributeSupplier       AttributeType = "SUPPLIER"
)

// ProductType, in the API "class", is a set of attributes for products.
type ProductType struct {
	Extra
	ID ProductTypeID `json:"id"` // 0 is General
	// Name is "" for General.
	Name           string                 `json:"name"`
	GoogleTaxonomy string                 `json:"googleTaxonomy"`
	Attributes     []ProductTypeAttribute `json:"attributes"`
}

// ProductTypeAttribute is an attribute that products of a type can have. Names
// can be changed and translated by the merchant; select standard attributes by
// their type.
type ProductTypeAttribute struct {
	Extra
	ID             AttributeID         `json:"id"`
	Name           string              `json:"name"`
	NameTranslated TextMap             `json:"nameTranslated"`
	Type           AttributeType       `json:"type"`
	Show           AttributeVisibility `json:"show"`
}

// ProductTypeCreate is the body of a new product type. Name is required and
// unique (409).
type ProductTypeCreate struct {
	Name       string                      `json:"name"`
	Attributes []ProductTypeAttributeWrite `json:"attributes,omitempty"`
}

// ProductTypeUpdate is a partial update of a product type. Attributes are
// replaced as a whole: one that is missing is deleted with its values on all
// products. See ProductTypeAttribute.Keep.
type ProductTypeUpdate struct {
	Name       Opt[string]                      `json:"name,omitzero"`
	Attributes Opt[[]ProductTypeAttributeWrite] `json:"attributes,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u ProductTypeUpdate) IsZero() bool { return isZero(u) }

// ProductTypeAttributeWrite is an attribute in a write. With an ID it keeps or
// renames an attribute, without one it adds one.
type ProductTypeAttributeWrite struct {
	ID             Opt[AttributeID]         `json:"id,omitzero"`
	Name           Opt[string]              `json:"name,omitzero"`
	NameTranslated Opt[TextMap]             `json:"nameTranslated,omitzero"`
	Type           Opt[AttributeType]       `json:"type,omitzero"`
	Show           Opt[AttributeVisibility] `json:"show,omitzero"`
}

// check asks for the attributes since the id of General is 0.
func (t *ProductType) check() error {
	if t.ID == 0 && t.Attributes == nil {
		return errors.New("it is no product type")
	}
	return nil
}
