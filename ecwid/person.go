package ecwid

// CustomerKind tells business customers from consumers.
type CustomerKind string

// Values of CustomerKind.
const (
	KindConsumer CustomerKind = "b2c"
	KindBusiness CustomerKind = "b2b"
)

// Person is a person with an address, on customers and orders.
type Person struct {
	Extra
	// Name is the full name; FirstName and LastName are derived from it when
	// it has two or more words.
	Name        string `json:"name"`
	FirstName   string `json:"firstName"`
	LastName    string `json:"lastName"`
	CompanyName string `json:"companyName"`
	// Street has up to two lines, separated by "\n".
	Street      string `json:"street"`
	City        string `json:"city"`
	PostalCode  string `json:"postalCode"`
	CountryCode string `json:"countryCode"` // ISO 3166-1 alpha-2
	CountryName string `json:"countryName"`
	// StateOrProvinceCode is a free text in countries without a list.
	StateOrProvinceCode string `json:"stateOrProvinceCode"`
	StateOrProvinceName string `json:"stateOrProvinceName"`
	Phone               string `json:"phone"`
}

// PersonWrite is a person in a write.
type PersonWrite struct {
	Name                Opt[string] `json:"name,omitzero"`
	CompanyName         Opt[string] `json:"companyName,omitzero"`
	Street              Opt[string] `json:"street,omitzero"` // lines separated by "\n"
	City                Opt[string] `json:"city,omitzero"`
	PostalCode          Opt[string] `json:"postalCode,omitzero"`
	CountryCode         Opt[string] `json:"countryCode,omitzero"`
	StateOrProvinceCode Opt[string] `json:"stateOrProvinceCode,omitzero"`
	Phone               Opt[string] `json:"phone,omitzero"`
}
