package convert

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/tillsync/tillsync/mapping"
)

// ToISO2 makes an ISO 3166-1 alpha-2 code of what mapping.CountryCode knows, or of
// the name of a country in one of the languages, given as BCP 47 tags. The names are
// those of CLDR 32: Swaziland, not Eswatini. What it does not know is an error. Text
// form: ToISO2("pl","es").
func ToISO2(languages ...string) mapping.Transform {
	return toCode("ToISO2", languages, func(r language.Region) string { return r.String() })
}

// ToISO3 is ToISO2 for alpha-3 codes. Text form: ToISO3("pl","es").
func ToISO3(languages ...string) mapping.Transform {
	return toCode("ToISO3", languages, func(r language.Region) string {
		if r.String() == "XK" {
			return "XKX" // ISO has none; shops and the European Union write this one
		}
		return r.ISO3()
	})
}

// CountryName makes the name of a country, in a language given as BCP 47 tag, of what
// mapping.CountryCode knows. The names are those of CLDR 32. Text form:
// CountryName("nl").
func CountryName(tag string) mapping.Transform {
	name := fmt.Sprintf("CountryName(%q)", tag)
	names, err := namesIn(tag)
	if err != nil {
		return invalid(name, "%w", err)
	}
	return onText(name, func(s string) (string, error) {
		region, ok := country(s)
		if !ok {
			return "", errCountry
		}
		return names.Name(region), nil
	})
}

var errCountry = errors.New("the country is not known by that code, or by that name in the given languages")

func toCode(name string, languages []string, code func(language.Region) string) mapping.Transform {
	quoted := make([]string, len(languages))
	for i, tag := range languages {
		quoted[i] = strconv.Quote(tag)
	}
	if len(quoted) > 0 {
		name += "(" + strings.Join(quoted, ",") + ")"
	}
	byName, err := countriesByName(languages)
	if err != nil {
		return invalid(name, "%w", err)
	}
	return onText(name, func(s string) (string, error) {
		region, ok := country(s)
		if !ok {
			region, ok = byName[nameKey(s)]
		}
		if !ok {
			return "", errCountry
		}
		return code(region), nil
	})
}

// countriesByName has the countries by their names in all the languages. A name
// that two countries have is left out.
func countriesByName(languages []string) (map[string]language.Region, error) {
	byName := map[string]language.Region{}
	twice := map[string]bool{}
	for _, tag := range languages {
		names, err := namesIn(tag)
		if err != nil {
			return nil, err
		}
		for _, region := range countries() {
			key := nameKey(names.Name(region))
			if other, ok := byName[key]; ok && other != region {
				twice[key] = true
			}
			byName[key] = region
		}
	}
	for key := range twice {
		delete(byName, key)
	}
	return byName, nil
}

// namesIn are the names of a language, or of the one that its speakers read instead.
func namesIn(tag string) (display.Namer, error) {
	parsed, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("%q is no tag of a language, such as nl or pt-BR", tag)
	}
	names := display.Regions(parsed)
	if names == nil {
		return nil, fmt.Errorf("there are no names of countries in the language %q", tag)
	}
	return names, nil
}

// nameKey is a name without regard to case and white space; Turkish has two letters
// whose capital is I.
func nameKey(name string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(name)), " "), "ı", "i")
}

// countries are all countries.
func countries() []language.Region {
	var all []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if region, ok := country(string([]rune{a, b})); ok {
				all = append(all, region)
			}
		}
	}
	return all
}

// country is the country that the core knows by that code or name.
func country(text string) (language.Region, bool) {
	code, ok := mapping.CountryCode(text)
	if !ok {
		return language.Region{}, false
	}
	region, err := language.ParseRegion(code)
	return region, err == nil
}
