package salespos

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// Amount is a decimal of the API: money, a quantity, a weight or a percentage.
// It decodes a JSON number and a numeric string exactly, null leaves it as it
// is, and it encodes as a JSON number. Compare with Equal or Cmp: == says that
// 1.20 differs from 1.2.
//
// An Amount never carries ",omitzero", which would drop a zero price; optional
// amounts are Opt[Amount] in write types and *Amount in read types.
type Amount struct{ decimal.Decimal }

// Limits of a decimal: far beyond any price, far below what would make a short
// text such as 1e999999 print as megabytes.
const (
	maxAmountText   = 256
	maxAmountDigits = 64 // on each side of the point
)

// NewAmount wraps a decimal.
func NewAmount(d decimal.Decimal) Amount { return Amount{d} }

// ParseAmount reads a decimal such as "12.50", "-3" or "1.5e3". The empty text
// is an error, not zero.
func ParseAmount(text string) (Amount, error) {
	if text == "" {
		return Amount{}, errors.New("salespos: an empty text is no amount")
	}
	if len(text) > maxAmountText {
		return Amount{}, fmt.Errorf("salespos: an amount of %d characters is refused, the limit is %d", len(text), maxAmountText)
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return Amount{}, fmt.Errorf("salespos: not an amount, of %d characters", len(text))
	}
	exponent := int(d.Exponent())
	if d.NumDigits()+exponent > maxAmountDigits || -exponent > maxAmountDigits {
		return Amount{}, fmt.Errorf("salespos: an amount has at most %d digits on each side of the point", maxAmountDigits)
	}
	return Amount{d}, nil
}

// MarshalJSON encodes the amount as a JSON number without an exponent.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalJSON decodes a number or a numeric string; null changes nothing.
func (a *Amount) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	if bytes.Equal(data, []byte("null")) {
		return nil
	}
	text := string(data)
	if len(data) > 0 && data[0] == '"' {
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
	}
	parsed, err := ParseAmount(text)
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}
