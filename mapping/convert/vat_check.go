package convert

import (
	"strconv"
	"strings"
)

// digit is the number at that place, 0 for a letter.
func digit(s string, i int) int {
	if s[i] < '0' || s[i] > '9' {
		return 0
	}
	return int(s[i] - '0')
}

// sum adds the digits times their weights; digits without a weight do not count.
func sum(s string, weights ...int) int {
	total := 0
	for i := range min(len(s), len(weights)) {
		total += digit(s, i) * weights[i]
	}
	return total
}

// whole reads digits as a number.
func whole(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// sumDivides makes a check that the weighted sum divides by a number.
func sumDivides(by int, weights ...int) func(string) bool {
	return func(s string) bool { return sum(s, weights...)%by == 0 }
}

// checkLuhn is ISO/IEC 7812-1.
func checkLuhn(s string) bool {
	total := 0
	for i := range len(s) {
		d := digit(s, i)
		if (len(s)-i)%2 == 0 {
			d = d*2/10 + d*2%10
		}
		total += d
	}
	return total%10 == 0
}

// checkMod1110 is ISO/IEC 7064, MOD 11,10.
func checkMod1110(s string) bool {
	product := 10
	for i := range len(s) - 1 {
		total := (digit(s, i) + product) % 10
		if total == 0 {
			total = 10
		}
		product = total * 2 % 11
	}
	return (product+digit(s, len(s)-1))%10 == 1
}

func checkAT(s string) bool {
	total := 4
	for i := 1; i < 8; i++ {
		d := digit(s, i)
		if i%2 == 0 {
			d = d*2/10 + d*2%10
		}
		total += d
	}
	return (10-total%10)%10 == digit(s, 8)
}

func checkBE(s string) bool { return 97-whole(s[:8])%97 == whole(s[8:]) }

// checkBG checks companies; the ten digits of persons have several forms.
func checkBG(s string) bool {
	if len(s) == 10 {
		return true
	}
	return eitherSum(s, []int{1, 2, 3, 4, 5, 6, 7, 8}, []int{3, 4, 5, 6, 7, 8, 9, 10})
}

// eitherSum compares the last digit with a sum modulo 11, or with a second one when
// the first is 10.
func eitherSum(s string, first, second []int) bool {
	rest := sum(s, first...) % 11
	if rest == 10 {
		rest = sum(s, second...) % 11 % 10
	}
	return rest == digit(s, len(s)-1)
}

func checkCY(s string) bool {
	odd := []int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21}
	total := 0
	for i := range 8 {
		if i%2 == 0 {
			total += odd[digit(s, i)]
		} else {
			total += digit(s, i)
		}
	}
	return s[8] == byte('A'+total%26)
}

// checkCZ checks companies; persons have nine digits, or ten that are a multiple of
// 11 or were given before such a rule.
func checkCZ(s string) bool {
	if len(s) > 8 {
		return true
	}
	return s[0] != '9' && (11-sum(s, 8, 7, 6, 5, 4, 3, 2)%11)%10 == digit(s, 7)
}

func checkEL(s string) bool {
	return sum(s, 256, 128, 64, 32, 16, 8, 4, 2)%11%10 == digit(s, 8)
}

// checkES checks persons by their letter, and companies, which begin with one, by a
// digit or a letter.
func checkES(s string) bool {
	const letters = "TRWAGMYFPDXBNJZSQVHLCKE"
	if first := strings.IndexByte("XYZ", s[0]); first >= 0 {
		s = strconv.Itoa(first) + s[1:]
	}
	switch {
	case s[0] >= '0' && s[0] <= '9':
		return s[8] == letters[whole(s[:8])%23]
	case strings.IndexByte("KLM", s[0]) >= 0:
		return s[8] == letters[whole(s[1:8])%23] || checkESCompany(s)
	default:
		return strings.IndexByte("ABCDEFGHJNPQRSUVW", s[0]) >= 0 && checkESCompany(s)
	}
}

func checkESCompany(s string) bool {
	total := 0
	for i := 1; i < 8; i++ {
		d := digit(s, i)
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		total += d
	}
	control := (10 - total%10) % 10
	return s[8] == byte('0'+control) || s[8] == "JABCDEFGHI"[control]
}

// checkFR checks the company behind the key; a key with a letter follows another
// rule. Monaco has numbers beginning with 000 that are no companies of France.
func checkFR(s string) bool {
	company := s[2:]
	if !strings.HasPrefix(company, "000") && !checkLuhn(company) {
		return false
	}
	if strings.Trim(s[:2], "0123456789") != "" {
		return true
	}
	return (whole(company)*100+12)%97 == whole(s[:2])
}

func checkIE(s string) bool {
	const letters = "WABCDEFGHIJKLMNOPQRSTUV"
	if s[1] < '0' || s[1] > '9' {
		s = "0" + s[2:7] + s[:1] + s[7:]
	}
	total := sum(s, 8, 7, 6, 5, 4, 3, 2)
	if len(s) > 8 {
		total += 9 * strings.IndexByte(letters, s[8])
	}
	return s[7] == letters[total%23]
}

func checkLT(s string) bool {
	first, second := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2}, []int{3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4}
	return eitherSum(s, first[:len(s)-1], second[:len(s)-1])
}

func checkLU(s string) bool { return whole(s[:6])%89 == whole(s[6:]) }

// checkLV checks companies; persons begin with their day of birth or with 3.
func checkLV(s string) bool {
	return s[0] <= '3' || sum(s, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)%11 == 3
}

func checkMT(s string) bool { return 37-sum(s, 3, 4, 6, 7, 8, 9)%37 == whole(s[6:]) }

// checkNL checks the old number of companies, or the new one of sole traders, which
// says nothing about the person.
func checkNL(s string) bool {
	if sum(s, 9, 8, 7, 6, 5, 4, 3, 2)%11 == digit(s, 8) {
		return true
	}
	rest := 0
	for _, r := range "NL" + s {
		if r >= 'A' {
			rest = (rest*100 + int(r-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(r-'0')) % 97
		}
	}
	return rest == 1
}

func checkPL(s string) bool { return sum(s, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == digit(s, 9) }

func checkPT(s string) bool {
	return (11-sum(s, 9, 8, 7, 6, 5, 4, 3, 2)%11)%11%10 == digit(s, 8)
}

func checkRO(s string) bool {
	weights := []int{7, 5, 3, 2, 1, 7, 5, 3, 2}
	return sum(s, weights[10-len(s):]...)*10%11%10 == digit(s, len(s)-1)
}

func checkSE(s string) bool { return checkLuhn(s[:10]) && s[10:] != "00" }

func checkSI(s string) bool {
	rest := 11 - sum(s, 8, 7, 6, 5, 4, 3, 2)%11
	return rest < 11 && rest%10 == digit(s, 7)
}

func checkSK(s string) bool { return whole(s)%11 == 0 }

// checkXI checks companies; authorities have three digits without a check.
func checkXI(s string) bool {
	if len(s) < 9 {
		return true
	}
	total := sum(s, 8, 7, 6, 5, 4, 3, 2) + whole(s[7:9])
	return total%97 == 0 || (total+55)%97 == 0
}
