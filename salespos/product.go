package salespos

import "strings"

// TaxTariff is the VAT class of a product. Compare it with Equal: the vendor's
// own software spells it in two letter cases.
type TaxTariff string

// The VAT classes, in the spelling that is sent.
const (
	TaxNormal   TaxTariff = "normal"
	TaxLowA     TaxTariff = "low A"
	TaxLowB     TaxTariff = "low B"
	TaxExtraLow TaxTariff = "extra low"
	TaxZero     TaxTariff = "zero"
)

// StockType says where the stock of a product lives. Compare it with Equal.
type StockType string

// The places of stock.
const (
	// StockOfProduct: Product.Stock counts, also with variants.
	StockOfProduct StockType = "Product"
	// StockOfCombinations: each AttributeCombination has its own stock.
	StockOfCombinations StockType = "Attribute"
)

// DeliveryType is the unit of a lead time, or why there is none.
type DeliveryType string

// The units of a lead time.
const (
	DeliverDays               DeliveryType = "days"
	DeliverWeeks              DeliveryType = "weeks"
	DeliverMonths             DeliveryType = "months"
	DeliverQuarters           DeliveryType = "quarters"
	DeliverYears              DeliveryType = "years"
	DeliverOutOfStock         DeliveryType = "outofstock"
	DeliverTemporarilySoldOut DeliveryType = "temporarilysoldout"
	DeliverWhenOrdered        DeliveryType = "ordered"
	DeliverOnRequest          DeliveryType = "onrequest"
	DeliverUnknown            DeliveryType = "unknown"
)

// OrderingFollowsShopSetting is the value of OrderingWithoutStock of products
// and combinations that follow Settings.OrderingWithoutStock.
const OrderingFollowsShopSetting = "global_setting"

// Equal compares without regard to letter case.
func (t TaxTariff) Equal(other TaxTariff) bool {
	return strings.EqualFold(string(t), string(other))
}

// Equal compares without regard to letter case.
func (t StockType) Equal(other StockType) bool {
	return strings.EqualFold(string(t), string(other))
}

// Product is an article, with variants as AttributeCombinations. Numbers and
// flags that the API may leave out are pointers, nil when it did.
type Product struct {
	Extra
	Href string    `json:"href"`
	ID   ProductID `json:"id"`
	// Active is written under another key, see ProductFields.Active. nil means
	// unknown, not false.
	Active *bool `json:"is_active"`
	// Created and Modified are in UTC. Whether a change of stock or of a
	// combination moves Modified is unknown.
	Created  Time `json:"createdate"`
	Modified Time `json:"modifydate"`

	// ProductNumber is the article number, the SKU of a product without
	// variants. Nothing keeps it unique.
	ProductNumber string `json:"productnumber"`
	EANNumber     string `json:"eannumber"`
	MPNNumber     string `json:"mpnnumber"`

	// IsMultishop products belong to a parent shop; the keys named in
	// Settings.MultishopReadonlyProperties cannot be written then.
	IsMultishop        bool      `json:"is_multishop_product"`
	MultishopHref      string    `json:"multishop_href"`
	MultishopProductID ProductID `json:"multishop_product_id"`

	Name             string `json:"name"`
	ShortDescription string `json:"shortdescription"`
	// Description is HTML.
	Description string `json:"description"`

	// VATRate is a percentage; deprecated by the vendor and often missing.
	VATRate         *Amount          `json:"vatrate"`
	TaxTariff       TaxTariff        `json:"taxtariff"`
	TradeCodeSystem *TradeCodeSystem `json:"tradecodesystem"`

	// Price is the list price per unit, with VAT if Settings.PricesIncludeVAT; nil
	// means unknown, not 0.
	Price *Amount `json:"price"`
	// Discount is the amount off per unit; the shopper pays Price - Discount. nil
	// means unknown.
	Discount *Amount `json:"discount"`
	// PurchasePrice is the cost without VAT; nil means unknown.
	PurchasePrice         *Amount               `json:"purchaseprice"`
	ContainerDepositPrice Amount                `json:"container_deposit_price"`
	SafetyDepositPrice    Amount                `json:"safety_deposit_price"`
	ShippingCosts         *ProductShippingCosts `json:"productshippingcosts"`
	CreditPointsCustom    *int                  `json:"credit_points_custom"`
	CreditPoints          *int                  `json:"credit_points_calculated"`
	FixedStaggeredPrices  bool                  `json:"fixed_staggered_prices"`

	// Unit is the sales unit, such as "stuk".
	Unit string `json:"unit"`
	// StockEnabled nil means unknown, not false.
	StockEnabled *bool     `json:"stockenabled"`
	StockType    StockType `json:"stocktype"`
	// Stock is the quantity on hand, for StockOfProduct; nil means unknown.
	Stock         *Amount `json:"stock"`
	StockLocation string  `json:"stocklocation"`
	// OrderingWithoutStock is opaque but for OrderingFollowsShopSetting.
	OrderingWithoutStock string `json:"ordering_without_stock"`
	// Weight is in kilograms.
	Weight Amount `json:"weight"`

	// MainCategory and SubCategory are texts for feeds, unrelated to Category.
	MainCategory string                `json:"maincategory"`
	SubCategory  string                `json:"subcategory"`
	Brand        NamedRef[BrandID]     `json:"brand"`
	Condition    NamedRef[ConditionID] `json:"condition"`
	Supplier     NamedRef[SupplierID]  `json:"supplier"`
	Color        *ProductColor         `json:"color"`
	Package      *PackageRef           `json:"package"`
	// MainPhoto is the URL of the main photo.
	MainPhoto string `json:"productmainphoto"`

	MetaDescription string `json:"meta_description"`
	MetaKeywords    string `json:"meta_keywords"`
	PageTitle       string `json:"page_title"`
	NoIndex         bool   `json:"no_index"`
	NoFollow        bool   `json:"no_follow"`
	Alias           string `json:"alias"`
	// Deeplink is the public page of the product.
	Deeplink string `json:"deeplink"`
	Specs    string `json:"specs"`

	// DecimalAmount is how many decimals an ordered quantity may have.
	DecimalAmount      int     `json:"decimal_amount"`
	AmountSold         *Amount `json:"amount_sold"`
	MinimalOrderAmount Amount  `json:"minimal_order_amount"`

	StockDeliveryNumber   int          `json:"stock_delivery_number"`
	StockDeliveryType     DeliveryType `json:"stock_delivery_type"`
	StockDeliveryStandard string       `json:"stock_delivery_standard"`

	ShowInTemplate      bool   `json:"show_in_template"`
	ShowOnBeginPage     bool   `json:"show_on_beginpage"`
	ShowOnFacebook      bool   `json:"show_on_facebook"`
	ShowOrderButton     string `json:"show_order_button"`
	ProductLayout       int    `json:"product_layout"`
	PhotoSize           string `json:"photo_size"`
	HideWithoutCategory string `json:"hide_without_category"`
	// Memo is internal and never shown to shoppers.
	Memo string `json:"memo"`
	// IsVisible and CanBeOrdered are computed by the shop.
	IsVisible               bool  `json:"is_visible"`
	CanBeOrdered            bool  `json:"can_be_ordered"`
	IsIncludedForExportFeed *bool `json:"is_included_for_export_feed"`

	MarktplaatsActive      *bool                 `json:"marktplaats_active"`
	MarktplaatsStatus      string                `json:"marktplaats_status"`
	MarktplaatsCPC         *Amount               `json:"marktplaats_cpc"`
	MarktplaatsDailyBudget *Amount               `json:"marktplaats_daily_budget"`
	MarktplaatsTotalBudget *Amount               `json:"marktplaats_total_budget"`
	MarktplaatsCategoryID  MarktplaatsCategoryID `json:"marktplaats_category_id"`
	MarktplaatsPriceType   string                `json:"marktplaats_price_type"`
	GoogleShoppingCategory string                `json:"google_shopping_category"`

	ProductLabels         Link                         `json:"productlabels"`
	Webshops              Link                         `json:"webshops"`
	AttributeCombinations Linked[AttributeCombination] `json:"attributecombinations"`
	AttributeSets         Linked[ProductAttributeSet]  `json:"productattributesets"`
	Attachments           Linked[ProductAttachment]    `json:"productattachments"`
	Categories            Linked[ProductCategory]      `json:"producttocategories"`
	Keywords              Linked[ProductKeyword]       `json:"productkeywords"`
	Photos                Linked[ProductPhoto]         `json:"productphotos"`
	PropertyGroups        Linked[ProductPropertyGroup] `json:"producttopropertygroups"`
	Relevant              Linked[RelevantProduct]      `json:"productrelevant"`
	Reviews               Linked[ProductReview]        `json:"productreviews"`
	StaggeredPrices       Linked[StaggeredPrice]       `json:"productstaggeredprices"`
	TaxTariffExceptions   Linked[TaxTariffException]   `json:"producttaxtariffexceptions"`
	Variations            Linked[ProductVariation]     `json:"productvariations"`
	Videos                Linked[ProductVideo]         `json:"productvideos"`
}

// ProductExpand names a sub-resource that product reads can carry along.
type ProductExpand string

// The expansions of products.
const (
	ExpandAttributeCombinations ProductExpand = "attributecombinations"
	ExpandAttributeSets         ProductExpand = "productattributesets"
	ExpandAttachments           ProductExpand = "productattachments"
	ExpandCategories            ProductExpand = "producttocategories"
	ExpandKeywords              ProductExpand = "productkeywords"
	ExpandPhotos                ProductExpand = "productphotos"
	ExpandPropertyGroups        ProductExpand = "producttopropertygroups"
	ExpandRelevant              ProductExpand = "productrelevant"
	ExpandReviews               ProductExpand = "productreviews"
	ExpandShippingCosts         ProductExpand = "productshippingcosts"
	ExpandStaggeredPrices       ProductExpand = "productstaggeredprices"
	ExpandTaxTariffExceptions   ProductExpand = "producttaxtariffexceptions"
	// ExpandVariations fills Product.Variations; the vendor's name differs from
	// that of the key.
	ExpandVariations ProductExpand = "productvariants"
	ExpandVideos     ProductExpand = "productvideos"
)

// markExpanded records which sub-resources the request asked for.
func (p *Product) markExpanded(asked []ProductExpand) {
	for _, name := range asked {
		if link := p.expansion(name); link != nil {
			link.mark()
		}
	}
}

// expansion is the sub-resource of a name, nil when there is none.
func (p *Product) expansion(name ProductExpand) interface{ mark() } {
	switch name {
	case ExpandAttributeCombinations:
		return &p.AttributeCombinations
	case ExpandAttributeSets:
		return &p.AttributeSets
	case ExpandAttachments:
		return &p.Attachments
	case ExpandCategories:
		return &p.Categories
	case ExpandKeywords:
		return &p.Keywords
	case ExpandPhotos:
		return &p.Photos
	case ExpandPropertyGroups:
		return &p.PropertyGroups
	case ExpandRelevant:
		return &p.Relevant
	case ExpandReviews:
		return &p.Reviews
	case ExpandStaggeredPrices:
		return &p.StaggeredPrices
	case ExpandTaxTariffExceptions:
		return &p.TaxTariffExceptions
	case ExpandVariations:
		return &p.Variations
	case ExpandVideos:
		return &p.Videos
	case ExpandShippingCosts:
		if p.ShippingCosts != nil {
			return p.ShippingCosts
		}
	}
	return nil
}
