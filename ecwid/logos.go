package ecwid

import (
	"context"
	"errors"
)

// SetLogo sets or replaces the logo of the storefront. The store loads it from
// a public https address during the call.
//
// Endpoint: PUT /profile/logo
// Scope: update_store_profile
func (s *ProfileService) SetLogo(ctx context.Context, externalURL string) error {
	return s.setLogo(ctx, "PUT /profile/logo", "logo", externalURL)
}

// DeleteLogo removes the logo of the storefront. That there is none is no error.
//
// Endpoint: DELETE /profile/logo
// Scope: update_store_profile
func (s *ProfileService) DeleteLogo(ctx context.Context) error {
	return s.deleteLogo(ctx, "DELETE /profile/logo", "logo")
}

// SetInvoiceLogo sets or replaces the logo on invoices as SetLogo does.
//
// Endpoint: PUT /profile/invoicelogo
// Scope: update_store_profile
func (s *ProfileService) SetInvoiceLogo(ctx context.Context, externalURL string) error {
	return s.setLogo(ctx, "PUT /profile/invoicelogo", "invoicelogo", externalURL)
}

// DeleteInvoiceLogo removes the logo on invoices. That there is none is no
// error.
//
// Endpoint: DELETE /profile/invoicelogo
// Scope: update_store_profile
func (s *ProfileService) DeleteInvoiceLogo(ctx context.Context) error {
	return s.deleteLogo(ctx, "DELETE /profile/invoicelogo", "invoicelogo")
}

// SetEmailLogo sets or replaces the logo in mails as SetLogo does.
//
// Endpoint: PUT /profile/emaillogo
// Scope: update_store_profile
func (s *ProfileService) SetEmailLogo(ctx context.Context, externalURL string) error {
	return s.setLogo(ctx, "PUT /profile/emaillogo", "emaillogo", externalURL)
}

// DeleteEmailLogo removes the logo in mails. That there is none is no error.
//
// Endpoint: DELETE /profile/emaillogo
// Scope: update_store_profile
func (s *ProfileService) DeleteEmailLogo(ctx context.Context) error {
	return s.deleteLogo(ctx, "DELETE /profile/emaillogo", "emaillogo")
}

func (s *ProfileService) setLogo(ctx context.Context, op, kind, externalURL string) error {
	if externalURL == "" {
		return invalid(op, errors.New("the address of the logo is empty"))
	}
	o := operation{op: op, path: []string{"profile", kind}, safe: true}
	o.query.Add("externalUrl", externalURL)
	_, err := fetch[uploadAnswer](ctx, s.client, o)
	return err
}

func (s *ProfileService) deleteLogo(ctx context.Context, op, kind string) error {
	_, err := s.client.remove(ctx, operation{op: op, path: []string{"profile", kind}, safe: true})
	return err
}
