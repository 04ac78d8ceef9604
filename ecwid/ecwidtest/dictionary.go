package ecwidtest

import (
	"slices"
	"strconv"
)

// country is an entry of the dictionaries, which know a few countries only.
type country struct {
	code, name, currency string
	states               [][2]string
	taxes                [][2]string // class and rate
}

func countries() []country {
	return []country{
		{"BE", "Belgium", "EUR", nil, [][2]string{{"default", "21"}, {"reduced", "6"}}},
		{"CH", "Switzerland", "CHF", nil, [][2]string{{"default", "8.1"}}},
		{"DE", "Germany", "EUR", [][2]string{{"BE", "Berlin"}, {"BY", "Bavaria"}}, [][2]string{{"default", "19"}, {"reduced", "7"}}},
		{"FR", "France", "EUR", nil, [][2]string{{"default", "20"}}},
		{"GB", "United Kingdom", "GBP", nil, [][2]string{{"default", "20"}}},
		{"JP", "Japan", "JPY", nil, nil},
		{"NL", "Netherlands", "EUR", nil, [][2]string{{"default", "21"}, {"reduced", "9"}}},
		{"US", "United States", "USD", [][2]string{{"AL", "Alabama"}, {"NY", "New York"}}, nil},
	}
}

func (c *call) country() (country, error) {
	code := c.query.Get("countryCode")
	list := countries()
	i := slices.IndexFunc(list, func(e country) bool { return e.code == code })
	if i < 0 {
		return country{}, wrong("Parameter countryCode is not a known country")
	}
	return list[i], nil
}

func (e country) decimals() int64 {
	if e.currency == "JPY" {
		return 0
	}
	return 2
}

func (e country) showStates() []any {
	out := []any{}
	for _, state := range e.states {
		out = append(out, object{"code": state[0], "name": state[1]})
	}
	return out
}

func (s *Server) listCountries(c *call) (any, error) {
	withStates, err := c.is("withStates")
	if err != nil {
		return nil, err
	}
	out := []any{}
	for _, e := range countries() {
		o := object{"code": e.code, "name": e.name}
		if withStates {
			o["states"] = e.showStates()
		}
		out = append(out, o)
	}
	return out, nil
}

func (s *Server) listStates(c *call) (any, error) {
	e, err := c.country()
	return e.showStates(), err
}

func currencies() map[string]string {
	return map[string]string{"CHF": "Swiss franc", "EUR": "Euro", "GBP": "Pound sterling", "JPY": "Yen", "USD": "US dollar"}
}

func (s *Server) listCurrencies(*call) (any, error) {
	out := []any{}
	for _, code := range []string{"CHF", "EUR", "GBP", "JPY", "USD"} {
		out = append(out, object{"code": code, "name": currencies()[code]})
	}
	return out, nil
}

// currencyByCountry is an object with a number, or as the documents have it a
// list with texts.
func (s *Server) currencyByCountry(c *call) (any, error) {
	e, err := c.country()
	if err != nil {
		return nil, err
	}
	o := object{
		"countryCode": e.code, "currencyCode": e.currency, "currencyName": currencies()[e.currency], "prefix": "",
		"suffix": " " + e.currency, "decimalPlaces": number(e.decimals()),
	}
	if s.cfg.reads(ObjectsInLists) {
		o["decimalPlaces"] = strconv.FormatInt(e.decimals(), 10)
	}
	return s.single(o), nil
}

func (s *Server) listTaxClasses(c *call) (any, error) {
	e, err := c.country()
	if err != nil {
		return nil, err
	}
	out := []any{}
	for _, t := range e.taxes {
		out = append(out, object{
			"stateCode": "", "taxClassCode": t[0], "taxClassRate": t[1],
			"localization": object{"language": "en", "taxClassName": t[0], "taxClassDescription": ""},
		})
	}
	return out, nil
}
