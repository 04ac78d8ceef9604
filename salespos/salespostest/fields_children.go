package salespostest

// The columns are explained at type schema.

const photoFields = `
href         url  productphotos/{id}/ - -
id           int  0     - -
filename     str  ""    - -
alttext      str  ""    o o
is_mainphoto bool false o o
deeplink     calc calc  - -
product_id   int  hidden - -
file_type    str  -     R -
source       str  -     R -
parent       link products/{product_id}/productphotos/ - -
`

const keywordFields = `
keyword    str  ""     R -
product_id int  hidden - -
parent     link products/{product_id}/productkeywords/ - -
`

const productLabelFields = `
label_id   int  0      R -
product_id int  hidden - -
parent     url  products/{product_id}/productlabels/ - -
`

const variationFields = `
href                   url  productvariations/{id}/ - -
id                     int  0     - -
product_variation_id   int  0     R -
product_variation_href calc calc  - -
auto_created           bool false - -
active                 bool true  R R
product_id             int  hidden - -
parent                 link products/{product_id}/productvariations/ - -
`

const taxExceptionFields = `
href       url  producttaxtariffexceptions/{id}/ - -
id         int  0   - -
product_id int  0   - -
country    str:2 "" R o
taxtariff  enum:normal|low~A|low~B|extra~low|zero "normal" R o
parent     link products/{product_id}/producttaxtariffexceptions/ - -
`

const attachmentFields = `
href        url  productattachments/{id}/ - -
id          int  0  - -
filename    str  "" R -
displayname str  "" R o
position    int  1  o o
deeplink    calc calc - -
product_id  int  hidden - -
source      str  -  R -
parent      link products/{product_id}/productattachments/ - -
`

const relevantFields = `
href              url  productrelevant/{id}/ - -
id                int  0 - -
child_product_id  int  0 R -
parent_product_id int  0 - -
child_product     link products/{child_product_id}/ - -
parent_product    link products/{parent_product_id}/ - -
parent            link products/{parent_product_id}/productrelevant/ - -
`

const reviewFields = `
href       url  productreviews/{id}/ - -
id         int  0     - -
productid  int  0     - -
createdate date now   o -
content    str  ""    R -
points     int  0     R -
name       str  ""    R -
approved   bool false o R
parent     link products/{productid}/productreviews/ - -
`

const staggeredPriceFields = `
href       url    productstaggeredprices/{id}/ - -
id         int    0 - -
quantity   amount 0 R R
price      amount 0 R R
discount   num    0 R R
sellprice  calc   calc - -
product_id int    hidden - -
parent     link   products/{product_id}/productstaggeredprices/ - -
`

const videoFields = `
href      url  productvideos/{id}/ - -
id        int  0  - -
productid int  0  - -
name      str  "" R o
position  int  1  o o
embedcode str  "" R o
parent    link products/{productid}/productvideos/ - -
`

// nameFields are those of brands, suppliers and conditions.
const nameFields = `
href     url  NAME/{id}/ - -
id       int  0  - -
name     str  "" R R
products link NAME/{id}/products/ - -
parent   link NAME/ - -
`

const colorFields = `
href     url  colors/{id}/ - -
id       int  0  - -
name     str  "" R -
type     enum:color|transparent|multicolor "color" - -
hex      str  null R -
position int  1  - -
parent   link colors/ - -
`

const packageFields = `
href   url  packages/{id}/ - -
id     int  0  - -
name   str  "" R R
parent link packages/ - -
`

const labelFields = `
id               int  0    - -
image_location   str  ""   R o
tooltip          str  ""   o o
show_on_products bool true o o
show_on_orders   bool true o o
show_on_invoices bool true o o
href             url  labels/{id}/ - -
`

const redirectFields = `
href       url  redirects/{id}/ - -
id         int  0    - -
source_url str  ""   R o
target_url str  ""   R o
active     bool true R o
parent     link redirects/ - -
`
