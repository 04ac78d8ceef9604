package salespostest

import "strings"

// language is what accept-language asks for: "" for the shop's main language
// and for anything that is no code of a language.
func (w *world) language(accept string) string {
	code := strings.ToLower(strings.TrimSpace(accept))
	custom := strings.HasPrefix(code, "c") && strings.Trim(code[1:], "0123456789") == ""
	known, _ := w.setting("languages").([]any)
	if len(code) != 2 && !custom || len(known) > 0 && code == known[0] {
		return ""
	}
	return code
}

// takeTexts takes the translatable texts out of a body that is written in
// another language than the main one.
func (s *schema) takeTexts(body map[string]any, language string) map[string]any {
	texts := map[string]any{}
	if language == "" {
		return texts
	}
	for _, f := range s.fields {
		if v, ok := body[f.key]; ok && f.translated {
			texts[f.key] = v
			delete(body, f.key)
		}
	}
	return texts
}

// translate keeps texts in a language and reports whether any is different.
func (w *world) translate(name string, rec *record, language string, texts map[string]any) bool {
	if len(texts) == 0 {
		return false
	}
	return w.update(name, rec, map[string]any{"translations": map[string]any{language: texts}})
}
