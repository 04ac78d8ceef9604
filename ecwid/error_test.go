package ecwid_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/ecwid"
)

// sentinels are all classes of errors.
func sentinels() []error {
	return []error{
		ecwid.ErrNotFound, ecwid.ErrConflict, ecwid.ErrUnauthorized, ecwid.ErrForbidden, ecwid.ErrRateLimited,
		ecwid.ErrUnavailable, ecwid.ErrUnknownOutcome, ecwid.ErrInvalid, ecwid.ErrProductLimit, ecwid.ErrBadAnswer,
		ecwid.ErrNotExecuted,
	}
}

// wantClasses checks that err is of these classes and of no other.
func wantClasses(t *testing.T, err error, want ...error) {
	t.Helper()
	var got []error
	for _, sentinel := range sentinels() {
		if errors.Is(err, sentinel) {
			got = append(got, sentinel)
		}
	}
	if diff := cmp.Diff(fmt.Sprint(want), fmt.Sprint(got)); diff != "" {
		t.Errorf("classes of %q (-want +got):\n%s", err, diff)
	}
}

func apiError(t *testing.T, err error) *ecwid.APIError {
	t.Helper()
	e, ok := errors.AsType[*ecwid.APIError](err)
	if !ok {
		t.Fatalf("%v is no APIError", err)
	}
	return e
}

func get(ctx context.Context, shop *ecwid.Client) error {
	_, err := shop.Products.Get(ctx, 5001)
	return err
}

func create(ctx context.Context, shop *ecwid.Client) error {
	_, err := shop.Products.Create(ctx, ecwid.ProductCreate{}, nil)
	return err
}

func createGroup(ctx context.Context, shop *ecwid.Client) error {
	_, err := shop.CustomerGroups.Create(ctx, ecwid.CustomerGroupCreate{Name: "Regulars"})
	return err
}

func update(ctx context.Context, shop *ecwid.Client) error {
	_, err := shop.Products.Update(ctx, 5001, ecwid.ProductUpdate{}, nil)
	return err
}

func adjust(ctx context.Context, shop *ecwid.Client) error {
	_, err := shop.Stock.AdjustProduct(ctx, 5001, -1)
	return err
}

func TestErrorClasses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		call   func(context.Context, *ecwid.Client) error
		status int
		code   string
		want   error
	}{
		{"wrong parameter", update, 400, "WRONG_PARAMETER", ecwid.ErrInvalid},
		{"no token", get, 401, "", ecwid.ErrUnauthorized},
		{"bad token", get, 403, "INVALID_API_TOKEN", ecwid.ErrUnauthorized},
		{"scope", get, 403, "INSUFFICIENT_APP_SCOPE", ecwid.ErrForbidden},
		{"feature", get, 403, "CUSTOMER_GROUPS_FEATURE_NOT_AVAILABLE", ecwid.ErrForbidden},
		{"suspended", create, 402, "STORE_IS_SUSPENDED", ecwid.ErrForbidden},
		{"plan, reading", get, 402, "NOT_AVAILABLE_ON_CURRENT_PLAN", ecwid.ErrForbidden},
		{"plan, create", create, 402, "NOT_AVAILABLE_ON_CURRENT_PLAN", ecwid.ErrProductLimit},
		{"plan, create, no code", create, 402, "", ecwid.ErrProductLimit},
		{"plan, create that it does not count", createGroup, 402, "NOT_AVAILABLE_ON_CURRENT_PLAN", ecwid.ErrForbidden},
		{"too many in one request", create, 402, "MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED", ecwid.ErrInvalid},
		{"not found", get, 404, "PRODUCT_NOT_FOUND", ecwid.ErrNotFound},
		{"verb", get, 405, "METHOD_NOT_ALLOWED", ecwid.ErrInvalid},
		{"taken", create, 409, "SKU_ALREADY_EXISTS", ecwid.ErrConflict},
		{"content type", create, 415, "", ecwid.ErrInvalid},
		{"unusable URL", update, 422, "WRONG_URL", ecwid.ErrInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			body := fmt.Sprintf(`{"errorMessage":"Says the store","errorCode":%q}`, tt.code)
			shop, store := newShop(t, always(tt.status, body))
			err := tt.call(t.Context(), shop)
			wantClasses(t, err, tt.want)
			e := apiError(t, err)
			if e.StatusCode != tt.status || e.Code != tt.code || e.Message != "Says the store" || string(e.Body) != body {
				t.Errorf("got %d %q %q %q", e.StatusCode, e.Code, e.Message, e.Body)
			}
			if e.Retryable() || e.Unknown || e.Attempts != 1 || len(store.seen()) != 1 {
				t.Errorf("retryable %t, unknown %t, attempts %d, requests %d", e.Retryable(), e.Unknown, e.Attempts, len(store.seen()))
			}
		})
	}
}

func TestErrorBodies(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, code, message, text string }{
		{"current", `{"errorMessage":"Product #42 not found","errorCode":"PRODUCT_NOT_FOUND","args":{"k":"v"}}`,
			"PRODUCT_NOT_FOUND", "Product #42 not found", "404 PRODUCT_NOT_FOUND: Product #42 not found"},
		{"older", `{"error":"OTHER","errorMessage":"Gone"}`, "OTHER", "Gone", "404 OTHER: Gone"},
		{"batch", `{"error_message":"No such thing"}`, "", "No such thing", "404: No such thing"},
		{"sentence as code", `{"error":"no such thing"}`, "", "no such thing", "404: no such thing"},
		{"other types", `{"errorCode":17,"errorMessage":["a"]}`, "", "", "404: not found"},
		{"empty", ``, "", "", "404: not found"},
		{"page of a proxy", `<html>404</html>`, "", "", "404: not found"},
		{"list", `[1]`, "", "", "404: not found"},
		{"null", `null`, "", "", "404: not found"},
		{"line breaks", `{"errorMessage":"a\nb\u001b[31m"}`, "", "a b [31m", "404: a b [31m"},
		{"token", `{"errorMessage":"bad ` + token + `"}`, "", "bad [redacted]", "404: bad [redacted]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, _ := newShop(t, always(404, tt.body))
			err := get(t.Context(), shop)
			wantClasses(t, err, ecwid.ErrNotFound)
			e := apiError(t, err)
			if e.Code != tt.code || e.Message != tt.message {
				t.Errorf("got %q %q, want %q %q", e.Code, e.Message, tt.code, tt.message)
			}
			if got, want := err.Error(), "ecwid: GET /products/{productId}: "+tt.text; got != want {
				t.Errorf("text %q, want %q", got, want)
			}
		})
	}
}

func TestErrorBodyIsCapped(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(400, `{"errorMessage":"`+strings.Repeat("ä", 100_000)+`"}`))
	e := apiError(t, get(t.Context(), shop))
	if len(e.Body) != 64<<10 {
		t.Errorf("kept %d bytes of the body, want 64 KiB", len(e.Body))
	}
	if got := len([]rune(e.Message)); got != 301 {
		t.Errorf("kept %d characters of the message, want 300 and the mark of the cut", got)
	}
}

func FuzzErrorBody(f *testing.F) {
	for _, seed := range []string{`{"errorMessage":"a","errorCode":"B"}`, `{"error_message":""}`, `[]`, `null`, `"x"`, "\xff", `{"error":{}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		shop, _ := newShop(t, always(404, string(body)))
		err := get(t.Context(), shop)
		if !errors.Is(err, ecwid.ErrNotFound) || strings.ContainsAny(err.Error(), "\n\r\x1b") {
			t.Errorf("got %q", err)
		}
	})
}

func TestBadAnswers(t *testing.T) {
	t.Parallel()
	list := func(ctx context.Context, shop *ecwid.Client) error {
		_, err := shop.Products.List(ctx, nil)
		return err
	}
	classes := func(ctx context.Context, shop *ecwid.Client) error {
		_, err := shop.ProductTypes.Get(ctx, 0)
		return err
	}
	order := func(ctx context.Context, shop *ecwid.Client) error {
		_, err := shop.Orders.Create(ctx, ecwid.OrderCreate{})
		return err
	}
	const page, object = `<html>Back soon</html>`, `{"errorMessage":"Try later","errorCode":"OTHER"}`
	tests := []struct {
		name    string
		call    func(context.Context, *ecwid.Client) error
		body    string
		unknown bool
	}{
		{"get, HTML", get, page, false},
		{"get, error object", get, object, false},
		{"get, empty", get, ``, false},
		{"list, error object", list, object, false},
		{"list, null items", list, `{"total":0,"items":null}`, false},
		{"class, error object", classes, object, false},
		{"class, empty list", classes, `[]`, false},
		{"update, error object", update, object, false},
		{"create, empty", create, ``, true},
		{"create, error object", create, object, true},
		{"create, id of another type", create, `{"id":true}`, true},
		{"order, no id", order, `{}`, true},
		{"stock, empty", adjust, ``, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			shop, store := newShop(t, always(200, tt.body))
			err := tt.call(t.Context(), shop)
			e := apiError(t, err)
			if tt.unknown {
				wantClasses(t, err, ecwid.ErrUnknownOutcome, ecwid.ErrBadAnswer)
			} else {
				wantClasses(t, err, ecwid.ErrBadAnswer)
			}
			if e.Unknown != tt.unknown || e.Retryable() == tt.unknown || e.StatusCode != 200 || len(store.seen()) != 1 {
				t.Errorf("got unknown %t, retryable %t, status %d after %d requests", e.Unknown, e.Retryable(), e.StatusCode, len(store.seen()))
			}
		})
	}
}

func TestRequestsThatAreNotSent(t *testing.T) {
	t.Parallel()
	shop, store := newShop(t, always(200, `{}`))
	ctx := t.Context()
	_, empty := shop.Orders.List(ctx, &ecwid.OrderListOptions{IDs: []ecwid.OrderID{}})
	_, limit := shop.Products.List(ctx, &ecwid.ProductListOptions{Limit: 101})
	_, negative := shop.Products.List(ctx, &ecwid.ProductListOptions{Offset: -1})
	_, email := shop.Customers.List(ctx, &ecwid.CustomerListOptions{UseExactEmailMatch: true})
	_, product := shop.Products.Get(ctx, 0)
	_, combination := shop.Combinations.Get(ctx, 5001, 0)
	_, class := shop.ProductTypes.Get(ctx, -1)
	_, order := shop.Orders.Get(ctx, "")
	_, climbing := shop.Orders.Get(ctx, "..")
	_, assign := shop.Categories.AssignProducts(ctx, 901, nil)
	lost := ecwid.ProductCreate{Combinations: []ecwid.CombinationCreate{{}}}
	_, ignored := shop.Products.Create(ctx, lost, nil)
	_, replacing := shop.Products.Update(ctx, 5001, ecwid.ProductUpdate{}, &ecwid.WriteOptions{SaveCombinations: true})
	for i, err := range []error{empty, limit, negative, email, product, combination, class, order, climbing, assign, ignored, replacing} {
		if err == nil {
			t.Errorf("call %d has no error", i)
			continue
		}
		wantClasses(t, err, ecwid.ErrInvalid)
		if e := apiError(t, err); e.Op == "" || e.Attempts != 0 || e.Unknown || e.Retryable() {
			t.Errorf("call %d: %+v", i, *e)
		}
	}
	if len(store.seen()) != 0 {
		t.Errorf("%d requests were sent", len(store.seen()))
	}
}

func TestDeleteOfWhatIsGone(t *testing.T) {
	t.Parallel()
	shop, _ := newShop(t, always(404, `{"errorCode":"PRODUCT_NOT_FOUND"}`))
	if err := shop.Products.Delete(t.Context(), 5001); err != nil {
		t.Error(err)
	}
}

func TestErrorForLogs(t *testing.T) {
	t.Parallel()
	e := &ecwid.APIError{
		Op: "POST /customers", StatusCode: 409, Code: "TAKEN", Message: "ada@example.org is taken", Attempts: 1,
		Body: []byte(`{"email":"ada@example.org"}`),
	}
	var logged strings.Builder
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("failed", "err", e)
	if got := logged.String(); strings.Contains(got, "ada@") || !strings.Contains(got, `"code":"TAKEN"`) {
		t.Errorf("logged %s", got)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		if got := fmt.Sprintf(format, e); strings.Contains(got, `{"email"`) || !strings.Contains(got, "409 TAKEN") {
			t.Errorf("%s prints %s", format, got)
		}
	}
}
