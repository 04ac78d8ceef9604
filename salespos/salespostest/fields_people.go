package salespostest

// The columns are explained at type schema.

const billingFields = `
gender             str? "" o o
initials           str? "" o o
first_name         str? "" o o
last_name          str? "" o o
full_name          str? "" o o
company            str? "" o o
address_line_1     str? "" o o
address_line_2     str? "" o o
street             str? "" o o
housenumber        int? null o o
housenumber_suffix str? "" o o
zipcode            str? "" o o
city               str? "" o o
province           str? "" o o
country            str? "" o o
country_code       str? null o o
telephone          str? "" o o
fax                str? "" o o
mobile             str? "" o o
comment            str? "" o o
`

// deliveryFields has no first_name, last_name and fax.
const deliveryFields = `
gender             str? "" o o
initials           str? "" o o
full_name          str? "" o o
company            str? "" o o
address_line_1     str? "" o o
address_line_2     str? "" o o
street             str? "" o o
housenumber        int? null o o
housenumber_suffix str? "" o o
zipcode            str? "" o o
city               str? "" o o
province           str? "" o o
country            str? "" o o
country_code       str? null o o
telephone          str? "" o o
mobile             str? "" o o
comment            str? "" o o
`

const personFields = `
billingaddress    obj:billing  {} o o
deliveryaddress   obj:delivery {} o o
email             str  "" o o
customertype      enum:b2c|b2b "b2c" o o
bankaccount       str  "" o o
iban              str  "" o o
bic               str  "" o o
bank              str  "" o o
tenname           str  "" o o
bankname          str  "" o o
reference         str  "" o o
reservationnumber str  "" o o
income            str  "" o o
branche           str  "" o o
branch            str  "" o o
website           str  "" o o
clubcity          str  "" o o
clubcomment       str  "" o o
clubname          str  "" o o
beurs             str  "" o o
stand             str  "" o o
fair              str  "" o o
booth             str  "" o o
carbrand          str  "" o o
cartype           str  "" o o
carweight         str  "" o o
birthdate         str? null o o
birthtime         str? null o o
birthplace        str  "" o o
cardnumber        str  "" o o
btw               str  "" o o
kvk               str  "" o o
costcentre        str  "" o o
findus            str  "" o o
ssnnumber         str  "" o o
zzppass           str  "" o o
`

// buyerFields are the keys that only the customer of an order shows.
const buyerFields = personFields + `
email_invoice         str "" - -
email_invoice_company str "" - -
email_invoice_union   str "" - -
`

const userFields = `
href                         url  users/{id}/ - -
id                           int  0   - -
username                     str  ""  R o
group_id                     int? null o o
status                       bool true o o
approval_status              enum:pending|accepted "accepted" - o
product_in_category_discount enum:highest|lowest "highest" o o
userinfo                     obj:person {} o o
creditpoints                 link users/{id}/creditpoints/ - -
creditpointmutations         link users/{id}/creditpointmutations/ - -
disabledpaymethods           link users/{id}/disabledpaymethods/ - -
parent                       link users/ - -
password                     str  -   R o
encryption                   str  -   o o
gender                       str  -   o -
`

const userGroupFields = `
href                         url  usergroups/{id}/ - -
id                           int  0  - -
default                      bool false o o
groupname                    str  "" o o
discount                     num  0  o o
product_in_category_discount enum:highest|lowest "highest" o o
users                        link usergroups/{id}/users/ - -
disabledpaymethods           link usergroups/{id}/disabledpaymethods/ - -
`
