package salespos_test

import (
	"log"
	"net/http"

	"github.com/tillsync/tillsync/salespos"
)

// offline is a client whose shop answers with these documents in turn, "" being
// success without one. It needs no network.
func offline(documents ...string) *salespos.Client {
	s := new(shop)
	for _, document := range documents {
		answer := reply{Status: http.StatusOK, Body: document}
		if document == "" {
			answer.Status = http.StatusNoContent
		}
		s.replies = append(s.replies, answer)
	}
	pos, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithTransport(s.transport()))
	if err != nil {
		log.Fatal(err)
	}
	return pos
}

// mustAmount is an amount that an example writes as text.
func mustAmount(text string) salespos.Amount {
	amount, err := salespos.ParseAmount(text)
	if err != nil {
		log.Fatal(err)
	}
	return amount
}
