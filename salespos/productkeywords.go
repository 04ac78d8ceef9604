package salespos

import "context"

// ProductKeyword is a search word of a product.
type ProductKeyword struct {
	Extra
	Href    string `json:"href"`
	Keyword string `json:"keyword"`
	Parent  Link   `json:"parent"`
}

// ProductKeywordCreate is a new search word.
type ProductKeywordCreate struct {
	Keyword string `json:"keyword"`
}

// ProductKeywordService reads and writes the search words of products.
type ProductKeywordService service

// List reads all search words of a product; the API does not page them.
//
// Endpoint: GET /products/{id}/productkeywords
func (s *ProductKeywordService) List(ctx context.Context, id ProductID) ([]ProductKeyword, error) {
	return listing[ProductKeyword]{client: s.client, route: atID("/products/{id}/productkeywords", id)}.slice(ctx)
}

// Create adds a search word to a product. Search words have no id. After
// ErrUnknownOutcome look for the word in List.
//
// Endpoint: POST /products/{id}/productkeywords
func (s *ProductKeywordService) Create(ctx context.Context, id ProductID, keyword ProductKeywordCreate) (*ProductKeyword, error) {
	return post[ProductKeyword](ctx, s.client, atID("/products/{id}/productkeywords", id), keyword)
}

// DeleteAll removes all search words of a product; the API cannot remove one.
//
// Endpoint: DELETE /products/{id}/productkeywords
func (s *ProductKeywordService) DeleteAll(ctx context.Context, id ProductID) error {
	return s.client.remove(ctx, atID("/products/{id}/productkeywords", id))
}
