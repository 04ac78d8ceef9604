package salespos

import "context"

// Credential is a key pair of the API, without the keys.
type Credential struct {
	Extra
	Href    string       `json:"href"`
	ID      CredentialID `json:"id"`
	Label   string       `json:"label"`
	Created Time         `json:"createdate"`
	Parent  Link         `json:"parent"`
}

// CredentialCreate is the body of a new key pair of a shop. The vendor does not
// document which fields are required, nor the names of permissions.
type CredentialCreate struct {
	Label             string        `json:"label"`
	PublicKey         string        `json:"api_public"`
	Secret            Secret        `json:"api_secret"`
	LinkToMainUser    Opt[bool]     `json:"link_to_main_user,omitzero"`
	LinkByAccessToken Opt[bool]     `json:"link_by_access_token,omitzero"`
	Permissions       Opt[[]string] `json:"permissions,omitzero"`
}

// credentialBody is what is sent of a CredentialCreate. The secret is text here
// and here only.
type credentialBody struct {
	CredentialCreate
	Secret string `json:"api_secret"`
}

// CredentialService reads and writes key pairs of the API.
type CredentialService service

// List reads the client's own key pair. It is empty for key pairs without the
// permission.
//
// Endpoint: GET /credentials
func (s *CredentialService) List(ctx context.Context) ([]Credential, error) {
	return listing[Credential]{client: s.client, route: at("/credentials")}.slice(ctx)
}

// Get reads one key pair.
//
// Endpoint: GET /credentials/{id}
func (s *CredentialService) Get(ctx context.Context, id CredentialID) (*Credential, error) {
	return getRecord[Credential](ctx, s.client, atID("/credentials/{id}", id), nil)
}

// Create makes a key pair of a shop; for key pairs of partners.
//
// Endpoint: POST /webshops/{id}/credentials
func (s *CredentialService) Create(ctx context.Context, id WebshopID, credential CredentialCreate) (*Credential, error) {
	body := credentialBody{CredentialCreate: credential, Secret: string(credential.Secret)}
	return create[Credential](ctx, s.client, atID("/webshops/{id}/credentials", id), body)
}

// Delete ends a key pair for good. Of the client's own it is the last call.
//
// Endpoint: DELETE /credentials/{id}
func (s *CredentialService) Delete(ctx context.Context, id CredentialID) error {
	return s.client.remove(ctx, atID("/credentials/{id}", id))
}
