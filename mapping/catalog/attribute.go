package catalog

import (
	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

// AttributeSchema are the fields of SalesPOS attributes and of the attributes of an
// Ecwid product type. What products have for them are fields of a product.
func AttributeSchema() mapping.Schema[salespos.Attribute, ecwid.ProductTypeAttribute, ecwid.ProductTypeAttributeWrite] {
	return mapping.Schema[salespos.Attribute, ecwid.ProductTypeAttribute, ecwid.ProductTypeAttributeWrite]{
		Name: "attributes SalesPOS → Ecwid", Source: posAttributeSource(), Target: shopAttributeDefinition(),
	}
}

// ShopAttributeSchema are the fields of the attributes of an Ecwid product type and
// of SalesPOS attributes.
func ShopAttributeSchema() mapping.Schema[ecwid.ProductTypeAttribute, salespos.Attribute, salespos.AttributeUpdate] {
	return mapping.Schema[ecwid.ProductTypeAttribute, salespos.Attribute, salespos.AttributeUpdate]{
		Name: "attributes Ecwid → SalesPOS", Source: readable(shopAttributeDefinition()), Target: posAttributeFields(),
	}
}
