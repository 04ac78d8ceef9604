package ecwidtest

// setPicture sets the keys with which a variation or a category shows its only
// image.
func setPicture(d object, address string) {
	for key := range imageKeys() {
		d[key] = address
	}
}

func dropPicture(d object) {
	for key := range imageKeys() {
		delete(d, key)
	}
	for _, key := range []string{"originalImage", "alt", "imageExternalId"} {
		delete(d, key)
	}
}

// uploaded reads a synchronous or asynchronous upload into d.
func (s *Server) uploaded(c *call, d object) error {
	if c.body == nil {
		address, err := s.upload(c)
		if err == nil {
			setPicture(d, address)
		}
		return err
	}
	dropNulls(c.body)
	address, alt, externalID, err := asyncImage(c.body)
	if err != nil {
		return err
	}
	setPicture(d, address)
	if alt != nil {
		d["alt"] = alt
	}
	if externalID != "" {
		d["imageExternalId"] = externalID
	}
	return nil
}

func (s *Server) pictureResult(c *call) object {
	id := s.partIDs.next()
	if c.body != nil {
		return s.asyncResult(id)
	}
	return object{"id": id}
}

func (s *Server) setVariationImage(c *call) (any, error) {
	v, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.uploaded(c, findVariation(d, intOf(variation, "id"))); err != nil {
		return nil, err
	}
	s.saveProduct(v.id, d, v.created, s.now())
	return s.pictureResult(c), nil
}

func (s *Server) deleteVariationImage(c *call) (any, error) {
	v, variation, err := s.variation(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	dropPicture(findVariation(d, intOf(variation, "id")))
	s.saveProduct(v.id, d, v.created, s.now())
	return object{"deleteCount": number(1)}, nil
}

func (s *Server) setCategoryImage(c *call) (any, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	if err := s.uploaded(c, d); err != nil {
		return nil, err
	}
	delete(d, "smallThumbnailUrl") // categories have none
	d["originalImage"] = object{"url": d["originalImageUrl"], "width": number(0), "height": number(0)}
	s.saveCategory(v.id, d)
	return s.pictureResult(c), nil
}

func (s *Server) deleteCategoryImage(c *call) (any, error) {
	v, err := s.category(c)
	if err != nil {
		return nil, err
	}
	d := cloneObject(v.doc)
	dropPicture(d)
	s.saveCategory(v.id, d)
	return object{"deleteCount": number(1)}, nil
}
