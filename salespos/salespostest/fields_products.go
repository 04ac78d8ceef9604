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
name                     str:200@ ""             R  o
shortdescription         str:255@ ""             o  o
description              str:65536@ ""           o  o
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
productmainphoto         calc    calc            -  -
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
multishop_product_id     int     null            -  -
webshop_ids              arr     hidden          -  -
`
