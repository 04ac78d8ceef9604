package mapping

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// baselineFormat is the first byte of encoded baselines.
const baselineFormat = 1

// ErrBaselineFormat means that stored baselines are not in a known format. They
// were written by a newer version or are damaged.
var ErrBaselineFormat = errors.New("mapping: baselines are in an unknown format")

// Equal reports whether both hold the same, so that nothing has to be stored.
func (b Baselines) Equal(other Baselines) bool {
	return maps.EqualFunc(b, other, Baseline.equal)
}

func (b Baseline) equal(other Baseline) bool {
	return b.Sent == other.Sent && b.Held == other.Held && slices.Equal(b.Elements, other.Elements)
}

// MarshalBinary encodes the baselines compactly, and equally whenever they are
// equal: 18 bytes and the name for a field whose target keeps what it gets. No
// baselines are no bytes.
func (b Baselines) MarshalBinary() ([]byte, error) {
	if len(b) == 0 {
		return nil, nil
	}
	buf := binary.AppendUvarint([]byte{baselineFormat}, uint64(len(b)))
	for _, name := range slices.Sorted(maps.Keys(b)) {
		base := b[name]
		buf = appendText(buf, name)
		buf = append(buf, base.Sent[:]...)
		flags := uint64(len(base.Elements)) << 1
		if base.Held != base.Sent {
			flags |= 1
		}
		buf = binary.AppendUvarint(buf, flags)
		if base.Held != base.Sent {
			buf = append(buf, base.Held[:]...)
		}
		for _, e := range base.Elements {
			buf = append(buf, e[:]...)
		}
	}
	return buf, nil
}

// UnmarshalBinary replaces the baselines by encoded ones. Damaged data are
// ErrBaselineFormat and change nothing.
func (b *Baselines) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		*b = nil
		return nil
	}
	if data[0] != baselineFormat {
		return ErrBaselineFormat
	}
	d := baselineDecoder{data: data[1:]}
	n := d.count(1 + len(Hash{}))
	out := make(Baselines, n)
	for range n {
		name := string(d.bytes(d.count(1)))
		base := Baseline{Sent: d.hash()}
		flags := d.uvarint()
		base.Held = base.Sent
		if flags&1 != 0 {
			base.Held = d.hash()
		}
		base.Elements = d.hashes(flags >> 1)
		out[name] = base
	}
	if d.failed || len(d.data) > 0 || len(out) != n {
		return ErrBaselineFormat
	}
	*b = out
	return nil
}

// baselineDecoder reads from data; after a failure it reads zeros.
type baselineDecoder struct {
	data   []byte
	failed bool
}

func (d *baselineDecoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.failed, d.data = true, nil
		return 0
	}
	d.data = d.data[n:]
	return v
}

// count reads the number of things of at least size bytes that follow.
func (d *baselineDecoder) count(size int) int { return d.fit(d.uvarint(), size) }

func (d *baselineDecoder) fit(n uint64, size int) int {
	if n > uint64(len(d.data)/size) {
		d.failed, d.data = true, nil
		return 0
	}
	return int(n)
}

func (d *baselineDecoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.failed, d.data = true, nil
		return nil
	}
	out := d.data[:n]
	d.data = d.data[n:]
	return out
}

func (d *baselineDecoder) hash() (h Hash) {
	copy(h[:], d.bytes(len(h)))
	return h
}

func (d *baselineDecoder) hashes(n uint64) []Hash {
	count := d.fit(n, len(Hash{}))
	if count == 0 {
		return nil
	}
	out := make([]Hash, count)
	for i := range out {
		out[i] = d.hash()
	}
	return out
}

// sortHashes puts hashes in an order that does not depend on the lists they come
// from.
func sortHashes(hashes []Hash) {
	slices.SortFunc(hashes, func(x, y Hash) int { return bytes.Compare(x[:], y[:]) })
}
