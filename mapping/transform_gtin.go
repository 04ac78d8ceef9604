package mapping

import (
	"errors"
	"fmt"
	"strings"
)

// GTIN checks an article number (EAN, UPC) of 8, 12, 13 or 14 digits and its check
// digit; blanks and hyphens in it go. With a length the number is written in so
// many digits, filled with zeros in front or without them: GTIN(13) makes an EAN of
// a UPC. A number that does not fit, or is none, is an error: a wrong one would sell
// another article. Text form: GTIN or GTIN(13).
func GTIN(length ...int) Transform {
	if len(length) == 0 {
		return fromText("GTIN", KindText, func(s string) (Value, error) {
			number, err := cleanGTIN(s)
			return Text(number), err
		})
	}
	name := fmt.Sprintf("GTIN(%d)", length[0])
	if len(length) > 1 || !isGTINLength(length[0]) {
		return invalid(name, "a GTIN has 8, 12, 13 or 14 digits")
	}
	return fromText(name, KindText, func(s string) (Value, error) {
		number, err := cleanGTIN(s)
		if err != nil {
			return Value{}, err
		}
		return resizeGTIN(number, length[0])
	})
}

var errGTIN = errors.New("the text is no GTIN of 8, 12, 13 or 14 digits")

func isGTINLength(n int) bool { return n == 8 || n >= 12 && n <= 14 }

func cleanGTIN(s string) (string, error) {
	number := strings.NewReplacer(" ", "", "-", "").Replace(strings.TrimSpace(s))
	if !digits(number) || !isGTINLength(len(number)) {
		return "", errGTIN
	}
	sum := 0
	for i := range len(number) {
		digit := int(number[i] - '0')
		if (len(number)-i)%2 == 0 {
			digit *= 3
		}
		sum += digit
	}
	if sum%10 != 0 {
		return "", errors.New("the check digit of the GTIN is wrong")
	}
	return number, nil
}

// resizeGTIN changes the length; leading zeros do not change the check digit.
func resizeGTIN(number string, length int) (Value, error) {
	const longest = 14
	number = strings.Repeat("0", longest-len(number)) + number
	front, number := number[:longest-length], number[longest-length:]
	if strings.Trim(front, "0") != "" {
		return Value{}, fmt.Errorf("the GTIN does not fit into %d digits", length)
	}
	return Text(number), nil
}
