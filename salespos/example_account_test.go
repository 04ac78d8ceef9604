package salespos_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// User names are unique; the e-mail addresses of users are not.
func ExampleUserService() {
	pos, ctx := salespostest.New().Client(), context.Background()
	ada := salespos.UserCreate{
		Username: "ada@example.com",
		Password: "correct horse battery",
		UserFields: salespos.UserFields{Info: salespos.Set(salespos.PersonalInfoInput{
			Email: salespos.Set("ada@example.com"),
			BillingAddress: salespos.Set(salespos.BillingAddressInput{
				FirstName: salespos.Set("Ada"), LastName: salespos.Set("Example"),
			}),
		})},
	}
	user, err := pos.Users.Create(ctx, ada)
	check(err)
	fmt.Println(user.Username, user.Info.BillingAddress.LastName, ada.Password)

	_, err = pos.Users.Create(ctx, ada)
	fmt.Println("taken:", errors.Is(err, salespos.ErrConflict))
	// Output:
	// ada@example.com Example [redacted]
	// taken: true
}

// A group of customers with a discount of 12.5 per cent.
func ExampleUserGroupService() {
	pos := printingShop(`{"id":2,"groupname":"Wholesale","discount":12.5}`)

	group, err := pos.UserGroups.Create(context.Background(), salespos.UserGroupCreate{
		UserGroupFields: salespos.UserGroupFields{
			Name: salespos.Set("Wholesale"), Discount: salespos.Set(price("12.5")),
		},
	})
	check(err)
	fmt.Println(group.ID, group.Name, group.Discount)
	// Output:
	// POST /usergroups {"groupname":"Wholesale","discount":12.5}
	// 2 Wholesale 12.5
}

// What a connector wants to know about a shop before it starts.
func ExampleSettingsService() {
	account := salespostest.New()
	pos, ctx := account.Client(), context.Background()

	shops, err := pos.Webshops.List(ctx)
	check(err)
	settings, err := pos.Settings.Get(ctx, shops[0].ID)
	check(err)
	if settings.PricesIncludeVAT == nil {
		log.Fatal("unknown whether prices include VAT")
	}
	fmt.Println(settings.Currency, *settings.PricesIncludeVAT, settings.Languages)
	// Output: EUR true [nl]
}

func ExampleMerchantService() {
	pos := printingShop(`{"href":"…","items":[{"company":"Example Works","city":"Amsterdam"}]}`)

	merchant, err := pos.Merchants.GetByWebshop(context.Background(), 3)
	check(err)
	fmt.Println(merchant.Company, merchant.City)
	// Output:
	// GET /webshops/3/merchant
	// Example Works Amsterdam
}

func ExampleLanguageService() {
	pos := printingShop(`{"href":"…","items":[{"label":"Nederlands","iso_code":"nl"},{"label":"Frysk","iso_code":"c1"}]}`)

	languages, err := pos.Languages.List(context.Background())
	check(err)
	for _, language := range languages {
		fmt.Println(language.Code, language.Label)
	}
	// Output:
	// GET /languages
	// nl Nederlands
	// c1 Frysk
}

func ExamplePayMethodService() {
	pos := printingShop(`{"href":"…","items":[{"id":15,"combined_name":"BankTransfer","label":"Bank transfer"}]}`)

	methods, err := pos.PayMethods.List(context.Background())
	check(err)
	fmt.Println(methods[0].ID, methods[0].CombinedName, methods[0].Label)
	// Output:
	// GET /paymethods
	// 15 BankTransfer Bank transfer
}

// All users of a key pair share one client, and with it the rates of the API:
// it keeps within them in every sliding minute, however many goroutines call.
// Here the key pair gets half of the documented rates, since another program
// uses the rest.
func ExampleWithRates() {
	account := salespostest.New()
	pos := account.Client(salespos.WithRates(salespos.Rates{Get: 75, Post: 50, Put: 50, Patch: 50, Delete: 50}))

	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if _, err := pos.Webshops.List(context.Background()); err != nil {
				log.Print(err)
			}
		})
	}
	wg.Wait()
	fmt.Println(account.Count("GET", "/webshops"), "calls")
	// Output: 8 calls
}

// A test of a connector against the sandbox: the server makes the order, but the
// answer is lost. The error says so, and the reference tells what happened.
func Example_testing() {
	account := salespostest.New()
	mug := account.Add("products", `{"name":"Mug","price":12.50,"stock":10}`)
	account.Inject(salespostest.Fault{Method: "POST", Path: "/orders", Do: salespostest.TimeoutAfter})
	pos, ctx := account.Client(), context.Background()

	_, err := pos.Orders.Create(ctx, salespos.OrderCreate{
		Rows:        []salespos.OrderRowInput{{ProductID: salespos.Set(salespos.ProductID(mug)), Count: price("1")}},
		OrderFields: salespos.OrderFields{ReservationNumber: salespos.Set("WEB-1001")},
	})
	if !errors.Is(err, salespos.ErrUnknownOutcome) {
		log.Fatal(err)
	}
	for order, err := range pos.Orders.All(ctx, nil) {
		check(err)
		fmt.Println("made all the same:", order.ReservationNumber == "WEB-1001")
	}
	// Output: made all the same: true
}
