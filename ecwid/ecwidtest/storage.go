package ecwidtest

import (
	"net/http"
	"unicode/utf8"
)

const (
	maxStorageKey   = 1024 // characters
	maxStorageValue = 1 << 20
	maxPublicValue  = 256 << 10
)

func (s *Server) listStorage(*call) (any, error) { return asList(s.shelves["storage"].docs), nil }

func (s *Server) storageEntry(c *call) (f *shelf, i int, err error) {
	f = s.shelves["storage"]
	if i = f.find(c.args[0]); i < 0 {
		return nil, 0, c.miss(fail(http.StatusNotFound, "", "Key not found"))
	}
	return f, i, nil
}

func (s *Server) getStorage(c *call) (any, error) {
	f, i, err := s.storageEntry(c)
	if err != nil {
		return nil, err
	}
	return s.single(f.docs[i]), nil
}

// single puts an object into a list where the reading says so.
func (s *Server) single(o object) any {
	if s.cfg.reads(ObjectsInLists) {
		return []any{o}
	}
	return o
}

// setStorage takes the raw text of the body; it makes a key that is missing.
func (s *Server) setStorage(c *call) (any, error) {
	key, limit := c.args[0], maxStorageValue
	if key == "public" {
		limit = maxPublicValue
	}
	if utf8.RuneCountInString(key) > maxStorageKey || len(c.raw) > limit {
		return nil, wrong("The key or the value is too long")
	}
	s.shelves["storage"].put(object{"key": key, "value": string(c.raw)})
	s.storageChanged(key)
	return s.stored("updateCount"), nil
}

func (s *Server) deleteStorage(c *call) (any, error) {
	f, i, err := s.storageEntry(c)
	if err != nil {
		return nil, err
	}
	f.drop(i)
	s.storageChanged(c.args[0])
	return s.stored("deleteCount"), nil
}

func (s *Server) storageChanged(key string) {
	s.touched = true
	s.announce("application.storageChanged", storeID, object{"key": key})
}

func (s *Server) stored(count string) object {
	if s.cfg.reads(StorageSuccess) {
		return object{"success": true}
	}
	return object{count: number(1)}
}
