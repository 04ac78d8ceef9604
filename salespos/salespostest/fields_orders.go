package salespostest

// The columns are explained at type schema.

const orderFields = `
href                      url  orders/{id}/ - -
id                        int  0     - -
ordernumber_prefix        str  null  - -
ordernumber               int  null  - -
ordernumber_full          str  null  - -
invoicenumber             int? null  o o
transaction_id            str  null  - -
create_date               date now   - -
deliver_method            str  "shipping" o o
deliver_date              date? null o o
take_out_window           obj  {"start":null,"end":null} - -
is_platform_sale          bool false o o
orderedinlng              str  "nl"  o o
status                    int  null  o o
is_completed              bool true  o -
basket_href               calc calc  - -
checkout_href             calc calc  - -
paid                      bool false o o
safety_deposit_returned   bool false o o
paymethod_id              int  0     - -
paymethod                 str  ""    - -
paymethod_label           str  ""    - -
taxes_included            bool true  o o
order_row_taxes_included  bool true  o o
shipping_taxes_included   bool true  o o
shipping_tax_percentage   num  0     - -
is_intra_community_order  bool false o o
total_orderrow_price      num  0     - -
total_shipping            num  0     o o
total_discounts           num  0     - -
total_price               num  0     - -
currency                  str  "EUR" o o
total_tax                 num  0     - -
total_weight              num  0     - -
extra_payment_option      str  ""    - -
extra_payment_option_price num 0     - -
extra_payment_option_no_sentprice bool false - -
extra_payment_option_pay_on_pickup bool false - -
extra_price               num  0     - -
paymethod_costs           num  0     o o
credit_point_discount     num  0     - -
extra_costs               num  0     o o
extra_costs_description   str  ""    o o
track_and_trace_code      str  ""    o o
track_and_trace_carrier   str  null  o o
track_and_trace_deeplink  str  ""    - -
reservationnumber         str  ""    o o
delivery_option           str  null  - -
user                      calc calc  - -
user_id                   int? hidden o -
discountcoupon            obj  {"code":"","discount":0,"type":null,"enddate":null,"onetimeuse":false,"givesfreeshipping":false,"minimumprice":0} - -
customer                  obj:buyer {} R o
pickup_address            obj  null  - -
packing_slip_deeplink     calc calc  - -
orderrows                 link orders/{id}/orderrows/ - -
orderrows                 arr:rowinput - R o
ordernotes                link orders/{id}/ordernotes/ - -
ordermessages             link orders/{id}/ordermessages/ - -
ordernotifications        link orders/{id}/ordernotifications/ - -
orderaffiliatenetworks    link orders/{id}/orderaffiliatenetworks/ - -
orderlabels               link orders/{id}/orderlabels/ - -
invoices                  link orders/{id}/invoices/ - -
terminalreceipts          link orders/{id}/terminalreceipts/ - -
fiscaltransactionsignatures link orders/{id}/fiscaltransactionsignatures/ - -
takeoutslot               int  -     o o
note                      str  -     - o
mail                      bool -     - o
`

const rowFields = `
href                   url  orderrows/{id}/ - -
id                     int  0  - -
order_id               int  0  - -
product_type           str  "product" - -
product_name           str  "" - -
product_name_google    calc calc - -
product_number         str  "" - -
sub_product_number     str  "" - -
sub_sku_number         str  "" - -
sub_ean_number         str  "" - -
product_id             int  null - -
product_href           calc calc - -
count                  num  0  - o
price                  num  0  - o
product_purchase_price num  0  - -
discount               num  0  - o
custom_price           bool false - -
tax                    num  0  - -
unit                   str  "" - -
weight                 num  0  - -
memo                   str  "" - -
package_id             int  null - -
package_name           str  "" - -
stock_location         str  "" - -
supplier               str  "" - -
user_discount          num  0  - -
original_price         num  0  - -
selling_price          num  0  - -
price_without_discount num  0  - -
price_without_discount_with_attributes num 0 - -
total_price            num  0  - -
total_extra_option_price num 0 - -
price_with_attributes  num  0  - -
total_price_with_attributes num 0 - -
attributes             calc calc - -
uploads                arr  [] - -
attribute_combination_id int hidden - -
calculator_href        url  orderrowcalculator/{id}/ - -
parent                 link orders/{order_id}/orderrows - -
`

const rowInputFields = `
product_type             str  - o o
auto_create_deposit_rows bool - o o
product_id               int? - o o
product_name             str  - o o
product_number           str  - o o
count                    num  - R o
price                    num  - o o
product_purchase_price   num  - o o
discount                 num  - o o
tax                      amount - o o
unit                     str  - o o
weight                   amount - o o
memo                     str  - o o
package_id               int  - o o
attribute_combination_id num  - o o
`

const noteFields = `
href        url  ordernotes/{id}/ - -
id          int  0   - -
note        str  ""  o -
type        str  "internal" - -
create_date date now - -
order_id    int  hidden - -
parent      link orders/{order_id}/ordernotes/ - -
`

const rowOptionFields = `
href        url  orderrowattributevalues/{id}/ - -
id          int  0  - -
option_name str  "" R -
value_name  str  "" R -
price       num  0  o -
orderrow_id int  hidden - -
parent      link orderrows/{orderrow_id}/orderrowattributevalues/ - -
`

const messageFields = `
href        url  ordermessages/{id}/ - -
id          int  0   - -
message     str  ""  R -
create_date date now - -
order_id    int  hidden - -
parent      link orders/{order_id}/ordermessages/ - -
`

const notificationFields = `
href        url  ordernotifications/{id}/ - -
id          int  0   - -
type        str  ""  R -
create_date date now - -
order_id    int  hidden - -
parent      link orders/{order_id}/ordernotifications/ - -
`

const orderLabelFields = `
label_id int  0      R -
order_id int  hidden - -
parent   url  orders/{order_id}/orderlabels/ - -
`
