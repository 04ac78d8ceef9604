package ecwidtest

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"
	"unicode"
)

const storeURL = "https://shop.example.com"

// checkURLs looks at the parameters that shape the url of a document.
func (c *call) checkURLs() error {
	for _, name := range []string{"cleanUrls", "cleanURLs", "slugsWithoutIds"} {
		if _, _, err := c.boolParam(name); err != nil {
			return fail(http.StatusBadRequest, "CLEAN_URLS_PARAMETER_IS_INVALID", "Parameter %s must be true or false", name)
		}
	}
	return nil
}

// setURL shows the url of a product ("p") or category ("c") in the form that
// the parameters ask for.
func (c *call) setURL(d object, kind string, id int64) {
	clean, given, _ := c.boolParam("cleanUrls") // checked before
	if !given {
		clean, given, _ = c.boolParam("cleanURLs")
	}
	short, _ := c.is("slugsWithoutIds")
	base := strings.TrimSuffix(cmp.Or(c.query.Get("baseUrl"), storeURL), "/")
	switch {
	case given && !clean:
		d["url"] = fmt.Sprintf("%s/#!/%s/%d", base, kind, id)
	case short:
		d["url"] = base + "/products/" + slug(textOf(d, "name"))
	case base != storeURL:
		d["url"] = fmt.Sprintf("%s/products/%s%d", base, kind, id)
	}
}

func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}
