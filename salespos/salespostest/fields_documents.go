package salespostest

// The columns are explained at type schema.

const invoiceFields = `
href                       url  invoices/{id}/ - -
id                         int  0     - -
invoicenumber_prefix       str  null  - -
invoicenumber              int  0     - -
invoicenumber_full         str  ""    - -
ordernumber_prefix         str  null  - -
ordernumber                int  0     - -
ordernumber_full           str  ""    - -
create_date                date now   - -
status                     enum:paid|unpaid|reimbursed "unpaid" o o
status_name                calc calc  - -
type                       str  "debit" - -
payment_link_sent          date? null o o
taxes_included             bool true  - -
invoice_row_taxes_included bool true  - -
is_intra_community_order   bool false - -
shipping_taxes_included    bool true  - -
shipping_tax_percentage    num  0     - -
total_shipping             num  0     - -
total_discounts            num  0     - -
total_price_inc_tax        num  0     - -
total_price_exc_tax        num  0     - -
total_price                num  0     - -
total_tax                  num  0     - -
currency                   str  "EUR" - -
extra_payment_option       str  ""    - -
extra_payment_option_price num  0     - -
paymethod_costs            num  0     - -
credit_point_discount      num  0     - -
extra_costs                num  0     - -
extra_costs_description    str  ""    - -
external_reference         str  ""    o o
deeplink                   calc calc  - -
user                       calc calc  - -
user_id                    int  hidden - -
customer                   obj:buyer {} - -
discountcoupon             obj  {"code":"","discount":0,"type":null,"enddate":null,"onetimeuse":null,"givesfreeshipping":false,"minimumprice":null} - -
order                      calc calc  - -
order_id                   int  hidden - -
invoicerows                link invoices/{id}/invoicerows/ - -
invoicenotifications       link invoices/{id}/invoicenotifications/ - -
download_link              calc calc  - -
`

// soldRowFields are the keys that rows of invoices and returns share.
const soldRowFields = `
product_name           str  "" - -
product_number         str  "" - -
sub_product_number     str  "" - -
sub_sku_number         str  "" - -
sub_ean_number         str  "" - -
product_id             int  null - -
count                  num  0  - -
price                  num  0  - -
product_purchase_price num  0  - -
discount               num  0  - -
custom_price           bool false - -
tax                    num  0  - -
unit                   str  "" - -
weight                 num  0  - -
memo                   str  "" - -
package_id             int  null - -
package_name           str  "" - -
stock_location         str  "" - -
supplier               str  "" - -
original_price         num  0  - -
selling_price          num  0  - -
price_without_discount num  0  - -
price_without_discount_with_attributes num 0 - -
total_price            num  0  - -
total_extra_option_price num 0 - -
price_with_attributes  num  0  - -
total_price_with_attributes num 0 - -
attributes             arr  [] - -
orderrow_id            int  hidden - -
orderrow               link orderrows/{orderrow_id}/ - -
`

const invoiceRowFields = `
href         url  invoicerows/{id}/ - -
id           int  0  - -
invoice_id   digits 0 - -
product_type str  "product" - -
product_href calc calc - -
user_discount num 0  - -
` + soldRowFields + `
parent       link invoices/{invoice_id}/invoicerows/ - -
`

const returnRowFields = `
href      url  returnrows/{id}/ - -
id        int  0 - -
return_id int  0 - -
` + soldRowFields + `
product   link products/{product_id}/ - -
parent    link returns/{return_id}/returnrows/ - -
`

const returnFields = `
href                 url  returns/{id}/ - -
id                   int  0   - -
returnnumber_prefix  str  null - -
returnnumber         int  0   - -
returnnumber_full    calc calc - -
ordernumber_prefix   str  null - -
ordernumber          int  0   - -
ordernumber_full     str  ""  - -
create_date          date now - -
status               str  "new" - -
status_name          calc calc - -
action_name          str  ""  - -
reason_name          str  ""  - -
total_price_inc_tax  num  0   - -
total_price_exc_tax  num  0   - -
total_price          num  0   - -
total_tax            num  0   - -
currency             str  "EUR" - -
user                 calc calc - -
user_id              int  hidden - -
customer             obj:buyer {} - -
order                calc calc - -
order_id             int  hidden - -
returnrows           link returns/{id}/returnrows/ - -
`

const invoiceNotificationFields = `
href        url  invoicenotifications/{id}/ - -
id          int  0   - -
invoice_id  int  0   - -
type        str  ""  R -
create_date date now - -
parent      link invoices/{invoice_id}/invoicenotifications/ - -
`

const couponFields = `
href             url  discountcoupons/{id}/ - -
id               int  0     - -
code             str  ""    R -
discount         amount 0   R -
type             str  ""    R -
begindate        date now   R -
enddate          date? null o -
onetimeuse       bool false R -
givesfreeshipping bool false R -
minimumprice     amount 0   R -
productwhitelist bool false o -
products         calc calc  - -
products         arr  -     o - =product_ids
product_ids      arr  hidden - -
`

// cashupFields: what POST and PATCH take is not documented; any of the keys
// that a GET shows is accepted.
const cashupFields = `
id           int  0   - -
href         url  cashups/{id}/ - -
number_full  calc calc - -
create_date  date now - -
start_period date now o o
end_period   date? null o o
status       str  "OPEN" o o
balances     arr  []  o o
vat_totals   arr  []  o o
`

const fiscalFields = `
id                   int  0   - -
href                 url  fiscaltransactionsignatures/{id}/ - -
create_date          date now o -
signature_identifier str  ""  o -
type                 str  ""  o -
signature_data       str  ""  o o
order_id             int  hidden - -
`
