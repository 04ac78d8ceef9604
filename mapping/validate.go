package mapping

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// checks are step 7 of a rule, together with what the target declares. The zero
// checks allow everything.
type checks struct {
	kind Kind
	// kindOnly says that there is nothing to check but the kind.
	kindOnly  bool
	required  bool
	maxLength int
	truncate  bool
	// allowed are the lists of allowed values; a value must be in each.
	allowed   [][]string
	low, high *limit
	pattern   *regexp.Regexp
}

// apply checks the value, and cuts it to length where the rule says so.
func (c *checks) apply(m *mapped) error {
	if m.value.kind == KindAbsent {
		if c.required {
			return errRequired
		}
		return nil
	}
	if m.value.kind != c.kind && c.kind != KindAbsent {
		return fmt.Errorf("the field takes %s, not %s", c.kind.WithArticle(), m.value.kind.WithArticle())
	}
	if c.maxLength > 0 && len(m.value.text) > c.maxLength {
		if err := c.fit(m); err != nil {
			return err
		}
	}
	for _, list := range c.allowed {
		if !slices.Contains(list, m.value.Reveal()) {
			return fmt.Errorf("the value is not one of %s", strings.Join(list, ", "))
		}
	}
	if c.low != nil && !c.inRange(m.value.num) {
		return fmt.Errorf("the number is not between %s and %s", c.low, c.high)
	}
	if c.pattern != nil && !c.pattern.MatchString(m.value.text) {
		return fmt.Errorf("the text does not match %s", c.pattern)
	}
	return nil
}

// inRange is for checks with a range.
func (c *checks) inRange(d decimal.Decimal) bool {
	return c.low.compare(d) >= 0 && c.high.compare(d) <= 0
}

// fit cuts or refuses a text that may be too long.
func (c *checks) fit(m *mapped) error {
	n := utf8.RuneCountInString(m.value.text)
	switch {
	case n <= c.maxLength:
		return nil
	case c.truncate:
		m.value, m.truncated = Text(firstRunes(m.value.text, c.maxLength)), true
		return nil
	default:
		return fmt.Errorf("the text has %d characters, %d are allowed", n, c.maxLength)
	}
}
