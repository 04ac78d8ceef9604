package ecwidtest

import (
	"net/http"
	"slices"
)

const translatedSuffix = "Translated"

func productTexts() []string {
	return []string{"name", "description", "subtitle", "seoTitle", "seoDescription"}
}

func categoryTexts() []string { return []string{"name", "description", "seoTitle", "seoDescription"} }

func (s *Server) languages() (enabled []any, main string) {
	l := objectOf(s.profile, "languages")
	return listOf(l, "enabledLanguages"), textOf(l, "defaultLanguage")
}

// checkLanguages refuses translations for languages that the store has not.
func (s *Server) checkLanguages(patch object, names []string) error {
	enabled, _ := s.languages()
	for _, name := range names {
		for lang := range objectOf(patch, name+translatedSuffix) {
			if !slices.Contains(enabled, any(lang)) {
				return fail(http.StatusBadRequest, "LANGUAGES_NOT_ALLOWED", "Language %s is not enabled", lang)
			}
		}
	}
	return nil
}

// syncTexts keeps the plain texts, which are those of the default language,
// and their maps equal after patch was merged into d.
func (s *Server) syncTexts(d, patch object, names []string) {
	enabled, main := s.languages()
	for _, name := range names {
		texts := objectOf(d, name+translatedSuffix)
		if texts == nil {
			if !has(d, name) {
				continue
			}
			texts = object{}
		}
		if has(patch, name) || !has(texts, main) {
			texts[main] = textOf(d, name)
		}
		d[name] = textOf(texts, main)
		for _, lang := range enabled {
			if code := lang.(string); !has(texts, code) {
				texts[code] = ""
			}
		}
		d[name+translatedSuffix] = texts
	}
}

// inLanguage shows the plain texts of d, which the caller may change, in a
// language; texts without a translation stay.
func inLanguage(d object, lang string, names []string) {
	for _, name := range names {
		if t := textOf(objectOf(d, name+translatedSuffix), lang); lang != "" && t != "" {
			d[name] = t
		}
	}
}

// cleanTexts rewrites the HTML of a patch as the store saves it.
func (s *Server) cleanTexts(patch object) {
	if html, ok := patch["description"].(string); ok {
		patch["description"] = s.cfg.sanitize(html)
	}
	for lang, html := range objectOf(patch, "descriptionTranslated") {
		if html, ok := html.(string); ok {
			patch["descriptionTranslated"].(object)[lang] = s.cfg.sanitize(html)
		}
	}
}
