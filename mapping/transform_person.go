package mapping

import (
	"errors"
	"fmt"
)

// SplitName makes the object {first, last} of a full name (see ParsePersonName); a
// part that is empty is left out. Text form: SplitName.
func SplitName() Transform {
	return fromText("SplitName", KindObject, func(s string) (Value, error) {
		name := ParsePersonName(s)
		return filledObject(Pair{"first", Text(name.First)}, Pair{"last", Text(name.Last)}), nil
	})
}

// JoinName makes a full name of the object {first, last}. Text form: JoinName.
func JoinName() Transform {
	return from("JoinName", KindObject, KindText, func(v Value) (Value, error) {
		first, err := v.memberText("first")
		if err != nil {
			return Value{}, err
		}
		last, err := v.memberText("last")
		return Text(PersonName{First: first, Last: last}.String()), err
	})
}

// SplitStreet makes the object {street, number, suffix, number_first, po_box} of an
// address (see ParseStreet). Of one that cannot be split safely it makes {line}
// with the whole address, so that nothing is lost. Parts that say nothing are left
// out. Text form: SplitStreet.
func SplitStreet() Transform {
	return fromText("SplitStreet", KindObject, func(s string) (Value, error) {
		street, ok := ParseStreet(s)
		if !ok {
			return filledObject(Pair{"line", Text(s)}), nil
		}
		parts := []Pair{{"street", Text(street.Name)}, {"number", Int(int64(street.Number))}, {"suffix", Text(street.Suffix)}}
		if street.NumberFirst {
			parts = append(parts, Pair{"number_first", Bool(true)})
		}
		if street.POBox {
			parts = append(parts, Pair{"po_box", Bool(true)})
		}
		return filledObject(parts...), nil
	})
}

// JoinStreet makes an address line of the object that SplitStreet makes. Text form:
// JoinStreet.
func JoinStreet() Transform {
	return from("JoinStreet", KindObject, KindText, func(v Value) (Value, error) {
		if line := v.Member("line"); !line.IsEmpty() {
			text, err := plainForm(line)
			return Text(text), err
		}
		name, err := v.memberText("street")
		if err != nil {
			return Value{}, err
		}
		suffix, err := v.memberText("suffix")
		if err != nil {
			return Value{}, err
		}
		number, ok := v.Member("number").AsInt()
		if !ok && !v.Member("number").IsEmpty() || number < 0 {
			return Value{}, errors.New("the house number is no whole number")
		}
		first, _ := v.Member("number_first").AsBool()
		return Text(Street{Name: name, Number: int(number), Suffix: suffix, NumberFirst: first}.String()), nil
	})
}

// ToEmail makes the normal form of an e-mail address (see EmailAddress) and refuses
// what is none. Text form: ToEmail.
func ToEmail() Transform {
	return fromText("ToEmail", KindText, func(s string) (Value, error) {
		address, ok := EmailAddress(s)
		if !ok {
			return Value{}, errors.New("the text is no e-mail address")
		}
		return Text(address), nil
	})
}

// ToCountryCode makes an ISO 3166-1 alpha-2 code of a code or name (see
// CountryCode) and refuses what it does not know: an invoice without a country is
// taxed as a domestic one. Text form: ToCountryCode.
func ToCountryCode() Transform {
	return fromText("ToCountryCode", KindText, func(s string) (Value, error) {
		code, ok := CountryCode(s)
		if !ok {
			return Value{}, errCountry
		}
		return Text(code), nil
	})
}

var errCountry = errors.New("the country is not known: give its ISO 3166-1 code or its name in Dutch, English, German, French or Turkish")

// filledObject is an object of the pairs that say something.
func filledObject(pairs ...Pair) Value {
	var filled []Pair
	for _, p := range pairs {
		if !p.Value.IsEmpty() {
			filled = append(filled, p)
		}
	}
	return Object(filled...)
}

// memberText is the text of a member, "" when it has no value.
func (v Value) memberText(name string) (string, error) {
	member := v.Member(name)
	if member.kind == KindAbsent || member.kind == KindNull {
		return "", nil
	}
	text, err := plainForm(member)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return text, nil
}
