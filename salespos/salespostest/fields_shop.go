package salespostest

const payMethodFields = `
id                     int  0     - -
psp                    str  ""    - -
method                 str  ""    - -
combined_name          str  ""    - -
label                  str  ""    - -
extra_costs            bool false - -
extra_costs_fixed      num  0     - -
extra_costs_percentage num  0     - -
apppsp                 str  null  - -
apppsppaymethod        str  null  - -
`

const webshopFields = `
href                url  webshops/{id}/ - -
id                  int  0     - -
name                str  ""    - -
is_multishop_system bool false - -
product_limit       int  -1    - -
product_limit_left  calc calc  - -
api_root            calc calc  - -
webshops            link webshops/{id}/webshops/ - -
parent              link webshops/ - -
create_date         date now   - -
is_salespos         bool true  - -
`

const settingsFields = `
href                         url  webshops/{id}/settings/ - -
webshop_enabled              bool true - o
webshop_disabled_title       str  ""   - o
webshop_disabled_text        str  ""   - o
currency                     str  "EUR" - -
default_vat_rat              num  21   - -
prices_include_vat           bool true - -
full_ssl_webshop             bool true - -
creditpoint_value            num  0    - -
languages                    arr  ["nl"] - o
backend_language             str  "nl" - -
separate_domain_per_language bool false - -
stock                        bool true - -
ordering_without_stock       str  "N"  - -
stock_level_warnings         obj  {"low_threshold":null,"high_threshold":null} - -
multishop_readonly_properties arr [] - -
checkout_type                arr  ["shipping"] - -
takeoutsettings              obj  null - -
quotation_status             arr  [] - -
order_status                 arr  [] - -
invoice_status               arr  [] - -
return_status                arr  [] - -
parent                       link webshops/{id}/ - -
`

const geozoneFields = `
country      str ""   - -
code         str ""   - -
geozone_id   int 0    - -
geozone_name str ""   - -
tariffs      arr []   - -
`
