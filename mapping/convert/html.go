package convert

import (
	"github.com/microcosm-cc/bluemonday"

	"github.com/tillsync/tillsync/mapping"
)

// SanitizeHTML leaves of HTML what text needs: paragraphs, headings, lists, tables,
// links, images and marks. Scripts, styles, forms, frames, event handlers and
// addresses that run code go; links say nofollow. It is for HTML from people who
// must not run code in the shop. Text form: SanitizeHTML.
func SanitizeHTML() mapping.Transform {
	policy := bluemonday.UGCPolicy()
	return onText("SanitizeHTML", func(s string) (string, error) { return policy.Sanitize(s), nil })
}
