package salespos_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// newOrder is an order of two free-text rows.
func newOrder(account *salespostest.Server) salespos.OrderID {
	return salespos.OrderID(account.Add("orders", `{"orderrows":[
		{"product_name":"Mug","count":2,"price":12.5,"tax":21},{"product_name":"Tea","count":1,"price":4,"tax":9}]}`))
}

func contractOrders(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug","price":12.5,"stock":10}`))
	order := must(pos.Orders.Create(ctx, salespos.OrderCreate{
		Customer:    salespos.PersonalInfoInput{Email: salespos.Set("ada@example.com")},
		Rows:        []salespos.OrderRowInput{{Count: amount(t, "2"), ProductID: salespos.Set(mug)}},
		OrderFields: salespos.OrderFields{TotalShipping: salespos.Set(amount(t, "0")), ReservationNumber: salespos.Set("R-1")},
	}))(t)
	diff(t, amount(t, "25"), order.TotalPrice)
	diff(t, order, must(pos.Orders.Get(ctx, order.ID))(t))
	diff(t, []salespos.Order{*order}, must(collect(pos.Orders.All(ctx, &salespos.OrderListOptions{
		Number: order.Number, Paid: new(false), CreatedFrom: order.Created.Time, OrderBy: salespos.OrdersByIDDesc,
	})))(t))
	done(t, pos.Orders.Update(ctx, order.ID, salespos.OrderUpdate{OrderFields: salespos.OrderFields{Paid: salespos.Set(true)}}))
	diff(t, 0, len(must(pos.Orders.List(ctx, &salespos.OrderListOptions{Paid: new(false)}))(t).Items))
}

func contractOrderRows(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	id := salespos.OrderID(account.Add("orders", `{"is_completed":false,"orderrows":[{"product_name":"Tea","count":1,"price":4}]}`))
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug","price":10}`))
	input := salespos.OrderRowInput{Count: amount(t, "3"), ProductID: salespos.Set(mug)}

	row := must(pos.OrderRows.Create(ctx, id, input))(t)
	diff(t, amount(t, "30"), *row.TotalPriceWithAttributes)
	diff(t, row, must(pos.OrderRows.Get(ctx, row.ID))(t))
	attribute := must(pos.OrderRowAttributes.Create(ctx, row.ID, salespos.OrderRowAttributeInput{Option: "Engraving", Value: "Ada"}))(t)
	diff(t, attribute, must(pos.OrderRowAttributes.Get(ctx, attribute.ID))(t))
	done(t,
		pos.OrderRowAttributes.Replace(ctx, row.ID, []salespos.OrderRowAttributeInput{{Option: "Colour", Value: "Red", Price: salespos.Set(amount(t, "1.5"))}}),
	)
	attribute = &must(pos.OrderRows.Get(ctx, row.ID))(t).Attributes[0]
	done(t, pos.OrderRowAttributes.Delete(ctx, attribute.ID), pos.OrderRows.Replace(ctx, id, []salespos.OrderRowInput{input}))
	rows := must(pos.OrderRows.List(ctx, id, nil))(t).Items
	diff(t, 1, len(rows))
	done(t, pos.OrderRows.Update(ctx, rows[0].ID, salespos.OrderRowUpdate{Discount: salespos.Set(amount(t, "1"))}))
	diff(t, amount(t, "27"), *must(pos.OrderRows.Get(ctx, rows[0].ID))(t).TotalPriceWithAttributes)
	done(t, pos.OrderRows.Delete(ctx, rows[0].ID))
	diff(t, 0, len(must(collect(pos.OrderRows.All(ctx, id, nil)))(t)))
}

func contractOrderParts(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx, id := t.Context(), newOrder(account)

	note := must(pos.OrderNotes.Create(ctx, id, salespos.OrderNoteCreate{Note: "exported"}))(t)
	diff(t, note, must(pos.OrderNotes.Get(ctx, note.ID))(t))
	diff(t, []salespos.OrderNote{*note}, must(pos.OrderNotes.List(ctx, id))(t))
	message := must(pos.OrderMessages.Create(ctx, id, salespos.OrderMessageCreate{Message: "on its way"}))(t)
	diff(t, message, must(pos.OrderMessages.Get(ctx, message.ID))(t))
	diff(t, 1, len(must(pos.OrderMessages.List(ctx, id, &salespos.OrderMessageListOptions{OrderBy: salespos.OrderMessagesByIDDesc}))(t)))
	mail := must(pos.OrderNotifications.Create(ctx, id, salespos.OrderNotificationCreate{Type: salespos.CustomerPaymentLink}))(t)
	diff(t, mail, must(pos.OrderNotifications.Get(ctx, mail.ID))(t))
	diff(t, 1, len(must(pos.OrderNotifications.List(ctx, id))(t)))
	done(t, pos.OrderNotes.Delete(ctx, note.ID), pos.OrderMessages.Delete(ctx, message.ID))
	_, err := pos.OrderNotes.Get(ctx, note.ID)
	checkKinds(t, err, "NotFound")

	label := salespos.LabelID(account.Add("labels", `{"image_location":"https://icons.example/x.png"}`))
	done(t, pos.OrderLabels.Replace(ctx, id, []salespos.LabelID{label}))
	diff(t, label, must(pos.OrderLabels.List(ctx, id))(t)[0].LabelID)
	done(t, pos.OrderLabels.Replace(ctx, id, nil))
	diff(t, 0, len(must(pos.OrderLabels.List(ctx, id))(t)))
}

func contractInvoices(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx, id := t.Context(), newOrder(account)

	invoice := must(pos.Invoices.Create(ctx, id, salespos.InvoiceCreate{}))(t)
	diff(t, amount(t, "29"), invoice.TotalPrice)
	done(t, pos.Invoices.Update(ctx, invoice.ID, salespos.InvoiceUpdate{InvoiceFields: salespos.InvoiceFields{
		Status: salespos.Set(salespos.InvoicePaid), ExternalReference: salespos.Set("B-7"),
	}}))
	page := must(pos.Invoices.List(ctx, &salespos.InvoiceListOptions{
		Status: salespos.InvoicePaid, NumberFull: invoice.NumberFull, CreatedFrom: time.Now().AddDate(0, 0, -1),
		OrderBy: salespos.InvoicesByTotalPriceDesc,
	}))(t)
	diff(t, "B-7", page.Items[0].ExternalReference)
	diff(t, page.Items[0], *must(pos.Invoices.Get(ctx, invoice.ID))(t))
	rows := must(collect(pos.InvoiceRows.All(ctx, invoice.ID, nil)))(t)
	diff(t, 2, len(rows))
	diff(t, rows[0], *must(pos.InvoiceRows.Get(ctx, rows[0].ID))(t))

	back := salespos.ReturnID(account.Add("returns", fmt.Sprintf(`{"order_id":%d,"returnnumber":3,"status":"new"}`, id)))
	diff(t, *must(pos.Returns.Get(ctx, back))(t), must(collect(pos.Returns.All(ctx, &salespos.ReturnListOptions{Number: 3, Status: "new"})))(t)[0])
}

func contractPeople(t *testing.T, _ *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	group := must(pos.UserGroups.Create(ctx, salespos.UserGroupCreate{UserGroupFields: salespos.UserGroupFields{
		Name: salespos.Set("Wholesale"), Discount: salespos.Set(amount(t, "12.5")),
	}}))(t)
	user := must(pos.Users.Create(ctx, salespos.UserCreate{
		Username: "ada@example.com", Password: "correct horse", UserFields: salespos.UserFields{GroupID: salespos.Set(group.ID)},
	}))(t)
	diff(t, []salespos.User{*user}, must(collect(pos.Users.AllByGroup(ctx, group.ID, nil)))(t))
	done(t, pos.Users.Update(ctx, user.ID, salespos.UserUpdate{UserFields: salespos.UserFields{Status: salespos.Set(false)}}))
	diff(t, false, must(pos.Users.Get(ctx, user.ID))(t).Status)
	diff(t, user.ID, must(collect(pos.Users.All(ctx, &salespos.UserListOptions{OrderBy: salespos.UsersByIDDesc})))(t)[0].ID)
	diff(t, 2, len(must(collect(pos.UserGroups.All(ctx, nil)))(t)))
	done(t,
		pos.UserGroups.Update(ctx, group.ID, salespos.UserGroupUpdate{UserGroupFields: salespos.UserGroupFields{Name: salespos.Set("Trade")}}),
		pos.Users.Delete(ctx, user.ID),
	)
	diff(t, "Trade", must(pos.UserGroups.Get(ctx, group.ID))(t).Name)
	done(t, pos.UserGroups.Delete(ctx, group.ID))
}

func contractShop(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	shop := must(pos.Webshops.List(ctx))(t)[0]
	diff(t, shop, *must(pos.Webshops.Get(ctx, shop.ID))(t))
	must(pos.Webshops.ListByParent(ctx, shop.ID))(t)
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug","is_multishop_product":true}`))
	done(t, pos.Webshops.AddProduct(ctx, mug, shop.ID), pos.Webshops.ReplaceByProduct(ctx, mug, []salespos.WebshopID{shop.ID}))
	diff(t, shop.ID, must(pos.Webshops.ListByProduct(ctx, mug))(t)[0].ID)
	done(t, pos.Webshops.ReplaceByProduct(ctx, mug, nil))
	must(pos.Webshops.Domains(ctx, shop.ID))(t)
	must(pos.Webshops.GeoZoneCountries(ctx, shop.ID))(t)
	must(pos.PayMethods.List(ctx))(t)
	done(t, pos.Settings.Update(ctx, shop.ID, salespos.SettingsUpdate{WebshopDisabledTitle: salespos.Set("Holiday")}))
	diff(t, "Holiday", must(pos.Settings.Get(ctx, shop.ID))(t).WebshopDisabledTitle)
	merchant := must(pos.Merchants.List(ctx))(t)[0]
	done(t, pos.Merchants.Update(ctx, merchant.ID, salespos.MerchantUpdate{City: salespos.Set("Utrecht")}))
	diff(t, "Utrecht", must(pos.Merchants.Get(ctx, merchant.ID))(t).City)
	diff(t, "Utrecht", must(pos.Merchants.GetByWebshop(ctx, shop.ID))(t).City)
	must(pos.Webshops.ListByMerchant(ctx, merchant.ID))(t)
	before := len(must(pos.Languages.List(ctx))(t))
	must(pos.Languages.Create(ctx, salespos.LanguageCreate{Label: "Frysk", BaseLanguage: "nl", FlagIcon: "https://flags.example/fy.png"}))(t)
	diff(t, before+1, len(must(pos.Languages.List(ctx))(t)))
	own := must(pos.Credentials.List(ctx))(t)[0]
	diff(t, own, *must(pos.Credentials.Get(ctx, own.ID))(t))
	other := must(pos.Credentials.Create(ctx, shop.ID, salespos.CredentialCreate{Label: "till", PublicKey: "pub", Secret: "sec"}))(t)
	done(t, pos.Credentials.Delete(ctx, other.ID))
}

func contractTill(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx, id := t.Context(), newOrder(account)
	coupon := must(pos.DiscountCoupons.Create(ctx, salespos.DiscountCouponCreate{
		Code: "WELCOME", Discount: amount(t, "10"), Type: salespos.CouponPercentage, Begin: salespos.NewTime(day(1)), MinimumPrice: amount(t, "0"),
	}))(t)
	diff(t, *coupon, must(collect(pos.DiscountCoupons.All(ctx, &salespos.DiscountCouponListOptions{OneTimeUse: new(false)})))(t)[0])
	diff(t, coupon, must(pos.DiscountCoupons.Get(ctx, coupon.ID))(t))
	done(t, pos.DiscountCoupons.Delete(ctx, coupon.ID))

	cashUp := salespos.CashUpID(account.Add("cashups", `{"balances":[{"method":"cash"}]}`))
	diff(t, must(pos.CashUps.List(ctx))(t)[0], *must(pos.CashUps.Get(ctx, cashUp))(t))

	signature := must(pos.FiscalSignatures.Create(ctx, id, salespos.FiscalSignatureCreate{
		Created: salespos.NewTime(day(1)), Identifier: "TSE-1", Type: "sale", Data: "V0;1",
	}))(t)
	done(t, pos.FiscalSignatures.SetData(ctx, signature.ID, "V0;2"))
	diff(t, "V0;2", must(pos.FiscalSignatures.Get(ctx, signature.ID))(t).Data)
	diff(t, 1, len(must(pos.FiscalSignatures.List(ctx, id))(t)))
}

// local sends requests to a handler of this process.
type local struct{ handler http.Handler }

func (l local) RoundTrip(req *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	l.handler.ServeHTTP(w, req)
	return w.Result(), nil
}

func contractWebhooks(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	plain := newHandler(t, new(inbox))
	hook := must(pos.Webhooks.Create(ctx, salespos.WebhookCreate{
		Event: salespos.EventOrdersStatus, Address: plain.Address(salespos.EventOrdersStatus),
	}))(t)
	hooks := must(collect(pos.Webhooks.All(ctx, nil)))(t)
	diff(t, hook.Key, hooks[0].Key)
	diff(t, hook, must(pos.Webhooks.Get(ctx, hook.ID))(t))

	var box inbox
	handler := newHandler(t, &box, salespos.RequireHash(), salespos.WithTimeWindow(time.Hour),
		salespos.WithWebhookKeys(map[salespos.EventType][]salespos.Secret{hook.Event: {hook.Key}}))
	id := newOrder(account)
	done(t, pos.Orders.Update(ctx, id, salespos.OrderUpdate{OrderFields: salespos.OrderFields{Status: salespos.Set(salespos.OrderSent)}}))
	for _, sent := range must(account.Deliver(ctx, local{handler}, salespostest.Twice))(t) {
		diff(t, http.StatusOK, sent.Status)
	}
	diff(t, 2, len(box.events))
	diff(t, box.events[0], box.events[1])
	diff(t, int64(id), box.events[0].EntityID)
	diff(t, salespos.HashValid, box.events[0].Hash)

	done(t, pos.Webhooks.Update(ctx, hook.ID, salespos.WebhookUpdate{IsActive: salespos.Set(false)}), pos.Webhooks.Delete(ctx, hook.ID))
}

func contractInstall(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	category := account.Add("appstorecategories", `{"name":"Connectors"}`)
	account.Edit("apps", int64(must(pos.Apps.List(ctx, nil))(t)[0].ID), fmt.Sprintf(`{"category_id":%d}`, category))
	app := salespostest.App{
		HandshakeURL: handshakeURI, InstallURL: "https://connector.example/install",
		UninstallURL: "https://connector.example/uninstall", ReturnURL: "https://shop.example.com/apps", Secret: appSecret,
	}
	var got salespos.Handshake
	handler := must(salespos.NewHandshakeHandler(handshakeURI, appSecrets(), func(_ context.Context, h salespos.Handshake) error {
		got = h
		return nil
	}))(t)
	page := must(url.Parse(must(account.Install(ctx, local{handler}, app))(t)))(t)
	key := must(salespos.VerifyInstallPage(app.InstallURL, appSecrets(), page.Query()))(t)
	diff(t, got.PublicKey, key)
	must(salespos.New(got.APIRoot, got.PublicKey, string(got.Secret)))(t)
	done(t, salespos.FinishInstall(ctx, pos))
	diff(t, true, must(pos.Apps.List(ctx, nil))(t)[0].IsInstalled)
	done(t, pos.Apps.SetInstalled(ctx, must(pos.Apps.List(ctx, nil))(t)[0].ID, false))
	apps := must(pos.Apps.List(ctx, &salespos.AppListOptions{Expand: []salespos.AppExpand{salespos.ExpandAppCategories}}))(t)
	diff(t, false, apps[0].IsInstalled)
	diff(t, apps[0], *must(pos.Apps.Get(ctx, apps[0].ID, salespos.ExpandAppCategories))(t))
	diff(t, apps[0].ID, must(pos.Apps.ListByCategory(ctx, salespos.AppCategoryID(category), nil))(t)[0].ID)
}
