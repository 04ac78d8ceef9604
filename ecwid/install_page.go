package ecwid

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
)

// maxPayload is how many characters of a payload are read.
const maxPayload = 16 << 10

// ErrPayload: a payload cannot be read. It does not say why, since the reason
// would help to forge one.
var ErrPayload = errors.New("ecwid: unreadable payload")

// AppPage is what Ecwid tells a page of the app that it shows inside the control
// panel. It is not authenticated: before anything else make a client of StoreID
// and AccessToken and let it read the profile of the store.
type AppPage struct {
	StoreID     int64
	AccessToken Secret
	PublicToken Secret // may be ""
	// Lang is the language of the control panel, as "en".
	Lang     string
	ViewMode ViewMode
	// AppState is what a link into the app carried; it may be "".
	AppState string
	Domain   string // may be ""
}

// ViewMode is how the control panel shows a page of an app.
type ViewMode string

// Values of ViewMode.
const (
	ViewPage   ViewMode = "PAGE"
	ViewPopup  ViewMode = "POPUP"
	ViewInline ViewMode = "INLINE"
)

// OpenPage decrypts the parameter "payload" with which Ecwid opens a page of the
// app (the enhanced mode). Whatever is wrong, the error is ErrPayload.
func (a *App) OpenPage(payload string) (*AppPage, error) {
	plain, ok := decrypt(a.secret(), payload)
	if !ok {
		return nil, ErrPayload
	}
	return readPage(plain)
}

// ReadPage decodes the fragment of the address of an app's page (the default
// mode), with or without its "#". It never reaches a server by itself; script in
// the page has to send it. Whatever is wrong, the error is ErrPayload.
func ReadPage(fragment string) (*AppPage, error) {
	fragment = strings.TrimPrefix(fragment, "#")
	if len(fragment) > maxPayload {
		return nil, ErrPayload
	}
	plain, err := hex.DecodeString(fragment)
	if err != nil {
		return nil, ErrPayload
	}
	return readPage(plain)
}

// decrypt opens base64(IV + AES-128-CBC of the padded text). The key is the start
// of the client secret.
func decrypt(secret []byte, payload string) (plain []byte, ok bool) {
	if len(secret) < aes.BlockSize || len(payload) > maxPayload {
		return nil, false
	}
	sealed, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(payload, "="))
	if err != nil || len(sealed) < 2*aes.BlockSize || len(sealed)%aes.BlockSize != 0 {
		return nil, false
	}
	block, err := aes.NewCipher(secret[:aes.BlockSize])
	if err != nil {
		return nil, false
	}
	iv, plain := sealed[:aes.BlockSize], sealed[aes.BlockSize:]
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, plain)
	padding := int(plain[len(plain)-1])
	if padding == 0 || padding > aes.BlockSize ||
		!bytes.HasSuffix(plain, bytes.Repeat([]byte{byte(padding)}, padding)) {
		return nil, false
	}
	return plain[:len(plain)-padding], true
}

func readPage(plain []byte) (*AppPage, error) {
	var doc struct {
		StoreID     int64    `json:"store_id"`
		Lang        string   `json:"lang"`
		AccessToken Secret   `json:"access_token"`
		PublicToken Secret   `json:"public_token"`
		ViewMode    ViewMode `json:"view_mode"`
		AppState    string   `json:"app_state"`
		Domain      string   `json:"domain"`
	}
	if json.Unmarshal(plain, &doc) != nil || doc.StoreID <= 0 || doc.AccessToken == "" {
		return nil, ErrPayload
	}
	return &AppPage{
		StoreID: doc.StoreID, AccessToken: doc.AccessToken, PublicToken: doc.PublicToken,
		Lang: doc.Lang, ViewMode: doc.ViewMode, AppState: doc.AppState, Domain: doc.Domain,
	}, nil
}
