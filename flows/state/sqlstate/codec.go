package sqlstate

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

// bodyVersion is the first byte of a record's body. Another layout gets another
// number, and decodeBody keeps reading the old ones.
const bodyVersion = 1

// Bits of the second byte of a body: which optional parts follow.
const (
	hasAnnounced = 1 << iota
	hasStock
)

// Bits of the byte behind a baseline's Sent hash.
const (
	heldDiffers = 1 << iota
	hasElements
)

// encodeBody packs what has no column of its own. Equal records have equal
// bodies: fields stand in sorted order.
func encodeBody(r *state.Record) []byte {
	e := encoder{buf: make([]byte, 0, 64+40*len(r.Baselines))}
	var parts byte
	if r.Announced != nil {
		parts |= hasAnnounced
	}
	if r.Stock != nil {
		parts |= hasStock
	}
	e.buf = append(e.buf, bodyVersion, parts)
	e.text(r.Origin)
	e.text(r.Version)
	e.text(r.Fingerprint)
	e.text(r.Reason)
	e.buf = binary.AppendVarint(e.buf, int64(r.Attempts))
	e.baselines(r.Baselines)
	e.holds(r.Holds)
	if a := r.Announced; a != nil {
		e.text(a.Reference)
		e.text(a.Batch)
		e.instant(a.First)
		e.instant(a.SendBy)
	}
	if s := r.Stock; s != nil {
		e.text(s.Pushed)
		e.text(s.Seen)
		e.instant(s.At)
	}
	return e.buf
}

type encoder struct{ buf []byte }

func (e *encoder) count(n int) { e.buf = binary.AppendUvarint(e.buf, uint64(n)) }

func (e *encoder) text(s string) {
	e.count(len(s))
	e.buf = append(e.buf, s...)
}

// instant packs the zero instant as two zeros and any other one as seconds since
// 1970 and nanoseconds plus one.
func (e *encoder) instant(t time.Time) {
	if t.IsZero() {
		e.buf = append(e.buf, 0, 0)
		return
	}
	e.buf = binary.AppendVarint(e.buf, t.Unix())
	e.count(t.Nanosecond() + 1)
}

func (e *encoder) baselines(all mapping.Baselines) {
	e.count(len(all))
	for _, field := range slices.Sorted(maps.Keys(all)) {
		b := all[field]
		e.text(field)
		e.buf = append(e.buf, b.Sent[:]...)
		var parts byte
		if b.Held != b.Sent {
			parts |= heldDiffers
		}
		if len(b.Elements) > 0 {
			parts |= hasElements
		}
		e.buf = append(e.buf, parts)
		if parts&heldDiffers != 0 {
			e.buf = append(e.buf, b.Held[:]...)
		}
		if parts&hasElements != 0 {
			e.count(len(b.Elements))
			for _, h := range b.Elements {
				e.buf = append(e.buf, h[:]...)
			}
		}
	}
}

func (e *encoder) holds(all []state.Hold) {
	e.count(len(all))
	for _, h := range all {
		e.text(h.Article)
		e.text(h.Quantity)
	}
}

// decodeBody fills r from a body. words keeps the texts that come again and
// again (field names, fingerprints), so that a page of rows shares them.
func decodeBody(body []byte, r *state.Record, words map[string]string) error {
	d := decoder{buf: body, words: words}
	if version := d.byte(); d.err == nil && version != bodyVersion {
		return fmt.Errorf("the row has layout %d, this program knows %d: update the program", version, bodyVersion)
	}
	parts := d.byte()
	r.Origin = d.word()
	r.Version = d.text()
	r.Fingerprint = d.word()
	r.Reason = d.word()
	r.Attempts = int(d.varint())
	r.Baselines = d.baselines()
	r.Holds = d.holds()
	if parts&hasAnnounced != 0 {
		r.Announced = &state.Announcement{Reference: d.text(), Batch: d.text(), First: d.instant(), SendBy: d.instant()}
	}
	if parts&hasStock != 0 {
		r.Stock = &state.Stock{Pushed: d.text(), Seen: d.word(), At: d.instant()}
	}
	if d.err == nil && len(d.buf) > 0 {
		d.fail()
	}
	return d.err
}

var errDamaged = errors.New("the row is damaged: restore the database from a backup")

// decoder reads a body from its front. After the first error it reads zeros.
type decoder struct {
	buf   []byte
	words map[string]string
	err   error
}

func (d *decoder) fail() {
	d.buf, d.err = nil, errDamaged
}

func (d *decoder) take(n uint64) []byte {
	if n > uint64(len(d.buf)) {
		d.fail()
		return nil
	}
	out := d.buf[:n]
	d.buf = d.buf[n:]
	return out
}

func (d *decoder) byte() byte {
	b := d.take(1)
	if len(b) == 0 {
		return 0
	}
	return b[0]
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.buf)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[n:]
	return v
}

func (d *decoder) varint() int64 {
	v, n := binary.Varint(d.buf)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[n:]
	return v
}

// count reads the length of a list whose elements have at least size bytes, so
// that a damaged length never allocates more than the body could hold.
func (d *decoder) count(size int) int {
	n := d.uvarint()
	if n > uint64(len(d.buf)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) text() string { return string(d.take(d.uvarint())) }

func (d *decoder) word() string {
	b := d.take(d.uvarint())
	if s, ok := d.words[string(b)]; ok {
		return s
	}
	s := string(b)
	d.words[s] = s
	return s
}

func (d *decoder) instant() time.Time {
	seconds, nanos := d.varint(), d.uvarint()
	if nanos == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, int64(nanos-1)).UTC()
}

func (d *decoder) hash() (h mapping.Hash) {
	copy(h[:], d.take(uint64(len(h))))
	return h
}

func (d *decoder) baselines() mapping.Baselines {
	n := d.count(1 + len(mapping.Hash{}) + 1)
	if n == 0 {
		return nil
	}
	out := make(mapping.Baselines, n)
	for range n {
		field := d.word()
		b := mapping.Baseline{Sent: d.hash()}
		parts := d.byte()
		b.Held = b.Sent
		if parts&heldDiffers != 0 {
			b.Held = d.hash()
		}
		if parts&hasElements != 0 {
			b.Elements = make([]mapping.Hash, d.count(len(mapping.Hash{})))
			for i := range b.Elements {
				b.Elements[i] = d.hash()
			}
		}
		out[field] = b
	}
	return out
}

func (d *decoder) holds() []state.Hold {
	n := d.count(2)
	if n == 0 {
		return nil
	}
	out := make([]state.Hold, n)
	for i := range out {
		out[i] = state.Hold{Article: d.word(), Quantity: d.word()}
	}
	return out
}
