package ecwidtest

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/hex"
)

// IframePayload returns the encrypted "payload" parameter with which the admin
// opens a page of the app. Its content is that of a merchant who looks at the
// page in English; the JSON object claims, "" for none, changes it.
func (s *Server) IframePayload(claims string) string {
	s.enter()
	defer s.leave()
	iv, err := hex.DecodeString(s.secrets.next())
	if err != nil {
		panic("ecwidtest: IframePayload: " + err.Error())
	}
	return sealPayload(iv, s.claims(claims))
}

// IframeFragment returns the same content in the plain form, the hexadecimal
// fragment of the page's URL.
func (s *Server) IframeFragment(claims string) string {
	s.enter()
	defer s.leave()
	return hex.EncodeToString(s.claims(claims))
}

func (s *Server) claims(claims string) []byte {
	o := object{"store_id": number(storeID), "lang": "en", "access_token": token, "view_mode": "PAGE"}
	if claims != "" {
		edit(o, mustParse("iframe claims", claims))
	}
	return appendJSON(nil, o)
}

// sealPayload is AES-128-CBC under the first 16 bytes of the client secret,
// with the IV in front.
func sealPayload(iv, plain []byte) string {
	block, err := aes.NewCipher([]byte(clientSecret[:aes.BlockSize]))
	if err != nil {
		panic("ecwidtest: IframePayload: " + err.Error())
	}
	pad := aes.BlockSize - len(plain)%aes.BlockSize
	padded := append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
	sealed := make([]byte, len(padded))
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(sealed, padded)
	return base64.RawURLEncoding.EncodeToString(append(bytes.Clone(iv), sealed...))
}
