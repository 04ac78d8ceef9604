package catalog

import (
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

type posRow = salespos.OrderRow

const posRowOrigin = "SalesPOS order rows"

// posRowSource are all fields of a row of a SalesPOS order.
func posRowSource() []mapping.SourceField[posRow] {
	return append(readable(rowTarget()), fromSource(posRowOrigin, posRowFacts()...)...)
}

// posRowFacts are the fields of a row that only the POS writes.
func posRowFacts() []mapping.SourceField[posRow] {
	return []mapping.SourceField[posRow]{
		source("id", mapping.KindNumber, "id of the row", func(p *posRow) mapping.Value { return id(p.ID) }),
		source("order_id", mapping.KindNumber, "id of the order", func(p *posRow) mapping.Value { return id(p.OrderID) }),
		sourceText("sub_product_number", "article number of the variant", func(p *posRow) string { return p.SubProductNumber }),
		sourceText("sub_sku_number", "SKU of the variant", func(p *posRow) string { return p.SubSKUNumber }),
		sourceText("sub_ean_number", "barcode of the variant", func(p *posRow) string { return p.SubEANNumber }),
		sourceText("product_name_google", "name in a form for web addresses", func(p *posRow) string { return p.ProductNameGoogle }),
		sourceFlag("custom_price", "the price was set by hand", func(p *posRow) *bool { return p.CustomPrice }),
		sourceText("package_name", "name of the shipping package", func(p *posRow) string { return p.PackageName }),
		sourceText("stock_location", "place in the store", func(p *posRow) string { return p.StockLocation }),
		sourceText("supplier", "supplier", func(p *posRow) string { return p.Supplier }),
		sourceAmount("user_discount", "discount of the user", func(p *posRow) *salespos.Amount { return p.UserDiscount }),
		sourceAmount("original_price", "price of a piece, as the selling price in captured orders", func(p *posRow) *salespos.Amount { return p.OriginalPrice }),
		sourceAmount("selling_price", "price less discount", func(p *posRow) *salespos.Amount { return p.SellingPrice }),
		sourceAmount("price_without_discount", "price of a piece before discount", func(p *posRow) *salespos.Amount { return p.PriceWithoutDiscount }),
		sourceAmount("price_without_discount_with_attributes", "the same with the prices of options",
			func(p *posRow) *salespos.Amount { return p.PriceWithoutDiscountWithAttributes }),
		sourceAmount("price_with_attributes", "price of a piece with the prices of options", func(p *posRow) *salespos.Amount { return p.PriceWithAttributes }),
		sourceAmount("total_price", "the row, without the prices of options", func(p *posRow) *salespos.Amount { return p.TotalPrice }),
		sourceAmount("total_extra_option_price", "prices of options of the row", func(p *posRow) *salespos.Amount { return p.TotalExtraOptionPrice }),
		sourceAmount("total_price_with_attributes", "amount of the row", func(p *posRow) *salespos.Amount { return p.TotalPriceWithAttributes }),
		sourceList("attributes", "chosen options, as {id, option_name, value_name, price}",
			func(p *posRow) []salespos.OrderRowAttribute { return p.Attributes },
			func(a *salespos.OrderRowAttribute) mapping.Value {
				return object(pair("id", id(a.ID)), textPair("option_name", a.Option), textPair("value_name", a.Value), pair("price", posAmount(a.Price)))
			}),
		sourceList("uploads", "files of the buyer, as {upload_description, file_name, deeplink}",
			func(p *posRow) []salespos.OrderRowUpload { return p.Uploads },
			func(u *salespos.OrderRowUpload) mapping.Value {
				return object(textPair("upload_description", u.Description), textPair("file_name", u.Filename), textPair("deeplink", u.Deeplink))
			}),
	}
}
