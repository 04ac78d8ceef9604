package convert_test

import (
	"slices"
	"strings"
	"testing"
)

// Numbers that are well formed, from published descriptions of the check digits.
func vatNumbers() []string {
	return []string{
		"ATU13585627", "BE0428759497", "BG175074752", "BG7523169263", "CY10259033P", "CZ25123891", "CZ7103192745", "DE136695976",
		"DK13585628", "EE100931558", "EL094259216", "ESA28015865", "ES54362315K", "ESX2482300W", "FI20774740",
		"FR40303265045", "FRK7399859412", "HR33392005961", "HU12892312", "IE6433435F", "IE6433435OA", "IE8D79739I",
		"IT00743110157", "LT119511515", "LT100001919017", "LU15027442", "LV40003521600", "MT11679112",
		"NL004495445B01", "NL000099998B57", "PL8567346215", "PT501964843", "RO18547290", "SE123456789701", "SI50223054",
		"SK2022749619", "XI980780684",
	}
}

func TestVATNumbers(t *testing.T) {
	t.Parallel()
	tested := map[string]bool{}
	for _, number := range vatNumbers() {
		tested[number[:2]] = true
		if got := apply(t, "VATNumber('')", number); got != number {
			t.Errorf("%s is refused", number)
		}
		if got := apply(t, "VATNumber("+number[:2]+")", number[2:]); got != number {
			t.Errorf("%s is read as %q without its prefix", number, got)
		}
	}
	if members := 27 + 1; len(tested) != members {
		t.Errorf("%d countries are tested, want %d", len(tested), members)
	}
}

// TestVATNumbersWithWrongCheck changes the last digit, on which each check depends.
func TestVATNumbersWithWrongCheck(t *testing.T) {
	t.Parallel()
	// These have no check, or it stands before the last digit.
	unchecked := []string{"BG7523169263", "CZ7103192745", "NL004495445B01", "SE123456789701"}
	for _, number := range vatNumbers() {
		if slices.Contains(unchecked, number) {
			continue
		}
		at := strings.LastIndexAny(number, "0123456789")
		for d := byte('0'); d <= '9'; d++ {
			wrong := number[:at] + string(d) + number[at+1:]
			if wrong != number && apply(t, "VATNumber('')", wrong) != refused {
				t.Errorf("%s is taken, as is %s", wrong, number)
			}
		}
	}
	for _, wrong := range []string{"NL004495446B01", "SE123456789801", "SE123456789700", "LU15027443", "LV40003521601", "IE6433435G"} {
		if apply(t, "VATNumber('')", wrong) != refused {
			t.Errorf("%s is taken", wrong)
		}
	}
}
