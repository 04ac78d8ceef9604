package salespos_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// TestGoldenSales are the documents around orders.
func TestGoldenSales(t *testing.T) {
	t.Parallel()
	t.Run("orderrowattributevalue", complete[salespos.OrderRowAttribute])
	t.Run("ordermessages", complete[salespos.Page[salespos.OrderMessage]])
	t.Run("ordernotifications", complete[salespos.Page[salespos.OrderNotification]])
	t.Run("orderlabels", complete[salespos.Page[salespos.OrderLabel]])
	t.Run("invoice", complete[salespos.Invoice])
	t.Run("return", complete[salespos.Return])
	t.Run("discountcoupons", complete[salespos.Page[salespos.DiscountCoupon]])
	t.Run("cashups", complete[salespos.Page[salespos.CashUp]])
	t.Run("fiscaltransactionsignatures", complete[salespos.Page[salespos.FiscalSignature]])
}

// TestGoldenAccount are the documents of the shop and its connectors.
func TestGoldenAccount(t *testing.T) {
	t.Parallel()
	t.Run("usergroups", complete[salespos.Page[salespos.UserGroup]])
	t.Run("webhooks", complete[salespos.Page[salespos.Webhook]])
	t.Run("merchant", complete[salespos.Merchant])
	t.Run("languages", complete[salespos.Page[salespos.Language]])
	t.Run("domains", complete[salespos.Page[salespos.Domain]])
	t.Run("apps", complete[salespos.Page[salespos.App]])
	t.Run("credentials", complete[salespos.Page[salespos.Credential]])
}

// TestGoldenInvoiceRows: the API writes the id of the invoice as a text.
func TestGoldenInvoiceRows(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(golden(t, "invoicerows")))
	page, err := client.InvoiceRows.List(t.Context(), 41, nil)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, salespos.InvoiceID(41), page.Items[0].InvoiceID)
	checkComplete(t, *page)
	checkLossless(t, golden(t, "invoicerows"), page)
}

// TestMerchantOfWebshop: servers answer an object or a collection.
func TestMerchantOfWebshop(t *testing.T) {
	t.Parallel()
	var merchants []*salespos.Merchant
	for _, body := range []string{golden(t, "merchant"), `{"href":"x","items":[` + golden(t, "merchant") + `]}`} {
		client, _ := serve(t, ok(body))
		merchant, err := client.Merchants.GetByWebshop(t.Context(), 3)
		if err != nil {
			t.Fatal(err)
		}
		merchants = append(merchants, merchant)
	}
	diff(t, "Ada Example", merchants[0].FullName)
	diff(t, merchants[0], merchants[1])

	client, _ := serve(t, ok(`{"href":"x","items":[]}`))
	_, err := client.Merchants.GetByWebshop(t.Context(), 3)
	checkKinds(t, err, "BadAnswer")
}

// TestAppExpansion: a collection counts only when this request asked for it.
func TestAppExpansion(t *testing.T) {
	t.Parallel()
	for _, expand := range [][]salespos.AppExpand{nil, {salespos.ExpandAppCategories}} {
		client, _ := serve(t, ok(golden(t, "apps")))
		apps, err := client.Apps.List(t.Context(), &salespos.AppListOptions{Expand: expand})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, expand != nil, apps[0].Categories.Expanded)
	}
}

// TestWebhookKey: the key is read, and neither printed nor encoded.
func TestWebhookKey(t *testing.T) {
	t.Parallel()
	client, _ := serve(t, ok(golden(t, "webhooks")))
	page, err := client.Webhooks.List(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, hookKey, string(page.Items[0].Key))
	encoded, err := json.Marshal(page)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprintf("%s %+v", encoded, page.Items); strings.Contains(text, hookKey) {
		t.Errorf("the key is printed: %s", text)
	}
}
