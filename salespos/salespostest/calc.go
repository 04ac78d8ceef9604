package salespostest

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

// flagKey puts false before true.
func flagKey(key string) func(*record) sortKey {
	return func(r *record) sortKey {
		if flag(r.doc, key, false) {
			return sortKey{num: 1}
		}
		return sortKey{}
	}
}

// amountKey orders by an amount, to the sixth decimal.
func amountKey(key string) func(*record) sortKey {
	return func(r *record) sortKey {
		scaled := new(big.Rat).Mul(rat(r.doc[key]), big.NewRat(1_000_000, 1))
		n, _ := strconv.ParseInt(scaled.FloatString(0), 10, 64)
		return sortKey{num: n}
	}
}

// hrefOf makes an URL without a slash at the end, null when the id is null.
func hrefOf(path, key string) func(*view, *record) any {
	return func(v *view, r *record) any {
		if id := integer(r.doc[key]); id != 0 {
			return v.url(path, id, "")
		}
		return nil
	}
}

// deeplink makes the URL of a public page.
func deeplink(kind string) func(*view, *record) any {
	return func(v *view, r *record) any { return v.page(kind, strconv.FormatInt(r.id, 10)) }
}

// fileLink is the deeplink of a stored file.
func fileLink(kind string) map[string]func(*view, *record) any {
	return map[string]func(*view, *record) any{"deeplink": func(v *view, r *record) any {
		return v.page(kind, strconv.FormatInt(r.id, 10)+"-"+text(r.doc["filename"]))
	}}
}

func (v *view) page(kind, name string) string {
	return strings.TrimSuffix(v.root, apiPath+"/") + "/" + kind + "/" + name
}

// slug makes a text safe for an URL.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}

// childrenOf writes the records that belong to one, for an expanded link.
func childrenOf(name, key string) func(*view, []byte, *record) []byte {
	return func(v *view, b []byte, r *record) []byte {
		t := v.w.table(name)
		return v.records(b, t.res, t.where(key, r.id))
	}
}
