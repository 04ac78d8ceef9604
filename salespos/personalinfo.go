package salespos

// CustomerType tells consumers and businesses apart.
type CustomerType string

// The types of customers.
const (
	Consumer CustomerType = "b2c"
	Business CustomerType = "b2b"
)

// PersonalInfo is the personal data of an order or a shop user.
type PersonalInfo struct {
	BillingAddress Address `json:"billingaddress"`
	// DeliveryAddress is empty when it is the same as BillingAddress.
	DeliveryAddress   Address      `json:"deliveryaddress"`
	Email             string       `json:"email"`
	CustomerType      CustomerType `json:"customertype"`
	BankAccount       string       `json:"bankaccount"`
	IBAN              string       `json:"iban"`
	BIC               string       `json:"bic"`
	Bank              string       `json:"bank"`
	TenName           string       `json:"tenname"`
	BankName          string       `json:"bankname"` // the account holder
	Reference         string       `json:"reference"`
	ReservationNumber string       `json:"reservationnumber"`
	Income            string       `json:"income"`
	Branche           string       `json:"branche"`
	Branch            string       `json:"branch"`
	Website           string       `json:"website"`
	ClubCity          string       `json:"clubcity"`
	ClubComment       string       `json:"clubcomment"`
	ClubName          string       `json:"clubname"`
	Beurs             string       `json:"beurs"`
	Stand             string       `json:"stand"`
	Fair              string       `json:"fair"`
	Booth             string       `json:"booth"`
	CarBrand          string       `json:"carbrand"`
	CarType           string       `json:"cartype"`
	CarWeight         string       `json:"carweight"`
	BirthDate         string       `json:"birthdate"`
	BirthTime         string       `json:"birthtime"`
	BirthPlace        string       `json:"birthplace"`
	CardNumber        string       `json:"cardnumber"`
	VATNumber         string       `json:"btw"`
	ChamberOfCommerce string       `json:"kvk"`
	CostCentre        string       `json:"costcentre"`
	FindUs            string       `json:"findus"`
	SSNNumber         string       `json:"ssnnumber"`
	ZZPPass           string       `json:"zzppass"`
	// The three keys of e-mail invoices are seen in orders; no document
	// explains them.
	EmailInvoice        string `json:"email_invoice"`
	EmailInvoiceCompany string `json:"email_invoice_company"`
	EmailInvoiceUnion   string `json:"email_invoice_union"`
}

// Address is a billing or delivery address. It has Line1 and Line2, or Street,
// HouseNumber and HouseNumberSuffix. A delivery address has no FirstName,
// LastName and Fax.
type Address struct {
	Gender    string `json:"gender"`
	Initials  string `json:"initials"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
	// FullName is composed by the shop in a billing address.
	FullName          string `json:"full_name"`
	Company           string `json:"company"`
	Line1             string `json:"address_line_1"`
	Line2             string `json:"address_line_2"`
	Street            string `json:"street"`
	HouseNumber       *int   `json:"housenumber"`
	HouseNumberSuffix string `json:"housenumber_suffix"`
	Zipcode           string `json:"zipcode"`
	City              string `json:"city"`
	Province          string `json:"province"`
	// Country is a name in the language of the shop.
	Country string `json:"country"`
	// CountryCode is ISO 3166-1 alpha-2, "" when unknown.
	CountryCode string `json:"country_code"`
	Telephone   string `json:"telephone"`
	Fax         string `json:"fax"`
	Mobile      string `json:"mobile"`
	Comment     string `json:"comment"`
}

// PersonalInfoInput is personal data that is written. Deprecated keys are left
// out.
type PersonalInfoInput struct {
	BillingAddress    Opt[BillingAddressInput]  `json:"billingaddress,omitzero"`
	DeliveryAddress   Opt[DeliveryAddressInput] `json:"deliveryaddress,omitzero"`
	Email             Opt[string]               `json:"email,omitzero"`
	CustomerType      Opt[CustomerType]         `json:"customertype,omitzero"`
	BankAccount       Opt[string]               `json:"bankaccount,omitzero"`
	IBAN              Opt[string]               `json:"iban,omitzero"`
	BIC               Opt[string]               `json:"bic,omitzero"`
	BankName          Opt[string]               `json:"bankname,omitzero"` // the account holder
	Reference         Opt[string]               `json:"reference,omitzero"`
	ReservationNumber Opt[string]               `json:"reservationnumber,omitzero"`
	Income            Opt[string]               `json:"income,omitzero"`
	Branch            Opt[string]               `json:"branch,omitzero"`
	Website           Opt[string]               `json:"website,omitzero"`
	ClubCity          Opt[string]               `json:"clubcity,omitzero"`
	ClubComment       Opt[string]               `json:"clubcomment,omitzero"`
	ClubName          Opt[string]               `json:"clubname,omitzero"`
	Fair              Opt[string]               `json:"fair,omitzero"`
	Booth             Opt[string]               `json:"booth,omitzero"`
	CarBrand          Opt[string]               `json:"carbrand,omitzero"`
	CarType           Opt[string]               `json:"cartype,omitzero"`
	CarWeight         Opt[string]               `json:"carweight,omitzero"`
	BirthDate         Opt[string]               `json:"birthdate,omitzero"`
	BirthTime         Opt[string]               `json:"birthtime,omitzero"`
	BirthPlace        Opt[string]               `json:"birthplace,omitzero"`
	CardNumber        Opt[string]               `json:"cardnumber,omitzero"`
	VATNumber         Opt[string]               `json:"btw,omitzero"`
	ChamberOfCommerce Opt[string]               `json:"kvk,omitzero"`
	CostCentre        Opt[string]               `json:"costcentre,omitzero"`
	FindUs            Opt[string]               `json:"findus,omitzero"`
	SSNNumber         Opt[string]               `json:"ssnnumber,omitzero"`
	ZZPPass           Opt[string]               `json:"zzppass,omitzero"`
}

// BillingAddressInput is a billing address that is written. Set Line1 and Line2,
// or Street, HouseNumber and HouseNumberSuffix.
type BillingAddressInput struct {
	FirstName Opt[string] `json:"first_name,omitzero"`
	LastName  Opt[string] `json:"last_name,omitzero"`
	Fax       Opt[string] `json:"fax,omitzero"`
	AddressFields
}

// DeliveryAddressInput is a delivery address that is written. Set Line1 and
// Line2, or Street, HouseNumber and HouseNumberSuffix.
type DeliveryAddressInput struct {
	// FullName is the only name that a delivery address has.
	FullName Opt[string] `json:"full_name,omitzero"`
	AddressFields
}

// AddressFields are the fields that both addresses have.
type AddressFields struct {
	Gender            Opt[string] `json:"gender,omitzero"`
	Initials          Opt[string] `json:"initials,omitzero"`
	Company           Opt[string] `json:"company,omitzero"`
	Line1             Opt[string] `json:"address_line_1,omitzero"`
	Line2             Opt[string] `json:"address_line_2,omitzero"`
	Street            Opt[string] `json:"street,omitzero"`
	HouseNumber       Opt[int]    `json:"housenumber,omitzero"`
	HouseNumberSuffix Opt[string] `json:"housenumber_suffix,omitzero"`
	Zipcode           Opt[string] `json:"zipcode,omitzero"`
	City              Opt[string] `json:"city,omitzero"`
	Province          Opt[string] `json:"province,omitzero"`
	CountryCode       Opt[string] `json:"country_code,omitzero"` // ISO 3166-1 alpha-2
	Telephone         Opt[string] `json:"telephone,omitzero"`
	Mobile            Opt[string] `json:"mobile,omitzero"`
	Comment           Opt[string] `json:"comment,omitzero"`
}
