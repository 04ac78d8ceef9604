package ecwidtest

import (
	"fmt"

	"github.com/tillsync/tillsync/ecwid"
)

// Client returns a client that is wired to Transport; opts change it further.
// It panics when ecwid.New refuses them.
func (s *Server) Client(opts ...ecwid.Option) *ecwid.Client {
	client, err := ecwid.New(s.StoreID(), s.Token(), append([]ecwid.Option{ecwid.WithTransport(s.Transport())}, opts...)...)
	if err != nil {
		panic(fmt.Sprintf("ecwidtest: Client: %v", err))
	}
	return client
}
