package salespos

// TradeCodeSystem is the customs data of a product.
type TradeCodeSystem struct {
	ID          int64  `json:"id"`
	Description string `json:"description"`
	// CodeSystem names the system of Code: HS, SITC or BEC.
	CodeSystem string `json:"codesystem"`
	Code       string `json:"code"`
	// CountryOfOrigin is ISO 3166-1 alpha-2.
	CountryOfOrigin string `json:"coo"`
}

// ProductColor is the colour of a product.
type ProductColor struct {
	Href string  `json:"href"`
	ID   ColorID `json:"id"`
	Name string  `json:"name"`
	// Type is "color", "transparent" or "multicolor".
	Type string `json:"type"`
	// Hex is "#rrggbb", "" for colours without one.
	Hex string `json:"hex"`
}

// PackageRef names the shipping package of a product.
type PackageRef struct {
	Href string    `json:"href"`
	ID   PackageID `json:"id"`
}

// ProductShippingCosts is what shipping a product costs, in all countries when
// it is expanded.
type ProductShippingCosts struct {
	Costs          Amount `json:"costs"`
	DefaultCountry string `json:"default_country"`
	Quantity       Amount `json:"quantity"`
	Linked[CountryShippingCosts]
}

// CountryShippingCosts is what shipping a quantity to one country costs.
type CountryShippingCosts struct {
	Costs    Amount `json:"costs"`
	Quantity Amount `json:"quantity"`
	Country  string `json:"country"`
}

// ProductPhoto is a photo of a product.
type ProductPhoto struct {
	Href     string `json:"href"`
	ID       int64  `json:"id"`
	Filename string `json:"filename"`
	AltText  string `json:"alttext"`
	IsMain   bool   `json:"is_mainphoto"`
	// Deeplink is the public URL of the picture.
	Deeplink string `json:"deeplink"`
	Parent   Link   `json:"parent"`
}

// ProductVideo is an embedded video of a product.
type ProductVideo struct {
	Href      string    `json:"href"`
	ID        int64     `json:"id"`
	ProductID ProductID `json:"productid"`
	Name      string    `json:"name"`
	Position  *int      `json:"position"`
	EmbedCode string    `json:"embedcode"`
	Parent    Link      `json:"parent"`
}

// ProductAttachment is a file for download on the page of a product.
type ProductAttachment struct {
	Href        string `json:"href"`
	ID          int64  `json:"id"`
	Filename    string `json:"filename"`
	DisplayName string `json:"displayname"`
	Position    int    `json:"position"`
	Deeplink    string `json:"deeplink"`
	Parent      Link   `json:"parent"`
}

// ProductKeyword is a search word of a product.
type ProductKeyword struct {
	Href    string `json:"href"`
	Keyword string `json:"keyword"`
	Parent  Link   `json:"parent"`
}

// RelevantProduct is a product shown along with another.
type RelevantProduct struct {
	Href          string    `json:"href"`
	ID            int64     `json:"id"`
	ChildID       ProductID `json:"child_product_id"`
	ParentID      ProductID `json:"parent_product_id"`
	ChildProduct  Link      `json:"child_product"`
	ParentProduct Link      `json:"parent_product"`
	Parent        Link      `json:"parent"`
}

// ProductReview is a shopper's review of a product.
type ProductReview struct {
	Href      string    `json:"href"`
	ID        int64     `json:"id"`
	ProductID ProductID `json:"productid"`
	Created   Time      `json:"createdate"`
	Content   string    `json:"content"`
	Points    int       `json:"points"`
	Name      string    `json:"name"`
	Approved  bool      `json:"approved"`
	Parent    Link      `json:"parent"`
}

// StaggeredPrice is the price of a product from a quantity on.
type StaggeredPrice struct {
	Href      string  `json:"href"`
	ID        int64   `json:"id"`
	Quantity  *Amount `json:"quantity"`
	Price     *Amount `json:"price"`
	Discount  *Amount `json:"discount"`
	SellPrice *Amount `json:"sellprice"`
	Parent    Link    `json:"parent"`
}

// TaxTariffException is another VAT class of a product in one country.
type TaxTariffException struct {
	Href      string    `json:"href"`
	ID        int64     `json:"id"`
	ProductID ProductID `json:"product_id"`
	// Country is ISO 3166-1 alpha-2.
	Country   string    `json:"country"`
	TaxTariff TaxTariff `json:"taxtariff"`
	Parent    Link      `json:"parent"`
}

// ProductVariation links two separate products, such as one article in two
// colours. Variants within a product are AttributeCombinations.
type ProductVariation struct {
	Href        string    `json:"href"`
	ID          int64     `json:"id"`
	VariationID ProductID `json:"product_variation_id"`
	// VariationHref is the URL of the linked product.
	VariationHref string `json:"product_variation_href"`
	// AutoCreated links come from equal product numbers; they cannot be deleted.
	AutoCreated bool `json:"auto_created"`
	Active      bool `json:"active"`
	Parent      Link `json:"parent"`
}

// ProductPropertyGroup links a product to a group of properties and has the
// values that the product has in it.
type ProductPropertyGroup struct {
	Href              string              `json:"href"`
	ID                int64               `json:"id"`
	ProductID         ProductID           `json:"product_id"`
	PropertyGroupID   PropertyGroupID     `json:"product_property_group_id"`
	ProductHref       string              `json:"product_href"`
	PropertyGroupHref string              `json:"product_property_group_href"`
	Values            ProductPropertyList `json:"values"`
	Parent            Link                `json:"parent"`
}

// ProductPropertyList wraps the values of a ProductPropertyGroup.
type ProductPropertyList struct {
	Collection []ProductPropertyValue `json:"collection"`
}

// ProductPropertyValue is the value of one property of a product: text, for a
// check box a flag in words, for an option the id of the option.
type ProductPropertyValue struct {
	Href       string    `json:"href"`
	ID         int64     `json:"id"`
	ProductID  ProductID `json:"product_id"`
	PropertyID int64     `json:"product_property_id"`
	Value      string    `json:"value"`
}
