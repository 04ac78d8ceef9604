package salespostest

// The columns are explained at type schema.

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

const combinationPhotoFields = `
href         url  attributecombinationphotos/{id}/ - -
id           int  0     - -
filename     str  hidden - -
alt          str  ""    o o
is_mainphoto bool false o o
deeplink     calc calc  - -
combination_id int hidden - -
file_type    str  -     R -
source       str  -     R -
parent       link attributecombinations/{combination_id}/attributecombinationphotos/ - -
`

const attributeFields = `
href             url  attributes/{id}/ - -
id               int  0    - -
name             str:@ ""  R R
attribute_type   calc calc - -
type             enum:option_menu|option_menu_required|text|text_required|additional_menu|additional_menu_required "option_menu" R R
attribute_values link attributes/{id}/attributevalues/ - -
parent           link attributes/ - -
`

const attributeValueFields = `
href          url  attributevalues/{id}/ - -
id            int  0    - -
name          str:@ "" R o
default_price num  0    R o
attribute_id  int  0    - -
type          calc calc - -
parent        link attributes/{attribute_id}/attributevalues/ - -
`
