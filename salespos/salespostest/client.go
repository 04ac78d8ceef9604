package salespostest

import "github.com/tillsync/tillsync/salespos"

// Client returns a client of the account that talks to it in process. Options
// come after the transport. It panics when they are not valid.
func (s *Server) Client(opts ...salespos.Option) *salespos.Client {
	opts = append([]salespos.Option{salespos.WithTransport(s.Transport())}, opts...)
	c, err := salespos.New(s.cfg.host, publicKey, secretKey, opts...)
	if err != nil {
		panic("salespostest: " + err.Error())
	}
	return c
}
