package ecwidtest

// Sign is exported to tests, for the vector of the reference.
func Sign(created int64, id string) string { return sign(created, id) }

// SealPayload is exported to tests, for the vector of the reference.
func SealPayload(iv, plain []byte) string { return sealPayload(iv, plain) }
