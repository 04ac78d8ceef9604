package catalog_test

import (
	"strings"
	"testing"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

func fullBuyer(t *testing.T) *catalog.ShopBuyer {
	t.Helper()
	order := fullOrder(t).Order
	group := salespos.UserGroupID(4)
	return &catalog.ShopBuyer{
		Email: order.Email, Billing: order.BillingPerson, Shipping: order.ShippingPerson,
		TaxID: "NL000000000B00", Business: true, GroupID: &group,
	}
}

func TestUserCreate(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		source *catalog.ShopBuyer
		want   string
	}{
		{"full", fullBuyer(t), `{"group_id":4,"userinfo":{
			"email": "ada@example.org", "customertype": "b2b", "btw": "NL000000000B00",
			"billingaddress": {"first_name": "Ada", "last_name": "van der Berg", "company": "Example B.V.",
				"street": "Kerkstraat", "housenumber": 12, "housenumber_suffix": "a", "zipcode": "3511 AA", "city": "Utrecht",
				"province": "Utrecht", "country_code": "NL", "telephone": "+31 30 0000000"},
			"deliveryaddress": {"full_name": "Ada van der Berg", "address_line_1": "Dock 3", "address_line_2": "Gate B",
				"zipcode": "2000", "city": "Antwerpen", "country_code": "BE"}}}`},
		{"minimal", &catalog.ShopBuyer{Email: "ada@example.org"}, `{"userinfo":{"email":"ada@example.org","customertype":"b2c"}}`},
	}
	m := newMapper(t, catalog.Users(), catalog.UserSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[catalog.ShopBuyer, salespos.User]{Source: tt.source})
			if got, want := c.Patch.Username, "ada@example.org"; got != want {
				t.Errorf("got username %q, want %q", got, want)
			}
			wantJSON(t, c.Patch.UserFields, tt.want)

			current := decoded[salespos.User](t, string(encoded(t, c.Patch.UserFields)))
			current.Username = c.Patch.Username
			in := mapping.Input[catalog.ShopBuyer, salespos.User]{Source: tt.source, Current: current, Baselines: m.Baselines(c, current, nil)}
			if again := plan(t, m, in); again.Writes() {
				t.Errorf("the second pass writes %v", again.Written())
			}
		})
	}
}

func TestUserUpdate(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.Users(), catalog.UserSchema())
	buyer := fullBuyer(t)
	first := plan(t, m, mapping.Input[catalog.ShopBuyer, salespos.User]{Source: buyer})
	current := decoded[salespos.User](t, string(encoded(t, first.Patch.UserFields)))
	current.Username = first.Patch.Username
	baselines := m.Baselines(first, current, nil)

	current.Info.BillingAddress.City = "De Meern"
	buyer.Email, buyer.Billing.City, buyer.Billing.Phone = "bob@example.org", "Zeist", "+31 30 1111111"
	c := plan(t, m, mapping.Input[catalog.ShopBuyer, salespos.User]{Source: buyer, Current: current, Baselines: baselines})
	wantJSON(t, c.Patch.UserFields, `{"userinfo":{"billingaddress":{"telephone":"+31 30 1111111"}}}`)
	if got := field(t, c, "username").Remark; got != mapping.KeyDrift {
		t.Errorf("got remark %q on username, want %q", got, mapping.KeyDrift)
	}
	if got := field(t, c, "billing.city").Remark; got != mapping.Conflict {
		t.Errorf("got remark %q on billing.city, want %q", got, mapping.Conflict)
	}
}

func TestUserWithoutEmail(t *testing.T) {
	t.Parallel()
	m := newMapper(t, catalog.Users(), catalog.UserSchema())
	if c, err := m.Plan(mapping.Input[catalog.ShopBuyer, salespos.User]{Source: &catalog.ShopBuyer{Email: "-"}}); err == nil {
		t.Errorf("got %v, want an error", c.Written())
	}
}

func TestAddress(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, person, want string
	}{
		{"nothing", `{}`, `{}`},
		{"blank", `{"name":" ","companyName":"  ","street":" \n ","city":"\t","countryCode":" "}`, `{}`},
		{"one word", `{"name":"Ada"}`, `{"last_name":"Ada"}`},
		{"particles", `{"name":"Ada van der Berg"}`, `{"first_name":"Ada","last_name":"van der Berg"}`},
		{"derived names only", `{"firstName":"Ada","lastName":"Example"}`, `{"first_name":"Ada","last_name":"Example"}`},
		{"no company", `{"companyName":"-"}`, `{}`},
		{"split", `{"street":"Kerkstraat 12-a"}`, `{"street":"Kerkstraat","housenumber":12,"housenumber_suffix":"a"}`},
		{"house number on its own line", `{"street":"Kerkstraat\n12 bis"}`, `{"street":"Kerkstraat","housenumber":12,"housenumber_suffix":"bis"}`},
		{"two lines", `{"street":"Kerkstraat 12\nFloor 2"}`, `{"address_line_1":"Kerkstraat 12","address_line_2":"Floor 2"}`},
		{"name of the house", `{"street":"Villa Nova\nDorpsweg 5"}`, `{"address_line_1":"Villa Nova","address_line_2":"Dorpsweg 5"}`},
		{"three lines", `{"street":"A\r\n\r\nB\nC"}`, `{"address_line_1":"A","address_line_2":"B, C"}`},
		{"number in front", `{"street":"12 Rue de la Paix"}`, `{"address_line_1":"12 Rue de la Paix"}`},
		{"ISO 2, lower case", `{"countryCode":"nl"}`, `{"country_code":"NL"}`},
		{"ISO 3", `{"countryCode":"BEL"}`, `{"country_code":"BE"}`},
		{"Dutch name", `{"countryName":"Duitsland"}`, `{"country_code":"DE"}`},
		{"Turkish name", `{"countryName":"Almanya"}`, `{"country_code":"DE"}`},
		{"province by code", `{"stateOrProvinceCode":"BE"}`, `{"province":"BE"}`},
	}
	m := newMapper(t, catalog.Addresses(), catalog.AddressSchema())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := plan(t, m, mapping.Input[ecwid.Person, salespos.Address]{Source: decoded[ecwid.Person](t, tt.person)})
			wantJSON(t, c.Patch, tt.want)
		})
	}
}

func TestLongPersonIsCut(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 300)
	m := newMapper(t, catalog.Addresses(), catalog.AddressSchema())
	c := plan(t, m, mapping.Input[ecwid.Person, salespos.Address]{Source: &ecwid.Person{Name: long, CompanyName: long, City: long}})
	for _, name := range []string{"last_name", "company", "city"} {
		f := field(t, c, name)
		if got, want := f.New.Reveal(), strings.Repeat("é", 255); got != want || f.Remark != mapping.Truncated {
			t.Errorf("%s: got %d bytes and remark %q, want %d and %q", name, len(got), f.Remark, len(want), mapping.Truncated)
		}
	}
}
