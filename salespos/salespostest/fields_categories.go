package salespostest

// The columns are explained at type schema.

const categoryFields = `
href                       url  categories/{id}/ - -
id                         int  0    - -
name                       str:255@ "" R o
description                str:65536@ "" o o
description_photo_size     str  ""   o o
description_photo_position str  ""   o o
description_photo          str  ""   - -
description_bottom         str:65536@ "" o o
searchwords                str  ""   o o
photo                      str  ""   - -
show_big_photo             bool false o o
productphoto_in_canvas     bool false o o
show_orderbutton           bool true  o o
orderby                    enum:position|productname|productnumber|createdate|price|price_desc|discount_desc "position" o o
items_per_page             int  25   o o
position                   int  1    o o
layout_of_products         ref  categoryproductlayouts/{id}/ - -
layout_of_products_id      int  -    o o =layout_of_products.id
layout_of_categories_id    int  1    o o
show_on_website            bool true o o
color                      int  1    o o
color_alternative          int  1    o o
meta_description           str  ""   o o
meta_keywords              str  ""   o o
page_title                 str  ""   o o
no_index                   bool false o o
no_follow                  bool false o o
alias                      str  ""   o o
producttocategories        link categories/{id}/producttocategories/ - -
deeplink                   calc calc - -
categories                 link categories/{id}/categories/ - -
parentcategory             rootref categories/{id}/ - -
parentcategory_id          int? -    o o =parentcategory.id
description_photo_source   str  -    o o
description_photo_file_type str -    o o
photo_source               str  -    o o
photo_file_type            str  -    o o
parent                     link categories/ - -
`

const categoryLinkFields = `
href          url  producttocategories/{id}/ - -
id            int  0    - -
position      int  1    o o
product_id    int  0    R -
category_id   int  0    R -
product_href  calc calc - -
category_href calc calc - -
`
