package ecwidtest

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
)

const maxOptionFile = 100 << 20

// orderOption finds the order, and in a copy of it the option that the path
// names by line and name.
func (s *Server) orderOption(c *call) (v *version, d, option object, err error) {
	if v, err = s.order(c); err != nil {
		return nil, nil, nil, err
	}
	line, err := c.id(1)
	if err != nil {
		return nil, nil, nil, err
	}
	d = cloneObject(v.doc)
	item := findByID(objectsOf(d, "items"), line)
	i := slices.IndexFunc(objectsOf(item, "selectedOptions"), func(o object) bool { return textOf(o, "name") == c.args[2] })
	if i < 0 {
		return nil, nil, nil, fail(http.StatusNotFound, "", "Option %s of item #%d not found", c.args[2], line)
	}
	option = objectsOf(item, "selectedOptions")[i]
	if textOf(option, "type") != "FILES" {
		return nil, nil, nil, fail(http.StatusBadRequest, "OPTIONS_IS_NOT_FILES_TYPE", "The option takes no files")
	}
	return v, d, option, nil
}

func (s *Server) addOptionFile(c *call) (any, error) {
	v, d, option, err := s.orderOption(c)
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
	if len(c.raw) > maxOptionFile {
		return nil, fail(http.StatusRequestEntityTooLarge, "", "The file is above 100 MB")
	}
	id := s.partIDs.next()
	s.files[toInt(id)] = string(c.raw)
	option["files"] = append(listOf(option, "files"), object{
		"id": id, "name": cmp.Or(c.query.Get("fileName"), "file"), "size": number(int64(len(c.raw))),
		"url": fmt.Sprintf("%s/files/%s", storeURL, id),
	})
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"id": id}, nil
}

func (s *Server) deleteOptionFile(c *call) (any, error) {
	v, d, option, err := s.orderOption(c)
	if err != nil {
		return nil, err
	}
	id, err := c.id(3)
	if err != nil {
		return nil, err
	}
	if findByID(objectsOf(option, "files"), id) == nil {
		return nil, noFile(id)
	}
	option["files"] = asList(without(objectsOf(option, "files"), id))
	delete(s.files, id)
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) deleteOptionFiles(c *call) (any, error) {
	v, d, option, err := s.orderOption(c)
	if err != nil {
		return nil, err
	}
	n := len(listOf(option, "files"))
	for _, f := range objectsOf(option, "files") {
		delete(s.files, intOf(f, "id"))
	}
	option["files"] = []any{}
	s.saveOrder(v.id, d, v.created, s.now())
	return object{"deleteCount": number(int64(n))}, nil
}
