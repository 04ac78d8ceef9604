// Package catalog knows the fields of both systems: typed accessors by name, and
// the default mappings over them.
//
// A schema (ProductSchema, VariantSchema, CategorySchema, OrderSchema,
// OrderLineSchema, UserSchema, AddressSchema) lists what rules can read and write;
// a definition of the same name in the plural (Products, Variants, …) is the
// default mapping. Both go into [mapping.New]:
//
//	m, err := mapping.New(catalog.Products(), catalog.ProductSchema(), key)
//
// Each record has a schema for the other direction, too, named after the system
// that is read: ShopProductSchema, ShopVariantSchema, ShopCategorySchema,
// POSOrderSchema, POSOrderLineSchema, POSUserSchema, POSAddressSchema. ShopProducts,
// ShopVariants, ShopCategories, POSOrders, POSOrderLines, POSUsers and POSAddresses are
// default mappings over them; with those of the first direction they pass
// [mapping.CheckBothWays].
// AttributeSchema and ShopAttributeSchema are about attributes
// themselves. All fields stand in FIELDS.md beside this file.
//
// Change a default with [mapping.Definition.With] and
// [mapping.Definition.Without]. Fields have the names that the systems' own
// documents use; what is computed has a name in plain words: sell_price, ean,
// billing.first_name.
//
// What the merchant names is an open field: attributes[Colour] and
// property[Material] of a product, extrafields[card] of a customer,
// orderExtraFields[till] and extraFields[Gift?] of an order. AttributeMap says for
// each attribute of the POS whether it becomes an option, an attribute or a field.
//
// The source records (POSProduct, ShopOrder, …) carry everything that had to be
// looked up, since mapping does no I/O.
//
// Ecwid replaces some lists as a whole. CompleteProduct, CompleteVariant,
// CompleteCustomer and CompleteOrder add to a patch what must stay; call them before
// an update is sent.
package catalog
