package ecwidtest

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
)

func descriptionSchema() check { return schema{"description": text} }

func noFile(id int64) error { return fail(http.StatusNotFound, "", "File #%d not found", id) }

// addFile takes the bytes of a downloadable product, or their address.
func (s *Server) addFile(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	if c.query.Has("externalUrl") {
		if err := webURL(c.query.Get("externalUrl")); err != nil {
			return nil, err
		}
	} else if len(c.raw) == 0 {
		return nil, wrong("The request brings no file")
	}
	id := s.partIDs.next()
	d := cloneObject(v.doc)
	d["files"] = append(listOf(d, "files"), object{
		"id": id, "name": cmp.Or(c.query.Get("fileName"), "file"), "description": c.query.Get("description"),
		"size":     number(int64(len(c.raw))),
		"adminUrl": fmt.Sprintf("https://app.ecwid.com/api/v3/%d/products/%d/files/%s", storeID, v.id, id),
	})
	s.files[toInt(id)] = string(c.raw)
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"id": id}, nil
}

// file finds the product and the file that the path names, in a copy.
func (s *Server) file(c *call) (v *version, d, file object, err error) {
	if v, err = s.product(c); err != nil {
		return nil, nil, nil, err
	}
	id, err := c.id(1)
	if err != nil {
		return nil, nil, nil, err
	}
	d = cloneObject(v.doc)
	if file = findByID(objectsOf(d, "files"), id); file == nil {
		return nil, nil, nil, c.miss(noFile(id))
	}
	return v, d, file, nil
}

func (s *Server) getFile(c *call) (any, error) {
	_, _, file, err := s.file(c)
	if err != nil {
		return nil, err
	}
	return reply{
		status: http.StatusOK, contentType: "application/octet-stream", body: []byte(s.files[intOf(file, "id")]),
	}, nil
}

func (s *Server) updateFile(c *call) (any, error) {
	v, d, file, err := s.file(c)
	if err != nil {
		return nil, err
	}
	dropNulls(c.body)
	merge(file, c.body)
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"updateCount": number(1)}, nil
}

func (s *Server) deleteFile(c *call) (any, error) {
	v, d, file, err := s.file(c)
	if err != nil {
		return nil, err
	}
	d["files"] = slices.DeleteFunc(listOf(d, "files"), func(f any) bool { return intOf(f.(object), "id") == intOf(file, "id") })
	delete(s.files, intOf(file, "id"))
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) deleteFiles(c *call) (any, error) {
	v, err := s.product(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	n := len(listOf(d, "files"))
	for _, f := range objectsOf(d, "files") {
		delete(s.files, intOf(f, "id"))
	}
	d["files"] = []any{}
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(int64(n))}, nil
}
