package ecwid

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/shopspring/decimal"
)

// Amount is a number that must not lose digits: money in the currency of the
// store, a percentage, a weight or a length. It embeds [decimal.Decimal] and
// differs from it on the wire only: it is written as a JSON number and reads
// numbers and numeric text exactly, float noise such as 11.067309160854485
// included. Round to the precision of the currency when you map, not before.
//
// Never give an Amount the tag option ",omitzero": it would drop an explicit
// zero. Optional amounts are Opt[Amount] in write types and *Amount in read
// types.
type Amount struct{ decimal.Decimal }

// errNoNumber does not show the text: decoding errors are logged, and the text
// came from a document with personal data.
var errNoNumber = errors.New("ecwid: amount is no number, or one beyond all bounds")

// NewAmount wraps a decimal.
func NewAmount(d decimal.Decimal) Amount { return Amount{Decimal: d} }

// Limits of an amount, beyond those of a float64: reading takes time that grows
// with the square of the length, and a short text such as "1e9999" must not be
// written as one that cannot be read again.
const (
	maxAmountText   = 1000
	maxAmountDigits = 400 // on each side of the point
)

// ParseAmount reads a plain or scientific decimal number such as "19.99" or
// "1e-7". More than 400 digits on either side of the point, and texts of more than
// 1000 characters, are refused.
func ParseAmount(s string) (Amount, error) {
	if len(s) > maxAmountText {
		return Amount{}, errNoNumber
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return Amount{}, errNoNumber
	}
	if exponent := int(d.Exponent()); d.NumDigits()+exponent > maxAmountDigits || -exponent > maxAmountDigits {
		return Amount{}, errNoNumber
	}
	return Amount{Decimal: d}, nil
}

// MarshalJSON writes a JSON number without an exponent.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalJSON reads a JSON number or a string that holds one. null leaves the
// amount as it is; an empty string is an error, since it is not known to mean 0.
func (a *Amount) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	text := string(data)
	if data[0] == '"' {
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

func isNull(data []byte) bool { return bytes.Equal(bytes.TrimSpace(data), []byte("null")) }
