package salespostest

// The columns are explained at type schema.

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
parent_id           int  hidden - -
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

const merchantFields = `
href         url  merchant/{id}/ - -
id           int  0    - -
uuid         str  ""   - o
gender       str  null - o
first_name   str  ""   - o
last_name    str  ""   - o
full_name    calc calc - -
company      str  ""   - o
email        str  ""   - o
address_line calc calc - -
street       str  ""   - o
housenumber  str  ""   - o
zipcode      str  ""   - o
city         str  ""   - o
country      str  ""   - -
country_code str  null - o
telephone    str  ""   - o
tax_number   str  ""   - o
coc_number   str  ""   - o
iban         str  ""   - o
bank_account_holder_name str "" - o
parent       link merchant/ - -
`

const languageFields = `
label         str  ""   R -
active        bool true - -
base_language str  "nl" R -
iso_code      str  ""   - -
flag_icon     str  ""   R -
href          url  languages/{id}/ - -
`

const domainFields = `
href       url  webshops/{webshop_id}/domains/ - -
domainname str  ""   - -
ssldomain  bool true - -
language   str  null - -
webshop_id int  hidden - -
parent     link webshops/{webshop_id}/domains/ - -
`

const webhookFields = `
href       url  webhooks/{id}/ - -
id         int  0    - -
createdate date now  - -
event      str  ""   R -
address    str  ""   R o
key        str  ""   - -
is_active  bool true o o
parent     link webhooks/ - -
`

const appFields = `
href          url  apps/{id}/ - -
id            int  0    - -
name          str  ""   - -
eur_prices    obj  {"one_time_costs":0,"monthly_costs":0} - -
chf_prices    obj  null - -
create_date   date now  - -
modified_date date now  - -
description   str  ""   - -
cover         str  null - -
logo          str  null - -
developer     obj  {"id":null,"email":null,"website":null,"name":null} - -
number_of_installations num 0 - -
is_installed  bool false - R
available_languages arr ["nl"] - -
photos        arr  []   - -
categories    calc calc - -
category_id   int  hidden - -
code_blocks   link apps/{id}/appcodeblocks/ - -
psp           link apps/{id}/apppsp/ - -
parent        link apps/ - -
`

const appCategoryFields = `
href        url  appstorecategories/{id}/ - -
id          int  0  - -
name        str  "" - -
description str  "" - -
position    int  1  - -
apps        link appstorecategories/{id}/apps/ - -
parent      link appstorecategories/ - -
`

// credentialFields: what a POST sends beside the label is never shown.
const credentialFields = `
href       url  credentials/{id}/ - -
id         int  0   - -
label      str  ""  o -
createdate date now - -
api_public str  -   o -
api_secret str  -   o -
link_to_main_user    bool - o -
link_by_access_token bool - o -
permissions arr -   o -
webshop_id int  hidden - -
`
