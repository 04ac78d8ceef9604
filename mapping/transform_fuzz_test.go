package mapping_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// FuzzGTIN: one wrong digit is always found, and no length changes the number.
func FuzzGTIN(f *testing.F) {
	f.Add("4006381333931", 3)
	f.Add("036000291452", 0)
	f.Add("9638-5074", 7)
	f.Fuzz(func(t *testing.T, s string, at int) {
		number := apply(t, "GTIN", text(s))
		if number == refused {
			return
		}
		if long := apply(t, "GTIN(14)", text(number)); strings.TrimLeft(long, "0") != strings.TrimLeft(number, "0") || len(long) != 14 {
			t.Errorf("%s in 14 digits is %s", number, long)
		}
		at = max(at, -at, 0) % len(number)
		wrong := []byte(number)
		wrong[at] = '0' + (wrong[at]-'0'+1)%10
		if got := apply(t, "GTIN", text(string(wrong))); got != refused {
			t.Errorf("%s and %s are both taken", number, wrong)
		}
	})
}

// FuzzNumbers: units come back, and VAT taken out and put in again gives the price.
func FuzzNumbers(f *testing.F) {
	f.Add(int64(999), int64(21))
	f.Add(int64(-1), int64(0))
	f.Add(int64(1)<<60, int64(9))
	f.Fuzz(func(t *testing.T, cents, rate int64) {
		price := mapping.Number(decimal.New(cents, -2))
		if grams := apply(t, "ConvertUnit(lb,g)", price); apply(t, "ConvertUnit(g,lb)", number(grams)) != price.Reveal() {
			t.Errorf("%s lb are %s g, and not back", price.Reveal(), grams)
		}
		if rate < 0 || rate > 100 {
			return
		}
		r := decimal.NewFromInt(rate)
		net, err := mapping.RemoveVAT(r, 4).Func(price)
		if err != nil {
			t.Fatal(err)
		}
		gross, err := mapping.AddVAT(r).Func(net)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := mapping.Round(2).Func(gross); err != nil || !got.Equal(price) {
			t.Errorf("%s with %d %% comes back as %s, %v", price.Reveal(), rate, got.Reveal(), err)
		}
	})
}

// FuzzTime: an instant that is written with its offset is read as itself.
func FuzzTime(f *testing.F) {
	f.Add(int64(0), "2026-03-29 02:30")
	f.Add(int64(1774747800), "2026-02-30 00:00")
	f.Fuzz(func(t *testing.T, seconds int64, s string) {
		apply(t, "ParseTime('2006-01-02 15:04','Europe/Amsterdam')", text(s))
		at := mapping.Instant(time.Unix(seconds%(1<<36), 0))
		written := apply(t, "FormatTime('2006-01-02T15:04:05Z07:00','Europe/Istanbul')", at)
		if strings.HasPrefix(written, "-") || strings.IndexByte(written, '-') > 4 {
			return // years that the layout cannot write
		}
		if strings.Contains(written[len("2006-01-02"):], "+01:56") {
			return // local mean time had seconds
		}
		if again := apply(t, "ParseTime('2006-01-02T15:04:05Z07:00','UTC')", text(written)); again != at.Reveal() {
			t.Errorf("%s is written as %s and read as %s", at.Reveal(), written, again)
		}
	})
}

// FuzzText: texts keep what they must keep.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Crème Brûlée", "a,b,,c", "İıIi", "\xff", "  ", "Ж-1", "ǆ"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		slug := apply(t, "Slug", text(s))
		if strings.ContainsAny(slug, " /?#&") || strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--") {
			t.Errorf("the slug of %q is %q", s, slug)
		}
		if utf8.ValidString(s) && strings.IndexFunc(s, unicode.IsLetter) >= 0 && slug == "" {
			t.Errorf("the slug of %q is empty", s)
		}
		list, err := mapping.Split(",").Func(text(s))
		if err != nil {
			t.Fatal(err)
		}
		if joined, err := mapping.JoinList(",").Func(list); err != nil {
			t.Error(err)
		} else if again, _ := mapping.Split(",").Func(joined); !joined.IsAbsent() && !again.Equal(withoutEmpty(list)) {
			t.Errorf("%q split, joined and split is %s", s, again.Reveal())
		}
		short, err := mapping.Shorten(max(n, 0) % 1000).Func(text(s))
		if err != nil || !strings.HasPrefix(s, short.Reveal()) || utf8.ValidString(s) && !utf8.ValidString(short.Reveal()) {
			t.Errorf("%q is cut to %q, %v", s, short.Reveal(), err)
		}
	})
}

// withoutEmpty is the list without elements that show nothing, such as &nbsp;.
func withoutEmpty(list mapping.Value) mapping.Value {
	items, _ := list.AsList()
	var kept []mapping.Value
	for _, item := range items {
		if !item.IsEmpty() {
			kept = append(kept, item)
		}
	}
	return mapping.List(kept...)
}

// FuzzTemplate: what stands outside of the brackets arrives.
func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"{a}", "{{x}} {a}", "a}b", "{ a }{", "\xff{a}", "{{{a}}}"} {
		f.Add(s, "value")
	}
	f.Fuzz(func(t *testing.T, pattern, value string) {
		template := mapping.Template(pattern)
		if template.Err != nil || text(value).IsEmpty() {
			return
		}
		var names []mapping.Pair
		for _, name := range mapping.FromTemplate(pattern).Paths {
			names = append(names, mapping.Pair{Name: name, Value: text(value)})
		}
		got, err := template.Func(mapping.Object(names...))
		if err != nil || strings.Count(got.Reveal(), value) < len(names) {
			t.Errorf("%q with %q gives %q, %v", pattern, value, got.Reveal(), err)
		}
	})
}
