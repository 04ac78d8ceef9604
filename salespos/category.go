package salespos

import "reflect"

// Category is a category of the shop. Numbers and flags that the API may leave
// out are pointers, nil when it did.
type Category struct {
	Extra
	Href string     `json:"href"`
	ID   CategoryID `json:"id"`
	Name string     `json:"name"`
	// Description is HTML above the products, DescriptionBottom below them.
	Description              string `json:"description"`
	DescriptionPhoto         string `json:"description_photo"`
	DescriptionPhotoSize     string `json:"description_photo_size"`
	DescriptionPhotoPosition string `json:"description_photo_position"`
	DescriptionBottom        string `json:"description_bottom"`
	SearchWords              string `json:"searchwords"`
	// Photo is a URL.
	Photo                string `json:"photo"`
	ShowBigPhoto         *bool  `json:"show_big_photo"`
	ProductPhotoInCanvas *bool  `json:"productphoto_in_canvas"`
	ShowOrderButton      *bool  `json:"show_orderbutton"`
	// OrderBy sorts the products of the category.
	OrderBy      string `json:"orderby"`
	ItemsPerPage *int   `json:"items_per_page"`
	// Position orders the category among its siblings.
	Position           *int             `json:"position"`
	LayoutOfProducts   ProductLayoutRef `json:"layout_of_products"`
	LayoutOfCategories *int             `json:"layout_of_categories_id"`
	// ShowOnWebsite nil means unknown, not hidden.
	ShowOnWebsite    *bool  `json:"show_on_website"`
	Color            *int   `json:"color"`
	ColorAlternative *int   `json:"color_alternative"`
	MetaDescription  string `json:"meta_description"`
	MetaKeywords     string `json:"meta_keywords"`
	PageTitle        string `json:"page_title"`
	NoIndex          *bool  `json:"no_index"`
	NoFollow         *bool  `json:"no_follow"`
	Alias            string `json:"alias"`
	ProductLinks     Link   `json:"producttocategories"`
	// Deeplink is the public page of the category.
	Deeplink   string `json:"deeplink"`
	Categories Link   `json:"categories"`
	// ParentCategory has ID 0 for categories at the root.
	ParentCategory CategoryRef `json:"parentcategory"`
	Parent         Link        `json:"parent"`
}

// CategoryRef names a category.
type CategoryRef struct {
	Href string     `json:"href"`
	ID   CategoryID `json:"id"`
}

// ProductLayoutRef names the layout of the products in a category.
type ProductLayoutRef struct {
	Href string          `json:"href"`
	ID   ProductLayoutID `json:"id"`
}

// CategoryTree is the tree of all categories.
type CategoryTree struct {
	Extra
	Href  string         `json:"href"`
	Roots []CategoryNode `json:"root_categories"`
}

// CategoryNode is a category in the tree. It has less than Category.
type CategoryNode struct {
	Href          string         `json:"href"`
	ID            CategoryID     `json:"id"`
	Name          string         `json:"name"`
	Description   string         `json:"description"`
	Position      *int           `json:"position"`
	ShowOnWebsite *bool          `json:"show_on_website"`
	Deeplink      string         `json:"deeplink"`
	Children      []CategoryNode `json:"children"`
}

// CategoryCreate is the body of a new category.
type CategoryCreate struct {
	// Name is required and has at most 255 characters.
	Name string `json:"name"`
	CategoryFields
}

// CategoryUpdate changes the fields that are set and leaves the others alone.
type CategoryUpdate struct {
	// Name has at most 255 characters.
	Name Opt[string] `json:"name,omitzero"`
	CategoryFields
}

// IsZero reports that nothing is set: such an update is not worth a request.
func (u CategoryUpdate) IsZero() bool { return reflect.ValueOf(u).IsZero() }

// CategoryFields are the optional fields that creates and updates share. Texts
// are cleared with "".
type CategoryFields struct {
	Description       Opt[string] `json:"description,omitzero"`        // HTML, at most 65,536 characters
	DescriptionBottom Opt[string] `json:"description_bottom,omitzero"` // at most 65,536 characters
	SearchWords       Opt[string] `json:"searchwords,omitzero"`
	// PhotoSource is base64; "" deletes the photo. PhotoFileType is its
	// extension without a dot.
	PhotoSource   Opt[string] `json:"photo_source,omitzero"`
	PhotoFileType Opt[string] `json:"photo_file_type,omitzero"`
	// DescriptionPhotoSource is base64; "" deletes the photo, all else wants the
	// three fields after it too. The values of size and position are not documented.
	DescriptionPhotoSource   Opt[string] `json:"description_photo_source,omitzero"`
	DescriptionPhotoFileType Opt[string] `json:"description_photo_file_type,omitzero"`
	DescriptionPhotoSize     Opt[string] `json:"description_photo_size,omitzero"`
	DescriptionPhotoPosition Opt[string] `json:"description_photo_position,omitzero"`

	ShowBigPhoto         Opt[bool]            `json:"show_big_photo,omitzero"`
	ProductPhotoInCanvas Opt[bool]            `json:"productphoto_in_canvas,omitzero"`
	ShowOrderButton      Opt[bool]            `json:"show_orderbutton,omitzero"`
	OrderBy              Opt[string]          `json:"orderby,omitzero"`
	ItemsPerPage         Opt[int]             `json:"items_per_page,omitzero"` // 0 to 100
	Position             Opt[int]             `json:"position,omitzero"`
	LayoutOfProducts     Opt[ProductLayoutID] `json:"layout_of_products_id,omitzero"`
	LayoutOfCategories   Opt[int]             `json:"layout_of_categories_id,omitzero"`
	ShowOnWebsite        Opt[bool]            `json:"show_on_website,omitzero"`
	Color                Opt[int]             `json:"color,omitzero"`
	ColorAlternative     Opt[int]             `json:"color_alternative,omitzero"`
	MetaDescription      Opt[string]          `json:"meta_description,omitzero"`
	MetaKeywords         Opt[string]          `json:"meta_keywords,omitzero"`
	PageTitle            Opt[string]          `json:"page_title,omitzero"`
	NoIndex              Opt[bool]            `json:"no_index,omitzero"`
	NoFollow             Opt[bool]            `json:"no_follow,omitzero"`
	Alias                Opt[string]          `json:"alias,omitzero"`
	// ParentCategoryID is read back as Category.ParentCategory; null moves the
	// category to the root.
	ParentCategoryID Nullable[CategoryID] `json:"parentcategory_id,omitzero"`
}
