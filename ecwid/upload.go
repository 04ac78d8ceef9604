package ecwid

import (
	"context"
	"errors"
)

// Upload is an image or a file on its way to the store: either its bytes or the
// public https address from which the store fetches it during the call. Images
// may have 20 MB.
type Upload struct {
	Data []byte
	// ContentType is that of Data, such as "image/png"; "" means
	// application/octet-stream.
	ContentType string
	URL         string
	// FileName is kept for gallery images and files.
	FileName string
}

// AsyncImage is an image that the store fetches after the call. Its entry
// appears at once with the given address. URL, Width and Height are required.
type AsyncImage struct {
	URL string `json:"url"`
	// Width and Height are in pixels.
	Width      int          `json:"width"`
	Height     int          `json:"height"`
	ExternalID Opt[string]  `json:"externalId,omitzero"`
	Alt        Opt[AltText] `json:"alt,omitzero"`
}

func (i AsyncImage) check() error {
	if i.URL == "" || i.Width <= 0 || i.Height <= 0 {
		return errors.New("an image needs its address, width and height")
	}
	return nil
}

// uploadAnswer is what comes for an upload. The id of a main image may be 0.
type uploadAnswer struct {
	ID *ImageID `json:"id"`
}

func (a *uploadAnswer) check() error {
	if a.ID == nil {
		return errors.New("it has no id of what was uploaded")
	}
	return nil
}

// done is an answer without documented content.
type done struct{}

func (*done) check() error { return nil }

// finish carries out o, of whose answer nothing is known but that it is no
// error: it may be empty.
func (c *Client) finish(ctx context.Context, o operation) error {
	answer, err := c.send(ctx, o)
	if err != nil || len(answer.Body) == 0 {
		return err
	}
	o.partial = true
	return c.decode(o, answer, &done{})
}

// upload makes u the content of o.
func (o operation) upload(u Upload) (operation, error) {
	if (u.URL == "") == (len(u.Data) == 0) {
		return o, invalid(o.op, errors.New("an upload needs either its bytes or its address"))
	}
	f := filters{query: o.query}
	f.text("fileName", u.FileName)
	f.text("externalUrl", u.URL)
	o.query = f.query
	if u.URL == "" {
		o.raw, o.contentType = u.Data, u.ContentType
		if o.contentType == "" {
			o.contentType = "application/octet-stream"
		}
	}
	return o, nil
}

// image uploads u with o.
func (c *Client) image(ctx context.Context, o operation, u Upload) (ImageID, error) {
	o, err := o.upload(u)
	if err != nil {
		return "", err
	}
	answer, err := fetch[uploadAnswer](ctx, c, o)
	if err != nil {
		return "", err
	}
	return *answer.ID, nil
}

// asyncImage announces i with o.
func (c *Client) asyncImage(ctx context.Context, o operation, i AsyncImage) error {
	if err := i.check(); err != nil {
		return invalid(o.op, err)
	}
	o.body = i
	return c.finish(ctx, o)
}
