package ecwid

import "context"

// FilesService reads and writes the downloadable files of products. Their
// entries come with the product, in Product.Files.
type FilesService service

// FileUpdate is a partial update of a file.
type FileUpdate struct {
	Description Opt[string] `json:"description,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u FileUpdate) IsZero() bool { return isZero(u) }

// Create adds a file to a product; its description may be "".
//
// Endpoint: POST /products/{productId}/files
// Scope: create_catalog
func (s *FilesService) Create(ctx context.Context, product ProductID, file Upload, description string) (FileID, error) {
	o, err := productCall("POST /products/{productId}/files", product, "files")
	if err != nil {
		return 0, err
	}
	o, err = o.upload(file)
	if err != nil {
		return 0, err
	}
	f := filters{query: o.query}
	f.text("description", description)
	o.query = f.query
	answer, err := fetch[createAnswer[FileID]](ctx, s.client, o)
	if err != nil {
		return 0, err
	}
	return answer.ID, nil
}

// Download returns the bytes of a file. Files above 24 MiB are refused.
//
// Endpoint: GET /products/{productId}/files/{fileId}
// Scope: read_catalog
func (s *FilesService) Download(ctx context.Context, product ProductID, id FileID) ([]byte, error) {
	o, err := fileCall("GET /products/{productId}/files/{fileId}", product, id)
	if err != nil {
		return nil, err
	}
	o.accept = "*/*"
	answer, err := s.client.send(ctx, o)
	if err != nil {
		return nil, err
	}
	return answer.Body, nil
}

// Update changes the fields of a file that are present in update.
//
// Endpoint: PUT /products/{productId}/files/{fileId}
// Scope: update_catalog
func (s *FilesService) Update(ctx context.Context, product ProductID, id FileID, update FileUpdate) (*UpdateResult, error) {
	o, err := fileCall("PUT /products/{productId}/files/{fileId}", product, id)
	if err != nil {
		return nil, err
	}
	o.body = update
	return s.client.update(ctx, o)
}

// Delete removes a file. One that does not exist is no error.
//
// Endpoint: DELETE /products/{productId}/files/{fileId}
// Scope: update_catalog
func (s *FilesService) Delete(ctx context.Context, product ProductID, id FileID) error {
	o, err := fileCall("DELETE /products/{productId}/files/{fileId}", product, id)
	if err != nil {
		return err
	}
	_, err = s.client.remove(ctx, o)
	return err
}

// DeleteAll removes all files of a product and returns their number.
//
// Endpoint: DELETE /products/{productId}/files
// Scope: update_catalog
func (s *FilesService) DeleteAll(ctx context.Context, product ProductID) (int, error) {
	o, err := productCall("DELETE /products/{productId}/files", product, "files")
	if err != nil {
		return 0, err
	}
	return s.client.remove(ctx, o)
}

func fileCall(op string, product ProductID, id FileID) (operation, error) {
	if err := positive("file", id); err != nil {
		return operation{}, invalid(op, err)
	}
	return productCall(op, product, "files", segment(id))
}
