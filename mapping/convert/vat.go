package convert

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/tillsync/tillsync/mapping"
)

// VATNumber checks form and check digits of a VAT number of the European Union or
// of Northern Ireland and writes it with the prefix of its country, without blanks,
// dots and hyphens: NL004495445B01. country is the prefix of numbers that have none,
// such as NL, EL for Greece; "" allows none without. Nobody is asked whether the
// number is in use. Text form: VATNumber("NL").
func VATNumber(country string) mapping.Transform {
	name := fmt.Sprintf("VATNumber(%q)", country)
	forms := map[string]vatForm{}
	for _, f := range vatForms() {
		forms[f.country] = f
	}
	if _, ok := forms[country]; !ok && country != "" {
		return invalid(name, "%q is no prefix of a VAT number: give that of a country of the EU, XI or an empty text", country)
	}
	return onText(name, func(s string) (string, error) {
		number := strings.NewReplacer(" ", "", ".", "", "-", "", "/", "", "\u00a0", "").Replace(strings.ToUpper(s))
		if len(number) > len("NL") {
			if form, ok := forms[vatPrefix(number[:2])]; ok && form.fits(number[2:]) {
				return form.country + number[2:], nil
			}
		}
		if form, ok := forms[country]; ok && form.fits(number) {
			return country + number, nil
		}
		return "", errVAT
	})
}

var errVAT = errors.New("the text is no VAT number of the EU: form or check digits are wrong")

// vatPrefix is the prefix that is meant; Greece has another one than its code.
func vatPrefix(prefix string) string {
	if prefix == "GR" {
		return "EL"
	}
	return prefix
}

// vatForm is what numbers of a country look like behind the prefix.
type vatForm struct {
	country string
	pattern *regexp.Regexp
	check   func(number string) bool
}

func (f vatForm) fits(number string) bool {
	return f.pattern.MatchString(number) && f.check(number)
}

// vatForms lists the members of the EU and Northern Ireland.
func vatForms() []vatForm {
	form := func(country, pattern string, check func(string) bool) vatForm {
		return vatForm{country, regexp.MustCompile("^(?:" + pattern + ")$"), check}
	}
	return []vatForm{
		form("AT", `U\d{8}`, checkAT),
		form("BE", `[01]\d{9}`, checkBE),
		form("BG", `\d{9,10}`, checkBG),
		form("CY", `\d{8}[A-Z]`, checkCY),
		form("CZ", `\d{8,10}`, checkCZ),
		form("DE", `[1-9]\d{8}`, checkMod1110),
		form("DK", `[1-9]\d{7}`, sumDivides(11, 2, 7, 6, 5, 4, 3, 2, 1)),
		form("EE", `\d{9}`, sumDivides(10, 3, 7, 1, 3, 7, 1, 3, 7, 1)),
		form("EL", `\d{9}`, checkEL),
		form("ES", `[A-Z0-9]\d{7}[A-Z0-9]`, checkES),
		form("FI", `\d{8}`, sumDivides(11, 7, 9, 10, 5, 8, 4, 2, 1)),
		form("FR", `[A-HJ-NP-Z0-9]{2}\d{9}`, checkFR),
		form("HR", `\d{11}`, checkMod1110),
		form("HU", `\d{8}`, sumDivides(10, 9, 7, 3, 1, 9, 7, 3, 1)),
		form("IE", `\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W]`, checkIE),
		form("IT", `\d{11}`, checkLuhn),
		form("LT", `\d{7}1\d|\d{10}1\d`, checkLT),
		form("LU", `\d{8}`, checkLU),
		form("LV", `\d{11}`, checkLV),
		form("MT", `[1-9]\d{7}`, checkMT),
		form("NL", `\d{9}B\d{2}`, checkNL),
		form("PL", `\d{10}`, checkPL),
		form("PT", `[1-9]\d{8}`, checkPT),
		form("RO", `[1-9]\d{1,9}`, checkRO),
		form("SE", `\d{10}\d{2}`, checkSE),
		form("SI", `[1-9]\d{7}`, checkSI),
		form("SK", `[1-9]\d{9}`, checkSK),
		form("XI", `\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2}`, checkXI),
	}
}
