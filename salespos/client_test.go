package salespos_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
)

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name             string
		url, key, secret string
		opts             []salespos.Option
		want             string
	}{
		{"no address", "", publicKey, secretKey, nil, "host is missing"},
		{"plain http", "http://shop.example.com", publicKey, secretKey, []salespos.Option{salespos.AllowLoopbackHTTP()}, "use https"},
		{"loopback without option", "http://127.0.0.1:8080", publicKey, secretKey, nil, "AllowLoopbackHTTP"},
		{"user info", "https://canary:canary@shop.example.com", publicKey, secretKey, nil, "user name"},
		{"query", shopURL + "?a=canary", publicKey, secretKey, nil, "?"},
		{"other path", shopURL + "/shop", publicKey, secretKey, nil, "remove the path"},
		{"no key", shopURL, "", secretKey, nil, "public key is empty"},
		{"no secret", shopURL, publicKey, "", nil, "secret is empty"},
		{"line break", shopURL, publicKey, "canary\n", nil, "copy it again"},
		{"transport", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithTransport(nil)}, "WithTransport"},
		{"HTTP client", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithHTTPClient(nil)}, "WithHTTPClient"},
		{"time-out", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithHTTPClient(&http.Client{Timeout: -1})}, "negative"},
		{"logger", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithLogger(nil)}, "WithLogger"},
		{"unknown fields", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithUnknownField(nil)}, "WithUnknownField"},
		{"user agent", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithUserAgent("")}, "WithUserAgent"},
		{"header in the user agent", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithUserAgent("till\r\nX-Admin: 1")}, "header"},
		{"rate", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithRates(salespos.Rates{Patch: -1})}, "WithRates"},
		{"language", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithLanguage("n")}, "WithLanguage"},
		{"product line", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithProductLine("x")}, "WithProductLine"},
		{"no pace", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithPace(0)}, "WithPace"},
		{"pace", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithPace(math.NaN())}, "WithPace"},
		{"attempts", shopURL, publicKey, secretKey, []salespos.Option{salespos.WithAttempts(0)}, "WithAttempts"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			client, err := salespos.New(tc.url, tc.key, tc.secret, tc.opts...)
			if err == nil || client != nil {
				t.Fatalf("got %v and %v, want an error", client, err)
			}
			if text := err.Error(); !strings.Contains(text, tc.want) || strings.Contains(text, "canary") {
				t.Errorf("got %q, want %q in it and no secret", text, tc.want)
			}
		})
	}
}

// TestNewNamesAllMistakes at once.
func TestNewNamesAllMistakes(t *testing.T) {
	t.Parallel()
	_, err := salespos.New("shop", "", "", salespos.WithAttempts(-1))
	for _, want := range []string{"address", "public key", "secret", "WithAttempts"} {
		if !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%v: %q is missing", err, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{shopURL, shopURL + "/", shopURL + "/api/rest/v1", shopURL + "/api/rest/v1/"} {
		s := &shop{replies: []reply{ok(`{"id":5}`)}}
		client, err := salespos.New(address, publicKey, secretKey, salespos.WithTransport(s.transport()))
		if err != nil {
			t.Fatal(err)
		}
		if err := readOne(client); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		diff(t, "/api/rest/v1/products/5", s.seen()[0].Target)
	}
	if _, err := salespos.New("http://localhost:8080", publicKey, secretKey, salespos.AllowLoopbackHTTP()); err != nil {
		t.Error(err)
	}
}

func TestUserAgent(t *testing.T) {
	t.Parallel()
	s := &shop{replies: []reply{ok(`{"id":5}`)}}
	if err := readOne(newClient(t, s, salespos.WithUserAgent("connector/1"))); err != nil {
		t.Fatal(err)
	}
	diff(t, "connector/1", s.seen()[0].Header.Get("user-agent"))
}

// TestHTTPClientIsCopied: the caller's client is read and left as it was.
func TestHTTPClientIsCopied(t *testing.T) {
	t.Parallel()
	s := &shop{replies: []reply{ok(`{"id":5}`)}}
	transport := s.transport()
	mine := &http.Client{Transport: transport, Timeout: 7 * time.Second}
	client, err := salespos.New(shopURL, publicKey, secretKey, salespos.WithHTTPClient(mine))
	if err != nil {
		t.Fatal(err)
	}
	if err := readOne(client); err != nil {
		t.Fatal(err)
	}
	if mine.Transport != transport || mine.CheckRedirect != nil || mine.Jar != nil || mine.Timeout != 7*time.Second {
		t.Error("the caller's client was changed")
	}
	diff(t, 7*time.Second, client.Timeout())
	diff(t, 1, len(s.seen()))
	diff(t, salespos.DefaultTimeout, newClient(t, s).Timeout())
}

// TestNothingSecretIsPrinted looks for keys, passwords and personal data
// wherever something of the client can be printed.
func TestNothingSecretIsPrinted(t *testing.T) {
	t.Parallel()
	var logged bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
	s := &shop{replies: []reply{
		{Status: 201, Body: `{"id":5,"username":"canary@example.com"}`},
		{Status: 500, Unsigned: true, Body: `{"code":"500.40","user":"canary@example.com"}`},
		{Err: io.ErrUnexpectedEOF},
		ok(`{"id":5,"username":{"canary":1}}`),
	}}
	client := newClient(t, s, salespos.WithLogger(logger), salespos.WithAttempts(1))
	user := salespos.UserCreate{Username: "u", Password: "canary-password"}
	change := salespos.UserUpdate{Password: "canary-password"}
	credential := salespos.CredentialCreate{Label: "till", Secret: "canary-secret"}
	things := []any{client, client.Users, user, &user, change, user.Password, credential, salespos.Webhook{Key: "canary"}}
	for range 4 {
		if _, err := client.Users.Create(t.Context(), user); err != nil {
			things = append(things, err)
		}
	}
	_, err := client.Users.List(t.Context(), nil)
	things = append(things, err)
	diff(t, 12, len(things))

	var out strings.Builder
	for _, thing := range things {
		if e, ok := errors.AsType[*salespos.APIError](asError(thing)); ok {
			fmt.Fprintf(&out, "%v %+v %#v %s %q\n", e, e, e, e, e)
			if err := json.NewEncoder(&out).Encode(e); err != nil {
				t.Error(err)
			}
			logger.Info("failed", "err", e)
			continue
		}
		fmt.Fprintf(&out, "%v %+v %#v %s %x %q\n", thing, thing, thing, thing, thing, thing)
		if err := json.NewEncoder(&out).Encode(thing); err != nil {
			t.Error(err)
		}
		logger.Info("thing", "thing", thing)
		slog.New(slog.NewTextHandler(&out, nil)).Info("thing", "thing", thing)
	}
	for _, secret := range []string{"canary", secretKey, publicKey, fmt.Sprintf("%x", "canary"), strings.Trim(fmt.Sprintf("%#v", []byte("canary")), "[]byte{}"), `"Body":`, fmt.Sprintf("%x", secretKey), "/users?", shopURL} {
		if strings.Contains(out.String()+logged.String(), secret) {
			t.Errorf("%q is printed:\n%s%s", secret, out.String(), logged.String())
		}
	}
	if !strings.Contains(s.seen()[0].Body, "canary-password") {
		t.Error("the password was not sent either")
	}
}

func asError(v any) error {
	err, _ := v.(error)
	return err
}

// TestEmptyUpdates: IsZero sees absence, and every zero value that is set.
func TestEmptyUpdates(t *testing.T) {
	t.Parallel()
	type update interface{ IsZero() bool }
	cases := map[string]struct {
		update update
		want   bool
	}{
		"product":          {salespos.ProductUpdate{}, true},
		"product price 0":  {salespos.ProductUpdate{Price: salespos.Set(salespos.Amount{})}, false},
		"product no color": {salespos.ProductUpdate{ProductFields: salespos.ProductFields{ColorID: salespos.Null[salespos.ColorID]()}}, false},
		"combination":      {salespos.CombinationUpdate{}, true},
		"combination off":  {salespos.CombinationUpdate{Active: salespos.Set(false)}, false},
		"category":         {salespos.CategoryUpdate{}, true},
		"category name":    {salespos.CategoryUpdate{Name: salespos.Set("")}, false},
		"category link":    {salespos.ProductCategoryUpdate{}, true},
		"category first":   {salespos.ProductCategoryUpdate{Position: salespos.Set(0)}, false},
		"attribute":        {salespos.AttributeUpdate{}, true},
		"attribute name":   {salespos.AttributeUpdate{Name: "x"}, false},
		"value":            {salespos.AttributeValueUpdate{}, true},
		"value price 0":    {salespos.AttributeValueUpdate{DefaultPrice: salespos.Set(salespos.Amount{})}, false},
		"product value":    {salespos.ProductAttributeValueUpdate{}, true},
		"product value 0":  {salespos.ProductAttributeValueUpdate{Price: salespos.Set(salespos.Amount{})}, false},
		"photo":            {salespos.ProductPhotoUpdate{}, true},
		"photo no text":    {salespos.ProductPhotoUpdate{AltText: salespos.Set("")}, false},
		"variant photo":    {salespos.CombinationPhotoUpdate{}, true},
		"variant not main": {salespos.CombinationPhotoUpdate{IsMain: salespos.Set(false)}, false},
		"property":         {salespos.PropertyUpdate{}, true},
		"property no icon": {salespos.PropertyUpdate{PropertyFields: salespos.PropertyFields{Icon: salespos.Set([]byte(nil))}}, false},
		"property group":   {salespos.PropertyGroupUpdate{}, true},
		"option":           {salespos.PropertyOptionUpdate{}, true},
		"option first":     {salespos.PropertyOptionUpdate{Position: salespos.Set(0)}, false},
		"tariff":           {salespos.TaxTariffExceptionUpdate{}, true},
		"tariff country":   {salespos.TaxTariffExceptionUpdate{Country: salespos.Set("BE")}, false},
		"brand":            {salespos.BrandUpdate{}, true},
		"brand name":       {salespos.BrandUpdate{Name: "x"}, false},
		"supplier":         {salespos.SupplierUpdate{}, true},
		"condition":        {salespos.ConditionUpdate{}, true},
		"package":          {salespos.PackageUpdate{}, true},
		"order":            {salespos.OrderUpdate{}, true},
		"order no rows":    {salespos.OrderUpdate{Rows: salespos.Set([]salespos.OrderRowInput(nil))}, false},
		"user":             {salespos.UserUpdate{}, true},
		"user password":    {salespos.UserUpdate{Password: "x"}, false},
		"order row":        {salespos.OrderRowUpdate{}, true},
		"order row free":   {salespos.OrderRowUpdate{Price: salespos.Set(salespos.Amount{})}, false},
		"invoice":          {salespos.InvoiceUpdate{}, true},
		"invoice unsent":   {salespos.InvoiceUpdate{InvoiceFields: salespos.InvoiceFields{PaymentLinkSent: salespos.Set(salespos.Time{})}}, false},
		"group":            {salespos.UserGroupUpdate{}, true},
		"group default":    {salespos.UserGroupUpdate{UserGroupFields: salespos.UserGroupFields{Default: salespos.Set(false)}}, false},
		"webhook":          {salespos.WebhookUpdate{}, true},
		"webhook off":      {salespos.WebhookUpdate{IsActive: salespos.Set(false)}, false},
		"settings":         {salespos.SettingsUpdate{}, true},
		"settings closed":  {salespos.SettingsUpdate{WebshopEnabled: salespos.Set(false)}, false},
		"merchant":         {salespos.MerchantUpdate{}, true},
		"merchant no VAT":  {salespos.MerchantUpdate{VATNumber: salespos.Set("")}, false},
	}
	for name, tc := range cases {
		if got := tc.update.IsZero(); got != tc.want {
			t.Errorf("%s: got %v, want %v", name, got, tc.want)
		}
	}
}

// TestWriteTypes: a write sends only what was set, so every optional field needs
// ",omitzero"; a required one must not have it, or a zero price would be lost.
func TestWriteTypes(t *testing.T) {
	t.Parallel()
	for _, write := range writeTypes() {
		for _, field := range reflect.VisibleFields(write) {
			if field.Anonymous {
				continue
			}
			name, option, _ := strings.Cut(field.Tag.Get("json"), ",")
			kind := field.Type.Name()
			optional := strings.HasPrefix(kind, "Opt[") || strings.HasPrefix(kind, "Nullable[")
			if name == "" || optional != (option == "omitzero") {
				t.Errorf("%s.%s has the tag %q", write.Name(), field.Name, field.Tag)
			}
		}
	}
}

// writeTypes are the bodies that the methods of all services take, and what is
// nested in them.
func writeTypes() []reflect.Type {
	types := []reflect.Type{
		reflect.TypeFor[salespos.OrderRowInput](), reflect.TypeFor[salespos.PersonalInfoInput](),
		reflect.TypeFor[salespos.BillingAddressInput](), reflect.TypeFor[salespos.DeliveryAddressInput](),
		reflect.TypeFor[salespos.OrderRowAttributeInput](),
	}
	for _, method := range serviceMethods() {
		for i := range method.Type.NumIn() {
			param := method.Type.In(i)
			if param.Kind() == reflect.Slice {
				param = param.Elem()
			}
			if strings.HasSuffix(param.Name(), "Create") || strings.HasSuffix(param.Name(), "Update") {
				types = append(types, param)
			}
		}
	}
	return types
}

// TestEmptyReplacements: a list that takes the place of another one is [] and
// never null.
func TestEmptyReplacements(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, noContent())
	if err := client.ProductPhotos.Replace(t.Context(), 5, nil); err != nil {
		t.Fatal(err)
	}
	if err := client.ProductLabels.Replace(t.Context(), 5, nil); err != nil {
		t.Fatal(err)
	}
	diff(t, `{"productphotos":[]}`, shop.seen()[0].Body)
	diff(t, `{"labels":[]}`, shop.seen()[1].Body)
}

// TestNothingToReplace: a PUT that changes nothing is success, whatever the API
// says.
func TestNothingToReplace(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, fault(500, "500.50"))
	if err := client.ProductLabels.Replace(t.Context(), 5, []salespos.LabelID{3}); err != nil {
		t.Error(err)
	}
}

// TestWhatIsLeftOut: an unset password is not sent, and an order without rows
// has an empty list instead of null.
func TestWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	client, shop := serve(t, reply{Status: http.StatusNoContent}, reply{Status: http.StatusCreated, Body: `{"id":5}`})
	change := salespos.UserUpdate{Username: salespos.Set("ada@example.com")}
	if err := client.Users.Update(t.Context(), 5, change); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Orders.Create(t.Context(), salespos.OrderCreate{}); err != nil {
		t.Fatal(err)
	}
	diff(t, `{"username":"ada@example.com"}`, shop.seen()[0].Body)
	diff(t, `{"customer":{},"orderrows":[]}`, shop.seen()[1].Body)
}

// TestNoListIsEmpty: a nil list that is set is sent as an empty one. null would
// clear nothing, or mean something else.
func TestNoListIsEmpty(t *testing.T) {
	t.Parallel()
	for want, call := range map[string]func(*salespos.Client) error{
		`{"orderrows":[]}`: func(c *salespos.Client) error {
			return c.Orders.Update(t.Context(), 5, salespos.OrderUpdate{Rows: salespos.Set([]salespos.OrderRowInput(nil))})
		},
		`{"languages":[]}`: func(c *salespos.Client) error {
			return c.Settings.Update(t.Context(), 5, salespos.SettingsUpdate{Languages: salespos.Set([]string(nil))})
		},
		`{"icon":""}`: func(c *salespos.Client) error {
			return c.Properties.Update(t.Context(), 5, salespos.PropertyUpdate{PropertyFields: salespos.PropertyFields{Icon: salespos.Set([]byte(nil))}})
		},
		`{"name":"Size","icon":""}`: func(c *salespos.Client) error {
			return second(c.Properties.Create(t.Context(), 5, salespos.PropertyCreate{
				Name: "Size", PropertyFields: salespos.PropertyFields{Icon: salespos.Set([]byte(nil))},
			}))
		},
		`{"label":"","api_public":"","permissions":[],"api_secret":""}`: func(c *salespos.Client) error {
			return second(c.Credentials.Create(t.Context(), 5, salespos.CredentialCreate{Permissions: salespos.Set([]string(nil))}))
		},
	} {
		client, shop := serve(t, ok(`{"id":5}`))
		if err := call(client); err != nil {
			t.Errorf("%s: %v", want, err)
		}
		diff(t, want, shop.seen()[0].Body)
	}
	client, shop := serve(t, ok(`{"id":5}`))
	if _, err := client.DiscountCoupons.Create(t.Context(), salespos.DiscountCouponCreate{Products: salespos.Set([]salespos.ProductID(nil))}); err != nil {
		t.Error(err)
	}
	if body := shop.seen()[0].Body; !strings.Contains(body, `"products":[]`) {
		t.Errorf("got %s", body)
	}
}
