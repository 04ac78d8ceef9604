package salespostest

// The columns are explained at type schema.

const propertyGroupFields = `
href              url  productpropertygroups/{id}/ - -
id                int  0  - -
name              str  "" R R
productproperties url  productpropertygroups/{id}/productproperties/ - -
parent            link productpropertygroups/ - -
`

// propertyFields: parent is the id of another property, not a link.
const propertyFields = `
href        url   productproperties/{id}/ - -
id          int   0    - -
parent      int?  null o o
name        str   ""   R o
description str   ""   o o
position    int   1    o o
icon        str   ""   o o
type        enum:Text|TextArea|Price|Checkbox|Option|OptionCheckbox|Group|CollapsedGroup "Text" o o
options     linkx productproperties/{id}/productpropertyoptions/ - -
children    calc  calc - -
group_id    int   hidden - -
`

const propertyOptionFields = `
href        url productpropertyoptions/{id}/ - -
id          int 0  - -
name        str "" R R
position    int 1  o o
property_id int hidden - -
`

const propertyValueFields = `
href                url productpropertyvalues/{id}/ - -
id                  int 0  - -
product_id          int 0  R -
product_property_id int 0  R -
value               str "" R R
`

const groupLinkFields = `
href                        url  producttopropertygroups/{id}/ - -
id                          int  0    - -
product_id                  int  0    R -
product_property_group_id   int  0    R -
product_href                calc calc - -
product_property_group_href calc calc - -
values                      calc calc - -
`
