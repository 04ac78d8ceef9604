package mapping

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"sync"
)

// Hash is a truncated HMAC-SHA256 of a value under the caller's key. Without
// the key a leaked hash tells nothing about a price or an e-mail address.
type Hash [16]byte

// String is the hash in lower-case hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Hasher makes the keyed hashes of one caller. It is safe for concurrent use.
type Hasher struct {
	// idle holds *digests: to start a new HMAC costs more than a hash.
	idle sync.Pool
}

// NewHasher uses a copy of key, the caller's 32 secret bytes. Another key means
// that no earlier hash is recognised.
func NewHasher(key []byte) *Hasher {
	key = bytes.Clone(key)
	return &Hasher{idle: sync.Pool{New: func() any { return &digest{mac: hmac.New(sha256.New, key)} }}}
}

// Sum hashes data for one purpose. Equal data under different purposes have
// different hashes, so an e-mail in an index cannot be joined with a baseline.
func (h *Hasher) Sum(purpose string, data []byte) Hash {
	d := h.start(purpose)
	d.input = append(d.input, data...)
	return h.finish(d)
}

// value is Sum over the canonical form of a value.
func (h *Hasher) value(purpose string, v *Value, unordered bool) Hash {
	d := h.start(purpose)
	d.input = appendCanonical(d.input, v, unordered)
	return h.finish(d)
}

// digest is one hash in the making, with its room.
type digest struct {
	mac   hash.Hash
	input []byte
	sum   [sha256.Size]byte
}

func (h *Hasher) start(purpose string) *digest {
	d := h.idle.Get().(*digest)
	d.input = append(append(d.input[:0], purpose...), 0)
	return d
}

func (h *Hasher) finish(d *digest) Hash {
	d.mac.Reset()
	d.mac.Write(d.input)
	d.mac.Sum(d.sum[:0])
	out := Hash(d.sum[:])
	const most = 1 << 16
	if cap(d.input) <= most { // one long text would be kept in memory for ever
		h.idle.Put(d)
	}
	return out
}

// Baseline is what one field looked like at our last write: the hash of what we
// sent and the hash of what the target then held. They differ when the target
// rewrites on save (sanitised HTML, rounded price).
type Baseline struct {
	// Sent is the hash of the mapped source value.
	Sent Hash
	// Held is the hash of the target's value read back after the write.
	Held Hash
	// Elements are the hashes of the list elements that we added; only for
	// list policies that own their elements.
	Elements []Hash
}

// Baselines holds the baseline of each field of one record, by field name.
type Baselines map[string]Baseline
