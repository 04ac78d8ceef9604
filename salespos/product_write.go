package salespos

import "reflect"

// ProductCreate is the body of a new product. The named fields are required;
// the server also wants ProductFields.TaxTariff.
type ProductCreate struct {
	// Name has at most 200 characters.
	Name string `json:"name"`
	// Price is not negative, with VAT if Settings.PricesIncludeVAT.
	Price Amount `json:"price"`
	// Discount is the amount off per unit, 0 for none.
	Discount  Amount    `json:"discount"`
	PackageID PackageID `json:"package_id"`
	ProductFields
}

// ProductUpdate changes the fields that are set and leaves the others alone.
type ProductUpdate struct {
	// Name has at most 200 characters.
	Name Opt[string] `json:"name,omitzero"`
	// Price is not negative, with VAT if Settings.PricesIncludeVAT.
	Price Opt[Amount] `json:"price,omitzero"`
	// Discount is the amount off per unit.
	Discount  Opt[Amount]    `json:"discount,omitzero"`
	PackageID Opt[PackageID] `json:"package_id,omitzero"`
	ProductFields
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u ProductUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// ProductFields are the optional fields that creates and updates share. Texts
// are cleared with "".
type ProductFields struct {
	Active        Opt[bool]   `json:"active,omitzero"`
	ProductNumber Opt[string] `json:"productnumber,omitzero"` // at most 50 characters
	EANNumber     Opt[string] `json:"eannumber,omitzero"`     // at most 50 characters
	MPNNumber     Opt[string] `json:"mpnnumber,omitzero"`     // at most 50 characters

	ShortDescription Opt[string] `json:"shortdescription,omitzero"` // at most 255 characters
	Description      Opt[string] `json:"description,omitzero"`      // HTML, at most 65,536 characters

	TaxTariff             Opt[TaxTariff] `json:"taxtariff,omitzero"`
	PurchasePrice         Opt[Amount]    `json:"purchaseprice,omitzero"` // without VAT
	ContainerDepositPrice Opt[Amount]    `json:"container_deposit_price,omitzero"`
	SafetyDepositPrice    Opt[Amount]    `json:"safety_deposit_price,omitzero"`
	CreditPointsCustom    Opt[int]       `json:"credit_points_custom,omitzero"`
	FixedStaggeredPrices  Opt[bool]      `json:"fixed_staggered_prices,omitzero"`

	Unit         Opt[string]    `json:"unit,omitzero"`
	StockEnabled Opt[bool]      `json:"stockenabled,omitzero"`
	StockType    Opt[StockType] `json:"stocktype,omitzero"`
	// Stock is the absolute quantity on hand; the API knows no difference.
	Stock         Opt[Amount] `json:"stock,omitzero"`
	StockLocation Opt[string] `json:"stocklocation,omitzero"` // at most 255 characters
	// OrderingWithoutStock is opaque but for OrderingFollowsShopSetting.
	OrderingWithoutStock Opt[string] `json:"ordering_without_stock,omitzero"`
	Weight               Opt[Amount] `json:"weight,omitzero"` // kilograms

	MainCategory Opt[string]      `json:"maincategory,omitzero"`
	SubCategory  Opt[string]      `json:"subcategory,omitzero"`
	BrandID      Opt[BrandID]     `json:"brand_id,omitzero"`
	ConditionID  Opt[ConditionID] `json:"condition_id,omitzero"`
	SupplierID   Opt[SupplierID]  `json:"supplier_id,omitzero"`
	// ColorID null removes the colour.
	ColorID Nullable[ColorID] `json:"color_id,omitzero"`

	MetaDescription Opt[string] `json:"meta_description,omitzero"`
	MetaKeywords    Opt[string] `json:"meta_keywords,omitzero"`
	PageTitle       Opt[string] `json:"page_title,omitzero"`
	NoIndex         Opt[bool]   `json:"no_index,omitzero"`
	NoFollow        Opt[bool]   `json:"no_follow,omitzero"`
	Alias           Opt[string] `json:"alias,omitzero"`
	Specs           Opt[string] `json:"specs,omitzero"`

	DecimalAmount      Opt[int]    `json:"decimal_amount,omitzero"`
	AmountSold         Opt[Amount] `json:"amount_sold,omitzero"`
	MinimalOrderAmount Opt[Amount] `json:"minimal_order_amount,omitzero"` // at least 1

	StockDeliveryNumber   Opt[int]          `json:"stock_delivery_number,omitzero"` // 1 to 31
	StockDeliveryType     Opt[DeliveryType] `json:"stock_delivery_type,omitzero"`
	StockDeliveryStandard Opt[string]       `json:"stock_delivery_standard,omitzero"`

	ShowInTemplate          Opt[bool]   `json:"show_in_template,omitzero"`
	ShowOnBeginPage         Opt[bool]   `json:"show_on_beginpage,omitzero"`
	ShowOnFacebook          Opt[bool]   `json:"show_on_facebook,omitzero"`
	ShowOrderButton         Opt[string] `json:"show_order_button,omitzero"`     // Y, QUOTATION or N
	ProductLayout           Opt[int]    `json:"product_layout,omitzero"`        // 1 to 4
	PhotoSize               Opt[string] `json:"photo_size,omitzero"`            // NONE, SMALL or BIG
	HideWithoutCategory     Opt[string] `json:"hide_without_category,omitzero"` // YES, NO_DIRECTLINK or NO_SEARCHRESULTS
	Memo                    Opt[string] `json:"memo,omitzero"`                  // internal text
	IsIncludedForExportFeed Opt[bool]   `json:"is_included_for_export_feed,omitzero"`

	// Budgets and the click price of Marktplaats are in euro cents.
	MarktplaatsActive      Opt[bool]                  `json:"marktplaats_active,omitzero"`
	MarktplaatsStatus      Opt[string]                `json:"marktplaats_status,omitzero"`
	MarktplaatsCPC         Opt[Amount]                `json:"marktplaats_cpc,omitzero"`
	MarktplaatsDailyBudget Opt[Amount]                `json:"marktplaats_daily_budget,omitzero"`
	MarktplaatsTotalBudget Opt[Amount]                `json:"marktplaats_total_budget,omitzero"`
	MarktplaatsCategoryID  Opt[MarktplaatsCategoryID] `json:"marktplaats_category_id,omitzero"`
	MarktplaatsPriceType   Opt[string]                `json:"marktplaats_price_type,omitzero"`
	GoogleShoppingCategory Opt[string]                `json:"google_shopping_category,omitzero"`
}
