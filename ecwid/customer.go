package ecwid

import "errors"

// Customer is a customer as the store returns it. The e-mail address is its
// identity and unique in the store.
type Customer struct {
	Extra
	ID    CustomerID `json:"id"`
	Email string     `json:"email"`
	// Name repeats BillingPerson.Name.
	Name       string `json:"name"`
	Registered Time   `json:"registered"`
	Updated    Time   `json:"updated"`
	// TotalOrderCount comes in lists only.
	TotalOrderCount   *int            `json:"totalOrderCount"`
	CustomerGroupID   CustomerGroupID `json:"customerGroupId"` // 0: General
	CustomerGroupName string          `json:"customerGroupName"`

	// BillingPerson is nil for accounts made by a guest checkout.
	BillingPerson *Person `json:"billingPerson"`
	// ShippingAddresses come in no stable order.
	ShippingAddresses []Address `json:"shippingAddresses"`
	Contacts          []Contact `json:"contacts"`

	TaxID      string       `json:"taxId"`
	TaxIDValid bool         `json:"taxIdValid"`
	TaxExempt  bool         `json:"taxExempt"`
	Kind       CustomerKind `json:"b2b_b2c"`
	// FiscalCode and the two fields after it are for Italy.
	FiscalCode               string `json:"fiscalCode"`
	ElectronicInvoiceEmail   string `json:"electronicInvoicePecEmail"`
	ElectronicInvoiceSDICode string `json:"electronicInvoiceSdiCode"`

	// AcceptMarketing false forbids marketing mails; nil is undecided.
	AcceptMarketing   *bool                `json:"acceptMarketing"`
	Lang              string               `json:"lang"`
	PrivateAdminNotes string               `json:"privateAdminNotes"`
	ExtraFields       []CustomerExtraField `json:"extrafields"`
	// ExternalReferenceID cannot be written through this API.
	ExternalReferenceID string             `json:"externalReferenceId"`
	Stats               CustomerStats      `json:"stats"`
	Favorites           []FavoriteOfPerson `json:"favorites"`
}

func (c *Customer) check() error {
	if c.ID <= 0 {
		return errors.New("it has no customer id")
	}
	return nil
}

// Address is a shipping address of a customer.
type Address struct {
	Extra
	ID AddressID `json:"id"`
	Person
	Note           string `json:"note"`
	DefaultAddress bool   `json:"defaultAddress"`
	OrderBy        int    `json:"orderBy"`
	CreatedDate    Time   `json:"createdDate"`
	Formatted      string `json:"addressFormatted"` // display only
}

// ContactType is the kind of a contact.
type ContactType string

// Values of ContactType.
const (
	ContactEmail     ContactType = "EMAIL"
	ContactPhone     ContactType = "PHONE"
	ContactFacebook  ContactType = "FACEBOOK"
	ContactInstagram ContactType = "INSTAGRAM"
	ContactTwitter   ContactType = "TWITTER"
	ContactYouTube   ContactType = "YOUTUBE"
	ContactTikTok    ContactType = "TIKTOK"
	ContactPinterest ContactType = "PINTEREST"
	ContactVK        ContactType = "VK"
	ContactMessenger ContactType = "FB_MESSENGER"
	ContactWhatsApp  ContactType = "WHATSAPP"
	ContactTelegram  ContactType = "TELEGRAM"
	ContactViber     ContactType = "VIBER"
	ContactURL       ContactType = "URL"
	ContactOther     ContactType = "OTHER"
)

// Contact is a way to reach a customer. The e-mail address is one of them.
type Contact struct {
	Extra
	ID        ContactID   `json:"id"`
	Contact   string      `json:"contact"`
	Type      ContactType `json:"type"`
	Handle    string      `json:"handle"`
	Note      string      `json:"note"`
	Default   bool        `json:"default"` // one for each type
	OrderBy   Int         `json:"orderBy"`
	Timestamp Time        `json:"timestamp"`
}

func (c *Contact) check() error {
	if c.ID <= 0 {
		return errors.New("it has no contact id")
	}
	return nil
}

// CustomerExtraField is the value of a field that the merchant added.
type CustomerExtraField struct {
	Extra
	Key         string   `json:"key"`
	Title       string   `json:"title"`
	Value       Text     `json:"value"`
	Type        string   `json:"type"`
	OrderBy     Text     `json:"orderBy"`
	EntityTypes []string `json:"entityTypes"`
}

// CustomerStats are sales numbers that the store keeps.
type CustomerStats struct {
	Extra
	NumberOfOrders    int    `json:"numberOfOrders"`
	SalesValue        Amount `json:"salesValue"`
	AverageOrderValue Amount `json:"averageOrderValue"`
	FirstOrderDate    Time   `json:"firstOrderDate"`
	LastOrderDate     Time   `json:"lastOrderDate"`
}

// FavoriteOfPerson is a product that a customer marked.
type FavoriteOfPerson struct {
	Extra
	ProductID      ProductID `json:"productId"`
	AddedTimestamp Time      `json:"addedTimestamp"`
}

// CustomerCreate is the body of a new customer. Email is required; one that is
// taken is refused with 409.
type CustomerCreate struct {
	CustomerFields
	// Password is for stores with the older sign-in.
	Password Opt[string] `json:"password,omitzero"`
}

// CustomerUpdate is a partial update of a customer: absent fields stay as they
// are.
type CustomerUpdate struct{ CustomerFields }

// IsZero reports an update that changes nothing.
func (u CustomerUpdate) IsZero() bool { return isZero(u) }

// CustomerFields are the writable fields of a customer. ShippingAddresses are
// replaced as a whole: one with an ID is updated, one without is added, one
// that is missing is removed. Send all Contacts and ExtraFields that shall
// stay.
type CustomerFields struct {
	Email             Opt[string]                    `json:"email,omitzero"`
	CustomerGroupID   Opt[CustomerGroupID]           `json:"customerGroupId,omitzero"`
	BillingPerson     Opt[PersonWrite]               `json:"billingPerson,omitzero"`
	ShippingAddresses Opt[[]AddressWrite]            `json:"shippingAddresses,omitzero"`
	Contacts          Opt[[]ContactWrite]            `json:"contacts,omitzero"`
	PrimaryPhone      Opt[string]                    `json:"primaryPhone,omitzero"`
	TaxID             Opt[string]                    `json:"taxId,omitzero"`
	TaxIDValid        Opt[bool]                      `json:"taxIdValid,omitzero"`
	TaxExempt         Opt[bool]                      `json:"taxExempt,omitzero"` // needs a valid tax id
	Kind              Opt[CustomerKind]              `json:"b2b_b2c,omitzero"`
	AcceptMarketing   Opt[bool]                      `json:"acceptMarketing,omitzero"`
	Lang              Opt[string]                    `json:"lang,omitzero"`
	PrivateAdminNotes Opt[string]                    `json:"privateAdminNotes,omitzero"`
	ExtraFields       Opt[[]CustomerExtraFieldWrite] `json:"extrafields,omitzero"`
}

// AddressWrite is a shipping address in a write; see CustomerFields.
type AddressWrite struct {
	ID Opt[AddressID] `json:"id,omitzero"`
	PersonWrite
	Note           Opt[string] `json:"note,omitzero"`
	DefaultAddress Opt[bool]   `json:"defaultAddress,omitzero"`
	OrderBy        Opt[int]    `json:"orderBy,omitzero"`
}

// ContactWrite is a contact in a write; Contact and Type are required. ID
// belongs into CustomerFields.Contacts only.
type ContactWrite struct {
	ID      Opt[ContactID] `json:"id,omitzero"`
	Contact string         `json:"contact"`
	Type    ContactType    `json:"type"`
	Handle  Opt[string]    `json:"handle,omitzero"`
	Note    Opt[string]    `json:"note,omitzero"`
	Default Opt[bool]      `json:"default,omitzero"`
	OrderBy Opt[int]       `json:"orderBy,omitzero"`
}

// CustomerExtraFieldWrite sets the value of a field that the merchant added.
type CustomerExtraFieldWrite struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}
