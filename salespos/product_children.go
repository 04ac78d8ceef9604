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

// ProductVideo is an embedded video of a product.
type ProductVideo struct {
	Extra
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
	Extra
	Href        string `json:"href"`
	ID          int64  `json:"id"`
	Filename    string `json:"filename"`
	DisplayName string `json:"displayname"`
	Position    int    `json:"position"`
	Deeplink    string `json:"deeplink"`
	Parent      Link   `json:"parent"`
}

// RelevantProduct is a product shown along with another.
type RelevantProduct struct {
	Extra
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
	Extra
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
	Extra
	Href      string  `json:"href"`
	ID        int64   `json:"id"`
	Quantity  *Amount `json:"quantity"`
	Price     *Amount `json:"price"`
	Discount  *Amount `json:"discount"`
	SellPrice *Amount `json:"sellprice"`
	Parent    Link    `json:"parent"`
}
