package salespostest

// The columns are explained at type schema.

const productFields = `
href                     url     products/{id}/  -  -
id                       int     0               -  -
is_active                bool    true            -  -
active                   bool    -               o  o  =is_active
createdate               date    now             -  -
modifydate               date    now             -  -
productnumber            str:50  ""              o  o
eannumber                str:50  ""              o  o
mpnnumber                str:50  ""              o  o
is_multishop_product     bool    false           -  -
multishop_href           str     null            -  -
name                     str:200 ""              R  o
shortdescription         str:255 ""              o  o
description              str:65536 ""            o  o
vatrate                  num     null            o  o
taxtariff                enum:normal|low~A|low~B|extra~low|zero "normal" o o
tradecodesystem          obj     null            -  -
price                    amount  0               R  o
discount                 num     0               R  o
purchaseprice            amount  0               o  o
container_deposit_price  amount  0               o  o
safety_deposit_price     amount  0               o  o
productshippingcosts     calc    calc            -  -
credit_points_custom     int     null            o  o
credit_points_calculated int     null            -  -
unit                     str     ""              o  o
stockenabled             bool    true            o  o
stocktype                enum:Product|Attribute  "" o o
stock                    num     0               o  o
stocklocation            str:255 ""              o  o
ordering_without_stock   str     "global_setting" o o
weight                   amount  0               o  o
maincategory             str     ""              o  o
subcategory              str     ""              o  o
brand                    ref     brands/{id}/    o  o
brand_id                 int     -               o  o  =brand.id
condition                ref     conditions/{id}/ o o
condition_id             int     -               o  o  =condition.id
color                    ref     colors/{id}/    -  -
color_id                 int?    -               o  o  =color.id
productmainphoto         str     null            -  -
meta_description         str     ""              o  o
meta_keywords            str     ""              o  o
page_title               str     ""              o  o
no_index                 bool    false           o  o
no_follow                bool    false           o  o
alias                    str     ""              o  o
deeplink                 calc    calc            -  -
specs                    str     ""              o  o
decimal_amount           int     0               o  o
amount_sold              num     0               o  o
minimal_order_amount     amount  1               o  o
stock_delivery_number    int     1               o  o
stock_delivery_type      enum:days|weeks|months|quarters|years|outofstock|temporarilysoldout|ordered|onrequest|unknown "days" o o
stock_delivery_standard  str     ""              o  o
show_in_template         bool    false           o  o
show_on_beginpage        bool    false           o  o
show_on_facebook         bool    false           o  o
show_order_button        enum:Y|QUOTATION|N "Y"  o  o
product_layout           int     1               o  o
photo_size               enum:NONE|SMALL|BIG "SMALL" o o
hide_without_category    enum:YES|NO_DIRECTLINK|NO_SEARCHRESULTS "YES" o o
memo                     str     ""              o  o
marktplaats_active       bool    false           o  o
marktplaats_status       str     null            o  o
marktplaats_cpc          num     null            o  o
marktplaats_daily_budget num     null            o  o
marktplaats_total_budget num     null            o  o
marktplaats_category_id  int     null            o  o
marktplaats_price_type   str     null            o  o
google_shopping_category str     ""              o  o
package                  ref     packages/{id}/  -  -
package_id               int     -               R  o  =package.id
supplier                 ref     suppliers/{id}/ -  -
supplier_id              int     -               o  o  =supplier.id
is_included_for_export_feed bool true            o  o
fixed_staggered_prices   bool    false           o  o
is_visible               calc    calc            -  -
can_be_ordered           calc    calc            -  -
productlabels            link    products/{id}/productlabels/ - -
productphotos            linkx   products/{id}/productphotos/ - -
productvariations        linkx   products/{id}/productvariations/ - -
productvideos            linkx   products/{id}/productvideos/ - -
producttaxtariffexceptions linkx products/{id}/producttaxtariffexceptions/ - -
productattachments       linkx   products/{id}/productattachments/ - -
productkeywords          linkx   products/{id}/productkeywords/ - -
productrelevant          linkx   products/{id}/productrelevant/ - -
productattributesets     linkx   products/{id}/productattributesets/ - -
productstaggeredprices   linkx   products/{id}/productstaggeredprices/ - -
producttocategories      linkx   products/{id}/producttocategories/ - -
productreviews           linkx   products/{id}/productreviews/ - -
webshops                 link    products/{id}/webshops/ - -
attributecombinations    linkx   products/{id}/attributecombinations/ - -
producttopropertygroups  linkx   products/{id}/producttopropertygroups/ - -
`

const photoFields = `
href          url  productphotos/{id}/ - -
id            int  0     - -
filename      str  ""    - -
alttext       str  ""    - -
is_mainphoto  bool false - -
deeplink      str  ""    - -
product_id    int  hidden - -
parent        link products/{product_id}/productphotos/ - -
`

const valueLinkFields = `
href             url  productattributevalues/{id}/ - -
id               int  0    - -
optionid         calc calc - -
optionname       calc calc - -
optionposition   int  1    - o
optionvalue_id   int  0    - -
optionvalue      int  -    R - =optionvalue_id
optionvalue_name calc calc - -
position         int  1    o o
price            num  0    R o
enable           bool true o o
stock            num  -    o -
product_id       int  hidden - -
parent           link products/{product_id}/productattributevalues/ - -
`

const combinationFields = `
href                   url  attributecombinations/{id}/ - -
id                     int  0  - -
note                   str  "" - o
product_id             int  0  - -
stock                  num  0  - o
netto_extra_price      calc calc - -
ordering_without_stock str  "global_setting" - -
product_number         str:50 "" - o
ean_number             str:50 "" - o
sku_number             str:50 "" - o
delivery_time          int  1  - o
delivery_time_type     enum:days|weeks|months|quarters|years|outofstock|temporarilysoldout|ordered|onrequest|unknown "days" - o
delivery_default_text  str  "" - o
active                 bool true - o
combination            calc calc - -
attributecombinationphotos linkx attributecombinations/{id}/attributecombinationphotos/ - -
attributes             link attributecombinations/{id}/attributes/ - -
attributevalues        link attributecombinations/{id}/attributevalues/ - -
parent                 link products/{product_id}/attributecombinations/ - -
`

const attributeFields = `
href             url  attributes/{id}/ - -
id               int  0    - -
name             str  ""   R R
attribute_type   calc calc - -
type             enum:option_menu|option_menu_required|text|text_required|additional_menu|additional_menu_required "option_menu" R R
attribute_values link attributes/{id}/attributevalues/ - -
parent           link attributes/ - -
`

const attributeValueFields = `
href          url  attributevalues/{id}/ - -
id            int  0    - -
name          str  ""   R o
default_price num  0    R o
attribute_id  int  0    - -
type          calc calc - -
parent        link attributes/{attribute_id}/attributevalues/ - -
`

const categoryFields = `
href                       url  categories/{id}/ - -
id                         int  0    - -
name                       str:255 "" R o
description                str:65536 "" o o
description_photo_size     str  ""   o o
description_photo_position str  ""   o o
description_photo          str  ""   - -
description_bottom         str:65536 "" o o
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

const packageFields = `
href   url  packages/{id}/ - -
id     int  0  - -
name   str  "" R R
parent link packages/ - -
`
