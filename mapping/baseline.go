package mapping

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Hash is a truncated HMAC-SHA256 of a value under the caller's key. Without
// the key a leaked hash tells nothing about a price or an e-mail address.
type Hash [16]byte

// String is the hash in lower-case hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Hasher makes the keyed hashes of one caller. It is safe for concurrent use.
type Hasher struct{ key []byte }

// NewHasher uses a copy of key, the caller's 32 secret bytes. Another key means
// that no earlier hash is recognised.
func NewHasher(key []byte) *Hasher { return &Hasher{key: append([]byte(nil), key...)} }

// Sum hashes data for one purpose. Equal data under different purposes have
// different hashes, so an e-mail in an index cannot be joined with a baseline.
func (h *Hasher) Sum(purpose string, data []byte) Hash {
	mac := hmac.New(sha256.New, h.key)
	mac.Write([]byte(purpose))
	mac.Write([]byte{0})
	mac.Write(data)
	var out Hash
	copy(out[:], mac.Sum(nil))
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
