package salespos

import "context"

// Resource is a resource of the API that the key pair may use.
type Resource struct {
	Extra
	Href        string `json:"href"`
	Title       string `json:"title"`
	Description string `json:"description"`
	URI         string `json:"uri"`
}

// ResourceService tells what the API offers to the key pair.
type ResourceService service

// List reads the resources that the key pair may use. It changes and costs
// nothing, so it also serves to check the key pair.
//
// Endpoint: GET /
func (s *ResourceService) List(ctx context.Context) ([]Resource, error) {
	return listing[Resource]{client: s.client, route: at("/")}.slice(ctx)
}
