package salespos

import "context"

// Language is a language of the shop.
type Language struct {
	Extra
	Href  string `json:"href"`
	Label string `json:"label"`
	// Active: shoppers can choose it.
	Active bool `json:"active"`
	// BaseLanguage is the language that this one derives from.
	BaseLanguage string `json:"base_language"`
	// Code has two letters, or "c" and a number for the shop's own languages. It
	// is what WithLanguage takes.
	Code     string `json:"iso_code"`
	FlagIcon string `json:"flag_icon"` // URL
	Parent   Link   `json:"parent"`
}

// LanguageCreate is the body of a new language; all fields are required.
type LanguageCreate struct {
	Label        string `json:"label"`
	BaseLanguage string `json:"base_language"`
	FlagIcon     string `json:"flag_icon"` // URL
}

// LanguageService reads and writes the languages of the shop.
type LanguageService service

// List reads all languages; the API does not page them.
//
// Endpoint: GET /languages
func (s *LanguageService) List(ctx context.Context) ([]Language, error) {
	return listing[Language]{client: s.client, route: at("/languages")}.slice(ctx)
}

// Create makes a language of the shop's own. After ErrUnknownOutcome look for
// its label in List.
//
// Endpoint: POST /languages
func (s *LanguageService) Create(ctx context.Context, language LanguageCreate) (*Language, error) {
	return post[Language](ctx, s.client, at("/languages"), language)
}
